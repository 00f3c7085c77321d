"""Lines that go on from the line before, by their places on the page."""

from __future__ import annotations

import pytest

from yaksok.read.pdf.content import Line, Page, TableBlock, TableCell
from yaksok.read.pdf.grids import GridCell
from yaksok.read.pdf.wrapped import join_wrapped

LEFT, RIGHT, SIZE = 70.0, 525.0, 10.0


def line(text: str, place: int, *, right: float | None = None, left: float = LEFT, **fields: object) -> Line:
    """A printed line; without `right` as long as its letters are wide."""
    columns = sum(2 if sign >= "\u1100" else 1 for sign in text.strip())
    end = right if right is not None else left + columns * SIZE / 2
    return Line(text, left, end, 100.0 + 16 * place, SIZE, **fields)  # type: ignore[arg-type]  # any of its fields


def joined(*lines: Line) -> list[bool]:
    page = Page(1, LEFT + RIGHT, 842.0, items=list(lines))
    join_wrapped([page])
    return [item.continues for item in lines]


def test_a_word_that_would_not_have_fitted_goes_on() -> None:
    assert joined(
        line("정부는 두 나라의 협정을 올해 안에 체결하고 기업의 투자를", 0, right=510.0),
        line("지원할 계획이다.", 1),
    ) == [
        False,
        True,
    ]


def test_a_word_that_would_have_fitted_opens_a_paragraph() -> None:
    lines = [
        line("이 문장은 오른쪽 여백까지 이르러서 어디까지가 본문의 너비인지 보여 준다", 0, right=RIGHT),
        line("둘째 줄은 여백에 이르지 않고 끝나며 다음 줄과 이어지지 않음", 1, right=400.0),
        line("셋째 줄", 2),
    ]
    assert joined(*lines)[2] is False


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            line("정부는 올해 안에 두 나라의 협정을 체결하고 이를 지원한다.", 0, right=520.0),
            line("다음 문단", 1),
        ),
        (line("짧은 줄", 0), line("다음 줄", 1)),
        (
            line("정부는 두 나라의 협정을 올해 안에 체결하고 기업의 투자를", 0, right=520.0),
            line("큰 제목", 1, gap=1),
        ),
    ],
    ids=["a sentence has ended", "a short line", "an empty line between"],
)
def test_what_the_places_leave_open_is_left_to_the_words(above: Line, below: Line) -> None:
    assert joined(above, below) == [False, False]


def test_centred_lines_have_room_on_both_sides() -> None:
    first = line("두 나라의 포괄적 동반자 관계 수립을 위한 공동의 노력을 담은", 0, left=90.0, right=505.0)
    second = line("공동성명을 채택하다", 1, left=250.0)
    body = [
        line("본문의 줄은 왼쪽 여백에서 시작하여 오른쪽 여백까지 이른다 그리고", n, right=RIGHT)
        for n in (3, 4, 5)
    ]
    assert joined(first, second, *body)[:2] == [False, True]


def test_the_longest_line_of_a_narrow_text_is_not_broken() -> None:
    assert joined(line("가장 긴 줄이 여백에 한참 이르지 못하는 글", 0, right=300.0), line("다음 줄", 1)) == [
        False,
        False,
    ]


def test_breaks_with_room_for_a_letter_tell_that_words_stay_whole() -> None:
    long = "정부는 두 나라의 협정을 올해 안에 체결하고 기업의 투자"
    flush = [line(long, n, right=524.0) for n in range(6)]
    ragged = [line(long, n, right=500.0 + n) for n in range(6)]
    assert not join_wrapped([Page(1, LEFT + RIGHT, 842.0, items=[*flush])])
    assert join_wrapped(
        [Page(1, LEFT + RIGHT, 842.0, items=[*ragged, line("여백까지 이르는 줄이다.", 7, right=RIGHT)])]
    )


def test_a_cell_is_as_wide_as_its_ruled_sides() -> None:
    inside = [line("정상회의 계기에 협정을 체", 0, left=105.0, right=196.0), line("결할 계획", 1, left=105.0)]
    cell = TableCell(GridCell(0, 0, 1, 1), [*inside], (100.0, 90.0, 200.0, 140.0))
    join_wrapped([Page(1, LEFT + RIGHT, 842.0, items=[TableBlock((100.0, 90.0, 300.0, 140.0), [cell])])])
    assert [item.continues for item in inside] == [False, True]
