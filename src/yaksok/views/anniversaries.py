"""Anniversaries of relations, treaties and memberships: what documents report of earlier years, and reviewed tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from yaksok.reference.parties import HOME, is_party
from yaksok.reference.tables import rows
from yaksok.views.calendar_entries import CalendarFilter, Entry
from yaksok.views.calendar_events import RELATIONS, Told, earliest_event, events

ROUND = 5
"""Treaties and memberships are remembered each fifth year, diplomatic relations every year."""

_TREATIES = frozenset({"conclude", "in_force"})
_DIPLOMATIC = re.compile(r"수교|외교\s?관계|diplomatic (?:relations|ties)", re.IGNORECASE)
_RELATION_WORDS = ("수교", "외교", "diplomatic")
"""One of these stands in every text that tells of diplomatic relations."""

_WHOLE_DAY = len("2019-03-17")


def anniversaries(connection: Connection, wanted: CalendarFilter, *, as_of: date) -> list[Entry]:
    """The anniversaries in a stretch of days; nothing that neither a document nor a table tells."""
    found = list(_of_memberships(wanted))
    earliest = earliest_event(connection)
    if earliest is None:
        return found
    for year in range(int(earliest[:4]), wanted.first.year):
        years = wanted.first.year - year
        first, last = _moved(wanted.first, -years), _moved(wanted.last, -years)
        # In other years only relations are remembered: few events, found without looking at all.
        words = _RELATION_WORDS if years % ROUND else ()
        told = events(connection, first, last, wanted.party, as_of, words=words)
        found += [_anniversary(one.entry, years) for one in told if _is_remembered(one, years)]
    return found


def _moved(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, in a year without one
        return date(day.year + years, 2, 28)


def _is_remembered(told: Told, years: int) -> bool:
    entry = told.entry
    if not entry.exact or not entry.parties:
        return False
    if told.groups & RELATIONS and _DIPLOMATIC.search(entry.text):
        return True
    return years % ROUND == 0 and bool(told.groups & (_TREATIES | RELATIONS))


def _anniversary(entry: Entry, years: int) -> Entry:
    day = _moved(date.fromisoformat(entry.day), years).isoformat()
    return replace(entry, kind="anniversary", day=day, end=day, since=entry.day, years=years)


def _of_memberships(wanted: CalendarFilter) -> Iterator[Entry]:
    """Days on which the home country joined a group or an agreement; only where the day is known."""
    for row in rows("group_members"):
        is_known = len(row["joined"]) == _WHOLE_DAY and not row["left"] and not row["note"]
        if row["member"] == HOME and is_known and wanted.party in {None, row["group"]}:
            joined = date.fromisoformat(row["joined"])
            for year in range(wanted.first.year, wanted.last.year + 1):
                years = year - joined.year
                if years > 0 and years % ROUND == 0 and wanted.first <= _moved(joined, years) <= wanted.last:
                    yield _membership(row["group"], joined, years)


def _membership(group: str, joined: date, years: int) -> Entry:
    day = _moved(joined, years).isoformat()
    return Entry(
        day=day,
        end=day,
        kind="anniversary",
        text="",
        language="ko",
        parties=(group,) if is_party(group) else (),
        title=group,
        years=years,
        since=joined.isoformat(),
    )
