"""Foot- and endnotes: their texts by id, and the marks that the program gives them (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.docx.names import integer_of, value, w
from yaksok.read.docx.numerals import numeral
from yaksok.records.layout import NoteKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEFAULT_FORMATS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class NoteNumbering:
    """How notes are numbered; None where nothing is said."""

    format: str | None = None
    start: int | None = None
    restart: str | None = None

    @classmethod
    def read(cls, properties: _Element | None, kind: NoteKind) -> NoteNumbering:
        """What settings or a section say of a kind of notes."""
        element = properties.find(w(f"{kind}Pr")) if properties is not None else None
        return cls(value(element, "numFmt"), integer_of(element, "numStart"), value(element, "numRestart"))

    def over(self, below: NoteNumbering) -> NoteNumbering:
        """This numbering, with that of `below` where it says nothing."""
        return NoteNumbering(
            self.format or below.format,
            below.start if self.start is None else self.start,
            self.restart or below.restart,
        )


@dataclass(slots=True)
class NoteBook:
    """The notes of a document. A note is given out once, however often a file refers to it."""

    texts: Mapping[tuple[NoteKind, str], _Element]
    general: Mapping[NoteKind, NoteNumbering]
    section: dict[NoteKind, NoteNumbering] = field(default_factory=dict)
    counts: dict[NoteKind, int] = field(default_factory=dict)
    page: dict[NoteKind, int] = field(default_factory=dict)
    given: set[tuple[NoteKind, str]] = field(default_factory=set)

    @classmethod
    def read(
        cls, footnotes: _Element | None, endnotes: _Element | None, settings: _Element | None
    ) -> NoteBook:
        """The notes of two parts, numbered as the settings say."""
        kinds: tuple[tuple[NoteKind, _Element | None], ...] = (("footnote", footnotes), ("endnote", endnotes))
        texts = {
            (kind, element.get(w("id"), "")): element
            for kind, root in kinds
            if root is not None
            for element in root.iterfind(w(kind))
        }
        return cls(texts, {kind: NoteNumbering.read(settings, kind) for kind, _ in kinds})

    def open_section(self, properties: _Element | None) -> None:
        """A new section begins, which may number its notes in its own way."""
        for kind, general in self.general.items():
            self.section[kind] = NoteNumbering.read(properties, kind).over(general)
            if self.section[kind].restart == "eachSect":
                self.counts.pop(kind, None)

    def take(self, kind: NoteKind, note_id: str) -> _Element | None:
        """The text of a note that was not given out before."""
        key = (kind, note_id)
        if key in self.given:
            return None
        self.given.add(key)
        return self.texts.get(key)

    def next_mark(self, kind: NoteKind, page: int) -> str:
        """The mark of the next note, which stands on this page."""
        numbering = self.section.get(kind) or self.general[kind]
        if numbering.restart == "eachPage" and self.page.get(kind) != page:
            self.counts.pop(kind, None)
        self.page[kind] = page
        start = 1 if numbering.start is None else numbering.start
        number = self.counts.get(kind, start - 1) + 1
        self.counts[kind] = number
        return numeral(number, numbering.format or _DEFAULT_FORMATS[kind])
