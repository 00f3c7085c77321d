"""Tables that the file tells: heads, rows, cells with lines of their own, and what hangs on them."""

from __future__ import annotations

from tests.support.blocks import cell, grid, line, note, read, table

from yaksok.read.office.flow import FlowTable
from yaksok.records.statement import Document, Statement

YEARS = table(
    cell(0, 0, "구분", rows=2),
    cell(0, 1, "목표", columns=2),
    cell(1, 1, "2024년"),
    cell(1, 2, "2025년"),
    cell(2, 0, "교역액"),
    cell(2, 1, "100억불"),
    cell(2, 2, "120억불"),
    cell(3, 0, "투자액"),
    cell(3, 1, "10억불"),
    cell(3, 2, "12억불"),
)
DIRECTIONS = table(
    cell(0, 0, "추진방향"),
    cell(0, 1, "□ 아세안과의 협력을 넓힌다.", "ㅇ 정상회의에 참석한다.", "ㅇ 협력기금을 늘린다."),
    cell(1, 0, "추진일정"),
    cell(1, 1, "□ 1분기 중 착수", "□ 하반기 중 완료"),
)


def find(document: Document, text: str) -> Statement:
    return next(statement for statement in document.statements if statement.text == text)


def above(document: Document, text: str) -> str | None:
    parent = find(document, text).parent
    return None if parent is None else document.statements[parent - 1].text


def cells_of(document: Document, text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(found.row_heads, found.column_heads) for found in find(document, text).cells]


def test_a_row_knows_its_heads() -> None:
    document = read(line("1. 연도별 목표"), YEARS)
    assert cells_of(document, "교역액 100억불 120억불") == [
        ((), ("구분",)),
        (("교역액",), ("목표", "2024년")),
        (("교역액",), ("목표", "2025년")),
    ]
    assert find(document, "구분 목표").role == "heading"
    assert find(document, "2024년 2025년").role == "heading"


def test_a_cell_that_covers_rows_heads_them_all() -> None:
    merged = table(
        cell(0, 0, "분야", header=True),
        cell(0, 1, "과제", header=True),
        cell(0, 2, "시기", header=True),
        cell(1, 0, "경제", rows=2),
        cell(1, 1, "공급망"),
        cell(1, 2, "상반기"),
        cell(2, 1, "통상"),
        cell(2, 2, "하반기"),
    )
    document = read(line("추진 일정표이다."), merged)
    assert cells_of(document, "통상 하반기") == [(("경제",), ("과제",)), (("경제", "통상"), ("시기",))]


def test_items_of_a_cell_hang_on_the_cell_to_the_left() -> None:
    document = read(line("1. 과제"), DIRECTIONS, line("위와 같이 추진한다.", 9))
    assert above(document, "아세안과의 협력을 넓힌다.") == "추진방향"
    assert above(document, "협력기금을 늘린다.") == "아세안과의 협력을 넓힌다."
    assert above(document, "하반기 중 완료") == "추진일정"
    assert find(document, "추진방향").role == "heading"
    assert cells_of(document, "협력기금을 늘린다.") == [(("추진방향",), ())]
    assert above(document, "위와 같이 추진한다.") == "과제"


def test_a_table_is_no_part_of_the_one_before() -> None:
    document = read(
        line("1. 과제"), line("〈 연도별 목표 〉", 1), YEARS, FlowTable("section0/table1", DIRECTIONS.cells)
    )
    assert above(document, "추진방향") == "과제"


def test_a_note_between_rows_leaves_the_head_above_the_next_row() -> None:
    noted = grid(("구분", "목표"), ("", "100억불"), ("투자", "10억불"))
    cells = list(noted.cells)
    cells[2] = cell(1, 0)
    cells[2] = type(cells[2])(1, 0, (line("교역", notes=(note(2, "1)", "상품 교역을 말한다."),)),))
    document = read(line("1. 과제"), table(*cells))
    assert above(document, "투자 10억불") == "구분 목표"
    assert above(document, "상품 교역을 말한다.") == "교역 100억불"
    assert find(document, "상품 교역을 말한다.").marker == "1)"


def test_a_cell_broken_over_lines_reads_as_one() -> None:
    document = read(
        line("1. 과제"),
        table(cell(0, 0, "추진", "과제"), cell(0, 1, "시기"), cell(1, 0, "공급망"), cell(1, 1, "2025년")),
    )
    assert find(document, "추진 과제 시기").role == "heading"


def test_tables_of_plain_text_know_their_heads_too() -> None:
    from tests.support.reading import read as read_text

    document = read_text(
        "2025년 주요업무 추진계획\n\n1. 과제\n\n구분\t2024년\t2025년\n교역액\t100억불\t120억불\n투자액\t10억불\t12억불\n"
    )
    assert cells_of(document, "교역액 100억불 120억불")[2] == (("교역액",), ("2025년",))


def test_a_list_below_a_row_hangs_on_it() -> None:
    sections = table(
        cell(0, 0, "1 참여"),
        cell(0, 1, "국민 참여 확대"),
        cell(1, 1, "① 설명회를 연다.", "② 의견을 받는다."),
        cell(2, 0, "2 안전"),
        cell(2, 1, "재외국민 안전 강화"),
        cell(3, 1, "③ 영사를 늘린다.", "④ 경보를 보낸다."),
    )
    document = read(line("1. 과제"), sections)
    assert above(document, "설명회를 연다.") == "1 참여 국민 참여 확대"
    assert above(document, "경보를 보낸다.") == "2 안전 재외국민 안전 강화"
    assert above(document, "2 안전 재외국민 안전 강화") == "과제"


def test_a_square_ends_the_caption_of_a_box() -> None:
    box = table(
        cell(0, 0),
        cell(0, 1, "〈 달라지는 모습 〉"),
        cell(1, 0, " • 절차가 빨라진다.", " • 창구가 늘어난다."),
    )
    document = read(box, line("□ 외교부는 계획을 발표했다.", 9))
    assert above(document, "창구가 늘어난다.") == "달라지는 모습"
    assert above(document, "외교부는 계획을 발표했다.") is None


def test_a_table_that_is_mostly_furniture_is_furniture() -> None:
    offices = table(
        cell(0, 0, "담당 부서"),
        cell(0, 1, "국제경제국", rows=2),
        cell(0, 2, "책임자"),
        cell(0, 3, "과장 ○○○ (02-000-0000)"),
        cell(1, 0),
        cell(1, 2, "담당자"),
        cell(1, 3, "사무관 ○○○ (02-000-0001)"),
        cell(2, 1, "개발협력과"),
        cell(2, 3),
    )
    document = read(line("정부는 협정을 체결하였다."), offices)
    assert [s.role for s in document.statements if "개발협력과" in s.text] == ["meta"]


def test_quarters_and_months_head_columns() -> None:
    document = read(
        line("1. 교역"),
        grid(("구 분", "2023년", "2024년 1~6월"), ("수출", "100", "60"), ("수입", "90", "50")),
    )
    assert find(document, "구 분 2023년 2024년 1~6월").role == "heading"
