"""Which tables are tables: rows of phrases, rows with lines of their own, and frames drawn with a table."""

from __future__ import annotations

from itertools import groupby

from yaksok.read.office.flow import FlowCell, FlowTable, Paragraph

_LONGEST_PHRASE_CELL = 160
"""Letters of a cell that still counts as a phrase, as on web pages (`read.html.rows`)."""
# What opens an item in a cell: two of them make a list, which needs lines of its own.
_ITEM_SIGNS = frozenset("□■◆◇❑❏▣ㅇ○●◦❍◯〇◎-–—·•‧∙▪▫‣▶▷►▸☞※*①②③④⑤⑥⑦⑧⑨")


def rows_of(table: FlowTable) -> list[list[FlowCell]]:
    """The cells by rows, from left to right; a row in which no cell begins is left out."""
    ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    return [list(row) for _, row in groupby(ordered, key=lambda cell: cell.row)]


def stands_alone(table: FlowTable) -> bool:
    """Whether a table only frames text: a single column of cells that have something in them."""
    columns = {cell.column for cell in table.cells if has_text(cell)}
    return len(columns) <= 1


def is_phrase_row(row: list[FlowCell]) -> bool:
    """Whether every cell of a row is a phrase, so that the row can be read as one line."""
    return all(_is_phrase(cell) for cell in row)


def has_text(cell: FlowCell) -> bool:
    """Whether a cell holds any letter, in tables inside of it too."""
    return any(
        bool(block.text.strip()) if isinstance(block, Paragraph) else any(map(has_text, block.cells))
        for block in cell.blocks
    )


def _is_phrase(cell: FlowCell) -> bool:
    paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph) and block.text.strip()]
    if any(not isinstance(block, Paragraph) and has_text(FlowCell(0, 0, (block,))) for block in cell.blocks):
        return False
    if len(paragraphs) < 2:
        return True
    items = sum(1 for paragraph in paragraphs if paragraph.mark or paragraph.text.lstrip()[0] in _ITEM_SIGNS)
    if items:
        return False
    return sum(len(paragraph.text) for paragraph in paragraphs) <= _LONGEST_PHRASE_CELL
