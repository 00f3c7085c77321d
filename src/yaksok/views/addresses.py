"""Where a stretch of a document's text stands in its file: paragraph, offsets in it, page and box."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from yaksok.records.layout import Box, Layout, Place
from yaksok.records.mentions import Span


@dataclass(frozen=True, slots=True)
class Address:
    """A stretch of text by the paragraphs of its file.

    `start` counts characters of the paragraph `path`; `end` those of `to`, the last paragraph, which is
    `path` itself for most. `page` is that of the first paragraph, and `box` surrounds all paragraphs
    of the stretch on that page.
    """

    path: str
    to: str
    start: int
    end: int
    page: int | None = None
    box: Box | None = None


class Addresses:
    """The paragraphs of a document, to be asked for the address of any stretch of its text."""

    def __init__(self, layout: Layout) -> None:
        self._places = sorted(layout.places, key=lambda place: place.span)
        self._starts = [place.span[0] for place in self._places]

    def of(self, span: Span) -> Address | None:
        """The address of a stretch of text; None if no paragraph has a character of it."""
        covered = self.places(span)
        if not covered:
            return None
        first, last = covered[0], covered[-1]
        return Address(
            path=first.path,
            to=last.path,
            start=max(0, span[0] - first.span[0]),
            end=min(span[1], last.span[1]) - last.span[0],
            page=first.page,
            box=_around([place.box for place in covered if place.page == first.page]),
        )

    def places(self, span: Span) -> list[Place]:
        """The paragraphs that have a character of the stretch, in order; for an empty one the one around it."""
        start, end = span
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(bisect_left(self._starts, end), bisect_right(self._starts, start))
        found = self._places[first:last]
        if start == end:
            return [place for place in found if place.span[0] <= start <= place.span[1]][-1:]
        return [place for place in found if place.span[0] < end and start < place.span[1]]

    def at(self, start: int, end: int) -> Sequence[Place]:
        """The paragraphs that begin from `start` on and before `end`, in order."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _around(boxes: list[Box | None]) -> Box | None:
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    return (
        min(box[0] for box in known),
        min(box[1] for box in known),
        max(box[2] for box in known),
        max(box[3] for box in known),
    )
