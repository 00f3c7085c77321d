"""Whether a ledger is as it was written: its database, its guards, its journal and its ids.

Nothing is read from sources here. Everything is asked in pages, so memory does not grow with the ledger;
the caller's transaction decides which state of the ledger is looked at. Derived tables are no records and are
not checked: they can be made again.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, func, select, text

from yaksok.ledger import tables
from yaksok.ledger.audited_ids import address_of_unit, id_faults
from yaksok.ledger.findings import Finding
from yaksok.ledger.guards import unguarded
from yaksok.ledger.journal import FIRST, Kind, Unit, entry_id
from yaksok.ledger.units import KINDS, MAIN, read_units, rows_in_order, subject_column

_PAGE = 500
_MOST_FAULTS = 20
"""Faults of the file itself that SQLite is asked for."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to check, and `head`, the id of the journal's last entry.

    Noted elsewhere, the head shows later whether the journal was cut back or written anew.
    """

    documents: int
    versions: int
    statements: int
    sources: int
    entries: int
    head: str


def audit(connection: Connection, *, heads: Sequence[str] = ()) -> Iterator[Finding]:
    """Everything that does not hold; `heads` are ids of the journal's entries that must still be in it."""
    yield from _database(connection)
    for name in unguarded(connection, tables.RECORDS):
        yield Finding("guard", name, "", "is missing, so records could be changed unseen by the database")
    for table, column, query in _naming():
        for row in connection.execute(query):
            what = f"names a row as its {column} that is not there"
            yield Finding(table, "/".join(map(str, row)), "", what)
    yield from _documents_alone(connection)
    yield from _chain(connection)
    for head in heads:
        yield from _head(connection, head)
    for kind in KINDS:
        yield from _entries_alone(connection, kind)
        yield from _units(connection, kind)


def extent(connection: Connection) -> Extent:
    """The counts of the records and the head of the journal."""
    counted = (tables.documents, tables.versions, tables.statements, tables.sources, tables.journal)
    documents, versions, statements, sources, entries = (
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in counted
    )
    journal = tables.journal
    head = connection.execute(select(journal.c.id).order_by(journal.c.key.desc()).limit(1)).scalar()
    return Extent(documents, versions, statements, sources, entries, head or FIRST)


def _database(connection: Connection) -> Iterator[Finding]:
    """What SQLite finds wrong with its file; a PostgreSQL server looks after its own."""
    if connection.dialect.name != "sqlite":
        return
    for said in connection.execute(text(f"PRAGMA integrity_check({_MOST_FAULTS})")).scalars():
        if said != "ok":
            yield Finding("database", "file", "", said)


@cache
def _naming() -> tuple[tuple[str, str, Select[Any]], ...]:
    """For each column that names another row: its table, its name, and the question which rows name none."""
    found = []
    for table in tables.RECORDS:
        own = list(table.primary_key.columns)
        for key in sorted(table.foreign_keys, key=lambda key: str(key.parent.name)):
            named = key.column.table.alias("named")
            missing = (
                select(*own)
                .where(key.parent.is_not(None), ~exists().where(named.c[key.column.name] == key.parent))
                .order_by(*own)
            )
            found.append((table.name, str(key.parent.name), missing))
    return tuple(found)


def _documents_alone(connection: Connection) -> Iterator[Finding]:
    documents, versions = tables.documents, tables.versions
    alone = select(documents.c.id, documents.c.address).where(
        ~exists().where(versions.c.document == documents.c.key)
    )
    for row in connection.execute(alone):
        yield Finding(
            "document", row.id, row.address, "has no version: it was added, or its versions removed"
        )


# -- the journal ------------------------------------------------------------------------------


def _chain(connection: Connection) -> Iterator[Finding]:
    """Entries that do not follow from the one before them."""
    previous = FIRST
    for row in rows_in_order(connection, tables.journal):
        if row["previous"] != previous:
            what = (
                f"follows {row['previous']}, but behind {previous} it stands: entries were changed or removed"
            )
            yield Finding("journal", row["id"], "", what)
        unit = Unit(row["kind"], row["subject"], row["digest"])
        if entry_id(row["previous"], unit) != row["id"]:
            what = f"is not the id of what it says of the {unit.kind} {unit.subject}: it was changed or added"
            yield Finding("journal", row["id"], "", what)
        if unit.kind not in MAIN:
            yield Finding("journal", row["id"], "", f"names a {unit.kind}, which no ledger has")
        previous = row["id"]
    table = tables.journal
    twice = select(table.c.kind, table.c.subject).group_by(table.c.kind, table.c.subject)
    for repeated in connection.execute(twice.having(func.count() > 1)):
        yield Finding(repeated.kind, repeated.subject, "", "has more than one entry in the journal")


def _head(connection: Connection, head: str) -> Iterator[Finding]:
    table = tables.journal
    if head != FIRST and connection.execute(select(table.c.key).where(table.c.id == head)).first() is None:
        what = "is not in the journal any more: its end was cut off, or it was written anew"
        yield Finding("journal", head, "", what)


def _entries_alone(connection: Connection, kind: Kind) -> Iterator[Finding]:
    """Entries of the journal whose record is gone."""
    for subject in connection.execute(_without_unit(kind)).scalars():
        yield Finding(kind, subject, "", "is in the journal, but not in its table: it was removed")


@cache
def _without_unit(kind: Kind) -> Select[Any]:
    journal, column = tables.journal, MAIN[kind].c[subject_column(kind)]
    return select(journal.c.subject).where(
        journal.c.kind == kind, ~exists().where(column == journal.c.subject)
    )


# -- records ----------------------------------------------------------------------------------

_ENTRIES = select(tables.journal.c.subject, tables.journal.c.digest, tables.journal.c.key).where(
    tables.journal.c.kind == bindparam("kind"),
    tables.journal.c.subject.in_(bindparam("subjects", expanding=True)),
)


def _units(connection: Connection, kind: Kind) -> Iterator[Finding]:
    """Records that are not what their ids or the journal say, or stand in another order than they were written."""
    page: list[tuple[Unit, str]] = []
    place = 0
    for read in read_units(connection, kind):
        address = address_of_unit(connection, kind, read)
        for what in id_faults(connection, kind, read):
            yield Finding(kind, read.unit.subject, address, what)
        page.append((read.unit, address))
        if len(page) == _PAGE:
            place = yield from _compared(connection, kind, page, place)
            page.clear()
    yield from _compared(connection, kind, page, place)


def _compared(
    connection: Connection, kind: Kind, page: Sequence[tuple[Unit, str]], place: int
) -> Generator[Finding, None, int]:
    """Some units against their entries; returns the place of the last one in the journal."""
    subjects = [unit.subject for unit, _ in page]
    found = connection.execute(_ENTRIES, {"kind": kind, "subjects": subjects}).all()
    entries = {row.subject: row for row in found}
    for unit, address in page:
        entry = entries.get(unit.subject)
        if entry is None:
            yield Finding(
                kind, unit.subject, address, "has no entry in the journal: it was added, or the entry removed"
            )
            continue
        if entry.digest != unit.digest:
            what = "is not what the journal has of it: its rows were changed, added or removed"
            yield Finding(kind, unit.subject, address, what)
        if entry.key < place:
            what = "stands behind one that was written later: rows were exchanged or numbered anew"
            yield Finding(kind, unit.subject, address, what)
        place = max(place, entry.key)
    return place
