"""English quantities: value and unit."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.statements.context import StatementContext
from yaksok.statements.english.quantities import find_quantities
from yaksok.statements.english.times import find_times

CONTEXT = StatementContext(document_date=date(2024, 11, 18), date_precision="day")

QUANTITIES: tuple[tuple[str, list[tuple[float, str]]], ...] = (
    ("more than $2.3 million and EUR 40,000", [(2300000, "USD"), (40000, "EUR")]),
    (
        "1.5 billion yen, ¥300 million, 20 million pounds",
        [(1500000000, "JPY"), (300000000, "JPY"), (20000000, "GBP")],
    ),
    ("30,000 soldiers and 12,000 jobs", [(30000, "person"), (12000, "count")]),
    ("5,000 public health workers in seven states", [(5000, "person"), (7, "count")]),
    ("40 percent, 3.5%, two percent", [(40, "percent"), (3.5, "percent"), (2, "percent")]),
    ("100,000 tons of rice and 500 km of road", [(100000, "tonne"), (500, "kilometre")]),
    ("a threefold increase, tripled, doubled", [(3, "times"), (2, "times")]),
    ("met three times and twice", [(3, "count"), (2, "count")]),
    ("five projects, two airports, one road", [(5, "count"), (2, "count")]),
    ("the two countries, both sides, two-way trade, the two Presidents", []),
    ("hundreds of firms, several states, the third round, trilateral talks", []),
    ("1,500 a year", [(1500, "count")]),
    ("Section 232, No. 5, Article 9, paragraph 3, Resolution 2397", []),
    ("a five-year plan, a 10-day visit, a three-month delay", [(5, "year"), (10, "day"), (3, "month")]),
    ("every six months, over five years", [(6, "month"), (5, "year")]),
    ("9 of the 14 laboratories", [(9, "count"), (14, "count")]),
    (
        "200 km, 30MW, 1.2 GW, 1.5°C",
        [(200, "kilometre"), (30, "megawatt"), (1.2, "gigawatt"), (1.5, "celsius")],
    ),
    ("G7, G20, COVID-19, 5G, F-35, K9, 2+2, COP28, P4G, 24/7", []),
    (
        "17,000 Australians, 200 Koreans and 30 Filipinos",
        [(17000, "person"), (200, "person"), (30, "person")],
    ),
    ("10 to 15 percent", [(10, "percent"), (15, "percent")]),
    ("twelve countries and twenty-one economies", [(12, "count"), (21, "count")]),
    ("five million people and one million doses", [(5000000, "person"), (1000000, "count")]),
    ("double taxation and double-digit growth", []),
    ("will double trade, doubling aid", [(2, "times")]),
    ("twice as many as before", [(2, "times")]),
    ("three times as large", [(3, "times")]),
    ("$50-100 million", [(50000000, "USD"), (100000000, "USD")]),
    ("a 12-member delegation of 3 ministers", [(12, "person"), (3, "person")]),
    ("two million won and two frigates", [(2000000, "KRW"), (2, "count")]),
    ("all 27 EU member states", [(27, "count")]),
    ("Pillar 2, Phase III, Tier 1, Track 1.5, Annex 4", []),
    ("eleven member states and 250 participants", [(11, "count"), (250, "person")]),
    (
        "A$69.2 billion, C$20 million, US$ 5 million, S$3 million",
        [(69200000000, "AUD"), (20000000, "CAD"), (5000000, "USD"), (3000000, "SGD")],
    ),
    ("1,300 megawatts of capacity", [(1300, "megawatt")]),
    ("the two leaders of the three countries", [(3, "count")]),
    ("one hundred scholarships", [(100, "count")]),
    ("48 hours", [(48, "hour")]),
    ("US$1.5bn and €200m", [(1500000000, "USD"), (200000000, "EUR")]),
    ("0.7 percentage points", [(0.7, "percentage_point")]),
    ("100,000 metric tons", [(100000, "tonne")]),
)


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantities(text: str, expected: list[tuple[float, str]]) -> None:
    found = find_quantities(text, find_times(text, CONTEXT))
    assert [(m.value, m.unit) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("about $2.3 million in aid", "$2.3 million"),
        ("more than 30,000 soldiers", "30,000"),
        ("up to 40 percent of them", "40 percent"),
        ("met three times", "three times"),
        ("EUR 9.5 million", "EUR 9.5 million"),
        ("1.2 million tons of CO2", "1.2 million tons"),
    ],
)
def test_the_text_is_number_and_unit(text: str, words: str) -> None:
    assert [m.text for m in find_quantities(text, ())] == [words]


def test_numbers_in_times_are_no_quantities() -> None:
    text = "within 90 days and over the next five years, from 2026 to 2030"
    assert find_quantities(text, find_times(text, CONTEXT)) == ()


def test_large_values_are_whole() -> None:
    (found,) = find_quantities("1.52 trillion won", ())
    assert found.value == 1_520_000_000_000
    assert isinstance(found.value, int)


def test_bare_figures_of_a_table_take_the_unit_of_its_heading() -> None:
    context = StatementContext(trail=("Exports (USD million)",))
    assert [(m.value, m.unit) for m in find_quantities("Chips 1,250", (), context=context)] == [
        (1_250_000_000, "USD")
    ]


@given(st.text(alphabet="0123456789,.$€% million two three-fold percent USD (years)", max_size=200))
def test_spans_give_the_text_back(text: str) -> None:
    for mention in find_quantities(text, ()):
        assert text[mention.span[0] : mention.span[1]] == mention.text


@pytest.mark.parametrize("piece", ["1,", "1.", "$", "12 ", "USD ", "three ", "1-"])
def test_long_lines_take_linear_time(piece: str) -> None:
    started = time.perf_counter()
    find_quantities(piece * 20_000, ())
    assert time.perf_counter() - started < 5
