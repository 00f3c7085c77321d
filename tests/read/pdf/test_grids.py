from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yaksok.read.pdf.grids import Grid, grids_of
from yaksok.read.pdf.strokes import Stroke


def ruled(columns: list[float], rows: list[float]) -> tuple[list[Stroke], list[Stroke]]:
    across = [Stroke(y, columns[0], columns[-1]) for y in rows]
    down = [Stroke(x, rows[0], rows[-1]) for x in columns]
    return across, down


def spans(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]


@given(st.integers(2, 6), st.integers(2, 6), st.floats(-1, 1))
def test_a_full_ruling_gives_one_cell_for_each_place(columns: int, rows: int, shift: float) -> None:
    across, down = ruled([x * 50.0 for x in range(columns)], [y * 20.0 for y in range(rows)])
    across = [Stroke(place + shift, start, end) for place, start, end in across]
    grids = grids_of(across, down)
    if (columns - 1) * (rows - 1) == 1:
        assert not grids
    else:
        assert spans(grids[0]) == [
            (row, column, 1, 1) for row in range(rows - 1) for column in range(columns - 1)
        ]


def test_where_a_line_is_missing_cells_are_one() -> None:
    across = [Stroke(0, 0, 100), Stroke(20, 50, 100), Stroke(40, 0, 100)]
    down = [Stroke(0, 0, 40), Stroke(50, 0, 40), Stroke(100, 0, 40)]
    assert spans(grids_of(across, down)[0]) == [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]


def test_a_head_over_two_columns() -> None:
    across = [Stroke(0, 0, 100), Stroke(20, 0, 100), Stroke(40, 0, 100)]
    down = [Stroke(0, 0, 40), Stroke(50, 20, 40), Stroke(100, 0, 40)]
    assert spans(grids_of(across, down)[0]) == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_tables_open_at_the_sides_have_cells_there() -> None:
    across = [Stroke(y, 0, 150) for y in (0, 20, 40)]
    grid = grids_of(across, [Stroke(50, 0, 40), Stroke(100, 0, 40)])[0]
    assert grid.columns == (0, 50, 100, 150)
    assert len(grid.cells) == 6


def test_double_lines_are_one() -> None:
    across, down = ruled([0, 50, 52.5, 100], [0, 20, 40])
    assert len(grids_of(across, down)[0].columns) == 3


def test_underlines_boxes_and_lone_lines_are_no_grids() -> None:
    across, down = ruled([0, 300], [0, 100])
    assert grids_of([*across, Stroke(200, 0, 80), Stroke(300, 0, 300)], [*down, Stroke(400, 0, 700)]) == []


def test_grids_apart_from_each_other_are_several_the_largest_first() -> None:
    across, down = ruled([0, 50, 100], [0, 20])
    more_across, more_down = ruled([200, 300, 400], [100, 200, 300])
    grids = grids_of([*across, *more_across], [*down, *more_down])
    assert [grid.box for grid in grids] == [(200, 100, 400, 300), (0, 0, 100, 20)]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)), max_size=20),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)), max_size=20),
)
def test_the_cells_of_any_grid_tile_it(
    flat: list[tuple[int, int, int]], upright: list[tuple[int, int, int]]
) -> None:
    across = [Stroke(place * 10, min(ends) * 10, max(ends) * 10) for place, *ends in flat]
    down = [Stroke(place * 10, min(ends) * 10, max(ends) * 10) for place, *ends in upright]
    for grid in grids_of(across, down):
        places = (len(grid.rows) - 1) * (len(grid.columns) - 1)
        assert sum(cell.row_span * cell.column_span for cell in grid.cells) == places
        assert len(grid.owners()) == places
