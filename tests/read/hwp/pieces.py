"""Small pieces of HWP 5 for the tests beside this file: records, paragraphs, controls, whole files."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

from tests.support.office.compound import compound
from tests.support.office.hwp_records import control_id, record, words

from yaksok.read.hwp import records as tag
from yaksok.read.sources import RawSource, from_bytes

PLAIN_FLAGS = 0
COMPRESSED, PASSWORD, DISTRIBUTION, RIGHTS, TRACKED = 0x1, 0x2, 0x4, 0x10, 0x4000


def file_header(flags: int = PLAIN_FLAGS, version: int = 0x05010000) -> bytes:
    return b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", version, flags).ljust(224, b"\0")


def file_of(
    sections: Sequence[bytes],
    *,
    info: bytes | None = None,
    flags: int = PLAIN_FLAGS,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A compound file with these sections; streams are kept as they are given."""
    streams = {"FileHeader": file_header(flags), "DocInfo": doc_info(len(sections)) if info is None else info}
    streams |= {f"BodyText/Section{number}": data for number, data in enumerate(sections)}
    return compound(streams | dict(more or {}))


def raw(data: bytes) -> RawSource:
    return from_bytes(data, origin="specimen.hwp")


def document(*paragraphs: bytes, info: bytes | None = None) -> RawSource:
    """A file of one section with these records."""
    return raw(file_of([b"".join(paragraphs)], info=info))


def doc_info(sections: int = 1, *, shapes: Sequence[bytes] = (), more: Sequence[bytes] = ()) -> bytes:
    head = record(tag.DOCUMENT_PROPERTIES, 0, struct.pack("<H", sections).ljust(26, b"\0"))
    return head + b"".join(record(tag.PARA_SHAPE, 1, each) for each in shapes or (shape(),)) + b"".join(more)


def shape(*, head: int = 0, level: int = 0, list_id: int = 0, left: int = 0, first: int = 0) -> bytes:
    """A paragraph format; `head` 1 is an outline, 2 a number, 3 a bullet."""
    flags = head << 23 | min(level, 6) << 25
    return struct.pack("<IiiiiiiHH", flags, left, 0, first, 0, 0, 160, 0, list_id).ljust(
        54, b"\0"
    ) + struct.pack("<I", level)


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def paragraph(
    *pieces: str | bytes,
    level: int = 0,
    controls: Sequence[bytes] = (),
    shape_id: int = 0,
    breaks: int = 0,
    style: int = 0,
    claimed: int | None = None,
    ranges: Sequence[tuple[int, int, int]] = (),
) -> bytes:
    """A paragraph of strings and of signs of controls, with the controls' records."""
    text = b"".join(utf16(piece) if isinstance(piece, str) else piece for piece in pieces) + b"\r\0"
    units = len(text) // 2 if claimed is None else claimed
    head = struct.pack("<IIHBBHHHIH", units, 0, shape_id, style, breaks, 1, len(ranges), 0, 0, 0)
    found = record(tag.PARA_HEADER, level, head)
    if len(text) > 2:
        found += record(tag.PARA_TEXT, level + 1, text)
    found += record(tag.PARA_CHAR_SHAPE, level + 1, struct.pack("<II", 0, 0))
    if ranges:
        found += record(
            tag.PARA_RANGE_TAG, level + 1, b"".join(struct.pack("<III", *each) for each in ranges)
        )
    return found + b"".join(controls)


def control_record(name: str, data: bytes = b"", *, level: int = 1) -> bytes:
    return record(tag.CTRL_HEADER, level, control_id(name) + data)


def list_record(level: int, more: bytes = b"", *, flags: int = 0) -> bytes:
    return record(tag.LIST_HEADER, level, struct.pack("<HHI", 1, 0, flags) + more)


def cell(
    row: int, column: int, *paragraphs: bytes, level: int = 2, spans: tuple[int, int] = (1, 1), flags: int = 0
) -> bytes:
    address = struct.pack("<HHHH", column, row, spans[1], spans[0]).ljust(26, b"\0")
    return list_record(level, address, flags=flags) + b"".join(paragraphs)


def table(*cells: bytes, level: int = 1, caption: bytes = b"") -> bytes:
    return (
        control_record("tbl ", bytes(42), level=level)
        + caption
        + record(tag.TABLE, level + 1, bytes(20))
        + b"".join(cells)
    )


def field_record(name: str, command: str, *, memo: int = 0) -> bytes:
    return control_record(name, bytes(5) + words(command) + struct.pack("<II", 1, memo))


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
