"""Characters to rows: what stands on one baseline, from left to right, each character once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from yaksok.read.pdf.glyphs import Glyph

# Shares of the type size.
_SAME_BASELINE = 0.2
_SMALL = 0.88
_LEAST_RISE = 0.1
_MOST_RISE = 0.75
_MOST_FALL = 0.5
_NEAR = 2.0
_TOUCHING = 0.15
_MOST_RAISED = 12
# Bold print is imitated by printing twice, a hair apart; no letter is as narrow as that.
_OVERPRINT = 0.12

_LEFT = attrgetter("left")


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one baseline. `size` is the type size of most of its characters."""

    glyphs: tuple[Glyph, ...]
    baseline: float
    size: float

    @property
    def left(self) -> float:
        """Where its ink begins; its first glyph is never blank."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where its ink ends, without the blanks at its end."""
        return max(glyph.right for glyph in self.glyphs[-8:] if glyph.text != " ") if self.glyphs else 0.0


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of some glyphs from top to bottom, blank ones left out."""
    heaps = _with_raised(_heaps(glyphs))
    rows = (_row(heap) for heap in heaps)
    return [row for row in rows if row is not None]


def _heaps(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs that share a baseline, nearly, from top to bottom."""
    places: dict[float, list[Glyph]] = {}
    for glyph in glyphs:
        heap = places.get(glyph.baseline)
        if heap is None:
            places[glyph.baseline] = [glyph]
        else:
            heap.append(glyph)
    heaps: list[list[Glyph]] = []
    top = size = 0.0
    for place in sorted(places):
        heap = places[place]
        largest = max(glyph.size for glyph in heap[:20])
        if heaps and place - top <= _SAME_BASELINE * max(min(size, largest), 1.0):
            if len(heap) > len(heaps[-1]):
                top, size = place, largest
            heaps[-1].extend(heap)
        else:
            heaps.append(list(heap))
            top, size = place, largest
    return heaps


def _with_raised(heaps: list[list[Glyph]]) -> list[list[Glyph]]:
    """Heaps of small glyphs above or below a line are put into that line."""
    result: list[list[Glyph]] = []
    waiting: list[Glyph] | None = None
    for heap in heaps:
        if waiting is not None:
            if _hangs_on(waiting, heap, _LEAST_RISE, _MOST_RISE):
                heap.extend(glyph._replace(raised=True) for glyph in waiting)
            else:
                result.append(waiting)
            waiting = None
        if result and _hangs_on(heap, result[-1], -_MOST_FALL, 0.0):
            result[-1].extend(heap)
        elif len(heap) <= _MOST_RAISED:
            waiting = heap
        else:
            result.append(heap)
    if waiting is not None:
        result.append(waiting)
    return result


def _hangs_on(small: list[Glyph], line: list[Glyph], least: float, most: float) -> bool:
    """Whether a few glyphs stand beside those of a line, by a share of its size higher than it.

    Small ones may stand near a letter, others must touch it.
    """
    size = _size_of(line)
    rise = _baseline_of(line) - small[0].baseline
    if len(small) > _MOST_RAISED or not least * size <= rise <= most * size or _size_of(small) > size:
        return False
    near = _NEAR if _size_of(small) <= _SMALL * size else _TOUCHING
    ink = [glyph for glyph in line if glyph.text != " "]
    return all(_stands_free(glyph, ink, near) for glyph in small if glyph.text != " ")


def _stands_free(glyph: Glyph, line: list[Glyph], near: float) -> bool:
    """Whether a glyph stands near one of a line, by a share of its size, and lies on none."""
    middle = (glyph.left + glyph.right) / 2
    beside = False
    for other in line:
        if other.left < middle < other.right:
            return False
        reach = other.size * near
        beside = beside or abs(other.right - glyph.left) <= reach or abs(glyph.right - other.left) <= reach
    return beside


def _size_of(glyphs: list[Glyph]) -> float:
    """The size of most glyphs that are not blank."""
    sizes = Counter(glyph.size for glyph in glyphs if glyph.text != " ")
    return sizes.most_common(1)[0][0] if sizes else glyphs[0].size


def _baseline_of(glyphs: list[Glyph]) -> float:
    return Counter(glyph.baseline for glyph in glyphs).most_common(1)[0][0]


def _row(heap: list[Glyph]) -> Row | None:
    size = _size_of(heap)
    baseline = _baseline_of([glyph for glyph in heap if glyph.size == size] or heap)
    heap.sort(key=_LEFT)
    kept: list[Glyph] = []
    last: Glyph | None = None
    for glyph in heap:
        if last is not None and glyph.left - last.left <= _OVERPRINT * glyph.size and glyph.text == last.text:
            continue
        if not kept and glyph.text == " ":
            continue
        last = glyph
        higher = glyph.size <= _SMALL * size and baseline - glyph.baseline >= _LEAST_RISE * size
        kept.append(glyph._replace(raised=True) if higher else glyph)
    return Row(tuple(kept), baseline, size) if kept else None
