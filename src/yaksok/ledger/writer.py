"""Adding to a ledger: one document in one transaction, whole or not at all."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Engine, Insert, Select, Table, bindparam, exists, insert, select

from yaksok.ledger import tables
from yaksok.ledger.identity import document_id, problem_id, run_id, sighting_id, version_id
from yaksok.ledger.journal import Unit, content_digest, record
from yaksok.ledger.layout_rows import layout_bytes
from yaksok.ledger.reading_rows import about_columns, reading_rows, row_differences
from yaksok.ledger.rows import mention_rows, statement_rows
from yaksok.ledger.stored_readings import stored_rows
from yaksok.records.problem import Problem
from yaksok.records.statement import Document

Outcome = Literal["added", "new version", "unchanged", "copy"]


def _current_by_hash() -> Select[tuple[str, str]]:
    versions, documents, later = tables.versions, tables.documents, tables.versions.alias("later")
    return (
        select(documents.c.address, documents.c.stem)
        .join(versions, versions.c.document == documents.c.key)
        .where(
            versions.c.source_hash == bindparam("sha256"),
            ~exists().where(later.c.supersedes == versions.c.key),
        )
        .order_by(versions.c.key)
    )


def _latest_at() -> Select[tuple[int, str, str]]:
    versions, documents = tables.versions, tables.documents
    return (
        select(versions.c.key, versions.c.id, versions.c.source_hash)
        .join(documents, documents.c.key == versions.c.document)
        .where(documents.c.address == bindparam("address"))
        .order_by(versions.c.key.desc())
        .limit(1)
    )


# Built once: they are asked for every document.
_CURRENT_BY_HASH = _current_by_hash()
_LATEST_AT = _latest_at()


class Source(NamedTuple):
    """Where a document came from: its address (absolute path), the stem of its name, its bytes and their hash.

    `rules` names the rules by which it was read.
    """

    address: str
    stem: str
    sha256: str
    data: bytes
    rules: str
    media_type: str = "text/plain"
    encoding: str | None = None
    problems: tuple[Problem, ...] = ()


class _Version(NamedTuple):
    key: int
    id: str
    source_hash: str


def start_run(engine: Engine, *, command: str, program: str, rules: str) -> int:
    """Record that a command began; the key by which its rows name it."""
    row = {
        "command": command,
        "program": program,
        "rules": rules,
        "started_at": _now(),
        "nonce": os.urandom(8).hex(),
    }
    row["id"] = run_id(row)
    with engine.begin() as connection:
        key = _insert(connection, insert(tables.runs).values(row))
        record(connection, [Unit("run", row["id"], content_digest([(tables.runs, [row])]))])
        return key


def known_as(connection: Connection, *, address: str, sha256: str) -> tuple[Outcome, str] | None:
    """Why bytes need no reading: ("unchanged", stem) or ("copy", stem of the other), else None.

    A copy has the bytes of the current version of a document at another address.
    """
    current = connection.execute(_CURRENT_BY_HASH, {"sha256": sha256}).all()
    for row in current:
        if row.address == address:
            return ("unchanged", row.stem)
    if current and _latest(connection, address) is None:
        return ("copy", current[0].stem)
    return None


def add_document(engine: Engine, source: Source, document: Document, *, run: int) -> tuple[Outcome, str]:
    """Store a document as read with its bytes, and what its reader noticed.

    Returns what became of it and the stem it is known by; a source that is in the ledger already
    is left alone. Raises sqlalchemy.exc.DBAPIError.
    """
    with engine.begin() as connection:
        known = known_as(connection, address=source.address, sha256=source.sha256)
        if known is not None:
            record(connection, _keep_source(connection, source, run=run))
            return known
        latest = _latest(connection, source.address)
        _store(connection, source, document, run=run, latest=latest)
        return ("added" if latest is None else "new version", source.stem)


def add_reading(
    connection: Connection, source: Source, document: Document, *, run: int
) -> tuple[int, int] | None:
    """Store a new reading of the current version at an address, in the caller's transaction.

    Returns the keys of that version and of the new one; None where it says the same, or the address has
    another content by now. The ledger has the bytes already.
    """
    latest = _latest(connection, source.address)
    if latest is None or latest.source_hash != source.sha256:
        return None
    read = reading_rows(
        document,
        version=latest.key,
        sha256=source.sha256,
        media_type=source.media_type,
        encoding=source.encoding,
    )
    if next(row_differences(read, stored_rows(connection, latest.key)), None) is None:
        return None
    return latest.key, _store_reading(connection, source, document, run=run, latest=latest, units=[])


def is_kept(connection: Connection, *, address: str, sha256: str) -> bool:
    """Whether the ledger has a copy of these bytes and knows that they lie at this address."""
    kept, seen = tables.sources, tables.sightings
    copy = connection.execute(select(kept.c.key).where(kept.c.id == sha256)).first()
    place = connection.execute(select(seen.c.key).where(seen.c.id == sighting_id(address, sha256))).first()
    return copy is not None and place is not None


def sight(engine: Engine, *, address: str, sha256: str, data: bytes, run: int) -> None:
    """Record that bytes of which the ledger has a reading were found at an address."""
    versions = tables.versions
    with engine.begin() as connection:
        media_type = connection.execute(
            select(versions.c.media_type).where(versions.c.source_hash == sha256).limit(1)
        ).scalar_one()
        record(connection, _keep(connection, address, sha256, data, media_type, run=run))


def _store(
    connection: Connection, source: Source, document: Document, *, run: int, latest: _Version | None
) -> None:
    units = _keep_source(connection, source, run=run)
    _store_reading(connection, source, document, run=run, latest=latest, units=units)


def _store_reading(
    connection: Connection,
    source: Source,
    document: Document,
    *,
    run: int,
    latest: _Version | None,
    units: Sequence[Unit],
) -> int:
    """Store what was read, and return its key; `units` were written before it."""
    version, unit = _add_version(connection, source, document, run=run, latest=latest)
    notices = (
        _problem_row(source.address, source.sha256, problem, run=run, version=version)
        for problem in source.problems
    )
    record(connection, [*units, unit, *_add_problems(connection, notices)])
    return version


def _keep_source(connection: Connection, source: Source, *, run: int) -> list[Unit]:
    return _keep(connection, source.address, source.sha256, source.data, source.media_type, run=run)


def _keep(
    connection: Connection, address: str, sha256: str, data: bytes, media_type: str, *, run: int
) -> list[Unit]:
    """Store the bytes and where they were found, unless both are known; the units that were written."""
    units: list[Unit] = []
    kept, seen = tables.sources, tables.sightings
    if connection.execute(select(kept.c.key).where(kept.c.id == sha256)).first() is None:
        row = {
            "id": sha256,
            "size": len(data),
            "media_type": media_type,
            "copy": zlib.compress(data),
            "run": run,
            "stored_at": _now(),
        }
        connection.execute(insert(kept).values(row))
        units.append(Unit("source", sha256, content_digest([(kept, [row])])))
    identity = sighting_id(address, sha256)
    if connection.execute(select(seen.c.key).where(seen.c.id == identity)).first() is None:
        row = {
            "id": identity,
            "source": sha256,
            "address": address,
            "run": run,
            "seen_at": _now(),
        }
        connection.execute(insert(seen).values(row))
        units.append(Unit("sighting", identity, content_digest([(seen, [row])])))
    return units


def add_problem(engine: Engine, *, address: str, sha256: str, problem: Problem, run: int) -> None:
    """Record that a file could not be read, once for each content of the file."""
    with engine.begin() as connection:
        row = _problem_row(address, sha256, problem, run=run, version=None)
        record(connection, _add_problems(connection, [row]))


def _add_version(
    connection: Connection, source: Source, document: Document, *, run: int, latest: _Version | None
) -> tuple[int, Unit]:
    key, about = _document(connection, source)
    row = {
        "id": version_id(about["id"], source.sha256, latest.id if latest else None),
        "document": key,
        "supersedes": latest.key if latest else None,
        **about_columns(
            document, sha256=source.sha256, media_type=source.media_type, encoding=source.encoding
        ),
        "run": run,
        "added_at": _now(),
        "rules": source.rules,
    }
    version = _insert(connection, insert(tables.versions).values(row))
    parts: list[tuple[Table, list[dict[str, Any]]]] = [(tables.documents, [about]), (tables.versions, [row])]
    if document.layout is not None:
        parts.append((tables.layouts, [{"version": version, "content": layout_bytes(document.layout)}]))
    statements = statement_rows(document.statements, version=version, source_hash=source.sha256)
    parts += [
        (tables.statements, statements),
        (tables.mentions, mention_rows(document.statements, version=version)),
    ]
    for table, rows in parts[2:]:
        _insert_all(connection, insert(table), rows)
    return version, Unit("version", str(row["id"]), content_digest(parts))


def _document(connection: Connection, source: Source) -> tuple[int, dict[str, Any]]:
    """Key and row of the document at the source's address, made if it is new."""
    documents = tables.documents
    row = (
        connection.execute(select(documents).where(documents.c.address == source.address)).mappings().first()
    )
    if row is not None:
        return row["key"], dict(row)
    values = {"id": document_id(source.address), "address": source.address, "stem": source.stem}
    return _insert(connection, insert(documents).values(values)), values


def _latest(connection: Connection, address: str) -> _Version | None:
    """The newest version of the document at an address."""
    row = connection.execute(_LATEST_AT, {"address": address}).first()
    return None if row is None else _Version(row.key, row.id, row.source_hash)


def _problem_row(
    address: str, sha256: str, problem: Problem, *, run: int, version: int | None
) -> dict[str, Any]:
    span = problem.span or (None, None)
    return {
        "id": problem_id(address, sha256, problem.number, problem.span),
        "version": version,
        "address": address,
        "number": problem.number,
        "reason": problem.message,
        "next_step": problem.next_step,
        "span_start": span[0],
        "span_end": span[1],
        "run": run,
        "found_at": _now(),
    }


def _add_problems(connection: Connection, rows: Iterable[dict[str, Any]]) -> list[Unit]:
    table = tables.problems
    units = []
    for row in rows:
        if connection.execute(select(table.c.key).where(table.c.id == row["id"])).first() is None:
            connection.execute(insert(table).values(row))
            units.append(Unit("problem", row["id"], content_digest([(table, [row])])))
    return units


def _insert_all(connection: Connection, statement: Insert, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _insert(connection: Connection, statement: Insert) -> int:
    key = connection.execute(statement).inserted_primary_key
    if key is None:
        raise RuntimeError("the database gave no key for a new row")
    return int(key[0])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def store_version(
    connection: Connection, source: Source, document: Document, *, run: int
) -> tuple[Outcome, int]:
    """Store a document within the caller's transaction, also where its bytes are known at another address.

    Returns what became of it and the key of its version; the newest version at its address is left alone if
    it has the same bytes.
    """
    latest = _latest(connection, source.address)
    if latest is not None and latest.source_hash == source.sha256:
        return "unchanged", latest.key
    _store(connection, source, document, run=run, latest=latest)
    stored = _latest(connection, source.address)
    if stored is None:
        raise RuntimeError("a version that was just stored is not there")
    return ("added" if latest is None else "new version"), stored.key
