"""Events that documents report, as the calendar takes them: each once, with its kind and its last day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, or_, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.places import at
from yaksok.links.deeds import deeds
from yaksok.reference.membership import COUNTERPARTS, group_lists, groups_ever
from yaksok.views.calendar_entries import MOST_ENTRIES, Entry, EntryKind

RELATIONS = frozenset({"relate"})
_MEETING = frozenset({"hold", "visit", "session"})
_INSTRUMENT = frozenset({"conclude", "in_force", "settle", "enact"})
_DONE = frozenset({"named", "past"})
_AT_ONCE = 200


class Told(NamedTuple):
    """A reported event with the groups of its deeds."""

    entry: Entry
    groups: frozenset[str]


def earliest_event(connection: Connection) -> str | None:
    """The day of the first event that is reported; None where none is."""
    table = derived.events
    return connection.execute(
        select(table.c.day).where(table.c.party == "").order_by(table.c.day).limit(1)
    ).scalar()


def events(
    connection: Connection,
    first: date,
    last: date,
    party: str | None,
    as_of: date,
    *,
    words: Sequence[str] = (),
) -> list[Told]:
    """The events that documents report of a stretch of days, each once; `words`: with one of these in the text."""
    query = _reported(first, last, party, as_of)
    if words:
        text = tables.statements.c.text
        query = query.where(or_(*(text.icontains(word, autoescape=True) for word in words)))
    rows = connection.execute(query).all()
    places = [(row.version, row.n) for row in rows]
    parties, ends = _parties(connection, places), _ends(connection, places)
    return _once([_told(row, parties, ends) for row in rows])


def _reported(first: date, last: date, party: str | None, as_of: date) -> Select[Any]:
    events, dated, statements = derived.events, derived.dated, tables.statements
    named = events.c.party.in_(_parties_meant(party)) if party else events.c.party == ""
    return (
        select(
            events.c.day,
            events.c.version,
            events.c.n,
            dated.c.stem,
            statements.c.text,
            statements.c.id,
            tables.versions.c.title,
            tables.versions.c.language,
        )
        .join(dated, dated.c.version == events.c.version)
        .join(tables.versions, tables.versions.c.key == events.c.version)
        .join(statements, and_(statements.c.version == events.c.version, statements.c.n == events.c.n))
        .where(named, events.c.day >= first.isoformat(), events.c.day <= last.isoformat())
        .where(or_(dated.c.day.is_(None), dated.c.day <= as_of.isoformat()))
        .distinct()
        .order_by(events.c.day, events.c.version, events.c.n)
        .limit(MOST_ENTRIES)
    )


def _parties_meant(party: str) -> list[str]:
    """A party and the groups that stand for it."""
    lists = group_lists()
    return sorted({party, *(group for group in groups_ever(party) if lists[group].kind in COUNTERPARTS)})


def _parties(connection: Connection, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], list[str]]:
    table = derived.events
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for start in range(0, len(places), _AT_ONCE):
        there = at(table.c.version, table.c.n, places[start : start + _AT_ONCE])
        query = select(table.c.version, table.c.n, table.c.party).where(there, table.c.party != "")
        for row in connection.execute(query.order_by(table.c.party)):
            found[row.version, row.n].append(row.party)
    return found


def _ends(connection: Connection, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int, str], str]:
    """The last day of each time that reports, by place and first day."""
    table = tables.mentions
    found = {}
    for start in range(0, len(places), _AT_ONCE):
        there = at(table.c.version, table.c.n, places[start : start + _AT_ONCE])
        query = select(table.c.version, table.c.n, table.c.time_start, table.c.time_end)
        for row in connection.execute(query.where(there, table.c.kind == "time", table.c.role == "occurred")):
            if row.time_start:
                found[row.version, row.n, row.time_start] = row.time_end or row.time_start
    return found


def _told(row: Any, parties: dict[tuple[int, int], list[str]], ends: dict[tuple[int, int, str], str]) -> Told:
    place = (row.version, row.n)
    end = ends.get((*place, row.day), row.day)
    groups = frozenset(deed.group for deed in deeds(row.text) if deed.told in _DONE)
    return Told(
        Entry(
            day=row.day,
            end=end,
            kind=_kind(groups, parties.get(place)),
            text=row.text,
            language=row.language,
            parties=tuple(parties.get(place, ())),
            exact=not _is_whole_month(row.day, end),
            id=row.id,
            doc=row.stem,
            n=row.n,
            title=row.title or row.stem,
        ),
        groups,
    )


def _kind(groups: frozenset[str], parties: list[str] | None) -> EntryKind:
    """What an event is. Relations are set up with somebody; what is set up without is a plan."""
    if groups & _MEETING:
        return "meeting"
    return "instrument" if groups & _INSTRUMENT or (parties and groups & RELATIONS) else "event"


def _is_whole_month(first: str, last: str) -> bool:
    """Whether a time is a month or more: then its first day is only where it begins."""
    if first == last or not first.endswith("-01"):
        return False
    return (date.fromisoformat(last) + timedelta(days=1)).day == 1


def _once(told: list[Told]) -> list[Told]:
    """Reports of one event as one: the same day, the same parties, a deed in common; the first tells it."""
    kept: list[Told] = []
    by_day: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in told:
        key = (one.entry.day, one.entry.end)
        for index in by_day[key]:
            same = kept[index]
            if one.entry.parties and same.entry.parties == one.entry.parties and same.groups & one.groups:
                kept[index] = Told(replace(same.entry, told=same.entry.told + 1), same.groups | one.groups)
                break
        else:
            by_day[key].append(len(kept))
            kept.append(one)
    return kept
