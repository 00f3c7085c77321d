"""What hangs on a paragraph's controls: notes, tables, text boxes, fields, numbers in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from yaksok.read.hancom.links import address_in
from yaksok.read.hancom.overlaps import overlapped
from yaksok.read.hancom.private_use import shown
from yaksok.read.hwp import controls, lists
from yaksok.read.hwp import records as tag
from yaksok.read.hwp.forms import form_words
from yaksok.read.hwp.lines import Line
from yaksok.read.hwp.paratext import FIELD_BEGIN, FIELD_END, Mark
from yaksok.read.hwp.reading import Reading
from yaksok.read.hwp.records import Records
from yaksok.read.hwp.tables import flat, table_of
from yaksok.read.office.flow import FlowAnnotation, FlowBlock, FlowLink, FlowNote, Paragraph
from yaksok.records.layout import NoteKind, PlaceKind

_NOTES: dict[str, NoteKind] = {"fn  ": "footnote", "en  ": "endnote"}
# They are shown nowhere in the text: section and column definitions, new numbers, page numbers, hidden parts of a page, marks
# for the index, bookmarks.
_SILENT = frozenset({"secd", "cold", "nwno", "pgnp", "pghd", "pgct", "pgod", "idxm", "bokm"})
_OPEN_PLACES = frozenset({"body", "box", "caption"})
_MEMO_FIELDS = frozenset({"%%me", "%unk"})


class Lists(Protocol):
    """Who can read the paragraphs of a list: the body of a section."""

    records: Records
    reading: Reading
    front: list[FlowBlock]

    def blocks(
        self, numbers: Iterable[int], path: str, kind: PlaceKind, *, note: bool = False
    ) -> list[FlowBlock]:
        """The paragraphs of some records and what hangs on them; the first of a note shows its number."""
        ...

    def furniture_path(self, kind: PlaceKind) -> str:
        """The path of the section's next header or footer."""
        ...


@dataclass(slots=True)
class _OpenField:
    id: str
    start: int
    field: controls.Field


@dataclass(slots=True)
class Anchored:
    """Collects what hangs on one paragraph. `after` are the blocks that follow it."""

    body: Lists
    path: str
    kind: PlaceKind
    line: Line
    in_note: bool = False
    page_number: bool = False
    notes: list[FlowNote] = field(default_factory=list)
    links: list[FlowLink] = field(default_factory=list)
    annotations: list[FlowAnnotation] = field(default_factory=list)
    after: list[FlowBlock] = field(default_factory=list)
    _fields: list[_OpenField] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def meet(self, mark: Mark, control: int | None) -> None:
        """Takes in a control of the text, with its record if it has one."""
        if mark.code == FIELD_END:
            self._end_field()
        elif control is not None and (mark.code == FIELD_BEGIN or not self.line.is_deleted(mark.start)):
            self.take(control, mark.code)

    def take(self, control: int, code: int) -> None:
        """Takes in the record of a control."""
        data = self.body.records.content(control)
        name = controls.control_id(data)
        if code == FIELD_BEGIN or name.startswith("%"):
            self._fields.append(_OpenField(name, self.line.length, controls.field(data)))
        elif name == "tbl ":
            self._table(control)
        elif name == "gso ":
            self._shapes(control)
        elif name in _NOTES:
            self._note(control, _NOTES[name], controls.note_mark(data))
        elif name == "atno":
            self._number(controls.auto_number(data))
        elif name == "tcps":
            text, unknown = overlapped(*controls.overlapping_signs(data))
            self.line.unknown += unknown
            self.line.add(text)
        elif name == "tdut":
            words, small = controls.ruby(data)
            self.line.add(f"{words}({small})" if small else words)
        elif name in {"head", "foot"}:
            self._furniture(control, "header" if name == "head" else "footer")
        elif name == "eqed":
            self._equation(control)
        elif name == "form":
            self._form(control)
        elif name == "tcmt":
            self._hidden_comment(control)
        elif name not in _SILENT:
            self._unknown(control)

    def finish(self) -> None:
        """Ends the fields that the paragraph leaves open."""
        while self._fields:
            self._end_field()
        self.annotations += self.line.changes()

    def _end_field(self) -> None:
        if not self._fields:
            # It began in a paragraph before.
            return
        each = self._fields.pop()
        start, end = each.start, self.line.length
        if each.id == "%hlk":
            target = address_in(each.field.command)
            if target and start < end:
                self.links.append(FlowLink(start, end, target))
        elif each.id in _MEMO_FIELDS:
            text = self.body.reading.memos.pop(each.field.memo, None)
            if text is not None:
                self.annotations.append(FlowAnnotation("memo", start, end, text))

    def _number(self, number: controls.AutoNumber) -> None:
        if number.kind in controls.PAGE_NUMBERS:
            self.page_number = True
        elif number.kind not in controls.NOTE_NUMBERS or not self.in_note:
            self.line.add(number.text)

    def _place(self, kind: PlaceKind) -> PlaceKind:
        """What the paragraphs of a list in this one are: those in a header stay parts of the header."""
        return kind if self.kind in _OPEN_PLACES else self.kind

    def _next_path(self, kind: str) -> str:
        number = self._counts.get(kind, 0)
        self._counts[kind] = number + 1
        return f"{self.path}/{kind}{number}"

    def _table(self, control: int) -> None:
        path = self._next_path("table")
        captions, cells = lists.split_at_table(self.body.records, control)
        self._captioned([table_of(self.body, cells, path, self.kind)], captions, path)

    def _shapes(self, control: int) -> None:
        """A picture, drawing or group: its caption and its text boxes."""
        records = self.body.records
        captions = lists.lists_below(records, control)
        for shape in lists.shapes_below(records, control) or [lists.Shape()]:
            art = None if shape.art is None else self._art(shape.art)
            if shape.paragraphs is None and art is None:
                path, blocks = self._next_path("picture"), []
            else:
                path = self._next_path("box")
                blocks = self.body.blocks(shape.paragraphs or (), path, self._place("box"))
            if art is not None:
                blocks.append(Paragraph(f"{path}/p{len(blocks)}", art, self._place("box")))
            self._captioned(blocks, captions, path)
            captions = []

    def _art(self, record: int) -> str | None:
        text, unknown = shown(controls.art_text(self.body.records.content(record)))
        self.line.unknown += unknown
        return text or None

    def _captioned(self, blocks: Sequence[FlowBlock], captions: list[lists.ParagraphList], path: str) -> None:
        """Sets an object behind its paragraph, the caption before or behind it as it is shown."""
        before: list[FlowBlock] = []
        behind: list[FlowBlock] = []
        for number, caption in enumerate(captions):
            place = f"{path}/caption{number or ''}"
            words = self.body.blocks(caption.paragraphs, place, self._place("caption"))
            header = b"" if caption.header is None else self.body.records.content(caption.header)
            (before if controls.caption_stands_before(header) else behind).extend(words)
        self.after += [*before, *blocks, *behind]

    def _paragraphs_of(self, control: int) -> list[int]:
        parts = lists.lists_below(self.body.records, control)
        return [paragraph for part in parts for paragraph in part.paragraphs]

    def _note(self, control: int, kind: NoteKind, mark: str) -> None:
        path = self._next_path(kind)
        blocks = self.body.blocks(self._paragraphs_of(control), path, self._place(kind), note=True)
        shown_mark = self._number_inside(control) or mark
        self.notes.append(FlowNote(self.line.length, kind, shown_mark, tuple(blocks)))

    def _number_inside(self, control: int) -> str:
        """The number that a note shows before its text."""
        records = self.body.records
        for number in range(control + 1, records.after[control]):
            if records.tags[number] == tag.CTRL_HEADER:
                data = records.content(number)
                if controls.control_id(data) == "atno":
                    found = controls.auto_number(data)
                    return found.text if found.kind in controls.NOTE_NUMBERS else ""
        return ""

    def _furniture(self, control: int, kind: PlaceKind) -> None:
        path = self.body.furniture_path(kind)
        paragraphs = list(flat(self.body.blocks(self._paragraphs_of(control), path, kind)))
        if any(each.text.strip() for each in paragraphs):
            self.body.front += paragraphs

    def _equation(self, control: int) -> None:
        records = self.body.records
        path = self._next_path("equation")
        for child in records.children(control):
            if records.tags[child] == tag.EQUATION:
                self.line.add(controls.equation_script(records.content(child)))
        self._captioned([], lists.lists_below(records, control), path)

    def _form(self, control: int) -> None:
        records = self.body.records
        for child in records.children(control):
            if records.tags[child] == tag.FORM_OBJECT:
                self.line.add(form_words(records.content(child)))

    def _hidden_comment(self, control: int) -> None:
        blocks = self.body.blocks(self._paragraphs_of(control), self._next_path("comment"), self.kind)
        text = "\n".join(each.text for each in flat(blocks)).strip()
        self.annotations.append(FlowAnnotation("comment", self.line.length, self.line.length, text))

    def _unknown(self, control: int) -> None:
        """A control of a kind that the format's description does not name: its paragraphs are not lost."""
        paragraphs = self._paragraphs_of(control)
        if paragraphs:
            self.body.reading.doubt("it has controls of an unknown kind")
            self.after += self.body.blocks(paragraphs, self._next_path("box"), self._place("box"))
