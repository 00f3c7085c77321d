"""What hangs on a paragraph: tables, pictures, drawings with words in them, and their captions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.hwpx.line import Line
from yaksok.read.hwpx.xml import child, children, local, number
from yaksok.read.office.flow import FlowBlock, FlowCell, FlowTable, Paragraph
from yaksok.records.layout import PlaceKind

if TYPE_CHECKING:
    from lxml.etree import _Element

SHAPES = frozenset(
    "pic rect ellipse arc polygon curve line connectLine container textart ole video chart unknownObject".split()
)
"""Elements of pictures and drawings."""

OPEN_PLACES = frozenset({"body", "box", "caption"})
"""Places whose boxes, notes and captions are what they are; within notes and headers all is part of these."""

_BEFORE = frozenset({"TOP", "LEFT"})

Blocks = Callable[["_Element | None", str, PlaceKind], list[FlowBlock]]
"""Reads the paragraphs of a container: the container, its path, their kind."""


@dataclass(slots=True)
class _Places:
    """The addresses of a table's cells, each taken once."""

    taken: set[tuple[int, int]] = field(default_factory=set)
    last: int = 0

    def take(self, row: int, column: int) -> tuple[int, int]:
        """The address, or the next free one if it is none or taken."""
        row, column = max(0, row), max(0, column)
        if (row, column) in self.taken:
            # Two cells at one address, which only damaged tables have: the later stands right of all others.
            column = self.last + 1
        self.last = max(self.last, column)
        self.taken.add((row, column))
        return row, column


@dataclass(frozen=True, slots=True)
class _Table:
    """What the cells of a table share."""

    path: str
    kind: PlaceKind
    blocks: Blocks
    places: _Places


def read_table(element: _Element, line: Line, path: str, kind: PlaceKind, blocks: Blocks) -> None:
    """A table, set behind the paragraph that it is anchored in."""
    inside = f"{path}/table{line.count('table')}"
    table = _Table(inside, kind, blocks, _Places())
    cells: list[FlowCell] = []
    row = 0
    for each_row in element:
        if local(each_row.tag) == "tr":
            for column, cell in enumerate(children(each_row, "tc")):
                cells.append(_cell(cell, (row, column), table))
            row += 1
    line.after.extend(with_caption(element, [FlowTable(inside, tuple(cells))], inside, kind, blocks))


def _cell(element: _Element, stands: tuple[int, int], table: _Table) -> FlowCell:
    """A cell; `stands` is where it stands if the file names no address."""
    row, column = stands
    row_span = column_span = 1
    held: _Element | None = None
    for part in element:
        name = local(part.tag)
        if name == "subList":
            held = part
        elif name == "cellAddr":
            row, column = number(part.get("rowAddr"), row), number(part.get("colAddr"), column)
        elif name == "cellSpan":
            row_span, column_span = number(part.get("rowSpan"), 1), number(part.get("colSpan"), 1)
            break
    row, column = table.places.take(row, column)
    blocks = table.blocks(held, f"{table.path}/r{row}c{column}", table.kind)
    head = element.get("header") == "1"
    return FlowCell(row, column, tuple(blocks), max(1, row_span), max(1, column_span), head)


def read_shape(element: _Element, line: Line, path: str, kind: PlaceKind, blocks: Blocks) -> None:
    """The text box and caption of a picture, drawing or group, and of what is grouped in it."""
    place: PlaceKind = "box" if kind in OPEN_PLACES else kind
    name = local(element.tag)
    words = child(element, "drawText")
    art = element.get("text", "") if name == "textart" else ""
    if words is None and not art:
        line.after.extend(with_caption(element, [], f"{path}/picture{line.count('picture')}", kind, blocks))
    else:
        inside = f"{path}/box{line.count('box')}"
        found = blocks(child(words, "subList"), inside, place) if words is not None else []
        if art:
            found.append(_word_art(art, f"{inside}/p{len(found)}", place, line))
        line.after.extend(with_caption(element, found, inside, kind, blocks))
    for part in element:
        if local(part.tag) in SHAPES:
            read_shape(part, line, path, kind, blocks)


def _word_art(text: str, path: str, place: PlaceKind, line: Line) -> Paragraph:
    """Words drawn as a picture."""
    drawn = Line()
    drawn.add(text)
    line.unknown += drawn.unknown
    return Paragraph(path, drawn.text, place)


def with_caption(
    element: _Element, found: list[FlowBlock], path: str, kind: PlaceKind, blocks: Blocks
) -> list[FlowBlock]:
    """An object with its caption before or behind it as it is shown."""
    caption = child(element, "caption")
    if caption is None:
        return found
    place: PlaceKind = "caption" if kind in OPEN_PLACES else kind
    words = blocks(child(caption, "subList"), f"{path}/caption", place)
    return words + found if caption.get("side") in _BEFORE else found + words
