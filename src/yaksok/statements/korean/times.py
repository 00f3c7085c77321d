"""Times of a Korean statement: dates, years, spans and relative words, as intervals with roles.

The scan finds where a time may begin; `time_ranges` and `time_words` read it there, `time_years`
supplies what the words leave out, `time_bounds` adds 까지, 부터 and the like, and `time_roles`
says what the time does. Rules: the reading contract, section on times and decisions 22 to 24,
26, 32, 41 and 42.
"""

from __future__ import annotations

import re

from yaksok.records.mentions import TimeMention
from yaksok.statements.context import StatementContext
from yaksok.statements.intervals import Interval, iso_dates
from yaksok.statements.korean import time_patterns as forms
from yaksok.statements.korean.time_bounds import bounded
from yaksok.statements.korean.time_doubts import QUOTES, is_day_of_month
from yaksok.statements.korean.time_ranges import Reading, read_written
from yaksok.statements.korean.time_roles import Timed, time_role
from yaksok.statements.korean.time_words import WORD_START, TimeFrame, read_within, read_word
from yaksok.statements.korean.time_years import Before, Placed, reading_interval, same_period, year_shift

DIGIT = re.compile("[0-9]")
ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}|\S{1,64}@\S{1,64}")
EVERY_BEFORE = re.compile(r"(?:매년|해마다|매해|매월|매달)\s?$")
EVERY_ENDS = frozenset("년다해월달")
LISTED_NUMBER = re.compile(r"\d{1,4}\s?(?:월|년|분기)")
CONSECUTIVE_TIE = re.compile(r"(?:과|와|및|\s및)\s|[·‧ㆍ]")
SAME_PERIOD = re.compile(r"\s?동(?:기|월|분기)|(?:의|\s)\s?(?:같은|동일한?)\s?(?:기간|분기|달|시기)")
# Genres that report days of the current weeks by their number alone.
NEWS_GENRES = frozenset({"press_release", "speech", "other"})


def find_times(text: str, context: StatementContext) -> tuple[TimeMention, ...]:
    """The times of one statement in text order, with spans into `text`.

    A time that the words leave open for want of a document date is left out. The same interval
    twice is given once.
    """
    has_word = WORD_START.search(text) is not None
    if not has_word and DIGIT.search(text) is None:
        return ()
    frame = _frame(context)
    placed = _readings(text, frame, context, has_word=has_word)
    if not placed:
        return ()
    mentions: list[TimeMention] = []
    seen: set[Interval] = set()
    for time in _resolved(text, placed, frame, context):
        if time.interval in seen:
            continue
        seen.add(time.interval)
        start, end = iso_dates(time.interval)
        span = (time.start, time.end)
        mentions.append(
            TimeMention(text[time.start : time.end], span, start, end, time_role(time, text, context))
        )
    return tuple(mentions)


def _frame(context: StatementContext) -> TimeFrame:
    known, precision = context.document_date, context.date_precision
    year = None if known is None else known.year
    section_year = context.section_year
    if section_year is None or (year is not None and _looks_ahead(context) and section_year < year):
        section_year = year
    return TimeFrame(
        known if precision == "day" else None,
        known if precision in {"day", "month"} else None,
        year,
        section_year,
    )


def _looks_ahead(context: StatementContext) -> bool:
    """Whether an evaluation of a past year says what follows from it: that lies in its own year or later."""
    return context.genre == "evaluation" and context.act == "commitment"


def _places(text: str, *, has_word: bool) -> list[tuple[int, re.Match[str] | None]]:
    """Where a time may begin, from left to right, with the matched word where it is one."""
    places: list[tuple[int, re.Match[str] | None]] = [
        (match.start(), None) for match in forms.DIGIT_START.finditer(text)
    ]
    if has_word:
        places += [(match.start(), match) for match in WORD_START.finditer(text)]
        places.sort(key=lambda place: place[0])
    return places


def _readings(text: str, frame: TimeFrame, context: StatementContext, *, has_word: bool) -> list[Placed]:
    """Readings from left to right, none beginning inside the one before."""
    placed: list[Placed] = []
    places = _places(text, has_word=has_word)
    addresses = (
        ADDRESS.finditer(text) if places and ("www." in text or "://" in text or "@" in text) else iter(())
    )
    address = next(addresses, None)
    end = 0
    for start, word in places:
        if start < end:
            continue
        while address is not None and address.end() <= start:
            address = next(addresses, None)
        if address is not None and address.start() <= start:
            continue
        if word is None:
            reading = _read_at_digit(text, start, frame, context)
        else:
            glued = start > 0 and (text[start - 1].isdigit() or "가" <= text[start - 1] <= "힣")
            reading = None if glued else read_word(text, word, frame)
        if reading is None or _recurs(text, start):
            continue
        if has_word and reading.first.year is not None:
            frame = frame._replace(previous_year=reading.first.year)
        end = reading.end
        # The mark before a full year opens a title; it shortens a year of two digits.
        shortened = word is None and not text[start + 2 : start + 4].isdigit()
        quoted = shortened and start > 0 and text[start - 1] in QUOTES
        _add(text, placed, Placed(start - 1 if quoted else start, reading))
    return placed


def _recurs(text: str, start: int) -> bool:
    """Whether 매년 or 해마다 before the time makes it one of every year."""
    before = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    return before in EVERY_ENDS and EVERY_BEFORE.search(text, max(0, start - 5), start) is not None


def _read_at_digit(text: str, start: int, frame: TimeFrame, context: StatementContext) -> Reading | None:
    if start > 0 and _is_part_of_other(text, start):
        return None
    reading = read_written(text, start, frame.section_year if frame.year is None else frame.year)
    if reading is not None and not reading.loose:
        return reading
    if context.act in {"commitment", "effect"}:
        limit = read_within(text, start, frame.day or frame.month)
        if limit is not None:
            return limit
    if reading is None:
        return None
    news = context.genre in NEWS_GENRES and frame.month is not None
    return reading if is_day_of_month(text, start, reading.end, news=news) else None


def _is_part_of_other(text: str, start: int) -> bool:
    """Whether the figures continue another number, name, ordinal or code."""
    before = text[start - 1]
    if before in "제$€£¥₩△▽:+#" or (before.isascii() and before.isalpha()):
        return True
    if before in ".,-–/·" and start > 1:
        earlier = text[start - 2]
        if before == "·" and LISTED_NUMBER.match(text, start):
            return False
        return earlier.isdigit() or (before in "-–" and earlier.isascii() and earlier.isalpha())
    return False


def _add(text: str, placed: list[Placed], item: Placed) -> None:
    """Append a reading, or tie it to the one before by a dash or 부터 … 까지 (작년 12월부터 올해 3월까지)."""
    if placed:
        start, first = placed[-1]
        second = item.reading
        tie = text[first.end : item.start]
        simple = (
            first.second is None
            and second.second is None
            and first.interval is None
            and second.interval is None
        )
        if simple and 1 <= len(tie) <= 4:
            closing = forms.UNTIL.match(text, second.end) if forms.FROM.fullmatch(tie) else None
            follows = (
                second.first.unit == first.first.unit == "day" and second.first.day == first.first.day + 1
            )
            listed = follows and not second.first.number and CONSECUTIVE_TIE.fullmatch(tie)
            if closing is not None or listed or forms.JOINING_DASH.fullmatch(tie):
                end = second.end if closing is None else closing.end()
                placed[-1] = Placed(start, first._replace(second=second.first, end=end, open_end=False))
                return
    placed.append(item)


def _resolved(text: str, placed: list[Placed], frame: TimeFrame, context: StatementContext) -> list[Timed]:
    """The times that the readings mean, in text order; those that mean none are left out."""
    shift = year_shift(text, placed, frame, context)
    before: Before | None = None
    resolved: list[Timed] = []
    for start, reading in placed:
        interval = reading_interval(start, reading, frame, before, shift)
        if interval is None:
            continue
        if before is not None and reading.first.unit == "year" and SAME_PERIOD.match(text, reading.end):
            interval = same_period(before, interval)
        before = Before(reading.end, reading.first, interval)
        resolved.append(bounded(text, start, reading, interval))
    return resolved
