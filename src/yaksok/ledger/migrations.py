"""Numbered steps that bring a ledger to the schema of this program.

A step runs in one transaction with its own record, so a ledger is before it or after it, never
between. Steps are only ever added; a released step is never changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, inspect, select, text

from yaksok.errors import LedgerTooNew, NotALedger
from yaksok.ledger import tables

Migration = Callable[[Connection], None]

APPLICATION_ID = 0x59414B53
"""The letters YAKS in the header of an SQLite file: the mark by which a ledger is known."""


def m0001_first_tables(connection: Connection) -> None:
    """Documents, versions, statements, mentions, problems and runs."""
    tables.metadata.create_all(connection, checkfirst=False)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


MIGRATIONS: tuple[Migration, ...] = (m0001_first_tables,)


def schema_version(connection: Connection, *, where: str) -> int:
    """The number of the last step applied, 0 for an empty database.

    Raises NotALedger for a database that holds something else, LedgerTooNew for one that a later
    program wrote.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return 0
    if "migrations" not in names or not _is_marked(connection):
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
            connection.execute(
                insert(tables.migrations).values(number=number, name=step.__name__, applied_at=now)
            )


def _is_marked(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return True
    return connection.execute(text("PRAGMA application_id")).scalar() == APPLICATION_ID
