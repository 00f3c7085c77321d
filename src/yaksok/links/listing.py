"""Which promises a ledger lists, and by which parties they are found: derived rows of each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from sqlalchemy import Connection, delete, insert

from yaksok.ledger import derived_tables as derived
from yaksok.ledger.reader import StoredDocument
from yaksok.links.calendar_days import calendar_days, last_day
from yaksok.links.profile import headings, numbered
from yaksok.links.reported_events import ReportedEvent, reported_events
from yaksok.links.timeline import published
from yaksok.records.statement import Statement

_LISTS = (derived.promises, derived.promise_parties, derived.events, derived.told, derived.party_acts)


def list_promises(connection: Connection, stored: StoredDocument, *, besides: Container[int] = ()) -> None:
    """Put the promises of a document and the events it reports on the lists, in the place of those there.

    `besides` are the numbers of statements that are no promises of their own.
    """
    take_off_lists(connection, stored.key)
    by_number = numbered(stored.document)
    day = published(stored.document).reckoned()
    written = day.isoformat() if day else None
    promises, parties = [], []
    for statement in stored.document.statements:
        if statement.act == "commitment" and statement.role not in {"meta", "title"}:
            if statement.n in besides:
                continue
            place = {"version": stored.key, "n": statement.n}
            promises.append({**place, "day": written})
            parties += [
                {**place, "party": party, "day": written or ""}
                for party in sorted(set(_parties(statement, by_number)))
            ]
    reported = [each for each in reported_events(stored) if each.n not in besides]
    told = [
        {"version": stored.key, "n": each.n, "day": each.event.on, "party": party}
        for each in reported
        for party in ("", *sorted(each.event.parties))
    ]
    shown = [told_row(stored.key, each, last_day(by_number[each.n], each.event.on)) for each in reported]
    acts = [
        {"version": stored.key, "party": party, "day": written or "", "act": act, "number": number}
        for (party, act), number in sorted(_party_acts(stored, by_number, besides).items())
    ]
    rows_of = (
        (derived.promises, promises),
        (derived.promise_parties, parties),
        (derived.events, told),
        (derived.told, shown),
        (derived.party_acts, acts),
    )
    for table, rows in rows_of:
        if rows:
            connection.execute(insert(table), rows)


def take_off_lists(connection: Connection, version: int) -> None:
    """Remove the promises of a version from the lists."""
    for table in _LISTS:
        connection.execute(delete(table).where(table.c.version == version))


def told_row(version: int, reported: ReportedEvent, end: str) -> dict[str, object]:
    """The row by which a calendar shows an event that lasts to a day."""
    event = reported.event
    days = calendar_days(event.text, event.on, end, with_parties=bool(event.parties))
    return {
        "version": version,
        "n": reported.n,
        "day": days.day,
        "end": days.end,
        "kind": days.kind,
        "deeds": " ".join(sorted(days.deeds)),
        "parties": " ".join(sorted(event.parties)),
        "remembered": days.remembered,
        "month_day": days.day[len("2019-") :],
    }


def _parties(statement: Statement, by_number: dict[int, Statement]) -> Iterator[str]:
    """The parties that a promise or a heading above it names."""
    for one in (statement, *headings(statement, by_number)):
        yield from (party.id for party in one.parties)


def _party_acts(
    stored: StoredDocument, by_number: dict[int, Statement], besides: Container[int]
) -> Counter[tuple[str, str]]:
    """How many statements name a party, themselves or by a heading above, by what they do."""
    named: dict[int | None, frozenset[str]] = {None: frozenset()}
    counts: Counter[tuple[str, str]] = Counter()
    for statement in stored.document.statements:
        if statement.parent not in named:  # a heading further down; rare enough to be walked
            named[statement.parent] = frozenset(_parties(by_number[statement.parent or 0], by_number))
        above = named[statement.parent]
        own = above | {party.id for party in statement.parties} if statement.parties else above
        named[statement.n] = own
        if statement.role not in {"meta", "title"} and statement.n not in besides:
            counts.update((party, statement.act) for party in own)
    return counts
