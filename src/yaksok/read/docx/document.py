"""A Word file as it is read: its parts, and what all its stories share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from yaksok.read.docx.comments import Comment, read_comments
from yaksok.read.docx.fields import FieldStack, is_balanced
from yaksok.read.docx.names import switch, w
from yaksok.read.docx.notes import NoteBook
from yaksok.read.docx.numbering import Counters, Lists
from yaksok.read.docx.parts import Parts
from yaksok.read.docx.styles import Styles
from yaksok.read.office.flow import FlowAnnotation
from yaksok.records.layout import PlaceKind

if TYPE_CHECKING:
    from lxml.etree import _Element

StoryKind = Literal["body", "footnote", "endnote", "header", "footer"]


@dataclass(slots=True)
class WordDocument:
    """An open document. `titles` are the paragraphs in the title's style, in order; `unknown_signs` a count."""

    parts: Parts
    name: str
    root: _Element
    styles: Styles
    lists: Lists
    comments: dict[str, Comment]
    notes: NoteBook
    even_and_odd: bool
    keeps_pages: bool
    titles: list[str] = field(default_factory=list)
    unknown_signs: int = 0
    counters: dict[StoryKind, Counters] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, *, path: str) -> WordDocument:
        """The document in some bytes. Raises a ReadingError; parts besides the body may be missing."""
        parts = Parts.open(data, path=path)
        name = parts.main_name()
        root = parts.tree(name)

        def related(kind: str) -> _Element | None:
            return parts.optional_tree(parts.related(name, kind))

        styles = Styles(related("styles"))
        settings = related("settings")
        return cls(
            parts=parts,
            name=name,
            root=root,
            styles=styles,
            lists=Lists(related("numbering"), styles),
            comments=read_comments(related("comments")),
            notes=NoteBook.read(related("footnotes"), related("endnotes"), settings),
            even_and_odd=switch(settings, "evenAndOddHeaders") or False,
            keeps_pages=next(root.iter(w("lastRenderedPageBreak")), None) is not None,
        )

    def story(self, kind: StoryKind, part: str, root: _Element) -> Story:
        """A story of the document: its body, a note, a header or a footer, in the part of this name."""
        counters = self.counters.setdefault(kind, Counters(self.lists))
        return Story(self, part, kind, counters, fields_end=is_balanced(root))


@dataclass(slots=True)
class Story:
    """Where the reading of a story stands. `fields_end`: every field that begins in it also ends.

    `leading` is the typed mark of a note that its text repeats. `pages` counts the page breaks so far.
    """

    document: WordDocument
    part: str
    kind: StoryKind
    counters: Counters
    fields_end: bool = True
    fields: FieldStack = field(default_factory=FieldStack)
    leading: str = ""
    pages: int = 0
    new_page: bool = False
    place: PlaceKind = "body"
    waiting: list[FlowAnnotation] = field(default_factory=list)
    waiting_comments: list[str] = field(default_factory=list)
    noted_comments: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.place = self.kind
