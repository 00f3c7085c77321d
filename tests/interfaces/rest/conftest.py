"""The API over a ledger of the sample documents that each module may write to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.support.samples import sample_ledger_in

from yaksok.interfaces.rest.app import create_api
from yaksok.interfaces.web.failures import install_failures
from yaksok.interfaces.web.identity import Identity
from yaksok.interfaces.web.settings import Settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The server's settings, with a ledger of its own, and the day of the newest document for today."""
    ledger, day = sample_ledger_in(tmp_path_factory.mktemp("own"), tmp_path_factory)
    return Settings(ledger=ledger, person="Tester", today=lambda: day)


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
