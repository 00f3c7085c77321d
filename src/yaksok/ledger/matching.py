"""Finding statements again that decisions name, after documents changed or in another ledger.

First by the statement's id, then by its words in a document of the same name, then by its words alone.
Where words stand in several places none of them is taken: a decision is never guessed onto a statement.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, exists, select

from yaksok.ledger import tables
from yaksok.records.decision import StatementKey
from yaksok.records.link import StatementRef

How = Literal["id", "document and words", "words", "ambiguous", "lost"]
"""By what a statement was found; "ambiguous" and "lost" for none."""


@dataclass(frozen=True, slots=True)
class Match:
    """The places of a statement in current documents; several only where the same file lies at several addresses."""

    refs: tuple[StatementRef, ...]
    how: How


_AT_ONCE = 400
_MOST_BY_ID = 100

# What may differ without the words saying anything else: white space, quotes, brackets, dots and dashes. Signs
# that make another amount of the same digits stay: 1.5 is not 15, nor is -3 the same as 3.
_INK = re.compile(r"(?<=\d)[.,:/~\u2013-](?=\d)|(?<!\w)[-\u2212](?=\d)|[^\W_]|[%‰+<>=±×÷√$€£¥₩°]")


def squashed(text: str) -> str:
    """The words of a text without what a new reading of the same words may change."""
    return "".join(_INK.findall(unicodedata.normalize("NFC", text))).casefold()


def match_statements(connection: Connection, keys: Iterable[StatementKey]) -> dict[StatementKey, Match]:
    """Where each statement is in the current documents.

    What its id or its document tells is looked up; only for what neither tells all statements are read, once.
    """
    wanted = set(keys)
    found = _by_id(connection, wanted)
    for look_up in (_by_document, _by_words):
        rest = wanted - found.keys()
        if rest:
            found |= look_up(connection, rest)
    return found | {key: Match((), "lost") for key in wanted - found.keys()}


def statements_by_id(connection: Connection, beginning: str) -> list[StatementRef]:
    """Current statements whose id begins so (hexadecimal digits), not more than a hundred."""
    table = tables.statements
    query = _current().where(table.c.id >= beginning, table.c.id < beginning + "g").order_by(table.c.id)
    return [_ref(row) for row in connection.execute(query.limit(_MOST_BY_ID)).mappings()]


def statements_at(connection: Connection, doc: str, n: int) -> list[StatementRef]:
    """The statements with this number in current documents of this stem."""
    query = _current().where(tables.documents.c.stem == doc, tables.statements.c.n == n)
    return [_ref(row) for row in connection.execute(query).mappings()]


def has_document(connection: Connection, doc: str) -> bool:
    """Whether a document of this stem is in the ledger."""
    stems = tables.documents.c.stem
    return connection.execute(select(stems).where(stems == doc).limit(1)).first() is not None


def date_of_version(connection: Connection, version: str) -> str | None:
    """The date of the document that was read as this version (by its id)."""
    found = tables.versions.c
    return connection.execute(select(found.date).where(found.id == version)).scalar()


def _by_id(connection: Connection, keys: Collection[StatementKey]) -> dict[StatementKey, Match]:
    places: defaultdict[str, list[StatementRef]] = defaultdict(list)
    for chunk in _chunks(sorted({key.id for key in keys if key.id})):
        for row in connection.execute(_current().where(tables.statements.c.id.in_(chunk))).mappings():
            places[row["id"]].append(_ref(row))
    return {key: Match(tuple(places[key.id]), "id") for key in keys if places.get(key.id)}


def _by_document(connection: Connection, keys: Collection[StatementKey]) -> dict[StatementKey, Match]:
    by_place: defaultdict[tuple[str, str], list[StatementKey]] = defaultdict(list)
    for key in keys:
        by_place[key.doc, squashed(key.text)].append(key)
    found: defaultdict[StatementKey, list[StatementRef]] = defaultdict(list)
    for chunk in _chunks(sorted({key.doc for key in keys})):
        for row in _statements(connection, tables.documents.c.stem.in_(chunk)):
            for key in by_place.get((row["stem"], squashed(row["text"])), ()):
                found[key].append(_ref(row))
    return {key: _only_one(refs, "document and words") for key, refs in found.items()}


def _by_words(connection: Connection, keys: Collection[StatementKey]) -> dict[StatementKey, Match]:
    by_words: defaultdict[str, list[StatementKey]] = defaultdict(list)
    for key in keys:
        by_words[squashed(key.text)].append(key)
    found: defaultdict[StatementKey, list[StatementRef]] = defaultdict(list)
    for row in _statements(connection):
        for key in by_words.get(squashed(row["text"]), ()):
            found[key].append(_ref(row))
    return {key: _only_one(refs, "words") for key, refs in found.items()}


def _only_one(refs: Sequence[StatementRef], how: How) -> Match:
    # Words without a letter or digit are those of many statements, even where only one is there now.
    if len(refs) == 1 and squashed(refs[0].text):
        return Match(tuple(refs), how)
    return Match((), "ambiguous")


def _statements(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[RowMapping]:
    """All statements of current documents, no more than those of some documents held at a time."""
    versions, documents = tables.versions, tables.documents
    keys = connection.execute(
        select(versions.c.key)
        .join(documents, documents.c.key == versions.c.document)
        .where(~_is_superseded(), *conditions)
    ).scalars()
    for chunk in _chunks(keys.all()):
        yield from connection.execute(_current().where(tables.statements.c.version.in_(chunk))).mappings()


def _current() -> Select[Any]:
    """The statements of current documents, as much of them as a reference needs."""
    versions, documents, statements = tables.versions, tables.documents, tables.statements
    return (
        select(
            statements.c.id,
            statements.c.n,
            statements.c.text,
            statements.c.span_start,
            statements.c.span_end,
            versions.c.id.label("version_id"),
            documents.c.stem,
        )
        .join(versions, versions.c.key == statements.c.version)
        .join(documents, documents.c.key == versions.c.document)
        .where(~_is_superseded())
    )


def _is_superseded() -> ColumnElement[bool]:
    later = tables.versions.alias("later")
    return exists().where(later.c.supersedes == tables.versions.c.key)


def _ref(row: RowMapping) -> StatementRef:
    return StatementRef(
        version=row["version_id"],
        doc=row["stem"],
        n=row["n"],
        text=row["text"],
        span=(row["span_start"], row["span_end"]),
        id=row["id"],
    )


Item = TypeVar("Item")


def _chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
