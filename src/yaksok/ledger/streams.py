"""A ledger's current readings and its other records as a stream of rows, so that memory does not grow with it.

The order is the same at every call: documents by date (undated last), stem and address, their statements by
number; what belongs to no document in the order of writing. The caller's transaction decides which state of
the ledger is given.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, Table, bindparam, exists, func, select

from yaksok.ledger import tables

AT_ONCE = 50
"""Documents whose rows are asked for together."""

ROWS_AT_ONCE = 500
"""Rows of a stream that are fetched together."""

Values = Mapping[str, Any]


class Reading(NamedTuple):
    """The rows of one current version: `head` is what it says of the whole document, with stem and address.

    The head has the text only where that was asked for. `layout` is as stored, see `yaksok.ledger.layout_rows`.
    """

    head: Values
    statements: list[Values]
    mentions: list[Values]
    layout: bytes | None


def heads(connection: Connection) -> list[Values]:
    """What every current version says of its document, without the text."""
    versions, documents, runs = tables.versions, tables.documents, tables.runs
    columns = [column for column in versions.columns if column.name != "text"]
    later = versions.alias("later")
    query = (
        select(
            *columns,
            documents.c.stem,
            documents.c.address,
            documents.c.id.label("document_id"),
            runs.c.id.label("run_id"),
            runs.c.program,
        )
        .join(documents, documents.c.key == versions.c.document)
        .join(runs, runs.c.key == versions.c.run)
        .where(~exists().where(later.c.supersedes == versions.c.key))
        .order_by(versions.c.date.is_(None), versions.c.date, documents.c.stem, documents.c.address)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def readings(
    connection: Connection, *, with_text: bool = False, with_mentions: bool = True, with_layout: bool = False
) -> Iterator[Reading]:
    """Every current version with its rows."""
    waiting = iter(heads(connection))
    while chunk := list(islice(waiting, AT_ONCE)):
        keys = [head["key"] for head in chunk]
        statements = _by_version(connection, tables.statements, keys)
        mentions = _by_version(connection, tables.mentions, keys) if with_mentions else {}
        layouts = _layouts(connection, keys) if with_layout else {}
        for head in chunk:
            key = head["key"]
            yield Reading(
                {**head, "text": text_of(connection, key)} if with_text else head,
                statements.get(key, []),
                mentions.get(key, []),
                layouts.get(key),
            )


def text_of(connection: Connection, key: int) -> str:
    """The text of the version with this key."""
    return str(connection.execute(_TEXT, {"key": key}).scalar_one())


def trails(statements: Sequence[Values]) -> Iterator[tuple[str, ...]]:
    """The trail of each statement of one version; where none is stored, it is the parent's with its text."""
    below: dict[int, tuple[str, ...]] = {}
    for row in statements:
        if row["trail"] is not None:
            trail = tuple(json.loads(row["trail"]))
        else:
            trail = () if row["parent"] is None else below[row["parent"]]
        below[row["n"]] = (*trail, row["text"])
        yield trail


def statement_counts(connection: Connection) -> dict[int, int]:
    """How many statements each version has, by its key."""
    table = tables.statements
    counted = select(table.c.version, func.count()).group_by(table.c.version)
    return {row[0]: row[1] for row in connection.execute(counted)}


def all_versions(connection: Connection) -> Iterator[Values]:
    """Every version, the superseded ones too, with the ids of its document, its run and what it supersedes."""
    versions, documents, runs = tables.versions, tables.documents, tables.runs
    earlier = versions.alias("earlier")
    columns = [column for column in versions.columns if column.name != "text"]
    query = (
        select(
            *columns,
            documents.c.stem,
            documents.c.address,
            runs.c.id.label("run_id"),
            runs.c.program,
            earlier.c.id.label("earlier_id"),
        )
        .join(documents, documents.c.key == versions.c.document)
        .join(runs, runs.c.key == versions.c.run)
        .outerjoin(earlier, earlier.c.key == versions.c.supersedes)
        .order_by(versions.c.key)
    )
    yield from _stream(connection, query)


def run_rows(connection: Connection) -> Iterator[Values]:
    """Every run, oldest first."""
    yield from _stream(connection, select(tables.runs).order_by(tables.runs.c.key))


def decision_runs(connection: Connection) -> dict[str, str]:
    """The id of the run in which each decision was written, by the id of the decision."""
    made, runs = tables.decisions, tables.runs
    query = select(made.c.id, runs.c.id).join(runs, runs.c.key == made.c.run)
    return {row[0]: row[1] for row in connection.execute(query)}


def source_rows(connection: Connection) -> Iterator[Values]:
    """Every stored source without its copy; `sightings` lists (address, moment) in the order of seeing."""
    sources, seen = tables.sources, tables.sightings
    columns = [column for column in sources.columns if column.name != "copy"]
    waiting = iter(connection.execute(select(*columns).order_by(sources.c.key)).mappings().all())
    while chunk := list(islice(waiting, ROWS_AT_ONCE)):
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        query = (
            select(seen.c.source, seen.c.address, seen.c.seen_at)
            .where(seen.c.source.in_([row["id"] for row in chunk]))
            .order_by(seen.c.key)
        )
        for source, address, moment in connection.execute(query):
            found[source].append((address, moment))
        for row in chunk:
            yield {**row, "sightings": found[row["id"]]}


def problem_rows(connection: Connection) -> Iterator[Values]:
    """Every problem, oldest first, with the id of the version that it concerns (None where there is none)."""
    problems, versions = tables.problems, tables.versions
    query = (
        select(problems, versions.c.id.label("version_id"))
        .outerjoin(versions, versions.c.key == problems.c.version)
        .order_by(problems.c.key)
    )
    yield from _stream(connection, query)


_TEXT = select(tables.versions.c.text).where(tables.versions.c.key == bindparam("key"))


def _stream(connection: Connection, query: Select[Any]) -> Iterator[Values]:
    with connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE)) as result:
        for row in result.mappings():
            yield dict(row)


def _by_version(connection: Connection, table: Table, keys: Sequence[int]) -> dict[int, list[Values]]:
    query = select(table).where(table.c.version.in_(keys)).order_by(*table.primary_key.columns)
    names = [column.name for column in table.columns]
    at = names.index("version")
    found: defaultdict[int, list[Values]] = defaultdict(list)
    row: Row[Any]
    for row in connection.execute(query):
        found[row[at]].append(dict(zip(names, row, strict=True)))
    return found


def _layouts(connection: Connection, keys: Sequence[int]) -> dict[int, bytes]:
    table = tables.layouts
    query = select(table.c.version, table.c.content).where(table.c.version.in_(keys))
    return {row[0]: row[1] for row in connection.execute(query)}
