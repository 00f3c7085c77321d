"""Readings as the ledger has them, with the copies they were read from: to be read and compared again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, exists, func, or_, select

from yaksok.ledger import tables
from yaksok.ledger.reading_rows import ReadingRows
from yaksok.ledger.units import Row, rows_in_order, version_parts


@dataclass(frozen=True, slots=True)
class StoredCopy:
    """The bytes of a source, compressed, and how many they are when they are unpacked."""

    sha256: str
    size: int
    packed: bytes


@dataclass(frozen=True, slots=True)
class StoredReading:
    """One version: its id, where it was read, by which rules (None: not on record), what from, and its rows.

    `copy` is None for what the first program read, which kept no copies.
    """

    version: str
    address: str
    stem: str
    rules: str | None
    copy: StoredCopy | None
    rows: ReadingRows


def stored_readings(connection: Connection) -> Iterator[StoredReading]:
    """Every version of the ledger, the superseded ones too, in the order of writing, one at a time."""
    for row in rows_in_order(connection, tables.versions):
        yield _reading(connection, row)


def outdated_readings(connection: Connection, *, rules: str) -> Iterator[StoredReading]:
    """The current versions that were read by other rules and have a copy, one at a time.

    Readings that are written meanwhile belong to today's rules, so they do not come up.
    """
    last = -1
    while row := connection.execute(_OUTDATED, {"rules": rules, "last": last}).mappings().first():
        last = row["key"]
        yield _reading(connection, dict(row))


def outdated_count(connection: Connection, *, rules: str) -> int:
    """How many readings `outdated_readings` gives."""
    counted = select(func.count()).select_from(_outdated().subquery())
    return int(connection.execute(counted, {"rules": rules}).scalar_one())


def stored_rows(connection: Connection, key: int) -> ReadingRows:
    """The rows of the version with this key."""
    row = connection.execute(_BY_KEY, {"key": key}).mappings().one()
    return _rows(version_parts(connection, dict(row)))


def _outdated() -> Any:
    versions, later = tables.versions, tables.versions.alias("later")
    return select(versions).where(
        or_(versions.c.rules.is_(None), versions.c.rules != bindparam("rules")),
        ~exists().where(later.c.supersedes == versions.c.key),
        exists().where(tables.sources.c.id == versions.c.source_hash),
    )


_BY_KEY = select(tables.versions).where(tables.versions.c.key == bindparam("key"))
_OUTDATED = (
    _outdated().where(tables.versions.c.key > bindparam("last")).order_by(tables.versions.c.key).limit(1)
)
_COPY = select(tables.sources.c.size, tables.sources.c.copy).where(tables.sources.c.id == bindparam("sha256"))


def _reading(connection: Connection, row: Row) -> StoredReading:
    parts = version_parts(connection, row)
    document = next((one for table, rows in parts if table is tables.documents for one in rows), None)
    copy = connection.execute(_COPY, {"sha256": row["source_hash"]}).first()
    return StoredReading(
        version=row["id"],
        address="" if document is None else document["address"],
        stem="" if document is None else document["stem"],
        rules=row["rules"],
        copy=None if copy is None else StoredCopy(row["source_hash"], copy.size, copy.copy),
        rows=_rows(parts),
    )


def _rows(parts: Iterable[tuple[Table, Iterable[Row]]]) -> ReadingRows:
    found = {table: list(rows) for table, rows in parts}
    return ReadingRows(
        found[tables.versions][0],
        found[tables.statements],
        found[tables.mentions],
        next((row["content"] for row in found.get(tables.layouts, ())), None),
    )
