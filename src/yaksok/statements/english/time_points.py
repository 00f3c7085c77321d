"""What the words of an English time mean in the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from yaksok.statements import intervals
from yaksok.statements.english.time_patterns import DAY_NUMBERS, MONTHS, NUMBER_WORDS, ORDINALS, SEASONS, YEAR
from yaksok.statements.intervals import Interval


class Setting(NamedTuple):
    """The day the document speaks on, and the year its section speaks of (`titled` where a heading gives it)."""

    today: date | None
    year: int | None
    fiscal_start: int = 1
    titled: bool = False


class Point(NamedTuple):
    """A time as read: its place, its interval, how fine it is and whether it names its year."""

    start: int
    end: int
    kind: str
    interval: Interval
    year: int | None
    month: int | None = None


_WORD = re.compile(r"[A-Za-z]+")
_RELATIVE = re.compile(r"(this|last|next|same|following|previous|preceding|the)\s+year", re.IGNORECASE)
_SHIFTS = {
    "this": 0,
    "last": -1,
    "next": 1,
    "same": 0,
    "following": 1,
    "previous": -1,
    "preceding": -1,
    "the": 0,
}


def named_year(words: str, setting: Setting) -> int | None:
    """The year that the words give, as a number or counted from the document's; None if they give none."""
    explicit = YEAR.search(words)
    if explicit:
        return int(explicit.group())
    relative = _RELATIVE.search(words)
    if relative is None:
        return None
    which = relative.group(1).lower()
    base = (
        setting.year
        if which in {"the", "previous", "preceding"}
        else setting.today.year
        if setting.today
        else setting.year
    )
    return None if base is None else base + _SHIFTS[which]


def month_of(words: str) -> int | None:
    """The number of the first month named."""
    for word in _WORD.findall(words):
        number = MONTHS.get(word.lower())
        if number is not None and word[0].isupper():
            return number
    return None


def _days(words: str, year: int) -> Interval | None:
    month = month_of(words)
    numbers = [int(number) for number in DAY_NUMBERS.findall(YEAR.sub(" ", words))]
    if month is None or not numbers:
        return None
    if len(numbers) > 1 and numbers[1] > numbers[0]:
        return intervals.days_interval(year, month, numbers[0], numbers[1])
    return intervals.day_interval(year, month, numbers[0])


def _month(words: str, year: int) -> Interval | None:
    month = month_of(words)
    if month is None:
        return None
    lower = words.lower()
    if lower.startswith(("early", "beginning", "start")):
        return intervals.month_third_interval(year, month, 1)
    if lower.startswith("mid"):
        return intervals.month_third_interval(year, month, 2)
    if lower.startswith(("late", "end")):
        return intervals.month_third_interval(year, month, 3)
    return intervals.month_interval(year, month)


def _half(words: str, year: int) -> Interval | None:
    lower = words.lower()
    second = lower.startswith(("second", "latter", "2nd", "2h", "h2")) or lower.endswith("h2")
    return intervals.half_interval(year, 2 if second else 1)


def _quarter(words: str, year: int) -> Interval | None:
    number = ORDINALS.get(words.split(maxsplit=1)[0].lower())
    if number is None:
        digit = re.search(r"Q([1-4])|([1-4])Q", words)
        number = int(digit.group(1) or digit.group(2)) if digit else None
    return None if number is None else intervals.quarter_interval(year, number)


def _part(words: str, year: int) -> Interval | None:
    lower = words.lower()
    if lower.startswith("early"):
        return intervals.year_third_interval(year, 1)
    if lower.startswith(("mid-", "mid ")):
        return intervals.year_third_interval(year, 2)
    if lower.startswith("late"):
        return intervals.year_third_interval(year, 3)
    if lower.startswith(("beginning", "start")):
        return intervals.month_interval(year, 1)
    if lower.startswith("middle"):
        return intervals.year_third_interval(year, 2)
    return intervals.month_interval(year, 12)


def _season(words: str, year: int) -> Interval | None:
    for word in _WORD.findall(words.lower()):
        if word in SEASONS:
            return intervals.season_interval(year, SEASONS[word])
    return None


IN_YEAR: dict[str, Callable[[str, int], Interval | None]] = {
    "ymd": _days,
    "dmy": _days,
    "month": _month,
    "half": _half,
    "quarter": _quarter,
    "part": _part,
    "season": _season,
}


def _iso(words: str, _: Setting) -> Interval | None:
    return intervals.day_interval(*map(int, words.split("-")))


def _dotted(words: str, _: Setting) -> Interval | None:
    """30.09.2026, the day first, as it is written on the continent of Europe."""
    day, month, year = map(int, words.split("."))
    return intervals.day_interval(year, month, day)


def _fiscal(words: str, setting: Setting) -> Interval | None:
    numbers = [int(number) % 100 + 2000 for number in re.findall(r"\d{4}|\d{2}", words)]
    first, last = numbers[0], numbers[-1]
    start = setting.fiscal_start
    opening = intervals.fiscal_year_interval(first, start, named_after_end=start == 10)
    closing = intervals.fiscal_year_interval(last, start, named_after_end=start == 10)
    return intervals.joined(opening, closing) if opening and closing else None


def _span(words: str, _: Setting) -> Interval | None:
    first, last = (int(number) for number in re.findall(r"\d+", words))
    return intervals.years_interval(first, last if last > 99 else first - first % 100 + last)


def _decade(words: str, _: Setting) -> Interval | None:
    year = YEAR.search(words)
    third = next(
        (n for n, word in enumerate(("early", "mid", "late"), 1) if words.lower().startswith(word)), 0
    )
    return intervals.decade_interval(int(year.group()), third) if year else None


def _century(words: str, _: Setting) -> Interval | None:
    return intervals.century_interval(int(words[:2]))


def _year(words: str, _: Setting) -> Interval | None:
    return intervals.year_interval(int(words))


def _after(words: str, _: Setting) -> Interval | None:
    whole = intervals.year_interval(int(words[-4:]))
    return intervals.after(whole) if whole else None


def _day(words: str, setting: Setting) -> Interval | None:
    if setting.today is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(words.lower(), 0)
    day = intervals.shift_day(setting.today, shift, "day")
    return Interval(day, day) if day else None


def _relative(words: str, setting: Setting) -> Interval | None:
    lower = words.lower()
    if setting.today is None:
        return None
    if "before" in lower or "earlier" in lower:
        return intervals.year_interval((setting.year or setting.today.year) - 1)
    if lower.endswith("year"):
        year = named_year(words, setting)
        return None if year is None else intervals.year_interval(year)
    shift = _SHIFTS[lower.split()[0]]
    if lower.endswith("week"):
        return intervals.week_interval(setting.today, shift)
    moved = intervals.shift_day(
        setting.today.replace(day=1), shift * (3 if lower.endswith("quarter") else 1), "month"
    )
    if moved is None:
        return None
    if lower.endswith("quarter"):
        return intervals.quarter_interval(moved.year, (moved.month + 2) // 3)
    return intervals.month_interval(moved.year, moved.month)


def amount_and_unit(words: str) -> tuple[int, intervals.CalendarUnit]:
    """The number and the unit of "the next five years"; "a" is one."""
    lower = words.lower()
    number = next((int(part) for part in re.findall(r"\d+", lower)), None)
    if number is None:
        number = next((NUMBER_WORDS[word] for word in _WORD.findall(lower) if word in NUMBER_WORDS), 1)
    unit: intervals.CalendarUnit = (
        "year" if "year" in lower else "month" if "month" in lower else "week" if "week" in lower else "day"
    )
    return number, unit


def _ahead(words: str, setting: Setting) -> Interval | None:
    return intervals.span_after(setting.today, *amount_and_unit(words)) if setting.today else None


def _back(words: str, setting: Setting) -> Interval | None:
    return intervals.span_before(setting.today, *amount_and_unit(words)) if setting.today else None


def _within(words: str, setting: Setting) -> Interval | None:
    ahead = _ahead(words, setting)
    return intervals.until(ahead) if ahead else None


def _within_one(words: str, setting: Setting) -> Interval | None:
    lower = words.lower()
    if " a " in lower or " one " in lower or setting.today is None:
        return _within(words, setting)
    if lower.endswith("year"):
        return intervals.year_interval(setting.today.year)
    if lower.endswith("week"):
        return intervals.week_interval(setting.today)
    return intervals.month_interval(setting.today.year, setting.today.month)


def _ago(words: str, setting: Setting) -> Interval | None:
    if setting.today is None:
        return None
    number, unit = amount_and_unit(words)
    day = intervals.shift_day(setting.today, -number, unit)
    if day is None:
        return None
    if unit == "year":
        return intervals.year_interval(day.year)
    if unit == "month":
        return intervals.month_interval(day.year, day.month)
    return Interval(day, day)


BY_ITSELF: dict[str, Callable[[str, Setting], Interval | None]] = {
    "iso": _iso,
    "dotted": _dotted,
    "fiscal": _fiscal,
    "span": _span,
    "decade": _decade,
    "century": _century,
    "year": _year,
    "after": _after,
    "day": _day,
    "relative": _relative,
    "ahead": _ahead,
    "back": _back,
    "within": _within,
    "within_one": _within_one,
    "ago": _ago,
}
