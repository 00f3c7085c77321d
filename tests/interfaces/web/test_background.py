"""What a server prepares: once for each state of the ledger, and nothing that a visitor would be told otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.support.linked import add, document, link
from tests.support.served import made_ledger

from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.background import Background
from yaksok.interfaces.web.pages import parties
from yaksok.interfaces.web.settings import Settings
from yaksok.interfaces.web.warming import warm
from yaksok.views.parties import named_parties

PLAN = document(2019, 2, ["페루와 해양안전협정 체결 추진(20.12월)"], review=False)
REVIEW = document(2021, 3, ["페루와 해양안전협정 체결(20.6월)"], review=True)


def test_every_state_is_prepared_once(tmp_path: Path) -> None:
    ledger, times = made_ledger(tmp_path, {"plan": PLAN}), []

    def prepare(is_over: Callable[[], bool]) -> None:
        times.append(is_over())

    background = Background(Settings(ledger=ledger, person="Tester", today=lambda: date(2021, 6, 1)), prepare)
    background.prepare()
    background.prepare()
    assert times == [False]
    add(ledger, {"review": REVIEW}, tmp_path)
    link(ledger)
    background.prepare()
    assert len(times) == 2


def test_pages_find_what_was_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = made_ledger(tmp_path, {"plan": PLAN})
    app = create_app(Settings(ledger=ledger, person="Tester", today=lambda: date(2021, 6, 1)))
    times = []

    def counted(*given: Any, **named: Any) -> Any:
        times.append(given)
        return named_parties(*given, **named)

    monkeypatch.setattr(parties, "named_parties", counted)
    warm(app, is_over=lambda: False)
    assert len(times) == 1
    browser = TestClient(app, base_url="http://127.0.0.1")
    assert "PER" in browser.get("/parties").text
    assert len(times) == 1


def test_a_page_that_fails_is_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ledger = made_ledger(tmp_path, {"plan": PLAN})
    app = create_app(Settings(ledger=ledger, person="Tester", today=lambda: date(2021, 6, 1)))

    def fails(_request: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(parties, "parties", fails)
    warm(app, is_over=lambda: False)
    assert [record.message for record in caplog.records] == ["a page could not be prepared: parties"]
