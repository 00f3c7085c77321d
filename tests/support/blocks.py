"""Short ways to write flows in tests."""

from __future__ import annotations

from collections.abc import Iterator

from yaksok.pipeline import read_source
from yaksok.read.office.composing import compose
from yaksok.read.office.flow import Flow, FlowBlock, FlowCell, FlowNote, FlowTable, Paragraph
from yaksok.read.sources import from_bytes
from yaksok.records.source import SourceText
from yaksok.records.statement import Document


def composed(*blocks: FlowBlock, unbroken: bool = True) -> SourceText:
    """The text of some blocks."""
    flow = Flow(blocks, "application/x-test", unbroken=unbroken)
    return compose(flow, from_bytes(b"x", origin="test"))


def read(*blocks: FlowBlock, unbroken: bool = True) -> Document:
    """The document of some blocks below a title and a date."""
    head = (
        Paragraph("section0/title", "2025년 주요업무 추진계획"),
        Paragraph("section0/date", "2025. 1. 16."),
    )
    return read_source(composed(*head, *blocks, unbroken=unbroken))


def line(text: str, number: int = 0, **fields: object) -> Paragraph:
    """A paragraph of the body."""
    return Paragraph(f"section0/p{number}", text, **fields)  # type: ignore[arg-type]  # any of its fields


def note(offset: int, mark: str, text: str) -> FlowNote:
    """A footnote of one paragraph."""
    return FlowNote(offset, "footnote", mark, (Paragraph(f"section0/note{offset}/p0", text),))


def cell(
    row: int, column: int, *texts: str, rows: int = 1, columns: int = 1, header: bool = False
) -> FlowCell:
    """A cell with a paragraph for each text."""
    path = f"section0/table0/r{row}c{column}"
    blocks = tuple(Paragraph(f"{path}/p{number}", text) for number, text in enumerate(texts))
    return FlowCell(row, column, blocks, rows, columns, header)


def table(*cells: FlowCell) -> FlowTable:
    """A table of these cells."""
    return FlowTable("section0/table0", cells)


def grid(*rows: tuple[str, ...]) -> FlowTable:
    """A table without merged cells."""
    return table(*_cells(rows))


def _cells(rows: tuple[tuple[str, ...], ...]) -> Iterator[FlowCell]:
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            yield cell(row, column, text)
