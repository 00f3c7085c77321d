from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.hwp import pieces
from tests.support.office.compound import compound

from yaksok.errors import (
    DamagedFile,
    PasswordNeeded,
    ProtectedByRights,
    ReadingError,
    UnpacksTooLarge,
    YaksokError,
)
from yaksok.read.hwp import container as container_module
from yaksok.read.hwp.container import Container
from yaksok.read.hwp.reader import read

SECTION = pieces.paragraph("가로수를 옮겨 심는다.")


def opened(data: bytes) -> Container:
    return Container.open(data, path="specimen.hwp")


def changed(data: bytes, offset: int, layout: str, value: int) -> bytes:
    copy = bytearray(data)
    struct.pack_into(layout, copy, offset, value)
    return bytes(copy)


def test_the_header_says_how_streams_are_kept() -> None:
    header = opened(
        pieces.file_of([pieces.deflated(SECTION)], flags=pieces.COMPRESSED | pieces.TRACKED)
    ).header
    assert (header.version, header.compressed, header.distribution, header.tracked) == (
        (5, 1, 0, 0),
        True,
        False,
        True,
    )


@pytest.mark.parametrize(
    ("flags", "error"),
    [
        (pieces.PASSWORD, PasswordNeeded),
        (pieces.RIGHTS, ProtectedByRights),
        (1 << 8, ProtectedByRights),
        (1 << 10, ProtectedByRights),
        (pieces.PASSWORD | pieces.RIGHTS, PasswordNeeded),
    ],
)
def test_locked_files_are_named(flags: int, error: type[YaksokError]) -> None:
    with pytest.raises(error):
        opened(pieces.file_of([SECTION], flags=flags))


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"HWP Document File",
        b"HWP Document Fill".ljust(256, b"\0"),
        pieces.file_header(version=0x03000000),
    ],
)
def test_a_file_header_of_another_kind_is_damage(header: bytes) -> None:
    with pytest.raises(DamagedFile):
        opened(compound({"FileHeader": header, "DocInfo": b"x" * 5000}))


def test_names_of_streams_know_no_case() -> None:
    found = opened(
        compound({"fileheader": pieces.file_header(), "DOCINFO": b"x" * 2000, "bodytext/section0": SECTION})
    )
    assert found.has("DocInfo")
    assert found.raw("BodyText/Section0") == SECTION


def test_sections_are_in_the_order_of_their_numbers() -> None:
    streams = {f"BodyText/Section{number}": SECTION for number in range(12)}
    found = opened(
        compound(
            {"FileHeader": pieces.file_header(), "BodyText/Section": b"", "BodyText/Other": b""} | streams
        )
    )
    assert found.sections("BodyText") == [f"BodyText/Section{number}" for number in range(12)]
    assert found.sections("ViewText") == []


def test_a_missing_part_is_damage() -> None:
    with pytest.raises(DamagedFile, match="DocInfo is missing"):
        opened(compound({"FileHeader": pieces.file_header(), "A": b"x" * 5000})).raw("DocInfo")


@pytest.mark.parametrize(
    ("offset", "layout", "value"),
    [
        (30, "<H", 0xFFFF),  # sectors of 2 ** 65535 bytes
        (30, "<H", 3),
        (32, "<H", 0xFFFF),
        (28, "<H", 0xFEFF),
        (44, "<I", 0x7FFFFFFF),  # more sectors of tables than the file has bytes
        (64, "<I", 0xFFFFFFFF),
        (72, "<I", 0x00FFFFFF),
        (48, "<I", 0x00FFFFFF),  # the directory lies behind the end
    ],
)
def test_headers_that_lie_are_damage(offset: int, layout: str, value: int) -> None:
    with pytest.raises(DamagedFile):
        opened(changed(pieces.file_of([SECTION]), offset, layout, value)).raw("BodyText/Section0")


def directory_entry(data: bytes, name: str) -> int:
    return data.index(name.encode("utf-16-le").ljust(64, b"\0"))


@pytest.mark.parametrize("size", [0xFFFFFFFF, 0x7FFFFFFF, 5_000_000])
def test_a_stream_that_claims_to_be_longer_than_the_file_is_damage(size: int) -> None:
    data = pieces.file_of([SECTION * 200])
    with pytest.raises(DamagedFile):
        opened(changed(data, directory_entry(data, "Section0") + 120, "<I", size)).raw("BodyText/Section0")


def test_a_root_that_claims_to_be_longer_than_the_file_is_damage() -> None:
    data = pieces.file_of([SECTION])
    with pytest.raises(DamagedFile):
        opened(changed(data, directory_entry(data, "Root Entry") + 120, "<I", 0x7FFFFFFF))


@pytest.mark.parametrize("copies", [10, 2_000])
def test_a_chain_of_sectors_that_runs_in_a_circle_is_damage(copies: int) -> None:
    data = bytearray(pieces.file_of([SECTION * copies]))
    (table,) = struct.unpack_from("<I", data, 76 if copies > 100 else 60)
    (start,) = struct.unpack_from("<I", data, directory_entry(bytes(data), "Section0") + 116)
    struct.pack_into("<I", data, (table + 1) * 512 + 4 * (start + 1), start)
    with pytest.raises(DamagedFile, match="circle"):
        opened(bytes(data)).raw("BodyText/Section0")
    with pytest.raises(DamagedFile):
        read(pieces.raw(bytes(data)))


@pytest.mark.parametrize("place", [68, 72, 76])
@pytest.mark.parametrize("name", ["BodyText", "Section0", "Root Entry"])
def test_a_directory_that_points_at_itself_ends(place: int, name: str) -> None:
    data = pieces.file_of([SECTION])
    entry = directory_entry(data, name)
    number = (entry - directory_entry(data, "Root Entry")) // 128
    try:
        text = read(pieces.raw(changed(data, entry + place, "<I", number))).text
    except DamagedFile:
        return
    assert "가로수" in text


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_never_read_as_whole(share: float) -> None:
    data = pieces.file_of([SECTION * 300])
    with pytest.raises(ReadingError):
        read(pieces.raw(data[: int(len(data) * share)]))


def test_a_bomb_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container_module, "PART_LIMIT", 1 << 22)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(bytes(1 << 24)) + packer.flush()
    found = opened(pieces.file_of([bomb], info=pieces.deflated(pieces.doc_info()), flags=pieces.COMPRESSED))
    with pytest.raises(UnpacksTooLarge):
        found.stream("BodyText/Section0")


def test_all_parts_together_have_a_limit() -> None:
    data = pieces.file_of([SECTION * 100] * 3)
    found = opened(data)
    found._room = len(SECTION) * 250
    found.raw("BodyText/Section0")
    found.raw("BodyText/Section1")
    with pytest.raises(UnpacksTooLarge):
        found.raw("BodyText/Section2")


def test_too_many_sections_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container_module, "MOST_SECTIONS", 2)
    found = opened(pieces.file_of([SECTION] * 3))
    with pytest.raises(UnpacksTooLarge):
        found.sections("BodyText")


@pytest.mark.parametrize("cut", [1, 10, 40])
def test_a_compressed_stream_that_is_cut_off_is_damage(cut: int) -> None:
    packed = pieces.deflated(b"".join(pieces.paragraph(f"{number}번 구간") for number in range(30)))
    found = opened(pieces.file_of([packed[:-cut]], flags=pieces.COMPRESSED))
    with pytest.raises(DamagedFile):
        found.stream("BodyText/Section0")


def test_bytes_behind_the_compressed_ones_do_not_matter() -> None:
    found = opened(pieces.file_of([pieces.deflated(SECTION) + b"checksum"], flags=pieces.COMPRESSED))
    assert found.stream("BodyText/Section0") == SECTION


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_changed_bytes_give_a_text_or_a_reading_error(data: st.DataObject) -> None:
    original = pieces.file_of([SECTION, SECTION])
    copy = bytearray(original)
    for _ in range(data.draw(st.integers(1, 6))):
        copy[data.draw(st.integers(0, len(copy) - 1))] = data.draw(st.integers(0, 255))
    try:
        text = read(pieces.raw(bytes(copy))).text
    except ReadingError:
        return
    assert text.strip()
