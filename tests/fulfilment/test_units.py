"""Units of series as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.fulfilment.units import unit_of


@pytest.mark.parametrize(
    ("written", "name", "factor"),
    [
        ("억불", "USD", 100_000_000),
        ("백만 달러", "USD", 1_000_000),
        ("10억 달러", "USD", 1_000_000_000),
        ("USD million", "USD", 1_000_000),
        ("billion USD", "USD", 1_000_000_000),
        ("US$ billion", "USD", 1_000_000_000),
        ("억원", "KRW", 100_000_000),
        ("만명", "person", 10_000),
        ("people", "person", 1),
        ("%", "percent", 1),
        ("%p", "percentage_point", 1),
        ("건", "count", 1),
        ("톤", "tonne", 1),
        ("USD", "USD", 1),
        ("gigawatt_hour", "gigawatt_hour", 1),
    ],
)
def test_units(written: str, name: str, factor: float) -> None:
    assert unit_of(written) == (name, factor)


@pytest.mark.parametrize("written", ["", " ", "쌀가마", "12", "억불 그리고", "x" * 50, "Unit!"])
def test_no_units(written: str) -> None:
    assert unit_of(written) is None


@given(st.text(max_size=45))
def test_any_words_are_a_unit_or_none(written: str) -> None:
    found = unit_of(written)
    assert found is None or found.name
