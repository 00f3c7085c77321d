"""Whether a space stands between two joined lines."""

from __future__ import annotations

import pytest

from yaksok.outline.lines import Line
from yaksok.outline.spacing import by_signs, grammar, spacing_of
from yaksok.outline.wrapping import Wrapping


def line(text: str, *, trailing_space: bool = False) -> Line:
    return Line(0, len(text), len(text), 0, 0, trailing_space, text)


INSIDE_WORDS = Wrapping(80, double_spaced=False, marks_spaces=False, whole_words=False)
MARKED = Wrapping(80, double_spaced=False, marks_spaces=True, whole_words=False)
BETWEEN_WORDS = Wrapping(80, double_spaced=False, marks_spaces=False, whole_words=True)
KNOWN = [line("그 나라와 교역을 하고 교역이 늘고 항공편을 늘려 항공편이 늘고 그 나라의 산림 협력은 좋다")]


@pytest.mark.parametrize(
    ("left", "right", "joiner"),
    [
        ("교역", "을 확대한다", ""),
        ("교역을", "확대한다", " "),
        ("항공", "편이 늘고", ""),
        ("확대하", "였다", ""),
        ("협력 및", "교역", " "),
        ("교역(", "항공)", ""),
        ("교역", "(항공)", ""),
        ("교역,", "항공", " "),
        ("확대한다.", "항공", " "),
        ("1,", "500명", ""),
        ("June 30,", "2026", " "),
        ("교역‧", "항공", ""),
        ("2025", "년", ""),
        ("with", "Chile", " "),
    ],
)
def test_breaks_inside_words(left: str, right: str, joiner: str) -> None:
    assert spacing_of(KNOWN, INSIDE_WORDS).joiner(line(left), left, right) == joiner


@pytest.mark.parametrize("habits", [INSIDE_WORDS, MARKED, BETWEEN_WORDS])
def test_a_space_at_the_end_of_a_line_stays(habits: Wrapping) -> None:
    assert spacing_of(KNOWN, habits).joiner(line("교역", trailing_space=True), "교역", "확대") == " "


@pytest.mark.parametrize(
    ("left", "right", "joiner"), [("교", "역을", ""), ("교역을", "확대", " "), ("할", "수 있다", " ")]
)
def test_no_space_where_spaces_are_marked(left: str, right: str, joiner: str) -> None:
    assert spacing_of(KNOWN, MARKED).joiner(line(left), left, right) == joiner


def test_lines_broken_between_words_get_a_space() -> None:
    assert spacing_of(KNOWN, BETWEEN_WORDS).joiner(line("교역"), "교역", "확대") == " "
    assert spacing_of(KNOWN, BETWEEN_WORDS).joiner(line("June 30,"), "June 30,", "2026") == " "


@pytest.mark.parametrize(
    ("left", "right", "joiner"),
    [
        ("교역 /", "항공", " "),
        ("교역/", "항공", ""),
        ("교역", "/ 항공", " "),
        ("교역", "· 항공", " "),
        ("교역", "·항공", ""),
        ("교역", "▲항공", " "),
        ("38%에서", "’23년", " "),
        ("‘교역", "’을", ""),
        ("https:", "//example.org", ""),
        ("대통령", "/끝/", " "),
        ("교역", "항공", None),
        ("교역", "(항공)", None),
    ],
)
def test_signs_at_the_break(left: str, right: str, joiner: str | None) -> None:
    assert by_signs(left, right) == joiner


@pytest.mark.parametrize(
    ("left", "right", "direction"),
    [
        ("줄일", "수 있다", 1),
        ("회의를 열", "예정이다", 1),
        ("내년", "상반기까지", 1),
        ("6,000억", "불을", -1),
        ("우리", "측은", -1),
        ("우리", "측정은", 0),
        ("뜻을 같이", "하였다", -1),
        ("산림", "협력", 0),
    ],
)
def test_word_classes(left: str, right: str, direction: int) -> None:
    odds = grammar(left, right)
    assert (odds > 0) - (odds < 0) == direction


def test_blanks_at_nearly_all_line_ends_say_nothing() -> None:
    habits = Wrapping(80, double_spaced=False, marks_spaces=False, whole_words=False, trailing_tells=False)
    assert spacing_of(KNOWN, habits).joiner(line("교", trailing_space=True), "교", "역을 늘려") == ""


def test_the_likelier_whole_words_are_the_likelier_a_space_is() -> None:
    def joiner(odds: float) -> str:
        habits = Wrapping(80, double_spaced=False, marks_spaces=False, whole_words=odds > 0, whole_odds=odds)
        return spacing_of(KNOWN, habits).joiner(line("산림"), "산림", "을 돌보고")

    assert joiner(-3.0) == ""
    assert joiner(5.0) == " "


def test_a_document_that_lost_marks_leaves_more_to_the_words() -> None:
    def joiner(odds: float) -> str:
        habits = Wrapping(80, double_spaced=False, marks_spaces=True, whole_words=False, unmarked_odds=odds)
        return spacing_of([], habits).joiner(line("내년"), "내년", "상반기까지")

    assert joiner(-9.0) == ""
    assert joiner(-0.5) == " "


def test_the_words_of_the_document_speak_for_its_habit() -> None:
    apart = [line("우리는 누리 협약 체결을 바란다 그리고 누리 협약 체결을 돕고 누리 협약 이행을 본다")]
    together = [line("우리는 누리협약 체결을 바란다 그리고 누리협약 체결을 돕고 누리협약 이행을 본다")]
    odds = [
        spacing_of(lines, INSIDE_WORDS).odds("그 누리", "협약 이행") for lines in (apart, KNOWN, together)
    ]
    assert odds[0] > odds[1] + 1
    assert odds[1] > odds[2] + 1


def test_no_side_is_no_fault() -> None:
    assert spacing_of(KNOWN, INSIDE_WORDS).joiner(line("교역"), "교역", "") == ""
    assert spacing_of(KNOWN, INSIDE_WORDS).joiner(line("교역"), "", "교역") == ""
