"""Whole files, made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.pdf.printing import Sheet, cells, flow, lines, pdf, source, tables, texts

from yaksok.errors import DamagedFile, NoTextLayer, PasswordNeeded, SourceEmpty
from yaksok.read import choose_reader
from yaksok.read.office.flow import FlowTable, Paragraph
from yaksok.read.pdf.reader import flow_of, read
from yaksok.read.sources import from_bytes

BODY = [
    "정부는 내년까지 새로운 협력 사업을 세 나라에서 시작하기로 ",
    "하고 그에 필요한 예산을 마련하기로 하였다. 이 사업은 지난해",
    "두 나라가 서명한 협정에 따른 것으로 모두 네 해 동안 이어진",
    "다. 첫해에는 조사와 설계가 끝난다.",
]


def test_a_pdf_is_read_by_this_reader() -> None:
    reader = choose_reader(source(Sheet().text(72, 100, "글")))
    assert (reader.name, reader.isolated) == ("pdf", True)


def test_lines_have_page_address_and_box() -> None:
    first, second = lines(Sheet().text(72, 100, "첫 쪽"), Sheet().text(72, 120, "둘째 쪽"))
    assert (first.path, first.page, first.new_page) == ("page1/line0", 1, False)
    assert (second.path, second.page, second.new_page) == ("page2/line0", 2, True)
    assert first.box is not None
    left, top, right, bottom = first.box
    assert (left, right) == pytest.approx((72, 97), abs=0.2)
    assert top < 100 < bottom


def test_text_is_composed_line_by_line() -> None:
    text = read(source(Sheet().lines(72, 100, BODY)))
    assert text.text == "".join(f"{line}\n" for line in BODY)
    assert text.media_type == "application/pdf"
    assert text.layout is not None
    assert [place.path for place in text.layout.places] == [f"page1/line{number}" for number in range(4)]


@pytest.mark.parametrize(
    ("rotation", "box"), [(0, (72, 100)), (90, (742, 72)), (180, (523, 742)), (270, (100, 523))]
)
def test_a_turned_page_is_read_as_it_is_shown(rotation: int, box: tuple[float, float]) -> None:
    (line,) = lines(Sheet(extra=f"/Rotate {rotation}").text(72, 100, "돌린 쪽의 줄"))
    assert line.text == "돌린 쪽의 줄"
    assert line.box is not None
    x, y = {0: (0, 1), 90: (0, 1), 180: (2, 1), 270: (0, 3)}[rotation]
    assert (line.box[x], line.box[y]) == pytest.approx(box, abs=10)


def test_a_cropped_page_shows_what_is_inside() -> None:
    sheet = Sheet(extra="/CropBox[50 50 500 800]").text(72, 100, "안쪽").text(72, 20, "잘린 줄")
    (line,) = lines(sheet)
    assert line.text == "안쪽"
    assert line.box is not None
    assert line.box[0] == pytest.approx(22, abs=0.2)


def test_text_that_runs_up_the_side_is_a_line_of_its_own() -> None:
    sheet = Sheet().lines(72, 100, BODY).turned(40, 300, "up the side", "0 1 -1 0")
    assert texts(sheet) == [*BODY, "up the side"]


def test_a_watermark_is_furniture() -> None:
    sheet = Sheet().lines(72, 100, BODY).turned(200, 500, "DRAFT", "0.7 0.7 -0.7 0.7", 40)
    assert [(line.text, line.kind) for line in lines(sheet)][-1] == ("DRAFT", "footer")


def test_indents_are_columns_from_the_margin() -> None:
    sheet = Sheet().text(72, 100, "□ 첫째 항목은 여백에서 시작").text(72, 116, "□ 둘째 항목도 여백에서")
    sheet.text(82, 132, "ㅇ 들여 쓴 항목").text(82, 148, "ㅇ 들여 쓴 둘째 항목").text(
        92, 164, "- 더 들여 쓴 항목"
    )
    assert [line.indent for line in lines(sheet)] == [0, 0, 2, 2, 4]


def test_centred_and_right_hand_lines_are_not_set_in() -> None:
    sheet = Sheet().text(267, 80, "가운데 제목").lines(72, 120, [line.ljust(50) for line in BODY])
    sheet.text(72, 200, "가" * 45).text(482, 220, "외교부")
    assert [line.indent for line in lines(sheet) if line.text.strip() in {"가운데 제목", "외교부"}] == [0, 0]


def test_white_between_lines_counts_as_empty_lines() -> None:
    sheet = Sheet().lines(72, 100, BODY).lines(72, 172, BODY).text(72, 280, "끝줄")
    assert [line.gap for line in lines(sheet)] == [0, 0, 0, 0, 1, 0, 0, 0, 3]


def test_a_headline_is_set_off_by_its_size() -> None:
    sheet = Sheet().text(72, 80, "큰 제목", 16).lines(72, 100, BODY)
    assert [line.gap for line in lines(sheet)] == [0, 1, 0, 0, 0]


def test_running_heads_and_page_numbers() -> None:
    pages = [
        Sheet().text(72, 50, "업무 계획").lines(72, 130, BODY).text(280, 800, f"- {number} -")
        for number in (5, 6, 7)
    ]
    kinds = [line.kind for line in lines(*pages)]
    assert kinds == ["header", "body", "body", "body", "body", "page_number"] * 3


def test_one_page_may_be_numbered_too() -> None:
    assert [line.kind for line in lines(Sheet().lines(72, 100, BODY).text(280, 800, "- 1 -"))][
        -1
    ] == "page_number"


def test_a_figure_at_the_foot_that_is_not_the_page_is_text() -> None:
    kinds = [line.kind for line in lines(Sheet().lines(72, 100, BODY).text(280, 800, "2027"))]
    assert kinds[-1] == "body"


def two_columns() -> Sheet:
    left = [f"왼쪽 단의 {number}째 줄로서 길게 쓴다" for number in range(8)]
    right = [f"오른쪽 단의 {number}째 줄로서 길게 씀" for number in range(8)]
    sheet = Sheet().text(72, 80, "두 단의 위에 온 쪽 너비로 선 제목이 길게 한 줄을 채우고 있는 모습이다")
    return (
        sheet.lines(72, 110, left)
        .lines(310, 114, right)
        .text(72, 260, "아래에 다시 온 너비로 쓴 글" + "가" * 25)
    )


def test_columns_are_read_one_after_the_other() -> None:
    order = [text[:3] for text in texts(two_columns())]
    assert order == ["두 단", *["왼쪽 "] * 8, *["오른쪽"] * 8, "아래에"]


def test_rows_without_rules_stay_rows() -> None:
    sheet = Sheet()
    for number, (name, figure) in enumerate(
        [("가나", "120"), ("다라마", "98"), ("바사", "1,004"), ("아자", "7")]
    ):
        sheet.text(72, 100 + 16 * number, name).text(300, 100 + 16 * number, figure)
    assert texts(sheet) == ["가나\t120", "다라마\t98", "바사\t1,004", "아자\t7"]


def test_ruled_tables_have_cells_in_their_place() -> None:
    sheet = (
        Sheet().text(72, 80, "표 앞의 글").grid([72, 172, 272], [100, 120, 140]).text(72, 170, "표 뒤의 글")
    )
    sheet.text(80, 114, "국가").text(180, 114, "금액").text(80, 134, "가나").text(180, 134, "120")
    blocks = flow(sheet).blocks
    assert [type(block) for block in blocks] == [Paragraph, FlowTable, Paragraph]
    table = blocks[1]
    assert isinstance(table, FlowTable)
    assert table.path == "page1/table0"
    assert cells(table) == {(0, 0): "국가", (0, 1): "금액", (1, 0): "가나", (1, 1): "120"}
    assert table.cells[3].blocks[0].path == "page1/table0/r1c1/line0"


def test_a_box_around_prose_is_no_table() -> None:
    sheet = Sheet().grid([60, 540], [80, 170]).lines(72, 100, BODY)
    assert tables(sheet) == []
    assert texts(sheet) == BODY


def test_a_table_in_a_cell() -> None:
    sheet = Sheet().grid([72, 172, 472], [100, 220, 260]).grid([200, 300, 400], [120, 140, 160])
    sheet.text(80, 150, "바깥").text(210, 134, "안 하나").text(310, 134, "안 둘").text(80, 244, "아래")
    (table,) = tables(sheet)
    inner = [block for cell in table.cells for block in cell.blocks if isinstance(block, FlowTable)]
    assert [each.path for each in inner] == ["page1/table0/r0c1/table0"]
    assert cells(inner[0])[0, 1] == "안 둘"


def test_a_page_full_of_lines_without_text_is_no_table() -> None:
    assert tables(Sheet().grid([100, 200, 300], [400, 450, 500]).text(72, 100, "그림 앞의 글")) == []


def notes_sheet() -> Sheet:
    sheet = Sheet().lines(72, 100, BODY).text(367, 112, "1)", 6).rule(72, 700, 200, 700)
    return sheet.text(72, 715, "1) 두 나라가 서명한 협정", 8).text(72, 726, "을 말한다.", 8)


def test_footnotes_hang_on_the_line_that_points_to_them() -> None:
    found = lines(notes_sheet())
    assert [line.text for line in found] == BODY
    (note,) = found[1].notes
    assert (note.mark, note.kind, note.offset) == ("1)", "footnote", 34)
    assert [line.text for line in note.blocks if isinstance(line, Paragraph)] == [
        "두 나라가 서명한 협정",
        "을 말한다.",
    ]
    assert [line.path for line in note.blocks] == ["page1/footnote0/line0", "page1/footnote0/line1"]


def test_a_note_that_nothing_points_to_stays_a_line() -> None:
    sheet = Sheet().lines(72, 100, BODY).rule(72, 700, 200, 700).text(72, 715, "1) 참고할 말", 8)
    assert texts(sheet)[-1] == "1) 참고할 말"


def test_letters_that_are_not_painted_are_read_over_a_scan_only() -> None:
    scan = (
        Sheet()
        .picture(0, 0, 595, 842)
        .text(72, 100, "문자 인식이 남긴 글이 여기에 이십 자 넘게 있다", operators="3 Tr")
    )
    assert texts(scan) == ["문자 인식이 남긴 글이 여기에 이십 자 넘게 있다"]
    hidden = Sheet().text(72, 100, "보이는 글").text(72, 120, "숨긴 글", operators="3 Tr")
    assert texts(hidden) == ["보이는 글"]


def test_scans_have_no_text_layer() -> None:
    with pytest.raises(NoTextLayer) as caught:
        flow(Sheet().picture(0, 0, 595, 842), Sheet().picture(0, 0, 595, 842).text(280, 800, "- 2 -"))
    assert caught.value.wording.number == "Y119"
    assert "made.pdf.ocr.txt" in str(caught.value)


def test_a_recognised_text_beside_a_scan_is_read(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(pdf(Sheet().picture(0, 0, 595, 842), Sheet().picture(0, 0, 595, 842)))
    (tmp_path / "plan.pdf.ocr.txt").write_text("첫 쪽의 글\n\n  둘째 줄\n\f둘째 쪽의 글\n\f", "utf-8")
    found = flow_of(from_bytes(file.read_bytes(), origin=str(file)))
    assert [
        (line.text, line.page, line.indent, line.gap) for line in found.blocks if isinstance(line, Paragraph)
    ] == [
        ("첫 쪽의 글", 1, 0, 0),
        ("둘째 줄", 1, 2, 1),
        ("둘째 쪽의 글", 2, 0, 0),
    ]
    assert [problem.number for problem in found.problems] == ["Y156"]


def test_scanned_pages_among_others_are_named(tmp_path: Path) -> None:
    sheets = (Sheet().lines(72, 100, BODY), Sheet().picture(0, 0, 595, 842))
    (problem,) = flow(*sheets).problems
    assert (problem.number, "pages 2" in problem.message) == ("Y157", True)
    file = tmp_path / "mixed.pdf"
    (tmp_path / "mixed.pdf.ocr.txt").write_text("\f둘째 쪽의 글", "utf-8")
    found = flow_of(from_bytes(pdf(*sheets), origin=str(file)))
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == [*BODY, "둘째 쪽의 글"]


def test_standard_input_has_nothing_beside_it() -> None:
    with pytest.raises(NoTextLayer):
        flow(Sheet().picture(0, 0, 595, 842), origin="-")


def test_letters_without_a_meaning_put_a_reading_in_doubt() -> None:
    (problem,) = flow(Sheet().text(72, 100, "\ue123\ue124\ue125\ue126 글")).problems[-1:]
    assert problem.number == "Y156"


def test_an_empty_page_holds_no_text() -> None:
    with pytest.raises(SourceEmpty):
        read(source(Sheet()))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\nnonsense" * 50, pdf(Sheet().text(72, 100, "글"))[:300]]
)
def test_broken_files(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        flow_of(from_bytes(data, origin="broken.pdf"))


def test_a_password_is_asked_for() -> None:
    lock = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>"
    with pytest.raises(PasswordNeeded):
        flow_of(from_bytes(pdf(Sheet().text(72, 100, "글"), trailer=lock), origin="locked.pdf"))


def test_the_title_of_the_metadata_counts_if_the_page_shows_it() -> None:
    sheet = Sheet().text(72, 100, "WORK PLAN 2027").lines(72, 130, BODY)
    assert flow_of(from_bytes(pdf(sheet, title="Work1.hwp"), origin="a.pdf")).title is None
    assert flow_of(from_bytes(pdf(sheet, title="WORK PLAN 2027"), origin="a.pdf")).title == "WORK PLAN 2027"


def test_the_same_file_always_gives_the_same() -> None:
    assert flow(two_columns(), notes_sheet()) == flow(two_columns(), notes_sheet())


def test_many_dots_make_one_line() -> None:
    sheet = Sheet()
    for y in (100, 130, 160):
        for x in range(72, 272, 4):
            sheet.rule(x, y, x + 2, y)
    for x in (72, 172, 272):
        sheet.rule(x, 100, x, 160)
    sheet.text(80, 120, "가가").text(180, 120, "나나").text(80, 150, "다다").text(180, 150, "라라")
    assert cells(tables(sheet)[0]) == {(0, 0): "가가", (0, 1): "나나", (1, 0): "다다", (1, 1): "라라"}
