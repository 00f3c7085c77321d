"""A measured series beside a target."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.fulfilment.measuring import measure
from yaksok.records.promise import Measured, NumericTarget, Observation, Worded

AS_OF = date(2025, 1, 31)


def target(
    value: float, unit: str, comparison: Any, *, by: str | None = "2020-12-31", base: int | None = None
) -> NumericTarget:
    words = Worded("교역량", (0, 3))
    return NumericTarget(words, value, unit, comparison, words, by=by, base_year=base)


def series(unit: str, **years: float) -> list[Observation]:
    return [
        Observation(f"{year[1:]}-12-31", value, unit, "협회", f"{year[1:]}-01-01", n)
        for n, (year, value) in enumerate(years.items(), start=2)
    ]


def told(found: Measured) -> tuple[str, float | None, str | None]:
    margin = None if found.margin is None else round(found.margin, 6)
    return found.outcome, margin, found.observation.date[:4] if found.observation else None


@pytest.mark.parametrize(
    ("aim", "observed", "expected"),
    [
        (target(300, "USD", "at_least"), series("USD", y2018=250, y2020=310), ("reached", 10, "2020")),
        (target(300, "USD", "at_least"), series("USD", y2018=250, y2020=300), ("reached", 0, "2020")),
        # Reached early counts, also where it was lost again.
        (target(300, "USD", "at_least"), series("USD", y2019=305, y2020=290), ("reached", 5, "2019")),
        (target(300, "USD", "at_least"), series("USD", y2018=250, y2020=290), ("short", -10, "2020")),
        (
            target(300, "USD", "at_least"),
            series("USD", y2018=250, y2020=240),
            ("wrong_direction", -60, "2020"),
        ),
        # The last value before the due date decides, not one after it.
        (target(300, "USD", "at_least"), series("USD", y2019=290, y2021=310), ("short", -10, "2019")),
        # A value far older than the due date decides nothing.
        (target(300, "USD", "at_least"), series("USD", y2018=250, y2021=310), ("no_data", None, None)),
        (target(300, "USD", "at_least"), [], ("no_data", None, None)),
        (target(300, "USD", "at_least"), series("KRW", y2020=310), ("no_data", None, None)),
        (target(300, "USD", "at_least", by="2027-12-31"), series("USD", y2024=290), ("not_yet", -10, "2024")),
        (target(300, "USD", "at_least", by="2027-12-31"), series("USD", y2024=301), ("reached", 1, "2024")),
        (target(300, "USD", "at_least", by=None), series("USD", y2024=290), ("not_yet", -10, "2024")),
        (target(300, "USD", "at_least", by=None), series("USD", y2024=300), ("reached", 0, "2024")),
        (target(3, "percent", "at_most"), series("percent", y2018=5, y2020=3.5), ("short", -0.5, "2020")),
        (target(3, "percent", "at_most"), series("percent", y2018=5, y2020=2.5), ("reached", 0.5, "2020")),
        (
            target(3, "percent", "at_most"),
            series("percent", y2018=5, y2020=6),
            ("wrong_direction", -3, "2020"),
        ),
        (target(2, "percent", "exactly"), series("percent", y2019=2, y2020=2.1), ("short", -0.1, "2020")),
        (target(2, "percent", "exactly"), series("percent", y2019=3, y2020=2), ("reached", 0, "2020")),
        (
            target(40, "percent", "reduction", base=2018),
            series("tonne", y2018=100, y2020=60),
            ("reached", 0, "2020"),
        ),
        (
            target(40, "percent", "reduction", base=2018),
            series("tonne", y2018=100, y2020=70),
            ("short", -10, "2020"),
        ),
        (
            target(40, "percent", "reduction", base=2018),
            series("tonne", y2018=100, y2020=110),
            ("wrong_direction", -50, "2020"),
        ),
        (
            target(40, "percent", "reduction", base=2017),
            series("tonne", y2018=100, y2020=60),
            ("no_data", None, None),
        ),
        (
            target(2, "times", "growth", base=2015),
            series("person", y2015=10, y2020=21),
            ("reached", 1, "2020"),
        ),
        (target(2, "times", "growth"), series("person", y2020=21), ("no_data", None, None)),
        (
            target(10, "percent", "growth", base=2018),
            series("USD", y2018=100, y2020=110),
            ("reached", 0, "2020"),
        ),
        (
            target(0.1, "percent", "at_least"),
            series("percent", y2020=0.1 + 0.2 - 0.2),
            ("reached", 0, "2020"),
        ),
    ],
)
def test_measured(aim: NumericTarget, observed: list[Observation], expected: Any) -> None:
    found = measure(aim, observed, AS_OF)
    assert told(found) == expected, found.sentence
    assert found.sentence.startswith("교역량: ")


def test_what_was_measured_before_the_promise_is_no_fulfilment() -> None:
    aim = target(300, "USD", "at_least")
    found = measure(aim, series("USD", y2017=310, y2018=290, y2020=295), AS_OF, published="2019-03")
    assert told(found) == ("short", -5, "2020")
    fallen = measure(aim, series("USD", y2018=290, y2020=285), AS_OF, published="2019-03")
    assert fallen.outcome == "wrong_direction"


def test_a_growth_without_a_year_is_from_the_day_of_the_promise() -> None:
    aim = target(2, "times", "growth")
    observed = series("person", y2018=10, y2020=21)
    assert told(measure(aim, observed, AS_OF, published="2019-03")) == ("reached", 1, "2020")


def test_only_what_was_known_on_the_day_counts() -> None:
    observed = series("USD", y2019=290, y2020=310)
    assert measure(target(300, "USD", "at_least"), observed, date(2020, 6, 30)).outcome == "not_yet"


def test_reached_too_late_is_short_and_says_so() -> None:
    found = measure(target(300, "USD", "at_least"), series("USD", y2018=250, y2020=290, y2022=320), AS_OF)
    assert found.outcome == "short"
    assert "Reached later: 320 USD" in found.sentence
    assert "10 short of the target of 300 USD by 2020-12-31" in found.sentence
    assert "(협회)" in found.sentence


@given(
    st.lists(st.tuples(st.dates(date(2010, 1, 1), date(2024, 12, 31)), st.floats(-1e12, 1e12)), max_size=12),
    st.sampled_from(["at_least", "at_most", "exactly", "growth", "reduction"]),
    st.floats(-1e6, 1e6),
)
def test_a_reached_target_has_no_negative_margin(
    values: list[tuple[date, float]], comparison: str, level: float
) -> None:
    observed = [Observation(day.isoformat(), value, "USD") for day, value in values]
    found = measure(target(level, "USD", comparison), observed, AS_OF, published="2012-01-01")
    assert (found.observation is None) == (found.outcome == "no_data")
    if found.margin is not None:
        assert (found.margin >= 0) == (found.outcome == "reached") or found.outcome == "not_yet"
