"""Cleaned text that knows where each of its characters stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yaksok.outline.mapped_text import EMPTY, MappedText, from_source, join

TEXT = "가나  다\t라 마바사 아자차"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda pair: (min(pair), max(pair))
)


def points_back(mapped: MappedText) -> bool:
    """Whether every character but joining spaces stands in the source where it says."""
    return all(sign == " " or TEXT[mapped.position(at)] == sign for at, sign in enumerate(mapped.text))


@given(SPANS)
def test_slices_point_back(span: tuple[int, int]) -> None:
    part = from_source(TEXT, 0, len(TEXT)).slice(*span)
    assert part.text == TEXT[span[0] : span[1]].strip()
    assert points_back(part)


@given(st.lists(SPANS, min_size=1, max_size=4), SPANS)
def test_joins_collapse_and_slices_of_them_point_back(
    spans: list[tuple[int, int]], cut: tuple[int, int]
) -> None:
    parts = [from_source(TEXT, *span) for span in spans]
    whole = join(parts, [" "] * len(parts)).collapsed()
    assert "  " not in whole.text
    assert points_back(whole)
    assert points_back(whole.slice(*cut))


def test_left_out_spans_leave_one_space() -> None:
    mapped = from_source("협력* 강화", 0, 6).without([(2, 3)])
    assert mapped.text == "협력 강화"
    assert mapped.source((0, 5)) == (0, 6)
    assert mapped.source((3, 5)) == (4, 6)


def test_order_of_runs() -> None:
    assert join([from_source(TEXT, 0, 2), from_source(TEXT, 4, 5)], ["", ""]).is_contiguous()
    assert not join([from_source(TEXT, 4, 5), from_source(TEXT, 0, 2)], ["", ""]).is_contiguous()
    assert join([EMPTY], [""]) == EMPTY
