"""Whether a space stands between two joined lines."""

from __future__ import annotations

import pytest

from yaksok.outline.lines import Line
from yaksok.outline.spacing import spacing_of
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
