"""The pieces of an HWP 5 stream (Hancom's "한글 문서 파일 형식 5.0"): records, and characters that are controls."""

from __future__ import annotations

import struct

# Tags of DocInfo.
DOCUMENT_PROPERTIES, ID_MAPPINGS, FACE_NAME, BORDER_FILL, CHAR_SHAPE, TAB_DEF = 16, 17, 19, 20, 21, 22
NUMBERING, BULLET, PARA_SHAPE, STYLE, DISTRIBUTE_DOC_DATA = 23, 24, 25, 26, 28
# Tags of sections.
PARA_HEADER, PARA_TEXT, PARA_CHAR_SHAPE, CTRL_HEADER, LIST_HEADER = 66, 67, 68, 71, 72
PAGE_DEF, FOOTNOTE_SHAPE, PAGE_BORDER_FILL, SHAPE_COMPONENT, TABLE, RECTANGLE = 73, 74, 75, 76, 77, 79

_LONGEST_SIZE = 0xFFF


def record(tag: int, level: int, data: bytes) -> bytes:
    """A record: tag, level and size in one word, and one more for a size that does not fit."""
    if len(data) < _LONGEST_SIZE:
        return struct.pack("<I", tag | level << 10 | len(data) << 20) + data
    return struct.pack("<II", tag | level << 10 | _LONGEST_SIZE << 20, len(data)) + data


def control_id(name: str) -> bytes:
    """The four letters of a control's name, as they stand in a file."""
    return name.encode("ascii")[::-1]


def control(code: int, name: str) -> bytes:
    """The eight characters that stand for a control in a paragraph's text."""
    return struct.pack("<H4s8xH", code, control_id(name), code)


def field_end(name: str) -> bytes:
    """The eight characters that close a field."""
    return struct.pack("<H3s9xH", 4, control_id(name)[:3], 4)


def tab() -> bytes:
    """The eight characters of a tab."""
    return struct.pack("<HIH6xH", 9, 4000, 1, 9)


def words(text: str) -> bytes:
    """A string with its length in front."""
    encoded = text.encode("utf-16-le")
    return struct.pack("<H", len(encoded) // 2) + encoded
