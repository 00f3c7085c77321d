"""Tables: a grid of rows whose cells may span columns and rows (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yaksok.read.docx.boxes import ALTERNATIVES, chosen
from yaksok.read.docx.names import integer_of, switch, value, w
from yaksok.read.office.flow import FlowBlock, FlowCell, FlowTable

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW = w("tr")
_CELL = w("tc")
_CONTROL = w("sdt")
_GROUPS = frozenset(w(name) for name in ("sdtContent", "customXml", "ins", "moveTo"))
_MOST_COLUMNS = 1024

ReadCell = Callable[["_Element", str], tuple[FlowBlock, ...]]
"""Reads what is in a cell; the text is the cell's path."""


@dataclass(slots=True)
class _Merge:
    """A cell that goes on in the rows below: its place in the list of cells."""

    index: int
    last_row: int


def read_table(
    table: _Element, path: str, read_cell: ReadCell, on_deleted_row: Callable[[_Element], None]
) -> FlowTable:
    """A table with its cells by rows, then columns. Rows that were deleted are only reported."""
    cells: list[FlowCell] = []
    merges: dict[int, _Merge] = {}
    number = 0
    for row in members(table, _ROW):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            on_deleted_row(row)
            continue
        _read_row(row, number, cells, merges, lambda cell, place: read_cell(cell, f"{path}/{place}"))
        number += 1
    return FlowTable(path, tuple(cells))


def members(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == _CONTROL:
            content = child.find(w("sdtContent"))
            if content is not None:
                yield from members(content, tag)
        elif child.tag == ALTERNATIVES:
            version = chosen(child)
            if version is not None:
                yield from members(version, tag)
        elif child.tag in _GROUPS:
            yield from members(child, tag)


def _read_row(
    row: _Element, number: int, cells: list[FlowCell], merges: dict[int, _Merge], read_cell: ReadCell
) -> None:
    properties = row.find(w("trPr"))
    header = switch(properties, "tblHeader") or False
    column = _count(integer_of(properties, "gridBefore"), least=0)
    for element in members(row, _CELL):
        about = element.find(w("tcPr"))
        if about is not None and about.find(w("cellDel")) is not None:
            continue
        span = _count(integer_of(about, "gridSpan"), least=1)
        if _goes_on(about, "hMerge") and cells and cells[-1].row == number:
            cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + span)
        elif (merge := merges.get(column)) and _goes_on(about, "vMerge") and merge.last_row == number - 1:
            cells[merge.index] = replace(cells[merge.index], row_span=cells[merge.index].row_span + 1)
            merge.last_row = number
        else:
            if about is not None and about.find(w("vMerge")) is not None:
                merges[column] = _Merge(len(cells), number)
            blocks = read_cell(element, f"r{number}c{column}")
            cells.append(FlowCell(number, column, blocks, column_span=span, header=header))
        column = min(column + span, _MOST_COLUMNS)


def _goes_on(properties: _Element | None, name: str) -> bool:
    """Whether a cell is the continuation of the one above or before it."""
    if properties is None or properties.find(w(name)) is None:
        return False
    return value(properties, name) in {None, "continue"}


def _count(number: int | None, *, least: int) -> int:
    return min(max(least if number is None else number, least), _MOST_COLUMNS)
