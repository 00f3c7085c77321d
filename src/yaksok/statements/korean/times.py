"""Times of a Korean statement: dates, years, spans and relative words, as intervals with roles.

The scan finds where a date may begin, `time_reading` and `time_words` read it there, and this
module supplies what the words leave out (the year the document means), adds bounds such as 까지
and 부터, and asks `time_roles` for the role. Rules: the reading contract, sections on times and
decisions 22 to 24, 26, 32, 41 and 42.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yaksok.records.mentions import TimeMention
from yaksok.statements.context import StatementContext
from yaksok.statements.intervals import (
    Interval,
    after,
    iso_dates,
    joined,
    shift_day,
    since,
    span_from_start,
    until,
)
from yaksok.statements.korean import time_patterns as forms
from yaksok.statements.korean.time_doubts import QUOTES, is_day_of_month
from yaksok.statements.korean.time_points import Point, point_interval
from yaksok.statements.korean.time_ranges import Reading, read_written
from yaksok.statements.korean.time_roles import Bound, Timed, time_role
from yaksok.statements.korean.time_words import SPAN_UNITS, WORD_START, TimeFrame, read_within, read_word

URL = re.compile(r"(?:https?://|www\.)\S{1,500}|\S{1,64}@\S{1,64}")
EVERY_BEFORE = re.compile(r"(?:매년|해마다|매해|매월|매달)\s?$")
LEADING_TILDE = re.compile(r"(?<![\d일월년)\s가-힣])[~∼〜～]\s?$|^[~∼〜～]\s?$|(?<=\s)[~∼〜～]\s?$")
SAME_PERIOD = re.compile(r"\s?동(?:기|월|분기)")
LINK_CHARACTERS = 14
YEAR_LINK_CHARACTERS = 30
PLANNED_NEAR = re.compile(r"[^,.)]{0,25}?(?:예정|계획|할\s|될\s|키로|기로|하고자)")
MONTHS_APART = 9
NEWS_GENRES = frozenset({"press_release", "speech", "other"})


class Placed(NamedTuple):
    """A reading with the place where its words begin."""

    start: int
    reading: Reading


def find_times(text: str, context: StatementContext) -> tuple[TimeMention, ...]:
    """The times of one statement in text order, with spans into `text`.

    A time that the words leave open for want of a document date is left out. The same interval
    twice is given once.
    """
    starts = [match.start() for match in forms.DIGIT_START.finditer(text)]
    words = list(WORD_START.finditer(text))
    if not starts and not words:
        return ()
    frame = _frame(context)
    placed = _merged(text, list(_readings(text, starts, words, frame, context)))
    mentions: list[TimeMention] = []
    seen: set[Interval] = set()
    for time in _resolved(text, placed, frame, context):
        if time.interval in seen:
            continue
        seen.add(time.interval)
        start, end = iso_dates(time.interval)
        role = time_role(time, text, context)
        mentions.append(TimeMention(text[time.start : time.end], (time.start, time.end), start, end, role))
    return tuple(mentions)


def _frame(context: StatementContext) -> TimeFrame:
    known = context.document_date
    year = None if known is None else known.year
    month = known if known is not None and context.date_precision in {"day", "month"} else None
    return TimeFrame(
        day=known if context.date_precision == "day" else None,
        month=month,
        year=year,
        section_year=year if context.section_year is None else context.section_year,
    )


def _readings(
    text: str, starts: list[int], words: list[re.Match[str]], frame: TimeFrame, context: StatementContext
) -> Iterator[Placed]:
    """Readings from left to right, none beginning inside the one before."""
    addresses = [match.span() for match in URL.finditer(text)] if "www." in text or "://" in text or "@" in text else []
    places: list[tuple[int, re.Match[str] | None]] = [(start, None) for start in starts]
    places += [(match.start(), match) for match in words]
    places.sort(key=lambda place: place[0])
    end = 0
    for start, word in places:
        if start < end or any(first <= start < last for first, last in addresses):
            continue
        if word is None:
            reading = _read_at_digit(text, start, frame, context)
        elif start > 0 and "가" <= text[start - 1] <= "힣":
            reading = None
        else:
            reading = read_word(text, word, frame)
        if reading is None or EVERY_BEFORE.search(text, max(0, start - 4), start):
            continue
        year = reading.first.year
        if year is not None:
            frame = frame._replace(previous_year=year)
        end = reading.end
        yield Placed(start - 1 if word is None and start > 0 and text[start - 1] in QUOTES else start, reading)


def _read_at_digit(text: str, start: int, frame: TimeFrame, context: StatementContext) -> Reading | None:
    if start > 0 and _is_part_of_other(text, start):
        return None
    reading = read_written(text, start, frame.year if frame.year is not None else frame.section_year)
    if reading is None or reading.loose:
        if context.act == "commitment":
            limit = read_within(text, start, frame.day or frame.month)
            if limit is not None:
                return limit
    if reading is None or not reading.loose:
        return reading
    news = context.genre in NEWS_GENRES and frame.month is not None
    return reading if is_day_of_month(text, start, reading.end, news=news) else None


def _is_part_of_other(text: str, start: int) -> bool:
    """Whether the figures continue another number, name, ordinal or code."""
    before = text[start - 1]
    if before in "제$€£¥₩△▽:+#" or (before.isascii() and before.isalpha()):
        return True
    if before in ".,-–/·" and start > 1:
        earlier = text[start - 2]
        return earlier.isdigit() or (before in "-–" and earlier.isascii() and earlier.isalpha())
    return False


def _merged(text: str, placed: list[Placed]) -> list[Placed]:
    """Readings that 부터 … 까지 or a dash ties together, when the second begins with a word."""
    result: list[Placed] = []
    for item in placed:
        if result:
            start, first = result[-1]
            tie = text[first.end : item.start]
            simple = first.second is None and item.reading.second is None and first.interval is None
            if simple and len(tie) <= 4 and item.reading.interval is None:
                closing = forms.UNTIL.match(text, item.reading.end)
                if (forms.FROM.fullmatch(tie) and closing) or forms.JOINING_DASH.fullmatch(tie):
                    end = closing.end() if closing is not None and forms.FROM.fullmatch(tie) else item.reading.end
                    result[-1] = Placed(start, first._replace(second=item.reading.first, end=end, open_end=False))
                    continue
        result.append(item)
    return result


def _resolved(text: str, placed: list[Placed], frame: TimeFrame, context: StatementContext) -> Iterator[Timed]:
    shift = _year_shift(text, placed, frame, context)
    previous: tuple[int, Point, Interval] | None = None
    for start, reading in placed:
        interval = reading.interval
        if interval is None:
            year, month = _missing_parts(start, reading, frame, previous, shift)
            interval = None if year is None else _interval(reading, year, month)
        if interval is not None and reading.kind in {"coming", "past"}:
            interval = _directed(interval, reading, frame)
        if interval is None:
            continue
        if reading.kind == "compared" and previous is not None and SAME_PERIOD.match(text, reading.end):
            interval = _year_before(previous[2]) if previous[1].unit in {"half", "quarter", "month"} else interval
        if interval.start is not None:
            previous = (reading.end, reading.first, interval)
        yield _bounded(text, start, reading, interval)


def _interval(reading: Reading, year: int, month: int) -> Interval | None:
    first = point_interval(reading.first, year, month)
    if reading.second is None or first is None or first.start is None:
        return first
    # The second part inherits what it does not say; a range that would run backwards enters the next year.
    last = point_interval(reading.second, first.start.year, first.start.month)
    if last is None:
        return None
    span = joined(first, last)
    if span is None and reading.second.year is None and reading.second.number:
        later = point_interval(reading.second, first.start.year + 1, first.start.month)
        span = None if later is None else joined(first, later)
    return span


def _missing_parts(
    start: int, reading: Reading, frame: TimeFrame, previous: tuple[int, Point, Interval] | None, shift: int
) -> tuple[int | None, int]:
    """The year and month that the words do not give: of the time just before, else of the document."""
    month = 1 if frame.month is None else frame.month.month
    year = frame.section_year
    if reading.first.unit in {"century", "decade"}:
        return 1, 1
    if reading.first.year is not None:
        return reading.first.year, month
    if previous is not None and previous[2].start is not None:
        end, point, interval = previous
        assert interval.start is not None
        linked = LINK_CHARACTERS if reading.first.unit in {"day", "month"} else YEAR_LINK_CHARACTERS
        if start - end <= linked and point.unit != "century" and (point.year is not None or point.number):
            return interval.start.year, interval.start.month
    if reading.first.unit == "day" and not reading.first.number and frame.month is None:
        return None, month
    return (None if year is None else year + shift), month


def _year_shift(text: str, placed: list[Placed], frame: TimeFrame, context: StatementContext) -> int:
    """-1 or 1 when the dates without a year belong to the year before or after the document's.

    What is reported as done cannot lie ahead, so one date after the document's moves all of
    them back a year; what is announced in the last weeks of a year for its first months lies
    in the next one.
    """
    known = context.document_date
    if known is None or frame.section_year != known.year:
        return 0
    last = known if context.date_precision == "day" else None
    for _, reading in placed:
        point = reading.first
        if point.year is not None or point.unit not in {"day", "month"} or not point.number or reading.kind:
            continue
        interval = point_interval(point, known.year, point.number)
        if interval is None or interval.start is None:
            continue
        if context.act == "result" and context.date_precision != "year":
            if interval.start > (last or known) and (last or interval.start.month > known.month):
                if not PLANNED_NEAR.match(text, reading.end):
                    return -1
        ahead = context.act == "commitment" or PLANNED_NEAR.match(text, reading.end) is not None
        if ahead and last is not None and last.month - point.number >= MONTHS_APART:
            return 1
    return 0


def _directed(interval: Interval, reading: Reading, frame: TimeFrame) -> Interval | None:
    """The nearest such day or month ahead (오는) or behind (지난)."""
    day, point = frame.day or frame.month, reading.first
    if day is None or interval.start is None or interval.end is None:
        return interval
    ahead, step = reading.kind == "coming", 1 if reading.kind == "coming" else -1
    wrong = interval.end < day if ahead else interval.start > day or (point.unit == "month" and interval.end >= day)
    if not wrong:
        return interval
    if point.number:
        return point_interval(point, interval.start.year + step, point.number)
    month = shift_day(interval.start.replace(day=1), step, "month")
    return None if month is None else point_interval(point, month.year, month.month)


def _year_before(interval: Interval) -> Interval:
    start, end = (None if side is None else shift_day(side, -1, "year") for side in interval)
    return Interval(start, end)


def _bounded(text: str, start: int, reading: Reading, interval: Interval) -> Timed:
    """The time with the bound that its words or the words right behind it set."""
    end = reading.end
    bound: Bound = ""
    if reading.kind in {"inside", "span", "limit"}:
        bound = reading.kind  # type: ignore[assignment]
    elif interval.end is None:
        bound = "after"
    elif reading.open_end:
        bound, interval = "since", since(interval)
        end = _open_end(text, end)
    tilde = LEADING_TILDE.search(text, max(0, start - 3), start)
    if tilde is not None and not bound:
        start, bound, interval = tilde.start(), "until", until(interval)
    match = forms.BOUND.match(text, end)
    if match is not None and not bound:
        end, bound, interval = _bound_by_word(text, match, reading, interval)
    elif match is not None and bound in {"span", "until"} and match.lastgroup == "until":
        end = match.end()
    return Timed(
        start,
        end,
        interval,
        reading.first.unit,
        bound=bound,
        bare=reading.bare,
        ranged=reading.second is not None,
        compared=reading.kind == "compared",
    )


def _open_end(text: str, end: int) -> int:
    match = forms.OPEN_DASH.match(text, end)
    return end if match is None else match.end()


def _bound_by_word(
    text: str, match: re.Match[str], reading: Reading, interval: Interval
) -> tuple[int, Bound, Interval]:
    kind, end = match.lastgroup, match.end()
    if kind == "until":
        return (end, "", interval) if reading.second is not None else (end, "until", until(interval))
    if kind == "since":
        duration = forms.DURATION.match(text, end + 1) if text.startswith(" ", end) else forms.DURATION.match(text, end)
        if duration is not None:
            span = span_from_start(interval, int(duration[1]), SPAN_UNITS[duration[2]])
            if span is not None:
                return duration.end(), "span", span
        return end, "since", since(interval)
    if kind in {"within", "inside"}:
        return end, "inside", interval
    if kind == "before":
        return end, "before", until(interval)
    return (end, "", interval) if reading.second is not None else (match.start(), "", interval)


__all__: Sequence[str] = ("after", "find_times")
