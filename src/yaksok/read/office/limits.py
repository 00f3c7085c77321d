"""How much a flow may hold, so that no file makes reading endless; docs/formats.md lists the limits.

They are far beyond what people write: they stop files made to break a program, and those that damage has
turned into such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yaksok.errors import NestedTooDeep, UnpacksTooLarge
from yaksok.read.office.flow import Flow, FlowBlock, FlowTable, Paragraph
from yaksok.records.layout import Cell

MOST_CHARACTERS = 64 * 1024 * 1024
"""Letters of a document, as many as the largest text file that is read by default may have."""
MOST_PARAGRAPHS = 2_000_000
MOST_CELLS = 500_000
MOST_NOTES = 100_000
DEEPEST_BLOCKS = 64
"""Tables, notes and boxes inside each other; a table takes at least five of XML's 256 levels."""
LARGEST_ADDRESS = 65_535
"""Rows and columns, which HWP counts in two bytes."""
LONGEST_MARK = 200
MOST_INDENT = 1_000
MOST_GAP = 100
MOST_LEVELS = 100
_MOST_AREA = 4_000_000


def check_flow(flow: Flow, *, path: str) -> None:
    """Raises NestedTooDeep or UnpacksTooLarge for a flow beyond the limits. It does not recurse."""
    characters = paragraphs = cells = notes = 0
    waiting: list[tuple[Sequence[FlowBlock], int]] = [(flow.blocks, 1)]
    while waiting:
        blocks, depth = waiting.pop()
        if depth > DEEPEST_BLOCKS:
            raise NestedTooDeep(path=path, limit=f"{DEEPEST_BLOCKS:,}")
        for block in blocks:
            if isinstance(block, FlowTable):
                cells += len(block.cells)
                _check_addresses(block, path)
                waiting.extend((cell.blocks, depth + 1) for cell in block.cells)
            else:
                paragraphs += 1
                notes += len(block.notes)
                characters += len(block.text)
                if block.annotations:
                    characters += sum(len(note.text) for note in block.annotations)
                if block.notes:
                    waiting.extend((note.blocks, depth + 1) for note in block.notes)
    counted = (
        (characters, MOST_CHARACTERS, "characters"),
        (paragraphs, MOST_PARAGRAPHS, "paragraphs"),
        (cells, MOST_CELLS, "cells"),
        (notes, MOST_NOTES, "notes"),
    )
    for count, limit, what in counted:
        if count > limit:
            raise UnpacksTooLarge(path=path, limit=f"{limit:,} {what}")


def bounded(paragraph: Paragraph) -> Paragraph:
    """The paragraph with a mark, an indent and levels that may stand on a page."""
    if (
        len(paragraph.mark) <= LONGEST_MARK
        and 0 <= paragraph.indent <= MOST_INDENT
        and 0 <= paragraph.gap <= MOST_GAP
        and 0 <= paragraph.heading <= MOST_LEVELS
        and 0 <= paragraph.mark_level <= MOST_LEVELS
    ):
        return paragraph
    return replace(
        paragraph,
        mark=paragraph.mark[:LONGEST_MARK],
        indent=_clip(paragraph.indent, MOST_INDENT),
        gap=_clip(paragraph.gap, MOST_GAP),
        heading=_clip(paragraph.heading, MOST_LEVELS),
        mark_level=_clip(paragraph.mark_level, MOST_LEVELS),
    )


def within_table(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells with spans that end where their table ends.

    Cells that claim many times the room there is are taken as single ones, all of them.
    """
    rows = 1 + max((cell.row for cell in cells), default=0)
    columns = 1 + max((cell.column for cell in cells), default=0)
    clipped = [_clipped(cell, rows - cell.row, columns - cell.column) for cell in cells]
    if sum(cell.row_span * cell.column_span for cell in clipped) > _MOST_AREA:
        return tuple(_clipped(cell, 1, 1) for cell in cells)
    return tuple(clipped)


def _clipped(cell: Cell, rows: int, columns: int) -> Cell:
    if 1 <= cell.row_span <= rows and 1 <= cell.column_span <= columns:
        return cell
    return replace(
        cell,
        row_span=max(1, min(cell.row_span, rows)),
        column_span=max(1, min(cell.column_span, columns)),
    )


def _clip(value: int, most: int) -> int:
    return max(0, min(value, most))


def _check_addresses(table: FlowTable, path: str) -> None:
    if any(
        not (0 <= cell.row <= LARGEST_ADDRESS and 0 <= cell.column <= LARGEST_ADDRESS) for cell in table.cells
    ):
        raise UnpacksTooLarge(path=path, limit=f"{LARGEST_ADDRESS:,} rows or columns of a table")
