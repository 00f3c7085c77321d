"""What was held, signed and promised with a party, in the order of time, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, select

from yaksok.fulfilment.shelf import Shelf
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.reader import StoredDocument, partial_documents
from yaksok.links.deeds import deeds
from yaksok.links.events import events, telling_of
from yaksok.links.profile import headings, numbered
from yaksok.records.standing import Place, PromiseFilter, PromiseRow
from yaksok.records.statement import Genre, Language, Statement
from yaksok.views.party_page import NamedIn, documents_naming
from yaksok.views.party_sides import Side, side_of

EventKind = Literal["meeting", "visit", "instrument", "document", "body", "other"]
"""document: one that was issued together; instrument: an agreement that a document reports."""

_BY_DEED: dict[str, EventKind] = {
    "hold": "meeting",
    "visit": "visit",
    "conclude": "instrument",
    "in_force": "instrument",
    "settle": "instrument",
    "found": "body",
    "relate": "instrument",
}
_BY_NAME: dict[str, EventKind] = {"event": "meeting", "agreement": "instrument"}
JOINT: frozenset[Genre] = frozenset({"joint_statement", "fact_sheet"})
"""Kinds of documents that two sides issue together."""


MOST_JOINT = 6
"""So many joint documents are looked at, the newest."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement that tells of an event."""

    stem: str
    n: int
    title: str
    language: Language


@dataclass(frozen=True, slots=True)
class Happened:
    """An event with a party, in the words of the first statement that tells of it.

    `day` is the first day that the words mean (ISO), `when` the same as exactly as they say: "2023-08-18",
    "2023-08" or "2023".
    """

    day: str
    when: str
    kind: EventKind
    text: str
    language: Language
    told: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Joint:
    """A promise of a joint document: which side is to keep it, and the words that say so."""

    row: PromiseRow
    side: Side
    words: str


def happened(
    connection: Connection, party: str, joint: Sequence[NamedIn], *, as_of: date, limit: int = 20
) -> tuple[Happened, ...]:
    """The newest events with a party that documents report, and what was issued with it, newest first.

    `joint` are the `joint_documents`. Several tellings of one event are one.
    """
    reported = _reported(connection, party, as_of=as_of, limit=limit)
    issued = [
        Happened(
            document.day,
            document.written or document.day,
            "document",
            document.title or document.stem,
            document.language,
            (Telling(document.stem, 1, document.title, document.language),),
        )
        for document in joint
        if document.day and party in _title_parties(connection, document.version)
    ]
    return tuple(sorted([*reported, *issued], key=lambda each: each.day, reverse=True)[:limit])


def _reported(connection: Connection, party: str, *, as_of: date, limit: int) -> list[Happened]:
    table = derived.events
    query = (
        select(table.c.version, table.c.n, table.c.day)
        .join(derived.dated, derived.dated.c.version == table.c.version)
        .where(
            table.c.party == party,
            table.c.day <= as_of.isoformat(),
            derived.dated.c.first <= as_of.isoformat(),
        )
        .order_by(table.c.day.desc(), table.c.version, table.c.n)
        .limit(limit * 3)  # several documents tell of one event
    )
    days = {(row.version, row.n): row.day for row in connection.execute(query)}
    documents = partial_documents(connection, days)
    keys = events([telling_of((str(place[0]), place[1]), _at(documents, place)) for place in days])
    grouped: dict[str, list[Place]] = {}
    for place, key in zip(days, keys, strict=True):
        grouped.setdefault(key or f"{place}", []).append(place)
    return [_event(several, days, documents) for several in grouped.values()][:limit]


def _event(places: Sequence[Place], days: dict[Place, str], documents: dict[int, StoredDocument]) -> Happened:
    first = places[0]
    statement = _at(documents, first)
    told = []
    for version, n in places:
        stored = documents[version]
        told.append(Telling(stored.doc, n, stored.document.title, stored.document.language))
    language = documents[first[0]].document.language
    when = _when(statement, days[first])
    return Happened(days[first], when, kind_of(statement), statement.text, language, tuple(told))


def _when(statement: Statement, day: str) -> str:
    """The day of an event as exactly as its statement says: to the day, the month or the year."""
    for time in statement.times:
        if time.role == "occurred" and time.start == day and time.end and time.end != day:
            return day[: len("2023-08")] if time.end[:7] == day[:7] else day[: len("2023")]
    return day


def kind_of(statement: Statement) -> EventKind:
    """What kind of event a statement reports: by its deed, else by what it names."""
    for deed in deeds(statement.text):
        if deed.group in _BY_DEED:
            return _BY_DEED[deed.group]
    for name in statement.names:
        if name.type in _BY_NAME:
            return _BY_NAME[name.type]
    return "other"


def joint_promises(
    connection: Connection, shelf: Shelf, party: str, joint: Sequence[NamedIn], *, limit: int = 60
) -> tuple[Joint, ...]:
    """The promises of the newest documents issued with a party (`joint_documents`), by the side that is to keep them.

    A document is one with the party where its title names it. Of other joint documents only what
    names the party, itself or by a heading, is listed.
    """
    found: list[Joint] = []
    for document in joint:
        with_party = party in _title_parties(connection, document.version)
        wanted = PromiseFilter(documents=frozenset({document.stem}), party=None if with_party else party)
        rows = [
            row
            for row in shelf.page(wanted, sort="document", limit=limit).rows
            if row.key[0] == document.version
        ]
        if not with_party:
            rows = [row for row in rows if party in row.parties]
        loaded = partial_documents(connection, [row.key for row in rows])
        for row in rows:
            statement = _at(loaded, row.key)
            if statement.role != "heading":
                above = headings(statement, numbered(loaded[row.key[0]].document))
                found.append(Joint(row, *side_of(statement, party, above=above)))
        if len(found) >= limit:
            break
    return tuple(found[:limit])


def joint_documents(connection: Connection, party: str, *, as_of: date) -> tuple[NamedIn, ...]:
    """The newest documents of two sides that name a party, newest first."""
    return documents_naming(connection, party, as_of=as_of, genres=JOINT, limit=MOST_JOINT)


def _title_parties(connection: Connection, version: int) -> frozenset[str]:
    """The parties that the title of a document names."""
    mentions, statements = tables.mentions, tables.statements
    titles = select(statements.c.n).where(statements.c.version == version, statements.c.role == "title")
    query = select(mentions.c.value).where(
        mentions.c.version == version, mentions.c.kind == "party", mentions.c.n.in_(titles)
    )
    return frozenset(connection.execute(query).scalars())


def _at(documents: dict[int, StoredDocument], place: Place) -> Statement:
    version, n = place
    return numbered(documents[version].document)[n]
