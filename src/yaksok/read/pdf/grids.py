"""Ruled lines to the cells of tables.

Lines that touch form a frame. Where a frame has lines in both directions, its positions span a grid; cells of the grid with
no line between them are one cell. Government tables are often open at the left and right: there the ends of the
lines across stand for the missing sides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yaksok.read.pdf.strokes import Stroke
from yaksok.records.layout import Box

# Points. Double lines are a few points apart; no row is as low.
_SAME_PLACE = 3.6
_TOUCHING = 3.0
_SHORTEST = 6.0
_LEAST_OVERHANG = 8.0
# A side of a cell is ruled if a line covers this share of it.
_COVERED = 0.6
_MOST_STROKES = 3_000
_MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: its first row and column from 0, its spans."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a ruled table. `columns` and `rows` are the places of its lines, from left and from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        """Its extent."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def box_of(self, cell: GridCell) -> Box:
        """The extent of a cell."""
        return (
            self.columns[cell.column],
            self.rows[cell.row],
            self.columns[cell.column + cell.column_span],
            self.rows[cell.row + cell.row_span],
        )

    def owners(self) -> dict[tuple[int, int], int]:
        """For each place (row, column) of the grid the number of the cell that covers it."""
        return {
            (row, column): number
            for number, cell in enumerate(self.cells)
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    def place_of(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of the grid at a point; None outside."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_right(self.rows, y) - 1
        if 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1:
            return row, column
        return None


def grids_of(across: Iterable[Stroke], down: Iterable[Stroke]) -> list[Grid]:
    """The grids that the lines of a page form, the largest first; single boxes are none."""
    flat = [stroke for stroke in across if stroke.end - stroke.start >= _SHORTEST]
    upright = [stroke for stroke in down if stroke.end - stroke.start >= _SHORTEST]
    if len(flat) + len(upright) > _MOST_STROKES:
        return []
    grids = [_grid(*frame) for frame in _frames(flat, upright)]
    found = [grid for grid in grids if grid is not None and len(grid.cells) > 1]
    return sorted(found, key=_area, reverse=True)


def _area(grid: Grid) -> float:
    left, top, right, bottom = grid.box
    return (left - right) * (top - bottom)


def _frames(across: Sequence[Stroke], down: Sequence[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """The lines in groups that touch each other, across and down."""
    parent = list(range(len(across) + len(down)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for number, line in enumerate(down):
        for other, flat in enumerate(across):
            if (
                flat.start - _TOUCHING <= line.place <= flat.end + _TOUCHING
                and line.start - _TOUCHING <= flat.place <= line.end + _TOUCHING
            ):
                parent[root(len(across) + number)] = root(other)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for other, flat in enumerate(across):
        groups.setdefault(root(other), ([], []))[0].append(flat)
    for number, line in enumerate(down):
        groups.setdefault(root(len(across) + number), ([], []))[1].append(line)
    return [group for group in groups.values() if len(group[0]) >= 2 and group[1]]


def _grid(across: list[Stroke], down: list[Stroke]) -> Grid | None:
    rows = _places([stroke.place for stroke in across])
    columns = _places([stroke.place for stroke in down])
    rows = _with_ends(rows, min(stroke.start for stroke in down), max(stroke.end for stroke in down))
    columns = _with_ends(
        columns, min(stroke.start for stroke in across), max(stroke.end for stroke in across)
    )
    if not 2 <= len(rows) <= _MOST_PLACES or not 2 <= len(columns) <= _MOST_PLACES:
        return None
    ruling = _Ruling(
        above=[_covered(across, place, columns) for place in rows],
        beside=[_covered(down, place, rows) for place in columns],
        taken=[[False] * (len(columns) - 1) for _ in rows[1:]],
    )
    return Grid(tuple(columns), tuple(rows), tuple(_cells(ruling)))


def _places(places: list[float]) -> list[float]:
    """Positions of lines, those of double lines as one."""
    result: list[float] = []
    first = 0.0
    for place in sorted(places):
        if result and place - first <= _SAME_PLACE:
            result[-1] = (first + place) / 2
        else:
            result.append(place)
            first = place
    return result


def _with_ends(places: list[float], least: float, most: float) -> list[float]:
    """The positions with those where the lines of the other direction end, if these stick out."""
    before = [least] if least < places[0] - _LEAST_OVERHANG else []
    behind = [most] if most > places[-1] + _LEAST_OVERHANG else []
    return [*before, *places, *behind]


def _covered(strokes: list[Stroke], place: float, stops: list[float]) -> list[bool]:
    """For each stretch between two stops whether a line at a place covers it."""
    near = [stroke for stroke in strokes if abs(stroke.place - place) <= _SAME_PLACE]
    result = []
    for start, end in pairwise(stops):
        covered = sum(max(0.0, min(stroke.end, end) - max(stroke.start, start)) for stroke in near)
        result.append(covered >= _COVERED * (end - start))
    return result


@dataclass(frozen=True, slots=True)
class _Ruling:
    """For each place of a grid: whether a line parts it from the place above, and from the one to its left."""

    above: list[list[bool]]
    beside: list[list[bool]]
    taken: list[list[bool]]

    def goes_right(self, row: int, column: int) -> bool:
        """Whether a cell goes on into a place from its left."""
        return not self.beside[column][row] and not self.taken[row][column]

    def goes_down(self, row: int, columns: range) -> bool:
        """Whether a cell goes on in a row: no line above, and none between its columns there."""
        if any(self.above[row][column] or self.taken[row][column] for column in columns):
            return False
        return not any(self.beside[column][row] for column in columns[1:])


def _cells(ruling: _Ruling) -> Iterator[GridCell]:
    """Rectangles of places with no line inside, from the top left on."""
    taken = ruling.taken
    for row, places in enumerate(taken):
        for column in range(len(places)):
            if places[column]:
                continue
            width = 1
            while column + width < len(places) and ruling.goes_right(row, column + width):
                width += 1
            height = 1
            while row + height < len(taken) and ruling.goes_down(row + height, range(column, column + width)):
                height += 1
            for lower in taken[row : row + height]:
                lower[column : column + width] = [True] * width
            yield GridCell(row, column, height, width)
