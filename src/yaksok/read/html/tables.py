"""Which cell of a table stands in which row and column (HTML, 4.9.12), and which tables hold data at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_COUNT = re.compile(r"\s*(\d{1,5})")
# No printed table spans more columns; a page may claim any number.
_WIDEST_SPAN = 64
_LAST_COLUMN = 1_000
_LONGEST_DATA_CELL = 1_500
_NOT_DATA = frozenset({"presentation", "none"})


@dataclass(slots=True)
class CellDraft:
    """A cell: its place, and how many letters are in it. `phrase`: it is a part of its row's line."""

    selector: str
    row: int
    column: int
    row_span: int
    column_span: int
    header: bool
    letters: int = 0
    phrase: bool = True


@dataclass(slots=True)
class TableDraft:
    """A table while its rows are read. `covered` are columns that cells above still cover, with the rows left."""

    selector: str
    role: str = ""
    cells: list[int] = field(default_factory=list)
    rows: int = 0
    in_head: bool = False
    has_heads: bool = False
    holds_tables: bool = False
    holds_headings: bool = False
    _column: int = 0
    _covered: dict[int, int] = field(default_factory=dict)

    def begin_row(self) -> None:
        """A new row begins."""
        if self.rows:
            self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        self.rows += 1
        self._column = 0

    def place(self, selector: str, attributes: Mapping[str, str | None], *, head: bool) -> CellDraft:
        """The next cell of the row."""
        while self._column in self._covered:
            self._column += 1
        column = min(self._column, _LAST_COLUMN)
        wide = min(max(_count(attributes.get("colspan")), 1), _WIDEST_SPAN)
        deep = _count(attributes.get("rowspan"))
        # A span of 0 reaches to the end of the table.
        deep = 65_534 if deep == 0 and attributes.get("rowspan") else max(deep, 1)
        if deep > 1:
            for covered in range(column, min(column + wide, _LAST_COLUMN)):
                self._covered[covered] = deep
        self._column = column + wide
        self.has_heads = self.has_heads or head
        return CellDraft(selector, self.rows - 1, column, deep, wide, head or self.in_head)

    def is_data(self, cells: list[CellDraft]) -> bool:
        """Whether the table holds data, for pages are laid out with tables too.

        It has several columns with words in them, and is no single row of phrases. Without head cells it
        must be plain: no tables, headings or long prose in it.
        """
        own = [cells[number] for number in self.cells]
        if self.role in _NOT_DATA or len({cell.column for cell in own if cell.letters}) < 2:
            return False
        if len({cell.row for cell in own if cell.letters}) < 2 and all(cell.phrase for cell in own):
            return False
        if self.has_heads:
            return True
        plain = not (self.holds_tables or self.holds_headings)
        return plain and all(cell.letters <= _LONGEST_DATA_CELL for cell in own)


def _count(text: str | None) -> int:
    match = _COUNT.match(text or "")
    return int(match[1]) if match else 1
