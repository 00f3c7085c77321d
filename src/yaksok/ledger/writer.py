"""Adding to a ledger: one document in one transaction, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Engine, Insert, Select, bindparam, exists, insert, select

from yaksok.ledger import tables
from yaksok.ledger.identity import digest, document_id, problem_id, version_id
from yaksok.ledger.rows import mention_rows, statement_rows
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


def _latest_at() -> Select[tuple[int, str]]:
    versions, documents = tables.versions, tables.documents
    return (
        select(versions.c.key, versions.c.id)
        .join(documents, documents.c.key == versions.c.document)
        .where(documents.c.address == bindparam("address"))
        .order_by(versions.c.key.desc())
        .limit(1)
    )


# Built once: they are asked for every document.
_CURRENT_BY_HASH = _current_by_hash()
_LATEST_AT = _latest_at()


class Source(NamedTuple):
    """Where a document came from: its address (absolute path), the stem of its name, its bytes' hash."""

    address: str
    stem: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str | None = None
    problems: tuple[Problem, ...] = ()


class _Version(NamedTuple):
    key: int
    id: str


def start_run(engine: Engine, *, command: str, program: str) -> int:
    """Record that a command began; the key by which its rows name it."""
    now = _now()
    said = ("run", command, program, now, os.getpid(), os.urandom(8).hex())
    with engine.begin() as connection:
        return _insert(
            connection,
            insert(tables.runs).values(id=digest(said), command=command, program=program, started_at=now),
        )


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
    """Store a document as read, and what its reader noticed.

    Returns what became of it and the stem it is known by; a source that is in the ledger already
    is left alone. Raises sqlalchemy.exc.DBAPIError.
    """
    with engine.begin() as connection:
        known = known_as(connection, address=source.address, sha256=source.sha256)
        if known is not None:
            return known
        latest = _latest(connection, source.address)
        version = _add_version(connection, source, document, run=run, latest=latest)
        rows = statement_rows(document.statements, version=version, source_hash=source.sha256)
        _insert_all(connection, insert(tables.statements), rows)
        _insert_all(connection, insert(tables.mentions), mention_rows(document.statements, version=version))
        notices = (
            _problem_row(source.address, source.sha256, problem, run=run, version=version)
            for problem in source.problems
        )
        _add_problems(connection, notices)
        return ("added" if latest is None else "new version", source.stem)


def add_problem(engine: Engine, *, address: str, sha256: str, problem: Problem, run: int) -> None:
    """Record that a file could not be read, once for each content of the file."""
    with engine.begin() as connection:
        _add_problems(connection, [_problem_row(address, sha256, problem, run=run, version=None)])


def _add_version(
    connection: Connection, source: Source, document: Document, *, run: int, latest: _Version | None
) -> int:
    key, identity = _document(connection, source)
    return _insert(
        connection,
        insert(tables.versions).values(
            id=version_id(identity, source.sha256, latest.id if latest else None),
            document=key,
            supersedes=latest.key if latest else None,
            source_hash=source.sha256,
            media_type=source.media_type,
            encoding=source.encoding,
            run=run,
            added_at=_now(),
            title=document.title,
            date=document.date,
            issuer=document.issuer,
            genre=document.genre,
            language=document.language,
            text=document.text,
        ),
    )


def _document(connection: Connection, source: Source) -> tuple[int, str]:
    """Key and id of the document at the source's address, made if it is new."""
    documents = tables.documents
    row = connection.execute(
        select(documents.c.key, documents.c.id).where(documents.c.address == source.address)
    ).first()
    if row is not None:
        return row.key, row.id
    identity = document_id(source.address)
    values = {"id": identity, "address": source.address, "stem": source.stem}
    return _insert(connection, insert(documents).values(values)), identity


def _latest(connection: Connection, address: str) -> _Version | None:
    """The newest version of the document at an address."""
    row = connection.execute(_LATEST_AT, {"address": address}).first()
    return None if row is None else _Version(row.key, row.id)


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


def _add_problems(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    table = tables.problems
    for row in rows:
        if connection.execute(select(table.c.key).where(table.c.id == row["id"])).first() is None:
            connection.execute(insert(table).values(row))


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
