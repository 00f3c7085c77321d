"""What was written, read back from the tables as the journal names it: for verification and migration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from sqlalchemy import Connection, Select, Table, bindparam, select

from yaksok.ledger import tables
from yaksok.ledger.journal import Kind, Unit, content_digest

Row = Mapping[str, Any]
Parts = Sequence[tuple[Table, Iterable[Row]]]

KINDS: tuple[Kind, ...] = get_args(Kind)

MAIN: dict[Kind, Table] = {
    "migration": tables.migrations,
    "run": tables.runs,
    "source": tables.sources,
    "sighting": tables.sightings,
    "version": tables.versions,
    "problem": tables.problems,
    "linking": tables.linkings,
    "decision": tables.decisions,
    "series": tables.series,
}
"""The table with one row for each unit of a kind."""

_LARGE = frozenset({tables.sources, tables.versions})
"""Tables with whole documents in their rows: no more than one is held at a time."""

_PAGE = 500
_OF_VERSION = (tables.layouts, tables.statements, tables.mentions)


class ReadUnit(NamedTuple):
    """A unit as the tables have it: its main row, all its rows by table, and what the journal should say."""

    row: Row
    parts: Parts
    unit: Unit


def units(connection: Connection, kind: Kind) -> Iterator[Unit]:
    """Every unit of a kind that the tables hold, in the order of writing, with the digest of what they say now."""
    return (read.unit for read in read_units(connection, kind))


def read_units(connection: Connection, kind: Kind) -> Iterator[ReadUnit]:
    """The same with the rows. No more than one document is held in memory at a time."""
    for row in rows_in_order(connection, MAIN[kind]):
        parts = _parts(connection, kind, row)
        yield ReadUnit(row, parts, Unit(kind, row[subject_column(kind)], content_digest(parts)))


def subject_column(kind: Kind) -> str:
    """The column of the main table by which the journal names a unit."""
    return "name" if kind == "migration" else "id"


def rows_in_order(connection: Connection, table: Table) -> Iterator[Row]:
    """All rows of a table with one number as its key, in its order, without holding them all."""
    key = next(iter(table.primary_key.columns))
    size = 1 if table in _LARGE else _PAGE
    first = select(table).order_by(key).limit(size)
    further = first.where(key > bindparam("last"))
    page = list(_found(connection, first))
    while page:
        yield from page
        page = list(_found(connection, further, last=page[-1][key.name])) if len(page) == size else []


def _parts(connection: Connection, kind: Kind, row: Row) -> Parts:
    if kind == "version":
        return version_parts(connection, row)
    if kind == "linking":
        return _linking_parts(connection, row)
    return [(MAIN[kind], [row])]


def version_parts(connection: Connection, row: Row) -> Parts:
    """A version with its document, layout, statements and mentions."""
    document = list(_found(connection, _DOCUMENT, key=row["document"]))
    parts: list[tuple[Table, Iterable[Row]]] = [(tables.documents, document), (tables.versions, [row])]
    for table, query in _ROWS_OF_VERSION.items():
        found = list(_found(connection, query, key=row["key"]))
        if found or table is not tables.layouts:
            parts.append((table, found))
    return parts


def _linking_parts(connection: Connection, row: Row) -> Parts:
    """A pass of linking with the versions it covered and the links it made."""
    return [
        (tables.linkings, [row]),
        (tables.versions, list(_found(connection, _COVERED, key=row["key"]))),
        (tables.links, list(_found(connection, _MADE, key=row["key"]))),
    ]


def _of_version(table: Table) -> Select[Any]:
    return select(table).where(table.c.version == bindparam("key")).order_by(*table.primary_key.columns)


# Built once: they are asked for every version.
_DOCUMENT = select(tables.documents).where(tables.documents.c.key == bindparam("key"))
_ROWS_OF_VERSION = {table: _of_version(table) for table in _OF_VERSION}
_COVERED = (
    select(tables.versions.c.id)
    .join(tables.linked, tables.linked.c.version == tables.versions.c.key)
    .where(tables.linked.c.linking == bindparam("key"))
    .order_by(tables.versions.c.id)
)
_MADE = select(tables.links).where(tables.links.c.linking == bindparam("key")).order_by(tables.links.c.id)


def _found(connection: Connection, query: Select[Any], **given: Any) -> Iterator[Row]:
    return (dict(row) for row in connection.execute(query, given).mappings())
