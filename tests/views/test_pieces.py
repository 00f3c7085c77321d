"""Texts cut by the stretches that something is said of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.views.pieces import Piece, pieces, shared_pieces

SPANS = st.lists(st.tuples(st.sampled_from("ab"), st.tuples(st.integers(-3, 30), st.integers(-3, 30))))


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([], [("등대를 세움", ())]),
        ([("deed", (4, 6))], [("등대를 ", ()), ("세움", ("deed",))]),
        (
            [("whole", (0, 6)), ("deed", (4, 6))],
            [("등대를 ", ("whole",)), ("세움", ("whole", "deed"))],
        ),
        ([("deed", (4, 40)), ("none", (6, 9)), ("turned", (3, 1))], [("등대를 ", ()), ("세움", ("deed",))]),
    ],
)
def test_a_text_is_cut_where_something_begins_or_ends(
    named: list[tuple[str, tuple[int, int]]], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert pieces("등대를 세움", named) == tuple(Piece(*one) for one in expected)


@given(st.text(max_size=24), SPANS)
def test_nothing_is_lost_and_every_letter_has_its_names(
    text: str, named: list[tuple[str, tuple[int, int]]]
) -> None:
    found = pieces(text, named)
    assert "".join(piece.text for piece in found) == text
    place = 0
    for piece in found:
        for letter in range(place, place + len(piece.text)):
            assert set(piece.names) == {name for name, (start, end) in named if start <= letter < end}
        place += len(piece.text)


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", [("deed", (0, 4))]) == ()


def test_shared_words_have_one_name() -> None:
    assert [piece.names for piece in shared_pieces("가온만 등대", [(0, 3)])] == [("shared",), ()]
