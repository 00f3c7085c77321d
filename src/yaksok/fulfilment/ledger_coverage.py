"""What could be searched for a promise, counted by the database: no document is loaded."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate

from sqlalchemy import ColumnElement, Connection, func, select

from yaksok.fulfilment.coverage import ACCOUNTS, MOST_NAMED, NOTHING, Searchable, Series, same_kind
from yaksok.ledger import derived_tables as derived
from yaksok.records.statement import Genre

Named = tuple[str, str]
"""The day of a document (ISO) and its stem."""


class LedgerCoverage(Searchable):
    """The documents of a ledger that were published by a day; of a family the original and its annexes.

    Of an issuer only the genres asked for are counted, each once: its plans are few where its releases are many.
    """

    def __init__(self, connection: Connection, *, as_of: date) -> None:
        self._connection = connection
        table = derived.dated
        self._known = (table.c.counted, table.c.day <= as_of.isoformat())
        self._of_genres: dict[tuple[str, Genre], _CountedSeries] = {}
        self._genres: dict[str, frozenset[Genre]] = {}
        self._series: dict[tuple[str, frozenset[Genre]], Series] = {}

    def _everything(self) -> Series:
        return self._whole

    def _own(self, issuer: str) -> Series:
        return self._of(issuer, self._genres_of(issuer)) if issuer else NOTHING

    def _of_kind(self, issuer: str, genre: Genre) -> Series:
        if not issuer or not self._of_genre(issuer, genre).has_any:
            return NOTHING
        return self._of(issuer, same_kind(genre))

    def _accounts(self, issuer: str) -> Series:
        return self._of(issuer, ACCOUNTS) if issuer else NOTHING

    @cached_property
    def _whole(self) -> _CountedSeries:
        return self._counted()

    def _of(self, issuer: str, genres: frozenset[Genre]) -> Series:
        """The series of an issuer's documents of some genres."""
        found = self._series.get((issuer, genres))
        if found is None:
            parts = [self._of_genre(issuer, genre) for genre in sorted(genres)]
            found = self._series[issuer, genres] = _merged([part for part in parts if part.has_any])
        return found

    def _of_genre(self, issuer: str, genre: Genre) -> _CountedSeries:
        found = self._of_genres.get((issuer, genre))
        if found is None:
            table = derived.dated
            found = self._counted(table.c.issuer == issuer, table.c.genre == genre)
            self._of_genres[issuer, genre] = found
        return found

    def _genres_of(self, issuer: str) -> frozenset[Genre]:
        found = self._genres.get(issuer)
        if found is None:
            table = derived.dated
            query = select(table.c.genre).where(table.c.issuer == issuer, *self._known).distinct()
            found = self._genres[issuer] = frozenset(self._connection.execute(query).scalars())
        return found

    def _counted(self, *conditions: ColumnElement[bool]) -> _CountedSeries:
        """The series of what meets some conditions. The index gives its days and its newest without sorting."""
        table = derived.dated
        counts = select(table.c.day, func.count()).where(*conditions, *self._known).group_by(table.c.day)
        days = Counter(dict(map(tuple, self._connection.execute(counts).all())))

        def newest() -> list[Named]:
            query = (
                select(table.c.day, table.c.stem)
                .where(*conditions, *self._known)
                .order_by(table.c.day.desc(), table.c.stem.desc())
                .limit(MOST_NAMED)
            )
            return [(day, stem) for day, stem in self._connection.execute(query).all()][::-1]

        return _CountedSeries(days, newest)


class _CountedSeries:
    """A series of which the database counted the days; the newest documents are asked for when they are named."""

    def __init__(self, days: Counter[str], newest: Callable[[], list[Named]]) -> None:
        self.counts = days
        self._days = sorted(days)
        self._until = [0, *accumulate(days[day] for day in self._days)]
        self._ask = newest

    @property
    def has_any(self) -> bool:
        """Whether there is a document in it."""
        return bool(self._days)

    @cached_property
    def newest(self) -> list[Named]:
        """The newest, `MOST_NAMED` of them, oldest first."""
        return self._ask() if self._days else []

    def count_after(self, day: date | None) -> int:
        """See `Series`."""
        if day is None:
            return 0
        return self._until[-1] - self._until[bisect_right(self._days, day.isoformat())]

    def newest_after(self, day: date | None, most: int) -> tuple[tuple[date, str], ...]:
        """See `Series`."""
        if not self.count_after(day):
            return ()
        since = day.isoformat() if day else ""
        return tuple((date.fromisoformat(one), stem) for one, stem in self.newest[-most:] if one > since)


def _merged(parts: Sequence[_CountedSeries]) -> _CountedSeries:
    days: Counter[str] = Counter()
    for part in parts:
        days.update(part.counts)

    def newest() -> list[Named]:
        return sorted(heapq.nlargest(MOST_NAMED, [one for part in parts for one in part.newest]))

    return _CountedSeries(days, newest)
