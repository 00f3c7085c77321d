"""What came near a promise, found by the index of a ledger."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from sqlalchemy import Connection, select

from yaksok.fulfilment.misses import LEAST, Candidate, Candidates, kept_with_other_parties
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.per_head import PerHead
from yaksok.ledger.reader import partial_documents
from yaksok.links.features import features
from yaksok.links.postings import Postings, entry_of, hashed
from yaksok.links.profile import Profile, numbered, profile_at
from yaksok.links.timeline import Published
from yaksok.records.link import StatementRef

_AT_ONCE = 800
_WEIGHED = 40
"""So many of the nearest are loaded, to weigh which parties they name."""

_MOST_COUNTED = 300_000
_COUNTS: PerHead[dict[int, int]] = PerHead(2)
"""In how many statements features stand, as far as it was asked: the same as long as nothing is added."""


def candidates_of(connection: Connection, *, as_of: date) -> Candidates:
    """Candidates of a linked ledger: statements of later documents that were published by a day."""

    def found(promise: StatementRef) -> Iterable[Candidate]:
        return _near(connection, promise, as_of)

    return found


def _near(connection: Connection, promise: StatementRef, as_of: date) -> Iterable[Candidate]:
    version = connection.execute(
        select(tables.versions.c.key).where(tables.versions.c.id == promise.version)
    ).scalar_one()
    mine = _published(connection, [version])
    made = mine[version].reckoned()
    if made is None:
        return

    def among(versions: AbstractSet[int]) -> AbstractSet[int]:
        return _published_between(connection, versions, made, as_of)

    earlier = _profiles(connection, [(version, promise.n)], mine)[version, promise.n]
    counts = _COUNTS.get(connection, dict)
    if len(counts) > _MOST_COUNTED:
        counts = {}
    scores = Postings(connection, counts=counts).similar(hashed(features(earlier)), least=LEAST, among=among)
    nearest = heapq.nlargest(_WEIGHED, ((score, key) for key, score in scores.items()))
    places = {(entry_of(key).version, entry_of(key).n): score for score, key in nearest}
    when = _published(connection, sorted({one for one, _ in places}))
    for place, later in _profiles(connection, list(places), when).items():
        score = places[place] * kept_with_other_parties(earlier, later)
        yield Candidate(later.ref, min(score, 1.0), later.stored.document.date)


def _published_between(
    connection: Connection, versions: AbstractSet[int], after: date, until: date
) -> AbstractSet[int]:
    """Those of some versions that are reckoned with a day after one and not after another."""
    table = derived.dated
    wanted = sorted(versions)
    found: set[int] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(table.c.version).where(
            table.c.version.in_(wanted[start : start + _AT_ONCE]),
            table.c.day > after.isoformat(),
            table.c.day <= until.isoformat(),
        )
        found.update(connection.execute(query).scalars())
    return found


def _published(connection: Connection, versions: Sequence[int]) -> Mapping[int, Published]:
    """When a few versions were published."""
    table = derived.dated
    return {
        row.version: Published(
            date.fromisoformat(row.first) if row.first else None,
            date.fromisoformat(row.last) if row.last else None,
            estimated=row.estimated,
        )
        for row in connection.execute(select(table).where(table.c.version.in_(versions)))
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
