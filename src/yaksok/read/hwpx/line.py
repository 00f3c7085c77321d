"""One paragraph while it is read: its characters, and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from yaksok.read.hancom.private_use import shown
from yaksok.read.hwpx.formats import NO_CHANGE, Change
from yaksok.read.office.flow import FlowAnnotation, FlowBlock, FlowLink, FlowNote
from yaksok.records.layout import AnnotationKind


@dataclass(slots=True)
class _Open:
    """A field or tracked change that has begun."""

    start: int
    target: str = ""
    memo: str | None = None
    change: Change = NO_CHANGE
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """Collects a paragraph. `note_number` is true where the number of a note stands, which is its mark."""

    note_number: bool = False
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    unknown: int = 0
    page_number: bool = False
    notes: list[FlowNote] = field(default_factory=list)
    links: list[FlowLink] = field(default_factory=list)
    annotations: list[FlowAnnotation] = field(default_factory=list)
    after: list[FlowBlock] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    _fields: dict[str, _Open] = field(default_factory=dict)
    _inserted: dict[str, _Open] = field(default_factory=dict)
    _deleted: dict[str, _Open] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The characters so far."""
        return self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)

    def add(self, text: str | None) -> None:
        """Adds characters as they stand in the file; line ends of the XML itself are blanks."""
        if text:
            plain, unknown = as_shown(text)
            self.unknown += unknown
            self.put(plain)

    def put(self, text: str) -> None:
        """Adds characters that are shown just so; deleted ones are kept apart."""
        if self._deleted:
            next(reversed(self._deleted.values())).pieces.append(text)
            return
        self.pieces.append(text)
        self.length += len(text)

    def count(self, kind: str) -> int:
        """The number of the next table, box or note of this paragraph, from 0."""
        number = self.counts.get(kind, 0)
        self.counts[kind] = number + 1
        return number

    def begin_field(
        self, key: str, *, target: str = "", memo: str | None = None, change: Change = NO_CHANGE
    ) -> None:
        """A link (with its target) or a memo (with its text) begins."""
        self._fields[key] = _Open(self.length, target, memo, change)

    def end_field(self, key: str) -> None:
        """Its end; one that has not begun in this paragraph is passed over."""
        opened = self._fields.pop(key, None)
        if opened is None:
            return
        if opened.memo is not None:
            self.annotate("memo", opened.start, self.length, opened.memo, opened.change)
        elif self.length > opened.start:
            self.links.append(FlowLink(opened.start, self.length, opened.target))

    def begin_change(self, key: str, change: Change, *, deleted: bool) -> None:
        """Words begin that somebody inserted or deleted."""
        (self._deleted if deleted else self._inserted)[key] = _Open(self.length, change=change)

    def end_change(self, key: str, *, deleted: bool) -> None:
        """The end of such words."""
        opened = (self._deleted if deleted else self._inserted).pop(key, None)
        if opened is None:
            return
        if deleted:
            text = "".join(opened.pieces)
            if text:
                self.annotate("deleted", opened.start, opened.start, text, opened.change)
        elif self.length > opened.start:
            # Its words are cut out of the text when the paragraph is whole.
            self.annotate("inserted", opened.start, self.length, "", opened.change)

    def annotate(self, kind: AnnotationKind, start: int, end: int, text: str, change: Change) -> None:
        """Keeps what somebody wrote on the paragraph."""
        self.annotations.append(FlowAnnotation(kind, start, end, text, change.author, change.date))

    def close(self) -> None:
        """The paragraph ends, and with it whatever is still open."""
        if not (self._fields or self._deleted or self._inserted or self.annotations):
            return
        for key in list(self._fields):
            self.end_field(key)
        for key in list(self._deleted):
            self.end_change(key, deleted=True)
        for key in list(self._inserted):
            self.end_change(key, deleted=False)
        text = self.text
        self.annotations = [
            replace(each, text=text[each.start : each.end]) if each.kind == "inserted" else each
            for each in self.annotations
        ]


def as_shown(text: str) -> tuple[str, int]:
    """Characters of the file as they are shown, and how many private-use ones no table explains.

    Line ends and tabs of the XML itself are blanks. Hancom Office shows a soft hyphen wherever it stands, even
    as a bullet.
    """
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.replace("\r\n", " ").translate(_BLANKS)
    return (text, 0) if text.isascii() else shown(text.replace("\u00ad", "-"))


_BLANKS = {ord("\n"): " ", ord("\r"): " ", ord("\t"): " "}
