"""Events that documents report, as the calendar takes them: each once, with its kind and its last day.

The words are not loaded here: most of what falls into a stretch of days is counted and not shown.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Integer, Select, cast, func, or_, select

from yaksok.ledger import derived_tables as derived
from yaksok.links.calendar_days import ROUND, YEARLY, is_whole_month
from yaksok.reference.membership import COUNTERPARTS, group_lists, groups_ever
from yaksok.views.calendar_entries import ENTRY_KINDS, MOST_ENTRIES, Stand


class Told(NamedTuple):
    """A reported event with the groups of its deeds, and each how many years it is remembered (0: never)."""

    stand: Stand
    deeds: frozenset[str]
    remembered: int


def events(connection: Connection, first: date, last: date, party: str | None, as_of: date) -> list[Told]:
    """The events that documents report of a stretch of days, each once."""
    table = derived.told
    days = table.c.day >= first.isoformat(), table.c.day <= last.isoformat()
    query = _reported(party, as_of).where(*days).order_by(table.c.day, table.c.version, table.c.n)
    return _once([_told(row) for row in connection.execute(query.limit(MOST_ENTRIES))])


def remembered(connection: Connection, first: date, last: date, party: str | None, as_of: date) -> list[Told]:
    """The events before a stretch of days that may be remembered on one of them, by month and day."""
    table, years = derived.told, range(first.year, last.year + 1)
    year = cast(func.substr(table.c.day, 1, 4), Integer)
    in_turn = [] if len(years) >= ROUND else [(each - year) % ROUND == 0 for each in years]
    query = _reported(party, as_of).where(
        table.c.remembered.in_((YEARLY, ROUND)),
        table.c.day < first.isoformat(),
        *([or_(table.c.remembered == YEARLY, *in_turn)] if in_turn else []),
        *_on_days(table.c.month_day, first, last),
    )
    ordered = query.order_by(table.c.month_day, table.c.day, table.c.version, table.c.n)
    return _once([_told(row) for row in connection.execute(ordered.limit(MOST_ENTRIES))])


def _on_days(month_day: ColumnElement[str], first: date, last: date) -> list[ColumnElement[bool]]:
    """That a month and day fall into a stretch of days of some year; in a year without it 29 February is the 28th."""
    begin, end = (day.isoformat()[len("2019-") :] for day in (first, last))
    from_, until = month_day >= begin, month_day <= ("02-29" if end == "02-28" else end)
    if first.year == last.year:
        return [from_, until]
    return [or_(from_, until)] if last.year == first.year + 1 and end < begin else []


def _reported(party: str | None, as_of: date) -> Select[Any]:
    told, dated, events = derived.told, derived.dated, derived.events
    query = (
        select(told, dated.c.stem)
        .join(dated, dated.c.version == told.c.version)
        .where(or_(dated.c.day.is_(None), dated.c.day <= as_of.isoformat()))
    )
    if party is None:
        return query
    named = select(func.count()).where(
        events.c.party.in_(_parties_meant(party)),
        events.c.day == told.c.day,
        events.c.version == told.c.version,
        events.c.n == told.c.n,
    )
    return query.where(named.scalar_subquery() > 0)


def _parties_meant(party: str) -> list[str]:
    """A party and the groups that stand for it."""
    lists = group_lists()
    return sorted({party, *(group for group in groups_ever(party) if lists[group].kind in COUNTERPARTS)})


_RANKS = {kind: rank for rank, kind in enumerate(ENTRY_KINDS)}
_PARTS = lru_cache(maxsize=4_096)(lambda said: tuple(said.split()))
_GROUPS = lru_cache(maxsize=4_096)(lambda said: frozenset(said.split()))


def _told(row: Any) -> Told:
    version, n, day, end, kind, deeds, parties, years, _, stem = row
    exact = day == end or not is_whole_month(day, end)
    return Told(
        Stand(day, exact, _RANKS[kind], stem, n, version, end, _PARTS(parties)), _GROUPS(deeds), years
    )


def _once(told: list[Told]) -> list[Told]:
    """Reports of one event as one: the same day, the same parties, a deed in common; the first tells it."""
    kept: list[Told] = []
    alike: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for one in told:
        stand = one.stand
        if stand.parties:
            near = alike.setdefault((stand.day, stand.end, stand.parties), [])
            index = next((index for index in near if kept[index].deeds & one.deeds), None)
            if index is not None:
                kept[index] = _together(kept[index], one)
                continue
            near.append(len(kept))
        kept.append(one)
    return kept


def _together(one: Told, other: Told) -> Told:
    """Two reports of an event, told by the first."""
    years = min(filter(None, (one.remembered, other.remembered)), default=0)
    return Told(one.stand._replace(told=one.stand.told + 1), one.deeds | other.deeds, years)
