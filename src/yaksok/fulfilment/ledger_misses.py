"""What came near a promise, found by the index of a ledger."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, select

from yaksok.fulfilment.misses import LEAST, Candidate, Candidates, kept_with_other_parties
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.reader import partial_documents
from yaksok.links.features import features
from yaksok.links.postings import Postings, entry_of, hashed
from yaksok.links.profile import Profile, numbered, profile_at
from yaksok.links.timeline import Published
from yaksok.records.link import StatementRef

_WEIGHED = 40
"""So many of the nearest are loaded, to weigh which parties they name."""


def candidates_of(connection: Connection, *, as_of: date) -> Candidates:
    """Candidates of a linked ledger: statements of later documents that were published by a day."""

    def found(promise: StatementRef) -> Iterable[Candidate]:
        return _near(connection, promise, as_of)

    return found


def _near(connection: Connection, promise: StatementRef, as_of: date) -> Iterable[Candidate]:
    version = connection.execute(
        select(tables.versions.c.key).where(tables.versions.c.id == promise.version)
    ).scalar_one()
    when = _published(connection)
    made = when[version]

    def eligible(key: int) -> bool:
        other = when.get(entry_of(key).version)
        return other is not None and other.by(as_of) and made.before(other)

    earlier = _profiles(connection, [(version, promise.n)], when)[version, promise.n]
    scores = Postings(connection).similar(hashed(features(earlier)), least=LEAST, eligible=eligible)
    nearest = heapq.nlargest(_WEIGHED, ((score, key) for key, score in scores.items()))
    places = {(entry_of(key).version, entry_of(key).n): score for score, key in nearest}
    for place, later in _profiles(connection, list(places), when).items():
        score = places[place] * kept_with_other_parties(earlier, later)
        yield Candidate(later.ref, min(score, 1.0), later.stored.document.date)


def _published(connection: Connection) -> Mapping[int, Published]:
    return {
        row.version: Published(
            date.fromisoformat(row.first) if row.first else None,
            date.fromisoformat(row.last) if row.last else None,
            estimated=row.estimated,
        )
        for row in connection.execute(select(derived.dated))
    }


def _profiles(
    connection: Connection, places: list[tuple[int, int]], when: Mapping[int, Published]
) -> dict[tuple[int, int], Profile]:
    documents = partial_documents(connection, places)
    by_number = {version: numbered(stored.document) for version, stored in documents.items()}
    return {
        (version, n): profile_at(documents[version], n, when[version], by_number[version])
        for version, n in places
    }
