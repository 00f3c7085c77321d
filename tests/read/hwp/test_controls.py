from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.hwp import pieces
from tests.support.office.hwp_records import control_id, words

from yaksok.read.hwp import controls
from yaksok.read.hwp.forms import form_words


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        (struct.pack("<IHHHH", 1, 3, 0, 0, ord(")")), 1, "3)"),
        (struct.pack("<IHHHH", 2 | 8 << 4, 2, 0, 0, 0), 2, "나"),
        (struct.pack("<IHHHH", 4, 12, 0, 0, 0), 4, "12"),
        (struct.pack("<IHHHH", 3 | 1 << 4, 2, 0, ord("("), ord(")")), 3, "(②)"),
        (struct.pack("<IHHHH", 1 | 0x81 << 4, 1, ord("※"), 0, 0), 1, "※"),
        (struct.pack("<IH", 5, 7), 5, "7"),
        (b"", 0, "0"),
    ],
)
def test_automatic_numbers(data: bytes, kind: int, text: str) -> None:
    assert controls.auto_number(control_id("atno") + data) == controls.AutoNumber(kind, text)


@pytest.mark.parametrize(
    ("data", "mark"),
    [
        (struct.pack("<IHHI", 2, 0, ord(")"), 0), "2)"),
        (struct.pack("<IHHI", 3, ord("("), ord(")"), 5), "(c)"),
        (bytes(8), ""),
    ],
)
def test_marks_of_notes(data: bytes, mark: str) -> None:
    assert controls.note_mark(control_id("fn  ") + data) == mark


def test_a_field_has_a_command_and_a_memo() -> None:
    data = control_id("%hlk") + bytes(5) + words("a;1;") + struct.pack("<II", 77, 5)
    assert controls.field(data) == controls.Field("a;1;", 5)
    assert controls.field(control_id("%clk")) == controls.Field("", 0)


def test_letters_that_overlap_and_their_frame() -> None:
    data = control_id("tcps") + words("12") + bytes([1, 0xFD, 0, 0])
    assert controls.overlapping_signs(data) == ("12", "SHAPE_CIRCLE")
    assert controls.overlapping_signs(control_id("tcps") + words("가") + bytes([200])) == ("가", "CHAR")


def test_small_words_above_others() -> None:
    assert controls.ruby(control_id("tdut") + words("條約") + words("조약")) == ("條約", "조약")


def test_an_equation_is_one_line() -> None:
    assert controls.equation_script(bytes(4) + words("a over b\n + c")) == "a over b + c"


def test_cells_know_their_place() -> None:
    header = struct.pack("<HHIHHHH", 1, 0, 0x40020, 2, 5, 3, 0).ljust(34, b"\0")
    assert controls.cell_head(header) == controls.CellHead(2, 5, 3, 1, header=True)
    assert controls.cell_head(header[:12]) is None


@pytest.mark.parametrize(("side", "before"), [(0, True), (1, False), (2, True), (3, False)])
def test_captions_stand_before_or_behind(*, side: int, before: bool) -> None:
    assert controls.caption_stands_before(bytes(8) + struct.pack("<I", side | 4)) is before


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ("CommonSet:set:40:Name:wstring:3:확인란 ButtonSet:set:20:Caption:wstring:2:동의 ", "동의"),
        ("EditSet:set:20:Text:wstring:4:서울시청 ", "서울시청"),
        ("Caption:wstring:99:짧음", "짧음"),
        ("CommonSet:set:0: ", ""),
        ("", ""),
    ],
)
def test_words_of_forms(properties: str, text: str) -> None:
    assert form_words(pieces.utf16(properties)).strip() == text


@given(st.binary(max_size=60))
def test_any_bytes_can_be_taken_for_a_control(data: bytes) -> None:
    for parse in (
        controls.control_id, controls.auto_number, controls.note_mark, controls.field, controls.overlapping_signs,
        controls.ruby, controls.equation_script, controls.art_text, controls.cell_head,
        controls.caption_stands_before, form_words,
    ):  # fmt: skip
        parse(data)
