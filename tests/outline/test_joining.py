"""Broken lines are joined as a reader would write them; what begins anew stays apart."""

from __future__ import annotations

import pytest
from tests.support.reading import texts

from yaksok.outline.lines import display_width

HEAD = "2025년 누리부 업무계획\n2025. 1. 17.\n\n"
FILLER = (
    "우리나라는 바다를 사이에 둔 나라들과 오랫동안 물자와 사람이 오가는 길을 가꾸어 왔고 앞으로도 그 길을 "
    "넓혀 나가기 위하여 항구와 공항을 새로 짓고 세관의 절차를 줄이며 배와 비행기가 더 자주 오가게 할 계획이다."
)


def wrap(text: str, width: int, indent: str = "") -> str:
    """A text broken at a column, inside words; the space of a break stays at the end of its line."""
    lines, line = [], ""
    for sign in text:
        if display_width(line + sign) > width and sign != " ":
            lines.append(line)
            line = ""
        line += sign
    return f"\n{indent}".join([*lines, line])


@pytest.mark.parametrize("width", [62, 69, 76, 83])
def test_breaks_inside_words_are_told_by_trailing_spaces(width: int) -> None:
    body = " ".join([FILLER] * 3)
    assert texts(f"{HEAD}□ {wrap(body, width)}\n") == [FILLER] * 3


@pytest.mark.parametrize("width", [66, 80])
def test_double_spaced_texts_are_joined(width: int) -> None:
    body = wrap(" ".join([FILLER] * 3), width).replace("\n", "\n\n")
    assert texts(f"{HEAD}□ {body}\n\n□ 교역 확대\n") == [FILLER, FILLER, FILLER, "교역 확대"]


def test_hanging_indents_are_joined() -> None:
    body = wrap(FILLER, 76, indent="    ")
    assert texts(f"{HEAD}□ {body}\n□ {body}\n□ {body}\n") == [FILLER] * 3


def test_bullets_begin_anew_also_behind_full_lines() -> None:
    body = wrap(FILLER, 76)
    assert texts(f"{HEAD}□ {body}\n ㅇ 교역 확대\n ㅇ {body}\n  - 항공\n") == [
        FILLER,
        "교역 확대",
        FILLER,
        "항공",
    ]


def test_paragraphs_part_at_blank_lines() -> None:
    body = wrap(FILLER, 76)
    assert texts(f"산림 협력의 길\n\n{body}\n\n{body}\n") == [FILLER, FILLER]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("□ 이웃 나라와 교역을", "확대하는 협정 체결", "이웃 나라와 교역을 확대하는 협정 체결"),
        ("□ 교역(항공,", "해운) 확대", "교역(항공, 해운) 확대"),
        ("□ 칠레와의", "  협정 체결", "칠레와의 협정 체결"),
        ("- trade with Chile and", "  with Peru", "trade with Chile and with Peru"),
    ],
)
def test_open_lines_go_on_without_a_width(first: str, second: str, joined: str) -> None:
    assert texts(f"{HEAD}{first}\n{second}\n") == [joined]


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("The imple-", "mentation of the", "The implementation of the"),
        ("A two-", "way plan of the", "A two-way plan of the"),
        ("The U.S.-", "ROK plan of the", "The U.S.-ROK plan of the"),
        ("The inter-", "national plan of the", "The international plan of the"),
    ],
)
def test_hyphens_at_line_ends(left: str, right: str, joined: str) -> None:
    tail = "ministers will open new ports and shorten the procedures of customs this year."
    text = f"Press Release\n\nMinisters Meet on Trade\n\n{left}\n{right} {tail}\n"
    assert texts(text) == [f"{joined} {tail}"]


def test_an_inline_list_over_lines_is_one_list() -> None:
    assert texts(f"{HEAD}□ 교역 확대 ▲항공\n   ▲해운 ▲철도\n") == ["교역 확대", "항공", "해운", "철도"]


def test_a_month_at_the_head_of_a_line_is_no_mark() -> None:
    first, second = (
        "우리나라는 바다 건너 이웃 나라들과 다듬어 온 협정에 수도에서 2026. ",
        "5. 서명하기로 하였다.",
    )
    body = wrap(FILLER, display_width(first.rstrip()) + 3)
    assert texts(f"{HEAD}□ {body}\n□ {body}\n□ {first}\n{second}\n")[-1] == first + second
