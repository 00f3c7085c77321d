"""Which signs in front of a line are marks, and which only look like one."""

from __future__ import annotations

import pytest

from yaksok.outline.marks import bare_number_at, mark_at

MARKS = [
    ("Ⅰ. 성과", "Ⅰ.", "roman", 1),
    ("Ⅲ 여건", "Ⅲ", "roman", 3),
    ("IV. 추진 과제", "IV.", "roman", 4),
    ("1. 협력 강화", "1.", "number", 1),
    ("12.협력 강화", "12.", "number", 12),
    ("가. 교역", "가.", "hangul", 1),
    ("다.교역", "다.", "hangul", 3),
    ("1) 교역", "1)", "number_paren", 1),
    ("나) 교역", "나)", "hangul_paren", 2),
    ("(2) 교역", "(2)", "paren_number", 2),
    ("(라) 교역", "(라)", "paren_hangul", 4),
    ("(a) trade", "(a)", "paren_letter", 1),
    ("(ii) trade", "(ii)", "paren_roman", 2),
    ("B. Trade", "B.", "letter", 2),
    ("b. trade", "b.", "letter_paren", 2),
    ("① 교역", "①", "circled", 1),
    ("⑳ 교역", "⑳", "circled", 20),
    ("❷ 교역", "❷", "circled", 2),
    ("⑶ 교역", "⑶", "paren_number", 3),
    ("㉯ 교역", "㉯", "circled_hangul", 2),
    ("제2장 협력", "제2장", "chapter", 2),
    ("□ 교역", "□", "square", 0),
    ("■교역", "■", "square", 0),
    ("❏ 교역", "❏", "square", 0),
    ("ㅇ 교역", "ㅇ", "circle", 0),
    ("○ 교역", "○", "circle", 0),
    ("o trade talks", "o", "circle", 0),
    ("- 교역", "-", "dash", 0),
    ("– trade", "–", "dash", 0),
    ("• 교역", "•", "dot", 0),
    ("▪ 교역", "▪", "dot", 0),
    ("· 교역", "·", "dot", 0),
    ("▶ 교역", "▶", "arrow", 0),
    ("▲교역", "▲", "inline", 0),
    ("▴ 교역", "▴", "inline", 0),
    ("\uf000 교역", "\uf000", "private", 0),
    ("* 교역", "*", "star", 1),
    ("** 교역", "**", "star", 2),
    ("† trade", "†", "star", 1),
    ("※ 교역", "※", "reference", 0),
    ("[1] Trade", "[1]", "footnote", 1),
    ("[협력 방향]", "[ ]", "bracket", 0),
    ("<질문> 교역은?", "<질문>", "speaker", 1),
    ("<답변> 교역은", "<답변>", "speaker", 2),
    ("Q. 교역은?", "Q.", "speaker", 1),
    ("붙임 1. 교역 현황", "붙임 1", "attachment", 0),
    ("[별첨 2] 교역 현황", "별첨 2", "attachment", 0),
]


@pytest.mark.parametrize(("line", "glyph", "kind", "value"), MARKS, ids=[row[0] for row in MARKS])
def test_marks(line: str, glyph: str, kind: str, value: int) -> None:
    mark = mark_at(line)
    assert mark is not None
    assert (mark.kind, mark.value) == (kind, value)
    # Written marks may carry blanks or brackets of their own; the sign itself is what the contract prints.
    assert mark.glyph == glyph


@pytest.mark.parametrize(
    "line",
    [
        "",
        "교역을 확대한다.",
        "2025.1.17.",
        "2025. 1. 17.",
        "1.5배로 확대",
        "3.4(월)~3.6(수) 회의",
        "12.25 행사",
        "10% 증가",
        "1,500명 방문",
        "2030년까지 확대",
        "-3.5% 성장",
        "△7.5% 감소",
        "---",
        "----- 끝 -----",
        "*",
        "****",
        "ㅇㅇ일보 기자입니다.",
        "I think so.",
        "A trade mission",
        "Q20 회의",
        "참고로 말씀드린다.",
        "참고 자료를 배포하였다.",
        "제2차 회의",
        "가나 대통령",
        "(가칭) 협력 기구",
        "U.S. trade",
        "(주)바람상사",
        "‘협력’",
    ],
)
def test_false_marks(line: str) -> None:
    assert mark_at(line) is None


def test_bare_numbers_are_read_for_their_sequence() -> None:
    mark = bare_number_at("3 균형 있는 교역")
    assert mark is not None
    assert (mark.kind, mark.value) == ("bare_number", 3)
    assert bare_number_at("3개국 방문") is None
    assert bare_number_at("2025 회의") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("□ 가", "■ 가", True), ("ㅇ 가", "○ 가", True), ("• 가", "▪ 가", False), ("- 가", "□ 가", False)],
)
def test_families_tell_levels(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    first, second = mark_at(one), mark_at(other)
    assert first is not None
    assert second is not None
    assert (first.family == second.family) is same
