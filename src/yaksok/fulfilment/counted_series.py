"""Documents in the order of their days, as the database counts them: one day at a time, or all days at once."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, func, select

from yaksok.fulfilment.coverage import MOST_NAMED
from yaksok.ledger import derived_tables as derived
from yaksok.records.statement import Genre

Named = tuple[str, str]
"""The day of a document (ISO) and its stem."""

_FEW = 4
"""After so many days it is cheaper to count the documents of every day at once than of those after one more."""


class CountedSeries:
    """A series of which the database counted the days; the newest documents are asked for when they are named."""

    def __init__(self, days: Counter[str], newest: Callable[[], list[Named]]) -> None:
        self.counts = days
        self._days = sorted(days)
        self._until = [0, *accumulate(days[day] for day in self._days)]
        self._ask = newest

    @cached_property
    def newest(self) -> list[Named]:
        """The newest, `MOST_NAMED` of them, oldest first."""
        return self._ask() if self._days else []

    def count_after(self, day: date | None) -> int:
        """See `yaksok.fulfilment.coverage.Series`."""
        if day is None:
            return 0
        return self._until[-1] - self._until[bisect_right(self._days, day.isoformat())]

    def newest_after(self, day: date | None, most: int) -> tuple[tuple[date, str], ...]:
        """See `yaksok.fulfilment.coverage.Series`."""
        return _after(self.newest, day, most)


class AskedSeries:
    """A series that asks the database for each of the first days, and then counts all days.

    `after` gives how many documents were published after a day, `newest` the newest of all, oldest first.
    """

    def __init__(
        self,
        after: Callable[[str], int],
        newest: Callable[[], Sequence[Named]],
        count: Callable[[], CountedSeries],
    ) -> None:
        self._after = after
        self._newest = newest
        self._count = count
        self._asked: dict[date, int] = {}

    @cached_property
    def _counted(self) -> CountedSeries:
        return self._count()

    def count_after(self, day: date | None) -> int:
        """See `yaksok.fulfilment.coverage.Series`."""
        if day is None:
            return 0
        if day not in self._asked:
            if len(self._asked) >= _FEW:
                return self._counted.count_after(day)
            self._asked[day] = self._after(day.isoformat())
        return self._asked[day]

    def newest_after(self, day: date | None, most: int) -> tuple[tuple[date, str], ...]:
        """See `yaksok.fulfilment.coverage.Series`."""
        return _after(self._newest(), day, most) if self.count_after(day) else ()


class Kind(NamedTuple):
    """The documents of an issuer and a genre; those of all where both are None."""

    issuer: str | None = None
    genre: Genre | None = None

    @property
    def given(self) -> dict[str, str]:
        """What a query for it is asked with."""
        return {"issuer": self.issuer, "genre": self.genre} if self.issuer and self.genre else {}


EVERY = Kind()


class Until(NamedTuple):
    """Which documents are known: those of a day and earlier ones; of versions up to a key, where one is given."""

    day: str
    newest: int | None = None

    @property
    def given(self) -> dict[str, Any]:
        """What a query is asked with."""
        return {"until": self.day} | ({} if self.newest is None else {"newest": self.newest})

    @property
    def limited(self) -> bool:
        """Whether newer versions are left out."""
        return self.newest is not None


def counted(connection: Connection, kind: Kind, until: Until) -> CountedSeries:
    """The series of the documents of a kind up to a day. The index gives its days and its newest without sorting."""
    query = _by_day(every=kind == EVERY, limited=until.limited)
    days = Counter(dict(map(tuple, connection.execute(query, kind.given | until.given).all())))
    return CountedSeries(days, lambda: newest(connection, kind, until))


def merged(parts: Sequence[CountedSeries]) -> CountedSeries:
    """Several series that have no document in common as one."""
    days: Counter[str] = Counter()
    for part in parts:
        days.update(part.counts)
    return CountedSeries(days, lambda: nearest([part.newest for part in parts]))


def nearest(parts: Iterable[Iterable[Named]]) -> list[Named]:
    """The newest of several series, given the newest of each; `MOST_NAMED` at most, oldest first."""
    return sorted(heapq.nlargest(MOST_NAMED, [one for part in parts for one in part]))


def count_after(
    connection: Connection, issuer: str, genres: Collection[Genre], day: str, until: Until
) -> int:
    """How many documents of an issuer and some genres were published after a day, up to another one."""
    given = {"issuer": issuer, "genres": sorted(genres), "after": day, **until.given}
    return int(connection.execute(_number(every=False, limited=until.limited), given).scalar_one())


def count_all_after(connection: Connection, day: str, until: Until) -> int:
    """How many documents were published after a day, up to another one."""
    query = _number(every=True, limited=until.limited)
    return int(connection.execute(query, {"after": day, **until.given}).scalar_one())


def newest(connection: Connection, kind: Kind, until: Until) -> list[Named]:
    """The newest documents of a kind up to a day, `MOST_NAMED` at most, oldest first."""
    query = _newest(every=kind == EVERY, limited=until.limited)
    rows = connection.execute(query, kind.given | until.given)
    return [(day, stem) for day, stem in rows][::-1]


def _after(newest: Sequence[Named], day: date | None, most: int) -> tuple[tuple[date, str], ...]:
    since = day.isoformat() if day else None
    return tuple((date.fromisoformat(one), stem) for one, stem in newest[-most:] if since and one > since)


# -- queries, built once: they are asked for every promise that is looked at ----------------------


@cache
def _by_day(*, every: bool, limited: bool) -> Select[Any]:
    day = derived.dated.c.day
    return select(day, func.count()).where(*_of_kind(every=every, limited=limited)).group_by(day)


@cache
def _newest(*, every: bool, limited: bool) -> Select[Any]:
    table = derived.dated
    query = select(table.c.day, table.c.stem).where(*_of_kind(every=every, limited=limited))
    return query.order_by(table.c.day.desc(), table.c.stem.desc()).limit(MOST_NAMED)


@cache
def _number(*, every: bool, limited: bool) -> Select[Any]:
    table = derived.dated
    several: BindParameter[Any] = bindparam("genres", expanding=True)
    where = () if every else (table.c.issuer == bindparam("issuer"), table.c.genre.in_(several))
    return select(func.count()).where(*where, *_known(limited=limited), table.c.day > bindparam("after"))


def _of_kind(*, every: bool, limited: bool) -> tuple[ColumnElement[bool], ...]:
    table = derived.dated
    kind = () if every else (table.c.issuer == bindparam("issuer"), table.c.genre == bindparam("genre"))
    return (*kind, *_known(limited=limited))


def _known(*, limited: bool) -> tuple[ColumnElement[bool], ...]:
    """Documents that are searched by themselves, among those that are known."""
    table = derived.dated
    known = table.c.counted, table.c.day <= bindparam("until")
    return (*known, table.c.version <= bindparam("newest")) if limited else known
