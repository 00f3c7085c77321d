"""The API over a ledger of the sample documents that each module may write to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from yaksok.interfaces.rest.app import create_api
from yaksok.interfaces.sample_ledger import ledger_of_samples
from yaksok.interfaces.web.failures import install_failures
from yaksok.interfaces.web.identity import Identity
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import Location, location_of


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, date]:
    """The ledger's file and the day of its newest document. Not to be written to: copy it first."""
    path = tmp_path_factory.mktemp("api") / "yaksok.db"
    return path, ledger_of_samples(location_of(path))


@pytest.fixture(scope="module")
def settings(sample_ledger: tuple[Path, date], tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The server's settings, with a ledger of its own."""
    path, day = sample_ledger
    own = tmp_path_factory.mktemp("own") / "yaksok.db"
    shutil.copy(path, own)
    return Settings(ledger=Location(shown=str(own), path=own), person="Tester", today=lambda: day)


@pytest.fixture(scope="module")
def app(settings: Settings) -> FastAPI:
    """The API alone, without the pages."""
    made = FastAPI()
    install_failures(made)
    made.mount("/api/v1", create_api(settings, None))
    made.add_middleware(Identity, settings=settings, accounts=None)
    return made


@pytest.fixture(scope="module")
def api(app: FastAPI) -> Iterator[TestClient]:
    """A program on this machine that asks the API."""
    with TestClient(app, base_url="http://127.0.0.1/api/v1") as made:
        yield made
