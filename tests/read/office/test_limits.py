"""Flows beyond what people write: refused by number, or cut down, in good time and without deep recursion."""

from __future__ import annotations

import time

import pytest

from yaksok.errors import NestedTooDeep, UnpacksTooLarge
from yaksok.pipeline import read_source
from yaksok.read.office import limits
from yaksok.read.office.composing import compose
from yaksok.read.office.flow import Flow, FlowBlock, FlowCell, FlowNote, FlowTable, Paragraph
from yaksok.read.sources import RawSource
from yaksok.records.layout import Layout
from yaksok.records.source import SourceText
from yaksok.records.statement import Document

RAW = RawSource("hostile.hwpx", b"x", "0" * 64)
HEAD = Paragraph("section0/p0", "2025년 나무 심기 계획")


def composed(*blocks: FlowBlock) -> SourceText:
    return compose(Flow((HEAD, *blocks), "application/hwp+zip"), RAW)


def layout_of(*blocks: FlowBlock) -> Layout:
    layout = composed(*blocks).layout
    assert layout is not None
    return layout


def read(*blocks: FlowBlock) -> Document:
    """The document, after its extents were seen to tile the text."""
    document = read_source(composed(*blocks))
    place = 0
    for statement in document.statements:
        assert statement.extent[0] == place
        place = statement.extent[1]
    assert place == len(document.text)
    return document


def paragraph(text: str, number: int = 1) -> Paragraph:
    return Paragraph(f"section0/p{number}", text)


def nested_table(depth: int) -> FlowBlock:
    block: FlowBlock = paragraph("끝")
    for level in range(depth):
        cells = (FlowCell(0, 0, (paragraph("가"),)), FlowCell(0, 1, (block,)), FlowCell(1, 0, ()))
        block = FlowTable(f"t{level}", cells)
    return block


def nested_notes(depth: int) -> FlowBlock:
    block = paragraph("끝")
    for level in range(depth):
        block = Paragraph(f"n{level}", "가", notes=(FlowNote(1, "footnote", "1)", (block,)),))
    return block


@pytest.mark.parametrize("nested", [nested_table, nested_notes], ids=["tables", "notes"])
def test_nesting_is_limited(nested: object) -> None:
    assert callable(nested)
    read(nested(limits.DEEPEST_BLOCKS - 1))
    for depth in (limits.DEEPEST_BLOCKS, 400, 30_000):
        with pytest.raises(NestedTooDeep):
            composed(nested(depth))


def test_characters_are_limited() -> None:
    piece = "가" * (1 << 20)
    with pytest.raises(UnpacksTooLarge, match="67,108,864 characters"):
        composed(*[paragraph(piece)] * 65)


def test_cells_are_limited() -> None:
    empty = FlowCell(0, 0, ())
    with pytest.raises(UnpacksTooLarge, match="500,000 cells"):
        composed(FlowTable("t", (empty,) * (limits.MOST_CELLS + 1)))


def test_paragraphs_are_limited() -> None:
    with pytest.raises(UnpacksTooLarge, match="2,000,000 paragraphs"):
        composed(*[HEAD] * limits.MOST_PARAGRAPHS)


def test_notes_are_limited() -> None:
    note = FlowNote(0, "footnote", "1)", (paragraph("주"),))
    with pytest.raises(UnpacksTooLarge, match="100,000 notes"):
        composed(Paragraph("p", "가", notes=(note,) * (limits.MOST_NOTES + 1)))


@pytest.mark.parametrize("address", [-1, 65_536, 1 << 31])
def test_addresses_are_limited(address: int) -> None:
    with pytest.raises(UnpacksTooLarge, match="65,535 rows or columns"):
        composed(FlowTable("t", (FlowCell(0, 0, (HEAD,)), FlowCell(address, 1, (HEAD,)))))


@pytest.mark.parametrize("span", [-5, 0, 3, 1 << 31])
def test_spans_end_with_their_table(span: int) -> None:
    cells = (
        FlowCell(0, 0, (paragraph("구분"),), span, span),
        FlowCell(0, 1, (paragraph("값"),), span, span),
        FlowCell(1, 1, (paragraph("둘"),), span, span),
    )
    (table,) = layout_of(FlowTable("t", cells)).tables
    for cell in table.cells:
        assert 1 <= cell.row_span <= 2 - cell.row
        assert 1 <= cell.column_span <= 2 - cell.column
    read(FlowTable("t", cells))


def test_cells_that_all_claim_the_whole_table_are_taken_as_single_ones() -> None:
    cells = tuple(
        FlowCell(row, column, (paragraph("가"),), 1 << 31, 1 << 31)
        for row in range(100)
        for column in range(20)
    )
    start = time.perf_counter()
    (table,) = layout_of(FlowTable("t", (*cells, FlowCell(60_000, 60_000, (paragraph("나"),))))).tables
    assert {(cell.row_span, cell.column_span) for cell in table.cells} == {(1, 1)}
    assert time.perf_counter() - start < 5


def test_formats_beyond_a_page_are_cut_down() -> None:
    wild = Paragraph(
        "p", "가", mark="1" * 10_000_000, mark_level=-3, heading=1 << 40, indent=1 << 31, gap=1 << 31
    )
    place = layout_of(wild).places[-1]
    assert len(place.mark) == limits.LONGEST_MARK
    assert (place.mark_level, place.heading, place.indent) == (0, limits.MOST_LEVELS, limits.MOST_INDENT)
    read(wild)


def test_one_invisible_sign_in_a_long_paragraph_costs_little() -> None:
    start = time.perf_counter()
    text = composed(paragraph("가\u200b" + "나" * 5_000_000)).text
    assert "가 나" in text
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("sign", list("\t\n\v\f\r\x85\u2028\u2029"), ids=ascii)
def test_a_cell_of_a_row_stays_on_its_line(sign: str) -> None:
    row = (FlowCell(0, 0, (paragraph(f"가{sign}나"),)), FlowCell(0, 1, (paragraph("다"),)))
    below = (FlowCell(1, 0, (paragraph("라"),)), FlowCell(1, 1, (paragraph("마"),)))
    assert "가 나\t다\n라\t마\n" in composed(FlowTable("t", (*row, *below))).text


@pytest.mark.parametrize(
    "blocks",
    [
        [
            FlowTable(
                "t",
                tuple(
                    FlowCell(row, column, (paragraph("가나"),)) for row in range(300) for column in range(30)
                ),
            )
        ],
        [FlowTable("t", tuple(FlowCell(0, column, (paragraph("가나"),)) for column in range(5_000)))],
        [
            FlowTable(
                "t", tuple(FlowCell(row, 0, (paragraph("가나"), paragraph("□ 다"))) for row in range(5_000))
            )
        ],
        [
            FlowTable(
                "t",
                tuple(
                    FlowCell(row, column, (paragraph("나"),), row_span=500 - row, header=True)
                    for row in range(500)
                    for column in range(8)
                ),
            )
        ],
        [
            Paragraph(
                "p",
                "가" * 5_000,
                notes=tuple(FlowNote(n, "footnote", f"{n})", (HEAD,)) for n in range(5_000)),
            )
        ],
        [Paragraph(f"p{n}", "가나", mark=f"{n}.", mark_level=n % 10) for n in range(5_000)],
        [Paragraph(f"p{n}", "", page=n, new_page=True) for n in range(20_000)],
        [Paragraph(f"p{n}", "머리", kind="header") for n in range(20_000)],
        [Paragraph(f"p{n}", "가나 다라", indent=n, heading=n % 9) for n in range(5_000)],
    ],
    ids=["grid", "wide", "list cells", "row heads", "notes", "marks", "pages", "headers", "indents"],
)
def test_large_flows_are_read_in_good_time(blocks: list[FlowBlock]) -> None:
    start = time.perf_counter()
    read(*blocks)
    assert time.perf_counter() - start < 10
