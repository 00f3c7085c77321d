"""Which promises a ledger lists, and by which parties they are found: derived rows of each document."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sqlalchemy import Connection, delete, insert

from yaksok.ledger import derived_tables as derived
from yaksok.ledger.reader import StoredDocument
from yaksok.links.profile import headings, numbered
from yaksok.links.reported_events import reported_events
from yaksok.links.timeline import published
from yaksok.records.statement import Statement


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
    told = [
        {"version": stored.key, "n": each.n, "day": each.event.on, "party": party}
        for each in reported_events(stored)
        if each.n not in besides
        for party in ("", *sorted(each.event.parties))
    ]
    rows_of = ((derived.promises, promises), (derived.promise_parties, parties), (derived.events, told))
    for table, rows in rows_of:
        if rows:
            connection.execute(insert(table), rows)


def take_off_lists(connection: Connection, version: int) -> None:
    """Remove the promises of a version from the lists."""
    for table in (derived.promises, derived.promise_parties, derived.events):
        connection.execute(delete(table).where(table.c.version == version))


def _parties(statement: Statement, by_number: dict[int, Statement]) -> Iterator[str]:
    """The parties that a promise or a heading above it names."""
    for one in (statement, *headings(statement, by_number)):
        yield from (party.id for party in one.parties)
