"""What is marked in a hit, and where that stands in the document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.search.analysis import Token
from yaksok.search.marking import Marks, matches_in, places_of

TEXT = "공급망 조기경보체계 구축을 위한 베트남 협력"
WORDS = [Token("공급망", 0, 3), Token("조기경보", 4, 8), Token("체계", 8, 10), Token("supply", 11, 13)]


@pytest.mark.parametrize(
    ("marks", "matches"),
    [
        (Marks(), ()),
        (Marks(words={"공급망"}), ((0, 3),)),
        (Marks(words={"조기경보", "체계"}), ((4, 8), (8, 10))),
        (Marks(runs={("조기", "기경"): None}), ((4, 7),)),
        (Marks(words={"조기경보"}, runs={("경보", "보체"): None}), ((4, 9),)),
        (Marks(stems={("체계", "supply"): None}), ((8, 13),)),
    ],
)
def test_what_is_marked(marks: Marks, matches: tuple[tuple[int, int], ...]) -> None:
    assert matches_in(TEXT, WORDS, marks, ()) == matches


def test_parties_are_marked_by_the_words_that_mention_them() -> None:
    assert matches_in(TEXT, WORDS, Marks(), ["베트남", "없음", ""]) == ((18, 21),)


@pytest.mark.parametrize(
    ("text", "source", "matches", "places"),
    [
        ("공급망 협력", "공급망 협력", [(0, 3), (4, 6)], ((10, 13), (14, 16))),
        ("공급망 협력", "공급\n망 협력", [(0, 3), (4, 6)], ((10, 14), (15, 17))),
        ("공급망 협력", "공급망\n   협력", [(4, 6)], ((17, 19),)),
        ("cooperation", "cooper-\nation", [(0, 11)], ((10, 23),)),
        ("공급망 협력", "다른 말", [(0, 3)], ()),
        ("공급망", "공급망", [], ()),
    ],
)
def test_places_in_the_document(
    text: str, source: str, matches: list[tuple[int, int]], places: tuple[tuple[int, int], ...]
) -> None:
    assert places_of(text, matches, source, 10) == places


@given(words=st.lists(st.text("가나다abc", min_size=1, max_size=4), min_size=1, max_size=8), data=st.data())
@settings(deadline=None)
def test_broken_lines_do_not_move_matches(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    breaks = data.draw(
        st.lists(st.sampled_from([" ", "\n", "\n  "]), min_size=len(words), max_size=len(words))
    )
    source = "".join(word + blank for word, blank in zip(words, breaks, strict=True)).rstrip()
    chosen = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:chosen])) + bool(chosen)
    (found,) = places_of(text, [(start, start + len(words[chosen]))], source, 0)
    assert source[found[0] : found[1]] == words[chosen]
