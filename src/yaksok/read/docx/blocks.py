"""The paragraphs and tables of a story in order, with what is anchored in them behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yaksok.errors import NestedTooDeep
from yaksok.read.docx.boxes import ALTERNATIVES, chosen
from yaksok.read.docx.comments import plain_text
from yaksok.read.docx.document import Story
from yaksok.read.docx.draft import Draft, NoteMark
from yaksok.read.docx.fields import FieldStack
from yaksok.read.docx.indents import read_indents
from yaksok.read.docx.inline import Inline
from yaksok.read.docx.names import RELATION, switch, value, w
from yaksok.read.docx.numbering import NO_MARK
from yaksok.read.docx.page_numbers import is_page_number_line
from yaksok.read.docx.runs import end_comment
from yaksok.read.docx.styles import Style, outline_heading, read_numbering
from yaksok.read.docx.tables import read_table
from yaksok.read.office.flow import FlowAnnotation, FlowBlock, FlowNote, Paragraph
from yaksok.records.layout import PlaceKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH = w("p")
_PROPERTIES = w("pPr")
_TABLE = w("tbl")
_CONTROL = w("sdt")
_OTHER_DOCUMENTS = frozenset({w("altChunk"), w("subDoc")})
_COMMENT_START = w("commentRangeStart")
_BLOCKS = frozenset({_PARAGRAPH, _TABLE, _COMMENT_START}) | _OTHER_DOCUMENTS
_GROUPS = frozenset(
    w(name) for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo")
)
_PICTURES = (w("drawing"), w("pict"), w("object"))
_DEEPEST = 60
"""Tables and boxes inside each other; real files stay below ten."""


def block_elements(container: _Element) -> Iterator[_Element]:
    """The paragraphs and tables in a container, also those in content controls, in order."""
    for child in container:
        tag = child.tag
        if tag in _BLOCKS:
            yield child
        elif tag in _GROUPS:
            yield from block_elements(child)
        elif tag == _CONTROL:
            content = child.find(w("sdtContent"))
            if content is not None:
                yield from block_elements(content)
        elif tag == ALTERNATIVES:
            version = chosen(child)
            if version is not None:
                yield from block_elements(version)


@dataclass(slots=True)
class _Joined:
    """A paragraph that may be put together of several, whose marks between them are deleted or hidden.

    `goes_on`: the last one's mark is, so that the next one belongs to it.
    """

    draft: Draft
    style: Style
    properties: _Element | None
    goes_on: bool = False


@dataclass(slots=True)
class BlockReader:
    """Reads the blocks of one story."""

    story: Story
    _depth: int = 0

    def read(self, elements: Iterable[_Element], path: str, number: int = 0) -> list[FlowBlock]:
        """The blocks of a container with this path; its paragraphs are counted from `number`."""
        self._enter()
        blocks: list[FlowBlock] = []
        waiting: _Joined | None = None
        tables = 0
        for element in elements:
            if element.tag == _PARAGRAPH:
                waiting = self._take(element, waiting)
                if not waiting.goes_on:
                    blocks.extend(self._finish(waiting, f"{path}/p{number}"))
                    waiting, number, tables = None, number + 1, 0
                continue
            if waiting is not None:
                blocks.extend(self._finish_rest(waiting, f"{path}/p{number}"))
                waiting, number, tables = None, number + 1, 0
            if element.tag == _TABLE:
                anchor = f"{path}/p{number - 1}" if number else path
                blocks.append(
                    read_table(element, f"{anchor}/table{tables}", self._read_cell, self._note_deleted_row)
                )
                tables += 1
            elif element.tag == _COMMENT_START:
                self.story.waiting_comments.append(element.get(w("id"), ""))
            else:
                self._pass_over(element)
        if waiting is not None:
            blocks.extend(self._finish_rest(waiting, f"{path}/p{number}"))
        self._depth -= 1
        return blocks

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NestedTooDeep(path=self.story.document.parts.package.path, limit=f"{_DEEPEST:,}")

    # Paragraphs

    def _take(self, element: _Element, waiting: _Joined | None) -> _Joined:
        """The paragraph, behind what waits to be joined with it."""
        story = self.story
        properties = element.find(_PROPERTIES)
        style = story.document.styles.paragraph(value(properties, "pStyle"))
        joined = waiting or _Joined(Draft(), style, properties)
        if joined.draft.length == 0 or _is_removed(joined.properties):
            # Of paragraphs whose mark was deleted, the next one's form holds.
            joined.style, joined.properties = style, properties
        if story.waiting_comments:
            self._open_comments(joined.draft)
        Inline(story, joined.draft, style).walk(element)
        if not story.fields_end:
            story.fields.close_unfinished()
        joined.goes_on = _is_removed(properties) or _is_mark_hidden(properties, style)
        return joined

    def _open_comments(self, draft: Draft) -> None:
        for comment_id in self.story.waiting_comments:
            draft.comments.setdefault(comment_id, draft.length)
        self.story.waiting_comments.clear()

    def _finish_rest(self, joined: _Joined, path: str) -> list[FlowBlock]:
        """A joined paragraph that nothing follows; nothing if all of it is gone."""
        draft = joined.draft
        if draft.length or draft.notes or draft.boxes:
            return self._finish(joined, path)
        self.story.waiting.extend(draft.annotations)
        return []

    def _finish(self, joined: _Joined, path: str) -> list[FlowBlock]:
        story, draft, style, properties = self.story, joined.draft, joined.style, joined.properties
        for comment_id in draft.comments:
            end_comment(story, draft, comment_id)
        direct = read_numbering(properties)
        mark = NO_MARK if _is_section_break(joined) else story.counters.next_mark(direct, style)
        indents = read_indents(properties)
        if mark is not NO_MARK:
            listed = direct is not None and direct.num_id is not None
            indents = indents.over(
                mark.indents.over(style.indents) if listed else style.indents.over(mark.indents)
            )
        else:
            indents = indents.over(style.indents)
        heading = outline_heading(properties)
        kind = self._kind(draft, style)
        text = draft.text
        if style.is_title and kind == "body" and text.strip():
            story.document.titles.append(text)
        waiting, story.waiting = story.waiting, []
        notes = tuple(self._read_note(note, path, number) for number, note in enumerate(draft.notes))
        paragraph = Paragraph(
            path=path,
            text=text,
            kind=kind,
            mark=mark.text,
            mark_level=mark.level,
            heading=style.heading if heading is None else heading,
            indent=indents.columns(draft.half_points or style.half_points),
            page=self._page(draft),
            new_page=self._is_on_new_page(draft, style, properties),
            notes=notes,
            links=tuple(draft.links),
            annotations=(*(replace(one, start=0, end=0) for one in waiting), *draft.annotations),
        )
        return [paragraph, *self._read_boxes(draft, path)]

    def _kind(self, draft: Draft, style: Style) -> PlaceKind:
        place = self.story.place
        if place in {"header", "footer"} and draft.has_page_number and is_page_number_line(draft.text):
            return "page_number"
        return "caption" if style.is_caption and place == "body" else place

    def _page(self, draft: Draft) -> int | None:
        if not self.story.document.keeps_pages or self.story.kind != "body":
            return None
        return (self.story.pages if draft.page is None else draft.page) + 1

    def _is_on_new_page(self, draft: Draft, style: Style, properties: _Element | None) -> bool:
        own = switch(properties, "pageBreakBefore")
        before = self.story.new_page or (style.new_page if own is None else own)
        # A break behind the last word of a paragraph is for the next one.
        self.story.new_page = draft.page_broken
        return before or draft.new_page

    # What hangs on paragraphs

    def _read_note(self, note: NoteMark, path: str, number: int) -> FlowNote:
        document = self.story.document
        part = document.parts.related(document.name, f"{note.kind}s") or document.name
        story = document.story(note.kind, part, note.text)
        story.leading = note.mark if note.typed else ""
        blocks = BlockReader(story, self._depth).read(
            block_elements(note.text), f"{path}/{note.kind}{number}"
        )
        return FlowNote(note.offset, note.kind, note.mark, tuple(blocks))

    def _read_boxes(self, draft: Draft, path: str) -> list[FlowBlock]:
        story = self.story
        blocks: list[FlowBlock] = []
        place, fields, new_page = story.place, story.fields, story.new_page
        for number, box in enumerate(draft.boxes):
            story.place = "box" if place == "body" else place
            story.fields, story.new_page = FieldStack(), False
            blocks.extend(self.read(block_elements(box), f"{path}/box{number}"))
        story.place, story.fields, story.new_page = place, fields, new_page
        return blocks

    def _read_cell(self, cell: _Element, path: str) -> tuple[FlowBlock, ...]:
        return tuple(self.read(block_elements(cell), path))

    def _note_deleted_row(self, row: _Element) -> None:
        change = row.find(f"{w('trPr')}/{w('del')}")
        text = "\t".join(plain_text(cell, deleted=True).strip() for cell in row.iterfind(w("tc")))
        if change is not None and text.strip():
            author, date = change.get(w("author"), ""), change.get(w("date"), "")
            self.story.waiting.append(FlowAnnotation("deleted", 0, 0, text, author, date))

    def _pass_over(self, element: _Element) -> None:
        parts = self.story.document.parts
        relation = parts.relations(self.story.part).get(element.get(f"{{{RELATION}}}id", ""))
        parts.note_missing(relation.target if relation else "another document that is embedded")


def _is_removed(properties: _Element | None) -> bool:
    """Whether a paragraph's mark was deleted or moved away."""
    own = properties.find(w("rPr")) if properties is not None else None
    return own is not None and (own.find(w("del")) is not None or own.find(w("moveFrom")) is not None)


def _is_mark_hidden(properties: _Element | None, style: Style) -> bool:
    own = properties.find(w("rPr")) if properties is not None else None
    hidden = switch(own, "vanish")
    return style.hidden if hidden is None else hidden


def _is_section_break(joined: _Joined) -> bool:
    """Whether a paragraph is nothing but the end of a section, which is shown without a number."""
    draft, properties = joined.draft, joined.properties
    if (
        draft.length
        or draft.notes
        or draft.boxes
        or properties is None
        or properties.find(w("sectPr")) is None
    ):
        return False
    paragraph = properties.getparent()
    return paragraph is None or next(paragraph.iter(*_PICTURES), None) is None
