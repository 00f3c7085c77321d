"""Finding statements by what people write of them: an id, a place such as plan:12, words that stand in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables

PLACE = re.compile(r"(.+):([0-9]{1,9})")
"""The stem of a file's name, or how it begins, and the number of a statement."""

ID = re.compile(r"[0-9a-f]{6,}")
"""The beginning of a statement's id."""

MOST = 500
"""So many statements are looked at; more than anybody can mean."""

_HELD_BACK = re.compile(r"([\\%_])")


def places_meant(connection: Connection, wanted: str) -> list[tuple[int, int]]:
    """The places (version key, number) that can be meant, in current versions; of words only promises.

    Coarser than what is meant: `yaksok.views.finding` chooses among them.
    """
    found = set()
    place = PLACE.fullmatch(wanted.strip())
    if place is not None:
        found |= _found(connection, _starting(tables.documents.c.stem, place[1]), _number(int(place[2])))
    begin = wanted.strip().lower()
    if ID.fullmatch(begin):
        found |= _found(connection, _starting(tables.statements.c.id, begin))
    return sorted(found or _found(connection, *_with_words(wanted.split())))


def _found(connection: Connection, *conditions: ColumnElement[bool]) -> set[tuple[int, int]]:
    statements, dated, documents = tables.statements, derived.dated, tables.documents
    query: Select[tuple[int, int]] = (
        select(statements.c.version, statements.c.n)
        .join(dated, dated.c.version == statements.c.version)
        .join(tables.versions, tables.versions.c.key == statements.c.version)
        .join(documents, documents.c.key == tables.versions.c.document)
        .where(*conditions)
        .limit(MOST)
    )
    return {(row.version, row.n) for row in connection.execute(query)}


def _number(n: int) -> ColumnElement[bool]:
    return tables.statements.c.n == n


def _starting(column: ColumnElement[str], begin: str) -> ColumnElement[bool]:
    return column.like(_held_back(begin) + "%", escape="\\")


def _with_words(words: Sequence[str]) -> list[ColumnElement[bool]]:
    """That a promise holds every word, blanks and case aside; no statement does where there is none."""
    statements, promises = tables.statements, derived.promises
    promised = (
        select(promises.c.n)
        .where(and_(promises.c.version == statements.c.version, promises.c.n == statements.c.n))
        .exists()
    )
    text = func.lower(func.replace(func.replace(statements.c.text, " ", ""), "\n", ""))
    return [promised, *(text.like(f"%{_held_back(word.lower())}%", escape="\\") for word in words or ("\0",))]


def _held_back(words: str) -> str:
    return _HELD_BACK.sub(r"\\\1", words)
