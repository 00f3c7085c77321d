"""Days and periods in words, as exactly as the source words them: "in October 2024" where it gives a month.

A verdict keeps the first day on which a thing can have been done. How much of that day the report words is
read again from its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module

from yaksok.links.timeline import interval
from yaksok.records.mentions import TimeMention
from yaksok.statements.context import StatementContext
from yaksok.statements.intervals import days_in_month, half_interval, quarter_interval

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS = ("first", "second", "third", "fourth")
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
# What opens a time: it goes on from there, and only its beginning is looked for.
_ONWARD = re.compile(
    r"(?:부터|이후|이래|\s*[~∼〜-])\s*$|^\s*(?:since|from|as of|effective(?: from| on)?)\s+", re.IGNORECASE
)


def period(first: date, last: date) -> str:
    """The days from `first` to `last`: "2024-10-24", "October 2024", "the first half of 2024", "2024"."""
    if first == last:
        return first.isoformat()
    if first.year == last.year and first.day == 1 and last.day == days_in_month(last.year, last.month):
        if (first.month, last.month) == (1, 12):
            return str(first.year)
        if first.month == last.month:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        for number, name in enumerate(_QUARTERS, start=1):
            if (first, last) == quarter_interval(first.year, number):
                return f"the {name} quarter of {first.year}"
            if number <= 2 and (first, last) == half_interval(first.year, number):
                return f"the {name} half of {first.year}"
    return f"{first.isoformat()} to {last.isoformat()}"


def during(first: date, last: date) -> str:
    """The same as an adverb: "on 2024-10-24", "in October 2024", "between 2024-03-11 and 2024-03-20"."""
    words = period(first, last)
    if first == last:
        return f"on {words}"
    return f"between {words.replace(' to ', ' and ')}" if " to " in words else f"in {words}"


def worded(day: str, text: str, *, published: str | None) -> tuple[date, date]:
    """The first and the last of the days that a sentence means by a time that begins on `day` (ISO).

    `published` is the date of its document. Where no time of the sentence begins on that day (a heading may
    give it), 1 January stands for the year, the first of a month for the month, and another day for itself.
    """
    first = date.fromisoformat(day)
    ends = [
        date.fromisoformat(end) for time in _times(text, first.year, published) if (end := _end(time, day))
    ]
    if ends:
        return first, min(ends)
    if (first.month, first.day) == (1, 1):
        return first, date(first.year, 12, 31)
    if first.day == 1:
        return first, date(first.year, first.month, days_in_month(first.year, first.month))
    return first, first


def _end(time: TimeMention, day: str) -> str | None:
    return time.end if time.start == day else None


def _times(text: str, year: int, published: str | None) -> Iterator[TimeMention]:
    """The times of a sentence, and the beginnings of those that go on from there."""
    find = _finder(text)
    context = StatementContext(
        document_date=interval(published).first if published else None,
        date_precision=_PRECISIONS[len(published)] if published else "none",
        section_year=year,
        act="result",
    )
    for time in find(text, context):
        yield time
        if time.end is None:
            yield from find(_ONWARD.sub("", time.text), context)


def _finder(text: str) -> Callable[[str, StatementContext], tuple[TimeMention, ...]]:
    """Finds the times of a text in the language it is in; only that one's module is loaded."""
    folder = "korean" if any("가" <= letter <= "힣" for letter in text) else "english"
    find: Callable[[str, StatementContext], tuple[TimeMention, ...]] = import_module(
        f"yaksok.statements.{folder}.times"
    ).find_times
    return find
