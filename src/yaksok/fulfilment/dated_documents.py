"""Documents of a ledger as far as they are needed to know when they speak and whose word they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, select

from yaksok.fulfilment.coverage import Dated
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import Published
from yaksok.records.statement import Document


def dated_documents(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[tuple[int, Dated]]:
    """The current documents that meet some conditions, by their keys; without text and statements."""
    query = _documents().where(*conditions) if conditions else _documents()
    yield from _read(connection.execute(query))


def dated_by_key(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[int, Dated]]:
    """The same for some keys."""
    yield from _read(connection.execute(_by_key(), {"several": keys}))


def dated_by_id(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[int, Dated]]:
    """The same for some ids of versions."""
    yield from _read(connection.execute(_by_id(), {"several": ids}))


# Built once: they are asked several times for every promise.
@cache
def _documents() -> Select[Any]:
    dated, versions = derived.dated, tables.versions
    return select(dated, versions.c.id, versions.c.date, versions.c.language, versions.c.source_hash).join(
        versions, versions.c.key == dated.c.version
    )


@cache
def _by_key() -> Select[Any]:
    return _documents().where(derived.dated.c.version.in_(_several()))


@cache
def _by_id() -> Select[Any]:
    return _documents().where(tables.versions.c.id.in_(_several()))


def _several() -> BindParameter[Any]:
    return bindparam("several", expanding=True)


def _read(rows: Iterable[Any]) -> Iterator[tuple[int, Dated]]:
    for row in rows:
        when = Published(
            date.fromisoformat(row.first) if row.first else None,
            date.fromisoformat(row.last) if row.last else None,
            estimated=row.estimated,
        )
        document = Document(
            title="",
            date=row.date,
            issuer=row.issuer,
            genre=row.genre,
            language=row.language,
            text="",
            statements=(),
        )
        stored = StoredDocument(
            key=row.version,
            version=row.id,
            doc=row.stem,
            address="",
            document=document,
            source=row.source_hash,
        )
        yield row.version, Dated(stored, when, {})
