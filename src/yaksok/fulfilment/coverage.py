"""What could be searched for a promise: the documents after it, and those of its issuer among them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import Published, published
from yaksok.records.statement import Genre, Statement

ACCOUNTS: frozenset[Genre] = frozenset({"work_plan", "agenda_page", "evaluation"})
"""Genres in which an issuer goes through all it has undertaken, so that a gap in them tells."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with its time and its statements by number."""

    stored: StoredDocument
    published: Published
    by_number: dict[int, Statement]


class _Series:
    """Documents in the order of their days."""

    def __init__(self, documents: Iterable[tuple[date, str]]) -> None:
        ordered = sorted(documents)
        self._days = [day for day, _ in ordered]
        self._names = [name for _, name in ordered]

    def after(self, day: date | None) -> tuple[str, ...]:
        """The stems of the documents published after a day; none of them if there is no day."""
        return () if day is None else tuple(self._names[bisect_right(self._days, day) :])

    @property
    def last(self) -> date | None:
        """The day of the newest document."""
        return self._days[-1] if self._days else None


class Coverage:
    """The documents known on a day, to be asked for what came after a promise."""

    def __init__(self, documents: Sequence[StoredDocument], *, as_of: date) -> None:
        dated = (_dated(stored) for stored in documents)
        self.known = {one.stored.version: one for one in dated if one.published.by(as_of)}
        self._all = _Series(_named(self.known.values()))
        by_issuer: defaultdict[str, list[Dated]] = defaultdict(list)
        for one in self.known.values():
            if one.stored.document.issuer:
                by_issuer[one.stored.document.issuer].append(one)
        self._own = {issuer: _Series(_named(own)) for issuer, own in by_issuer.items()}
        self._accounts = {
            issuer: _Series(_named(one for one in own if one.stored.document.genre in ACCOUNTS))
            for issuer, own in by_issuer.items()
        }

    def later(self, one: Dated) -> tuple[str, ...]:
        """The stems of the documents after one."""
        return self._all.after(one.published.reckoned())

    def searched(self, one: Dated) -> tuple[str, ...]:
        """The stems of the later documents of the same issuer; of all, where it has no later one."""
        own = self._own.get(one.stored.document.issuer or "")
        return (own.after(one.published.reckoned()) if own else ()) or self.later(one)

    def reaches_beyond(self, one: Dated, day: str) -> bool:
        """Whether one of the documents searched for a promise was published after a day."""
        own = self._own.get(one.stored.document.issuer or "")
        series = own if own and own.after(one.published.reckoned()) else self._all
        return series.last is not None and series.last.isoformat() > day

    def accounts_since(self, one: Dated, mentions: Iterable[Dated]) -> tuple[str, ...]:
        """The plans and evaluations of the issuer after the last document that mentions a promise."""
        accounts = self._accounts.get(one.stored.document.issuer or "")
        days = [day for each in (one, *mentions) if (day := each.published.reckoned())]
        return accounts.after(max(days, default=None)) if accounts else ()


def _dated(stored: StoredDocument) -> Dated:
    by_number = {statement.n: statement for statement in stored.document.statements}
    return Dated(stored, published(stored.document), by_number)


def _named(documents: Iterable[Dated]) -> Iterator[tuple[date, str]]:
    for one in documents:
        day = one.published.reckoned()
        if day is not None:
            yield day, one.stored.doc
