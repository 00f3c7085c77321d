from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.office.hwp_records import record

from yaksok.errors import DamagedFile, NestedTooDeep, ReadingError, UnpacksTooLarge
from yaksok.read.hwp import records as tag
from yaksok.read.hwp.records import Records, parse_records


def parse(data: bytes) -> Records:
    return parse_records(data, path="specimen.hwp")


def test_a_record_is_its_head_and_its_data() -> None:
    found = parse(record(tag.PARA_HEADER, 0, b"head") + record(tag.PARA_TEXT, 1, b"text"))
    assert found.tags == [tag.PARA_HEADER, tag.PARA_TEXT]
    assert found.levels == [0, 1]
    assert [found.content(0), found.content(1)] == [b"head", b"text"]
    assert found.whole


@pytest.mark.parametrize("size", [0, 1, 4094, 4095, 4096, 70_000])
def test_sizes_from_4095_on_stand_in_a_word_of_their_own(size: int) -> None:
    found = parse(record(tag.PARA_TEXT, 0, b"x" * size) + record(tag.PARA_HEADER, 0, b"end"))
    assert [len(found.content(0)), found.content(1)] == [size, b"end"]


def test_levels_make_a_tree() -> None:
    levels = [0, 1, 1, 2, 2, 1, 0, 1]
    found = parse(b"".join(record(number, level, b"") for number, level in enumerate(levels, 1)))
    assert list(found.between(0, len(found))) == [0, 6]
    assert list(found.children(0)) == [1, 2, 5]
    assert list(found.children(2)) == [3, 4]
    assert list(found.children(6)) == [7]


def test_a_level_that_jumps_belongs_to_the_nearest_record_above() -> None:
    found = parse(record(1, 0, b"") + record(2, 7, b"") + record(3, 5, b""))
    assert list(found.children(0)) == [1, 2]


@pytest.mark.parametrize("cut", [1, 2, 3, 5, 9])
def test_a_last_record_that_is_cut_off_is_left_out(cut: int) -> None:
    data = record(1, 0, b"whole") + record(2, 0, b"cut off")
    found = parse(data[:-cut])
    assert found.tags == [1]
    assert not found.whole


def test_a_size_word_that_is_missing_ends_the_stream() -> None:
    assert not parse(struct.pack("<I", 1 | 0xFFF << 20)).whole


def test_nesting_beyond_256_levels_is_refused() -> None:
    assert len(parse(b"".join(record(1, level, b"") for level in range(257)))) == 257
    with pytest.raises(NestedTooDeep):
        parse(b"".join(record(1, level, b"") for level in range(258)))


def test_levels_that_no_record_leads_up_to_are_noise() -> None:
    with pytest.raises(DamagedFile, match="do not fit together"):
        parse(record(1, 0, b"") + record(1, 900, b""))


def test_records_beyond_any_document_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag, "MOST_RECORDS", 5)
    assert len(parse(record(1, 0, b"") * 5)) == 5
    with pytest.raises(UnpacksTooLarge):
        parse(record(1, 0, b"") * 6)


@given(st.binary(max_size=400))
def test_any_bytes_give_records_within_them_or_a_reading_error(data: bytes) -> None:
    try:
        found = parse(data)
    except ReadingError:
        return
    assert sum(len(found.content(number)) for number in range(len(found))) <= len(data)
    for number in range(len(found)):
        assert number < found.after[number] <= len(found)
        assert all(found.levels[child] > found.levels[number] for child in found.children(number))


@given(st.lists(st.tuples(st.integers(0, 1023), st.integers(0, 20), st.binary(max_size=30)), max_size=20))
def test_what_was_written_is_read(wanted: list[tuple[int, int, bytes]]) -> None:
    found = parse(b"".join(record(*each) for each in wanted))
    assert list(zip(found.tags, found.levels, map(found.content, range(len(found))), strict=True)) == wanted
