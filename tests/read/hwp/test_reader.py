"""Documents built record by record: what a flow holds of them."""

from __future__ import annotations

import struct

import pytest
from tests.read.hwp import pieces
from tests.read.hwp.pieces import cell, control_record, list_record, paragraph, table
from tests.read.hwp.readings import FIELD, HEAD, NOTE, NUMBER, SHAPE, TABLE, doubts, flow, paragraphs, shown
from tests.support.office.hwp_records import control, field_end, record, words

from yaksok.read.hwp import records as tag
from yaksok.read.hwp.reader import flow_of
from yaksok.read.office.flow import FlowAnnotation, FlowLink, FlowTable, Paragraph


def test_paragraphs_keep_their_order_and_empty_ones_count() -> None:
    found = flow(paragraph("첫째 문단"), paragraph(), paragraph("셋째 문단"))
    assert shown(found) == [
        ("section0/p0", "body", "첫째 문단"), ("section0/p1", "body", ""), ("section0/p2", "body", "셋째 문단"),
    ]  # fmt: skip
    assert found.media_type == "application/x-hwp"
    assert found.unbroken
    assert not found.problems


def test_a_table_follows_its_paragraph() -> None:
    cells = (
        cell(0, 0, paragraph("구분", level=2), flags=0x40000),
        cell(0, 1, paragraph("예산", level=2), paragraph("(억 원)", level=2), spans=(2, 1)),
        cell(1, 0, paragraph("도로", level=2)),
    )
    found = flow(paragraph("표 앞", TABLE, controls=[table(*cells)]), paragraph("표 뒤"))
    _, grid, behind = found.blocks
    assert isinstance(grid, FlowTable)
    assert [(each.row, each.column, each.row_span, each.column_span, each.header) for each in grid.cells] == [
        (0, 0, 1, 1, True), (0, 1, 2, 1, False), (1, 0, 1, 1, False),
    ]  # fmt: skip
    assert [each.path for each in paragraphs((grid,))] == [
        "section0/p0/table0/r0c0/p0", "section0/p0/table0/r0c1/p0", "section0/p0/table0/r0c1/p1",
        "section0/p0/table0/r1c0/p0",
    ]  # fmt: skip
    assert isinstance(behind, Paragraph)
    assert behind.path == "section0/p1"


@pytest.mark.parametrize(("side", "order"), [(2, ["caption", "body"]), (3, ["body", "caption"])])
def test_a_caption_stands_where_it_is_shown(side: int, order: list[str]) -> None:
    caption = list_record(2, struct.pack("<IIHI", side, 0, 0, 0)) + paragraph("표 1 예산", level=2)
    grid = table(cell(0, 0, paragraph("값", level=2)), caption=caption)
    found = shown(flow(paragraph(TABLE, controls=[grid])))[1:]
    assert [kind for _, kind, _ in found] == order
    assert ("section0/p0/table0/caption/p0", "caption", "표 1 예산") in found


def test_a_table_in_a_cell_has_a_path_of_its_own() -> None:
    inner = table(cell(0, 0, paragraph("속", level=4), level=4), level=3)
    outer = table(cell(0, 0, paragraph("겉", TABLE, level=2, controls=[inner])))
    found = shown(flow(paragraph(TABLE, controls=[outer])))
    assert found[-1] == ("section0/p0/table0/r0c0/p0/table0/r0c0/p0", "body", "속")


def test_cells_at_one_address_keep_paths_apart() -> None:
    grid = table(*(cell(0, 0, paragraph(text, level=2)) for text in "가나"))
    paths = [path for path, _, _ in shown(flow(paragraph(TABLE, controls=[grid])))]
    assert len(set(paths)) == len(paths)


def box(text: str, *, level: int = 2) -> bytes:
    words_inside = list_record(level + 1) + paragraph(text, level=level + 1)
    return record(tag.SHAPE_COMPONENT, level, b"cer$cer$" + bytes(200)) + words_inside


def test_text_boxes_follow_in_order_with_those_of_groups() -> None:
    group = control_record("gso ", bytes(42)) + record(tag.SHAPE_COMPONENT, 2, b"noc$" + bytes(9))
    group += box("둘째", level=3) + box("셋째", level=3)
    single = control_record("gso ", bytes(42)) + box("첫째")
    found = shown(flow(paragraph(SHAPE, "본문", SHAPE, controls=[single, group])))
    assert found == [
        ("section0/p0", "body", "본문"), ("section0/p0/box0/p0", "box", "첫째"),
        ("section0/p0/box1/p0", "box", "둘째"), ("section0/p0/box2/p0", "box", "셋째"),
    ]  # fmt: skip


def test_words_drawn_as_art_are_words() -> None:
    art = record(tag.TEXT_ART, 3, bytes(32) + words("환영합니다") + words("돋움"))
    shape = control_record("gso ", bytes(42)) + record(tag.SHAPE_COMPONENT, 2, b"tat$") + art
    assert shown(flow(paragraph(SHAPE, controls=[shape])))[1] == ("section0/p0/box0/p0", "box", "환영합니다")


def test_a_picture_without_words_has_only_its_caption() -> None:
    caption = list_record(2, struct.pack("<IIHI", 3, 0, 0, 0)) + paragraph("착공식 모습", level=2)
    picture = control_record("gso ", bytes(42)) + caption + record(tag.SHAPE_COMPONENT, 2, b"cip$")
    found = shown(flow(paragraph(SHAPE, controls=[picture])))
    assert found[1:] == [("section0/p0/picture0/caption/p0", "caption", "착공식 모습")]


def note(text: str, number: int, *, name: str = "fn  ", shape: int = 0) -> bytes:
    shown_number = control_record(
        "atno", struct.pack("<IHHHH", 1 | shape << 4, number, 0, 0, ord(")")), level=3
    )
    head = control_record(name, struct.pack("<IHHI", number, 0, ord(")"), shape))
    return head + list_record(2) + paragraph(NUMBER, f" {text}", level=2, controls=[shown_number])


def test_notes_hang_on_their_place_with_the_mark_that_is_shown() -> None:
    records = [note("통계청 자료", 1), note("잠정치", 2, shape=8)]
    found = flow(paragraph("인구는", NOTE, " 줄고 집은", NOTE, " 늘었다.", controls=records))
    (body,) = found.blocks
    assert isinstance(body, Paragraph)
    assert body.text == "인구는 줄고 집은 늘었다."
    assert [(each.offset, each.mark, each.kind) for each in body.notes] == [
        (3, "1)", "footnote"),
        (9, "나)", "footnote"),
    ]
    assert shown(found)[1] == ("section0/p0/footnote0/p0", "footnote", " 통계청 자료")


def test_a_note_without_a_number_in_its_text_takes_that_of_its_control() -> None:
    head = control_record("en  ", struct.pack("<IHHI", 4, 0, ord("."), 2))
    found = flow(
        paragraph("끝", control(17, "en  "), controls=[head + list_record(2) + paragraph("근거", level=2)])
    )
    (body,) = found.blocks
    assert isinstance(body, Paragraph)
    assert [(each.mark, each.kind) for each in body.notes] == [("IV.", "endnote")]


def test_headers_go_to_the_front_and_page_numbers_are_no_text() -> None:
    page = control_record("atno", struct.pack("<IH", 0, 7), level=3)
    header = control_record("head", bytes(8)) + list_record(2) + paragraph("주간 동향", level=2)
    footer = (
        control_record("foot", bytes(8))
        + list_record(2)
        + paragraph("- ", NUMBER, " -", level=2, controls=[page])
    )
    empty = control_record("head", bytes(8)) + list_record(2) + paragraph(level=2)
    foot = control(16, "foot")
    found = flow(paragraph("앞 쪽"), paragraph(HEAD, foot, HEAD, "뒤 쪽", controls=[header, footer, empty]))
    assert shown(found) == [
        ("section0/header0/p0", "header", "주간 동향"), ("section0/footer0/p0", "page_number", "-  -"),
        ("section0/p0", "body", "앞 쪽"), ("section0/p1", "body", "뒤 쪽"),
    ]  # fmt: skip


def test_links_lead_out_of_the_document() -> None:
    out = pieces.field_record("%hlk", r"https\://example.kr;1;0;0;")
    inside = pieces.field_record("%hlk", "|표지;0;0;0;")
    text = ("자세히 ", FIELD, "누리집", field_end("%hlk"), "과 ", FIELD, "표지", field_end("%hlk"))
    (body,) = flow(paragraph(*text, controls=[out, inside])).blocks
    assert isinstance(body, Paragraph)
    assert body.text == "자세히 누리집과 표지"
    assert body.links == (FlowLink(4, 7, "https://example.kr"),)


def test_a_field_that_does_not_end_ends_with_its_paragraph() -> None:
    out = pieces.field_record("%hlk", r"https\://example.kr;1;0;0;")
    (body,) = flow(paragraph(field_end("%hlk"), FIELD, "누리집", controls=[out])).blocks
    assert isinstance(body, Paragraph)
    assert body.links == (FlowLink(0, 3, "https://example.kr"),)


def memo_list(number: int, *texts: str) -> bytes:
    lists = list_record(1) + b"".join(paragraph(text, level=1) for text in texts)
    return record(tag.MEMO_LIST, 1, struct.pack("<I", number)) + lists


def test_memos_are_kept_apart_from_the_words_that_they_are_on() -> None:
    begin, end = control(3, "%%me"), field_end("%%me")
    fields = [pieces.field_record("%%me", "MEMO", memo=2), pieces.field_record("%%me", "MEMO", memo=1)]
    found = flow(
        paragraph("예산 ", begin, "30억", end, "과 ", begin, "인력", end, controls=fields),
        memo_list(1, "정원 확인", "3월까지"),
        memo_list(2, "금액 확인"),
    )
    (body,) = found.blocks
    assert isinstance(body, Paragraph)
    assert body.text == "예산 30억과 인력"
    assert body.annotations == (
        FlowAnnotation("memo", 3, 6, "금액 확인"),
        FlowAnnotation("memo", 8, 10, "정원 확인\n3월까지"),
    )
    assert not doubts(found)


def test_a_memo_without_its_words_is_a_doubt() -> None:
    assert doubts(flow(paragraph("본문"), memo_list(1, "남은 메모"))) == [
        "Read with doubt: 1 memos belong to no words."
    ]


def test_hidden_comments_are_kept_apart() -> None:
    comment = control_record("tcmt") + list_record(2) + paragraph("담당자 확인", level=2)
    (body,) = flow(paragraph("가", control(15, "tcmt"), "나", controls=[comment])).blocks
    assert isinstance(body, Paragraph)
    assert (body.text, body.annotations) == ("가나", (FlowAnnotation("comment", 1, 1, "담당자 확인"),))


def test_tracked_changes_are_read_from_the_text_that_has_them() -> None:
    change = struct.pack("<I6HHHI", 0x11, 2026, 3, 9, 14, 5, 1, 0, 0, 0)
    info = pieces.doc_info(more=[record(tag.TRACK_CHANGE, 1, change)])
    view = paragraph("숲길을 새로 연다", ranges=[(4, 7, 0x11 << 24 | 1)])
    data = pieces.file_of(
        [paragraph("숲길을 연다")], info=info, flags=pieces.TRACKED, more={"ViewText/Section0": view}
    )
    (body,) = flow_of(pieces.raw(data)).blocks
    assert isinstance(body, Paragraph)
    assert body.text == "숲길을 연다"
    assert body.annotations == (FlowAnnotation("deleted", 4, 4, "새로 ", "", "2026-03-09T14:05:00"),)


def test_what_hangs_on_deleted_words_is_deleted_too() -> None:
    info = pieces.doc_info(
        more=[record(tag.TRACK_CHANGE, 1, struct.pack("<I6H", 0x11, 0, 0, 0, 0, 0, 0).ljust(26, b"\0"))]
    )
    text = paragraph("가나", NOTE, "다", controls=[note("지운 각주", 1)], ranges=[(1, 10, 0x11 << 24 | 1)])
    (body,) = flow(text, info=info).blocks
    assert isinstance(body, Paragraph)
    assert (body.text, body.notes) == ("가다", ())


def test_letters_in_one_another_small_words_equations_and_forms() -> None:
    signs = (
        (control(23, "tcps"), control_record("tcps", words("3") + bytes([1]))),
        (control(23, "tdut"), control_record("tdut", words("條約") + words("조약"))),
        (
            control(11, "eqed"),
            control_record("eqed", bytes(42)) + record(tag.EQUATION, 2, bytes(4) + words("a  over b")),
        ),
        (
            control(11, "form"),
            control_record("form", bytes(42))
            + record(tag.FORM_OBJECT, 2, pieces.utf16("Caption:wstring:2:동의")),
        ),
    )
    found = paragraph(
        *(part for sign, _ in signs for part in (sign, " ")), controls=[each for _, each in signs]
    )
    (body,) = flow(found).blocks
    assert isinstance(body, Paragraph)
    assert body.text == "③ 條約(조약) a over b 동의 "


def numbered(template: str) -> bytes:
    return struct.pack("<IhhI", 0xC, 0, 50, 0xFFFFFFFF) + words(template)


def test_marks_stay_out_of_the_text() -> None:
    numbering = record(tag.NUMBERING, 1, numbered("^1.") + numbered("^2)") * 6 + struct.pack("<H", 0))
    shapes = (
        pieces.shape(),
        pieces.shape(head=1),
        pieces.shape(head=2, level=1, list_id=2, left=3000),
        pieces.shape(head=3, list_id=1),
    )
    bullet = record(tag.BULLET, 1, bytes(12) + pieces.utf16("□") + bytes(11))
    styles = [record(tag.STYLE, 1, words(name) + words("") + bytes(8)) for name in ("바탕글", "개요 1")]
    info = pieces.doc_info(shapes=shapes, more=[numbering, numbering, bullet, *styles])
    section = control_record("secd", bytes(14) + struct.pack("<H", 1) + bytes(20))
    found = flow(
        paragraph(control(2, "secd"), "개요", controls=[section], shape_id=1, style=1),
        paragraph("둘째 개요", shape_id=1, style=1),
        paragraph("번호", shape_id=2),
        paragraph("글머리", shape_id=3, style=1),
        paragraph("보통"),
        info=info,
    )
    assert [(each.mark, each.text, each.mark_level, each.heading, each.indent) for each in paragraphs(found.blocks)] == [
        ("1.", "개요", 0, 1, 0), ("2.", "둘째 개요", 0, 1, 0), ("1)", "번호", 1, 0, 3), ("□", "글머리", 0, 0, 0), ("", "보통", 0, 0, 0),
    ]  # fmt: skip


def test_pages_begin_where_the_file_says_and_with_sections() -> None:
    data = pieces.file_of([paragraph("가", breaks=3) + paragraph("나", breaks=4), paragraph("다", breaks=3)])
    assert [(each.text, each.new_page) for each in paragraphs(flow_of(pieces.raw(data)).blocks)] == [
        ("가", False), ("나", True), ("다", True),
    ]  # fmt: skip


def test_section_ten_comes_after_section_nine() -> None:
    found = flow_of(pieces.raw(pieces.file_of([paragraph(f"구역 {number}") for number in range(12)])))
    assert [each.text for each in paragraphs(found.blocks)] == [f"구역 {number}" for number in range(12)]
    assert [each.path for each in paragraphs(found.blocks)][9:11] == ["section9/p0", "section10/p0"]


def test_private_use_characters_that_nobody_knows_are_counted() -> None:
    found = flow(paragraph("가\ue123나"))
    assert [each.number for each in found.problems] == ["Y158"]
