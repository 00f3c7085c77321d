"""The words that grade a promise, from the reviewed table promise_strength.csv."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from yaksok.records.promise import LEVELS, Level
from yaksok.reference.tables import rows


class Graded(NamedTuple):
    """The level of a word, and how it is used: "light" ones take theirs from the word they go with."""

    level: Level
    use: str


@cache
def graded(language: str, *uses: str) -> dict[str, Graded]:
    """The words of a language with one of these uses."""
    return {
        row["form"]: Graded(cast("Level", row["level"]), row["use"])
        for row in rows("promise_strength")
        if row["language"] == language and row["use"] in uses
    }


def weaker(one: Level | None, other: Level | None) -> Level | None:
    """The weaker of two levels; one that is not known does not count."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=LEVELS.index)


def firmer(one: Level, other: Level) -> Level:
    """The firmer of two levels."""
    return min(one, other, key=LEVELS.index)
