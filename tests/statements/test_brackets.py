"""Inside of brackets nothing splits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.statements.brackets import Brackets


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("가(나)다", "가다"),
        ("「가」나", "나"),
        ("가((나)다)라", "가라"),
        ("가)나", "가나"),
        ("〈가《나》〉다[라]", "다"),
        ("(가", ""),
    ],
)
def test_letters_outside(text: str, outside: str) -> None:
    brackets = Brackets(text)
    assert (
        "".join(sign for at, sign in enumerate(text) if sign.isalpha() and brackets.is_outside(0, at))
        == outside
    )


def test_brackets_are_counted_from_a_start() -> None:
    brackets = Brackets("(가 나 다")
    assert not brackets.is_outside(0, 3)
    assert brackets.is_outside(1, 3)


@given(st.text(alphabet="()[]「」가", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_counting_once_is_counting_each_time(text: str, start: int, end: int) -> None:
    start, end = min(start, end), max(start, end)
    depth = sum((sign in "([「") - (sign in ")]」") for sign in text[start:end])
    assert Brackets(text).is_outside(start, end) is (depth <= 0)
