"""Bullets nested without end: what stands above a line stays within bounds."""

from __future__ import annotations

from yaksok.pipeline import read_source
from yaksok.records.source import SourceText


def read(text: str) -> list[int]:
    """How many statements stand above each statement."""
    document = read_source(SourceText(text, "text/plain", "", "utf-8", "document.txt"))
    return [len(statement.trail) for statement in document.statements]


def nested(levels: int) -> str:
    return "".join(f"{' ' * level}- {level}번째 과제를 추진한다\n" for level in range(levels))


def test_thirty_levels_are_kept() -> None:
    assert read(nested(30)) == list(range(30))


def test_a_thousand_levels_are_not() -> None:
    depths = read(nested(1000))
    assert depths[:64] == list(range(64))
    assert set(depths[64:]) == {64}
