"""The editions of a document: each reading that a ledger has of it, and the one that an address asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, select

from yaksok.ledger import tables
from yaksok.ledger.stored_readings import StoredCopy
from yaksok.records.statement import Genre, Language

_VERSION = re.compile(r"[0-9a-f]{32}")
_MOST = 200
"""Editions that are listed; no document is read anew more often."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a document without its text: what it says of itself, and how it came into the ledger.

    `key` and `document` lead back into the ledger and mean nothing outside of it. `size` are the bytes of the stored
    source, None where the ledger keeps no copy. `rules` are those it was read by, None where that is not on
    record. `current`: no later version supersedes it.
    """

    key: int
    document: int
    version: str
    stem: str
    address: str
    title: str
    date: str | None
    issuer: str | None
    genre: Genre
    language: Language
    media_type: str
    encoding: str | None
    source: str
    size: int | None
    rules: str | None
    program: str
    added_at: str
    current: bool


def find_edition(connection: Connection, name: str, version: str | None = None) -> Edition | None:
    """The newest version of the document with a stem, or the one of its versions that is asked for by id.

    Of several documents with one stem that which was added last is meant; the others, and what no stem leads to,
    are found by the id of a version as their name.
    """
    if not can_stand(name) or not (version is None or _VERSION.fullmatch(version)):
        return None
    found = _newest(connection, name, version)
    if found is None and _VERSION.fullmatch(name):
        found = _first(connection, _query().where(tables.versions.c.id == name))
        if found is not None and version is not None and version != name:
            found = next(
                (one for one in editions(connection, found.document) if one.version == version), None
            )
    return found


def editions(connection: Connection, document: int) -> list[Edition]:
    """The versions of a document by its key, newest first."""
    versions = tables.versions
    query = _query().where(versions.c.document == document).order_by(versions.c.key.desc()).limit(_MOST)
    return [_edition(row) for row in connection.execute(query)]


def editions_by_id(connection: Connection, versions: list[str]) -> dict[str, Edition]:
    """Some versions by their ids."""
    found = connection.execute(_query().where(tables.versions.c.id.in_(versions)))
    return {row.id: _edition(row) for row in found}


def can_stand(words: str) -> bool:
    """Whether a ledger can hold this at all: the databases refuse NUL and halves of characters."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in words)


def _newest(connection: Connection, stem: str, version: str | None) -> Edition | None:
    documents, versions = tables.documents, tables.versions
    keys = connection.execute(select(documents.c.key).where(documents.c.stem == stem)).scalars().all()
    if not keys:
        return None
    query = _query().where(versions.c.document.in_(keys))
    if version is not None:
        query = query.where(versions.c.id == version)
    return _first(connection, query.order_by(versions.c.key.desc()))


def _first(connection: Connection, query: Select[Any]) -> Edition | None:
    row = connection.execute(query.limit(1)).first()
    return None if row is None else _edition(row)


def _query() -> Select[Any]:
    versions, documents, runs, sources = tables.versions, tables.documents, tables.runs, tables.sources
    later = versions.alias("later")
    columns = [column for column in versions.columns if column.name != "text"]
    return (
        select(
            *columns,
            documents.c.stem,
            documents.c.address,
            runs.c.program,
            sources.c.size,
            (~exists().where(later.c.supersedes == versions.c.key)).label("current"),
        )
        .join(documents, documents.c.key == versions.c.document)
        .join(runs, runs.c.key == versions.c.run)
        .outerjoin(sources, sources.c.id == versions.c.source_hash)
    )


def _edition(row: Row[Any]) -> Edition:
    return Edition(
        key=row.key,
        document=row.document,
        version=row.id,
        stem=row.stem,
        address=row.address,
        title=row.title,
        date=row.date,
        issuer=row.issuer,
        genre=row.genre,
        language=row.language,
        media_type=row.media_type,
        encoding=row.encoding,
        source=row.source_hash,
        size=row.size,
        rules=row.rules,
        program=row.program,
        added_at=row.added_at,
        current=bool(row.current),
    )


def stored_copy(connection: Connection, sha256: str) -> StoredCopy | None:
    """The stored copy of a source; None where the ledger keeps none."""
    table = tables.sources
    row = connection.execute(select(table.c.size, table.c.copy).where(table.c.id == sha256)).first()
    return None if row is None else StoredCopy(sha256, row.size, row.copy)
