"""What could be searched for a promise, counted by the database: no document is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, partial

from sqlalchemy import Connection, select

from yaksok.fulfilment.counted_series import (
    EVERY,
    AskedSeries,
    CountedSeries,
    Kind,
    Named,
    Until,
    count_after,
    count_all_after,
    counted,
    merged,
    nearest,
    newest,
)
from yaksok.fulfilment.coverage import ACCOUNTS, NOTHING, Searchable, Series, same_kind
from yaksok.ledger import derived_tables as derived
from yaksok.records.statement import Genre


class LedgerCoverage(Searchable):
    """The documents of a ledger that were published by a day; of a family the original and its annexes.

    Of an issuer only the genres asked for are counted, each once: its plans are few where its releases are many.
    """

    def __init__(self, connection: Connection, *, as_of: date, newest: int | None = None) -> None:
        """`newest`: only versions up to this key are known."""
        self._connection = connection
        self._until = Until(as_of.isoformat(), newest)
        self._newest: dict[Kind, list[Named]] = {}
        self._counted: dict[Kind, CountedSeries] = {}
        self._genres: dict[str, frozenset[Genre]] = {}
        self._series: dict[tuple[str, frozenset[Genre]], Series] = {}

    def _everything(self) -> Series:
        return self._whole

    def _own(self, issuer: str) -> Series:
        return self._of(issuer, self._genres_of(issuer)) if issuer else NOTHING

    def _of_kind(self, issuer: str, genre: Genre) -> Series:
        if not issuer or not self._newest_of(Kind(issuer, genre)):
            return NOTHING
        return self._of(issuer, same_kind(genre))

    def _accounts(self, issuer: str) -> Series:
        return self._of(issuer, ACCOUNTS) if issuer else NOTHING

    @cached_property
    def _whole(self) -> Series:
        return AskedSeries(
            lambda day: count_all_after(self._connection, day, self._until),
            partial(self._newest_of, EVERY),
            partial(self._counted_of, EVERY),
        )

    def _of(self, issuer: str, genres: frozenset[Genre]) -> Series:
        """The series of an issuer's documents of some genres."""
        found = self._series.get((issuer, genres))
        if found is None:
            kinds = [Kind(issuer, genre) for genre in sorted(genres)]
            found = self._series[issuer, genres] = AskedSeries(
                lambda day: count_after(self._connection, issuer, genres, day, self._until),
                partial(self._newest_among, kinds),
                lambda: merged([self._counted_of(kind) for kind in kinds]),
            )
        return found

    def _counted_of(self, kind: Kind) -> CountedSeries:
        if kind not in self._counted:
            self._counted[kind] = counted(self._connection, kind, self._until)
        return self._counted[kind]

    def _newest_among(self, kinds: Sequence[Kind]) -> list[Named]:
        return nearest(map(self._newest_of, kinds))

    def _newest_of(self, kind: Kind) -> list[Named]:
        if kind not in self._newest:
            self._newest[kind] = newest(self._connection, kind, self._until)
        return self._newest[kind]

    def _genres_of(self, issuer: str) -> frozenset[Genre]:
        found = self._genres.get(issuer)
        if found is None:
            table = derived.dated
            query = select(table.c.genre).where(
                table.c.issuer == issuer, table.c.counted, table.c.day <= self._until.day
            )
            if self._until.newest is not None:
                query = query.where(table.c.version <= self._until.newest)
            found = self._genres[issuer] = frozenset(self._connection.execute(query.distinct()).scalars())
        return found
