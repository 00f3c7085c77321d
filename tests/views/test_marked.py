"""Marked stretches: together they are always the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.views.marked import Stretch, stretches


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([], []),
        ([(0, 2)], ["아세"]),
        ([(3, 5), (0, 1)], ["아", "연대"]),
        ([(0, 3), (2, 5)], ["아세안", "연대"]),
        ([(4, 99)], ["대"]),
        ([(2, 2), (7, 9)], []),
    ],
)
def test_what_matched_is_marked(spans: list[tuple[int, int]], marked: list[str]) -> None:
    assert [one.text for one in stretches("아세안연대", spans) if one.marked] == marked


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_the_stretches_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    found: list[Stretch] = list(stretches(text, spans))
    assert "".join(one.text for one in found) == text
    assert all(one.text for one in found)
