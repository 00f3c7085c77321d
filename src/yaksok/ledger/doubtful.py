"""Promises with a doubtful link, looked up without loading the links."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import counting_generation
from yaksok.ledger.per_head import PerHead
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
    links = tables.links
    found = _current_links(
        connection, [links.c.promise_version, links.c.promise_n], _conditions(parties, document, relation)
    )
    ordered = found.order_by(_points(measure).desc(), links.c.id).limit(most)
    return list(dict.fromkeys((row.promise_version, row.promise_n) for row in connection.execute(ordered)))


_KEPT = 4_000
"""So many of the most doubtful links are kept for the next question: to find them all are gone through."""


class LinkPlace(NamedTuple):
    """Where a link leads from and to, by the keys of the versions."""

    promise_version: int
    promise_n: int
    later_version: int
    later_n: int

    @property
    def promise(self) -> tuple[int, int]:
        """The place of its earlier end."""
        return self.promise_version, self.promise_n


_MOST_DOUBTFUL: PerHead[tuple[list[LinkPlace], int]] = PerHead(16)


def doubtful_links(
    connection: Connection,
    measure: Measure,
    *,
    parties: Collection[str] | None = None,
    document: str | None = None,
    relation: str | None = None,
    skip: int = 0,
    most: int,
) -> tuple[list[LinkPlace], int]:
    """Current links, the most doubtful first, without the first `skip`, and how many there are in all.

    Filters as in `doubtful_promises`. The number is 0 where all are skipped.
    """
    conditions = (frozenset(parties) if parties is not None else None, document, relation)

    def found(first: int, number: int) -> tuple[list[LinkPlace], int]:
        return _ordered(connection, measure, _conditions(*conditions), first, number)

    if skip + most > _KEPT:
        return found(skip, most)
    places, total = _MOST_DOUBTFUL.get(connection, lambda: found(0, _KEPT), name=(measure, conditions))
    chosen = places[skip : skip + most]
    return chosen, total if chosen else 0


def _ordered(
    connection: Connection, measure: Measure, conditions: Sequence[ColumnElement[bool]], skip: int, most: int
) -> tuple[list[LinkPlace], int]:
    """Some of the links that meet conditions in the order of doubt, and the number of all. Goes through all of them."""
    links = tables.links
    columns = [links.c.promise_version, links.c.promise_n, links.c.later_version, links.c.later_n]
    counted = _current_links(connection, [*columns, func.count().over().label("total")], conditions)
    rows = connection.execute(
        counted.order_by(_points(measure).desc(), links.c.id).offset(skip).limit(most)
    ).all()
    return [LinkPlace(*row[:-1]) for row in rows], rows[0].total if rows else 0


def _current_links(
    connection: Connection, columns: Sequence[ColumnElement[Any]], conditions: Sequence[ColumnElement[bool]]
) -> Select[Any]:
    """Links of the generation that counts, between current versions."""
    links, linkings = tables.links, tables.linkings
    return (
        select(*columns)
        .select_from(links)
        .join(linkings, linkings.c.key == links.c.linking)
        .where(
            linkings.c.generation == counting_generation(connection),
            _is_current(links.c.promise_version),
            _is_current(links.c.later_version),
            *conditions,
        )
    )


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
