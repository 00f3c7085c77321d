"""A paragraph being put together: its text as it is shown, and what stands where in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from yaksok.read.hancom.private_use import shown
from yaksok.read.hwp.changes import ChangedRange
from yaksok.read.hwp.paratext import Run
from yaksok.read.office.flow import FlowAnnotation


@dataclass(slots=True)
class Line:
    """Collects the text of one paragraph, in the order of the file.

    `unknown` counts private-use characters that no table explains.
    """

    ranges: Sequence[ChangedRange] = ()
    length: int = 0
    unknown: int = 0
    _pieces: list[str] = field(default_factory=list)
    _next: int = 0
    _changes: list[FlowAnnotation] = field(default_factory=list)
    _open: ChangedRange | None = None
    _start: int = 0
    _words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self._pieces)

    def add(self, text: str) -> int:
        """Writes text as it is shown, and gives its length."""
        text, unknown = shown(text)
        self.unknown += unknown
        self._pieces.append(text)
        self.length += len(text)
        return len(text)

    def add_run(self, run: Run) -> None:
        """Writes a run of the file without the words in it that were deleted."""
        position = run.start
        end = run.start + run.units
        while position < end:
            each = self._range_from(position)
            if each is None or each.start >= end:
                self.add(run.part(position, end))
                return
            if each.start > position:
                self.add(run.part(position, each.start))
                position = each.start
            stop = min(each.end, end)
            self._add_changed(each, run.part(position, stop))
            position = stop

    def is_deleted(self, position: int) -> bool:
        """Whether a control at this place was deleted."""
        each = self._range_from(position)
        return each is not None and each.kind == "deleted" and each.start <= position

    def changes(self) -> list[FlowAnnotation]:
        """The tracked changes that met some text."""
        self._close()
        return self._changes

    def _range_from(self, position: int) -> ChangedRange | None:
        """The first range that ends behind a place; places only grow."""
        while self._next < len(self.ranges) and self.ranges[self._next].end <= position:
            self._next += 1
        return self.ranges[self._next] if self._next < len(self.ranges) else None

    def _add_changed(self, each: ChangedRange, text: str) -> None:
        if self._open is not each:
            self._close()
            self._open = each
            self._start = self.length
        self._words.append(shown(text)[0])
        if each.kind == "inserted":
            self.add(text)

    def _close(self) -> None:
        each = self._open
        if each is not None:
            words = "".join(self._words)
            end = self._start if each.kind == "deleted" else self._start + len(words)
            self._changes.append(FlowAnnotation(each.kind, self._start, end, words, each.author, each.date))
        self._open = None
        self._words.clear()
