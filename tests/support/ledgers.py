"""Ledgers for tests, on both databases."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pg8000.dbapi
import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool
from tests.support.postgresql import TestServer, running_server

from yaksok.ledger.location import Location, location_of

DATABASES = ("sqlite", "postgresql")

NewLedger = Callable[[], Location]


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
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> NewLedger:
    """Gives places for ledgers, one at each call; a test that asks for it runs once on each database."""
    if request.param == "sqlite":
        numbers = iter(range(1, 1000))
        return lambda: location_of(tmp_path / f"{next(numbers)}.db")
    server: TestServer = request.getfixturevalue("postgresql")
    return lambda: location_of(server.new_database())


@pytest.fixture
def ledger_location(new_ledger: NewLedger) -> Location:
    """A place for a ledger; a test that asks for it runs once on each database."""
    return new_ledger()
