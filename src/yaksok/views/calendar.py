"""The calendar of a ledger, asked for a stretch of days: the database gives what falls into it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from yaksok.fulfilment.shelf import Shelf
from yaksok.records.standing import PromiseFilter, PromiseRow
from yaksok.views.anniversaries import anniversaries
from yaksok.views.calendar_entries import MOST_ENTRIES, CalendarFilter, Entry, in_calendar_order
from yaksok.views.calendar_events import events


def calendar(connection: Connection, shelf: Shelf, wanted: CalendarFilter, *, as_of: date) -> list[Entry]:
    """The entries that a filter means, by day, as they are known on a day; `MOST_ENTRIES` of each sort at most."""
    found: list[Entry] = []
    if "due" in wanted.kinds:
        found += _due(shelf, wanted)
    if wanted.kinds & {"meeting", "instrument", "event"}:
        told = events(connection, wanted.first, wanted.last, wanted.party, as_of)
        found += [one.entry for one in told if one.entry.kind in wanted.kinds]
    if "anniversary" in wanted.kinds:
        found += anniversaries(connection, wanted, as_of=as_of)
    return in_calendar_order(found)


def _due(shelf: Shelf, wanted: CalendarFilter) -> list[Entry]:
    first, last = wanted.first.isoformat(), wanted.last.isoformat()
    span = PromiseFilter(party=wanted.party, due_from=first, due_until=last)
    return [_entry(row) for row in shelf.page(span, sort="due", limit=MOST_ENTRIES).rows]


def _entry(row: PromiseRow) -> Entry:
    day = row.due.date if row.due else ""
    return Entry(
        day=day,
        end=day,
        kind="due",
        text=row.text,
        language=row.language,
        parties=row.parties,
        id=row.id,
        doc=row.doc,
        n=row.n,
        title=row.title or row.doc,
        status=row.status,
        late=row.late,
    )
