"""One ledger of the sample documents, served to a client without a network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Self

import pytest
from starlette.testclient import TestClient
from tests.support.samples import sample_ledger_in

from yaksok.interfaces.web import app
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.background import Background
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import Location


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> tuple[Location, date]:
    """The ledger and the day of its newest document. Not to be written to: copy it first."""
    return sample_ledger_in(tmp_path_factory.mktemp("served"), tmp_path_factory)


@pytest.fixture(scope="session")
def settings(sample_ledger: tuple[Location, date]) -> Settings:
    place, day = sample_ledger
    return Settings(ledger=place, person="Tester", today=lambda: day)


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """A browser without script, on this machine."""
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as made:
        yield made


class _Quiet(Background):
    """Does nothing beside answering."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was begun."""


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers that a test makes for itself do not index, link and prepare pages before they end; `client`'s does."""
    monkeypatch.setattr(app, "Background", _Quiet)
