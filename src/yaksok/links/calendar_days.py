"""What a calendar says of an event that a document reports: its kind, its last day, how often it is remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from yaksok.links.deeds import deeds
from yaksok.records.statement import Statement

ToldKind = Literal["meeting", "instrument", "event"]
"""What was held or visited; what was concluded or came into force; what was done otherwise."""

YEARLY, ROUND = 1, 5
"""Diplomatic relations are remembered every year, treaties each fifth."""

_DONE = frozenset({"named", "past"})
_MEETING = frozenset({"hold", "visit", "session"})
_INSTRUMENT = frozenset({"conclude", "in_force", "settle", "enact"})
_TREATIES = frozenset({"conclude", "in_force"})
_RELATIONS = frozenset({"relate"})
_DIPLOMATIC = re.compile(r"수교|외교\s?관계|diplomatic (?:relations|ties)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """An event from its first day to its last (ISO). `deeds` are the groups of what was done.

    `remembered`: each so many years; 0 where it is not.
    """

    day: str
    end: str
    kind: ToldKind
    deeds: frozenset[str]
    remembered: int


def calendar_days(text: str, day: str, end: str, *, with_parties: bool) -> CalendarDays:
    """What a calendar says of an event in the words of a report; `with_parties`: it names with whom."""
    groups = frozenset(deed.group for deed in deeds(text) if deed.told in _DONE)
    remembered = 0
    if with_parties and not is_whole_month(day, end):
        if groups & _RELATIONS and _DIPLOMATIC.search(text):
            remembered = YEARLY
        elif groups & (_TREATIES | _RELATIONS):
            remembered = ROUND
    return CalendarDays(day, end, _kind(groups, with_parties=with_parties), groups, remembered)


def last_day(statement: Statement, day: str) -> str:
    """The last day of the time in which a statement reports something that began on a day."""
    ends = [time.end or day for time in statement.times if time.role == "occurred" and time.start == day]
    return ends[-1] if ends else day


def is_whole_month(first: str, last: str) -> bool:
    """Whether a time is a month or more: then its first day is only where it begins."""
    if first == last or not first.endswith("-01"):
        return False
    return (date.fromisoformat(last) + timedelta(days=1)).day == 1


def _kind(groups: Iterable[str], *, with_parties: bool) -> ToldKind:
    """What an event is. Relations are set up with somebody; what is set up without is a plan."""
    done = frozenset(groups)
    if done & _MEETING:
        return "meeting"
    return "instrument" if done & _INSTRUMENT or (with_parties and done & _RELATIONS) else "event"
