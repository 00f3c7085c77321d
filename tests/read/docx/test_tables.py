from __future__ import annotations

from tests.read.docx.wordml import flow, p, table_of

from yaksok.read.office.flow import FlowTable, Paragraph


def cell(*texts: str, properties: str = "") -> str:
    inside = "".join(text if text.startswith("<") else p(text) for text in texts)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    written = "".join(one if one.startswith(("<w:tc>", "<w:sdt>")) else cell(one) for one in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{written}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def grid(found: FlowTable) -> list[tuple[int, int, int, int, str]]:
    return [
        (one.row, one.column, one.row_span, one.column_span, one.blocks[0].text)
        for one in found.cells
        if isinstance(one.blocks[0], Paragraph)
    ]


def test_spans() -> None:
    below = "<w:vMerge/>"
    written = table(
        row(
            cell("구분", properties='<w:vMerge w:val="restart"/>'),
            cell("실적", properties='<w:gridSpan w:val="2"/>'),
        ),
        row(cell("", properties=below), "2023", "2024"),
        row("수출", "1", "2"),
    )
    assert grid(table_of(written)) == [
        (0, 0, 2, 1, "구분"), (0, 1, 1, 2, "실적"),
        (1, 1, 1, 1, "2023"), (1, 2, 1, 1, "2024"),
        (2, 0, 1, 1, "수출"), (2, 1, 1, 1, "1"), (2, 2, 1, 1, "2"),
    ]  # fmt: skip


def test_rows_that_begin_late_and_old_merges() -> None:
    written = table(
        row(cell("가", properties='<w:hMerge w:val="restart"/>'), cell("", properties="<w:hMerge/>"), "나"),
        row("다", properties='<w:gridBefore w:val="2"/>'),
    )
    assert grid(table_of(written)) == [(0, 0, 1, 2, "가"), (0, 2, 1, 1, "나"), (1, 2, 1, 1, "다")]


def test_a_merge_without_a_beginning_is_a_cell() -> None:
    written = table(row(cell("가", properties="<w:vMerge/>")), row(cell("나", properties="<w:vMerge/>")))
    assert grid(table_of(written)) == [(0, 0, 2, 1, "가")]


def test_no_span_is_taken_at_its_word_without_bound() -> None:
    written = table(row(cell("가", properties='<w:gridSpan w:val="999999999"/>'), "나"))
    assert [one[1] for one in grid(table_of(written))] == [0, 1024]


def test_head_rows() -> None:
    written = table(row("구분", "값", properties="<w:tblHeader/>"), row("가", "1"))
    assert [one.header for one in table_of(written).cells] == [True, True, False, False]


def test_paths_of_nested_tables_and_of_tables_in_a_row() -> None:
    inner = table(row("안쪽"))
    body = table(row("머리")) + p("앞") + table(row(cell("바깥", inner, "뒤"))) + table(row("둘째")) + p("끝")
    first, _, outer, second, last = flow(body).blocks
    assert isinstance(first, FlowTable)
    assert isinstance(outer, FlowTable)
    assert isinstance(second, FlowTable)
    assert (first.path, outer.path, second.path, last.path) == (
        "section0/table0", "section0/p0/table0", "section0/p0/table1", "section0/p1",
    )  # fmt: skip
    assert [block.path for block in outer.cells[0].blocks] == [
        "section0/p0/table0/r0c0/p0",
        "section0/p0/table0/r0c0/p0/table0",
        "section0/p0/table0/r0c0/p1",
    ]


def test_rows_and_cells_in_content_controls() -> None:
    controlled = f"<w:sdt><w:sdtContent>{row('나', '2')}</w:sdtContent></w:sdt>"
    inner = f"<w:sdt><w:sdtContent>{cell('1')}</w:sdtContent></w:sdt>"
    assert [one[4] for one in grid(table_of(table(row("가", inner), controlled)))] == ["가", "1", "나", "2"]


def test_deleted_rows_and_cells_are_gone_but_noted() -> None:
    gone = row("지움", "줄", properties='<w:del w:author="김" w:date="2024-01-02T00:00:00Z"/>')
    body = table(row("가", cell("없앰", properties='<w:cellDel w:author="김"/>')), gone, row("나")) + p("뒤")
    found, last = flow(body).blocks
    assert isinstance(found, FlowTable)
    assert isinstance(last, Paragraph)
    assert [(one.row, one.blocks[0].path) for one in found.cells] == [
        (0, "section0/table0/r0c0/p0"),
        (1, "section0/table0/r1c0/p0"),
    ]
    assert found.cells[1].blocks[0] == Paragraph(
        path="section0/table0/r1c0/p0",
        text="나",
        annotations=found.cells[1].blocks[0].annotations,  # type: ignore[union-attr]
    )
    (noted,) = found.cells[1].blocks[0].annotations
    assert (noted.kind, noted.text, noted.author) == ("deleted", "지움\t줄", "김")
