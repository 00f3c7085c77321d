"""Where the text of a document stands in its file: paragraphs, printed lines, tables, notes.

All spans count characters of the text that the layout belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.mentions import Span

PlaceKind = Literal["body", "caption", "box", "footnote", "endnote", "header", "footer", "page_number"]
NoteKind = Literal["footnote", "endnote"]
AnnotationKind = Literal["memo", "comment", "inserted", "deleted", "moved_from", "moved_to"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch) from the upper left corner of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph of a file, or one printed line of a PDF.

    `path` is its structural address, such as "section0/p12" or "section0/p3/table0/r1c2/p0" ("page3/line7" in
    a PDF); `page` counts from 1 and is None where the file keeps no pages. `mark` is the automatic number or
    bullet that the program shows in front of it and that is no part of the text; `mark_level` its list
    level from 0. `heading` is the level of a heading style from 1, 0 for other paragraphs. `indent`
    counts columns (half the width of a Korean letter) by which its format sets in the first line.
    `continues`: a printed line that goes on from the one before, as its place on the page tells.
    """

    span: Span
    path: str
    page: int | None = None
    box: Box | None = None
    kind: PlaceKind = "body"
    mark: str = ""
    mark_level: int = 0
    heading: int = 0
    indent: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; rows and columns count from 0.

    `breaks` are the offsets of the blanks in its span that stand for a broken line. `own_lines`: its
    paragraphs stand on lines of their own; else the cell is a part of its row's line.
    """

    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    own_lines: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its cells in order of rows, then columns; cells that span rows stand in their first."""

    span: Span
    path: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A foot- or endnote: where its mark stands in the text (the mark itself is no part of it), and its text."""

    anchor: int
    span: Span
    mark: str
    kind: NoteKind


@dataclass(frozen=True, slots=True)
class Annotation:
    """What somebody wrote on a document: a memo, a comment, or a tracked change.

    `span` is what it concerns: inserted words stand in the text, deleted ones and memos do not, so `text`
    holds them.
    """

    kind: AnnotationKind
    span: Span
    text: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Words that lead to an address outside of the document."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything a file says of its text besides its characters.

    `places` are in order of the text and do not overlap. `unbroken`: the file keeps paragraphs whole, so no
    line of the text was broken by layout. `whole_words`: printed lines break between words only.
    """

    places: tuple[Place, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    links: tuple[Hyperlink, ...] = ()
    unbroken: bool = False
    whole_words: bool = False
