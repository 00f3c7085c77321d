"""When documents speak: an order in time, also for those without a date of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from yaksok.records.mentions import TimeMention, TimeRole
from yaksok.records.statement import Document

_COMING: tuple[TimeRole, ...] = ("planned", "due")


@dataclass(frozen=True, slots=True)
class Published:
    """The days between which a document was published, both included, and how that is known.

    Without a date of its own a document lies after the last event that it reports as past and
    before the first that it awaits; `estimated` is set then. Both None: nothing is known.
    """

    first: date | None
    last: date | None
    estimated: bool = False

    def before(self, other: Published) -> bool:
        """Whether this document is surely, or for estimated ones probably, the earlier one."""
        mine, theirs = self.reckoned(), other.reckoned()
        return mine is not None and theirs is not None and mine < theirs

    def by(self, day: date) -> bool:
        """Whether it was published by the end of a day; what has no date at all counts as published."""
        reckoned = self.reckoned()
        return reckoned is None or reckoned <= day

    def reckoned(self) -> date | None:
        """The one day to reckon with: the first possible one, for an estimate the last."""
        return (self.last or self.first) if self.estimated else self.first


def published(document: Document) -> Published:
    """When a document was published, by its own date or by what it reports and awaits."""
    if document.date is not None:
        return interval(document.date)
    past = sorted(time.end for time in _times(document, "occurred") if time.end)
    coming = sorted(
        day for role in _COMING for time in _times(document, role) if (day := time.start or time.end)
    )
    if past and coming and coming[0] <= past[-1]:
        return Published(_day(_least_contradicted(past, coming)), None, estimated=True)
    first = _day(past[-1]) if past else None
    last = _day(coming[0]) - timedelta(days=1) if coming else None
    return Published(first, last, estimated=True)


def _least_contradicted(past: list[str], coming: list[str]) -> str:
    """The day reported as past before which the least is awaited and after which the least is reported.

    A plan names a day of the past beside its future ones, and a forecast reads like a report. Of days that are
    contradicted as often it is the last, since what was reported is the surer sign.
    """

    def contradictions(number: int) -> int:
        return len(past) - bisect_right(past, past[number]) + bisect_right(coming, past[number])

    return past[min(range(len(past)), key=lambda number: (contradictions(number), -number))]


def interval(written: str) -> Published:
    """The days that a date of document precision means: "2025", "2025-01" or "2025-01-17"."""
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return Published(day, day)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return Published(date(parts[0], parts[1], 1), after - timedelta(days=1))
    return Published(date(parts[0], 1, 1), date(parts[0], 12, 31))


def _times(document: Document, role: TimeRole) -> Iterable[TimeMention]:
    return (time for statement in document.statements for time in statement.times if time.role == role)


def _day(written: str) -> date:
    return date.fromisoformat(written)
