"""What a page holds once its characters are lines: printed lines and tables in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from yaksok.read.pdf.frame import Quarter
from yaksok.read.pdf.grids import GridCell
from yaksok.records.layout import Box, PlaceKind
from yaksok.records.mentions import Span

# Shares of the type size by which letters rise above the baseline and hang below it.
_ASCENT = 0.86
_DESCENT = 0.18


@dataclass(slots=True)
class Line:
    """A printed line. `column` is 0 for lines of a page's full width; `raised` are spans of raised characters.

    What later stages find out is set by them: `kind`, `indent` (columns), `gap` (empty lines above),
    `continues` (its place says that it goes on from the line before).
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    column: int = 0
    raised: tuple[Span, ...] = ()
    kind: PlaceKind = "body"
    indent: int = 0
    gap: int = 0
    continues: bool = False
    notes: tuple[NoteText, ...] = ()
    quarter: Quarter = 0

    @property
    def top(self) -> float:
        """The upper edge of its letters."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of its letters."""
        return self.baseline + _DESCENT * self.size

    @property
    def box(self) -> Box:
        """Its extent in the view it was read in."""
        return self.left, self.top, self.right, self.bottom


@dataclass(slots=True)
class NoteText:
    """A footnote that is anchored in a line at `offset`; `number` counts those of the page from 0."""

    number: int
    offset: int
    mark: str
    lines: list[Line]


@dataclass(slots=True)
class TableCell:
    """A cell and what stands in it; `box` is where its sides are ruled."""

    place: GridCell
    items: list[Line | TableBlock]
    box: Box | None = None


@dataclass(slots=True)
class TableBlock:
    """A ruled table in its place among the lines."""

    box: Box
    cells: list[TableCell]
    column: int = 0

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.box[1]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.box[3]


Item = Line | TableBlock


@dataclass(slots=True)
class Page:
    """One page: `number` from 1, its size as shown when held to be read, and what stands on it in reading order.

    `quarter` is the direction in which most of its text runs; boxes are turned back by it. `rules` are short
    lines across that belong to no table, as (y, left, right). `picture`: it is an image with hardly a character.
    """

    number: int
    width: float
    height: float
    quarter: Quarter = 0
    left_edge: float = 0.0
    top_edge: float = 0.0
    items: list[Item] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    picture: bool = False
    characters: int = 0
    meaningless: int = 0
    cut: bool = False

    @property
    def lines(self) -> list[Line]:
        """Its lines outside of tables."""
        return [item for item in self.items if isinstance(item, Line)]
