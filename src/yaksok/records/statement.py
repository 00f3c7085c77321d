"""The statement: the smallest marked item, heading or sentence of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.layout import Layout
from yaksok.records.mentions import (
    NameMention,
    PartyMention,
    QuantityMention,
    Span,
    TimeMention,
)

Role = Literal["title", "heading", "item", "note", "meta"]
Act = Literal["commitment", "result", "effect", "context", "position", "none"]
Language = Literal["ko", "en"]
Genre = Literal[
    "work_plan",
    "agenda_page",
    "evaluation",
    "press_release",
    "fact_sheet",
    "joint_statement",
    "speech",
    "other",
]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that a statement was read from, with the heads that say what it means.

    Rows and columns count from 0. Heads are from the outside in: the cells of head rows above it, and
    those to its left that name the row.
    """

    span: Span
    row: int
    column: int
    row_heads: tuple[str, ...] = ()
    column_heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its exact source.

    `span` is the stretch of the document's text that `text` was read from, without the marker;
    `extent` adds marker and white space, so that the extents of all statements tile the text.
    `trail` holds the texts of the headings and bullets above, outermost first. `parent` is the
    number `n` of the nearest of them, None at the top. `cells` are the cells of a table that it was
    read from.
    """

    n: int
    span: Span
    extent: Span
    role: Role
    act: Act
    marker: str
    text: str
    trail: tuple[str, ...]
    parent: int | None
    parties: tuple[PartyMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    cells: tuple[TableCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A published text as read: what it says of itself, and its statements in order.

    `date` keeps the precision of the source: "2025", "2025-01" or "2025-01-17". `layout` says where the
    text stands in its file; None for files of nothing but characters.
    """

    title: str
    date: str | None
    issuer: str | None
    genre: Genre
    language: Language
    text: str
    statements: tuple[Statement, ...]
    layout: Layout | None = None
