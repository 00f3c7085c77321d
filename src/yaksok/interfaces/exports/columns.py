"""The tables that a ledger is exported as, and their columns; docs/exports.md says what each column means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from yaksok.errors import UnknownTable

Kind = Literal["text", "integer", "number", "truth", "day", "moment", "texts"]
"""What a cell holds: str, int, float, bool, date, datetime in UTC, or a list of str."""

TableName = Literal[
    "documents", "statements", "mentions", "links", "promises", "decisions", "problems", "sources"
]

ExportFormat = Literal["jsonl", "csv", "parquet", "prov", "annotations"]
FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
TABLE_FORMATS: tuple[ExportFormat, ...] = ("jsonl", "csv", "parquet")
"""Formats that write tables; the others write one file of everything."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `nullable`: a cell may be None; a text column that is not nullable may hold an empty text."""

    name: str
    kind: Kind
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of one table in order."""

    name: TableName
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _columns(kind: Kind, names: str, *, nullable: bool = False) -> tuple[Column, ...]:
    return tuple(Column(name, kind, nullable) for name in names.split())


def _ends(*names: str, nullable: bool = False) -> tuple[Column, ...]:
    """The columns of a reference to a statement under each of these names."""
    return tuple(
        column
        for name in names
        for column in (
            *_columns("text", f"{name}_id {name}_doc {name}_version", nullable=nullable),
            *_columns("integer", f"{name}_n", nullable=nullable),
            *_columns("text", f"{name}_text", nullable=nullable),
            *_columns("integer", f"{name}_span_start {name}_span_end", nullable=nullable),
        )
    )


_PLACE = (*_columns("text", "doc version"), *_columns("integer", "n"))
_SPAN = _columns("integer", "span_start span_end")

_DOCUMENTS = (
    *_columns("text", "doc version address source media_type"),
    *_columns("text", "encoding", nullable=True),
    *_columns("text", "title"),
    *_columns("text", "date", nullable=True),
    *_columns("day", "first_day last_day", nullable=True),
    *_columns("text", "issuer", nullable=True),
    *_columns("text", "genre language"),
    *_columns("text", "rules", nullable=True),
    *_columns("moment", "added_at"),
    *_columns("integer", "statements"),
    *_columns("text", "text"),
)

_STATEMENTS = (
    *_columns("text", "id"),
    *_PLACE,
    *_SPAN,
    *_columns("integer", "extent_start extent_end"),
    *_columns("text", "role act marker text"),
    *_columns("texts", "trail"),
    *_columns("integer", "parent", nullable=True),
    *_columns("texts", "parties"),
    *_columns("text", "path", nullable=True),
    *_columns("integer", "path_start", nullable=True),
    *_columns("text", "path_to", nullable=True),
    *_columns("integer", "path_end page", nullable=True),
    *_columns("text", "cells", nullable=True),
)

_MENTIONS = (
    *_columns("text", "statement_id"),
    *_PLACE,
    *_columns("integer", "ordinal"),
    *_columns("text", "kind text"),
    *_SPAN,
    *_columns("text", "party", nullable=True),
    *_columns("day", "time_start time_end", nullable=True),
    *_columns("text", "time_role", nullable=True),
    *_columns("number", "value", nullable=True),
    *_columns("text", "value_exact unit name_type", nullable=True),
)

_LINKS = (
    *_ends("promise", "later"),
    *_columns("text", "relation"),
    *_columns("number", "score"),
    *_columns("text", "proposer state"),
    *_columns("text", "decision", nullable=True),
    *_columns("text", "rule"),
    *_columns("texts", "words parties programmes names times amounts named"),
    *_columns("text", "event", nullable=True),
    *_columns("text", "why"),
)

_PROMISES = (
    *_columns("text", "id"),
    *_PLACE,
    *_columns("text", "text"),
    *_SPAN,
    *_columns("text", "issuer published", nullable=True),
    *_columns("texts", "parties"),
    *_columns("day", "due", nullable=True),
    *_columns("text", "due_words", nullable=True),
    *_columns("truth", "due_inherited", nullable=True),
    *_columns("truth", "testable"),
    *_columns("text", "testable_why"),
    *_columns("texts", "missing"),
    *_columns("text", "status"),
    *_columns("truth", "late"),
    *_columns("text", "done", nullable=True),
    *_columns("day", "effective", nullable=True),
    *_columns("truth", "work"),
    *_columns("truth", "self_reported", nullable=True),
    *_columns("texts", "evidence evidence_relations evidence_provenance"),
    *_columns("text", "search", nullable=True),
    *_columns("integer", "searched", nullable=True),
    *_columns("text", "why"),
    *_columns("day", "as_of"),
    *_columns("text", "rules"),
)

_DECISIONS = (
    *_columns("text", "id kind promise_id promise_doc promise_text"),
    *_columns("text", "later_id later_doc later_text relation", nullable=True),
    *_columns("text", "person note"),
    *_columns("moment", "decided_at"),
    *_columns("text", "undoes", nullable=True),
)

_PROBLEMS = (
    *_columns("text", "id address"),
    *_columns("text", "version", nullable=True),
    *_columns("text", "number reason next_step"),
    *_columns("integer", "span_start span_end", nullable=True),
    *_columns("moment", "found_at"),
)

_SOURCES = (
    *_columns("text", "sha256"),
    *_columns("integer", "size"),
    *_columns("text", "media_type"),
    *_columns("moment", "stored_at"),
    *_columns("texts", "addresses"),
    *_columns("moment", "first_seen last_seen", nullable=True),
)

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        Shape("documents", _DOCUMENTS),
        Shape("statements", _STATEMENTS),
        Shape("mentions", _MENTIONS),
        Shape("links", _LINKS),
        Shape("promises", _PROMISES),
        Shape("decisions", _DECISIONS),
        Shape("problems", _PROBLEMS),
        Shape("sources", _SOURCES),
    )
}
"""The tables by name, in the order in which they are exported."""


def shape_of(name: str) -> Shape:
    """The table of this name. Raises UnknownTable."""
    if name not in SHAPES:
        raise UnknownTable(value=name, known=", ".join(SHAPES))
    return SHAPES[name]


def misuse(format_name: str, tables: Sequence[str], *, bom: bool, as_of: bool) -> str:
    """What is asked of an export and would do nothing; empty if all is well.

    `tables` are those named, none for all; `as_of`: a day was given.
    """
    everything = format_name in FORMATS and format_name not in TABLE_FORMATS
    if bom and format_name != "csv":
        return "The mark for spreadsheets belongs to the format csv."
    if tables and everything:
        return f"Tables can be chosen for the formats {', '.join(TABLE_FORMATS)}."
    judged = format_name == "prov" or (not everything and (not tables or "promises" in tables))
    if as_of and not judged:
        return "A day is for judging promises, and none are written."
    return ""
