"""The stream DocInfo: what paragraphs and sections refer to by number.

Layouts are those of Hancom's published "HWP Document File Formats 5.0", revision 1.3, tables 13 to 48. Records grow
with the version of the program, so each field is read only where the record is long enough.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from yaksok.read.hancom.number_formats import format_name
from yaksok.read.hancom.numbering import Bullet, HeadKind, LevelFormat, Numbering
from yaksok.read.hwp import records as tag
from yaksok.read.hwp.records import Records

_HEAD_KINDS: tuple[HeadKind, ...] = ("NONE", "OUTLINE", "NUMBER", "BULLET")
_FIRST_LEVELS = 7
_MORE_LEVELS = 3
_LEVEL_HEAD = 12
_CHANGE_KINDS = {0x10: "inserted", 0x11: "deleted"}


@dataclass(frozen=True, slots=True)
class ParaShape:
    """The format of paragraphs: its automatic mark, and its margins in half units of 1/7200 inch.

    `level` counts from 0; `list_id` names a numbering or a bullet, from 1. `first_line` is negative where the
    lines behind the first are set in.
    """

    head: HeadKind = "NONE"
    level: int = 0
    list_id: int = 0
    left: int = 0
    first_line: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: "inserted", "deleted" or "" for one of formats; the date as far as the file tells it."""

    kind: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class DocInfo:
    """What the stream holds, in the order of the file; paragraphs count shapes and styles from 0.

    `sections` is the number of sections that the file claims, None if it claims none. `sizes` are the
    font sizes of character shapes in units of 1/7200 inch.
    """

    sections: int | None = None
    shapes: tuple[ParaShape, ...] = ()
    sizes: tuple[int, ...] = ()
    styles: tuple[str, ...] = ()
    numberings: tuple[Numbering, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    changes: tuple[Change, ...] = ()


def parse_doc_info(records: Records) -> DocInfo:
    """The parts of DocInfo that reading needs. Never raises; what is cut off has its default."""
    by_tag: dict[int, list[bytes]] = {}
    for number, kind in enumerate(records.tags):
        by_tag.setdefault(kind, []).append(records.content(number))
    properties = by_tag.get(tag.DOCUMENT_PROPERTIES, [b""])[0]
    authors = [_author(data) for data in by_tag.get(tag.TRACK_CHANGE_AUTHOR, ())]
    return DocInfo(
        sections=_u16(properties, 0) if len(properties) >= 2 else None,
        shapes=tuple(_para_shape(data) for data in by_tag.get(tag.PARA_SHAPE, ())),
        sizes=tuple(_i32(data, 42) for data in by_tag.get(tag.CHAR_SHAPE, ())),
        styles=tuple(_counted_text(data, 0)[0] for data in by_tag.get(tag.STYLE, ())),
        numberings=tuple(
            _numbering(data, number) for number, data in enumerate(by_tag.get(tag.NUMBERING, ()), start=1)
        ),
        bullets=tuple(
            _bullet(data, number) for number, data in enumerate(by_tag.get(tag.BULLET, ()), start=1)
        ),
        changes=tuple(_change(data, authors) for data in by_tag.get(tag.TRACK_CHANGE, ())),
    )


def _para_shape(data: bytes) -> ParaShape:
    flags = _u32(data, 0)
    level = flags >> 25 & 0x7
    # Levels 8 to 10 stand in a field of their own, which programs before 5.1 do not write.
    if len(data) >= 58:
        level = max(level, min(_u32(data, 54), 9))
    return ParaShape(_HEAD_KINDS[flags >> 23 & 0x3], level, _u16(data, 30), _i32(data, 4), _i32(data, 12))


def _numbering(data: bytes, number: int) -> Numbering:
    levels: list[LevelFormat] = []
    position = 0
    for _ in range(_FIRST_LEVELS):
        level, position = _level(data, position)
        levels.append(level)
    start = _u16(data, position) if position + 2 <= len(data) else 1
    position = _with_starts(levels, data, position + 2, 0)
    if position < len(data):
        for _ in range(_MORE_LEVELS):
            level, position = _level(data, position)
            levels.append(level)
        _with_starts(levels, data, position, _FIRST_LEVELS)
    return Numbering(number, tuple(levels), start)


def _level(data: bytes, position: int) -> tuple[LevelFormat, int]:
    code = _u32(data, position) >> 5 & 0xF
    template, position = _counted_text(data, position + _LEVEL_HEAD)
    return LevelFormat(template, format_name(code)), position


def _with_starts(levels: list[LevelFormat], data: bytes, position: int, first: int) -> int:
    """Puts the levels' own first numbers in, where the file has them; gives the place behind them."""
    for at in range(first, len(levels)):
        if position + 4 > len(data):
            break
        levels[at] = LevelFormat(levels[at].template, levels[at].number_format, _u32(data, position))
        position += 4
    return position


def _bullet(data: bytes, number: int) -> Bullet:
    glyph = data[12:14].decode("utf-16-le", "replace")
    checked = data[23:25].decode("utf-16-le", "replace") if len(data) >= 25 else ""
    return Bullet(number, glyph.strip("\0"), checked.strip("\0"))


def _change(data: bytes, authors: list[str]) -> Change:
    kind = _CHANGE_KINDS.get(_u32(data, 0), "")
    year, month, day, hour, minute, author = (_u16(data, 4 + 2 * at) for at in range(6))
    date = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00" if year else ""
    # Authors count from 1, as in the HWPX of the same document.
    return Change(kind, authors[author - 1] if 0 < author <= len(authors) else "", date)


def _author(data: bytes) -> str:
    length = min(_u32(data, 0), (len(data) - 4) // 2) if len(data) >= 4 else 0
    return data[4 : 4 + 2 * length].decode("utf-16-le", "replace").strip("\0")


def _counted_text(data: bytes, position: int) -> tuple[str, int]:
    """A text behind its length in 16 bits, and the place behind it."""
    start = position + 2
    end = start + 2 * _u16(data, position)
    return data[start:end].decode("utf-16-le", "replace"), end


def _u16(data: bytes, position: int) -> int:
    return int.from_bytes(data[position : position + 2], "little")


def _u32(data: bytes, position: int) -> int:
    return int.from_bytes(data[position : position + 4], "little")


def _i32(data: bytes, position: int) -> int:
    return struct.unpack_from("<i", data, position)[0] if position + 4 <= len(data) else 0
