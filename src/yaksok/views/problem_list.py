"""The problems of a ledger as a list: files that could not be read, and what was mended in those that could."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from sqlalchemy import Connection, func, select

from yaksok.ledger import tables
from yaksok.records.standing import Page

ProblemKind = Literal["unread", "notice"]
"""unread: nothing of the file could be read. notice: it was read, and something in it was mended or guessed."""


@dataclass(frozen=True, slots=True)
class ListedProblem:
    """A problem with the name of its file, without folders; `document` is the stem, "" where nothing was read."""

    key: int
    file: str
    document: str
    number: str
    reason: str
    next_step: str
    found_at: str


def problems_of(
    connection: Connection, kind: ProblemKind, *, limit: int, before: int = 0
) -> Page[ListedProblem]:
    """Problems, newest first; those with a key below `before` where one is given."""
    table, versions, documents = tables.problems, tables.versions, tables.documents
    of_kind = table.c.version.is_(None) if kind == "unread" else table.c.version.is_not(None)
    query = (
        select(table, documents.c.stem)
        .outerjoin(versions, versions.c.key == table.c.version)
        .outerjoin(documents, documents.c.key == versions.c.document)
        .where(of_kind)
        .order_by(table.c.key.desc())
        .limit(limit + 1)
    )
    if before:
        query = query.where(table.c.key < before)
    rows = [
        ListedProblem(
            key=row["key"],
            file=PurePath(row["address"].removeprefix("upload:")).name,
            document=row["stem"] or "",
            number=row["number"],
            reason=row["reason"],
            next_step=row["next_step"],
            found_at=row["found_at"],
        )
        for row in connection.execute(query).mappings()
    ]
    more = str(rows[limit - 1].key) if len(rows) > limit else ""
    return Page(tuple(rows[:limit]), None, next=more)


def count_unread(connection: Connection) -> int:
    """How many files could not be read."""
    table = tables.problems
    query = select(func.count()).select_from(table).where(table.c.version.is_(None))
    return int(connection.execute(query).scalar_one())
