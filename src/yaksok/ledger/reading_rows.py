"""What one reading says, as the rows that store it: to write it, and to tell two readings apart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import zip_longest
from typing import Any, NamedTuple

from yaksok.ledger.layout_rows import layout_bytes, layout_from
from yaksok.ledger.rows import mention_rows, statement_rows
from yaksok.records.statement import Document

Row = Mapping[str, Any]

_PLACES = frozenset({"version"})
"""Columns that say in which ledger a row stands, not what was read."""


class ReadingRows(NamedTuple):
    """The rows of one reading: what its version says of the whole document, then all that belongs to it."""

    about: Row
    statements: list[Row]
    mentions: list[Row]
    layout: bytes | None


class RowDifference(NamedTuple):
    """Where two readings differ: of which statement (None: of the document), what, and both sides."""

    statement: int | None
    what: str
    one: Any
    other: Any


def reading_rows(
    document: Document, *, version: int, sha256: str, media_type: str, encoding: str | None
) -> ReadingRows:
    """The rows of a document that was read from the bytes with this hash."""
    return ReadingRows(
        about_columns(document, sha256=sha256, media_type=media_type, encoding=encoding),
        list(statement_rows(document.statements, version=version, source_hash=sha256)),
        list(mention_rows(document.statements, version=version)),
        None if document.layout is None else layout_bytes(document.layout),
    )


def about_columns(document: Document, *, sha256: str, media_type: str, encoding: str | None) -> Row:
    """What the row of a version says of the document as a whole."""
    return {
        "source_hash": sha256,
        "media_type": media_type,
        "encoding": encoding,
        "title": document.title,
        "date": document.date,
        "issuer": document.issuer,
        "genre": document.genre,
        "language": document.language,
        "text": document.text,
    }


def row_differences(one: ReadingRows, other: ReadingRows) -> Iterator[RowDifference]:
    """Where two readings differ; columns that `one` does not have in its rows are not compared."""
    yield from _columns(None, "", one.about, other.about)
    yield from _rows("statement", ("n",), one.statements, other.statements)
    yield from _rows("mention", ("n", "ordinal"), one.mentions, other.mentions)
    yield from _layouts(one.layout, other.layout)


def _rows(
    name: str, key: tuple[str, ...], one: Iterable[Row], other: Iterable[Row]
) -> Iterator[RowDifference]:
    left, right = _by(key, one), _by(key, other)
    for place in sorted(left.keys() | right.keys()):
        label = "" if len(place) == 1 else f"{name} {place[-1]}: "
        mine, theirs = left.get(place), right.get(place)
        if mine is None or theirs is None:
            yield RowDifference(place[0], f"{label}the {name}", _text_of(mine), _text_of(theirs))
        else:
            yield from _columns(place[0], label, mine, theirs)


def _columns(statement: int | None, label: str, one: Row, other: Row) -> Iterator[RowDifference]:
    for name, value in one.items():
        if name not in _PLACES and other.get(name) != value:
            yield RowDifference(statement, f"{label}{name}", value, other.get(name))


def _layouts(one: bytes | None, other: bytes | None) -> Iterator[RowDifference]:
    if one == other:
        return
    if one is None or other is None:
        yield RowDifference(None, "layout", _presence(one), _presence(other))
        return
    # The same layout may be compressed in two ways.
    left, right = layout_from(one), layout_from(other)
    for field in fields(left):
        mine, theirs = getattr(left, field.name), getattr(right, field.name)
        if isinstance(mine, tuple):
            for number, pair in enumerate(zip_longest(mine, theirs), 1):
                if pair[0] != pair[1]:
                    yield RowDifference(None, f"{field.name} of the layout, number {number}", *pair)
        elif mine != theirs:
            yield RowDifference(None, f"{field.name} of the layout", mine, theirs)


def _presence(layout: bytes | None) -> str | None:
    return None if layout is None else "a layout"


def _by(key: tuple[str, ...], rows: Iterable[Row]) -> dict[tuple[int, ...], Row]:
    return {tuple(row[name] for name in key): row for row in rows}


def _text_of(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row["text"], ensure_ascii=False)
