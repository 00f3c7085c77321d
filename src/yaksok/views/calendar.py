"""The calendar of a ledger, asked for a stretch of days: the database gives what falls into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, select

from yaksok.fulfilment.shelf import Shelf
from yaksok.ledger import tables
from yaksok.ledger.places import at_given, given
from yaksok.records.standing import Place, PromiseFilter, PromiseRow
from yaksok.views.anniversaries import anniversaries
from yaksok.views.calendar_entries import DUE, MOST_ENTRIES, CalendarFilter, Entry, Found, Stand
from yaksok.views.calendar_events import events

_AT_ONCE = 400


def calendar(connection: Connection, shelf: Shelf, wanted: CalendarFilter, *, as_of: date) -> list[Entry]:
    """The entries that a filter means, by day, as they are known on a day; `MOST_ENTRIES` of each sort at most."""
    found = found_in(connection, shelf, wanted, as_of=as_of, most_due=MOST_ENTRIES)
    return with_words(connection, shelf, found.stands)


def found_in(
    connection: Connection,
    shelf: Shelf,
    wanted: CalendarFilter,
    *,
    as_of: date,
    most_due: int,
    of_a_day: int = 0,
) -> Found:
    """The same without words: enough to count them and to choose which are shown.

    Of the promises that fall due so many are given as `most_due` says, and of each day as `of_a_day` says.
    """
    falling = None
    found: list[Stand] = []
    if "due" in wanted.kinds:
        first, last = wanted.first.isoformat(), wanted.last.isoformat()
        span = PromiseFilter(party=wanted.party, due_from=first, due_until=last)
        falling = shelf.columns.due(span, limit=most_due, of_a_day=of_a_day)
        found += [Stand(due, True, DUE, stem, n, version, due) for (version, n), due, stem in falling.first]
    if wanted.kinds & {"meeting", "instrument", "event"}:
        told = events(connection, wanted.first, wanted.last, wanted.party, as_of)
        found += [one.stand for one in told if one.stand.kind in wanted.kinds]
    if "anniversary" in wanted.kinds:
        found += anniversaries(connection, wanted, as_of=as_of)
    return Found(sorted(found), falling.by_day if falling else {})


def with_words(connection: Connection, shelf: Shelf, stands: Sequence[Stand]) -> list[Entry]:
    """Entries with the words of their statements and titles, promises with their status."""
    due = {(one.version, one.n) for one in stands if one.rank == DUE}
    rows = {row.key: row for row in shelf.rows(sorted(due))}
    words = _words(connection, {(one.version, one.n) for one in stands if one.rank != DUE and one.version})
    return [_entry(one, rows, words) for one in stands]


def _entry(one: Stand, rows: Mapping[Place, PromiseRow], words: Mapping[Place, Any]) -> Entry:
    place = one.version, one.n
    if one.rank == DUE:
        row = rows[place]
        return Entry(
            day=one.day,
            end=one.end,
            kind="due",
            text=row.text,
            language=row.language,
            parties=row.parties,
            id=row.id,
            doc=one.doc,
            n=one.n,
            title=row.title or row.doc,
            status=row.status,
            late=row.late,
        )
    told = words.get(place)
    return Entry(
        day=one.day,
        end=one.end,
        kind=one.kind,
        text=told.text if told else "",
        language=told.language if told else "ko",
        parties=one.parties,
        exact=one.exact,
        id=told.id if told else "",
        doc=one.doc,
        n=one.n,
        title=(told.title or one.doc) if told else one.group,
        years=one.years,
        since=one.since,
        told=one.told,
    )


def _words(connection: Connection, places: Iterable[Place]) -> dict[Place, Any]:
    wanted = sorted(set(places))
    found = {}
    for start in range(0, len(wanted), _AT_ONCE):
        for row in connection.execute(_statements(), given(wanted[start : start + _AT_ONCE])):
            found[row.version, row.n] = row
    return found


@cache
def _statements() -> Select[Any]:
    table, versions = tables.statements, tables.versions
    return (
        select(table.c.version, table.c.n, table.c.id, table.c.text, versions.c.title, versions.c.language)
        .join(versions, versions.c.key == table.c.version)
        .where(at_given(table.c.version, table.c.n))
    )
