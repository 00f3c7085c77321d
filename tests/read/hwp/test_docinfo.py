from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.hwp import pieces
from tests.support.office.hwp_records import record, words

from yaksok.read.hancom.numbering import LevelFormat
from yaksok.read.hwp import records as tag
from yaksok.read.hwp.docinfo import Change, DocInfo, ParaShape, parse_doc_info
from yaksok.read.hwp.records import parse_records


def info(*more: bytes, shapes: tuple[bytes, ...] = ()) -> DocInfo:
    return parse_doc_info(parse_records(pieces.doc_info(3, shapes=shapes, more=more), path="specimen.hwp"))


def level(template: str, code: int = 0) -> bytes:
    return struct.pack("<IhhI", 0xC | code << 5, 0, 50, 0xFFFFFFFF) + words(template)


SEVEN = [
    level("^1.", 0),
    level("^2.", 8),
    level("^3)", 0),
    level("^4)", 8),
    level("(^5)"),
    level("(^6)", 8),
    level("^7", 1),
]


def test_the_number_of_sections() -> None:
    assert info().sections == 3
    assert parse_doc_info(parse_records(b"", path="specimen.hwp")) == DocInfo()


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (pieces.shape(), ParaShape()),
        (pieces.shape(head=2, level=1, list_id=3), ParaShape("NUMBER", 1, 3)),
        (pieces.shape(head=3, list_id=1), ParaShape("BULLET", 0, 1)),
        (pieces.shape(head=1, level=6), ParaShape("OUTLINE", 6)),
        (pieces.shape(head=1, level=9), ParaShape("OUTLINE", 9)),
        (pieces.shape(head=1, level=4)[:54], ParaShape("OUTLINE", 4)),
        (pieces.shape(left=2000, first=-700), ParaShape(left=2000, first_line=-700)),
        (b"", ParaShape()),
    ],
)
def test_paragraph_formats(data: bytes, wanted: ParaShape) -> None:
    assert info(shapes=(data,)).shapes == (wanted,)


def test_numbering_of_programs_before_2007_has_seven_levels_and_one_start() -> None:
    (numbering,) = info(record(tag.NUMBERING, 1, b"".join(SEVEN) + struct.pack("<H", 0))).numberings
    assert (numbering.id, numbering.start, len(numbering.levels)) == (1, 0, 7)
    assert numbering.levels[1] == LevelFormat("^2.", "HANGUL_SYLLABLE", 1)
    assert numbering.levels[6] == LevelFormat("^7", "CIRCLED_DIGIT", 1)


def test_levels_have_first_numbers_of_their_own() -> None:
    data = b"".join(SEVEN) + struct.pack("<H7I", 1, 4, 1, 1, 1, 1, 1, 9)
    (numbering,) = info(record(tag.NUMBERING, 1, data)).numberings
    assert [each.start for each in numbering.levels] == [4, 1, 1, 1, 1, 1, 9]


def test_ten_levels_since_version_5_1() -> None:
    more = level("^8", 9) + level("^9", 10) + level("", 3) + struct.pack("<3I", 2, 1, 1)
    first, second = info(
        record(tag.NUMBERING, 1, b"".join(SEVEN) + struct.pack("<H7I", 1, *[1] * 7)),
        record(tag.NUMBERING, 1, b"".join(SEVEN) + struct.pack("<H7I", 1, *[1] * 7) + more),
    ).numberings
    assert (first.id, second.id) == (1, 2)
    assert second.levels[7:] == (
        LevelFormat("^8", "CIRCLED_HANGUL_SYLLABLE", 2), LevelFormat("^9", "HANGUL_JAMO"), LevelFormat("", "ROMAN_SMALL"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tail", "checked"), [(b"", ""), (bytes(9) + pieces.utf16("☑"), "☑"), (bytes(11), "")]
)
def test_bullets(tail: bytes, checked: str) -> None:
    (bullet,) = info(record(tag.BULLET, 1, bytes(12) + pieces.utf16("□") + tail)).bullets
    assert (bullet.id, bullet.glyph, bullet.checked_glyph) == (1, "□", checked)


def test_styles_and_sizes() -> None:
    found = info(
        record(tag.STYLE, 1, words("개요 1") + words("Outline 1") + bytes(8)),
        record(tag.CHAR_SHAPE, 1, bytes(42) + struct.pack("<i", 1500) + bytes(20)),
        record(tag.CHAR_SHAPE, 1, bytes(10)),
    )
    assert found.styles == ("개요 1",)
    assert found.sizes == (1500, 0)


def test_changes_name_their_author_from_one() -> None:
    change = struct.pack("<I6HHHI", 0x11, 2026, 3, 9, 14, 5, 1, 0, 0, 0)
    author = pieces.utf16("김주무")
    found = info(
        record(tag.TRACK_CHANGE, 1, change),
        record(tag.TRACK_CHANGE, 1, struct.pack("<I6H", 0x99, 0, 0, 0, 0, 0, 7)),
        record(tag.TRACK_CHANGE_AUTHOR, 1, struct.pack("<I", 3) + author + bytes(8)),
    )
    assert found.changes == (Change("deleted", "김주무", "2026-03-09T14:05:00"), Change("", "", ""))


@given(
    st.lists(
        st.tuples(st.sampled_from([16, 17, 21, 23, 24, 25, 26, 96, 97]), st.binary(max_size=90)), max_size=12
    )
)
def test_any_records_can_be_parsed(wanted: list[tuple[int, bytes]]) -> None:
    data = b"".join(record(kind, 1, content) for kind, content in wanted)
    found = parse_doc_info(parse_records(data, path="specimen.hwp"))
    assert len(found.shapes) == sum(1 for kind, _ in wanted if kind == tag.PARA_SHAPE)
    assert all(0 <= each.level <= 9 for each in found.shapes)
