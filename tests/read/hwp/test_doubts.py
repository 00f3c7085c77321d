"""Documents that are damaged, incomplete, nested without end or of another format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.hwp import pieces
from tests.read.hwp.pieces import cell, control_record, list_record, paragraph, table
from tests.read.hwp.readings import FIELD, HEAD, NOTE, NUMBER, SHAPE, TABLE, doubts, flow, paragraphs, shown
from tests.support.office.hwp_records import control, field_end, record

from yaksok.errors import DamagedFile, NestedTooDeep, OldHancomFormat, ReadingError, SourceEmpty
from yaksok.read.bids import Sample, choose_reader
from yaksok.read.detect import detect
from yaksok.read.hwp import READER
from yaksok.read.hwp import records as tag
from yaksok.read.hwp.reader import flow_of, read


def test_a_broken_section_among_others_is_named() -> None:
    found = flow_of(pieces.raw(pieces.file_of([paragraph("가"), b"\x42", paragraph("다")])))
    assert [each.text for each in paragraphs(found.blocks)] == ["가", "다"]
    assert [(each.number, "Section1" in each.message) for each in found.problems] == [("Y157", True)]


def test_a_document_without_a_section_that_can_be_read_is_damaged() -> None:
    for sections in ([], [b""], [b"\x42", b"\x42"]):
        with pytest.raises(DamagedFile):
            flow_of(pieces.raw(pieces.file_of(sections, more={"Other": b"x" * 4096})))


def test_definitions_that_cannot_be_read_are_named() -> None:
    data = pieces.file_of([pieces.deflated(paragraph("본문"))], info=b"\xff" * 20, flags=pieces.COMPRESSED)
    found = flow_of(pieces.raw(data))
    assert [each.text for each in paragraphs(found.blocks)] == ["본문"]
    assert [(each.number, "DocInfo" in each.message) for each in found.problems] == [("Y157", True)]


def test_an_empty_document_holds_no_text() -> None:
    with pytest.raises(SourceEmpty):
        read(pieces.document(paragraph(), paragraph(" ")))


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        (paragraph("가나다", claimed=9), "longer or shorter"),
        (paragraph("가", controls=[table(cell(0, 0, paragraph("값", level=2)))]), "does not show"),
        (paragraph("가", TABLE), "not there"),
        (paragraph("가") + b"\x42\x00\x00", "ends within a record"),
        (record(tag.PARA_HEADER, 0, b"short") + record(tag.PARA_TEXT, 1, pieces.utf16("가\r")), "without a head"),
        (paragraph(TABLE, "가", controls=[table(list_record(2) + paragraph("값", level=2))]), "without an address"),
        (paragraph(control(11, "new "), "가", controls=[control_record("new ") + list_record(2) + paragraph("값", level=2)]), "unknown kind"),
    ],
)  # fmt: skip
def test_signs_of_loss_are_doubts(records: bytes, reason: str) -> None:
    assert any(reason in message for message in doubts(flow(records)))


def test_what_has_no_place_in_the_text_is_read_all_the_same() -> None:
    found = flow(paragraph("가", controls=[table(cell(0, 0, paragraph("값", level=2)))]))
    assert [text for _, _, text in shown(found)] == ["가", "값"]


def test_a_number_of_sections_that_does_not_fit_is_a_doubt() -> None:
    found = flow(paragraph("가"), info=pieces.doc_info(4))
    assert doubts(found) == ["Read with doubt: it claims 4 sections and has 1."]


@pytest.mark.parametrize(
    ("preview", "message"),
    [
        ("<구분><예산>\r\n올해 안에 숲길 세 곳을 새로 열고 의자를 놓는다.", []),
        ("짧은 미리보기", []),
        ("", []),
        (
            "올해 안에 숲길 세 곳을 새로 열고 의자를 놓는다. 빠진 문단은 여기에만 있다.",
            ["Read with doubt: only 63%"],
        ),
    ],
)
def test_the_files_own_preview_is_a_second_reading(preview: str, message: list[str]) -> None:
    text = paragraph("올해 안에 숲길 세 곳을 새로 열고 의자를 놓는다. 구분 예산")
    found = flow_of(pieces.raw(pieces.file_of([text], more={"PrvText": pieces.utf16(preview)})))
    assert [each[: len("Read with doubt: only 63%")] for each in doubts(found)] == message


def test_tables_in_tables_have_a_limit() -> None:
    def nested(depth: int, level: int) -> bytes:
        if not depth:
            return paragraph("속", level=level)
        inner = table(cell(0, 0, nested(depth - 1, level + 2), level=level + 2), level=level + 1)
        return paragraph(TABLE, level=level, controls=[inner])

    assert len(list(paragraphs(flow(nested(60, 0)).blocks))) == 61
    with pytest.raises(NestedTooDeep):
        flow(nested(70, 0))
    with pytest.raises(NestedTooDeep):
        flow(nested(140, 0))


@pytest.mark.parametrize(
    "data", [b"HWP Document File V3.00 \x1a\x01\x02", b'<?xml version="1.0"?><HWPML Version="2.8">']
)
def test_older_formats_are_named_with_the_next_step(data: bytes) -> None:
    raw = pieces.raw(data)
    assert choose_reader(raw) is READER
    with pytest.raises(OldHancomFormat, match="HWP"):
        flow_of(raw)


def test_the_reader_is_chosen_by_content_even_for_files_that_were_cut_off() -> None:
    data = pieces.file_of([paragraph("본문")])
    assert choose_reader(pieces.raw(data)) is READER
    # The directory, by which HWP is told from other compound files, may stand behind the cut.
    cut = data.replace("FileHeader".encode("utf-16-le"), bytes(20))
    assert READER.bid(Sample(pieces.raw(cut), detect(cut))) > 0.5
    assert READER.bid(Sample(pieces.raw(b"plain"), None)) == 0.0


SIGNS = st.sampled_from(
    [TABLE, SHAPE, NOTE, NUMBER, HEAD, FIELD, field_end("%hlk"), control(15, "tcmt"), b"\x00\xd8", b"\n\x00"]
)
NAMES = st.sampled_from(
    ["tbl ", "gso ", "fn  ", "atno", "head", "%hlk", "tcmt", "secd", "tcps", "tdut", "eqed", "form", "what"]
)
RECORDS = st.one_of(
    st.tuples(st.just(tag.PARA_HEADER), st.integers(0, 5), st.binary(min_size=10, max_size=24)),
    st.builds(lambda level, signs: (tag.PARA_TEXT, level, b"".join(signs)), st.integers(0, 6), st.lists(SIGNS, max_size=5)),
    st.builds(
        lambda level, name, data: (tag.CTRL_HEADER, level, name.encode()[::-1] + data), st.integers(0, 6), NAMES, st.binary(max_size=40)
    ),
    st.tuples(
        st.sampled_from([tag.LIST_HEADER, tag.TABLE, tag.SHAPE_COMPONENT, tag.TEXT_ART, tag.MEMO_LIST, tag.PARA_RANGE_TAG]),
        st.integers(0, 6), st.binary(max_size=60),
    ),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(RECORDS, max_size=25))
def test_any_records_give_a_flow_with_paths_of_its_own(found: list[tuple[int, int, bytes]]) -> None:
    data = paragraph("머리") + b"".join(record(*each) for each in found)
    try:
        paths = [each.path for each in paragraphs(flow(data).blocks)]
    except ReadingError:
        return
    assert len(set(paths)) == len(paths)
