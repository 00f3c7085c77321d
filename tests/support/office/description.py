"""A document in plain records, which the writers beside this file put into every format.

Paragraphs hold pieces: strings ("\\n" breaks the line, "\\t" is a tab), links, notes, changes and memos. Automatic
numbers and bullets are named by list and level; a writer that has no lists types them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

NoteKind = Literal["footnote", "endnote"]
ChangeKind = Literal["inserted", "deleted"]
NumberFormat = Literal["digit", "hangul", "circled", "roman", "latin", "bullet"]
AUTHOR = "검토자"
MOMENT = "2024-01-02T03:04:05Z"
"""The time of every change and memo, so that a file is the same whenever it is written."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Note:
    """A foot- or endnote anchored where it stands among the pieces."""

    blocks: tuple[Paragraph, ...]
    kind: NoteKind = "footnote"


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were inserted or deleted while changes were tracked."""

    text: str
    kind: ChangeKind


@dataclass(frozen=True, slots=True)
class Memo:
    """Words that somebody wrote a memo on."""

    text: str
    memo: str


Piece = str | Link | Note | Change | Memo


@dataclass(frozen=True, slots=True)
class ListMark:
    """The automatic number or bullet of a paragraph; levels count from 0."""

    list_name: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A text box, anchored in the paragraph that names it."""

    blocks: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`indent` counts columns set by format; blanks that were typed stand in the pieces.

    `heading` is the level of a heading style from 1. `new_page`: a page begins with it.
    """

    pieces: tuple[Piece, ...] = ()
    mark: ListMark | None = None
    heading: int = 0
    indent: int = 0
    title: bool = False
    new_page: bool = False
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the rows and columns that it takes."""

    blocks: tuple[Block, ...]
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the cells that begin in them; `header_rows` of them are set as heads."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    caption: str = ""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `template` holds "^1" to "^9" for the numbers of its levels, or is the bullet."""

    format: NumberFormat
    template: str


@dataclass(frozen=True, slots=True)
class ListStyle:
    """A list by name. `outline`: it numbers the headings, by their styles where the format can."""

    name: str
    levels: tuple[Level, ...]
    outline: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """A whole document. `header` and `footer` run on every page; `page_numbers` shows "- 1 -" at its foot."""

    blocks: tuple[Block, ...]
    title: str = ""
    language: Literal["ko", "en"] = "ko"
    lists: tuple[ListStyle, ...] = ()
    header: str = ""
    footer: str = ""
    page_numbers: bool = False


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with the row and column where it begins, from 0."""

    cell: Cell
    row: int
    column: int
    header: bool


def paragraph(*pieces: Piece, level: int | None = None, of: str = "list", indent: int = 0) -> Paragraph:
    """A paragraph of the body; with `level` it has an automatic mark of the list `of`."""
    return Paragraph(pieces, mark=None if level is None else ListMark(of, level), indent=indent)


def cell(*texts: str, rows: int = 1, columns: int = 1) -> Cell:
    """A cell with a paragraph for each text."""
    return Cell(tuple(Paragraph((text,) if text else ()) for text in texts), rows, columns)


def footnote(text: str, kind: NoteKind = "footnote") -> Note:
    """A note of one paragraph."""
    return Note((Paragraph((text,)),), kind)


def placed(table: Table) -> list[PlacedCell]:
    """The cells of a table in order of rows, with their addresses."""
    taken: set[tuple[int, int]] = set()
    result: list[PlacedCell] = []
    for row, cells in enumerate(table.rows):
        column = 0
        for each in cells:
            while (row, column) in taken:
                column += 1
            result.append(PlacedCell(each, row, column, row < table.header_rows))
            taken |= {
                (row + down, column + right)
                for down in range(each.row_span)
                for right in range(each.column_span)
            }
            column += each.column_span
    return result


def column_count(table: Table) -> int:
    """How many columns a table has."""
    return max(at.column + at.cell.column_span for at in placed(table))


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph in reading order, those in notes, boxes and cells too."""
    for block in blocks:
        if isinstance(block, Table):
            for at in placed(block):
                yield from paragraphs(at.cell.blocks)
            continue
        yield block
        for piece in block.pieces:
            if isinstance(piece, Note):
                yield from paragraphs(piece.blocks)
        for box in block.boxes:
            yield from paragraphs(box.blocks)
