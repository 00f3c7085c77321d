"""Letters printed on one another."""

from __future__ import annotations

import pytest

from yaksok.read.hancom.overlaps import overlapped


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [
        ("3", "SHAPE_CIRCLE", "③"),
        ("12", "SHAPE_RECTANGLE", "⑫"),
        ("4", "SHAPE_REVERSAL_CIRCLE", "❹"),
        ("21", "SHAPE_CIRCLE", "21"),
        ("0", "SHAPE_CIRCLE", "0"),
        ("인", "SHAPE_CIRCLE", "인"),
        ("3", "CHAR", "3"),
        ("\U000f02ba\U000f02c4", "CHAR", "⑪"),
        ("\ua491\ua49d", "CHAR", "⑬"),
        ("\ua492\ua49a", "CHAR", "⑳"),
        ("", "SHAPE_CIRCLE", ""),
        ("²", "SHAPE_CIRCLE", "²"),
    ],
)
def test_overlapped(text: str, frame: str, expected: str) -> None:
    assert overlapped(text, frame) == (expected, 0)


def test_unknown_signs_are_counted() -> None:
    assert overlapped("\ue001", "CHAR") == ("\ue001", 1)
