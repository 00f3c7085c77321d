"""Tables inside of tables, and the grid that a table's cells make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yaksok.records.layout import Cell, Table

_MOST_EMPTY = 20
"""Empty places of a grid for each of its cells; a file that claims more describes no table of a page."""


@dataclass(slots=True)
class NestedTable:
    """A table with the tables inside of each of its cells, in the order of the cells."""

    table: Table
    inner: list[list[NestedTable]] = field(default_factory=list)


def nested_tables(tables: Iterable[Table]) -> list[NestedTable]:
    """The outermost tables in order, each holding those inside of it."""
    outermost: list[NestedTable] = []
    around: list[NestedTable] = []
    # Of tables with the same span the one with the shorter address is around the other.
    for table in sorted(tables, key=lambda table: (table.span[0], -table.span[1], len(table.path))):
        nested = NestedTable(table, [[] for _ in table.cells])
        while around and around[-1].table.span[1] < table.span[1]:
            around.pop()
        number = _cell_around(around[-1].table.cells, table) if around else None
        if number is None:
            outermost.append(nested)
        else:
            around[-1].inner[number].append(nested)
        around.append(nested)
    return outermost


def _cell_around(cells: Sequence[Cell], table: Table) -> int | None:
    start, end = table.span
    number = bisect_right(cells, start, key=lambda cell: cell.span[0]) - 1
    # Empty cells in front of it begin at the same place.
    while number > 0 and cells[number].span[1] < end and cells[number - 1].span[0] == start:
        number -= 1
    return number if number >= 0 and end <= cells[number].span[1] else None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands in a grid without the rows and columns in which no cell begins."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The spots of cells, in their order, and the spots that no cell fills, by rows."""

    rows: int
    columns: int
    spots: tuple[Spot, ...]
    gaps: tuple[tuple[int, ...], ...]


def grid_of(cells: Sequence[Cell]) -> Grid | None:
    """The grid of a table's cells; None if their claims leave no table: nearly all of it empty, or two in a spot."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    if len(rows) * len(columns) > _MOST_EMPTY * len(cells) + 100:
        return None
    spots = tuple(_spot(cell, rows, columns) for cell in cells)
    filled: set[tuple[int, int]] = set()
    for spot in spots:
        area = [
            (spot.row + down, spot.column + along)
            for down in range(spot.row_span)
            for along in range(spot.column_span)
        ]
        if not filled.isdisjoint(area):
            return None
        filled.update(area)
    gaps = tuple(
        tuple(column for column in range(len(columns)) if (row, column) not in filled)
        for row in range(len(rows))
    )
    return Grid(len(rows), len(columns), spots, gaps)


def _spot(cell: Cell, rows: Sequence[int], columns: Sequence[int]) -> Spot:
    row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
    return Spot(
        row,
        column,
        max(1, bisect_left(rows, cell.row + cell.row_span) - row),
        max(1, bisect_left(columns, cell.column + cell.column_span) - column),
    )
