"""A layout follows its text when characters move."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yaksok.records.layout import Annotation, Cell, Hyperlink, Layout, Note, Place, Table
from yaksok.records.statement import TableCell
from yaksok.statements.moving import moved_cell, moved_layout, moved_span

# "ab" and "cd" change places.
MOVED = [2, 3, 0, 1]


def test_spans_go_where_their_characters_go() -> None:
    assert moved_span((0, 2), MOVED) == (2, 4)
    assert moved_span((2, 3), MOVED) == (0, 1)


def test_an_empty_span_stays_behind_the_character_before_it() -> None:
    assert moved_span((2, 2), MOVED) == (4, 4)
    assert moved_span((0, 0), MOVED) == (0, 0)


def test_everything_of_a_layout_moves() -> None:
    layout = Layout(
        places=(Place((0, 2), "p0"), Place((2, 4), "p1")),
        tables=(Table((0, 2), "t0", (Cell((0, 2), 0, 0, breaks=(1,)),)),),
        notes=(Note(2, (2, 4), "1)", "footnote"),),
        annotations=(Annotation("memo", (0, 2), "확인"),),
        links=(Hyperlink((2, 4), "https://example.org/"),),
    )
    moved = moved_layout(layout, MOVED)
    assert [(place.path, place.span) for place in moved.places] == [("p1", (0, 2)), ("p0", (2, 4))]
    assert (moved.tables[0].span, moved.tables[0].cells[0].span, moved.tables[0].cells[0].breaks) == (
        (2, 4),
        (2, 4),
        (3,),
    )
    assert (moved.notes[0].anchor, moved.notes[0].span) == (4, (0, 2))
    assert moved.annotations[0].span == (2, 4)
    assert moved.links[0].span == (0, 2)
    assert moved_cell(TableCell((0, 2), 0, 0), MOVED).span == (2, 4)


@given(st.permutations(range(12)), st.integers(0, 12), st.integers(0, 12))
def test_a_moved_span_stays_inside(moved: list[int], first: int, last: int) -> None:
    start, end = moved_span((min(first, last), max(first, last)), moved)
    assert 0 <= start <= end <= len(moved)
