"""Which printed lines go on from the line before, as their places on the page tell.

A line was broken by layout if the next word, or in text broken inside words the next letter, would not have
fitted on it. That is certain enough only where the margin is known: where the text fills the page evenly from side to
side, or where several lines end at it. What the places leave open the outline decides by the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaksok.read.pdf.content import Item, Line, Page, TableBlock
from yaksok.read.pdf.layout import Margins, Region, margins_of, region_of

_FIRST_WORD = re.compile(r"\S+")
_HANGUL = re.compile(r"[가-힣]")
_SENTENCE_END = re.compile(r"[.?!。][\"”’'」』)\]]{0,2}\s*$|[가-힣]다\s*$")
# A line shorter than this share of the text's width was hardly broken by layout.
_LEAST_SHARE = 0.5
_SAME_SIZE = 1.05
# Letters differ in width, and the first word of a line may be wider than its share.
_ALLOWANCE = 1.2
_FIRST_LINE_INDENT = 0.15
# The text reaches from margin to margin if both differ by less than this share of the page; where words are not
# broken, its longest line may end a word before the margin.
_EVEN = 0.04
_RAGGED = 0.12
_SAME_EDGE = 1.5
_FULL_LINES = 3
# Letters of room at the end of a line that a Korean letter would have filled.
_ROOM_FOR_A_LETTER = 1.2
_SEEN_BREAKS = 2


@dataclass(slots=True)
class _Breaks:
    """What breaks between two Korean letters show: `free` had room for one letter more, `flush` had none."""

    free: int = 0
    flush: int = 0


def join_wrapped(pages: Sequence[Page]) -> bool:
    """Sets `continues` of lines that go on from the one before.

    True if the document breaks its lines between words only: if breaks leave room for a letter.
    """
    breaks = _Breaks()
    margins = margins_of(pages)
    edges = _right_edges(pages)
    above: Line | None = None
    for page in pages:
        for item in page.items:
            if isinstance(item, TableBlock):
                _join_cells(item, breaks)
                above = None
            elif item.kind == "body" and item.quarter == 0:
                region = region_of(page, item)
                right = _right_margin(page.width, margins[region], edges[region])
                if above is not None and right is not None:
                    item.continues = _goes_on(above, item, margins[region].left, right, breaks)
                above = item
        above = None
    return breaks.free >= _SEEN_BREAKS and breaks.free * 4 >= breaks.flush


def _goes_on(above: Line, line: Line, left: float, right: float, breaks: _Breaks) -> bool:
    """Whether the first word of a line would not have fitted on the line above."""
    if line.gap or line.column != above.column or not _is_same_size(above, line):
        return False
    letter = _letter_width(line)
    word = _FIRST_WORD.search(line.text)
    if word is None or not letter or _SENTENCE_END.search(above.text):
        return False
    if _FIRST_LINE_INDENT * line.size < line.left - above.left < line.size:
        # Less than a letter further in: the first line of a paragraph; hanging lines stand further in.
        return False
    before, behind = above.left - left, right - above.right
    centred = before > 2 * above.size and abs(before - behind) <= above.size
    room = before + behind if centred else behind
    if above.right - above.left < _LEAST_SHARE * (right - left):
        return False
    needed = _ALLOWANCE * letter * (_columns(word.group()) + (0 if above.text.endswith(" ") else 1))
    if room >= needed:
        return False
    if _HANGUL.match(above.text.rstrip()[-1:]) and _HANGUL.match(word.group()):
        if room >= _ROOM_FOR_A_LETTER * 2 * letter:
            breaks.free += 1
        else:
            breaks.flush += 1
    return True


def _is_same_size(above: Line, line: Line) -> bool:
    return 1 / _SAME_SIZE < line.size / max(above.size, 0.1) < _SAME_SIZE


def _letter_width(line: Line) -> float:
    """The width of one column, half a Korean letter, in a line."""
    columns = _columns(line.text.strip())
    return (line.right - line.left) / columns if columns else 0.0


def _columns(text: str) -> int:
    return sum(2 if sign >= "\u1100" else 1 for sign in text)


def _right_edges(pages: Sequence[Page]) -> dict[Region, list[float]]:
    """The right edges of the lines of every region."""
    found: dict[Region, list[float]] = {}
    for page in pages:
        for line in page.lines:
            if line.kind == "body" and line.quarter == 0:
                found.setdefault(region_of(page, line), []).append(line.right)
    return found


def _right_margin(width: float, margins: Margins, edges: Sequence[float]) -> float | None:
    """The right edge of the text where it is a margin, and not just the end of the longest line."""
    widest, even = max(edges), width - margins.left
    if even - _RAGGED * width <= widest <= even + _EVEN * width:
        return max(widest, even) if widest < even - _EVEN * width else widest
    ends = sum(1 for edge in edges if abs(edge - margins.right) <= _SAME_EDGE)
    return margins.right if ends >= _FULL_LINES else None


def _join_cells(table: TableBlock, breaks: _Breaks) -> None:
    """Joins lines within cells, whose sides are ruled."""
    for cell in table.cells:
        for above, line in _neighbours(cell.items):
            if cell.box is not None:
                # The text keeps the same distance from both sides.
                inner = min(max(above.left - cell.box[0], 0.0), above.size)
                line.continues = _goes_on(above, line, cell.box[0] + inner, cell.box[2] - inner, breaks)
        for item in cell.items:
            if isinstance(item, TableBlock):
                _join_cells(item, breaks)


def _neighbours(items: Sequence[Item]) -> Iterator[tuple[Line, Line]]:
    above: Line | None = None
    for item in items:
        if isinstance(item, Line) and item.quarter == 0:
            if above is not None:
                yield above, item
            above = item
        else:
            above = None
