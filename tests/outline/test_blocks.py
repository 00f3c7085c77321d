"""Blocks: what a block's marks say of it."""

from __future__ import annotations

import pytest

from yaksok.outline.blocks import Block
from yaksok.outline.mapped_text import from_source
from yaksok.outline.marks import mark_at


@pytest.mark.parametrize(
    ("signs", "note"),
    [
        ("*", True),
        ("※", True),
        ("[1] ", True),
        ("†", True),
        ("-", False),
        ("□", False),
        ("", False),
        ("-*", True),
    ],
)
def test_notes_are_told_by_their_sign(signs: str, note: bool) -> None:  # noqa: FBT001
    marks = tuple(mark for sign in signs.split() for mark in (mark_at(f"{sign} 항공"),) if mark)
    if signs == "-*":
        marks = tuple(mark for sign in signs for mark in (mark_at(f"{sign} 항공"),) if mark)
    assert Block("text", from_source("항공", 0, 2), marks, (0, 2)).is_note is note
