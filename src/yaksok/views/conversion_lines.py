"""Lines of a reading as they are shown: words cut wherever something begins, ends or hangs on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yaksok.records.layout import Annotation, Hyperlink, Layout
from yaksok.records.mentions import Span
from yaksok.records.statement import Document, Statement
from yaksok.views.alignment import aligned


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one statement; None for signs that belong to none. `change` is an insertion they are part of.

    `at` is the offset of their first sign in the document's text.
    """

    text: str
    statement: Statement | None
    link: Hyperlink | None = None
    change: Annotation | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of the note with this number, counted from 0 in the layout."""

    note: int


@dataclass(frozen=True, slots=True)
class Remark:
    """The place of the memo or deleted words with this number, counted from 0 in the layout."""

    annotation: int


Piece = Words | NoteMark | Remark
Range = TypeVar("Range", Hyperlink, Annotation)

IN_TEXT = frozenset({"inserted", "moved_to"})
"""Annotations whose words stand in the text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a document's text that is shown in one go, with the mark in front of it."""

    span: Span
    mark: str
    pieces: tuple[Piece, ...]


class Cutter:
    """Cuts stretches of a document's text into pieces; every note's mark falls into exactly one stretch.

    `stretches` are all that will be shown, in order and apart from each other. `cuts` are offsets at which
    words are cut besides.
    """

    def __init__(self, document: Document, stretches: Sequence[Span], cuts: Iterable[int] = ()) -> None:
        layout = document.layout or Layout()
        self._text = document.text
        self._statements = document.statements
        self._extent_starts = [statement.extent[0] for statement in document.statements]
        self._links = sorted(layout.links, key=lambda link: link.span)
        self._link_starts = [link.span[0] for link in self._links]
        self._changes = sorted(
            (note for note in layout.annotations if note.kind in IN_TEXT), key=lambda note: note.span
        )
        self._change_starts = [change.span[0] for change in self._changes]
        spans = [*(link.span for link in self._links), *(change.span for change in self._changes)]
        self._edges = sorted({*cuts, *(edge for span in spans for edge in span)})
        starts = [start for start, _ in stretches]
        self._points = sorted(
            (_stretch(starts, stretches, offset), offset, order, piece)
            for order, (offset, piece) in enumerate(_points(layout))
        )
        self._point_stretches = [point[0] for point in self._points]
        self._stretch_starts = starts

    def line(self, span: Span, *, mark: str = "", of: Statement | None = None) -> Line:
        """A stretch as a line; `of` is the statement that all of it belongs to.

        A whole statement is shown in its cleaned words, where its span gives them back; anything else as it
        stands, with single blanks.
        """
        offsets: Sequence[int] | None = None
        words = ""
        if of is not None and span == of.span:
            words, offsets = of.text, aligned(of.text, self._text, span)
        if offsets is None:
            words, offsets = collapsed(self._text, span)
        return Line(span, mark, tuple(self._pieces(span, words, offsets, of)))

    def _pieces(
        self, span: Span, words: str, offsets: Sequence[int], of: Statement | None
    ) -> Iterator[Piece]:
        points = self._points_of(span)
        cuts = {offset for offset, _ in points}
        cuts.update(self._edges[bisect_right(self._edges, span[0]) : bisect_left(self._edges, span[1])])
        if of is None:
            first = bisect_right(self._extent_starts, span[0])
            cuts.update(self._extent_starts[first : bisect_left(self._extent_starts, span[1])])
        at = 0
        waiting = 0
        for cut in [*sorted(cuts), span[1] + 1]:
            to = bisect_left(offsets, cut)
            if to > at:
                yield self._words(words[at:to], offsets[at], of)
                at = to
            while waiting < len(points) and points[waiting][0] <= cut:
                yield points[waiting][1]
                waiting += 1

    def _points_of(self, span: Span) -> list[tuple[int, NoteMark | Remark]]:
        number = bisect_left(self._stretch_starts, span[0])
        first = bisect_left(self._point_stretches, number)
        last = bisect_right(self._point_stretches, number)
        return [(min(offset, span[1]), piece) for _, offset, _, piece in self._points[first:last]]

    def _words(self, text: str, offset: int, of: Statement | None) -> Words:
        return Words(
            text,
            of or self.statement_at(offset),
            _covering(self._links, self._link_starts, offset),
            _covering(self._changes, self._change_starts, offset),
            offset,
        )

    def statement_at(self, offset: int) -> Statement | None:
        """The statement whose extent holds a character."""
        number = bisect_right(self._extent_starts, offset) - 1
        return self._statements[number] if number >= 0 else None


def collapsed(text: str, span: Span) -> tuple[str, list[int]]:
    """A stretch without white space at its ends, every run of it inside as one blank; and the offset of each sign."""
    words: list[str] = []
    offsets: list[int] = []
    for offset in range(*span):
        character = text[offset]
        if character.isspace():
            if not words or words[-1] == " ":
                continue
            character = " "
        words.append(character)
        offsets.append(offset)
    if words and words[-1] == " ":
        words.pop()
        offsets.pop()
    return "".join(words), offsets


def _points(layout: Layout) -> Iterator[tuple[int, NoteMark | Remark]]:
    for number, note in enumerate(layout.notes):
        yield note.anchor, NoteMark(number)
    for number, annotation in enumerate(layout.annotations):
        if annotation.kind not in IN_TEXT:
            yield annotation.span[1], Remark(number)


def _stretch(starts: Sequence[int], stretches: Sequence[Span], offset: int) -> int:
    """The stretch that a mark at an offset belongs to: the one with the character before it."""
    number = max(0, bisect_left(starts, offset) - 1)
    following = number + 1
    # At the very beginning of a stretch, with nothing of another one before it, it belongs to what follows.
    if following < len(starts) and starts[following] == offset and stretches[number][1] < offset:
        return following
    return number


def _covering(ranges: Sequence[Range], starts: Sequence[int], offset: int) -> Range | None:
    number = bisect_right(starts, offset) - 1
    return ranges[number] if number >= 0 and offset < ranges[number].span[1] else None
