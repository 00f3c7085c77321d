"""What was written, read back from the tables as the journal names it: for verification and migration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from yaksok.ledger import tables
from yaksok.ledger.journal import Kind, Unit, content_digest

_PLAIN: dict[Kind, Table] = {
    "run": tables.runs,
    "source": tables.sources,
    "sighting": tables.sightings,
    "problem": tables.problems,
    "decision": tables.decisions,
    "series": tables.series,
}
"""Kinds whose unit is one row."""

_OF_VERSION = (tables.layouts, tables.statements, tables.mentions)

Row = Mapping[str, Any]


def units(connection: Connection, kind: Kind) -> Iterator[Unit]:
    """Every unit of a kind that the tables hold, with the digest of what they say now."""
    if kind == "version":
        for row in _rows(connection, tables.versions):
            yield Unit(kind, row["id"], version_digest(connection, row))
    elif kind == "linking":
        for row in _rows(connection, tables.linkings):
            yield Unit(kind, row["id"], linking_digest(connection, row))
    else:
        # The bytes of sources are checked by their own hash.
        columns = [column for column in _PLAIN[kind].columns if column.name != "copy"]
        for row in _found(connection, select(*columns).order_by(_PLAIN[kind].c.key)):
            yield Unit(kind, row["id"], content_digest([(_PLAIN[kind], [row])]))


def version_digest(connection: Connection, row: Row) -> str:
    """The digest of a version with its document, layout, statements and mentions."""
    documents = tables.documents
    document = _found(connection, select(documents).where(documents.c.key == row["document"]))
    parts: list[tuple[Table, Iterable[Row]]] = [(documents, document), (tables.versions, [row])]
    for table in _OF_VERSION:
        query = select(table).where(table.c.version == row["key"]).order_by(*table.primary_key.columns)
        found = list(_found(connection, query))
        if found or table is not tables.layouts:
            parts.append((table, found))
    return content_digest(parts)


def linking_digest(connection: Connection, row: Row) -> str:
    """The digest of a pass of linking with the versions it covered and the links it made."""
    covered = (
        select(tables.versions.c.id)
        .join(tables.linked, tables.linked.c.version == tables.versions.c.key)
        .where(tables.linked.c.linking == row["key"])
        .order_by(tables.versions.c.id)
    )
    made = select(tables.links).where(tables.links.c.linking == row["key"]).order_by(tables.links.c.id)
    return content_digest(
        [
            (tables.linkings, [row]),
            (tables.versions, _found(connection, covered)),
            (tables.links, _found(connection, made)),
        ]
    )


def _rows(connection: Connection, table: Table) -> list[Row]:
    return list(_found(connection, select(table).order_by(table.c.key)))


def _found(connection: Connection, query: Select[Any]) -> Iterator[Row]:
    return (dict(row) for row in connection.execute(query).mappings())
