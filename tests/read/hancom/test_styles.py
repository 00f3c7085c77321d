"""Styles that make headings."""

from __future__ import annotations

import pytest

from yaksok.read.hancom.styles import heading_level


@pytest.mark.parametrize(
    ("name", "head", "level"),
    [
        ("개요 1", "OUTLINE", 1),
        ("개요 3", "NONE", 3),
        ("Outline 2", "OUTLINE", 2),
        ("개요 10", "OUTLINE", 10),
        ("개요 3", "BULLET", 0),
        ("개요 3", "NUMBER", 0),
        ("개요 11", "OUTLINE", 0),
        ("바탕글", "OUTLINE", 0),
        ("사업 개요 1", "NONE", 0),
        ("", "NONE", 0),
    ],
)
def test_heading_level(name: str, head: str, level: int) -> None:
    assert heading_level(name, head) == level
