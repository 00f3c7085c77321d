"""Office documents without a file: a flow of paragraphs and tables, read as every office format is."""

from __future__ import annotations

from yaksok.interfaces.documents import ReadDocument
from yaksok.pipeline import read_source
from yaksok.read.office.composing import compose
from yaksok.read.office.flow import Flow, FlowBlock, FlowCell, FlowTable, Paragraph
from yaksok.read.sources import from_bytes


def read_flow(*blocks: FlowBlock, origin: str = "plan.hwpx", title: str | None = None) -> ReadDocument:
    """The reading of a document with these blocks."""
    raw = from_bytes(b"a file", origin=origin)
    source = compose(Flow(blocks, "application/hwp+zip", title=title), raw)
    return ReadDocument(source, read_source(source))


def cell(
    row: int, column: int, *texts: str, rows: int = 1, columns: int = 1, header: bool = False
) -> FlowCell:
    """A cell with a paragraph for each text."""
    blocks = tuple(
        Paragraph(f"table{row}.{column}.{number}.{text}", text) for number, text in enumerate(texts)
    )
    return FlowCell(row, column, blocks, rows, columns, header)


def table(*cells: FlowCell, path: str = "section0/p1/table0") -> FlowTable:
    """A table of cells whose paragraphs get addresses in it."""
    return FlowTable(path, tuple(_addressed(each, path) for each in cells))


def _addressed(each: FlowCell, path: str) -> FlowCell:
    blocks = tuple(
        Paragraph(f"{path}/r{each.row}c{each.column}/p{number}", block.text)
        if isinstance(block, Paragraph)
        else block
        for number, block in enumerate(each.blocks)
    )
    return FlowCell(each.row, each.column, blocks, each.row_span, each.column_span, each.header)
