"""What the index is told of a document: read from the ledger, cut into words, with what each statement is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, Select, exists, func, select

from yaksok.ledger import tables
from yaksok.ledger.reader import StoredDocument, stored_document
from yaksok.links.profile import headings, numbered
from yaksok.links.timeline import published
from yaksok.links.topics import topics_of
from yaksok.records.statement import Statement
from yaksok.search.analysis import Analyser, SurfaceAnalyser, Token, surface
from yaksok.search.schema import NUMBERS, About, Said

_WORDS_ABOVE = 40
"""So many words of a statement's headings and of its document's title are searched for, the nearest first."""

_LOOKED_AT_ABOVE = 200
"""So many words of one heading are looked at for them."""

_AT_ONCE = 32
"""Documents whose texts are cut together."""


def current_versions(connection: Connection) -> set[int]:
    """The keys of the versions to be searched: nothing superseded them, and they are no measured series."""
    return {row.key for row in connection.execute(_current())}


def newest_version(connection: Connection) -> int:
    """The greatest key of a version: as long as it stays, so does what is current. 0 in an empty ledger."""
    return int(connection.execute(select(func.max(tables.versions.c.key))).scalar() or 0)


def newest_entry(connection: Connection) -> tuple[int, str]:
    """Key and id of the last row of the ledger's journal; zero and "" without one."""
    table = tables.journal
    row = connection.execute(select(table.c.key, table.c.id).order_by(table.c.key.desc()).limit(1)).first()
    return (row.key, row.id) if row else (0, "")


def has_entry(connection: Connection, key: int, identity: str) -> bool:
    """Whether the ledger is the one whose journal had this row, with more behind it or not."""
    table = tables.journal
    return key == 0 or connection.execute(select(table.c.id).where(table.c.key == key)).scalar() == identity


def documents_with_words(
    connection: Connection, versions: Sequence[int], analyser: Analyser
) -> Iterator[tuple[About, Said, list[Said]]]:
    """Documents by the keys of their versions: what is known of each, its title, its statements."""
    rest = iter(versions)
    while batch := list(islice(rest, _AT_ONCE)):
        several = [stored_document(connection, key) for key in batch]
        added = _days_of_adding(connection, batch)
        streams = _streams_of(several, analyser)
        for stored in several:
            by_number = numbered(stored.document)
            found = [
                _said(stored, statement, by_number, streams)
                for statement in stored.document.statements
                if statement.n < NUMBERS
            ]
            yield about_of(stored, added=added[stored.key]), _title(stored, streams), found


def about_of(stored: StoredDocument, *, added: date | None) -> About:
    """What the index knows of a document besides its words. `added` is the day it came into the ledger.

    A day that was estimated from what the text tells, forecasts too, lies no later than that.
    """
    document = stored.document
    when = published(document)
    day = when.reckoned()
    if day and added and when.estimated:
        day = min(day, added)
    return About(
        stored.key,
        stored.doc,
        document.issuer,
        document.genre,
        document.language,
        day,
    )


def _days_of_adding(connection: Connection, keys: Sequence[int]) -> dict[int, date | None]:
    table = tables.versions
    rows = connection.execute(select(table.c.key, table.c.added_at).where(table.c.key.in_(keys)))
    return {row.key: date.fromisoformat(row.added_at[:10]) if row.added_at else None for row in rows}


class _Streams(NamedTuple):
    """A text, cut: both streams, and the first forms of the one by which it is found where it is a heading."""

    words: list[Token]
    surface: list[Token]
    first: list[str]


def _streams_of(several: Sequence[StoredDocument], analyser: Analyser) -> dict[str, _Streams]:
    """Every text in documents, each cut once."""
    texts: dict[str, None] = {}
    for stored in several:
        texts[stored.document.title] = None
        for statement in stored.document.statements:
            texts[statement.text] = None
            texts.update(dict.fromkeys(statement.trail))
    found = {}
    for text, words in zip(texts, analyser.words(list(texts)), strict=True):
        letters = surface(text)
        ranked = letters if analyser.name == SurfaceAnalyser.name else words
        first = dict.fromkeys(token.form for token in ranked[:_LOOKED_AT_ABOVE])
        found[text] = _Streams(words, letters, list(first))
    return found


def _title(stored: StoredDocument, streams: Mapping[str, _Streams]) -> Said:
    """The title as if it were a statement; empty where one of the statements is the title."""
    told = any(statement.role == "title" for statement in stored.document.statements)
    found = _Streams([], [], []) if told else streams[stored.document.title]
    return Said(0, "title", "none", found.words, found.surface, (), (), ())


def _said(
    stored: StoredDocument,
    statement: Statement,
    by_number: dict[int, Statement],
    streams: Mapping[str, _Streams],
) -> Said:
    places = (statement, *headings(statement, by_number))
    own = streams[statement.text]
    return Said(
        n=statement.n,
        role=statement.role,
        act=statement.act,
        words=own.words,
        surface=own.surface,
        above=_above(stored, statement, streams),
        parties=tuple(dict.fromkeys(party.id for place in places for party in place.parties)),
        topics=topics_of(statement.text, statement.trail, stored.document.language),
    )


def _above(stored: StoredDocument, statement: Statement, streams: Mapping[str, _Streams]) -> list[str]:
    found: dict[str, None] = {}
    for text in (*reversed(statement.trail), stored.document.title):
        found.update(dict.fromkeys(streams[text].first))
        if len(found) >= _WORDS_ABOVE:
            break
    return list(found)[:_WORDS_ABOVE]


def _current() -> Select[tuple[int]]:
    versions, later, series = tables.versions, tables.versions.alias("later"), tables.series
    return select(versions.c.key).where(
        ~exists().where(later.c.supersedes == versions.c.key),
        ~exists().where(series.c.version == versions.c.key),
    )
