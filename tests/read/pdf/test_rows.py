from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.read.pdf.glyphs import Glyph
from yaksok.read.pdf.line_text import letter_spacing, line_text, wide_gaps
from yaksok.read.pdf.rows import rows_of


def run(text: str, left: float = 0, baseline: float = 100, size: float = 10, gap: float = 0) -> list[Glyph]:
    """Letters side by side, as wide as half or all of their size."""
    glyphs = []
    for sign in text:
        width = size / 2 if sign.isascii() else size
        glyphs.append(Glyph(sign, left, left + width, baseline, size))
        left += width + gap
    return glyphs


def texts(glyphs: list[Glyph]) -> list[str]:
    return [line_text(row.glyphs).text for row in rows_of(glyphs)]


@given(st.permutations(range(len("외교부는 올해 계획을 마련하였다."))))
def test_the_order_in_a_file_means_nothing(order: list[int]) -> None:
    glyphs = run("외교부는 올해 계획을 마련하였다.")
    assert texts([glyphs[place] for place in order]) == ["외교부는 올해 계획을 마련하였다."]


@given(
    st.lists(st.text("가나다라마바사", min_size=1, max_size=6), min_size=1, max_size=8), st.floats(2.2, 9.0)
)
def test_gaps_part_words(words: list[str], gap: float) -> None:
    glyphs: list[Glyph] = []
    left = 0.0
    for word in words:
        glyphs.extend(run(word, left))
        left = glyphs[-1].right + gap
    # Of words of one letter each, nobody could tell gaps from wide letter spacing.
    if any(len(word) > 2 for word in words) and sum(map(len, words)) > 3 * len(words):
        assert texts(glyphs) == [" ".join(words)]
    assert "".join(texts(glyphs)).replace(" ", "") == "".join(words)


@given(st.floats(-1.0, 3.0))
def test_letter_spacing_parts_nothing(spacing: float) -> None:
    assert texts(run("긴밀한협력과협의", gap=spacing)) == ["긴밀한협력과협의"]


def test_blanks_of_the_file_stay_at_the_end_of_a_line_and_go_at_its_head() -> None:
    assert texts(run("  다음 줄에서 새 낱말이 시작한다 ")) == ["다음 줄에서 새 낱말이 시작한다 "]


def test_bold_by_printing_twice_is_read_once() -> None:
    assert texts(
        [*run("굵은 제목"), *run("굵은 제목", left=0.4), *run("굵은 제목", left=0.2, baseline=100.3)]
    ) == ["굵은 제목"]


def test_equal_letters_side_by_side_stay() -> None:
    assert texts(run("1111 쓰쓰쓰")) == ["1111 쓰쓰쓰"]


def test_lines_are_told_apart_by_their_baselines() -> None:
    assert texts([*run("아래", baseline=115), *run("위", baseline=100)]) == ["위", "아래"]


def test_figures_of_notes_belong_to_the_line_that_they_rise_from() -> None:
    glyphs = [*run("협정을 체결하였다."), *run("1)", left=90, baseline=96, size=6)]
    row = rows_of(glyphs)[0]
    text = line_text(row.glyphs)
    assert (text.text, text.raised) == ("협정을 체결하였다.1)", ((10, 12),))


def test_figures_below_the_line_are_no_line() -> None:
    assert texts([*run("CO"), *run("2", left=10, baseline=102.5, size=6), *run("감축", left=13.5)]) == [
        "CO2감축"
    ]


def test_a_small_line_above_another_is_a_line() -> None:
    small = run("작은 글씨의 줄이지만 길어서 주석 번호일 수 없다", size=6, baseline=95)
    assert len(rows_of([*small, *run("큰 글씨의 줄")])) == 2


@pytest.mark.parametrize(("gap", "text"), [(2.0, "제463호"), (2.5, "제463호"), (5.0, "제 463 호")])
def test_the_white_that_layout_puts_between_scripts_is_no_blank(gap: float, text: str) -> None:
    glyphs = run("제")
    glyphs += run("463", left=glyphs[-1].right + gap)
    glyphs += run("호", left=glyphs[-1].right + gap)
    assert texts(glyphs) == [text]


def test_letters_of_one_syllable_become_a_syllable() -> None:
    glyphs = run("가")[:1]
    glyphs = [glyphs[0]._replace(text="\u1100"), glyphs[0]._replace(text="\u1161", left=3)]
    assert texts(glyphs) == ["가"]


def test_columns_are_parted_by_wide_gaps() -> None:
    row = rows_of([*run("국가"), *run("금액", left=60)])[0]
    assert wide_gaps(row.glyphs) == [2]
    assert line_text(row.glyphs, tabs=frozenset({2})).text == "국가\t금액"


def test_spacing_is_known_from_enough_letters_only() -> None:
    assert letter_spacing(run("가나", gap=5)) == 0.0
    assert letter_spacing(run("가나다라마바", gap=2)) == pytest.approx(0.2)


@given(
    st.lists(
        st.builds(
            Glyph,
            st.sampled_from(list("가나 a1.")),
            st.floats(-1e6, 1e6),
            st.floats(-1e6, 1e6),
            st.floats(-1e6, 1e6),
            st.floats(0.01, 1e4),
        ),
        max_size=40,
    )
)
def test_any_glyphs_give_rows_without_blank_heads(glyphs: list[Glyph]) -> None:
    rows = rows_of(glyphs)
    assert all(row.glyphs[0].text != " " for row in rows)
    assert sum(len(row.glyphs) for row in rows) <= len(glyphs)
    assert all(line_text(row.glyphs).text for row in rows)
