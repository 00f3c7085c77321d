"""What came near a promise, found by the index of a ledger."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from yaksok.fulfilment.misses import (
    LEAST,
    OTHER_PARTIES,
    Candidate,
    Candidates,
    Possible,
    kept_with_other_parties,
)
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.reader import StoredDocument, keys_of, partial_documents
from yaksok.links.features import PARTY_MARK, features
from yaksok.links.posting_counts import counted_in
from yaksok.links.postings import Entry, Features, Postings, entry_of, feature_hash, hashed
from yaksok.links.profile import numbered, parties_at, profile_at
from yaksok.links.timeline import Published
from yaksok.records.link import StatementRef
from yaksok.records.standing import Place
from yaksok.records.statement import Statement
from yaksok.reference.parties import all_parties

_WEIGHED = 40
"""So many of the nearest may be weighed by which parties they name."""

_LOADED = 6
"""So many of them are loaded together: most often the first few decide."""


def candidates_of(connection: Connection, *, as_of: date) -> Candidates:
    """Candidates of a linked ledger: statements of later documents that were published by a day."""

    def found(promise: StatementRef) -> Sequence[Possible]:
        return list(_near(connection, promise, as_of))

    return found


def _near(connection: Connection, promise: StatementRef, as_of: date) -> Iterator[Possible]:
    version = keys_of(connection, [promise.version])[promise.version]
    when = _published(connection, version)
    made = when.reckoned()
    if made is None:
        return

    earlier = partial_documents(connection, [(version, promise.n)])[version]
    by_number = numbered(earlier.document)
    postings = Postings(connection, counted=counted_in(connection), published=(made, as_of))
    query = _features(postings, earlier, promise.n, when, by_number)
    scores = postings.similar(query, least=LEAST)
    nearest = heapq.nlargest(_WEIGHED, ((score, key) for key, score in scores.items()))
    parties = parties_at(by_number[promise.n], by_number)
    told = [_Told(key, score, _at_most(score, parties, postings.held(key))) for score, key in nearest]
    told.sort(key=lambda one: -one.at_most)
    ids = _ids(connection, sorted({one.place[0] for one in told}))
    loaded = _Loaded(connection, [one.place for one in told])
    for one in told:
        yield _Unweighed((ids[one.place[0]], one.place[1]), one, parties, loaded)


class _Told(NamedTuple):
    """What the index tells of a statement: how like it is by its words, and at most when its parties are weighed."""

    key: int
    score: float
    at_most: float

    @property
    def place(self) -> Place:
        """Where it stands."""
        entry = entry_of(self.key)
        return entry.version, entry.n


def _at_most(score: float, parties: AbstractSet[str], features: AbstractSet[int]) -> float:
    """What is left of a score at most: parties that no table has may be there besides."""
    if not parties or any(feature_hash(PARTY_MARK + party) in features for party in parties):
        kept = 1.0
    else:
        kept = 1.0 if _every_party().isdisjoint(features) else OTHER_PARTIES
    return min(score * kept, 1.0)


@cache
def _every_party() -> frozenset[int]:
    return frozenset(feature_hash(PARTY_MARK + party.id) for party in all_parties())


@dataclass(frozen=True, slots=True)
class _Unweighed:
    """A statement that is like a promise by the index; which parties it names is not known before it is loaded."""

    place: tuple[str, int]
    told: _Told
    parties: frozenset[str]
    loaded: _Loaded

    @property
    def at_most(self) -> float:
        """See `Possible`."""
        return self.told.at_most

    def weighed(self) -> Candidate:
        """See `Possible`."""
        stored, statement, parties = self.loaded.statement(self.told.place)
        score = self.told.score * kept_with_other_parties(self.parties, parties)
        return Candidate(stored.ref(statement), min(score, 1.0), stored.document.date)


class _Loaded:
    """Statements with their parties, loaded some at a time in the order in which they are asked for."""

    def __init__(self, connection: Connection, places: Sequence[Place]) -> None:
        self._connection = connection
        self._places = places
        self._found: dict[Place, tuple[StoredDocument, Statement, frozenset[str]]] = {}

    def statement(self, place: Place) -> tuple[StoredDocument, Statement, frozenset[str]]:
        """The statement at a place with its document and its parties."""
        if place not in self._found:
            start = self._places.index(place) // _LOADED * _LOADED
            several = self._places[start : start + _LOADED]
            documents = partial_documents(self._connection, several)
            by_number = {version: numbered(stored.document) for version, stored in documents.items()}
            for version, n in several:
                statement = by_number[version][n]
                parties = parties_at(statement, by_number[version])
                self._found[version, n] = documents[version], statement, parties
        return self._found[place]


def _features(
    postings: Postings, stored: StoredDocument, n: int, when: Published, by_number: dict[int, Statement]
) -> Features:
    """What a statement is compared by: as the index has it, else worked out."""
    keys = [Entry(stored.key, n, promises=promises).key for promises in (True, False)]
    kept = postings.features_of(keys)
    return kept if kept is not None else hashed(features(profile_at(stored, n, when, by_number)))


_DATED = select(derived.dated).where(derived.dated.c.version == bindparam("version"))


def _published(connection: Connection, version: int) -> Published:
    """When a version was published."""
    row = connection.execute(_DATED, {"version": version}).one()
    return Published(
        date.fromisoformat(row.first) if row.first else None,
        date.fromisoformat(row.last) if row.last else None,
        estimated=row.estimated,
    )


def _versions() -> Select[Any]:
    table = tables.versions
    several: BindParameter[Any] = bindparam("several", expanding=True)
    return select(table.c.key, table.c.id).where(table.c.key.in_(several))


_VERSIONS = _versions()


def _ids(connection: Connection, versions: Sequence[int]) -> Mapping[int, str]:
    return {key: version for key, version in connection.execute(_VERSIONS, {"several": versions})}  # noqa: C416 - rows
