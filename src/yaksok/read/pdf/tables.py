"""Grids and characters to tables: what stands in which cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from yaksok.read.pdf.content import Item, Line, TableBlock, TableCell
from yaksok.read.pdf.glyphs import Glyph
from yaksok.read.pdf.grids import Grid
from yaksok.read.pdf.line_text import line_text
from yaksok.read.pdf.rows import rows_of

# A grid with fewer filled cells is a picture, such as the lines behind a chart.
_LEAST_FILLED = 2
_LEAST_SHARE = 0.02
# The middle of a letter, as a share of its size above the baseline.
_MIDDLE = 0.35


@dataclass(slots=True)
class TablesOfPage:
    """The outermost tables of a page, and what stands outside of them."""

    blocks: list[TableBlock] = field(default_factory=list)
    outside: list[Glyph] = field(default_factory=list)
    lines_outside: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _Filled:
    """A grid with what falls into its cells."""

    grid: Grid
    glyphs: dict[int, list[Glyph]] = field(default_factory=dict)
    lines: dict[int, list[Line]] = field(default_factory=dict)
    inner: dict[int, list[_Filled]] = field(default_factory=dict)
    owners: dict[tuple[int, int], int] = field(default_factory=dict)

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell at a point."""
        place = self.grid.place_of(x, y)
        return None if place is None else self.owners.get(place)


def tables_of(grids: Sequence[Grid], glyphs: Sequence[Glyph], turned: Sequence[Line]) -> TablesOfPage:
    """The tables of a page. `grids` come largest first; `turned` are lines that run in other directions."""
    result = TablesOfPage()
    tables, result.outside = _filled(grids, glyphs)
    outer = _nested(tables)
    for line in turned:
        if not _put(tables, (line.left + line.right) / 2, line.baseline - 1, line):
            result.lines_outside.append(line)
    result.blocks = [_block(table) for table in outer]
    return result


def _filled(grids: Sequence[Grid], glyphs: Sequence[Glyph]) -> tuple[list[_Filled], list[Glyph]]:
    """The grids that hold something, largest first, each glyph in the innermost; and the glyphs outside."""
    if not grids:
        return [], list(glyphs)
    tables = [_Filled(grid, owners=grid.owners()) for grid in grids]
    outside = [
        glyph
        for glyph in glyphs
        if not _put(tables, (glyph.left + glyph.right) / 2, glyph.baseline - glyph.size * _MIDDLE, glyph)
    ]
    kept = [table.grid for table in tables if _is_table(table, tables)]
    return (tables, outside) if len(kept) == len(tables) else _filled(kept, glyphs)


def _put(tables: Sequence[_Filled], x: float, y: float, thing: Glyph | Line) -> bool:
    """Puts something into the innermost cell at a point; False if there is none."""
    # The smallest grid comes last: it is the innermost.
    for table in reversed(tables):
        number = table.cell_at(x, y)
        if number is not None:
            if isinstance(thing, Glyph):
                table.glyphs.setdefault(number, []).append(thing)
            else:
                table.lines.setdefault(number, []).append(thing)
            return True
    return False


def _nested(tables: list[_Filled]) -> list[_Filled]:
    """The outermost tables, with those that lie in their cells put there."""
    outer: list[_Filled] = []
    for number, table in enumerate(tables):
        left, top, right, bottom = table.grid.box
        x, y = (left + right) / 2, (top + bottom) / 2
        if not _put_table(tables[:number], x, y, table):
            outer.append(table)
    return outer


def _put_table(larger: Sequence[_Filled], x: float, y: float, table: _Filled) -> bool:
    for other in reversed(larger):
        cell = other.cell_at(x, y)
        if cell is not None:
            other.inner.setdefault(cell, []).append(table)
            return True
    return False


def _is_table(table: _Filled, tables: Sequence[_Filled]) -> bool:
    """Whether enough of a grid's cells hold something: text, or another grid."""
    places = {
        table.cell_at((left + right) / 2, (top + bottom) / 2)
        for left, top, right, bottom in (other.grid.box for other in tables if other is not table)
    }
    filled = len(table.glyphs.keys() | (places - {None}))
    return filled >= max(_LEAST_FILLED, _LEAST_SHARE * len(table.grid.cells))


def _block(table: _Filled) -> TableBlock:
    cells = [
        TableCell(cell, _items(table, number, table.grid.box_of(cell)), table.grid.box_of(cell))
        for number, cell in enumerate(table.grid.cells)
    ]
    return TableBlock(table.grid.box, cells)


def _items(table: _Filled, number: int, box: tuple[float, float, float, float]) -> list[Item]:
    """Lines and tables of a cell from top to bottom."""
    items: list[Item] = []
    for row in rows_of(table.glyphs.get(number, [])):
        text = line_text(row.glyphs)
        items.append(Line(text.text, row.left, row.right, row.baseline, row.size, raised=text.raised))
    items.extend(table.lines.get(number, []))
    items.extend(_block(inner) for inner in table.inner.get(number, []))
    items.sort(key=lambda item: item.top)
    _indent_lines([item for item in items if isinstance(item, Line)], box)
    return items


def _indent_lines(lines: Sequence[Line], box: tuple[float, float, float, float]) -> None:
    """Indents within a cell, from its leftmost line; centred cells have none."""
    if len(lines) < 2:
        return
    middle = (box[0] + box[2]) / 2
    if all(abs((line.left + line.right) / 2 - middle) <= line.size / 2 for line in lines):
        return
    margin = min(line.left for line in lines)
    for line in lines:
        line.indent = round((line.left - margin) / max(line.size / 2, 0.5))
