"""A document as an office file holds it: paragraphs and tables in reading order, with what hangs on them.

Every reader of an office format builds this and nothing else. Offsets count characters of the paragraph
that they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yaksok.records.layout import AnnotationKind, Box, NoteKind, PlaceKind
from yaksok.records.problem import Problem


@dataclass(frozen=True, slots=True)
class FlowNote:
    """A foot- or endnote anchored at `offset`; `mark` as it is shown, such as "1)"."""

    offset: int
    kind: NoteKind
    mark: str
    blocks: tuple[Paragraph | FlowTable, ...]


@dataclass(frozen=True, slots=True)
class FlowLink:
    """Characters `start` to `end` lead to `target`, an address outside of the document."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class FlowAnnotation:
    """A memo, comment or tracked change on the characters `start` to `end`.

    `text` is the memo, or the words that were inserted or deleted; deleted words are not in the paragraph.
    """

    kind: AnnotationKind
    start: int
    end: int
    text: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph, or a printed line of a PDF.

    `text` is without its automatic mark, notes and memos; "\n" is a forced line break. `gap` is the number of
    empty lines that the page shows above it, beyond empty paragraphs, which are paragraphs without text.
    `continues`: a printed line that goes on from the one before, as its place on the page tells.
    For the other fields see `records.layout.Place`.
    """

    path: str
    text: str
    kind: PlaceKind = "body"
    mark: str = ""
    mark_level: int = 0
    heading: int = 0
    indent: int = 0
    gap: int = 0
    continues: bool = False
    page: int | None = None
    box: Box | None = None
    new_page: bool = False
    notes: tuple[FlowNote, ...] = ()
    links: tuple[FlowLink, ...] = ()
    annotations: tuple[FlowAnnotation, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowCell:
    """A cell and what is in it; rows and columns count from 0. `header`: the file sets it as a head."""

    row: int
    column: int
    blocks: tuple[Paragraph | FlowTable, ...]
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table. A caption is a paragraph of kind "caption" before or behind it in the flow."""

    path: str
    cells: tuple[FlowCell, ...]


FlowBlock = Paragraph | FlowTable


@dataclass(frozen=True, slots=True)
class Flow:
    """What a reader found in a file.

    `blocks` are in reading order: text boxes and tables follow the paragraph that they are anchored in;
    headers, footers and page numbers stand where they are first shown. `unbroken`: paragraphs are whole;
    False for printed lines. `whole_words`: printed lines are known to break between words only.
    """

    blocks: tuple[FlowBlock, ...]
    media_type: str
    unbroken: bool = True
    whole_words: bool = False
    title: str | None = None
    language: str | None = None
    problems: tuple[Problem, ...] = field(default=())
