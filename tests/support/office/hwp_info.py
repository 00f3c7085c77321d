"""DocInfo of an HWP 5 file: fonts, letters, lists, paragraph formats, styles."""

from __future__ import annotations

import struct

from tests.support.office.description import Description, ListStyle
from tests.support.office.formats import ParagraphFormat
from tests.support.office.hwp_records import (
    BORDER_FILL,
    BULLET,
    CHAR_SHAPE,
    DOCUMENT_PROPERTIES,
    FACE_NAME,
    ID_MAPPINGS,
    NUMBERING,
    PARA_SHAPE,
    STYLE,
    TAB_DEF,
    record,
    words,
)
from tests.support.office.hwpx_parts import bullets

_LANGUAGES = 7
_LEVELS = 7
_CODES = {"digit": 0, "circled": 1, "roman": 2, "latin": 5, "hangul": 8, "bullet": 0}
_HEAD_FORMAT = 0xC
"""Width of the mark as it is, with an automatic indent."""
_OUTLINE, _NUMBER, _BULLET = 1, 2, 3
_STYLES = (("바탕글", "Normal"), *((f"개요 {level}", f"Outline {level}") for level in range(1, 8)))


def info_stream(description: Description, formats: tuple[ParagraphFormat, ...]) -> bytes:
    """The records of DocInfo, not compressed."""
    lists, glyphs = description.lists, bullets(description.lists)
    letters = (1000, 1600)
    counts = [
        0,
        *[1] * _LANGUAGES,
        2,
        len(letters),
        1,
        len(lists),
        len(glyphs),
        len(formats),
        len(_STYLES),
        0,
        0,
        0,
    ]
    faces = [record(FACE_NAME, 1, b"\0" + words("나눔고딕"))] * _LANGUAGES
    return b"".join(
        (
            record(DOCUMENT_PROPERTIES, 0, struct.pack("<7H3I", 1, 1, 1, 1, 1, 1, 1, 0, 0, 0)),
            record(ID_MAPPINGS, 0, struct.pack("<18i", *counts)),
            *faces,
            *(record(BORDER_FILL, 1, _border(kind)) for kind in (0, 1)),
            *(record(CHAR_SHAPE, 1, _letters(height)) for height in letters),
            record(TAB_DEF, 1, bytes(8)),
            *(record(NUMBERING, 1, _numbering(style)) for style in lists),
            *(record(BULLET, 1, _bullet(glyph)) for glyph in glyphs),
            *(record(PARA_SHAPE, 1, _format(each, lists, glyphs)) for each in formats),
            *(record(STYLE, 1, _style(number, *names)) for number, names in enumerate(_STYLES)),
        )
    )


def outline_number(description: Description) -> int:
    """The numbering that the outline uses, which a section names; the first one where none is an outline."""
    return next((n for n, style in enumerate(description.lists, 1) if style.outline), 1)


def _border(kind: int) -> bytes:
    sides = struct.pack("<BBI", kind, 1, 0) * 4
    return struct.pack("<H", 0) + sides + struct.pack("<BBI", 1, 0, 0) + bytes(8)


def _letters(height: int) -> bytes:
    ratio, spacing, size, offset = b"\x64" * 7, bytes(7), b"\x64" * 7, bytes(7)
    colours = struct.pack("<IIII", 0, 0, 0xFFFFFFFF, 0xB2B2B2)
    return (
        bytes(14) + ratio + spacing + size + offset
        + struct.pack("<iI2b", height, 0, 10, 10) + colours + struct.pack("<HI", 1, 0)
    )  # fmt: skip


def _head(code: int) -> bytes:
    return struct.pack("<IhhI", _HEAD_FORMAT | code << 5, 0, 50, 0xFFFFFFFF)


def _numbering(style: ListStyle) -> bytes:
    """Seven levels, and three more that later versions added; those that are not used have no template."""
    levels = [
        _head(_CODES[level.format]) + words("" if level.format == "bullet" else level.template)
        for level in style.levels
    ]
    levels += [_head(0) + words("")] * (_LEVELS - len(levels))
    more = (_head(0) + words("")) * 3 + struct.pack("<3I", 1, 1, 1)
    return b"".join(levels) + struct.pack("<H7I", 0, *[1] * _LEVELS) + more


def _bullet(glyph: str) -> bytes:
    return _head(0) + glyph.encode("utf-16-le") + bytes(9)


def _format(each: ParagraphFormat, lists: tuple[ListStyle, ...], glyphs: dict[str, int]) -> bytes:
    """A paragraph format; margins are kept doubled."""
    kind, number, level = _marked(each, lists, glyphs)
    attributes = 0x80 | (3 << 2 if each.title else 0) | kind << 23 | level << 25
    return struct.pack(
        "<I6iHHH4hIII",
        attributes, each.left * 2, 0, each.first * 2, 0, 0, 160, 0, number, 1, 0, 0, 0, 0, 0, 0, 160,
    )  # fmt: skip


def _marked(
    each: ParagraphFormat, lists: tuple[ListStyle, ...], glyphs: dict[str, int]
) -> tuple[int, int, int]:
    mark = each.mark
    if mark is None:
        return 0, 0, 0
    number, style = next((n, style) for n, style in enumerate(lists, 1) if style.name == mark.list_name)
    level = style.levels[mark.level]
    if level.format == "bullet":
        return _BULLET, glyphs[level.template], mark.level
    return (_OUTLINE, 0, mark.level) if style.outline else (_NUMBER, number, mark.level)


def _style(number: int, name: str, english: str) -> bytes:
    return words(name) + words(english) + struct.pack("<BBHHH", 0, number, 1042, 0, 0)
