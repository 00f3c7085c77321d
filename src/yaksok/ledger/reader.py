"""Asking a ledger: current versions, their documents, problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    func,
    literal,
    select,
)

from yaksok.ledger import tables
from yaksok.ledger.identity import statement_id
from yaksok.ledger.layout_rows import layout_from
from yaksok.ledger.places import at_given, given
from yaksok.ledger.rows import statements_from_rows
from yaksok.records.layout import Layout
from yaksok.records.link import StatementRef
from yaksok.records.statement import Document, Statement


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """The current version of a document, with where it was found and the hash of its bytes."""

    key: int
    version: str
    doc: str
    address: str
    document: Document
    source: str = ""

    def ref(self, statement: Statement) -> StatementRef:
        """The place of one of its statements in the ledger."""
        return StatementRef(
            version=self.version,
            doc=self.doc,
            n=statement.n,
            text=statement.text,
            span=statement.span,
            id=statement_id(self.source, statement.span, statement.text),
        )


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """A file that could not be read."""

    address: str
    number: str
    reason: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a ledger holds: current documents, all versions, statements of the current ones."""

    documents: int
    versions: int
    statements: int
    problems: int


def current_documents(connection: Connection) -> Iterator[StoredDocument]:
    """Every document in its newest version, by date (undated last), then stem, then address.

    Documents are loaded one at a time, so that a large ledger need not fit into memory.
    """
    versions, documents = tables.versions, tables.documents
    keys = connection.execute(
        select(versions.c.key)
        .join(documents, documents.c.key == versions.c.document)
        .where(~_is_superseded())
        .order_by(versions.c.date.is_(None), versions.c.date, documents.c.stem, documents.c.address)
    ).scalars()
    for key in keys.all():
        yield stored_document(connection, key)


def stored_document(connection: Connection, key: int, *, with_layout: bool = False) -> StoredDocument:
    """The version with this key. Its layout is large and seldom needed, so it is None unless asked for."""
    versions, documents = tables.versions, tables.documents
    row = (
        connection.execute(
            select(versions, documents.c.stem, documents.c.address)
            .join(documents, documents.c.key == versions.c.document)
            .where(versions.c.key == key)
        )
        .mappings()
        .one()
    )
    statements = statements_from_rows(
        _rows_of(connection, tables.statements, key), _rows_of(connection, tables.mentions, key)
    )
    return _stored(row, statements, layout=_layout(connection, key) if with_layout else None)


def keys_of(connection: Connection, versions: Sequence[str]) -> dict[str, int]:
    """The keys of versions by their ids; of those that the ledger has."""
    found: dict[str, int] = {}
    for chunk in _batched(versions, _PLACES):
        found.update((version, key) for key, version in connection.execute(_KEYS, {"ids": chunk}))
    return found


def stored_documents(connection: Connection, keys: Sequence[int]) -> list[StoredDocument]:
    """Several versions (keys) with all their statements, which costs less than one after the other."""
    heads: dict[int, RowMapping] = {}
    rows: dict[str, defaultdict[int, list[Mapping[str, Any]]]] = {}
    for chunk in _batched(keys, _PLACES):
        given_keys = {"keys": chunk}
        for row in connection.execute(_heads(with_text=True), given_keys).mappings():
            heads[row["key"]] = row
        for table in (tables.statements, tables.mentions):
            of_table = rows.setdefault(table.name, defaultdict(list))
            for row in connection.execute(_rows_of_several(table), given_keys).mappings():
                of_table[row["version"]].append(dict(row))
    found = []
    for key in keys:
        statements, mentions = rows[tables.statements.name][key], rows[tables.mentions.name][key]
        found.append(_stored(heads[key], statements_from_rows(statements, mentions), layout=None))
    return found


def _stored(row: RowMapping, statements: Iterable[Statement], *, layout: Layout | None) -> StoredDocument:
    document = Document(
        title=row["title"],
        date=row["date"],
        issuer=row["issuer"],
        genre=row["genre"],
        language=row["language"],
        text=row["text"],
        statements=tuple(statements),
        layout=layout,
    )
    return StoredDocument(
        key=row["key"],
        version=row["id"],
        doc=row["stem"],
        address=row["address"],
        document=document,
        source=row["source_hash"],
    )


def document_heads(connection: Connection, keys: Sequence[int]) -> list[StoredDocument]:
    """What versions (keys) say of themselves, in the order given; without text and statements."""
    found = {
        row["key"]: row for row in connection.execute(_heads(with_text=False), {"keys": keys}).mappings()
    }
    return [_stored(found[key], (), layout=None) for key in keys]


def partial_documents(
    connection: Connection,
    places: Iterable[tuple[int, int]],
    *,
    with_text: bool = False,
    with_layout: bool = False,
) -> dict[int, StoredDocument]:
    """Documents by their version's key, with only the statements at `places` (version, n) and those above.

    Their text is empty and their layout None unless asked for: the statements carry most of what is needed.
    """
    wanted: defaultdict[int, dict[int, Mapping[str, Any]]] = defaultdict(dict)
    for chunk in _batched(places, _PLACES):
        for row in connection.execute(_with_headings(), given(chunk)).mappings():
            wanted[row["version"]][row["n"]] = dict(row)
    mentions: defaultdict[int, list[Mapping[str, Any]]] = defaultdict(list)
    loaded = ((version, n) for version, rows in wanted.items() for n in rows)
    for chunk in _batched(loaded, _PLACES):
        for row in connection.execute(_mentions_at(), given(chunk)).mappings():
            mentions[row["version"]].append(dict(row))
    found = {}
    for keys in _batched(wanted, _PLACES):
        for row in connection.execute(_heads(with_text=with_text), {"keys": keys}).mappings():
            key = row["key"]
            rows = [wanted[key][n] for n in sorted(wanted[key])]
            layout = _layout(connection, key) if with_layout else None
            found[key] = _stored(row, statements_from_rows(rows, mentions[key]), layout=layout)
    return found


_PLACES = 400  # pairs of values in one query


# Queries that are asked for every promise are built once.
@cache
def _with_headings() -> Select[Any]:
    """The statements at some places and all above them."""
    table = tables.statements
    up = (
        select(table.c.version, table.c.n, table.c.parent)
        .where(at_given(table.c.version, table.c.n))
        .cte("up", recursive=True)
    )
    above = tables.statements.alias("above")
    up = up.union(
        select(above.c.version, above.c.n, above.c.parent).join(
            up, and_(above.c.version == up.c.version, above.c.n == up.c.parent)
        )
    )
    return select(table).join(up, and_(table.c.version == up.c.version, table.c.n == up.c.n))


@cache
def _mentions_at() -> Select[Any]:
    """The mentions of the statements at some places."""
    table = tables.mentions
    return select(table).where(at_given(table.c.version, table.c.n)).order_by(*table.primary_key.columns)


@cache
def _rows_of_several(table: Table) -> Select[Any]:
    """The rows of some versions in a table."""
    several: BindParameter[Any] = bindparam("keys", expanding=True)
    return select(table).where(table.c.version.in_(several)).order_by(*table.primary_key.columns)


@cache
def _heads(*, with_text: bool) -> Select[Any]:
    """What versions with some keys say of themselves."""
    versions, documents = tables.versions, tables.documents
    columns = [column for column in versions.columns if column.name != "text"]
    text = versions.c.text if with_text else literal("").label("text")
    return (
        select(*columns, text, documents.c.stem, documents.c.address)
        .join(documents, documents.c.key == versions.c.document)
        .where(versions.c.key.in_(bindparam("keys", expanding=True)))
    )


def _keys() -> Select[Any]:
    several: BindParameter[Any] = bindparam("ids", expanding=True)
    return select(tables.versions.c.key, tables.versions.c.id).where(tables.versions.c.id.in_(several))


_KEYS = _keys()


def problems(connection: Connection) -> list[StoredProblem]:
    """Every problem on record, oldest first."""
    table = tables.problems
    rows = connection.execute(
        select(table.c.address, table.c.number, table.c.reason, table.c.next_step).order_by(table.c.key)
    ).all()
    return [StoredProblem(*row) for row in rows]


def totals(connection: Connection) -> Totals:
    """Counts for an overview."""
    versions, statements = tables.versions, tables.statements
    of_current = statements.join(versions, versions.c.key == statements.c.version)
    return Totals(
        documents=_count(connection, select(versions.c.key).where(~_is_superseded())),
        versions=_count(connection, select(versions.c.key)),
        statements=_count(
            connection, select(statements.c.n).select_from(of_current).where(~_is_superseded())
        ),
        problems=_count(connection, select(tables.problems.c.key)),
    )


def _layout(connection: Connection, key: int) -> Layout | None:
    table = tables.layouts
    stored = connection.execute(select(table.c.content).where(table.c.version == key)).scalar()
    return None if stored is None else layout_from(stored)


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())


def _is_superseded() -> ColumnElement[bool]:
    later = tables.versions.alias("later")
    return exists().where(later.c.supersedes == tables.versions.c.key)


def _rows_of(connection: Connection, table: Table, version: int) -> Sequence[Mapping[str, Any]]:
    query = select(table).where(table.c.version == version).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(query).mappings()]


Item = TypeVar("Item")


def _batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
