"""HWP files made to break a reader: their compound file, its streams and their records."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable

import pytest
from tests.robustness.checks import read_or_number
from tests.robustness.mutants import EXTREMES, Record, records_of, stream_of
from tests.robustness.office_specimens import NOTICE, PLAN
from tests.robustness.unpacking import Parts, packed, unpacked
from tests.robustness.zip_builder import bomb
from tests.support.growth import takes_at_most
from tests.support.office.compound import compound
from tests.support.office.hwp_distribution import write_distribution_hwp
from tests.support.office.hwp_records import LIST_HEADER, PARA_HEADER, TABLE
from tests.support.office.hwp_writer import file_header, write_hwp

SECTION = "BodyText/Section0"
DAMAGED, BOMB = "Y116", "Y117"
# What a damaged compound file may be: read all the same, damaged, or no longer known as HWP.
ANY = {"read", DAMAGED, BOMB, "Y104", "Y106", "Y113", "Y114", "Y115"}
_SECTOR = 512


def stored() -> dict[str, bytes]:
    """The streams of a compressed file as they are stored."""
    parts = unpacked(write_hwp(PLAN, compressed=False), "hwp")
    return parts | {"FileHeader": file_header(0)}


def with_stream(name: str, data: bytes) -> bytes:
    """A file of deflated streams, one of them as given."""
    packed_parts = unpacked(write_hwp(NOTICE, compressed=False), "hwp")
    streams = {part: content for part, content in packed_parts.items() if part != "FileHeader"}
    deflated = {part: bomb(0, content) for part, content in streams.items() if part in {"DocInfo", SECTION}}
    return compound({"FileHeader": file_header(1), **streams, **deflated, name: data})


def test_the_streams_as_they_are_read() -> None:
    assert read_or_number(compound(stored())) == "read"
    assert read_or_number(with_stream("PrvText", b"")) == "read"


# -- compound file ----------------------------------------------------------------------------


def patched(data: bytes, at: int, value: int, width: int = 4) -> bytes:
    changed = bytearray(data)
    changed[at : at + width] = (value & ((1 << 8 * width) - 1)).to_bytes(width, "little")
    return bytes(changed)


def tables(data: bytes) -> range:
    """Where the entries of the first sector of the table of sectors stand."""
    (sector,) = struct.unpack_from("<I", data, 76)
    start = (sector + 1) * _SECTOR
    return range(start, start + _SECTOR, 4)


def directory(data: bytes) -> int:
    return (int.from_bytes(data[48:52], "little") + 1) * _SECTOR


@pytest.mark.parametrize("value", ["itself", 0, 1, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0x7FFFFFFF, 1_000])
def test_loops_in_the_table_of_sectors(value: int | str) -> None:
    data = write_hwp(PLAN)
    for number, at in enumerate(tables(data)):
        if number > len(data) // _SECTOR:
            break
        assert (
            read_or_number(patched(data, at, number if value == "itself" else int(value)), seconds=5) in ANY
        )


@pytest.mark.parametrize("value", EXTREMES)
def test_every_field_of_the_header(value: int) -> None:
    data = write_hwp(NOTICE)
    for at in (*range(24, 40, 2), *range(40, 84, 4)):
        assert read_or_number(patched(data, at, value, 2 if at < 40 else 4), seconds=5) in ANY | {"Y105"}, at


@pytest.mark.parametrize("value", [0, 1, 2, 3, 5, 100, 0xFFFFFFFE, 0xFFFFFFFF, 0x7FFFFFFF])
def test_every_field_of_the_directory(value: int) -> None:
    data = write_hwp(NOTICE)
    start = directory(data)
    for entry in range(start, min(start + 10 * 128, len(data) - 128), 128):
        for offset, width in (
            (64, 2),
            (66, 1),
            (67, 1),
            (68, 4),
            (72, 4),
            (76, 4),
            (116, 4),
            (120, 4),
            (124, 4),
        ):
            assert read_or_number(patched(data, entry + offset, value, width), seconds=5) in ANY | {"Y105"}


def test_a_chain_of_extra_tables_that_loops() -> None:
    data = write_hwp(NOTICE)
    for first, count in ((0, 1), (0, 0xFFFFFFFF), (3, 2), (0x7FFFFFFF, 1)):
        looped = patched(patched(data, 68, first), 72, count)
        assert read_or_number(looped, seconds=5) in ANY


def test_cut_off_at_every_sixteenth() -> None:
    for data in (write_hwp(PLAN), write_distribution_hwp(PLAN)):
        found = {read_or_number(data[: len(data) * part // 16]) for part in range(1, 16)}
        assert found <= {DAMAGED, "Y104", "Y106"}


def test_each_stream_missing_or_empty() -> None:
    streams = unpacked(write_hwp(PLAN, compressed=False), "hwp")
    for name in streams:
        without: Parts = {part: content for part, content in streams.items() if part != name}
        for parts in (without, {**streams, name: b""}, {**streams, name: bytes(100)}):
            found = read_or_number(packed(parts, "hwp"))
            needed = name in {"FileHeader", SECTION}
            assert found in ({DAMAGED, "Y104", "Y106"} if needed else {"read", DAMAGED}), name


def test_a_stream_that_is_a_storage() -> None:
    streams = unpacked(write_hwp(PLAN, compressed=False), "hwp")
    for name in ("FileHeader", "DocInfo"):
        content = streams[name]
        parts = {part: held for part, held in streams.items() if part != name} | {f"{name}/inside": content}
        assert read_or_number(packed(parts, "hwp")) in {"read", DAMAGED, "Y106"}


def test_section_ten_comes_after_section_nine() -> None:
    from tests.robustness.checks import check

    from yaksok.interfaces.documents import read_opened
    from yaksok.read.sources import from_bytes

    streams = unpacked(write_hwp(NOTICE, compressed=False), "hwp")
    section = streams[SECTION]
    for number in range(12):
        word = f"나무 {number:02d}기 알림".encode("utf-16-le")
        streams[f"BodyText/Section{number}"] = section.replace(
            "나무 심기 알림".encode("utf-16-le"), word[:16]
        )
    read = read_opened(from_bytes(packed(streams, "hwp"), origin="sections"))
    check(read)
    places = [read.source.text.find(f"나무 {number:02d}기") for number in range(12)]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("flags", [*(1 << bit for bit in range(12)), 0xFFFFFFFF])
def test_every_flag_of_the_header(flags: int) -> None:
    streams = unpacked(write_hwp(NOTICE, compressed=False), "hwp")
    assert read_or_number(compound({**streams, "FileHeader": file_header(flags)})) in ANY


@pytest.mark.parametrize("version", [0x04000000, 0x06000000, 0, 0xFFFFFFFF, 0x05990000])
def test_other_versions(version: int) -> None:
    streams = unpacked(write_hwp(NOTICE, compressed=False), "hwp")
    header = patched(streams["FileHeader"], 32, version)
    assert read_or_number(compound({**streams, "FileHeader": header})) in {"read", DAMAGED, "Y120"}


# -- streams ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["DocInfo", SECTION])
def test_a_stream_of_one_and_a_half_gigabytes_is_refused(name: str) -> None:
    data = with_stream(name, bomb(1_536))
    assert len(data) < 1_800_000
    start = time.process_time()
    assert read_or_number(data) == BOMB
    assert time.process_time() - start < 5


def test_many_streams_that_are_large_together_are_refused() -> None:
    streams = unpacked(write_hwp(NOTICE, compressed=False), "hwp")
    large = bomb(120)
    sections = {f"BodyText/Section{number}": large for number in range(5)}
    deflated = {"DocInfo": bomb(0, streams["DocInfo"])}
    data = compound({**streams, "FileHeader": file_header(1), **deflated, **sections})
    assert read_or_number(data, seconds=60) in {BOMB, DAMAGED}


@pytest.mark.parametrize(
    "unit", [bytes(4), struct.pack("<I", 0x42), struct.pack("<I", 66 | 1 << 10)], ids=bytes.hex
)
def test_a_stream_of_records_of_nothing(unit: bytes) -> None:
    # 32 million records.
    data = with_stream(SECTION, bomb(120, b"", unit))
    assert read_or_number(data, seconds=30) in {BOMB, DAMAGED, "Y104"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0",
        b"\xff" * 1_000,
        struct.pack("<I", 0xFFFFFFFF),
        struct.pack("<II", 0xFFF00042, 0xFFFFFFFF),
        struct.pack("<II", 0xFFF00042, 0x7FFFFFFF) + bytes(100),
    ],
    ids=["nothing", "a zero", "ones", "a head", "a huge size", "half of a huge size"],
)
@pytest.mark.parametrize("name", ["DocInfo", SECTION])
def test_streams_that_are_none(name: str, content: bytes) -> None:
    streams = stored()
    assert read_or_number(compound({**streams, name: content})) in ANY
    assert read_or_number(with_stream(name, bomb(0, content))) in ANY
    assert read_or_number(with_stream(name, content)) in ANY


# -- records ----------------------------------------------------------------------------------


def section_records() -> list[Record]:
    return records_of(stored()[SECTION])


def with_records(records: list[Record]) -> bytes:
    return compound(stored() | {SECTION: stream_of(records)})


@pytest.mark.parametrize("step", [1, 2, 3])
def test_records_as_deep_as_a_level_can_say(step: int) -> None:
    records = section_records()
    cell = [record for record in records if record[0] in {71, 72, 77}]
    for piece in (
        cell[:1],
        cell[:3],
        cell,
        records[:6],
        [(66, 0, bytes(24)), (71, 1, bytes(50)), (72, 2, bytes(50))],
    ):
        deep = [
            (tag, min(turn * step + level, 1_023), data)
            for turn in range(30_000 // max(len(piece), 1))
            for tag, level, data in piece
        ]
        assert read_or_number(with_records([*records, *deep]), seconds=20) in ANY


@pytest.mark.parametrize("depth", [10, 40, 60, 100, 250])
def test_tables_in_tables(depth: int) -> None:
    """The paragraph of a table, again and again in the first cell of the one before."""
    records = section_records()
    table = next(at for at, record in enumerate(records) if record[0] == TABLE)
    first = max(
        at for at in range(table) if records[at][0] == PARA_HEADER and records[at][1] < records[table][1] - 1
    )
    cell = next(at for at in range(table, len(records)) if records[at][0] == LIST_HEADER)
    holder, rise = records[first : cell + 1], records[cell][1] - records[first][1]
    assert rise > 0
    nested = [
        (tag, min(level + rise * turn, 1_023), data) for turn in range(depth) for tag, level, data in holder
    ]
    whole = [*records[:first], *nested, *records[cell + 1 :]]
    found = read_or_number(with_records(whole), seconds=20)
    assert found in ({"read"} if depth < 30 else {"read", "Y113", DAMAGED})


@pytest.mark.parametrize("value", [0, 0xFF])
def test_every_record_filled_with_one_byte(value: int) -> None:
    for name in ("DocInfo", SECTION):
        records = records_of(stored()[name])
        for at, (tag, level, data) in enumerate(records):
            changed = [*records[:at], (tag, level, bytes([value]) * len(data)), *records[at + 1 :]]
            assert read_or_number(compound(stored() | {name: stream_of(changed)})) in ANY


def test_every_record_emptied() -> None:
    for name in ("DocInfo", SECTION):
        records = records_of(stored()[name])
        for at, (tag, level, _data) in enumerate(records):
            changed = [*records[:at], (tag, level, b""), *records[at + 1 :]]
            assert read_or_number(compound(stored() | {name: stream_of(changed)})) in ANY


def test_time_grows_with_length_and_not_faster() -> None:
    records = section_records()

    def read(count: int) -> Callable[[], object]:
        data = compound(stored() | {SECTION: stream_of([*records[:12], *records[12:] * count])})
        return lambda: read_or_number(data, seconds=60)

    # Eight times the length: linear is 8, quadratic 64.
    assert takes_at_most(24, read(64), read(8), floor=0.01)
