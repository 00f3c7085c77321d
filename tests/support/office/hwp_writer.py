"""A description as HWP 5: the section. Deleted words and memos are left out; inserted words are plain ones."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass, field

from tests.support.office.compound import compound
from tests.support.office.description import (
    Block,
    Box,
    Change,
    Description,
    Link,
    Note,
    Paragraph,
    Piece,
    PlacedCell,
    Table,
    column_count,
    placed,
)
from tests.support.office.formats import ParagraphFormat, format_of, formats_of
from tests.support.office.hwp_info import info_stream, outline_number
from tests.support.office.hwp_records import (
    CTRL_HEADER,
    FOOTNOTE_SHAPE,
    LIST_HEADER,
    PAGE_BORDER_FILL,
    PAGE_DEF,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PARA_TEXT,
    RECTANGLE,
    SHAPE_COMPONENT,
    TABLE,
    control,
    control_id,
    field_end,
    record,
    tab,
    words,
)
from tests.support.office.hwp_summary import SUMMARY, summary
from tests.support.office.text_writer import write_text

VERSION = (5, 0, 5, 0)
COMPRESSED, DISTRIBUTION = 0x1, 0x4
WIDTH = 42520
_PREVIEW = 1000
_LAST = 0x80000000
_SECTION_BREAK, _PAGE_BREAK = 0x3, 0x4
_SPLIT = re.compile(r"([\t\n])")
_TITLE_LETTERS = 1
_HEADER_CELL = 0x40000


def write_hwp(description: Description, *, compressed: bool = True) -> bytes:
    """The bytes of an HWP 5 file."""
    flags = COMPRESSED if compressed else 0
    section = section_stream(description)
    info = info_stream(description, formats_of(description))
    return compound(
        {
            "FileHeader": file_header(flags),
            "DocInfo": deflated(info) if compressed else info,
            SUMMARY: summary(description.title),
            "PrvText": preview(description),
            "BodyText/Section0": deflated(section) if compressed else section,
        }
    )


def file_header(flags: int) -> bytes:
    """The stream that names the format, its version, and how the others are kept."""
    version = bytes(reversed(VERSION))
    return (
        b"HWP Document File".ljust(32, b"\0")
        + version
        + struct.pack("<IIII", flags, 0, 0, 0).ljust(220, b"\0")
    )


def preview(description: Description) -> bytes:
    """The beginning of the text."""
    return write_text(description)[:_PREVIEW].replace("\n", "\r\n").encode("utf-16-le")


def deflated(data: bytes) -> bytes:
    """Data compressed without a header, as HWP has it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def section_stream(description: Description) -> bytes:
    """The records of the one section. Its first paragraph holds the section's own properties."""
    return _Section(description, formats_of(description)).records()


@dataclass
class _Text:
    """The text of a paragraph in the making: characters, the controls among them, their records."""

    level: int
    characters: bytes = b""
    mask: int = 0
    records: list[bytes] = field(default_factory=list)

    def add(self, code: int, characters: bytes) -> None:
        self.characters += characters
        self.mask |= 1 << code

    def add_control(self, code: int, name: str, *records: bytes) -> None:
        self.add(code, control(code, name))
        self.records += records


@dataclass
class _Section:
    description: Description
    formats: tuple[ParagraphFormat, ...]
    notes: dict[str, int] = field(default_factory=lambda: {"footnote": 0, "endnote": 0})
    objects: int = 0

    def records(self) -> bytes:
        first, *rest = self.description.blocks or (Paragraph(),)
        if isinstance(first, Table):
            first, rest = Paragraph(), [first, *rest]
        opening = _Text(0)
        self._open(opening)
        head = self._paragraph(first, 0, opening, divide=_SECTION_BREAK, last=not rest)
        return head + self._blocks(tuple(rest), 0)

    def _open(self, text: _Text) -> None:
        """The controls of the section: its pages, columns, header, footer and page number."""
        outline = outline_number(self.description)
        properties = struct.pack("<IHHHIH", 0, 1134, 0, 0, 8000, outline).ljust(43, b"\0")
        note = struct.pack("<IHHHHIHHHBBI", 0, 0, 0, 0x29, 1, 0xFFFFFFFF, 850, 567, 283, 1, 1, 0)
        text.add_control(
            2,
            "secd",
            record(CTRL_HEADER, 1, control_id("secd") + properties),
            record(PAGE_DEF, 2, struct.pack("<9II", 59528, 84188, 8504, 8504, 5668, 4252, 4252, 4252, 0, 0)),
            record(FOOTNOTE_SHAPE, 2, note) * 2,
            record(PAGE_BORDER_FILL, 2, struct.pack("<I4HH", 1, 1417, 1417, 1417, 1417, 1)) * 3,
        )
        text.add_control(
            2, "cold", record(CTRL_HEADER, 1, control_id("cold") + struct.pack("<HHII", 0x1004, 0, 0, 0))
        )
        for number, (name, line) in enumerate(
            (("head", self.description.header), ("foot", self.description.footer)), 1
        ):
            if line:
                size = struct.pack("<IIBB", WIDTH, 4252, 0, 0)
                text.add_control(
                    16,
                    name,
                    record(CTRL_HEADER, 1, control_id(name) + struct.pack("<II", 0, number)),
                    self._list((Paragraph((line,)),), 2, size),
                )
        if self.description.page_numbers:
            data = struct.pack("<IHHHH", 5 << 8, 0, 0, 0, ord("-"))
            text.add_control(21, "pgnp", record(CTRL_HEADER, 1, control_id("pgnp") + data))

    def _blocks(self, blocks: tuple[Block, ...], level: int) -> bytes:
        return b"".join(
            self._block(block, level, last=number == len(blocks)) for number, block in enumerate(blocks, 1)
        )

    def _block(self, block: Block, level: int, *, last: bool) -> bytes:
        text = _Text(level)
        if not isinstance(block, Table):
            return self._paragraph(block, level, text, last=last)
        text.add_control(11, "tbl ", self._table(block, level + 1))
        return self._paragraph(Paragraph(), level, text, last=last)

    def _list(self, blocks: tuple[Block, ...], level: int, more: bytes, attributes: int = 0) -> bytes:
        """A list of paragraphs: in HWP its paragraphs stand beside its header, on the same level."""
        header = struct.pack("<HHI", max(1, len(blocks)), 0, attributes) + more
        return record(LIST_HEADER, level, header) + self._blocks(blocks or (Paragraph(),), level)

    def _paragraph(
        self, paragraph: Paragraph, level: int, text: _Text, *, last: bool, divide: int = 0
    ) -> bytes:
        for piece in paragraph.pieces:
            self._piece(piece, text)
        for box in paragraph.boxes:
            text.add_control(11, "gso ", self._box(box, level + 1))
        characters = text.characters + b"\r\0"
        count = len(characters) // 2
        divide |= _PAGE_BREAK if paragraph.new_page else 0
        header = struct.pack(
            "<IIHBBHHHIH",
            count | (_LAST if last else 0), text.mask, self.formats.index(format_of(paragraph)), paragraph.heading,
            divide, 1, 0, 0, 0, 0,
        )  # fmt: skip
        letters = struct.pack("<II", 0, _TITLE_LETTERS if paragraph.title else 0)
        written = record(PARA_TEXT, level + 1, characters) if count > 1 else b""
        return (
            record(PARA_HEADER, level, header)
            + written
            + record(PARA_CHAR_SHAPE, level + 1, letters)
            + b"".join(text.records)
        )

    def _piece(self, piece: Piece, text: _Text) -> None:
        if isinstance(piece, str):
            _add_words(piece, text)
        elif isinstance(piece, Note):
            self._note(piece, text)
        elif isinstance(piece, Link):
            command = words(piece.target.replace(":", "\\:") + ";1;0;0;")
            data = struct.pack("<IB", 0xA800, 0) + command + struct.pack("<II", 0x7D39E30C, 0)
            text.add_control(3, "%hlk", record(CTRL_HEADER, text.level + 1, control_id("%hlk") + data))
            _add_words(piece.text, text)
            text.add(4, field_end("%hlk"))
        elif not isinstance(piece, Change) or piece.kind == "inserted":
            _add_words(piece.text, text)

    def _note(self, note: Note, text: _Text) -> None:
        self.notes[note.kind] += 1
        number = self.notes[note.kind]
        name, kind = ("fn  ", 1) if note.kind == "footnote" else ("en  ", 2)
        level = text.level + 1
        first, *rest = note.blocks
        opening = _Text(level + 1)
        automatic = struct.pack("<IHHHH", kind, number, 0, 0, 0x29)
        opening.add_control(18, "atno", record(CTRL_HEADER, level + 2, control_id("atno") + automatic))
        _add_words(" ", opening)
        inside = self._paragraph(first, level + 1, opening, last=not rest)
        text.add_control(
            17,
            name,
            record(
                CTRL_HEADER,
                level,
                control_id(name) + struct.pack("<IHHII", number, 0, 0x29, 0, 1000 + number),
            ),
            record(LIST_HEADER, level + 1, struct.pack("<HHII4x", len(note.blocks), 0, 0, 0)),
            inside + self._blocks(tuple(rest), level + 1),
        )

    def _object(self, name: str, level: int, height: int, *, attributes: int = 0x082A0211) -> bytes:
        self.objects += 1
        data = struct.pack(
            "<I2iIIi4HIIH",
            attributes,
            0,
            0,
            WIDTH,
            height,
            self.objects,
            283,
            283,
            283,
            283,
            self.objects,
            0,
            0,
        )
        return record(CTRL_HEADER, level, control_id(name) + data)

    def _box(self, box: Box, level: int) -> bytes:
        """A rectangle with text."""
        identity = struct.pack("<6d", 1, 0, 0, 0, 1, 0)
        shape = control_id("$rec") * 2 + struct.pack(
            "<iiHHIIIIIHii", 0, 0, 0, 1, WIDTH, 3000, WIDTH, 3000, 0, 0, WIDTH // 2, 1500
        )
        shape += struct.pack("<H", 1) + identity * 3 + struct.pack("<IiIB", 0, 33, 0, 0) + bytes(8)
        corners = struct.pack("<8i", 0, 0, WIDTH, 0, WIDTH, 3000, 0, 3000)
        margins = struct.pack("<4HI", 283, 283, 283, 283, WIDTH)
        return (
            self._object("gso ", level, 3000)
            + record(SHAPE_COMPONENT, level + 1, shape)
            + self._list(box.blocks, level + 2, margins)
            + record(RECTANGLE, level + 2, b"\0" + corners)
        )

    # Tables

    def _table(self, table: Table, level: int) -> bytes:
        cells, rows, columns = placed(table), len(table.rows), column_count(table)
        attributes = 0x082A0211 | (0x20000000 if table.caption else 0)
        caption = b""
        if table.caption:
            above = struct.pack("<IIHI8x", 2, 8504, 850, WIDTH)
            caption = self._list((Paragraph((table.caption,)),), level + 1, above)
        sizes = [sum(1 for at in cells if at.row == row) for row in range(rows)]
        data = struct.pack(f"<IHHH4H{rows}HHH", 6, rows, columns, 0, 510, 510, 141, 141, *sizes, 2, 0)
        return (
            self._object("tbl ", level, 1500 * rows, attributes=attributes)
            + caption
            + record(TABLE, level + 1, data)
            + b"".join(self._cell(at, level + 1, columns) for at in cells)
        )

    def _cell(self, at: PlacedCell, level: int, columns: int) -> bytes:
        cell = at.cell
        width = WIDTH // columns * cell.column_span
        address = struct.pack(
            "<4HII4HHI9x",
            at.column, at.row, cell.column_span, cell.row_span, width, 1500 * cell.row_span, 510, 510, 141, 141, 2, width,
        )  # fmt: skip
        return self._list(cell.blocks, level, address, _HEADER_CELL if at.header else 0)


def _add_words(words_: str, text: _Text) -> None:
    for part in _SPLIT.split(words_):
        if part == "\t":
            text.add(9, tab())
        elif part == "\n":
            text.add(10, b"\n\0")
        else:
            text.characters += part.encode("utf-16-le")
