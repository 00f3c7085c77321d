"""Calendar points as Korean words give them, and the intervals they mean.

A point keeps what the words say and no more: "4.4." has no year, "15일" neither year nor
month. `point_interval` turns it into days once the missing parts are known.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from yaksok.statements.intervals import (
    Interval,
    century_half_interval,
    century_interval,
    day_interval,
    decade_interval,
    half_interval,
    month_interval,
    month_third_interval,
    quarter_interval,
    season_interval,
    year_interval,
    year_third_interval,
)

PointUnit = Literal["century", "decade", "year", "half", "quarter", "season", "month", "day"]
Part = Literal["", "early", "middle", "late", "last", "first_half", "second_half"]

THIRDS: dict[str, int] = {"early": 1, "middle": 2, "late": 3, "last": 3}
HALVES: dict[str, int] = {"first_half": 1, "second_half": 2}


class Point(NamedTuple):
    """A place in the calendar.

    `number` is the month, quarter, half, season, century or first year of the decade, 0 when
    the words leave it out; `part` narrows the unit ("초순" is the early part of a month, "말"
    of a year its last month).
    """

    unit: PointUnit
    year: int | None = None
    number: int = 0
    day: int = 0
    part: Part = ""


def point_interval(point: Point, year: int, month: int) -> Interval | None:
    """The days of a point; `year` and `month` serve where the point has none of its own."""
    year = year if point.year is None else point.year
    if point.unit == "day":
        return day_interval(year, point.number or month, point.day)
    if point.unit == "month":
        return _month_part(year, point.number or month, point.part)
    if point.unit == "year":
        return _year_part(year, point.part)
    if point.unit in {"half", "quarter"}:
        return _months_part(point, year)
    if point.unit == "season":
        return season_interval(year, point.number)
    return _long_span(point)


def _month_part(year: int, month: int, part: Part) -> Interval | None:
    if part in THIRDS:
        return month_third_interval(year, month, THIRDS[part])
    return month_interval(year, month)


def _year_part(year: int, part: Part) -> Interval | None:
    if part == "last":
        return month_interval(year, 12)
    if part in THIRDS:
        return year_third_interval(year, THIRDS[part])
    return year_interval(year)


def _months_part(point: Point, year: int) -> Interval | None:
    """A half or quarter; its beginning and end are its first and last month."""
    months = 6 if point.unit == "half" else 3
    if point.part == "early":
        return month_interval(year, months * (point.number - 1) + 1)
    if point.part in {"last", "late"}:
        return month_interval(year, months * point.number)
    return half_interval(year, point.number) if months == 6 else quarter_interval(year, point.number)


def _long_span(point: Point) -> Interval | None:
    third = THIRDS.get(point.part, 0)
    if point.unit == "decade":
        return decade_interval(point.number, third)
    if point.part in HALVES:
        return century_half_interval(point.number, HALVES[point.part])
    return century_interval(point.number, third)
