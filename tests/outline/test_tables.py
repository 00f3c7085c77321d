"""Flattened tables: captions, headers and rows (GUIDE Decisions 10, 31 to 33)."""

from __future__ import annotations

import pytest
from tests.support.reading import content, texts

from yaksok.outline.tables import caption_of

HEAD = "2025년 누리부 업무계획\n\n1. 교역\n\n□ 항공 노선 확대\n\n"
CELLS = [["구분", "목표", "실적"], ["항공 노선", "3개", "4개"], ["청년 교류", "120명", "134명"]]


def table(separator: str) -> str:
    return "\n".join(separator.join(row) for row in CELLS)


@pytest.mark.parametrize("separator", ["\t", " | ", "    ", "\n"])
@pytest.mark.parametrize("caption", ["", "〈 추진 일정 〉\n"])
def test_rows_are_statements_below_their_header(separator: str, caption: str) -> None:
    rows = content(HEAD + caption + table(separator) + "\n")[2:]
    above = ("추진 일정",) if caption else ()
    assert [each.text for each in rows] == [
        *above,
        "구분 목표 실적",
        "항공 노선 3개 4개",
        "청년 교류 120명 134명",
    ]
    assert [each.role for each in rows][-3:] == ["heading", "item", "item"]
    assert rows[-1].trail[-1] == rows[-2].trail[-1] == "구분 목표 실적"
    if caption:
        # A caption is a sibling of the □ lines, below the numbered section.
        assert (rows[0].role, rows[0].trail) == ("heading", ("교역",))


def test_bars_at_both_ends_and_rules() -> None:
    text = "| 구분 | 목표 |\n|------|------|\n| 항공 | 3개 |\n| 해운 | 2개 |\n"
    assert texts(HEAD + text)[2:] == ["구분 목표", "항공 3개", "해운 2개"]


def test_a_running_number_is_the_marker() -> None:
    text = "〈 참석자 〉\n연번\t성명\t소속\n1\t김하늘\t산림협회\n2\t이바다\t해양협회\n"
    rows = [each for each in content(HEAD + text) if each.role == "item"]
    assert [(each.marker, each.text) for each in rows[-2:]] == [
        ("1", "김하늘 산림협회"),
        ("2", "이바다 해양협회"),
    ]


def test_a_note_below_the_rows_hangs_on_the_caption() -> None:
    text = f"〈 추진 일정 〉\n{table(chr(9))}\n* 실적은 잠정치\n"
    note = content(HEAD + text)[-1]
    assert (note.role, note.text, note.trail[-1]) == ("note", "실적은 잠정치", "추진 일정")


def test_text_below_a_table_leaves_it() -> None:
    last = content(HEAD + table("\t") + "\n\n□ 해운 확대\n")[-1]
    assert (last.text, last.trail) == ("해운 확대", ("교역",))


def test_an_arrow_never_splits() -> None:
    text = "ㅇ (목표) 120건 → (실적) 134건, 111.7%\n"
    assert texts(HEAD + text)[-1] == "(목표) 120건 → (실적) 134건, 111.7%"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("〈 추진 일정 〉", "추진 일정"),
        ("<추진 일정>", "추진 일정"),
        ("《 추진 일정 》", "추진 일정"),
        ("〈 추진 일정 〉 (단위: 억 달러)", "추진 일정"),
        ("추진 일정", None),
        ("<추진 일정> 안내", None),
        ("< >", None),
    ],
)
def test_captions(line: str, title: str | None) -> None:
    assert caption_of(line) == title


def test_bulleted_cells_are_items_below_their_cell() -> None:
    text = (
        "분야\t과제\n교역\t<ul class='a'> ▪ 항공 확대 ▪ 해운 확대 <ul class='b'> · 배편 증편 </ul></ul>\n"
        "청년\t<ul class='a'> ▪ 유학 확대 </ul>\n"
    )
    found = {each.text: (each.marker, each.trail[-1]) for each in content(HEAD + text) if each.trail}
    assert found["해운 확대"] == ("▪", "교역")
    assert found["배편 증편"] == ("·", "해운 확대")
    assert found["유학 확대"] == ("▪", "청년")


@pytest.mark.parametrize("line", ["교역    확대를 추진한다.", "□ 교역   항공   해운 확대"])
def test_wide_gaps_alone_make_no_table(line: str) -> None:
    found = content(f"{HEAD}{line}\n{line}\n")
    assert all(each.role != "heading" for each in found[2:])
