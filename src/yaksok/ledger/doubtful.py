"""Promises with a doubtful link, looked up without loading the links."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Float, and_, case, exists, literal, or_, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import counting_generation
from yaksok.ledger.places import at


@dataclass(frozen=True, slots=True)
class Measure:
    """How much a link is in doubt before its words are looked at.

    Relations that decide a verdict have `weight` points; a score at the least that its relation needs
    (`least_deciding`, `least_other`) has two, and none from `near` above it.
    """

    deciding: frozenset[str]
    weight: float
    least_deciding: float
    least_other: float
    near: float


def doubtful_promises(
    connection: Connection,
    measure: Measure,
    *,
    parties: Collection[str] | None = None,
    document: str | None = None,
    relation: str | None = None,
    most: int,
) -> list[tuple[int, int]]:
    """Version and number of the promises of current links, that of the most doubtful link first.

    `parties`: only promises that name one of these; `document`: only links from or to documents of this stem.
    """
    links, linkings = tables.links, tables.linkings
    found = (
        select(links.c.promise_version, links.c.promise_n)
        .join(linkings, linkings.c.key == links.c.linking)
        .where(
            linkings.c.generation == counting_generation(connection),
            _is_current(links.c.promise_version),
            _is_current(links.c.later_version),
            *_conditions(parties, document, relation),
        )
        .order_by(_points(measure).desc(), links.c.id)
        .limit(most)
    )
    return list(dict.fromkeys((row.promise_version, row.promise_n) for row in connection.execute(found)))


def judged_among(connection: Connection, places: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of some statements that are promises with a verdict."""
    wanted = sorted(places)
    promises = derived.promises
    found: set[tuple[int, int]] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[start : start + _AT_ONCE]
        query = select(promises.c.version, promises.c.n).where(at(promises.c.version, promises.c.n, chunk))
        found.update((row.version, row.n) for row in connection.execute(query))
    return found


_AT_ONCE = 400


def _conditions(
    parties: Collection[str] | None, document: str | None, relation: str | None
) -> list[ColumnElement[bool]]:
    links = tables.links
    conditions: list[ColumnElement[bool]] = []
    if relation is not None:
        conditions.append(links.c.relation == relation)
    if parties is not None:
        named = derived.promise_parties
        conditions.append(
            exists().where(
                and_(
                    named.c.version == links.c.promise_version,
                    named.c.n == links.c.promise_n,
                    named.c.party.in_(sorted(parties)),
                )
            )
        )
    if document is not None:
        versions, documents = tables.versions, tables.documents
        of = (
            select(versions.c.key)
            .join(documents, documents.c.key == versions.c.document)
            .where(documents.c.stem == document)
        )
        conditions.append(or_(links.c.promise_version.in_(of), links.c.later_version.in_(of)))
    return conditions


def _points(measure: Measure) -> ColumnElement[float]:
    score = tables.links.c.score
    decides = tables.links.c.relation.in_(sorted(measure.deciding))
    least = case((decides, measure.least_deciding), else_=measure.least_other)
    above = (score - least) / literal(measure.near, Float)
    near = case((above <= 0, 2.0), (above < 1, 2.0 * (1.0 - above)), else_=0.0)
    return case((decides, measure.weight), else_=0.0) + near


def _is_current(version: ColumnElement[int]) -> ColumnElement[bool]:
    newer = tables.versions.alias()
    return ~exists().where(newer.c.supersedes == version)
