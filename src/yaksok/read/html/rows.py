"""Lines of a page, and table rows put together from their cells' lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaksok.read.html.lists import has_own_mark

_LONGEST_BROKEN_CELL = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and where it stands.

    `element` is the index of the block element it stands in, `heading` says that the page sets it as one,
    `link_letters` how many of its letters are in links, `apart` that a blank line goes before it.
    """

    text: str
    element: int
    heading: bool = False
    link_letters: int = 0
    apart: bool = False


def join_row(cells: Sequence[Sequence[Line]], element: int) -> list[Line]:
    """A table row: one line with tabs, or the cells' own lines where a cell is more than a phrase."""
    lines = [line for cell in cells for line in cell]
    if not lines:
        return []
    if len(cells) == 1 or any(_flows(cell) for cell in cells):
        return lines
    texts = [" ".join(line.text.strip() for line in cell) for cell in cells]
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
        )
    ]


def _flows(cell: Sequence[Line]) -> bool:
    """Whether a cell holds lines that stand for themselves: bullets, or more than a broken phrase."""
    if len(cell) < 2:
        return bool(cell) and "\t" in cell[0].text
    if any("\t" in line.text or has_own_mark(line.text.lstrip()) for line in cell):
        return True
    return sum(len(line.text) for line in cell) > _LONGEST_BROKEN_CELL
