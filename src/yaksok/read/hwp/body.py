"""The body of a section: its paragraphs in order, with what hangs on each."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from yaksok.errors import NestedTooDeep
from yaksok.read.hancom.indents import first_line_indent
from yaksok.read.hancom.private_use import shown
from yaksok.read.hancom.styles import heading_level
from yaksok.read.hwp import controls
from yaksok.read.hwp import records as tag
from yaksok.read.hwp.anchored import Anchored
from yaksok.read.hwp.changes import changed_ranges
from yaksok.read.hwp.docinfo import ParaShape
from yaksok.read.hwp.lines import Line
from yaksok.read.hwp.paratext import Mark, Run, plain_text, split_text
from yaksok.read.hwp.reading import Reading
from yaksok.read.hwp.records import Records
from yaksok.read.office.flow import FlowBlock, Paragraph
from yaksok.records.layout import PlaceKind

DEEPEST_LISTS: Final = 64
"""Lists in lists, such as tables in cells; the deepest real one known has six."""

_HEAD = struct.Struct("<IIHBB")
_SECTION_HEAD: Final = 14
_PAGE_BREAK: Final = 0x4
_NO_SHAPE = ParaShape()
_DEFAULT_SIZE: Final = 1_000
_SIZES = range(100, 100_001)
_MOST_COLUMNS: Final = 200


@dataclass(slots=True)
class _Parts:
    """The data of a paragraph's records."""

    text: bytes | None = None
    ranges: bytes = b""
    controls: list[int] = field(default_factory=list)
    font: int = 0


@dataclass(slots=True)
class Body:
    """Reads one section. `section` is its path; `front` collects its headers, footers and page numbers."""

    reading: Reading
    records: Records
    section: str
    front: list[FlowBlock] = field(default_factory=list)
    _depth: int = 0
    _furniture: dict[str, int] = field(default_factory=dict)

    def read(self, *, new_page: bool) -> list[FlowBlock]:
        """All blocks of the section, in reading order; `new_page` sets it on a page of its own. Raises NestedTooDeep."""
        records = self.records
        top = [
            number for number in records.between(0, len(records)) if records.tags[number] == tag.PARA_HEADER
        ]
        self.reading.counter.begin_section(self._outline_id(top))
        blocks = self.blocks(top, self.section, "body")
        if new_page and blocks and isinstance(blocks[0], Paragraph):
            blocks[0] = replace(blocks[0], new_page=True)
        return [*self.front, *blocks]

    def blocks(
        self, numbers: Iterable[int], path: str, kind: PlaceKind, *, note: bool = False
    ) -> list[FlowBlock]:
        """The paragraphs of some records and what hangs on them; the first of a note shows its number.

        Raises NestedTooDeep.
        """
        if self._depth >= DEEPEST_LISTS:
            raise NestedTooDeep(path=self.reading.path, limit=f"{DEEPEST_LISTS:,}")
        self._depth += 1
        found: list[FlowBlock] = []
        for at, number in enumerate(numbers):
            self._read_paragraph(number, f"{path}/p{at}", kind, found, note=note and at == 0)
        self._depth -= 1
        return found

    def furniture_path(self, kind: PlaceKind) -> str:
        """The path of the section's next header or footer."""
        number = self._furniture.get(kind, 0)
        self._furniture[kind] = number + 1
        return f"{self.section}/{kind}{number}"

    def _outline_id(self, top: list[int]) -> int:
        """The numbering that the section's definition names for its outline, 0 if there is none."""
        for paragraph in top[:1]:
            for child in self.records.children(paragraph):
                if self.records.tags[child] == tag.CTRL_HEADER:
                    data = self.records.content(child)
                    if controls.control_id(data) == "secd":
                        at = 4 + _SECTION_HEAD
                        return int.from_bytes(data[at : at + 2], "little")
        return 0

    def _read_paragraph(
        self, number: int, path: str, kind: PlaceKind, blocks: list[FlowBlock], *, note: bool
    ) -> None:
        info = self.reading.info
        units, shape_id, style, breaks = self._head(number)
        shape = info.shapes[shape_id] if shape_id < len(info.shapes) else _NO_SHAPE
        parts = self._parts(number)
        if units != (len(parts.text) // 2 if parts.text is not None else min(units, 1)):
            # An empty paragraph has its end only, and no text.
            self.reading.doubt("it has paragraphs that are longer or shorter than they claim")
        mark = ""
        if shape.head != "NONE":
            # Before its contents: the cells of a table count on from the paragraph that holds it.
            mark = self.reading.counter.mark(shape.head, shape.list_id, shape.level)
        plain = "" if parts.text is None else plain_text(parts.text)
        if plain is None or parts.controls or parts.ranges:
            anchored = self._anchored(parts, path, kind, note=note)
            if anchored.page_number and kind in {"header", "footer"}:
                kind = "page_number" if not any(map(str.isalnum, anchored.line.text)) else kind
            text, unknown = anchored.line.text, anchored.line.unknown
            notes, links = tuple(anchored.notes), tuple(anchored.links)
            annotations, after = tuple(anchored.annotations), anchored.after
        else:
            text, unknown = shown(plain)
            notes, links, annotations, after = (), (), (), []
        self.reading.unknown += unknown
        blocks.append(
            Paragraph(
                path,
                text,
                kind,
                mark,
                shape.level if shape.head != "NONE" else 0,
                heading_level(info.styles[style] if style < len(info.styles) else "", shape.head),
                _columns(shape, parts.font),
                new_page=bool(breaks & _PAGE_BREAK),
                notes=notes,
                links=links,
                annotations=annotations,
            )
        )
        blocks.extend(after)

    def _head(self, number: int) -> tuple[int, int, int, int]:
        """The number of units, format, style and breaks of a paragraph."""
        records = self.records
        start = records.starts[number]
        if records.ends[number] - start < _HEAD.size:
            self.reading.doubt("it has paragraphs without a head")
            return 0, 0, 0, 0
        units, _, shape, style, breaks = _HEAD.unpack_from(records.data, start)
        return units & 0x7FFFFFFF, shape, style, breaks

    def _parts(self, number: int) -> _Parts:
        records = self.records
        parts = _Parts()
        child = number + 1
        end = records.after[number]
        while child < end:
            kind = records.tags[child]
            if kind == tag.PARA_TEXT:
                parts.text = records.content(child)
            elif kind == tag.CTRL_HEADER:
                parts.controls.append(child)
            elif kind == tag.PARA_CHAR_SHAPE:
                parts.font = int.from_bytes(
                    records.data[records.starts[child] + 4 : records.starts[child] + 8], "little"
                )
            elif kind == tag.PARA_RANGE_TAG and self.reading.info.changes:
                parts.ranges = records.content(child)
            child = records.after[child]
        sizes = self.reading.info.sizes
        parts.font = sizes[parts.font] if parts.font < len(sizes) else 0
        return parts

    def _anchored(self, parts: _Parts, path: str, kind: PlaceKind, *, note: bool) -> Anchored:
        ranges = changed_ranges(parts.ranges, self.reading.info.changes)
        line = Line(ranges)
        anchored = Anchored(self, path, kind, line, in_note=note)
        waiting = _Controls(self, parts.controls)
        for token in split_text(parts.text or b""):
            if isinstance(token, Run):
                line.add_run(token)
            else:
                anchored.meet(token, waiting.record_of(token))
        for control in waiting.rest():
            anchored.take(control, 0)
        anchored.finish()
        return anchored


@dataclass(slots=True)
class _Controls:
    """The control records of a paragraph, which stand in the order of the signs in its text."""

    body: Body
    numbers: list[int]
    _next: int = 0
    _passed_over: list[int] = field(default_factory=list)

    def record_of(self, mark: Mark) -> int | None:
        """The record that belongs to a control in the text, None if it has none."""
        if not mark.extended:
            return None
        for at in range(self._next, min(self._next + 8, len(self.numbers))):
            number = self.numbers[at]
            if controls.control_id(self.body.records.content(number)) == mark.id:
                self._passed_over += self.numbers[self._next : at]
                self._next = at + 1
                return number
        self.body.reading.doubt("it has signs of controls that are not there")
        return None

    def rest(self) -> list[int]:
        """The records that no sign asked for."""
        left = self._passed_over + self.numbers[self._next :]
        if left:
            self.body.reading.doubt("it has controls that its text does not show")
        return left


def _columns(shape: ParaShape, font: int) -> int:
    """How far the first line is set in, in columns of half a letter each; margins are kept in half units."""
    indent = first_line_indent(shape.left, shape.first_line) // 2
    if indent <= 0:
        return 0
    size = font if font in _SIZES else _DEFAULT_SIZE
    return min(round(indent * 2 / size), _MOST_COLUMNS)
