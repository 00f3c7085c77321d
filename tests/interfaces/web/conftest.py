"""One ledger of the sample documents, served to a client without a network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient

from yaksok.interfaces.sample_ledger import ledger_of_samples
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import Location, location_of


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> tuple[Location, date]:
    """The ledger and the day of its newest document. Not to be written to: copy it first."""
    place = location_of(tmp_path_factory.mktemp("served") / "yaksok.db")
    return place, ledger_of_samples(place)


@pytest.fixture(scope="session")
def settings(sample_ledger: tuple[Location, date]) -> Settings:
    place, day = sample_ledger
    return Settings(ledger=place, person="Tester", today=lambda: day)


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """A browser without script, on this machine."""
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as made:
        yield made
