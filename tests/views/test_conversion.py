"""What a conversion shows: everything once, tables as grids, notes and pages in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import documents
from tests.support.flows import cell, read_flow, table
from tests.support.reading import read, source

from yaksok.errors import YaksokError
from yaksok.interfaces.documents import read_opened
from yaksok.read.office.flow import FlowAnnotation, FlowCell, FlowLink, FlowNote, Paragraph
from yaksok.read.sources import open_source
from yaksok.records.layout import Cell
from yaksok.views.conversion import PageBreak, Shown, ShownStatement, ShownTable, shown
from yaksok.views.conversion_lines import Line, NoteMark, Remark, Words
from yaksok.views.conversion_tables import Spot, grid_of


def lines(page: Shown) -> Iterator[Line]:
    """All lines that a page shows."""
    for part in page.parts:
        if isinstance(part, ShownStatement):
            yield part.line
        elif isinstance(part, ShownTable):
            yield from table_lines(part)
    for note in page.notes:
        yield from note.lines


def table_lines(part: ShownTable) -> Iterator[Line]:
    for each in part.cells:
        for entry in each.content:
            if isinstance(entry, Line):
                yield entry
            else:
                yield from table_lines(entry)


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces if isinstance(piece, Words))


def ink(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


NOTE = FlowNote(2, "footnote", "1)", (Paragraph("section0/p0/footnote0/p0", "협력은 교역을 말한다."),))
INNER = FlowCell(
    1, 1, (table(cell(0, 0, "안쪽"), cell(0, 1, "값"), cell(1, 0, "목록"), cell(1, 1, "3"), path="inner"),)
)


def mixed() -> Shown:
    read_it = read_flow(
        Paragraph("section0/p0", "2025년 누리부 업무계획", notes=(NOTE,)),
        Paragraph("section0/p1", "교역 확대", mark="1.", heading=1),
        table(cell(0, 0, "구분"), cell(0, 1, "예산"), cell(1, 0, "교류"), INNER),
        Paragraph("section0/p3", "무역 사무소를 연다.", mark="○"),
        Paragraph("section0/p4", "- 3 -", kind="page_number"),
        Paragraph("section0/p5", "항공 노선을 늘린다.", mark="○", new_page=True),
    )
    return shown(read_it.source, read_it.document)


def test_every_sign_is_shown_once() -> None:
    page = mixed()
    # Markers that stand in the text are shown as marks; here all marks are automatic ones.
    assert ink("".join(map(words, lines(page)))) == ink(page.document.text)


@given(documents())
@settings(max_examples=60, deadline=None)
def test_every_statement_of_a_text_is_shown_in_order(text: str) -> None:
    document = read(text)
    page = shown(source(text), document)
    parts = [part for part in page.parts if isinstance(part, ShownStatement)]
    assert [part.statement for part in parts] == list(document.statements)
    for part in parts:
        if part.statement.role != "meta":
            assert words(part.line) == part.statement.text


def test_marks_of_notes_stand_where_they_are_anchored() -> None:
    page = mixed()
    with_mark = [line for line in lines(page) if NoteMark(0) in line.pieces]
    assert len(with_mark) == 1
    at = with_mark[0].pieces.index(NoteMark(0))
    assert [piece.text for piece in with_mark[0].pieces[:at] if isinstance(piece, Words)] == ["20"]


def test_a_note_is_shown_apart_from_the_body() -> None:
    page = mixed()
    assert [words(line) for line in page.notes[0].lines] == ["협력은 교역을 말한다."]
    assert "협력은" not in "".join(
        words(part.line) for part in page.parts if isinstance(part, ShownStatement)
    )


def test_a_table_inside_of_a_cell_is_a_table() -> None:
    outer = next(part for part in mixed().parts if isinstance(part, ShownTable))
    inner = [entry for each in outer.cells for entry in each.content if isinstance(entry, ShownTable)]
    assert [each.table.path for each in inner] == ["inner"]
    assert [words(line) for line in table_lines(inner[0])] == ["안쪽", "값", "목록", "3"]


def test_page_breaks_stand_between_their_pages() -> None:
    page = mixed()
    at = page.parts.index(PageBreak(None))
    following = page.parts[at + 1]
    assert isinstance(following, ShownStatement)
    assert words(following.line) == "항공 노선을 늘린다."


def test_pages_of_a_plain_text_come_from_its_page_breaks() -> None:
    text = "□ 협력을 확대한다.\n□ 교역을 늘린다.\n"
    at = text.index("□ 교역")
    page = shown(source(text, page_breaks=(at,)), read(text))
    assert [isinstance(part, PageBreak) for part in page.parts] == [False, True, False]
    assert PageBreak(2) in page.parts


def test_pages_of_printed_lines_come_from_their_numbers() -> None:
    read_it = read_flow(
        Paragraph("page1/line0", "협력을 확대한다.", page=1),
        Paragraph("page3/line0", "교역을 늘린다.", page=3),
    )
    page = shown(read_it.source, read_it.document)
    assert [part for part in page.parts if isinstance(part, PageBreak)] == [PageBreak(3)]


def test_links_memos_and_changes_are_told_from_the_words_around_them() -> None:
    paragraph = Paragraph(
        "p0",
        "교역 협정을 늘린다.",
        links=(FlowLink(0, 2, "https://example.org/"),),
        annotations=(
            FlowAnnotation("inserted", 3, 5, "협정", "가나", "2024-01-02"),
            FlowAnnotation("deleted", 6, 6, "줄", "가나", "2024-01-02"),
            FlowAnnotation("memo", 7, 9, "정말?", "다라", ""),
        ),
    )
    read_it = read_flow(paragraph)
    line = next(lines(shown(read_it.source, read_it.document)))
    shape = [
        (piece.text, piece.link is not None, piece.change is not None) if isinstance(piece, Words) else piece
        for piece in line.pieces
    ]
    assert shape == [
        ("교역", True, False),
        (" ", False, False),
        ("협정", False, True),
        ("을", False, False),
        Remark(1),
        (" 늘린", False, False),
        Remark(2),
        ("다.", False, False),
    ]


def test_furniture_that_runs_over_a_table_is_shown_outside_of_it_too() -> None:
    read_it = read_flow(
        table(cell(0, 0, "보도시점"), cell(0, 1, "배포 즉시"), cell(1, 0, "담당부서"), cell(1, 1, "교역과")),
        Paragraph("section0/p2", "교역 위원회를 열다"),
        Paragraph("section0/p3", "누리부는 위원회를 열었다."),
    )
    page = shown(read_it.source, read_it.document)
    assert ink("".join(map(words, lines(page)))) == ink(page.document.text)


# -- grids ------------------------------------------------------------------------------------


def test_spans_count_only_rows_and_columns_in_which_a_cell_begins() -> None:
    cells = [Cell((0, 1), 0, 0, 1, 500), Cell((1, 2), 7, 0, 1, 1), Cell((2, 3), 7, 499, 9_999, 1)]
    grid = grid_of(cells)
    assert grid is not None
    assert grid.spots == (Spot(0, 0, 1, 2), Spot(1, 0, 1, 1), Spot(1, 1, 1, 1))
    assert grid.gaps == ((), ())


def test_gaps_are_named() -> None:
    grid = grid_of([Cell((0, 1), 0, 1), Cell((1, 2), 1, 0)])
    assert grid is not None
    assert grid.gaps == ((0,), (1,))


@pytest.mark.parametrize(
    "cells",
    [
        [Cell((0, 1), 0, 0, 2, 2), Cell((1, 2), 0, 1), Cell((2, 3), 1, 1)],
        [Cell((0, 1), number, number) for number in range(3_000)],
    ],
    ids=["two in a spot", "nearly empty"],
)
def test_cells_that_make_no_grid(cells: list[Cell]) -> None:
    assert grid_of(cells) is None


@given(
    st.lists(
        st.builds(
            lambda row, column, rows, columns: Cell((0, 0), row, column, rows, columns),
            st.integers(0, 6),
            st.integers(0, 6),
            st.integers(0, 10**9),
            st.integers(0, 10**9),
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_a_grid_is_filled_once(cells: list[Cell]) -> None:
    grid = grid_of(cells)
    if grid is None:
        return
    spots = [
        (spot.row + down, spot.column + along)
        for spot in grid.spots
        for down in range(spot.row_span)
        for along in range(spot.column_span)
    ]
    spots += [(row, column) for row, gaps in enumerate(grid.gaps) for column in gaps]
    assert sorted(spots) == [(row, column) for row in range(grid.rows) for column in range(grid.columns)]


# -- real files -------------------------------------------------------------------------------

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
REAL = sorted(path for path in SAMPLES.glob("*.*") if path.suffix in {".hwpx", ".hwp", ".pdf", ".docx"})


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_sign_of_a_real_file_is_shown_once(path: Path) -> None:
    raw = open_source(str(path))
    try:
        # In this process: a worker for each file would take most of the time.
        read_it = read_opened(raw)
    except YaksokError:
        pytest.skip("it cannot be read")
    page = shown(read_it.source, read_it.document)
    text = page.document.text
    found = Counter(
        offset for line in lines(page) for offset in range(*line.span) if not text[offset].isspace()
    )
    assert [offset for offset, times in found.items() if times > 1] == []
    wanted = {offset for each in page.document.statements for offset in range(*each.span)}
    assert [offset for offset in wanted - found.keys() if not text[offset].isspace()] == []
    marks = Counter(
        piece.note for line in lines(page) for piece in line.pieces if isinstance(piece, NoteMark)
    )
    assert marks == Counter(range(len(page.notes)))
