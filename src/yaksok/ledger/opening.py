"""Opening a ledger: one SQLite file, its settings, and database errors put into words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from yaksok.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerDiskFull,
    LedgerError,
    LedgerNotFound,
    LedgerNotWritable,
    NotALedger,
)
from yaksok.ledger.migrations import migrate, schema_version

BUSY_SECONDS = 10
"""How long a writer waits for another one before it gives up."""

# What SQLite says (the primary result code's name) and what it means here.
_MEANING: dict[str, type[LedgerError]] = {
    "SQLITE_READONLY": LedgerNotWritable,
    "SQLITE_PERM": LedgerNotWritable,
    "SQLITE_CANTOPEN": LedgerNotWritable,
    "SQLITE_BUSY": LedgerBusy,
    "SQLITE_LOCKED": LedgerBusy,
    "SQLITE_FULL": LedgerDiskFull,
    "SQLITE_IOERR": LedgerDiskFull,
    "SQLITE_NOTADB": NotALedger,
    "SQLITE_CORRUPT": LedgerDamaged,
}


def open_for_writing(path: Path) -> Engine:
    """The ledger at `path`, made if it is not there, brought to the newest schema.

    Raises LedgerError (numbers Y201 to Y207).
    """
    with errors_in_words(path):
        engine = _engine(f"file:{quote(str(path.absolute()))}?mode=rwc", writing=True)
        migrate(engine, where=str(path))
    return engine


def open_for_reading(path: Path) -> Engine:
    """The ledger at `path`, which must exist and is not changed. Raises LedgerError."""
    if not path.exists():
        raise LedgerNotFound(path=str(path))
    base = f"file:{quote(str(path.absolute()))}"
    try:
        return _checked(path, _engine(f"{base}?mode=ro", writing=False))
    except LedgerNotWritable:
        # In a folder that cannot be written, SQLite cannot make the files that readers and a
        # writer share. Nobody can write there, so the file can be read as it stands, unless
        # documents wait in the journal beside it.
        journal = path.with_name(path.name + "-wal")
        if journal.exists() and journal.stat().st_size:
            raise
        return _checked(path, _engine(f"{base}?mode=ro&immutable=1", writing=False))


@contextmanager
def errors_in_words(path: Path) -> Iterator[None]:
    """Turn database errors into numbered ones about the ledger at `path`."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error, path) from error


def _in_words(error: DBAPIError, path: Path) -> LedgerError:
    original = error.orig
    name = getattr(original, "sqlite_errorname", None) or ""
    for code, meaning in _MEANING.items():
        if name == code or name.startswith(code + "_"):
            return meaning(path=str(path), reason=str(original))
    return LedgerDamaged(path=str(path), reason=str(original))


def _checked(path: Path, engine: Engine) -> Engine:
    with errors_in_words(path), engine.connect() as connection:
        if schema_version(connection, where=str(path)) == 0:
            raise NotALedger(path=str(path))
    return engine


def _engine(uri: str, *, writing: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)

    # A writer keeps its connection: closing the last one would copy the journal after each document.
    pool = QueuePool if writing else NullPool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool)

    @event.listens_for(engine, "connect")
    def settings(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        if writing:
            # Readers go on beside the writer, and what was acknowledged survives a power cut.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -65536")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The write lock is taken at once: a transaction that reads first could not be retried.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
