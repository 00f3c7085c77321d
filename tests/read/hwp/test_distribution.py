from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.hwp import pieces
from tests.support.office.description import Description, Paragraph
from tests.support.office.hwp_distribution import PLACEHOLDER, write_distribution_hwp
from tests.support.office.hwp_records import record

from yaksok.errors import DamagedFile
from yaksok.read.hwp import distribution, records
from yaksok.read.hwp.reader import flow_of, read
from yaksok.read.office.flow import Paragraph as FlowParagraph


def test_the_numbers_are_those_of_microsofts_library() -> None:
    # The first numbers of rand() after srand(1), as every textbook on that library prints them.
    state, numbers = 1, []
    for _ in range(5):
        state, number = distribution._rand(state)
        numbers.append(number)
    assert numbers == [41, 18467, 6334, 26500, 19169]


def test_a_byte_comes_as_often_as_the_next_number_says() -> None:
    # 41 comes (18467 & 15) + 1 = 4 times, 6334 & 255 = 190 comes (26500 & 15) + 1 = 5 times.
    assert distribution.random_bytes(1)[:10] == bytes([41] * 4 + [190] * 5 + [19169 & 0xFF])


@given(st.integers(0, 2**32 - 1), st.binary(min_size=252, max_size=252))
def test_masking_twice_changes_nothing(seed: int, rest: bytes) -> None:
    block = struct.pack("<I", seed) + rest
    assert distribution.unmask(distribution.unmask(block)) == block


def test_only_a_record_of_256_bytes_holds_a_key() -> None:
    assert distribution.is_encrypted(record(records.DISTRIBUTION_DATA, 0, bytes(256)) + b"rest")
    assert not distribution.is_encrypted(record(records.DISTRIBUTION_DATA, 0, bytes(255)) + b"rest")
    assert not distribution.is_encrypted(record(records.PARA_HEADER, 0, bytes(256)))
    assert not distribution.is_encrypted(b"")


def test_a_distribution_document_is_read_and_never_its_notice() -> None:
    data = write_distribution_hwp(Description((Paragraph(("올해 숲길 세 곳을 새로 연다.",)),)))
    text = read(pieces.raw(data)).text
    assert "올해 숲길 세 곳을 새로 연다." in text
    assert PLACEHOLDER not in text


def test_without_its_text_it_is_damaged() -> None:
    data = pieces.file_of([pieces.paragraph(PLACEHOLDER)], flags=pieces.DISTRIBUTION)
    with pytest.raises(DamagedFile, match="ViewText"):
        flow_of(pieces.raw(data))


def test_a_notice_is_passed_over_even_where_the_flag_is_missing() -> None:
    more = {"ViewText/Section0": pieces.paragraph("본문이 여기에 있다.")}
    flow = flow_of(pieces.raw(pieces.file_of([pieces.paragraph(PLACEHOLDER)], more=more)))
    assert [block.text for block in flow.blocks if isinstance(block, FlowParagraph)] == [
        "본문이 여기에 있다."
    ]


def test_a_stream_that_does_not_decrypt_is_damaged() -> None:
    noise = record(records.DISTRIBUTION_DATA, 0, bytes(range(256))) + bytes(range(256)) * 4
    data = pieces.file_of(
        [pieces.paragraph(PLACEHOLDER)],
        info=pieces.deflated(pieces.doc_info()),
        flags=pieces.DISTRIBUTION | pieces.COMPRESSED,
        more={"ViewText/Section0": noise},
    )
    with pytest.raises(DamagedFile):
        flow_of(pieces.raw(data))
