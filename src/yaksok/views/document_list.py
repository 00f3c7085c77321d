"""The documents of a ledger as a list: filtered, in an order, counted by year, kind and issuer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Select, func, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.records.statement import Genre, Language

DocumentSort = Literal["-day", "day", "title", "-statements", "-promises", "-added"]
DOCUMENT_SORTS: tuple[DocumentSort, ...] = get_args(DocumentSort)
"""By the day of the document, by its title, by how much it says, by when it came in; `-`: the greatest first."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A current document.

    `date` is what it says itself, `day` the one day it is reckoned with (ISO; None where nothing is known).
    `statements` and `promises` are counted, `added` is the moment (ISO, UTC) at which this version came in.
    """

    key: int
    doc: str
    title: str
    date: str | None
    day: str | None
    issuer: str | None
    genre: Genre
    language: Language
    media_type: str
    added: str
    statements: int
    promises: int

    @property
    def year(self) -> str:
        """The year of its day; "" where it is not known."""
        return (self.day or "")[:4]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """Which documents are meant; what is empty or None restricts nothing.

    `words` must all stand in the title, whatever their case.
    """

    words: tuple[str, ...] = ()
    issuer: str = ""
    genre: str = ""
    language: str = ""
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many documents there are of each kind and year, and of each issuer."""

    years: tuple[str, ...]
    genres: tuple[tuple[str, tuple[int, ...]], ...]
    issuers: tuple[tuple[str, tuple[int, ...]], ...]


def document_entries(
    connection: Connection, known: Iterable[DocumentEntry] = ()
) -> tuple[DocumentEntry, ...]:
    """Every current document of a linked ledger, newest first, undated ones last.

    One row is read for each document and nothing of its text. What is `known` from an earlier look is not read
    again: versions never change, only how many of their promises are their own.
    """
    promised = _promised(connection)
    held = {one.key: one for one in known}
    current = set(connection.execute(select(derived.dated.c.version)).scalars())
    entries = [
        one if one.promises == promised.get(key, 0) else replace(one, promises=promised.get(key, 0))
        for key, one in held.items()
        if key in current
    ]
    missing = sorted(current - held.keys())
    for start in range(0, len(missing), _AT_ONCE):
        query = _rows().where(derived.dated.c.version.in_(missing[start : start + _AT_ONCE]))
        entries += [_entry(row, promised) for row in connection.execute(query)]
    return in_order(entries, "-day")


def _rows() -> Select[Any]:
    versions, dated, statements = tables.versions, derived.dated, tables.statements
    # Statements are numbered from 1, so the greatest number is how many there are: one step in the index.
    number = select(func.max(statements.c.n)).where(statements.c.version == dated.c.version).scalar_subquery()
    return select(
        dated.c.version,
        dated.c.stem,
        dated.c.day,
        dated.c.issuer,
        dated.c.genre,
        versions.c.title,
        versions.c.date,
        versions.c.language,
        versions.c.media_type,
        versions.c.added_at,
        number.label("statements"),
    ).join(versions, versions.c.key == dated.c.version)


def _promised(connection: Connection) -> dict[int, int]:
    table = derived.promises
    counts = select(table.c.version, func.count().label("promises")).group_by(table.c.version)
    return {row.version: row.promises for row in connection.execute(counts)}


def _entry(row: Any, promised: dict[int, int]) -> DocumentEntry:
    return DocumentEntry(
        key=row.version,
        doc=row.stem,
        title=row.title or row.stem,
        date=row.date,
        day=row.day,
        issuer=row.issuer,
        genre=row.genre,
        language=row.language,
        media_type=row.media_type,
        added=row.added_at,
        statements=row.statements or 0,
        promises=promised.get(row.version, 0),
    )


def chosen(entries: Sequence[DocumentEntry], wanted: DocumentFilter) -> list[DocumentEntry]:
    """The documents that a filter means, in the order in which they stand."""
    found = list(entries)
    if wanted.issuer:
        found = [one for one in found if one.issuer == wanted.issuer]
    if wanted.genre:
        found = [one for one in found if one.genre == wanted.genre]
    if wanted.language:
        found = [one for one in found if one.language == wanted.language]
    if wanted.years is not None:
        first, last = (f"{year:04}" for year in wanted.years)
        found = [one for one in found if one.year and first <= one.year <= last]
    for word in wanted.words:
        part = word.casefold()
        found = [one for one in found if part in one.title.casefold()]
    return found


_KEYS: dict[DocumentSort, Callable[[DocumentEntry], Any]] = {
    "day": lambda one: one.day or "9999",
    "-day": lambda one: one.day or "",
    "title": lambda one: one.title.casefold(),
    "-statements": lambda one: one.statements,
    "-promises": lambda one: one.promises,
    "-added": lambda one: (one.added, one.key),
}


def in_order(entries: Sequence[DocumentEntry], sort: DocumentSort) -> tuple[DocumentEntry, ...]:
    """Documents in an order; equal ones by their names."""
    by_name = sorted(entries, key=lambda one: (one.doc, one.key))
    return tuple(sorted(by_name, key=_KEYS[sort], reverse=sort.startswith("-")))


def issuers_of(entries: Sequence[DocumentEntry]) -> list[tuple[str, int]]:
    """The issuers with the number of their documents, most first."""
    counts = Counter(one.issuer for one in entries if one.issuer)
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def coverage_of(entries: Sequence[DocumentEntry], *, most_issuers: int = 20) -> Coverage:
    """How many documents there are by year, of each kind and of the issuers with most; undated ones in year ""."""
    years = tuple(sorted({one.year for one in entries}, key=lambda year: (not year, year)))
    genres = Counter((one.genre, one.year) for one in entries)
    issued = Counter((one.issuer or "", one.year) for one in entries)
    kinds = [kind for kind in get_args(Genre) if any((kind, year) in genres for year in years)]
    named = [name for name, _ in issuers_of(entries)[:most_issuers]]
    if any(one.issuer is None for one in entries):
        named.append("")
    return Coverage(
        years,
        tuple((kind, tuple(genres[kind, year] for year in years)) for kind in kinds),
        tuple((name, tuple(issued[name, year] for year in years)) for name in named),
    )
