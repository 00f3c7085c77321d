"""Which kept promises a ledger has outgrown: found by what was added since they were made, without judging them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, exists, select

from yaksok.fulfilment.shelf_noted import UNKNOWN, Made, Noted
from yaksok.fulfilment.shelf_rulings import digests, rulings_in
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.places import at
from yaksok.records.standing import Place

_AT_ONCE = 400

Edge = tuple[int, int, str, float]
"""A member and the original of a family, how they belong together and how surely."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What no longer holds of the kept promises.

    `everything`, or else the promises of some `versions` and those at some `places`. `added` and `gone` are
    versions that came to the list of documents and left it, `kin` the edges of families as they are now
    (None: as they were), `rulings` the hashes of decisions (None: as they were).
    """

    everything: bool = False
    versions: frozenset[int] = frozenset()
    places: frozenset[Place] = frozenset()
    added: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    kin: frozenset[Edge] | None = None
    rulings: Mapping[Place, str] | None = field(default=None)

    def touch(self, place: Place) -> bool:
        """Whether the promise at a place no longer holds."""
        return self.everything or place[0] in self.versions or place in self.places


NONE = Changes()


def changes_since(connection: Connection, before: Noted, made: Made) -> Changes:
    """What changed in a ledger between the state that was noted and now."""
    old = before.made
    if before is UNKNOWN or (old.generation, old.rules) != (made.generation, made.rules):
        return Changes(
            everything=True,
            added=_differing(connection, derived.dated, derived.shelved),
            gone=_differing(connection, derived.shelved, derived.dated),
            kin=_edges(connection, derived.kin),
            rulings=digests(connection, rulings_in(connection)),
        )
    if old == made:
        return NONE
    places: set[Place] = set()
    if made.linking > old.linking:
        links, linkings = tables.links, tables.linkings
        fresh = linkings.c.key > old.linking, linkings.c.generation == made.generation
        passes = connection.execute(select(linkings.c.key).where(*fresh)).scalars().all()
        places |= _promises(connection, links.c.linking, passes)
    added = gone = members = frozenset[int]()
    kin: frozenset[Edge] | None = None
    if (made.version, made.linking) != (old.version, old.linking):
        added = _differing(connection, derived.dated, derived.shelved)
        gone = _differing(connection, derived.shelved, derived.dated)
        kin, members = _families(connection)
        places |= _promises(connection, tables.links.c.later_version, [*gone, *members])
        places |= _awaiting(connection, added | members, gone)
    places |= _originals(connection, places)
    if made.series != old.series:
        places |= _measurable(connection)
    rulings = None
    if made.decision > old.decision or (made.decision and made.version > old.version):
        rulings = digests(connection, rulings_in(connection))
        places |= _decided_otherwise(connection, rulings)
    versions = gone | members | added
    return Changes(
        versions=versions, places=frozenset(places), added=added, gone=gone, kin=kin, rulings=rulings
    )


def _differing(connection: Connection, table: Any, other: Any) -> frozenset[int]:
    """The versions that one table lists and the other does not."""
    there = exists().where(other.c.version == table.c.version)
    return frozenset(connection.execute(select(table.c.version).where(~there)).scalars())


def _promises(connection: Connection, column: ColumnElement[Any], values: Sequence[int]) -> set[Place]:
    """The promises of links of which a column has one of some values."""
    links = tables.links
    found: set[Place] = set()
    for chunk in _chunks(sorted(set(values))):
        query = select(links.c.promise_version, links.c.promise_n).where(column.in_(chunk)).distinct()
        found |= {(row.promise_version, row.promise_n) for row in connection.execute(query)}
    return found


def _originals(connection: Connection, places: Iterable[Place]) -> set[Place]:
    """The promises that some statements repeat."""
    table = derived.copies
    found: set[Place] = set()
    for chunk in _chunks(sorted(places)):
        query = select(table.c.of_version, table.c.of_n).where(at(table.c.version, table.c.n, chunk))
        found |= {(row.of_version, row.of_n) for row in connection.execute(query) if row.of_version}
    return found


def _families(connection: Connection) -> tuple[frozenset[Edge] | None, frozenset[int]]:
    """The edges of families as they are now, and the members of those that changed; None where none did."""
    before, now = _edges(connection, derived.shelved_kin), _edges(connection, derived.kin)
    if before == now:
        return None, frozenset()
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for member, original, *_ in before | now:
        beside[member].add(original)
        beside[original].add(member)
    waiting = {end for member, original, *_ in before ^ now for end in (member, original)}
    found: set[int] = set()
    while waiting:
        found |= waiting
        waiting = {other for one in waiting for other in beside[one]} - found
    return now, frozenset(found)


def _edges(connection: Connection, table: Any) -> frozenset[Edge]:
    query = select(table.c.member, table.c.original, table.c.kind, table.c.score)
    return frozenset((row.member, row.original, row.kind, row.score) for row in connection.execute(query))


def _awaiting(connection: Connection, told: Iterable[int], gone: Iterable[int]) -> set[Place]:
    """The kept promises whose deadline awaits what some documents may report.

    Of documents that are gone it is not known any more what they reported.
    """
    facts, events, parties = derived.facts, derived.events, derived.promise_parties
    place = select(facts.c.version, facts.c.n).where(facts.c.awaits)
    if gone:
        return {(row.version, row.n) for row in connection.execute(place)}
    found: set[Place] = set()
    for chunk in _chunks(sorted(told)):
        named = select(events.c.party).where(events.c.version.in_(chunk)).distinct()
        reported = connection.execute(named).scalars().all()
        mine = (parties.c.version == facts.c.version, parties.c.n == facts.c.n)
        for several in _chunks(sorted(party for party in reported if party)):
            query = place.where(exists().where(*mine, parties.c.party.in_(several)))
            found |= {(row.version, row.n) for row in connection.execute(query)}
        if reported:
            query = place.where(~exists().where(*mine))
            found |= {(row.version, row.n) for row in connection.execute(query)}
    return found


def _measurable(connection: Connection) -> set[Place]:
    facts = derived.facts
    query = select(facts.c.version, facts.c.n).where(facts.c.measurable)
    return {(row.version, row.n) for row in connection.execute(query)}


def _decided_otherwise(connection: Connection, rulings: Mapping[Place, str]) -> set[Place]:
    """The promises on whose links something else was decided than they were made with."""
    table = derived.shelved_rulings
    before = {(row.version, row.n): row.ruling for row in connection.execute(select(table))}
    return {place for place in before.keys() | rulings.keys() if before.get(place) != rulings.get(place)}


Item = TypeVar("Item")


def _chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
