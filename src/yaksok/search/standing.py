"""How the promises that are searched stand on a day: their status and due date, from the shelf.

Both change with the day, with every document, link and decision, so the index does not hold them. Where the
shelf keeps them for the day, all promises with a status are looked up; for another day only so many candidates
as are judged in a moment.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Connection

from yaksok.fulfilment.judging import gets_verdict
from yaksok.fulfilment.shelf import Shelf, is_kept, state
from yaksok.ledger.derived_tables import have_derived_tables
from yaksok.records.commitment import STATUSES, Status
from yaksok.records.search import FacetCount
from yaksok.records.standing import Place, PromiseFilter
from yaksok.records.statement import Act, Role
from yaksok.search.schema import place_of

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

MOST_JUDGED = 2_000
"""So many promises are judged at most for one search, where the shelf does not keep them for its day."""

MOST_COUNTED = 30_000
"""Up to so many statements are looked up one by one for how they stand."""

_MOST_KEPT = 2


@dataclass(frozen=True, slots=True)
class Stands:
    """The status of a promise and the ISO day on which it is due."""

    status: Status
    due: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search wants of promises: one of some statuses, or to be due between two days, or both."""

    statuses: frozenset[Status] = frozenset()
    due_from: str | None = None
    due_until: str | None = None

    def fits(self, stands: Stands) -> bool:
        """Whether a promise is so."""
        if self.statuses and stands.status not in self.statuses:
            return False
        if self.due_from is None and self.due_until is None:
            return True
        return stands.due is not None and (self.due_from or "") <= stands.due <= (
            self.due_until or "9999-12-31"
        )


class Standings:
    """The promises of a ledger as they stand on a day, over one connection."""

    def __init__(self, connection: Connection, *, as_of: date) -> None:
        self._connection = connection
        self._as_of = as_of

    @cached_property
    def known(self) -> bool:
        """Whether the ledger was linked, so that promises have a status at all."""
        return have_derived_tables(self._connection)

    @cached_property
    def kept(self) -> bool:
        """Whether the shelf keeps how all promises stand on the day."""
        return self.known and is_kept(self._connection, self._as_of)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self._connection, as_of=self._as_of)

    @cached_property
    def _state(self) -> str:
        return f"{state(self._connection)} {self._as_of}"

    @property
    def _statuses(self) -> Mapping[int, Status]:
        return _statuses.get(
            self._state,
            lambda: {
                place: status
                for status in STATUSES
                for place in self.places(Asked(statuses=frozenset({status})))
            },
        )

    def places(self, asked: Asked) -> Sequence[int]:
        """The places of all promises that are so, in order; only where they are kept."""
        wanted = PromiseFilter(statuses=asked.statuses, due_from=asked.due_from, due_until=asked.due_until)
        return _places.get(
            (self._state, asked),
            lambda: sorted(place_of(*place) for place in self._shelf.places(wanted)),
        )

    def fitting(self, asked: Asked, places: Sequence[int]) -> list[int]:
        """Those of some promises, by their places, that are so; only where they are kept."""
        if asked.due_from or asked.due_until:
            return sorted({*self.places(asked)}.intersection(places))
        statuses = self._statuses
        return [place for place in places if statuses.get(place) in asked.statuses]

    def of(self, places: Iterable[tuple[Place, Act, Role]]) -> Mapping[Place, Stands]:
        """How the promises among some statements stand."""
        promises = [place for place, act, role in places if gets_verdict(act, role)]
        return self.among(promises) if promises and self.known else {}

    def among(self, promises: Sequence[Place]) -> Mapping[Place, Stands]:
        """How some promises stand; those published after the day are left out."""
        return {
            row.key: Stands(row.status, row.due.date if row.due else None)
            for row in self._shelf.rows(promises)
        }

    def counts(self, places: Collection[int]) -> tuple[FacetCount, ...]:
        """How many of some statements have each status; only where they are kept."""
        statuses = self._statuses
        counted = Counter(map(statuses.get, places))
        return tuple(FacetCount(status, number) for status, number in counted.most_common() if status)


class _Recent(Generic[Key, Value]):
    """What was worked out for the states of ledgers that were asked for last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of a key; made where it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = make()
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value


_statuses: _Recent[str, Mapping[int, Status]] = _Recent(_MOST_KEPT)
_places: _Recent[tuple[str, Asked], list[int]] = _Recent(_MOST_KEPT * len(STATUSES))
