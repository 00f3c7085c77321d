"""Calendar arithmetic that the time grammars share."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.statements import intervals
from yaksok.statements.intervals import CalendarUnit, Interval


def dates(interval: Interval | None) -> str | None:
    return None if interval is None else "..".join(side or "" for side in intervals.iso_dates(interval))


@pytest.mark.parametrize(
    ("interval", "want"),
    [
        (intervals.year_interval(2024), "2024-01-01..2024-12-31"),
        (intervals.years_interval(2024, 2025), "2024-01-01..2025-12-31"),
        (intervals.years_interval(2025, 2024), None),
        (intervals.half_interval(2024, 1), "2024-01-01..2024-06-30"),
        (intervals.half_interval(2024, 2), "2024-07-01..2024-12-31"),
        (intervals.half_interval(2024, 3), None),
        (intervals.quarter_interval(2024, 1), "2024-01-01..2024-03-31"),
        (intervals.quarter_interval(2024, 4), "2024-10-01..2024-12-31"),
        (intervals.quarter_interval(2024, 0), None),
        (intervals.quarter_interval(2024, 5), None),
        (intervals.month_interval(2024, 2), "2024-02-01..2024-02-29"),
        (intervals.month_interval(2100, 2), "2100-02-01..2100-02-28"),
        (intervals.month_interval(2000, 2), "2000-02-01..2000-02-29"),
        (intervals.month_interval(2024, 13), None),
        (intervals.months_interval(2025, 4, 10), "2025-04-01..2025-10-31"),
        (intervals.day_interval(2024, 2, 29), "2024-02-29..2024-02-29"),
        (intervals.day_interval(2023, 2, 29), None),
        (intervals.day_interval(0, 1, 1), None),
        (intervals.days_interval(2024, 2, 21, 31), "2024-02-21..2024-02-29"),
        (intervals.days_interval(2024, 2, 30, 31), None),
        (intervals.days_interval(2024, 14, 1, 2), None),
        (intervals.month_third_interval(2021, 10, 1), "2021-10-01..2021-10-10"),
        (intervals.month_third_interval(2021, 10, 2), "2021-10-11..2021-10-20"),
        (intervals.month_third_interval(2021, 11, 3), "2021-11-21..2021-11-30"),
        (intervals.month_third_interval(2021, 11, 4), None),
        (intervals.year_third_interval(2025, 1), "2025-01-01..2025-04-30"),
        (intervals.year_third_interval(2025, 2), "2025-05-01..2025-08-31"),
        (intervals.year_third_interval(2025, 3), "2025-09-01..2025-12-31"),
        (intervals.year_third_interval(2025, 0), None),
        (intervals.season_interval(2025, 3), "2025-09-01..2025-11-30"),
        (intervals.season_interval(2023, 4), "2023-12-01..2024-02-29"),
        (intervals.season_interval(MAXYEAR, 4), None),
        (intervals.season_interval(2025, 5), None),
        (intervals.decade_interval(2020), "2020-01-01..2029-12-31"),
        (intervals.decade_interval(1990, 1), "1990-01-01..1993-12-31"),
        (intervals.decade_interval(1990, 3), "1997-01-01..1999-12-31"),
        (intervals.century_interval(21), "2001-01-01..2100-12-31"),
        (intervals.century_interval(21, 1), "2001-01-01..2033-12-31"),
        (intervals.century_interval(101), None),
        (intervals.century_half_interval(20, 2), "1951-01-01..2000-12-31"),
        (intervals.fiscal_year_interval(2024, 10, named_after_end=True), "2023-10-01..2024-09-30"),
        (intervals.fiscal_year_interval(2024, 4, named_after_end=False), "2024-04-01..2025-03-31"),
        (intervals.fiscal_year_interval(2024, 1, named_after_end=True), "2024-01-01..2024-12-31"),
        (intervals.fiscal_year_interval(2024, 13, named_after_end=True), None),
        (intervals.fiscal_year_interval(MAXYEAR, 4, named_after_end=False), None),
        (intervals.week_interval(date(2025, 1, 17)), "2025-01-13..2025-01-19"),
        (intervals.week_interval(date(2025, 1, 13), -1), "2025-01-06..2025-01-12"),
        (intervals.week_interval(date(2025, 1, 19), 1), "2025-01-20..2025-01-26"),
        (intervals.week_interval(date.max, 1), None),
        (intervals.span_after(date(2025, 1, 17), 5, "year"), "2025-01-17..2030-01-17"),
        (intervals.span_before(date(2025, 1, 17), 3, "year"), "2022-01-17..2025-01-17"),
        (intervals.span_after(date(2025, 1, 17), 90, "day"), "2025-01-17..2025-04-17"),
        (intervals.span_after(date.max, 1, "day"), None),
        (intervals.span_before(date.min, 1, "month"), None),
        (intervals.span_from_start(Interval(date(2025, 7, 1), date(2025, 7, 31)), 3, "year"), "2025-07-01..2028-06-30"),
        (intervals.span_from_start(Interval(None, date(2025, 7, 31)), 3, "year"), None),
        (intervals.until(Interval(date(2030, 1, 1), date(2030, 12, 31))), "..2030-12-31"),
        (intervals.since(Interval(date(2019, 1, 1), date(2019, 12, 31))), "2019-01-01.."),
        (intervals.after(Interval(date(2025, 1, 1), date(2025, 12, 31))), "2026-01-01.."),
        (intervals.after(Interval(date(2025, 1, 1), None)), None),
        (intervals.after(Interval(None, date.max)), None),
        (intervals.joined(Interval(date(2025, 1, 1), date(2025, 1, 2)), Interval(date(2025, 2, 1), None)), "2025-01-01.."),
        (intervals.joined(Interval(date(2025, 1, 1), None), Interval(None, date(2024, 1, 1))), None),
    ],
)  # fmt: skip
def test_intervals(interval: Interval | None, want: str | None) -> None:
    assert dates(interval) == want


@pytest.mark.parametrize(
    ("day", "amount", "unit", "want"),
    [
        (date(2025, 1, 31), 1, "month", date(2025, 2, 28)),
        (date(2024, 2, 29), 1, "year", date(2025, 2, 28)),
        (date(2024, 3, 31), -1, "month", date(2024, 2, 29)),
        (date(2025, 1, 17), -13, "month", date(2023, 12, 17)),
        (date(2025, 1, 17), 2, "week", date(2025, 1, 31)),
        (date(2025, 1, 17), -17, "day", date(2024, 12, 31)),
        (date(9999, 12, 1), 1, "month", None),
        (date(1, 1, 1), -1, "year", None),
        (date(9999, 12, 31), 1, "week", None),
    ],
)
def test_shift_day(day: date, amount: int, unit: CalendarUnit, want: date | None) -> None:
    assert intervals.shift_day(day, amount, unit) == want


@pytest.mark.parametrize(
    ("digits", "reference", "want"),
    [
        (96, 2019, 1996), (19, 2019, 2019), (30, 2019, 2030), (50, 2021, 2050), (50, 2025, 2050), (0, 2025, 2000),
        (56, 2025, 1956), (55, 2025, 2055), (99, 1998, 1999), (5, 1998, 2005), (50, None, 2050), (51, None, 1951),
    ],
)  # fmt: skip
def test_two_digit_years(digits: int, reference: int | None, want: int) -> None:
    assert intervals.expand_two_digit_year(digits, reference) == want


YEARS = st.integers(min_value=1, max_value=MAXYEAR)


@given(YEARS)
def test_parts_tile_the_year(year: int) -> None:
    whole = intervals.year_interval(year)
    for parts in (
        [intervals.half_interval(year, part) for part in (1, 2)],
        [intervals.quarter_interval(year, part) for part in (1, 2, 3, 4)],
        [intervals.year_third_interval(year, part) for part in (1, 2, 3)],
        [intervals.month_interval(year, part) for part in range(1, 13)],
    ):
        assert_tiles(whole, parts)


@given(YEARS, st.integers(min_value=1, max_value=12))
def test_thirds_tile_the_month(year: int, month: int) -> None:
    thirds = [intervals.month_third_interval(year, month, third) for third in (1, 2, 3)]
    assert_tiles(intervals.month_interval(year, month), thirds)


def assert_tiles(whole: Interval | None, parts: list[Interval | None]) -> None:
    assert whole is not None
    found = [part for part in parts if part is not None]
    assert len(found) == len(parts)
    assert (found[0].start, found[-1].end) == whole
    for first, following in pairwise(found):
        assert first.end is not None
        assert following.start == first.end + timedelta(days=1)


@given(
    st.dates(),
    st.integers(min_value=-3000, max_value=3000),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_shift_stays_in_the_calendar(day: date, amount: int, unit: CalendarUnit) -> None:
    moved = intervals.shift_day(day, amount, unit)
    if moved is None:
        return
    assert (moved > day) == (amount > 0)
    back = intervals.shift_day(moved, -amount, unit)
    assert back is not None
    assert abs((back - day).days) <= 3


@given(st.dates(), st.integers(min_value=-60, max_value=60))
def test_weeks_run_from_monday_to_sunday(day: date, weeks: int) -> None:
    week = intervals.week_interval(day, weeks)
    if week is None:
        return
    assert week.start is not None
    assert week.end is not None
    assert (week.start.weekday(), week.end.weekday()) == (0, 6)
    assert week.start <= day + timedelta(weeks=weeks) <= week.end


@given(st.integers(min_value=0, max_value=99), st.integers(min_value=1900, max_value=2200))
def test_a_two_digit_year_lies_in_its_window(digits: int, reference: int) -> None:
    year = intervals.expand_two_digit_year(digits, reference)
    assert year % 100 == digits
    assert reference - 70 < year <= reference + intervals.YEARS_AHEAD
