"""Flows become text: rows of phrases, cells with lines, frames, notes, furniture, what stands where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.blocks import cell, composed, grid, line, note, table

from yaksok.errors import SourceEmpty
from yaksok.read.office.flow import FlowAnnotation, FlowBlock, FlowLink, FlowTable, Paragraph
from yaksok.records.layout import Layout
from yaksok.records.source import SourceText


def layout(source: SourceText) -> Layout:
    assert source.layout is not None
    return source.layout


def at(source: SourceText, span: tuple[int, int]) -> str:
    return source.text[span[0] : span[1]]


def test_a_paragraph_is_a_line() -> None:
    source = composed(line("첫째 문단"), line("", 1), line("셋째 문단", 2))
    assert source.text == "첫째 문단\n\n셋째 문단\n"
    assert [at(source, place.span) for place in layout(source).places] == ["첫째 문단", "", "셋째 문단"]


def test_an_automatic_mark_takes_no_room() -> None:
    source = composed(line("협력 확대", mark="가.", mark_level=1))
    assert source.text == "협력 확대\n"
    assert (layout(source).places[0].mark, layout(source).places[0].mark_level) == ("가.", 1)


def test_rows_of_phrases_are_lines_with_tabs() -> None:
    source = composed(grid(("구분", "목표"), ("교역", "100억불")))
    assert source.text == "구분\t목표\n교역\t100억불\n"
    found = layout(source).tables[0]
    assert [(c.row, c.column, at(source, c.span)) for c in found.cells] == [
        (0, 0, "구분"),
        (0, 1, "목표"),
        (1, 0, "교역"),
        (1, 1, "100억불"),
    ]


def test_two_short_paragraphs_of_a_cell_stay_in_the_row() -> None:
    source = composed(
        table(cell(0, 0, "추진", "시기"), cell(0, 1, "상반기"), cell(1, 0, "가"), cell(1, 1, "나"))
    )
    assert source.text.splitlines()[0] == "추진 시기\t상반기"
    assert layout(source).tables[0].cells[0].breaks == (2,)


def test_a_cell_with_items_gives_every_paragraph_of_the_row_its_line() -> None:
    source = composed(
        table(
            cell(0, 0, "방향"),
            cell(0, 1, "□ 협력 확대", "ㅇ 회의 개최"),
            cell(1, 0, "일정"),
            cell(1, 1, "연중"),
        )
    )
    assert source.text == "방향\n□ 협력 확대\nㅇ 회의 개최\n일정\t연중\n"
    assert [c.own_lines for c in layout(source).tables[0].cells] == [True, True, False, False]


@pytest.mark.parametrize(
    "frame",
    [
        table(cell(0, 0, "주요업무 추진계획")),
        table(cell(0, 0), cell(0, 1, "주요업무 추진계획"), cell(0, 2)),
        table(cell(0, 0), cell(1, 0, "주요업무 추진계획")),
    ],
    ids=["one cell", "cells for the border", "a column"],
)
def test_a_frame_is_no_table(frame: FlowTable) -> None:
    source = composed(frame)
    assert source.text == "주요업무 추진계획\n"
    assert layout(source).tables == ()


def test_a_banner_of_one_row_is_a_line_of_prose() -> None:
    source = composed(grid(("Ⅰ", "", "일반 현황")))
    assert source.text == "Ⅰ  일반 현황\n"
    assert layout(source).tables == ()


def test_a_table_in_a_cell_stands_inside() -> None:
    inner = grid(("가", "나"), ("1", "2"))
    outer = table(cell(0, 0, "왼쪽"), cell(0, 1), cell(1, 0, "아래"), cell(1, 1, "끝"))
    nested = type(outer)(outer.path, (outer.cells[0], type(outer.cells[1])(0, 1, (inner,)), *outer.cells[2:]))
    source = composed(nested)
    assert source.text == "왼쪽\n가\t나\n1\t2\n아래\t끝\n"
    around, inside = layout(source).tables
    assert around.span == (0, len(source.text))
    assert at(source, inside.span) == "가\t나\n1\t2\n"


def test_a_note_follows_the_paragraph_it_is_anchored_in() -> None:
    source = composed(
        line("협정을 체결한다.", notes=(note(3, "1)", "2021년에 서명한 협정"),)), line("다음", 1)
    )
    assert source.text == "협정을 체결한다.\n2021년에 서명한 협정\n다음\n"
    found = layout(source).notes[0]
    assert (found.anchor, found.mark, at(source, found.span)) == (3, "1)", "2021년에 서명한 협정\n")


def test_a_note_in_a_row_follows_the_row() -> None:
    anchored = Paragraph("t/r1c0/p0", "교역", notes=(note(2, "1)", "상품만"),))
    first = grid(("구분", "목표"), ("", "100억불"))
    cells = [*first.cells]
    cells[2] = type(cells[2])(1, 0, (anchored,))
    source = composed(table(*cells))
    assert source.text == "구분\t목표\n교역\t100억불\n상품만\n"
    assert source.text[layout(source).notes[0].anchor - 1] == "역"


def test_headers_and_footers_are_furniture() -> None:
    source = composed(
        line("외교부", kind="header"), line("- 1 -", 1, kind="page_number"), line("본문이다.", 2)
    )
    assert [at(source, span) for span in source.chrome] == ["외교부\n- 1 -\n"]


def test_links_and_changes_stand_at_their_words() -> None:
    source = composed(
        line("앞 문단"),
        line(
            "자세한 내용은 누리집에 있다.",
            1,
            links=(FlowLink(8, 11, "https://example.org/"),),
            annotations=(
                FlowAnnotation("deleted", 3, 3, "모든 "),
                FlowAnnotation("memo", 0, 3, "확인 필요", "검토자"),
            ),
        ),
    )
    assert [(at(source, link.span), link.target) for link in layout(source).links] == [
        ("누리집", "https://example.org/")
    ]
    assert [(note.kind, at(source, note.span), note.text) for note in layout(source).annotations] == [
        ("deleted", "", "모든 "),
        ("memo", "자세한", "확인 필요"),
    ]
    assert [problem.number for problem in source.problems] == ["Y159"]


def test_gaps_and_pages_show_in_the_text() -> None:
    source = composed(line("위"), line("아래", 1, gap=1), line("다음 쪽", 2, new_page=True), unbroken=False)
    assert source.text == "위\n\n아래\n다음 쪽\n"
    assert source.page_breaks == (source.text.index("다음"),)
    assert not layout(source).unbroken


def test_tabs_and_forced_breaks_in_a_cell_do_not_end_it() -> None:
    source = composed(table(cell(0, 0, "가\t나\n다"), cell(0, 1, "라"), cell(1, 0, "마"), cell(1, 1, "바")))
    assert source.text == "가 나 다\t라\n마\t바\n"


def test_nothing_but_blanks_is_empty() -> None:
    with pytest.raises(SourceEmpty):
        composed(line("  "), grid(("", " ")))


def test_signs_that_must_not_stand_keep_the_offsets_of_the_others() -> None:
    source = composed(line("가\u200b나\x07다", links=(FlowLink(4, 5, "https://example.org/"),)))
    assert source.text == "가 나 다\n"
    assert at(source, layout(source).links[0].span) == "다"


texts = st.text(st.sampled_from("가나다 \n\t□ㅇ-1.\u200b\x00a|"), max_size=12)


@given(
    st.lists(st.lists(st.lists(texts, max_size=3), min_size=1, max_size=3), max_size=4),
    st.lists(texts, max_size=3),
)
def test_everything_is_written_in_order_and_inside(rows: list[list[list[str]]], lines: list[str]) -> None:
    cells = [cell(r, c, *paragraphs) for r, row in enumerate(rows) for c, paragraphs in enumerate(row)]
    blocks: list[FlowBlock] = [
        line("시작"),
        table(*cells),
        *[line(text, n + 1, notes=(note(n, "1)", "주"),)) for n, text in enumerate(lines)],
    ]
    source = composed(*blocks)
    found = layout(source)
    ends = [place.span for place in found.places]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
    assert all(0 <= a <= b <= len(source.text) for a, b in ends)
    for each in found.tables:
        assert all(each.span[0] <= c.span[0] <= c.span[1] <= each.span[1] for c in each.cells)
    written = "".join("".join(p) for row in rows for p in row) + "".join(lines)
    assert source.text.count("가") == written.count("가")
