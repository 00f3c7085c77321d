"""Halves of names that the tables know."""

from __future__ import annotations

import pytest

from yaksok.reference.known_words import is_split_name, names_in_one_word


@pytest.mark.parametrize(
    ("before", "after", "split"),
    [
        ("에티", "오피아와", True),
        ("주우즈베키", "스탄대사관", True),
        ("아르헨티나", "정부는", False),
        ("칠레", "정부는", False),
        ("정부", "간의", False),
        ("", "칠레", False),
    ],
)
def test_split_names(before: str, after: str, split: bool) -> None:  # noqa: FBT001
    assert is_split_name(before, after) is split


def test_names_are_single_words() -> None:
    assert all(len(name) >= 3 and not name.endswith("지역") for name in names_in_one_word())
