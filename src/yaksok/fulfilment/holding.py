"""For how long what a verdict rests on stays the same, as long as nothing is added to a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from yaksok.fulfilment.judging import Case
from yaksok.records.standing import Place
from yaksok.records.statement import Document, Statement

_DAY = timedelta(days=1)


@dataclass(slots=True)
class Holding:
    """For how long the facts of a promise hold but for what was looked through, and what else they hang on.

    They are the same on every day from `since` to `until`, both included, as long as nothing is added to the
    ledger. `awaits`: a deadline hangs on events that documents report.
    """

    since: date = date.min
    until: date = date.max
    awaits: bool = False

    def change(self, days: Iterable[date], *, as_of: date) -> None:
        """Note days on which the facts may change; those by the day of asking they hold already."""
        for day in days:
            if day <= as_of:
                self.since = max(self.since, day)
            else:
                self.until = min(self.until, day - _DAY)


@dataclass(frozen=True, slots=True)
class Held:
    """A promise with its facts, for how long they hold, and where it stands: the headings above, nearest first.

    `document` has its text, and of its statements only those that were needed.
    """

    place: Place
    case: Case
    document: Document
    statement: Statement
    above: tuple[Statement, ...]
    holding: Holding = field(default_factory=Holding)
