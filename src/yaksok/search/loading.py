"""What is shown of the statements and documents that were found, read from the ledger."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, select

from yaksok.ledger import tables
from yaksok.ledger.places import at
from yaksok.records.mentions import Span
from yaksok.records.statement import Genre, Language

Place = tuple[int, int]


class LoadedDocument(NamedTuple):
    """What a document says of itself."""

    version: str
    doc: str
    title: str
    issuer: str | None
    genre: Genre
    published: str | None
    language: Language


class LoadedStatement(NamedTuple):
    """A statement, its headings' texts, and the stretch of the document that it was read from."""

    row: Mapping[str, Any]
    trail: tuple[str, ...]
    source: str


def documents_at(connection: Connection, keys: Collection[int]) -> dict[int, LoadedDocument]:
    """Documents by the keys of their versions."""
    if not keys:
        return {}
    versions, documents = tables.versions, tables.documents
    query = (
        select(
            versions.c.key,
            versions.c.id,
            versions.c.title,
            versions.c.issuer,
            versions.c.genre,
            versions.c.date,
            versions.c.language,
            documents.c.stem,
        )
        .join(documents, documents.c.key == versions.c.document)
        .where(versions.c.key.in_(sorted(set(keys))))
    )
    return {
        row.key: LoadedDocument(row.id, row.stem, row.title, row.issuer, row.genre, row.date, row.language)
        for row in connection.execute(query)
    }


def statements_at(connection: Connection, places: Sequence[Place]) -> dict[Place, LoadedStatement]:
    """Statements by their places; one that the ledger does not have is left out."""
    if not places:
        return {}
    table, versions = tables.statements, tables.versions
    length = table.c.span_end - table.c.span_start
    source = func.substr(versions.c.text, table.c.span_start + 1, length).label("source")
    columns = (
        table.c.version,
        table.c.n,
        table.c.id,
        table.c.role,
        table.c.act,
        table.c.parent,
        table.c.trail,
        table.c.text,
        table.c.span_start,
        table.c.span_end,
        source,
    )
    query = select(*columns).join(versions, versions.c.key == table.c.version)
    found = connection.execute(query.where(at(table.c.version, table.c.n, places))).mappings()
    rows = [dict(row) for row in found]
    above = _above(connection, [(row["version"], row["parent"]) for row in rows if row["parent"]])
    return {
        (row["version"], row["n"]): LoadedStatement(row, _trail(row, above), row["source"]) for row in rows
    }


def party_words(
    connection: Connection, places: Sequence[Place], parties: Collection[str]
) -> Mapping[Place, Sequence[str]]:
    """The words by which statements mention some parties."""
    found: defaultdict[Place, list[str]] = defaultdict(list)
    if places and parties:
        table = tables.mentions
        query = select(table.c.version, table.c.n, table.c.text).where(
            and_(
                at(table.c.version, table.c.n, places),
                table.c.kind == "party",
                table.c.value.in_(sorted(parties)),
            )
        )
        for row in connection.execute(query):
            found[row.version, row.n].append(row.text)
    return found


def span_of(row: Mapping[str, Any]) -> Span:
    """The place of a statement in its document's text."""
    return row["span_start"], row["span_end"]


def _above(connection: Connection, places: Sequence[Place]) -> dict[Place, tuple[int | None, str]]:
    """The statements at some places and all above them: each one's parent and text."""
    if not places:
        return {}
    table = tables.statements
    columns = (table.c.version, table.c.n, table.c.parent)
    up = select(*columns).where(at(table.c.version, table.c.n, places)).cte("up", recursive=True)
    higher = table.alias("higher")
    up = up.union(
        select(higher.c.version, higher.c.n, higher.c.parent).join(
            up, and_(higher.c.version == up.c.version, higher.c.n == up.c.parent)
        )
    )
    query = select(*columns, table.c.text).join(
        up, and_(table.c.version == up.c.version, table.c.n == up.c.n)
    )
    return {(row.version, row.n): (row.parent, row.text) for row in connection.execute(query)}


def _trail(row: Mapping[str, Any], above: Mapping[Place, tuple[int | None, str]]) -> tuple[str, ...]:
    """The texts above a statement, the outermost first."""
    if row["trail"] is not None:  # where the parent's trail is not this one's
        return tuple(json.loads(row["trail"]))
    texts: list[str] = []
    parent = row["parent"]
    while parent is not None and (row["version"], parent) in above:
        parent, text = above[row["version"], parent]
        texts.append(text)
    return tuple(reversed(texts))
