"""Reading of one written time, a point or a range of points, at one place of the text.

`read_written` starts at a digit; `with_second` finishes what a word began (올해 3월부터 5월까지).
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from yaksok.statements.intervals import Interval
from yaksok.statements.korean import time_patterns as forms
from yaksok.statements.korean.time_dates import (
    LAST_DAY,
    MONTHS_IN_YEAR,
    PointRead,
    read_after_day,
    read_after_year,
    read_point,
)
from yaksok.statements.korean.time_doubts import (
    QUOTES,
    are_short_years,
    full_year,
    is_plausible_year,
    is_quoted,
    is_short_year,
)
from yaksok.statements.korean.time_points import Point

ReadingKind = Literal["", "compared", "inside", "coming", "past", "span", "limit"]
LONGEST_RANGE_YEARS = 100
# A range shows its dash or middle dot within so many characters: 2024.10(목)~.
RANGE_REACH = 14
TIES = frozenset("~∼〜∽～˜-–—−·‧ㆍ･・")
BEFORE_BARE_YEAR = frozenset(" ([‘“「『'\"’·/~")


class Reading(NamedTuple):
    """What was read: one point, or the first and last point of a range, and where its words end.

    `bare` marks a year without 년, as names have it ("2030 NDC"). `open_end` marks a range that
    is left open ("'23.10월~"). `loose` marks a day of an unnamed month, which other words must
    confirm ("15일" may be a length). `kind` says how a word means its time: "compared" only
    compares with it (전년), "inside" sets a limit (연내), "coming" and "past" point forward and
    back (오는, 지난), "span" and "limit" count from the document. `interval` is there when the
    words were resolved already (어제).
    """

    first: Point
    second: Point | None
    end: int
    bare: bool = False
    open_end: bool = False
    loose: bool = False
    kind: ReadingKind = ""
    interval: Interval | None = None


def read_written(text: str, pos: int, reference_year: int | None) -> Reading | None:
    """The date written at `pos` (a digit), None when the figures there are no date."""
    if not TIES.isdisjoint(text[pos : pos + RANGE_REACH]):
        reading = _read_shared_range(text, pos, reference_year) or _read_year_range(text, pos, reference_year)
        if reading is not None:
            return reading
    found = read_point(text, pos, reference_year)
    if found is not None:
        return with_second(text, *found, reference_year)
    return _read_day(text, pos, reference_year) or _read_bare_year(text, pos, reference_year)


def _read_day(text: str, pos: int, reference_year: int | None) -> Reading | None:
    """A day of an unnamed month: 3일(수), 15일."""
    match = forms.DAY_WORD.match(text, pos)
    if match is None or not 1 <= int(match[1]) <= LAST_DAY:
        return None
    loose = match["weekday"] is None and match["daytime"] is None
    reading = with_second(text, Point("day", None, 0, int(match[1])), match.end(), reference_year)
    return reading._replace(loose=loose)


def _read_bare_year(text: str, pos: int, reference_year: int | None) -> Reading | None:
    """A year without 년: 2030, '26."""
    match = forms.BARE_YEAR.match(text, pos)
    if match is not None and (pos == 0 or text[pos - 1] in BEFORE_BARE_YEAR):
        return Reading(Point("year", int(match[1])), None, match.end(), bare=True)
    return _read_quoted_year(text, pos, reference_year) if is_quoted(text, pos) else None


def _read_quoted_year(text: str, pos: int, reference_year: int | None) -> Reading | None:
    """A shortened year on its own: '26."""
    match = forms.QUOTED_YEAR.match(text, pos)
    if match is None:
        return None
    point, end = read_after_year(text, match.end(), full_year(match[0], reference_year))
    return with_second(text, point, end, reference_year)


def _read_shared_range(text: str, pos: int, reference_year: int | None) -> Reading | None:
    """Two numbers with one calendar word: 19~21년, 25.4-10월, 5~6월, 26~27일, 1~3분기."""
    match = forms.SHARED_RANGE.match(text, pos)
    if match is None:
        return None
    unit = match["unit"]
    if unit[0] == "년":
        reading = _shared_years(text, match, reference_year)
    elif unit == "월":
        reading = _shared_months(match, reference_year)
    elif match["c"] is not None or (unit != "일" and match["b"] is not None):
        return None
    elif unit == "일":
        reading = _shared_days(text, match)
    else:
        first, last = int(match["a"]), int(match["d"])
        ordered = 1 <= first < last <= 4
        reading = (
            Reading(Point("quarter", None, first), Point("quarter", None, last), match.end())
            if ordered
            else None
        )
    if reading is None or match["dot"] is None:
        return reading
    return _listed(reading, match)


def _listed(reading: Reading, match: re.Match[str]) -> Reading:
    """A middle dot lists: neighbours are one time (4·5월), others and years are times of their own (3·6월)."""
    second = reading.second
    if second is not None and reading.first.unit != "year":
        step = (
            second.day - reading.first.day
            if reading.first.unit == "day"
            else second.number - reading.first.number
        )
        if step == 1:
            return reading
    return Reading(reading.first, None, match.start("dot"), loose=reading.loose)


def _shared_years(text: str, match: re.Match[str], reference_year: int | None) -> Reading | None:
    digits = match["a"], match["d"]
    if match["b"] or match["c"] or any(len(part) not in {2, 4} for part in digits):
        return None
    first, last = (full_year(part, reference_year) for part in digits)
    if not (is_plausible_year(first) and first < last <= first + LONGEST_RANGE_YEARS):
        return None
    short = len(digits[1]) == 2 and len(digits[0]) == 2
    if (
        short
        and match["unit"] == "년"
        and not is_short_year(text, match.start(), match.end(), digits[1], reference_year)
    ):
        return None
    point, end = read_after_year(text, match.end(), last)
    return Reading(Point("year", first), point, end)


def _shared_months(match: re.Match[str], reference_year: int | None) -> Reading | None:
    year = None if match["b"] is None else full_year(match["a"], reference_year)
    if match["b"] is not None and len(match["a"]) not in {2, 4}:
        return None
    last_year = None if match["c"] is None else full_year(match["c"], reference_year)
    first, last = int(match["b"] or match["a"]), int(match["d"])
    if not (1 <= first <= MONTHS_IN_YEAR and 1 <= last <= MONTHS_IN_YEAR):
        return None
    return Reading(Point("month", year, first), Point("month", last_year or year, last), match.end())


def _shared_days(text: str, match: re.Match[str]) -> Reading | None:
    first, last = int(match["b"] or match["a"]), int(match["d"])
    month = 0 if match["b"] is None else int(match["a"])
    if not (1 <= first < last <= LAST_DAY and month <= MONTHS_IN_YEAR):
        return None
    end = read_after_day(text, match.end())
    return Reading(Point("day", None, month, first), Point("day", None, month, last), end, loose=not month)


def _read_year_range(text: str, pos: int, reference_year: int | None) -> Reading | None:
    """Two years without a calendar word: 2021~2025, 2026-30, (24-25), '23~'25."""
    match = forms.YEAR_RANGE.match(text, pos)
    if match is None:
        return None
    digits = match["a"], match["b"]
    quoted = match["quote"] is not None
    if len(digits[0]) == 2 and not quoted and not are_short_years(text, pos, digits, reference_year):
        return None
    first = full_year(digits[0], reference_year)
    last = full_year(digits[1], first if len(digits[1]) == 2 else None)
    if not (is_plausible_year(first) and first < last <= first + LONGEST_RANGE_YEARS):
        return None
    return Reading(Point("year", first), Point("year", last), match.end())


def with_second(text: str, first: Point, end: int, reference_year: int | None) -> Reading:
    """The point with the second one that a dash or 부터 … 까지 ties to it."""
    if first.unit == "year" and not first.part:
        shared = _read_range_of_year(text, first, end, reference_year)
        if shared is not None:
            return shared
    sign = text[end : end + 2].lstrip(" ")[:1]
    if sign in TIES:
        if forms.OPEN_DASH.match(text, end):
            return Reading(first, None, end, open_end=True)
        dash = forms.JOINING_DASH.match(text, end)
        second = None if dash is None else _read_second(text, dash.end(), first, reference_year)
        return Reading(first, *(second or (None, end)))
    start = forms.FROM.match(text, end) if sign == "부" else None
    if start is not None:
        second = _read_second(text, start.end(), first, reference_year)
        closing = None if second is None else forms.UNTIL.match(text, second[1])
        if second is not None and closing is not None:
            return Reading(first, second[0], closing.end())
    return Reading(first, None, end)


def _read_range_of_year(text: str, year: Point, end: int, reference_year: int | None) -> Reading | None:
    """A range of months or quarters behind its year: 2024년 1~10월, 올해 1~3분기."""
    start = end + text.startswith(" ", end)
    if not "0" <= text[start : start + 1] <= "9" or TIES.isdisjoint(text[start : start + RANGE_REACH]):
        return None
    reading = _read_shared_range(text, start, reference_year)
    if reading is None or reading.first.unit not in {"month", "quarter"} or reading.first.year is not None:
        return None
    return reading._replace(first=reading.first._replace(year=year.year))


def _read_second(text: str, pos: int, first: Point, reference_year: int | None) -> PointRead | None:
    if pos < len(text) and text[pos] in QUOTES:
        pos += 1
    found = read_point(text, pos, reference_year)
    if found is not None:
        return found
    if first.unit == "day":
        match = forms.DOTTED_SECOND.match(text, pos)
        if match is not None and 1 <= int(match["day"]) <= LAST_DAY:
            return Point("day", None, int(match["month"] or 0), int(match["day"])), match.end()
    if first.unit == "month":
        match = forms.MONTH_SECOND.match(text, pos)
        if match is not None and 1 <= int(match["month"]) <= MONTHS_IN_YEAR:
            year = None if match["year"] is None else full_year(match["year"], reference_year)
            return Point("month", year, int(match["month"])), match.end()
    if first.unit == "year":
        quoted = forms.QUOTED_YEAR.match(text, pos)
        if quoted is not None:
            return Point("year", full_year(quoted[0], reference_year)), quoted.end()
    return None
