"""Opening a ledger wherever it lies, and database errors put into words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from yaksok.errors import (
    LedgerAccessRefused,
    LedgerError,
    LedgerNotFound,
    LedgerNotWritable,
    LedgerTooOld,
    NotALedger,
)
from yaksok.ledger.location import Location, Place, location_of, path_of
from yaksok.ledger.migrations import MIGRATIONS, migrate, schema_version
from yaksok.ledger.postgresql import check_encoding, postgresql_engine, postgresql_meaning
from yaksok.ledger.sqlite_file import Access, sqlite_engine, sqlite_meaning

BUSY_SECONDS = 10
"""How long a writer waits for another one before it gives up."""


def open_for_writing(place: Place) -> Engine:
    """The ledger at `place`, made if it is not there, brought to the newest schema.

    A transaction of the engine is a writer's: it holds the lock that all writers take, from its beginning.
    A PostgreSQL database must be there. Raises LedgerError (numbers Y201 to Y212).
    """
    location = location_of(place)
    engine = _writing_engine(location)
    try:
        with errors_in_words(location):
            if location.server is not None:
                with engine.begin() as connection:
                    check_encoding(connection, location)
            migrate(engine, where=location.shown)
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_for_reading(place: Place) -> Engine:
    """The ledger at `place`, which must exist; its records are not changed. Raises LedgerError.

    A transaction of the engine sees the ledger as it was when the transaction began. Calls for one file share an
    engine, so that queries are compiled once; it keeps no connection. A ledger of an earlier
    program is brought to the newest schema first; LedgerTooOld is raised where it cannot be written.
    """
    location = location_of(place)
    engine, found = _reading_engine(location)
    if found == len(MIGRATIONS):
        return engine
    engine.dispose()
    try:
        open_for_writing(location).dispose()
    except (LedgerNotWritable, LedgerAccessRefused) as error:
        raise LedgerTooOld(path=location.shown, found=found, known=len(MIGRATIONS)) from error
    return _reading_engine(location)[0]


def _reading_engine(location: Location) -> tuple[Engine, int]:
    """An engine for reading, and the number of the ledger's schema."""
    if location.server is not None:
        engine = postgresql_engine(location, location.server, writing=False, busy_seconds=BUSY_SECONDS)
        with errors_in_words(location), engine.connect() as connection:
            found = schema_version(connection, where=location.shown)
            if found == 0:
                raise LedgerNotFound(path=location.shown)
        return engine, found
    path = path_of(location)
    if not path.exists():
        raise LedgerNotFound(path=location.shown)
    try:
        return _checked(location, _reader(path, "read"))
    except LedgerNotWritable:
        # In a folder that cannot be written, SQLite cannot make the files that readers and a
        # writer share. Nobody can write there, so the file can be read as it stands, unless
        # documents wait in the journal beside it.
        journal = path.with_name(path.name + "-wal")
        if journal.exists() and journal.stat().st_size:
            raise
        return _checked(location, _reader(path, "read unlocked"))


@contextmanager
def errors_in_words(place: Place) -> Iterator[None]:
    """Turn database errors into numbered ones about the ledger at `place`."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error, location_of(place)) from error


def _in_words(error: DBAPIError, location: Location) -> LedgerError:
    meaning, reason = (
        sqlite_meaning(error.orig) if location.server is None else postgresql_meaning(error.orig)
    )
    return meaning(path=location.shown, reason=reason)


def _writing_engine(location: Location) -> Engine:
    if location.server is not None:
        return postgresql_engine(location, location.server, writing=True, busy_seconds=BUSY_SECONDS)
    return sqlite_engine(path_of(location), access="write", busy_seconds=BUSY_SECONDS)


def _reader(path: Path, access: Access) -> Engine:
    # A process that was forked makes its own: what the other one locked would stay locked.
    return _kept_reader(path.absolute(), access, BUSY_SECONDS, os.getpid())


@lru_cache(maxsize=8)
def _kept_reader(path: Path, access: Access, busy_seconds: float, _process: int) -> Engine:
    """It opens the file for each connection, so another file in its place is read as it is."""
    return sqlite_engine(path, access=access, busy_seconds=busy_seconds)


def _checked(location: Location, engine: Engine) -> tuple[Engine, int]:
    with errors_in_words(location), engine.connect() as connection:
        found = schema_version(connection, where=location.shown)
        if found == 0:
            raise NotALedger(path=location.shown)
    return engine, found
