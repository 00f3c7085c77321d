"""A paragraph while it is put together: its text so far, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.office.flow import FlowAnnotation, FlowLink
from yaksok.records.layout import AnnotationKind, NoteKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_SOFT_HYPHEN = "\xad"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a note is anchored, its mark, and its text. `typed`: the author wrote the mark."""

    offset: int
    kind: NoteKind
    mark: str
    text: _Element
    typed: bool


@dataclass(slots=True)
class Draft:
    """The text and its overlays. Words that were deleted go to `deleted` while it is a list."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    deleted: list[str] | None = None
    notes: list[NoteMark] = field(default_factory=list)
    links: list[FlowLink] = field(default_factory=list)
    annotations: list[FlowAnnotation] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    comments: dict[str, int] = field(default_factory=dict)
    half_points: int | None = None
    skip_blank: bool = False
    page: int | None = None
    new_page: bool = False
    page_broken: bool = False
    has_page_number: bool = False

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)

    def write(self, text: str, target: str | None, page: int) -> None:
        """Adds letters, perhaps as part of a link."""
        if self.deleted is not None:
            self.deleted.append(text)
            return
        if _SOFT_HYPHEN in text:
            text = self._shown_hyphens(text)
        if self.skip_blank:
            text = text.lstrip()
            self.skip_blank = not text
        if not text:
            return
        if self.page is None:
            self.page = page
        if self.page_broken and self.length:
            text = f"\n{text}"
        elif self.page_broken:
            self.new_page = True
        self.page_broken = False
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        if target is not None:
            self._link(start, target)

    def break_page(self) -> None:
        """What follows stands on a new page."""
        if self.deleted is None:
            self.page_broken = True

    def annotate(self, kind: AnnotationKind, start: int, text: str, author: str, date: str) -> None:
        """Notes a change or comment from an offset up to here; neighbours of one hand become one."""
        before = self.annotations[-1] if self.annotations else None
        tracked = kind != "comment"
        if (
            before
            and tracked
            and (before.kind, before.author, before.date, before.end) == (kind, author, date, start)
        ):
            self.annotations.pop()
            start, text = before.start, before.text + text
        self.annotations.append(FlowAnnotation(kind, start, self.length, text, author, date))

    def since(self, start: int) -> str:
        """The text from an offset on."""
        return self.text[start:]

    def _link(self, start: int, target: str) -> None:
        if self.links and self.links[-1].end == start and self.links[-1].target == target:
            start = self.links.pop().start
        self.links.append(FlowLink(start, self.length, target))

    def _shown_hyphens(self, text: str) -> str:
        # Typed in front of a line it is a dash; within words it shows only where a line ends.
        if (
            not self.length
            and text.startswith(_SOFT_HYPHEN)
            and len(text.strip(_SOFT_HYPHEN)) != len(text.strip())
        ):
            text = "-" + text[1:]
        return text.replace(_SOFT_HYPHEN, "")
