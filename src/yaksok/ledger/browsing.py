"""Going through the records of a ledger page by page: documents and statements, in the order of their keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, exists, func, literal, select, tuple_

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.reader import partial_documents
from yaksok.records.link import StatementRef
from yaksok.records.statement import Act, Genre, Statement

LOOKED_AT = 5_000
"""So many statements are looked at for one page; where few of them fit, the page is short and there is a next one."""


_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Browsed:
    """A statement with its place."""

    ref: StatementRef
    statement: Statement


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Statements, and the place (version, number) after which the next page begins; None at the end."""

    found: tuple[Browsed, ...]
    after: tuple[int, int] | None


def newest_version(connection: Connection, stem: str) -> int | None:
    """The key of a document's newest version by its stem; of the newest document where several have the stem."""
    versions, documents = tables.versions, tables.documents
    later = tables.versions.alias("later")
    keys = connection.execute(select(documents.c.key).where(documents.c.stem == stem)).scalars().all()
    # The greatest is found here: asked for it, SQLite goes through all versions from the newest down.
    query = select(versions.c.key).where(
        versions.c.document.in_(keys), ~exists().where(later.c.supersedes == versions.c.key)
    )
    return max(connection.execute(query).scalars(), default=None)


def document_keys(
    connection: Connection,
    *,
    as_of: date,
    issuer: str | None = None,
    genre: Genre | None = None,
    after: int = 0,
    limit: int = 50,
) -> list[int]:
    """The keys of current versions after a key, in their order: those known by a day, of an issuer, of a genre."""
    table = derived.dated
    query = select(table.c.version).where(
        table.c.version > after, (table.c.first <= as_of.isoformat()) | table.c.first.is_(None)
    )
    if issuer is not None:
        query = query.where(table.c.issuer == issuer)
    if genre is not None:
        query = query.where(table.c.genre == genre)
    return list(connection.execute(query.order_by(table.c.version).limit(limit)).scalars())


def acts_of(connection: Connection, version: int) -> Counter[Act]:
    """How many statements of a version do what."""
    table = tables.statements
    rows = connection.execute(
        select(table.c.act, func.count()).where(table.c.version == version).group_by(table.c.act)
    ).all()
    return Counter(dict(map(tuple, rows)))


def statement_page(
    connection: Connection,
    *,
    version: int | None = None,
    act: Act | None = None,
    party: str | None = None,
    after: tuple[int, int] | None = None,
    limit: int = 50,
) -> StatementPage:
    """Statements of current versions after a place: of one version, with an act, that name a party themselves."""
    looked = connection.execute(_window(version, after)).all()
    window = [(row.version, row.n) for row in looked if act is None or row.act == act]
    if party is not None:
        window = _naming(connection, window, party)
    wanted = window[:limit]
    last: tuple[int, int] | None = None
    if len(window) > limit:
        last = wanted[-1]
    elif len(looked) == LOOKED_AT:
        last = (looked[-1].version, looked[-1].n)
    return StatementPage(tuple(_loaded(connection, wanted)), last)


def _window(version: int | None, after: tuple[int, int] | None) -> Select[Any]:
    """The next `LOOKED_AT` statements of current versions."""
    table, later = tables.statements, tables.versions.alias("later")
    query = select(table.c.version, table.c.n, table.c.act)
    if version is not None:
        query = query.where(table.c.version == version)
    else:
        query = query.where(~exists().where(later.c.supersedes == table.c.version))
    if after is not None:
        query = query.where(tuple_(table.c.version, table.c.n) > tuple_(*map(literal, after)))
    return query.order_by(table.c.version, table.c.n).limit(LOOKED_AT)


def _naming(connection: Connection, window: Sequence[tuple[int, int]], party: str) -> list[tuple[int, int]]:
    """Those of some statements that name a party."""
    if not window:
        return []
    table = tables.mentions
    query = (
        select(table.c.version, table.c.n)
        .where(
            table.c.version.in_({version for version, _ in window}),
            table.c.kind == "party",
            table.c.value == party,
        )
        .distinct()
    )
    naming = {(row.version, row.n) for row in connection.execute(query)}
    return [place for place in window if place in naming]


def _loaded(connection: Connection, places: Sequence[tuple[int, int]]) -> list[Browsed]:
    documents = partial_documents(connection, places)
    found: list[Browsed] = []
    by_number = {
        key: {statement.n: statement for statement in stored.document.statements}
        for key, stored in documents.items()
    }
    for version, n in places:
        statement = by_number[version][n]
        found.append(Browsed(documents[version].ref(statement), statement))
    return found


def link_keys(connection: Connection, *, generation: int, after: int = 0, limit: int = 50) -> list[int]:
    """The keys of links of a generation after a key, in their order."""
    links, linkings = tables.links, tables.linkings
    query = (
        select(links.c.key)
        .join(linkings, linkings.c.key == links.c.linking)
        .where(linkings.c.generation == generation, links.c.key > after)
        .order_by(links.c.key)
        .limit(limit)
    )
    return list(connection.execute(query).scalars())


def key_of(connection: Connection, version: str) -> int:
    """The key of a version by its id; KeyError where there is none."""
    found = connection.execute(select(tables.versions.c.key).where(tables.versions.c.id == version)).scalar()
    if found is None:
        raise KeyError(version)
    return int(found)


def addresses_of(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    """Where the documents of some versions (keys) were found."""
    versions, documents = tables.versions, tables.documents
    wanted = sorted(set(keys))
    found: dict[int, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(versions.c.key, documents.c.address).join(
            documents, documents.c.key == versions.c.document
        )
        rows = connection.execute(query.where(versions.c.key.in_(wanted[start : start + _AT_ONCE])))
        found.update((row.key, row.address) for row in rows)
    return found
