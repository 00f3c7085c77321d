"""Which cells of a table head its rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yaksok.records.layout import Cell
from yaksok.records.statement import TableCell

_SPACES = re.compile(r"\s+")
_LONGEST_HEAD = 120
# A cell may claim any number of rows; no printed table has more.
_MOST_ROWS = 4_000
_MOST_COLUMNS = 256
_FIGURES = re.compile(r"[\d,.%()△▲~’'\-–→조억만천백원달러불건명회개국 월년일]+$")


@dataclass(slots=True)
class Grid:
    """The cells of one table by row and column, each cell in every place that it covers."""

    text: str
    cells: Sequence[Cell]
    head_rows: int = 0
    _places: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, cell.row + _MOST_ROWS)):
                for column in range(
                    cell.column, min(cell.column + cell.column_span, cell.column + _MOST_COLUMNS)
                ):
                    self._places.setdefault((row, column), cell)

    def words(self, cell: Cell) -> str:
        """The text of a cell on one line."""
        return _SPACES.sub(" ", self.text[cell.span[0] : cell.span[1]]).strip()

    def with_heads(self, cell: Cell) -> TableCell:
        """A cell with the heads of its row and its column."""
        return TableCell(
            cell.span, cell.row, cell.column, tuple(self._row_heads(cell)), tuple(self._column_heads(cell))
        )

    def _column_heads(self, cell: Cell) -> Iterable[str]:
        if cell.row < self.head_rows:
            return []
        columns = range(cell.column, min(cell.column + cell.column_span, cell.column + _MOST_COLUMNS))
        above = [
            self._places.get((row, column))
            for row in range(min(self.head_rows, cell.row))
            for column in columns
        ]
        return self._distinct(above)

    def _row_heads(self, cell: Cell) -> Iterable[str]:
        if cell.row < self.head_rows or not cell.column:
            return []
        left = [self._places.get((cell.row, column)) for column in range(min(cell.column, _MOST_COLUMNS))]
        heads: list[Cell | None] = []
        for number, other in enumerate(left):
            if other is None:
                continue
            if number and not (other.header or self._names_rows(heads)):
                break
            heads.append(other)
        return self._distinct(heads)

    def _names_rows(self, heads: Sequence[Cell | None]) -> bool:
        """Whether the head so far covers several rows, so that the next cell names the row within it."""
        last = heads[-1] if heads else None
        return last is not None and (last.row_span > 1 or bool(_FIGURES.match(self.words(last) or "0")))

    def _distinct(self, cells: Iterable[Cell | None]) -> list[str]:
        found: dict[int, str] = {}
        for cell in cells:
            if cell is not None:
                words = self.words(cell)[:_LONGEST_HEAD]
                if words:
                    found.setdefault(id(cell), words)
        return list(dict.fromkeys(found.values()))
