"""Kept promises taken from the ledger: their facts, with the day and what was looked through put back in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from yaksok.fulfilment.coverage import Dated
from yaksok.fulfilment.judging import Case, Searched, searched_for
from yaksok.fulfilment.ledger_coverage import LedgerCoverage
from yaksok.fulfilment.shelf_facts import case_from
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import Published
from yaksok.records.standing import Place
from yaksok.records.statement import Document, Genre

AT_ONCE = 400


class Searches:
    """What was looked through as of a day: the same for all promises of an issuer, a genre and a day."""

    def __init__(self, connection: Connection, *, as_of: date) -> None:
        self._as_of = as_of
        self._coverage = LedgerCoverage(connection, as_of=as_of)
        self._known: dict[tuple[str | None, Genre, str | None], Searched] = {}

    def of(self, issuer: str | None, genre: Genre, day: str | None) -> Searched:
        """What was looked through for the promises of a document, by what it says of itself and its day (ISO)."""
        found = self._known.get((issuer, genre, day))
        if found is None:
            one = _document(issuer, genre, date.fromisoformat(day) if day else None)
            found = self._known[issuer, genre, day] = searched_for(one, self._coverage, self._as_of)
        return found


def _document(issuer: str | None, genre: Genre, day: date | None) -> Dated:
    """As much of a document as the search asks for."""
    document = Document("", None, issuer, genre, "ko", "", ())
    return Dated(StoredDocument(0, "", "", "", document), Published(day, day), {})


class KeptCase(NamedTuple):
    """A kept promise with its facts, and the last day on which they hold."""

    place: Place
    case: Case
    until: date


def kept_cases(
    connection: Connection, places: Sequence[Place], searches: Searches, *, as_of: date
) -> Iterator[KeptCase]:
    """The kept facts of some promises that hold on a day, in any order; what is not kept is left out."""
    table, day = derived.facts, as_of.isoformat()
    query = select(table.c.version, table.c.n, table.c.facts, table.c.until)
    query = query.where(table.c.since <= day, table.c.until >= day)
    for start in range(0, len(places), AT_ONCE):
        keys = [derived.facts_key(*place) for place in places[start : start + AT_ONCE]]
        for version, n, facts, until in connection.execute(query.where(table.c.key.in_(keys))):
            yield KeptCase((version, n), case_from(facts, searches.of), date.fromisoformat(until))


def ref_columns() -> tuple[ColumnElement[Any], ...]:
    """The columns of which a reference is made, besides stem and number."""
    statements = tables.statements
    return (
        tables.versions.c.id.label("version_id"),
        statements.c.id.label("statement_id"),
        *(statements.c.text, statements.c.span_start, statements.c.span_end),
    )


def joined(query: Select[Any], source: Any) -> Select[Any]:
    """A query on kept promises with the tables that `ref_columns` stand in."""
    rows, statements, versions = derived.standing, tables.statements, tables.versions
    mine = and_(statements.c.version == rows.c.version, statements.c.n == rows.c.n)
    return query.select_from(source.join(statements, mine).join(versions, versions.c.key == rows.c.version))
