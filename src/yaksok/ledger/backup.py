"""A consistent copy of a ledger while it is in use, also from one database to the other.

A copy is there whole or not at all. A file is first written under another name beside the target, ending in
.part; a database gets everything in one transaction. Keys and ids are those of the source.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, Select, Table, func, insert, inspect, select

from yaksok.errors import LedgerDamaged, LedgerNotWritable, LedgerTargetTaken, NotALedger
from yaksok.ledger import derived_tables, opening, reader, tables
from yaksok.ledger.location import Location, Place, location_of, path_of
from yaksok.ledger.migrations import MIGRATIONS, schema_version
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.ledger.postgresql import check_encoding, postgresql_engine
from yaksok.ledger.sqlite_file import sqlite_engine, sqlite_meaning

ROWS_AT_ONCE = 500
LARGE_ROWS_AT_ONCE = 10
"""Rows that hold whole files or texts, so that memory stays small."""


def back_up(source: Place, target: Place) -> reader.Totals:
    """Copy the ledger at `source`, as it is at this moment, to `target`, and say what the copy holds.

    `target` is the path of a new file or an empty PostgreSQL database; writers at the source go on
    meanwhile. Raises LedgerError about the source or the target: LedgerTargetTaken where something is there.
    """
    origin, copy = location_of(source), location_of(target)
    engine = open_for_reading(origin)
    try:
        if not is_free(copy):
            raise LedgerTargetTaken(path=copy.shown)
        if copy.server is None:
            return _make_file(engine, origin, copy, path_of(copy))
        writing = postgresql_engine(copy, copy.server, writing=True, busy_seconds=opening.BUSY_SECONDS)
        _fill(engine, origin, writing, copy)
        return _totals(open_for_reading(copy), copy)
    finally:
        engine.dispose()


def is_free(place: Place) -> bool:
    """Whether a new ledger can be made there: no file, or a database without tables. Raises LedgerError."""
    location = location_of(place)
    if location.server is None:
        return not path_of(location).exists()
    engine = postgresql_engine(location, location.server, writing=False, busy_seconds=opening.BUSY_SECONDS)
    with errors_in_words(location), engine.connect() as connection:
        return not inspect(connection).get_table_names()


def _make_file(source: Engine, origin: Location, copy: Location, path: Path) -> reader.Totals:
    """A copy in a file that has its name only when it is whole."""
    try:
        # Only its owner may read it, until the rights of the source are known.
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=path.name + ".", suffix=".part")
        os.close(handle)
    except OSError as error:
        raise LedgerNotWritable(path=copy.shown, reason=error.strerror) from error
    part = Path(name)
    try:
        if origin.server is None:
            _copy_pages(source, origin, part, copy)
            shutil.copymode(path_of(origin), part)
        else:
            _fill(source, origin, sqlite_engine(part, access="write", busy_seconds=0), copy)
        # Nobody else knows the file yet, so it can be read without making files beside it.
        totals = _totals(sqlite_engine(part, access="read unlocked", busy_seconds=0), copy)
        _give_name(part, path, copy)
    finally:
        for ending in ("", "-wal", "-shm"):
            part.with_name(part.name + ending).unlink(missing_ok=True)
    return totals


def _totals(engine: Engine, copy: Location) -> reader.Totals:
    """What the copy holds, which shows that it can be read."""
    with errors_in_words(copy), engine.connect() as connection:
        return reader.totals(connection)


def _copy_pages(source: Engine, origin: Location, part: Path, copy: Location) -> None:
    """SQLite's own backup: all pages in one step, so that all are of the same moment."""
    with errors_in_words(origin):
        reading = source.raw_connection()
    try:
        with contextlib.closing(sqlite3.connect(part)) as writing:
            from_file: Any = reading.driver_connection
            from_file.backup(writing)
    except sqlite3.Error as error:
        meaning, reason = sqlite_meaning(error)
        about = origin if meaning in {NotALedger, LedgerDamaged} else copy
        raise meaning(path=about.shown, reason=reason) from error
    finally:
        reading.close()


def _give_name(part: Path, path: Path, copy: Location) -> None:
    """Give the finished file its name, unless something took the name meanwhile."""
    try:
        _sync(part)
        try:
            # A link refuses to replace a file, which a change of name does not.
            path.hardlink_to(part)
        except OSError:
            if path.exists():
                raise LedgerTargetTaken(path=copy.shown) from None
            part.rename(path)  # on a disk that knows no links
        _sync(path.absolute().parent)
    except OSError as error:
        raise LedgerNotWritable(path=copy.shown, reason=error.strerror) from error


def _sync(path: Path) -> None:
    """Wait until a file or folder is safely on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fill(source: Engine, origin: Location, target: Engine, copy: Location) -> None:
    """Copy row by row: the source as one transaction sees it, in one transaction of the target."""
    try:
        with errors_in_words(copy), target.begin() as into:
            if copy.server is not None:
                check_encoding(into, copy)
            if inspect(into).get_table_names():
                raise LedgerTargetTaken(path=copy.shown)
            with _reading(source, origin) as connection:
                _copy_tables(connection, into, origin)
    finally:
        target.dispose()


@contextlib.contextmanager
def _reading(source: Engine, origin: Location) -> Iterator[Connection]:
    with errors_in_words(origin):
        connection = source.connect()
    with connection:
        yield connection


def _copy_tables(source: Connection, into: Connection, origin: Location) -> None:
    """Make the tables as the source has them, by the same steps, and fill them."""
    with errors_in_words(origin):
        version = schema_version(source, where=origin.shown)
        present = {
            name: {column["name"] for column in inspect(source).get_columns(name)}
            for name in inspect(source).get_table_names()
        }
    for step in MIGRATIONS[:version]:
        step(into)
    derived = [table for table in derived_tables.metadata.sorted_tables if table.name in present]
    derived_tables.metadata.create_all(into, tables=derived)
    for table in (*tables.metadata.sorted_tables, *derived):
        # A source that an earlier program wrote lacks what later steps add.
        columns = [column for column in table.columns if column.name in present.get(table.name, ())]
        if columns:
            for rows in _batches(source, select(*columns).order_by(*table.primary_key), origin):
                into.execute(insert(table), rows)
            _go_on_counting(into, table)


def _batches(source: Connection, query: Select[Any], origin: Location) -> Iterator[list[dict[str, Any]]]:
    large = any(isinstance(column.type, LargeBinary) for column in query.selected_columns)
    at_once = LARGE_ROWS_AT_ONCE if large else ROWS_AT_ONCE
    # Only the reading stands in here: what fails in the target is the target's error.
    with errors_in_words(origin), source.execution_options(yield_per=at_once).execute(query) as result:
        for rows in result.mappings().partitions():
            yield [dict(row) for row in rows]


def _go_on_counting(into: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after the copied ones; SQLite does so by itself."""
    counted = table.autoincrement_column
    if counted is None or into.dialect.name != "postgresql":
        return
    last = into.execute(select(func.max(counted))).scalar()
    if last is not None:
        into.execute(select(func.setval(func.pg_get_serial_sequence(table.name, counted.name), last)))
