"""What words near a figure say of it: reached, raised to, cut by, given; from target_words.csv."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from yaksok.records.mentions import Span
from yaksok.records.promise import Comparison
from yaksok.reference.tables import rows

TargetKind = Literal["reach", "goal", "up", "down", "keep", "cap", "output", "given"]

SPANS_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute"})
SHARES = frozenset({"percent", "percentage_point"})


class Aim(NamedTuple):
    """How a text words one figure as a target; spans count its characters.

    `indicator` is None where only the heading can say what is measured.
    """

    comparison: Comparison
    indicator: Span | None
    basis: Span | None = None
    base_year: int | None = None


@cache
def kinds(language: str) -> dict[str, TargetKind]:
    """The words with their kinds, the longest first."""
    found = [
        (row["form"], cast("TargetKind", row["kind"]))
        for row in rows("target_words")
        if row["language"] == language
    ]
    return dict(sorted(found, key=lambda each: -len(each[0])))
