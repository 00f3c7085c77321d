"""A ledger in an SQLite file: its settings, and what the database's errors mean."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from yaksok.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerDiskFull,
    LedgerError,
    LedgerNotWritable,
    NotALedger,
)

Access = Literal["write", "read", "read unlocked"]
"""`read unlocked` is for a file that nobody can write: SQLite then makes no files beside it."""

_PARAMETERS: dict[Access, str] = {
    "write": "mode=rwc",
    "read": "mode=ro",
    "read unlocked": "mode=ro&immutable=1",
}

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


def uri_of(path: Path, access: Access) -> str:
    """The file as SQLite's own URI."""
    return f"file:{quote(str(path.absolute()))}?{_PARAMETERS[access]}"


def sqlite_engine(path: Path, *, access: Access, busy_seconds: float) -> Engine:
    """An engine on the file; nothing is opened yet."""
    uri = uri_of(path, access)
    writing = access == "write"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None)

    # A writer keeps its connection: closing the last one would copy the journal after each document.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool if writing else NullPool)

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


def sqlite_meaning(error: BaseException | None) -> tuple[type[LedgerError], str]:
    """The numbered error that an error of SQLite is, and the reason in SQLite's words."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for code, meaning in _MEANING.items():
        if name == code or name.startswith(code + "_"):
            return meaning, str(error)
    return LedgerDamaged, str(error)
