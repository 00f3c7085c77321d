"""Calendar arithmetic that the time grammars of all languages share.

An interval holds its first and its last day, both included; None leaves a side open. The
functions know no words: a grammar decides that "early" is the first third, this module which
days that is. A calendar part that does not exist (month 13, 30 February, fifth quarter) gives
None, never an error. Thirds, halves and open sides follow the reading contract (decisions 24,
41 and, for English, 23 to 27).
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

MONTHS_IN_YEAR = 12
DAYS_IN_WEEK = 7
THIRTY_DAY_MONTHS = frozenset({4, 6, 9, 11})

# Where the first and the second third of a whole end: months of a year, days of a month,
# years of a decade (0-3, 4-6, 7-9) and of a century.
MONTH_THIRDS = ((1, 4), (5, 8), (9, 12))
DAY_THIRDS = ((1, 10), (11, 20), (21, 31))
DECADE_THIRDS = ((0, 3), (4, 6), (7, 9))
CENTURY_THIRDS = ((1, 33), (34, 66), (67, 100))

# How far after the reference year a two-digit year may lie before it means the century before.
YEARS_AHEAD = 30

CalendarUnit = Literal["year", "month", "week", "day"]
SEASON_FIRST_MONTHS = (3, 6, 9, 12)


class Interval(NamedTuple):
    """Days from `start` to `end`, both included; None leaves that side open."""

    start: date | None
    end: date | None


def is_year(year: int) -> bool:
    """Whether the calendar has the year."""
    return MINYEAR <= year <= MAXYEAR


def days_in_month(year: int, month: int) -> int:
    """Number of days of a month (1 to 12)."""
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in THIRTY_DAY_MONTHS else 31


@lru_cache(maxsize=2048)
def months_interval(year: int, first: int, last: int) -> Interval | None:
    """From the first day of month `first` to the last day of month `last` of one year."""
    if not (is_year(year) and 1 <= first <= last <= MONTHS_IN_YEAR):
        return None
    return Interval(date(year, first, 1), date(year, last, days_in_month(year, last)))


def years_interval(first: int, last: int) -> Interval | None:
    """From 1 January of `first` to 31 December of `last`."""
    if not (is_year(first) and is_year(last) and first <= last):
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31))


def year_interval(year: int) -> Interval | None:
    """The whole year."""
    return years_interval(year, year)


def half_interval(year: int, half: int) -> Interval | None:
    """The first or second half of a year (1 or 2)."""
    return months_interval(year, 6 * half - 5, 6 * half)


def quarter_interval(year: int, quarter: int) -> Interval | None:
    """A quarter of a year (1 to 4)."""
    return months_interval(year, 3 * quarter - 2, 3 * quarter)


def month_interval(year: int, month: int) -> Interval | None:
    """The whole month."""
    return months_interval(year, month, month)


def day_interval(year: int, month: int, day: int) -> Interval | None:
    """One day, None when the calendar has no such day."""
    if not (is_year(year) and 1 <= month <= MONTHS_IN_YEAR and 1 <= day <= days_in_month(year, month)):
        return None
    only = date(year, month, day)
    return Interval(only, only)


def days_interval(year: int, month: int, first: int, last: int) -> Interval | None:
    """Days `first` to `last` of one month; `last` is cut at the month's end."""
    if not (is_year(year) and 1 <= month <= MONTHS_IN_YEAR):
        return None
    last = min(last, days_in_month(year, month))
    if not 1 <= first <= last:
        return None
    return Interval(date(year, month, first), date(year, month, last))


def month_third_interval(year: int, month: int, third: int) -> Interval | None:
    """Early (1), middle (2) or late (3) part of a month: days 1-10, 11-20, 21 to the end."""
    if not 1 <= third <= 3:
        return None
    first, last = DAY_THIRDS[third - 1]
    return days_interval(year, month, first, last)


def year_third_interval(year: int, third: int) -> Interval | None:
    """Early (1), middle (2) or late (3) part of a year: January-April, May-August, September-December."""
    if not 1 <= third <= 3:
        return None
    first, last = MONTH_THIRDS[third - 1]
    return months_interval(year, first, last)


def season_interval(year: int, season: int) -> Interval | None:
    """Spring (1), summer (2), autumn (3) or winter (4): March-May and so on; winter ends in February after."""
    if not (1 <= season <= 4 and is_year(year)):
        return None
    first = SEASON_FIRST_MONTHS[season - 1]
    if season < 4:
        return months_interval(year, first, first + 2)
    if not is_year(year + 1):
        return None
    return Interval(date(year, 12, 1), date(year + 1, 2, days_in_month(year + 1, 2)))


def decade_interval(first_year: int, third: int = 0) -> Interval | None:
    """The ten years from `first_year`, or their early, middle or late part (1 to 3)."""
    first, last = DECADE_THIRDS[third - 1] if 1 <= third <= 3 else (0, 9)
    return years_interval(first_year + first, first_year + last)


def century_interval(century: int, third: int = 0) -> Interval | None:
    """A century (21 is 2001 to 2100), or its early, middle or late part (1 to 3)."""
    first, last = CENTURY_THIRDS[third - 1] if 1 <= third <= 3 else (1, 100)
    before = (century - 1) * 100
    return years_interval(before + first, before + last)


def century_half_interval(century: int, half: int) -> Interval | None:
    """The first or second fifty years of a century."""
    before = (century - 1) * 100 + 50 * (half - 1)
    return years_interval(before + 1, before + 50)


def fiscal_year_interval(year: int, first_month: int, *, named_after_end: bool) -> Interval | None:
    """Twelve months from `first_month`.

    `named_after_end` says whether the year's number is that of its last month (United States:
    fiscal year 2024 is October 2023 to September 2024) or of its first (Japan).
    """
    if not 1 <= first_month <= MONTHS_IN_YEAR:
        return None
    first_year = year - 1 if named_after_end and first_month > 1 else year
    last_year = first_year if first_month == 1 else first_year + 1
    last_month = (first_month - 2) % MONTHS_IN_YEAR + 1
    if not (is_year(first_year) and is_year(last_year)):
        return None
    return Interval(
        date(first_year, first_month, 1), date(last_year, last_month, days_in_month(last_year, last_month))
    )


def week_interval(day: date, weeks: int = 0) -> Interval | None:
    """Monday to Sunday around `day`, moved by whole weeks (-1 is the week before)."""
    try:
        monday = day + timedelta(days=DAYS_IN_WEEK * weeks - day.weekday())
        return Interval(monday, monday + timedelta(days=6))
    except OverflowError:
        return None


def shift_day(day: date, amount: int, unit: CalendarUnit) -> date | None:
    """The day `amount` units later (earlier when negative), None outside the calendar.

    A month too short for the day gives its last day: 31 January and one month is 28 February.
    """
    if unit in {"day", "week"}:
        try:
            return day + timedelta(days=amount * (DAYS_IN_WEEK if unit == "week" else 1))
        except OverflowError:
            return None
    months = day.year * MONTHS_IN_YEAR + day.month - 1 + amount * (MONTHS_IN_YEAR if unit == "year" else 1)
    year, month = divmod(months, MONTHS_IN_YEAR)
    if not is_year(year):
        return None
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def span_after(day: date, amount: int, unit: CalendarUnit) -> Interval | None:
    """The span counted from a day on: `day` to `day` + amount ("the next five years")."""
    end = shift_day(day, amount, unit)
    return None if end is None else Interval(day, end)


def span_before(day: date, amount: int, unit: CalendarUnit) -> Interval | None:
    """The span counted back from a day ("the past three years")."""
    start = shift_day(day, -amount, unit)
    return None if start is None else Interval(start, day)


def span_from_start(first: Interval, amount: int, unit: CalendarUnit) -> Interval | None:
    """Whole units from the first day of `first`: July 2025 and three years end on 30 June 2028."""
    if first.start is None:
        return None
    after = shift_day(first.start, amount, unit)
    last = None if after is None else shift_day(after, -1, "day")
    return None if last is None else Interval(first.start, last)


def joined(first: Interval, last: Interval) -> Interval | None:
    """From the start of `first` to the end of `last`; None when that would run backwards."""
    if first.start is not None and last.end is not None and first.start > last.end:
        return None
    return Interval(first.start, last.end)


def until(interval: Interval) -> Interval:
    """Everything up to the end: "by 2030"."""
    return Interval(None, interval.end)


def since(interval: Interval) -> Interval:
    """Everything from the start on: "since 2019"."""
    return Interval(interval.start, None)


def after(interval: Interval) -> Interval | None:
    """Everything that follows the end: "post-2025" begins on 1 January 2026."""
    if interval.end is None:
        return None
    start = shift_day(interval.end, 1, "day")
    return None if start is None else Interval(start, None)


def expand_two_digit_year(two_digits: int, reference_year: int | None) -> int:
    """The full year that two digits mean near a reference year.

    The year lies at most thirty years after the reference year, otherwise in the century
    before. Without a reference, 00-50 belong to the 2000s.
    """
    if reference_year is None:
        return two_digits + (2000 if two_digits <= 50 else 1900)
    latest = reference_year + YEARS_AHEAD
    return latest - (latest - two_digits) % 100


@lru_cache(maxsize=4096)
def iso_dates(interval: Interval) -> tuple[str | None, str | None]:
    """Both sides as ISO dates."""
    start, end = interval
    return (None if start is None else start.isoformat(), None if end is None else end.isoformat())
