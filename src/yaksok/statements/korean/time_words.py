"""Words that give a time from the document's date or from what was said before: 올해, 지난달 15일.

`read_word` starts at a match of `WORD_START`. A word that cannot be resolved, because the
document has no date of the needed precision, gives None.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from yaksok.statements.intervals import (
    CalendarUnit,
    Interval,
    day_interval,
    shift_day,
    span_after,
    span_before,
    week_interval,
)
from yaksok.statements.korean.time_dates import PARTS, read_after_month, read_after_year
from yaksok.statements.korean.time_points import Point
from yaksok.statements.korean.time_ranges import Reading, ReadingKind, read_written, with_second

YEAR_WORDS = {
    "올해": 0, "금년도": 0, "금년": 0, "올": 0, "내년도": 1, "내년": 1, "명년": 1, "내후년": 2,
    "작년도": -1, "작년": -1, "지난해": -1, "지난 해": -1, "재작년": -2,
}  # fmt: skip
COMPARED_YEAR_WORDS = {"전년도": -1, "전년": -1, "전전년": -2, "직전년도": -1, "직전 연도": -1}
SECTION_YEAR_WORDS = {"당해연도": 0, "당해 연도": 0, "당해년도": 0, "당해 년도": 0, "차년도": 1}
FOLLOWING_YEAR_WORDS = {"이듬해": 1, "익년": 1, "동년": 0, "같은 해": 0}
MONTH_WORDS = {
    "이번 달": 0, "이번달": 0, "이달": 0, "금월": 0, "당월": 0, "내달": 1, "다음 달": 1, "다음달": 1,
    "지난달": -1, "지난 달": -1,
}  # fmt: skip
COMPARED_MONTH_WORDS = {"전월": -1}
WEEK_WORDS = {
    "이번 주": 0, "이번주": 0, "금주": 0, "지난주": -1, "지난 주": -1, "다음 주": 1, "다음주": 1,
    "내주": 1, "차주": 1, "다다음 주": 2,
}  # fmt: skip
DAY_WORDS = {
    "오늘": 0, "금일": 0, "어제": -1, "작일": -1, "그제": -2, "그저께": -2, "내일": 1, "명일": 1,
    "모레": 2, "글피": 3,
}  # fmt: skip
YEAR_PARTS = {"연내": "", "연말": "last", "연초": "early"}
FORWARD, BACKWARD = ("향후", "앞으로의", "앞으로"), ("지난", "최근", "과거")
WEEKDAYS = "월화수목금토일"
SPAN_UNITS: dict[str, CalendarUnit] = {
    "년": "year",
    "개년": "year",
    "개월": "month",
    "달": "month",
    "주": "week",
    "일": "day",
}
# Longer spans than these are no plans or reviews but slips or figures of another kind.
LONGEST_SPAN: dict[CalendarUnit, int] = {"year": 200, "month": 600, "week": 520, "day": 3650}

_ALL_WORDS = (
    *YEAR_WORDS, *COMPARED_YEAR_WORDS, *SECTION_YEAR_WORDS, *FOLLOWING_YEAR_WORDS, *MONTH_WORDS,
    *COMPARED_MONTH_WORDS, *WEEK_WORDS, *DAY_WORDS, *YEAR_PARTS, *FORWARD, *BACKWARD, "오는", "다가오는", "이번",
    "상·하반기", "상/하반기", "상반기", "하반기", "上半期", "下半期", "post-", "Post-", "POST-",
)  # fmt: skip
# Shorter limits are counted from a case ("3일 이내 발급"), not from the document.
SHORTEST_LIMIT: dict[CalendarUnit, int] = {"year": 1, "month": 1, "week": 8, "day": 60}
CASE_REACH = 80
WORD_START = re.compile("|".join(map(re.escape, sorted(_ALL_WORDS, key=len, reverse=True))))
# What a word must be followed by to be the word itself and not the beginning of another.
NOT_AFTER = {
    "오늘": re.compile("날"),
    "그제": re.compile("[야서]"),
    "연말": re.compile("연시|정산"),
    "연초": re.compile("점|록"),
}
WEEK_END = re.compile(r"(?=[초중말에의부까내과와]|\s|[^가-힣]|$)(?:\s?(?P<day>[월화수목금토일])요일)?")
AFTER_UPCOMING = re.compile(r"\s?(?=\d)")
AFTER_OL = re.compile(
    r"\s?(?:한\s해|(?=\d{1,2}\s?월|[상하]반기|[1-4]분기|봄|여름|가을|겨울|연말|[초말](?![가-힣])))"
)
WEEKDAY_ALONE = re.compile(r"\s?(?P<day>[월화수목금토일])요일")
SPAN = re.compile(
    r"\s?(?:약\s?)?(?:\d{1,3}\s?[~∼\-–]\s?)?(?P<amount>\d{1,3})\s?(?P<unit>개년|년|개월|달|주|일)(?![차째생])(?:\s?(?P<half>반)(?=[\s간동만]))?"
    r"(?!\s?(?:연속|만에|여|에\s?걸쳐))(?:\s?(?:(?P<length>간|동안)|(?P<within>이내|내(?=에|로|$|[^가-힣])|안에)))?"
)
WITHIN = re.compile(r"(?P<amount>\d{1,3})\s?(?P<unit>년|개월|주|일)\s?(?:이내|내(?=에|로|$|[^가-힣])|안에)")
# A rule for cases counts from each case, not from the document.
IN_A_CASE = re.compile(r"경우|때에는|(?:하|되|받으)면\s|[은한] 날")
AFTER_AN_EVENT = re.compile(r"(?:후|뒤|로부터|부터|이후|지)\s?$")


class TimeFrame(NamedTuple):
    """What times without a full date are counted from.

    `day` is the document's date, None unless it is known to the day; `month` its first day when
    known to the month; `year` the document's year, `section_year` the year the headings speak of
    (else the document's), `previous_year` the year of the time before in the same statement.
    """

    day: date | None
    month: date | None
    year: int | None
    section_year: int | None
    previous_year: int | None = None


def read_word(text: str, match: re.Match[str], frame: TimeFrame) -> Reading | None:
    """The time that begins with the word matched by `WORD_START`."""
    word, end = match[0], match.end()
    if word in NOT_AFTER and NOT_AFTER[word].match(text, end):
        return None
    if word in _YEAR_OF_WORD:
        return _read_year_word(text, word, end, frame)
    if word in MONTH_WORDS or word in COMPARED_MONTH_WORDS:
        return _read_month_word(text, word, end, frame)
    if word in WEEK_WORDS:
        return _read_week_word(text, word, end, frame)
    if word in DAY_WORDS:
        day = None if frame.day is None else shift_day(frame.day, DAY_WORDS[word], "day")
        return None if day is None else _read_day(day, end)
    if word in YEAR_PARTS:
        point = Point("year", frame.section_year, part=PARTS.get(word, ""))
        return (
            None
            if frame.section_year is None
            else with_second(text, point, end, frame.year)._replace(kind="inside" if word == "연내" else "")
        )
    if word in _HALVES:
        return with_second(text, _HALVES[word], end, frame.year)
    if word[0] in "pP":
        return _read_post_year(text, end)
    return _read_directed(text, word, end, frame)


def read_within(text: str, pos: int, day: date | None) -> Reading | None:
    """A limit counted from the document ("3년 이내"), not from an event named before it."""
    match = WITHIN.match(text, pos)
    if match is None or day is None or AFTER_AN_EVENT.search(text, max(0, pos - 5), pos):
        return None
    if IN_A_CASE.search(text, max(0, pos - CASE_REACH), pos):
        return None
    unit = SPAN_UNITS[match["unit"]]
    amount = int(match["amount"])
    if not SHORTEST_LIMIT[unit] <= amount <= LONGEST_SPAN[unit]:
        return None
    interval = span_after(day, amount, unit)
    if interval is None:
        return None
    return Reading(Point("day"), None, match.end(), kind="limit", interval=Interval(None, interval.end))


def _read_year_word(text: str, word: str, end: int, frame: TimeFrame) -> Reading | None:
    base, shift, kind = _YEAR_OF_WORD[word]
    if word == "올":
        match = AFTER_OL.match(text, end)
        if match is None:
            return None
        end = match.end()
    anchor: int | None = getattr(frame, base)
    if anchor is None or (kind == "compared" and frame.year is not None and anchor > frame.year):
        anchor = frame.section_year
    if anchor is None:
        return None
    point, end = read_after_year(text, end, anchor + shift)
    return with_second(text, point, end, anchor + shift)._replace(kind=kind)


def _read_month_word(text: str, word: str, end: int, frame: TimeFrame) -> Reading | None:
    if frame.month is None:
        return None
    compared = word in COMPARED_MONTH_WORDS
    shift = COMPARED_MONTH_WORDS[word] if compared else MONTH_WORDS[word]
    month = shift_day(frame.month, shift, "month")
    if month is None:
        return None
    point, end = read_after_month(text, end, month.year, month.month)
    return with_second(text, point, end, month.year)._replace(kind="compared" if compared else "")


def _read_week_word(text: str, word: str, end: int, frame: TimeFrame) -> Reading | None:
    match = WEEK_END.match(text, end)
    week = None if frame.day is None else week_interval(frame.day, WEEK_WORDS[word])
    if match is None or week is None or week.start is None:
        return None
    if match["day"] is None:
        return Reading(Point("day"), None, end, interval=week)
    day = shift_day(week.start, WEEKDAYS.index(match["day"]), "day")
    return None if day is None else _read_day(day, match.end())


def _read_day(day: date, end: int) -> Reading | None:
    interval = day_interval(day.year, day.month, day.day)
    return None if interval is None else Reading(Point("day"), None, end, interval=interval)


def _read_post_year(text: str, end: int) -> Reading | None:
    """post-2025: everything after that year."""
    digits = text[end : end + 4]
    if (
        not (digits.isascii() and digits.isdigit() and digits[:2] in {"19", "20"})
        or text[end + 4 : end + 5].isdigit()
    ):
        return None
    return Reading(Point("year"), None, end + 4, interval=Interval(date(int(digits) + 1, 1, 1), None))


def _read_directed(text: str, word: str, end: int, frame: TimeFrame) -> Reading | None:
    """지난, 오는, 향후 with what follows them: a span, a weekday or a date without a year."""
    forward = word in FORWARD or word in {"오는", "다가오는"}
    if word in FORWARD or word in BACKWARD:
        span = _read_span(text, end, frame, forward=forward)
        if span is not None or word != "지난":
            return span
    weekday = WEEKDAY_ALONE.match(text, end)
    if weekday is not None:
        return _read_weekday(weekday, frame, word)
    start = AFTER_UPCOMING.match(text, end)
    if start is None or word == "이번":
        return None
    reading = read_written(text, start.end(), frame.year)
    if (
        reading is None
        or reading.bare
        or reading.first.year is not None
        or reading.first.unit not in {"day", "month"}
    ):
        return None
    return reading._replace(loose=False, kind="coming" if forward else "past")


def _read_weekday(match: re.Match[str], frame: TimeFrame, word: str) -> Reading | None:
    if frame.day is None:
        return None
    distance = WEEKDAYS.index(match["day"]) - frame.day.weekday()
    if word == "지난" and distance >= 0:
        distance -= 7
    elif word in {"오는", "다가오는"} and distance <= 0:
        distance += 7
    day = shift_day(frame.day, distance, "day")
    return None if day is None else _read_day(day, match.end())


def _read_span(text: str, end: int, frame: TimeFrame, *, forward: bool) -> Reading | None:
    """A span from the document's date on, or back from it: 향후 5년간, 지난 3년간, 앞으로 2년 내."""
    match = SPAN.match(text, end)
    anchor = frame.day or frame.month
    if match is None or anchor is None:
        return None
    if match["unit"] == "일" and not forward and match["length"] is None:
        return None
    unit, amount = SPAN_UNITS[match["unit"]], int(match["amount"])
    if match["half"] is not None and unit == "year":
        unit, amount = "month", 12 * amount + 6
    if not 0 < amount <= LONGEST_SPAN[unit]:
        return None
    interval = span_after(anchor, amount, unit) if forward else span_before(anchor, amount, unit)
    if interval is None:
        return None
    if forward and match["within"] is not None:
        return Reading(Point("day"), None, match.end(), kind="limit", interval=Interval(None, interval.end))
    return Reading(Point("day"), None, match.end(), kind="span", interval=interval)


_YEAR_OF_WORD: dict[str, tuple[str, int, ReadingKind]] = {
    **{word: ("year", shift, "") for word, shift in YEAR_WORDS.items()},
    **{word: ("previous_year", shift, "compared") for word, shift in COMPARED_YEAR_WORDS.items()},
    **{word: ("section_year", shift, "") for word, shift in SECTION_YEAR_WORDS.items()},
    **{word: ("previous_year", shift, "") for word, shift in FOLLOWING_YEAR_WORDS.items()},
}
_HALVES = {
    "상반기": Point("half", None, 1), "上半期": Point("half", None, 1), "하반기": Point("half", None, 2),
    "下半期": Point("half", None, 2), "상·하반기": Point("year", None), "상/하반기": Point("year", None),
}  # fmt: skip
