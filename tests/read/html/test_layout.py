"""What a page tells of its text besides: addresses of lines, tables with their heads, notes."""

from __future__ import annotations

import pytest

from yaksok.read.html.reader import read
from yaksok.read.sources import from_bytes
from yaksok.records.layout import Layout
from yaksok.records.source import SourceText


def page(markup: str) -> SourceText:
    return read(from_bytes(f"<html><body>{markup}</body></html>".encode(), origin="page.html"))


def layout(markup: str) -> Layout:
    found = page(markup).layout
    assert found is not None
    return found


def places(markup: str) -> list[tuple[str, str]]:
    source = page(markup)
    return [(place.path, source.text[slice(*place.span)]) for place in (source.layout or Layout()).places]


def cells(markup: str) -> list[tuple[int, int, int, int, str]]:
    source = page(markup)
    (table,) = (source.layout or Layout()).tables
    return [
        (cell.row, cell.column, cell.row_span, cell.column_span, source.text[slice(*cell.span)])
        for cell in table.cells
    ]


def test_every_line_has_an_address_that_a_browser_finds() -> None:
    markup = (
        '<p>가</p><div id="main"><script>1</script><p>나<br>다</p><p hidden>숨음</p><p><b>라</b></p></div>'
    )
    assert places(markup) == [
        ("body > p:nth-of-type(1)", "가"),
        ("#main > p:nth-of-type(1)", "나"),
        ("#main > p:nth-of-type(1)/line1", "다"),
        ("#main > p:nth-of-type(3)", "라"),
    ]


def test_an_id_that_stands_twice_is_no_address() -> None:
    assert [path for path, _ in places('<p id="a">가</p><p id="a">나</p><p id="1 b">다</p>')] == [
        "#a", "body > p:nth-of-type(2)", "body > p:nth-of-type(3)",
    ]  # fmt: skip


def test_addresses_of_deep_pages_stay_short_and_apart() -> None:
    found = [path for path, _ in places("<div>" * 400 + "<p>가</p><p>나</p>" + "</div>" * 400)]
    assert len(set(found)) == 2
    assert max(map(len, found)) < 1_500


def test_headings_have_the_level_of_their_element() -> None:
    found = layout("<h2>가</h2><p>나</p><h4><span>다</span></h4>")
    assert [place.heading for place in found.places] == [2, 0, 4]


def test_a_table_with_spans_and_heads() -> None:
    markup = (
        "<table><thead><tr><th>구분</th><td colspan=2>실적</td></tr></thead>"
        "<tr><td rowspan=2>수출</td><td>1월</td><td>20</td></tr><tr><td>2<br>월</td><td></td></tr></table>"
    )
    assert cells(markup) == [
        (0, 0, 1, 1, "구분"), (0, 1, 1, 2, "실적"),
        (1, 0, 2, 1, "수출"), (1, 1, 1, 1, "1월"), (1, 2, 1, 1, "20"),
        (2, 1, 1, 1, "2 월"), (2, 2, 1, 1, ""),
    ]  # fmt: skip
    (table,) = layout(markup).tables
    assert [cell.header for cell in table.cells] == [True, True, False, False, False, False, False]
    assert table.path == "body > table:nth-of-type(1)"


def test_cells_with_lines_of_their_own() -> None:
    markup = "<table><tr><th>전략</th><td><p>□ 교역</p><p>□ 투자</p></td></tr><tr><th>목표</th><td>안정</td></tr></table>"
    (table,) = layout(markup).tables
    assert [cell.own_lines for cell in table.cells] == [True, True, False, False]
    assert [cell[4].split() for cell in cells(markup)] == [
        ["전략"],
        ["□", "교역", "□", "투자"],
        ["목표"],
        ["안정"],
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>메뉴</td><td><table><tr><td>가</td></tr></table>글</td></tr><tr><td>a</td><td>b</td></tr></table>",
        "<table><tr><td>왼쪽</td><td><h2>제목</h2><p>글</p></td></tr></table>",
        '<table role="presentation"><tr><td>가</td><td>나</td></tr><tr><td>다</td><td>라</td></tr></table>',
        f"<table><tr><td>차례</td><td><p>{'글' * 900}</p><p>{'글' * 900}</p></td></tr></table>",
        "<table><tr><td>가</td></tr><tr><td>나</td></tr></table>",
        "<table><tr><td>가</td><td>나</td></tr></table>",
    ],
)
def test_tables_for_layout_are_no_tables(markup: str) -> None:
    assert layout(markup).tables == ()


def test_spans_beyond_the_table_end_with_it() -> None:
    markup = "<table><tr><th rowspan=0>가</th><td>1</td></tr><tr><td colspan=99999>2</td></tr></table>"
    assert [cell[:4] for cell in cells(markup)] == [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]


def notes(markup: str) -> list[tuple[str, str, str]]:
    source = page(markup)
    return [
        (source.text[: note.anchor].rpartition("\n")[2], note.mark, source.text[slice(*note.span)])
        for note in (source.layout or Layout()).notes
    ]


def test_raised_marks_lead_to_the_notes_that_open_with_them() -> None:
    markup = (
        "<p>협력<sup>1)</sup>을 확대하고 연대<sup>2)</sup>를 지속한다.</p><p>1) 목록의 첫째</p>"
        "<p>1) 공급망을 뜻한다.</p><p><sup>2)</sup> 지역 연대<br>이어지는 줄</p>"
    )
    assert notes(markup) == [
        ("협력", "1)", "공급망을 뜻한다.\n"),
        ("협력을 확대하고 연대", "2)", "지역 연대\n이어지는 줄\n"),
    ]
    assert page(markup).text.split("\n")[0] == "협력을 확대하고 연대를 지속한다."
    assert [place.kind for place in layout(markup).places] == [
        "body",
        "body",
        "footnote",
        "footnote",
        "footnote",
    ]


def test_numbered_notes_of_linked_marks() -> None:
    markup = '<p>협력<sup><a href="#n1">1</a></sup>을 한다.</p><ol><li id="n1">주석</li></ol>'
    assert notes(markup) == [("협력", "1", "주석\n")]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>넓이 3km<sup>2</sup></p><ol><li>가<li>나</ol>",
        "<p>협력<sup>1)</sup></p><p>끝</p>",
        "<p><sup>1)</sup> 글</p>",
    ],
)
def test_raised_letters_without_a_note_stay_in_the_text(markup: str) -> None:
    assert notes(markup) == []
    assert "2" in page(markup).text or "1)" in page(markup).text


def test_signs_of_the_reader_in_a_page_do_no_harm() -> None:
    assert page("<p>가&#xFDD0;1)&#xFDD2;나\ufdd1</p><p>1) 다</p>").text == "가1)나\n\n1) 다\n"


def test_a_table_after_a_list_item_that_holds_it_is_indented() -> None:
    source = page("<ul><li>표<table><tr><th>가<th>나<tr><td>1<td>2</table></ul>")
    (table,) = (source.layout or Layout()).tables
    assert [source.text[slice(*cell.span)] for cell in table.cells] == ["가", "나", "1", "2"]


def test_tables_in_tables_are_told_down_to_a_depth() -> None:
    source = read(from_bytes(("<table><tr><td>가<td>" * 1_600).encode(), origin="page.html"))
    assert source.text.count("가") == 1_600
