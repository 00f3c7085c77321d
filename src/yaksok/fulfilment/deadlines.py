"""The deadline that a promise or its own heading words.

A deadline is the last day of the latest time by which the promised thing is to happen. A term over
several years that only describes the thing ("향후 5년간 행동계획") is none; a plan named by the years
it covers ("기본계획(26-30) 수립") must exist the day before they begin.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from yaksok.links.deeds import deeds
from yaksok.links.timeline import interval
from yaksok.records.commitment import Due
from yaksok.records.mentions import TimeMention
from yaksok.records.statement import Statement

_LIMIT_WORDS = ("까지", "내", "안", "by ", "By ", "within", "Within", "before", "~")
_NEAR = 24
_ONCE_PLANNED = re.compile(r"(?:예정|계획|목표)(?:이었|였|되었|했)")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
# A term right behind what is done all through it: "건립 지원(19-21년)"; behind a seat it is its term of office.
_DONE_DURING = re.compile(r"(?:지원|추진|실시|시행|운영|건립|구축|확대|공여|이행|조성|파견|제공)\s?\($")
_LONGEST_TERM = timedelta(days=366)
"""A period up to a year says when the thing happens; a longer one says how long it lasts."""


def deadline(statement: Statement, heading: Statement | None, *, written: str | None) -> Due | None:
    """The deadline of a promise.

    `heading` is the nearest heading above, `written` the date of the document. The heading counts only
    where it is a promise itself; a chapter such as "2025년 추진과제" names the plan's year, not a deadline.
    """
    own = _deadline(statement, written)
    if own is not None or heading is None or heading.act != "commitment":
        return own
    above = _deadline(heading, written)
    return None if above is None else Due(above.date, above.words, inherited=True, span=above.span)


def _deadline(statement: Statement, written: str | None) -> Due | None:
    times = [time for time in _coming(statement) if time.role in {"due", "planned", "period"}]
    worded = [time for time in times if _is_limit(time)]
    # A bare target year ("2050 탄소중립 목표에 부합하는") yields to the day on which something is to be done.
    planned = [time for time in times if time.role != "due"]
    for chosen in (worded, planned, times):
        ends = [
            (end, time.text, time.span) for time in _narrowest(chosen) if (end := _last_day(time, statement))
        ]
        if ends:
            last, words, span = max(ends)
            # What was over before the document was written is no deadline of a promise in it.
            return None if written and last < written else Due(last, words, span=span)
    return None


def _coming(statement: Statement) -> list[TimeMention]:
    """The times without those once planned ("당초 4월 예정이었으나") and bare years that only name an event.

    The year of "2030 세계박람회" counts only where no other time is worded.
    """
    text = statement.text
    found = []
    for time in statement.times:
        place = text.find(time.text)
        after = text[place + len(time.text) : place + len(time.text) + _NEAR]
        if _ONCE_PLANNED.search(after) or text[max(0, place - 4) : place].strip().endswith("당초"):
            continue
        found.append(time)
    others = [time for time in found if not _BARE_YEAR.fullmatch(time.text) and time.role != "reference"]
    return others or found


def _is_limit(time: TimeMention) -> bool:
    return time.role == "due" and any(word in time.text for word in _LIMIT_WORDS)


def _narrowest(times: list[TimeMention]) -> list[TimeMention]:
    """Without those that hold another one: in "올해 … 정상회의(10월)" the month is meant."""
    return [time for time in times if not any(other is not time and _holds(time, other) for other in times)]


def _holds(wide: TimeMention, narrow: TimeMention) -> bool:
    if None in {wide.start, wide.end, narrow.start, narrow.end}:
        return False
    spans = (str(wide.start), str(wide.end)), (str(narrow.start), str(narrow.end))
    return spans[0] != spans[1] and spans[0][0] <= spans[1][0] and spans[1][1] <= spans[0][1]


def _last_day(time: TimeMention, statement: Statement) -> str | None:
    if time.role == "period":
        return _end_of_term(time, statement)
    return time.end or _end_of_first_unit(time)


def _end_of_term(time: TimeMention, statement: Statement) -> str | None:
    if time.start is None or time.end is None:
        return None
    start, end = date.fromisoformat(time.start), date.fromisoformat(time.end)
    if end - start <= _LONGEST_TERM:
        return time.end
    if _is_drawn_up(statement) and time.text[:1].isdigit():
        return (start - timedelta(days=1)).isoformat()
    before = statement.text.partition(time.text)[0]
    return time.end if time.text.endswith("까지") or _DONE_DURING.search(before) else None


def _is_drawn_up(statement: Statement) -> bool:
    """Whether a plan for the term is to be made, as against carried out."""
    return any(
        deed.group in {"relate", "draw", "announce", "enact"} and "계획" in deed.object
        for deed in deeds(statement.text)
    )


def _end_of_first_unit(time: TimeMention) -> str | None:
    """For an open time ("2020년 하반기부터") the end of the unit that it begins in."""
    if time.start is None:
        return None
    start = date.fromisoformat(time.start)
    if "일" in time.text:
        return time.start
    if "반기" in time.text or "half" in time.text.lower():
        return f"{start.year}-06-30" if start.month <= 6 else f"{start.year}-12-31"
    if "월" in time.text or (start.day, start.month) != (1, 1):
        last = interval(f"{start.year:04}-{start.month:02}").last
        return last.isoformat() if last else None
    return f"{start.year}-12-31"
