"""Schemathesis: no question breaks the server, and every answer is what the description promises."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis.errors import Unsatisfiable
from schemathesis import Case
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance
from starlette.testclient import TestClient

from yaksok.interfaces.rest.app import create_api
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import location_of

_EXAMPLES = 20
_UNFIT: list[Any] = [
    # A well-formed id, cursor or day can still be one that is not there: 400, 404 and 409 say so in words.
    positive_data_acceptance,
    # In a query everything is text, so that no text can be of the wrong type for a list of texts.
    negative_data_rejection,
]
_NOWHERE = Settings(ledger=location_of("nowhere.db"), person="Tester")
OPERATIONS = [
    (path, verb) for path, verbs in create_api(_NOWHERE, None).openapi()["paths"].items() for verb in verbs
]


@pytest.fixture(scope="module")
def schema(app: FastAPI) -> schemathesis.BaseSchema:
    """The API's own description, with the application that it describes."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize(("path", "verb"), OPERATIONS)
def test_every_question_gets_an_answer_of_the_described_shape(
    schema: schemathesis.BaseSchema, path: str, verb: str, mode: schemathesis.GenerationMode
) -> None:
    operation = schema[path][verb]

    @given(case=operation.as_strategy(generation_mode=mode))
    @examples(
        max_examples=_EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    def asked(case: Case[Any]) -> None:
        case.call_and_validate(excluded_checks=_UNFIT)

    try:
        asked()
    except Unsatisfiable:
        assert mode is schemathesis.GenerationMode.NEGATIVE, "every question can be asked rightly"


def test_every_path_says_whether_it_is_stable(api: TestClient) -> None:
    paths = api.get("openapi.json").json()["paths"]
    told = {
        (path, verb): one.get("x-stability") for path, verbs in paths.items() for verb, one in verbs.items()
    }
    assert {key for key, value in told.items() if value not in {"stable", "unstable"}} == set()


def test_every_read_takes_a_day(api: TestClient) -> None:
    paths = api.get("openapi.json").json()["paths"]
    now = {"/health", "/uploads/{identity}"}  # these tell of the server, not of the ledger
    reads = {path: one["get"] for path, one in paths.items() if "get" in one and path not in now}
    without = {
        path
        for path, one in reads.items()
        if "as_of" not in {each["name"] for each in one.get("parameters", [])}
    }
    assert without == set()
