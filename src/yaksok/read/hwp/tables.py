"""Tables: cells with their addresses and what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from yaksok.read.hwp import controls
from yaksok.read.hwp.lists import ParagraphList
from yaksok.read.hwp.reading import Reading
from yaksok.read.hwp.records import Records
from yaksok.read.office.flow import FlowBlock, FlowCell, FlowTable, Paragraph
from yaksok.records.layout import PlaceKind


class CellReader(Protocol):
    """Who can read the paragraphs of a cell."""

    records: Records
    reading: Reading

    def blocks(self, numbers: Iterable[int], path: str, kind: PlaceKind) -> list[FlowBlock]:
        """The paragraphs of some records and what hangs on them."""
        ...


def table_of(body: CellReader, cells: list[ParagraphList], path: str, kind: PlaceKind) -> FlowTable:
    """The table whose cells these lists are, in the order of the file."""
    found: list[FlowCell] = []
    taken: set[tuple[int, int]] = set()
    for number, cell in enumerate(cells):
        head = controls.cell_head(b"" if cell.header is None else body.records.content(cell.header))
        if head is None:
            body.reading.doubt("it has table cells without an address")
            head = controls.CellHead(0, number, 1, 1, header=False)
        column = head.column
        while (head.row, column) in taken:
            # Two cells at one address, which only damaged tables have: the later one stands beside it.
            column += 1
        taken.add((head.row, column))
        blocks = body.blocks(cell.paragraphs, f"{path}/r{head.row}c{column}", kind)
        found.append(
            FlowCell(head.row, column, tuple(blocks), head.row_span, head.column_span, header=head.header)
        )
    return FlowTable(path, tuple(found))


def flat(blocks: Iterable[FlowBlock]) -> Iterator[Paragraph]:
    """The paragraphs of some blocks, out of the tables that they are set in."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from flat(cell.blocks)
