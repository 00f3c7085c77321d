"""The year and month that the words of a time leave out, and the interval they then mean.

A time without a year takes the one named just before it in the same statement, else the year
the section speaks of, else the document's. What is reported as done cannot lie ahead, and what
is announced in the last weeks of a year for its first months lies in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from yaksok.statements.context import StatementContext
from yaksok.statements.intervals import Interval, joined, shift_day
from yaksok.statements.korean.time_points import Point, point_interval
from yaksok.statements.korean.time_ranges import Reading
from yaksok.statements.korean.time_words import TimeFrame

# How many characters may stand between two times of which the second borrows the first one's year.
DAY_LINK = 14
YEAR_LINK = 30
PLANNED_NEAR = re.compile(r"[^,.)]{0,25}?(?:예정|계획|할\s|될\s|키로|기로|하고자)")
MONTHS_APART = 8
# How many months a part of the year has, to know its first one.
FIRST_MONTHS = {"day": 1, "month": 1, "quarter": 3, "half": 6}
UNLINKED_UNITS = frozenset({"century", "decade"})


class Placed(NamedTuple):
    """A reading with the place where its words begin."""

    start: int
    reading: Reading


class Before(NamedTuple):
    """The time read before in the same statement: where it ended, and what it means."""

    end: int
    point: Point
    interval: Interval


def reading_interval(
    start: int, reading: Reading, frame: TimeFrame, before: Before | None, shift: int
) -> Interval | None:
    """The days a reading means; None when it cannot be known or the calendar has no such day."""
    interval = reading.interval
    if interval is None:
        year, month = _missing_parts(start, reading, frame, before, shift)
        interval = None if year is None else _interval(reading, year, month)
    if interval is not None and reading.kind in {"coming", "past"}:
        return _directed(interval, reading, frame)
    return interval


def year_shift(text: str, placed: Sequence[Placed], frame: TimeFrame, context: StatementContext) -> int:
    """-1 or 1 when the dates without a year belong to the year before or after the document's.

    One date that does so takes all others of the statement with it.
    """
    known = context.document_date
    if known is None or frame.section_year != known.year:
        return 0
    to_the_day = context.date_precision == "day"
    for _, reading in placed:
        point = reading.first
        if point.year is not None or not point.number or reading.kind or point.unit not in FIRST_MONTHS:
            continue
        month = FIRST_MONTHS[point.unit] * (point.number - 1) + 1
        planned = PLANNED_NEAR.match(text, reading.end) is not None
        if context.act == "result" and context.date_precision != "year" and not planned:
            ahead = (month, point.day or 1) > (known.month, known.day if to_the_day else 31)
            if ahead:
                return -1
        if (planned or context.act == "commitment") and to_the_day and known.month - month >= MONTHS_APART:
            return 1
    return 0


def _interval(reading: Reading, year: int, month: int) -> Interval | None:
    first = point_interval(reading.first, year, month)
    if reading.second is None or first is None or first.start is None:
        return first
    # The second part inherits what it does not say; months that would run backwards enter the next year.
    last = point_interval(reading.second, first.start.year, first.start.month)
    if last is None:
        return None
    span = joined(first, last)
    if span is None and reading.second.year is None and reading.second.number:
        later = point_interval(reading.second, first.start.year + 1, first.start.month)
        span = None if later is None else joined(first, later)
    return span


def _missing_parts(
    start: int, reading: Reading, frame: TimeFrame, before: Before | None, shift: int
) -> tuple[int | None, int]:
    """The year and month for a reading that does not give them."""
    point = reading.first
    month = 1 if frame.month is None else frame.month.month
    if point.unit in UNLINKED_UNITS:
        return 1, 1
    if point.year is not None:
        return point.year, month
    if before is not None and before.interval.start is not None and before.point.unit not in UNLINKED_UNITS:
        linked = DAY_LINK if point.unit in {"day", "month"} else YEAR_LINK
        named = before.point.year is not None or before.point.number
        if named and start - before.end <= linked:
            return before.interval.start.year, before.interval.start.month
    if point.unit == "day" and not point.number and frame.month is None:
        return None, month
    return (None if frame.section_year is None else frame.section_year + shift), month


def _directed(interval: Interval, reading: Reading, frame: TimeFrame) -> Interval | None:
    """The nearest such day or month ahead (오는) or behind (지난)."""
    day, point = frame.day or frame.month, reading.first
    if day is None or interval.start is None or interval.end is None:
        return interval
    ahead = reading.kind == "coming"
    wrong = (
        interval.end < day
        if ahead
        else interval.start > day or (point.unit == "month" and interval.end >= day)
    )
    if not wrong:
        return interval
    step = 1 if ahead else -1
    if point.number:
        return point_interval(point, interval.start.year + step, point.number)
    month = shift_day(interval.start.replace(day=1), step, "month")
    return None if month is None else point_interval(point, month.year, month.month)


def same_period(before: Before, year: Interval) -> Interval:
    """The part of `year` that the time before was of its own year ("전년 동기"); else the whole year."""
    first, last = before.interval
    if before.point.unit not in {"half", "quarter", "month", "day"} or first is None or year.start is None:
        return year
    distance = year.start.year - first.year
    moved = (None if side is None else shift_day(side, distance, "year") for side in (first, last))
    return Interval(*moved)
