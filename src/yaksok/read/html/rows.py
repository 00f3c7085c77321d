"""Lines of a page, and table rows put together from their cells' lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yaksok.read.html.lists import has_own_mark

_LONGEST_BROKEN_CELL = 160
_DEEPEST_TABLES = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and where it stands.

    `element` is the index of the block element it stands in, `heading` says that the page sets it as one,
    `link_letters` how many of its letters are in links, `apart` that a blank line goes before it. `level` is
    that of its heading element, 0 without one. A row's line has the numbers of its `cells`, which tabs part;
    other lines have those of the cells around them in `inside`, from the inside out.
    """

    text: str
    element: int
    heading: bool = False
    link_letters: int = 0
    apart: bool = False
    level: int = 0
    cells: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CellLines:
    """The number of a cell and the lines in it."""

    number: int
    lines: Sequence[Line]

    @property
    def letters(self) -> int:
        """How many letters it holds."""
        return sum(len(line.text.strip()) for line in self.lines)


def is_phrase_row(cells: Sequence[CellLines]) -> bool:
    """Whether a row is read as one line: of several cells, none of which is more than a phrase."""
    return len(cells) > 1 and not any(_flows(cell.lines) for cell in cells)


def join_row(cells: Sequence[CellLines], element: int) -> list[Line]:
    """A table row: one line with tabs, or the cells' own lines where a cell is more than a phrase."""
    lines = [line for cell in cells for line in cell.lines]
    if not lines:
        return []
    if not is_phrase_row(cells):
        return [_put_inside(line, cell.number) for cell in cells for line in cell.lines]
    texts = [" ".join(line.text.strip() for line in cell.lines) for cell in cells]
    # The row stands as deep as its first cell, such as in a list.
    first = lines[0].text
    indent = first[: len(first) - len(first.lstrip(" "))] if texts[0] else ""
    return [
        Line(
            text=indent + "\t".join(texts).rstrip("\t"),
            element=element,
            heading=any(line.heading for line in lines),
            link_letters=sum(line.link_letters for line in lines),
            apart=lines[0].apart,
            cells=tuple(cell.number for cell in cells),
        )
    ]


def _flows(cell: Sequence[Line]) -> bool:
    """Whether a cell holds lines that stand for themselves: bullets, or more than a broken phrase."""
    if len(cell) < 2:
        return bool(cell) and "\t" in cell[0].text
    if any("\t" in line.text or has_own_mark(line.text.lstrip()) for line in cell):
        return True
    return sum(len(line.text) for line in cell) > _LONGEST_BROKEN_CELL


def _put_inside(line: Line, cell: int) -> Line:
    """The line with one cell more around it; beyond the deepest tables that people make, as it is."""
    if len(line.inside) >= _DEEPEST_TABLES:
        return line
    return replace(line, inside=(*line.inside, cell))
