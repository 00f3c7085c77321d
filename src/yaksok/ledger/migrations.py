"""Numbered steps that bring a ledger to the schema of this program.

A step runs in one transaction with its own record, so a ledger is before it or after it, never
between. Steps are only ever added; a released step is never changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, Engine, Table, insert, inspect, select, text
from sqlalchemy.schema import CreateColumn, CreateIndex

from yaksok.errors import LedgerTooNew, NotALedger
from yaksok.ledger import first_schema, tables
from yaksok.ledger.column_types import TEXT, letters
from yaksok.ledger.guards import guard
from yaksok.ledger.journal import Kind, Unit, content_digest, record
from yaksok.ledger.mark import is_marked, mark
from yaksok.ledger.units import units

Migration = Callable[[Connection], None]


def m0001_first_tables(connection: Connection) -> None:
    """Documents, versions, statements, mentions, problems and runs."""
    first_schema.metadata.create_all(connection, checkfirst=False)
    mark(connection)


def m0002_judgements_and_proofs(connection: Connection) -> None:
    """Stored sources, layouts, links, decisions, series and the journal; records that cannot be changed."""
    present = set(first_schema.metadata.tables)
    for table in tables.metadata.sorted_tables:
        if table.name not in present:
            table.create(connection)
    _add(connection, tables.runs, Column("rules", letters(40)), Column("nonce", letters(32)))
    _add(connection, tables.versions, Column("rules", letters(40)))
    _add(connection, tables.statements, Column("cells", TEXT))
    by_id = next(index for index in tables.statements.indexes if index.name == "statements_by_id")
    connection.execute(CreateIndex(by_id))
    # What the first program wrote has no journal; from here on nothing of it can change unseen.
    kinds: tuple[Kind, ...] = ("migration", "run", "version", "problem")
    for kind in kinds:
        record(connection, list(units(connection, kind)))
    guard(connection, tables.RECORDS)


def m0003_documents_by_stem(connection: Connection) -> None:
    """An index by which a document is found by its name."""
    by_stem = next(index for index in tables.documents.indexes if index.name == "documents_by_stem")
    connection.execute(CreateIndex(by_stem))


MIGRATIONS: tuple[Migration, ...] = (
    m0001_first_tables,
    m0002_judgements_and_proofs,
    m0003_documents_by_stem,
)


_JOURNAL_SINCE = 2
"""The step that makes the journal; it names the steps before it as well."""


def schema_version(connection: Connection, *, where: str) -> int:
    """The number of the last step applied, 0 for an empty database.

    Raises NotALedger for a database that holds something else, LedgerTooNew for one that a later
    program wrote.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return 0
    if "migrations" not in names or not is_marked(connection):
        raise NotALedger(path=where)
    applied = connection.execute(select(tables.migrations.c.number)).scalars().all()
    version = max(applied, default=0)
    if version > len(MIGRATIONS):
        raise LedgerTooNew(path=where, found=version, known=len(MIGRATIONS))
    return version


def migrate(engine: Engine, *, where: str) -> None:
    """Apply every step that the ledger at `where` lacks."""
    for number, step in enumerate(MIGRATIONS, start=1):
        with engine.begin() as connection:
            # Asked again inside the transaction: another process may have applied it meanwhile.
            if schema_version(connection, where=where) >= number:
                continue
            step(connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            row = {"number": number, "name": step.__name__, "applied_at": now}
            connection.execute(insert(tables.migrations).values(row))
            if number >= _JOURNAL_SINCE:
                unit = Unit("migration", step.__name__, content_digest([(tables.migrations, [row])]))
                record(connection, [unit])


def _add(connection: Connection, table: Table, *columns: Column[str]) -> None:
    """Columns of a later schema, empty in the rows that are there."""
    name = connection.dialect.identifier_preparer.format_table(table)
    for column in columns:
        words = CreateColumn(column).compile(dialect=connection.dialect)
        connection.execute(text(f"ALTER TABLE {name} ADD COLUMN {words}"))
