"""Anniversaries of relations, treaties and memberships: what documents report of earlier years, and reviewed tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from yaksok.links.calendar_days import ROUND
from yaksok.reference.parties import HOME, is_party
from yaksok.reference.tables import rows
from yaksok.views.calendar_entries import ENTRY_KINDS, CalendarFilter, Stand
from yaksok.views.calendar_events import remembered

_WHOLE_DAY = len("2019-03-17")


_ANNIVERSARY = ENTRY_KINDS.index("anniversary")


def anniversaries(connection: Connection, wanted: CalendarFilter, *, as_of: date) -> list[Stand]:
    """The anniversaries in a stretch of days; nothing that neither a document nor a table tells."""
    found = list(_of_memberships(wanted))
    for told in remembered(connection, wanted.first, wanted.last, wanted.party, as_of):
        since = told.stand.day
        for year in range(wanted.first.year, wanted.last.year + 1):
            years = year - int(since[:4])
            if years > 0 and years % told.remembered == 0:
                day = _moved(date.fromisoformat(since), years)
                if wanted.first <= day <= wanted.last:
                    found.append(_anniversary(told.stand, day, years))
    return found


def _moved(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, in a year without one
        return date(day.year + years, 2, 28)


def _anniversary(stand: Stand, day: date, years: int) -> Stand:
    shown = day.isoformat()
    return stand._replace(rank=_ANNIVERSARY, day=shown, end=shown, since=stand.day, years=years)


def _of_memberships(wanted: CalendarFilter) -> Iterator[Stand]:
    """Days on which the home country joined a group or an agreement; only where the day is known."""
    for row in rows("group_members"):
        is_known = len(row["joined"]) == _WHOLE_DAY and not row["left"] and not row["note"]
        if row["member"] == HOME and is_known and wanted.party in {None, row["group"]}:
            joined = date.fromisoformat(row["joined"])
            for year in range(wanted.first.year, wanted.last.year + 1):
                years = year - joined.year
                if years > 0 and years % ROUND == 0 and wanted.first <= _moved(joined, years) <= wanted.last:
                    yield _membership(row["group"], joined, years)


def _membership(group: str, joined: date, years: int) -> Stand:
    day = _moved(joined, years).isoformat()
    return Stand(
        day=day,
        exact=True,
        rank=_ANNIVERSARY,
        doc="",
        n=0,
        version=0,
        end=day,
        parties=(group,) if is_party(group) else (),
        years=years,
        since=joined.isoformat(),
        group=group,
    )
