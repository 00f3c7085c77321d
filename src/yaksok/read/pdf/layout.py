"""What the places of lines say: how far a line is set in, and how much white stands above it.

Both are measured as the eye does: against the usual left edge of the text, and against the usual distance of its lines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yaksok.read.pdf.content import Item, Line, Page, TableBlock

Region = tuple[int, int, int]
"""What shares its margins: width of the page, odd or even page, column."""

_SAME_EDGE = 2.0
# The margin is the leftmost edge that this share of the lines has.
_USUAL_SHARE = 0.04
_FEW_LINES = 8
# A distance this many times the usual one is seen as white.
_WHITE = 1.26
_MOST_EMPTY_LINES = 3
_OTHER_SIZE = 1.17
# The share of a letter above the baseline.
_RISE = 0.8
_PITCH_STEP = 0.05
_USUAL_PITCH_SHARE = 0.2
_HIGHEST_PITCH = 3.5
_USUAL_PITCH = 1.6
_FAR_RIGHT = 0.4


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges of the text in a region, tables included, and the left edges that several lines share.

    `block` is the left edge that most lines have.
    """

    left: float
    right: float
    block: float
    usual: frozenset[int]


def place_lines(pages: Sequence[Page]) -> None:
    """Sets indent and gap of all body lines outside of tables."""
    margins = margins_of(pages)
    pitch = _pitch(pages)
    for page in pages:
        for line in _body(page):
            line.indent = _indent(line, margins[region_of(page, line)])
        _set_gaps(page, pitch)


def _body(page: Page) -> Iterator[Line]:
    return (line for line in page.lines if line.kind == "body" and line.quarter == 0)


def region_of(page: Page, line: Line) -> Region:
    """What a line shares its margins with."""
    return round(page.width), page.number % 2, line.column


def margins_of(pages: Sequence[Page]) -> dict[Region, Margins]:
    """The margins of every region of the pages."""
    regions: dict[Region, list[Line]] = {}
    widest: dict[Region, float] = {}
    for page in pages:
        for line in _body(page):
            regions.setdefault(region_of(page, line), []).append(line)
        for item in page.items:
            if isinstance(item, TableBlock):
                region = round(page.width), page.number % 2, item.column
                widest[region] = max(widest.get(region, 0.0), item.box[2])
    result = {}
    for region, lines in regions.items():
        width, parity, column = region
        both = lines
        if len(lines) < _FEW_LINES:
            both = [*lines, *regions.get((width, 1 - parity, column), ())]
        result[region] = _margins_of(both, widest.get(region, -math.inf))
    return result


def _margins_of(lines: Sequence[Line], tables_right: float) -> Margins:
    edges = Counter(round(line.left / _SAME_EDGE) for line in lines)
    least = max(2, round(_USUAL_SHARE * len(lines)))
    usual = [edge for edge in edges if edges[edge] + edges[edge + 1] >= least]
    lowest = min(usual, default=min(edges))
    left = min(line.left for line in lines if round(line.left / _SAME_EDGE) >= lowest)
    rights = sorted(line.right for line in lines)
    right = max(rights[int(0.95 * (len(rights) - 1))], tables_right)
    block = edges.most_common(1)[0][0] * _SAME_EDGE
    shared = frozenset(edge for edge, count in edges.items() if count + edges[edge + 1] + edges[edge - 1] > 2)
    return Margins(left, right, block, shared)


def _indent(line: Line, margins: Margins) -> int:
    """Columns from the margin; none for lines that are centred or set to the right."""
    before, behind = line.left - margins.left, margins.right - line.right
    if round(line.left / _SAME_EDGE) not in margins.usual:
        middles = ((margins.left + margins.right) / 2, (margins.block + margins.right) / 2)
        middle = (line.left + line.right) / 2
        centred = min(before, behind) > 2 * line.size and any(
            abs(middle - each) <= line.size for each in middles
        )
        width = margins.right - margins.left
        if centred or (before > _FAR_RIGHT * width and abs(behind) <= 0.6 * line.size):
            return 0
    return max(0, round(before / max(line.size / 2, 0.5)))


def _pitch(pages: Sequence[Page]) -> float:
    """The usual distance of the lines of a paragraph, as a multiple of their size."""
    steps: Counter[int] = Counter()
    for page in pages:
        for above, line in _neighbours(page.items):
            size = max(above.size, line.size)
            ratio = (line.baseline - above.baseline) / size
            if abs(above.size - line.size) <= 0.1 * size and 0.8 <= ratio <= _HIGHEST_PITCH:
                steps[round(ratio / _PITCH_STEP)] += 1
    if not steps:
        return _USUAL_PITCH
    total = sum(steps.values())
    for step in sorted(steps):
        if steps[step] + steps[step + 1] >= max(2, _USUAL_PITCH_SHARE * total):
            return step * _PITCH_STEP
    return min(steps) * _PITCH_STEP


def _neighbours(items: Iterable[Item]) -> Iterator[tuple[Line, Line]]:
    """Lines of the body that stand right below each other in a column."""
    above: Item | None = None
    for item in items:
        if isinstance(item, Line) and (item.kind != "body" or item.quarter != 0):
            continue
        if isinstance(item, Line) and isinstance(above, Line) and item.column == above.column:
            yield above, item
        above = item


def _usual_distance(above: Line, line: Line, pitch: float) -> float:
    """The distance of two baselines where each line has its share of white around its letters."""
    white = (pitch - 1) / 2 * (above.size + line.size)
    return white + (1 - _RISE) * above.size + _RISE * line.size


def _set_gaps(page: Page, pitch: float) -> None:
    for above, line in _neighbours(page.items):
        usual = _usual_distance(above, line, pitch)
        distance = line.baseline - above.baseline
        if distance > _WHITE * usual:
            line.gap = min(_MOST_EMPTY_LINES, max(1, round(distance / usual) - 1))
        elif not 1 / _OTHER_SIZE < line.size / above.size < _OTHER_SIZE:
            # Another type size is as good as white: nothing goes on from a headline into the text.
            line.gap = 1
    above_table: TableBlock | None = None
    for item in page.items:
        if isinstance(item, TableBlock):
            above_table = item
        elif above_table is not None and item.kind == "body":
            item.gap = max(item.gap, 1)
            above_table = None
