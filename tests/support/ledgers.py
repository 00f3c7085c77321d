"""Ledgers for tests, on both databases."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pg8000.dbapi
import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool
from tests.support.postgresql import TestServer, running_server

from yaksok.ledger.location import Location, location_of
from yaksok.ledger.opening import open_for_writing

DATABASES = ("sqlite", "postgresql")

NewLedger = Callable[[], Location]
Making = Callable[[Location], object]
CopyOf = Callable[[str, Making], Location]


@pytest.fixture(scope="session")
def started_server() -> Iterator[TestServer]:
    """One server for each process that runs tests, started when the first test asks for it."""
    with running_server() as server:
        yield server


@pytest.fixture
def postgresql(started_server: TestServer) -> Iterator[TestServer]:
    """The server; connections that a test leaves open are closed after it."""
    opened: list[Any] = []

    def note(connection: Any, _record: object) -> None:
        if isinstance(connection, pg8000.dbapi.Connection):
            opened.append(connection)

    event.listen(Pool, "connect", note)
    yield started_server
    event.remove(Pool, "connect", note)
    for connection in opened:
        # Most were closed by the test, or by the server that the test stopped.
        with contextlib.suppress(pg8000.dbapi.InterfaceError):
            connection.close()


@pytest.fixture(params=DATABASES)
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> NewLedger:
    """Gives places where no ledger was made, one at each call; a test that asks for it runs once on each database."""
    if request.param == "sqlite":
        numbers = count(1)
        return lambda: location_of(tmp_path / f"{next(numbers)}.db")
    server: TestServer = request.getfixturevalue("postgresql")
    return lambda: location_of(server.new_database())


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files lie that `copy_of` copies."""
    return tmp_path_factory.mktemp("originals")


@pytest.fixture(params=DATABASES)
def copy_of(request: pytest.FixtureRequest, tmp_path: Path) -> CopyOf:
    """Gives copies of ledgers: by the name of one, and what is to be done to an empty one to make it.

    Each is made once in a process. A test that asks for copies runs once on each database.
    """
    if request.param == "postgresql":
        server: TestServer = request.getfixturevalue("postgresql")
        return lambda name, make: location_of(
            server.new_copy(name, lambda url: _make(make, location_of(url)))
        )
    folder: Path = request.getfixturevalue("originals")
    numbers = count(1)

    def copied(name: str, make: Making) -> Location:
        original = folder / f"{name}.db"
        if not original.exists():
            begun = folder / f"{name}.begun"
            _make(make, location_of(begun))
            settle(begun)
            begun.rename(original)
        return location_of(shutil.copyfile(original, tmp_path / f"{next(numbers)}.db"))

    return copied


def settle(path: Path) -> None:
    """Makes sure that all of a ledger is in its file, and nothing beside it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    assert not busy, f"somebody has {path} open"


def _make(make: Making, place: Location) -> None:
    open_for_writing(place).dispose()
    make(place)


@pytest.fixture
def new_ledger(copy_of: CopyOf) -> NewLedger:
    """Gives empty ledgers, one at each call; a test that asks for it runs once on each database."""
    return lambda: copy_of("empty", lambda _place: None)


@pytest.fixture
def ledger_location(new_ledger: NewLedger) -> Location:
    """An empty ledger; a test that asks for it runs once on each database."""
    return new_ledger()
