"""Whether the ids of records are what the records say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, select

from yaksok.ledger import tables
from yaksok.ledger.decisions import decision_id, decision_of
from yaksok.ledger.identity import (
    document_id,
    problem_id,
    run_id,
    series_id,
    sighting_id,
    statement_id,
    version_id,
)
from yaksok.ledger.journal import Kind
from yaksok.ledger.linkings import link_id, linking_id
from yaksok.ledger.stored_copies import unpacked
from yaksok.ledger.units import ReadUnit, Row

_OTHER = "its id is not that of what it says"


def id_faults(connection: Connection, kind: Kind, read: ReadUnit) -> Iterator[str]:
    """What does not fit, in words; nothing for records whose ids are not hashes of their own words."""
    said = _said_id(connection, kind, read.row)
    if said is not None and said != read.row["id"]:
        yield _OTHER
    if kind == "source":
        yield from _copy(read.row)
    elif kind == "version":
        yield from _version(connection, read)
    elif kind == "linking":
        yield from _linking(connection, read)


def _said_id(connection: Connection, kind: Kind, row: Row) -> str | None:
    """The id of what a row says by itself; None where it takes more than the row, or the id says less."""
    match kind:
        case "run":
            # Before the second schema a run's id held what its row does not.
            return None if row["nonce"] is None else run_id(row)
        case "sighting":
            return sighting_id(row["address"], row["source"])
        case "problem":
            return _problem_id(connection, row)
        case "decision":
            return decision_id(decision_of(row))
        case "series":
            version = connection.execute(_VERSION, {"key": row["version"]}).scalar()
            return series_id(str(version), row["indicator"], row["unit"], row["promise_id"])
        case _:
            return None


def address_of_unit(connection: Connection, kind: Kind, read: ReadUnit) -> str:
    """The address of the document that a unit belongs to, as far as it has one."""
    match kind:
        case "sighting" | "problem":
            return str(read.row["address"])
        case "version":
            return next((str(row["address"]) for row in _of(read, tables.documents)), "")
        case "source":
            return str(connection.execute(_SEEN, {"source": read.row["id"]}).scalar() or "")
        case "series":
            return str(connection.execute(_ADDRESS, {"version": read.row["version"]}).scalar() or "")
        case "decision":
            return str(read.row["promise_doc"])
        case _:
            return ""


_SEEN = select(tables.sightings.c.address).where(tables.sightings.c.source == bindparam("source")).limit(1)
_ADDRESS = (
    select(tables.documents.c.address)
    .join(tables.versions, tables.versions.c.document == tables.documents.c.key)
    .where(tables.versions.c.key == bindparam("version"))
)
_VERSION = select(tables.versions.c.id, tables.versions.c.source_hash).where(
    tables.versions.c.key == bindparam("key")
)


def _copy(row: Row) -> Iterator[str]:
    try:
        data = unpacked(row["copy"], row["size"])
    except ValueError as error:
        yield f"its stored copy cannot be unpacked: {error}"
        return
    if sha256(data).hexdigest() != row["id"]:
        yield "its stored copy has another SHA-256 than its id"


def _problem_id(connection: Connection, row: Row) -> str | None:
    if row["version"] is None:
        return None  # the hash of a file that could not be read is not on record
    version = connection.execute(_VERSION, {"key": row["version"]}).first()
    span = None if row["span_start"] is None else (row["span_start"], row["span_end"])
    source = version.source_hash if version is not None else ""
    return problem_id(row["address"], source, row["number"], span)


def _version(connection: Connection, read: ReadUnit) -> Iterator[str]:
    row = read.row
    for document in _of(read, tables.documents):
        if document_id(document["address"]) != document["id"]:
            yield "the id of its document is not that of its address"
        before = None
        if row["supersedes"] is not None:
            before = connection.execute(_VERSION, {"key": row["supersedes"]}).scalar()
        if version_id(document["id"], row["source_hash"], before) != row["id"]:
            yield _OTHER
    numbers = set()
    for statement in _of(read, tables.statements):
        numbers.add(statement["n"])
        span = (statement["span_start"], statement["span_end"])
        if statement_id(row["source_hash"], span, statement["text"]) != statement["id"]:
            yield f"statement {statement['n']}: its id is not that of its span and text"
    for mention in _of(read, tables.mentions):
        if mention["n"] not in numbers:
            yield f"mention {mention['ordinal']} of statement {mention['n']}: there is no such statement"


def _linking(connection: Connection, read: ReadUnit) -> Iterator[str]:
    if linking_id(read.row, [row["id"] for row in _of(read, tables.versions)]) != read.row["id"]:
        yield _OTHER
    ends = {row.key: row for row in connection.execute(_ENDS, {"linking": read.row["key"]})}
    for link in _of(read, tables.links):
        promise, later = ends[link["key"]][1:]
        if promise is None or later is None:
            yield f"link {link['id']}: a statement that it names is not there"
        elif link_id(link, promise, later) != link["id"]:
            yield f"link {link['id']}: its id is not that of what it says"


def _ends() -> Any:
    """The links of a pass with the ids of their statements, None where there is none."""
    links, promise, later = tables.links, tables.statements.alias("promise"), tables.statements.alias("later")
    return (
        select(links.c.key, promise.c.id, later.c.id)
        .outerjoin(
            promise, and_(promise.c.version == links.c.promise_version, promise.c.n == links.c.promise_n)
        )
        .outerjoin(later, and_(later.c.version == links.c.later_version, later.c.n == links.c.later_n))
        .where(links.c.linking == bindparam("linking"))
    )


_ENDS = _ends()


def _of(read: ReadUnit, table: Table) -> Iterable[Row]:
    return next((rows for of, rows in read.parts if of is table), ())
