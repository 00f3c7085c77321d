"""Which tables are tables: rows of phrases, rows with lines of their own, and frames drawn with a table."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from yaksok.read.office.flow import FlowCell, FlowTable, Paragraph

_LONGEST_PHRASE_CELL = 160
"""Letters of a cell that still counts as a phrase, as on web pages (`read.html.rows`)."""
# What opens an item in a cell: items need lines of their own.
_ITEM = re.compile(
    "[□■◆◇❑❏▣ㅇ○●◦❍◯〇◎–—·•‧∙▪▫‣▶▷►▸☞※①-⑳➀-➓⓵-⓾㉮-㉻]|[*-](?=[ 가-힣A-Z])|(?:\\d{1,2}|[가나다라마바사아자차카타파하])[.)] |\\(\\d{1,2}\\) "
)


def rows_of(table: FlowTable) -> list[list[FlowCell]]:
    """The cells by rows, from left to right; a row in which no cell begins is left out."""
    ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    return [list(row) for _, row in groupby(ordered, key=lambda cell: cell.row)]


def stands_alone(table: FlowTable) -> bool:
    """Whether a table only frames text: in no row stands more than one cell with something in it."""
    filled = Counter(cell.row for cell in table.cells if has_text(cell))
    return max(filled.values(), default=0) <= 1


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
    items = sum(1 for paragraph in paragraphs if paragraph.mark or _ITEM.match(paragraph.text.lstrip()))
    if items:
        return False
    return sum(len(paragraph.text) for paragraph in paragraphs) <= _LONGEST_PHRASE_CELL
