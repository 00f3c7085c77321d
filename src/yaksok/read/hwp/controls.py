"""What control records say: numbers, notes, fields, links. Pure functions of their data, which begins with a name.

Layouts are those of Hancom's format description, tables 65 to 80 and 127 to 152.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

from yaksok.read.hancom.number_formats import format_name, written
from yaksok.read.hancom.private_use import shown
from yaksok.read.hwp.paratext import characters

PAGE_NUMBERS: Final = frozenset({0, 6})
NOTE_NUMBERS: Final = frozenset({1, 2})

# Left, right, top, bottom: the first and third are read before what they name.
_CAPTION_BEFORE = frozenset({0, 2})
_HEADER_CELL = 1 << 18
# How letters that overlap are framed; 0 is no frame, 3 a sign of a font for it.
_FRAMES = ("CHAR", "SHAPE_CIRCLE", "SHAPE_REVERSAL_CIRCLE", "SHAPE_RECTANGLE", "SHAPE_REVERSAL_RECTANGLE")


@dataclass(frozen=True, slots=True)
class AutoNumber:
    """A number that the program counts, as it is shown.

    Its kind: 0 page, 1 footnote, 2 endnote, 3 picture, 4 table, 5 equation, 6 number of pages.
    """

    kind: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its command, and the number of the memo that belongs to it (0 for none)."""

    command: str
    memo: int


@dataclass(frozen=True, slots=True)
class CellHead:
    """Where a cell stands in its table."""

    column: int
    row: int
    column_span: int
    row_span: int
    header: bool


def control_id(data: bytes) -> str:
    """The name of a control, such as "tbl "; "" for a record that is too short."""
    return data[3::-1].decode("latin-1") if len(data) >= 4 else ""


def auto_number(data: bytes) -> AutoNumber:
    """The number that an "atno" shows."""
    flags, number, user, before, behind = _unpack("<IHHHH", data, 4)
    return AutoNumber(flags & 0xF, _decorated(number, flags >> 4 & 0xFF, user, before, behind))


def note_mark(data: bytes) -> str:
    """The mark of a foot- or endnote, as its control has it; programs before 2007 leave it out."""
    number, before, behind, code = _unpack("<IHHI", data, 4)
    return _decorated(number, code & 0xFF, 0, before, behind) if number else ""


def field(data: bytes) -> Field:
    """The command of a field control, and its memo."""
    (length,) = _unpack("<H", data, 9)
    end = 11 + 2 * length
    (memo,) = _unpack("<I", data, end + 4)
    return Field(data[11:end].decode("utf-16-le", "replace"), memo)


def overlapping_signs(data: bytes) -> tuple[str, str]:
    """The signs that a "tcps" prints over one another, and the name of the frame around them."""
    (length,) = _unpack("<H", data, 4)
    end = 6 + 2 * length
    (frame,) = _unpack("<B", data, end)
    return _text(data[6:end]), _FRAMES[frame] if frame < len(_FRAMES) else _FRAMES[0]


def ruby(data: bytes) -> tuple[str, str]:
    """The words of a "tdut", and the small ones above or below them."""
    (length,) = _unpack("<H", data, 4)
    end = 6 + 2 * length
    (above,) = _unpack("<H", data, end)
    return _text(data[6:end]), _text(data[end + 2 : end + 2 + 2 * above])


def equation_script(data: bytes) -> str:
    """The script of an equation on one line, such as "a over b"."""
    (length,) = _unpack("<H", data, 4)
    return " ".join(_text(data[6 : 6 + 2 * length]).split())


def art_text(data: bytes) -> str:
    """The words of a text drawn as art (글맵시), which stand behind the corners of its shape."""
    (length,) = _unpack("<H", data, 32)
    end = 34 + 2 * length
    return _text(data[34:end]) if end <= len(data) else ""


def cell_head(data: bytes) -> CellHead | None:
    """The address of a cell from its list header, None for a header that is too short to have one."""
    if len(data) < 16:
        return None
    flags, column, row, column_span, row_span = _unpack("<IHHHH", data, 4)
    return CellHead(column, row, max(column_span, 1), max(row_span, 1), bool(flags & _HEADER_CELL))


def caption_stands_before(data: bytes) -> bool:
    """Whether a caption's list header puts it before its table or picture."""
    (flags,) = _unpack("<I", data, 8)
    return flags & 0x3 in _CAPTION_BEFORE


def _decorated(number: int, code: int, user: int, before: int, behind: int) -> str:
    name = format_name(code)
    sign = chr(user) if name == "USER_CHAR" and user else written(number, name)
    text = (chr(before) if before else "") + sign + (chr(behind) if behind else "")
    return shown(characters(text))[0].strip()


def _text(data: bytes) -> str:
    return data.decode("utf-16-le", "replace")


def _unpack(layout: str, data: bytes, position: int) -> tuple[int, ...]:
    """The fields of a layout; zero for those behind the end, which older programs do not write."""
    size = struct.calcsize(layout)
    piece = data[position : position + size]
    return struct.unpack(layout, piece.ljust(size, b"\0"))
