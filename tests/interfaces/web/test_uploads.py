"""Documents that are sent by a form: with and without script, in the background, told about in the end."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient
from tests.support.linked import document

from yaksok.errors import LedgerBusy, NotAllowed
from yaksok.interfaces.accounts.roles import Person
from yaksok.interfaces.web import uploads
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.bodies import MOST_FILES
from yaksok.interfaces.web.pages.uploads import show
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import location_of

PLAN = document(2019, 2, ["페루와 해양안전협정 체결 추진(20.12월)"], review=False)
REVIEW = document(2021, 3, ["페루와 해양안전협정 체결(20.6월)"], review=True)
DAY = date(2021, 6, 1)
JSON = {"accept": "application/json"}
Sent = list[tuple[str, tuple[str, bytes, str]]]


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(
        ledger=location_of(tmp_path / "yaksok.db"), person="Tester", today=lambda: DAY, max_bytes=100_000
    )
    with TestClient(
        create_app(settings), base_url="http://127.0.0.1", headers={"accept-language": "en"}
    ) as made:
        yield made


def files(**texts: str | bytes) -> Sent:
    return [
        (
            "files",
            (name.replace("_", "."), text if isinstance(text, bytes) else text.encode(), "text/plain"),
        )
        for name, text in texts.items()
    ]


def finished(browser: TestClient, address: str) -> str:
    for _ in range(600):
        text = browser.get(address).text
        if "data-job" not in text:
            return text
        assert '<noscript><meta http-equiv="refresh"' in text
        time.sleep(0.05)
    raise AssertionError(address)


def test_a_form_leads_to_the_report(browser: TestClient) -> None:
    answer = browser.post("/uploads", files=files(plan_txt=PLAN, empty_txt=""), follow_redirects=False)
    assert answer.status_code == 303
    text = finished(browser, answer.headers["location"])
    assert "What the upload brought" in text
    assert 'href="/documents/plan"' in text
    assert re.search(r"Y104</span> empty\.txt", text)
    assert "new promise" in text
    assert browser.get("/documents").text.count('href="/documents/plan"') == 1


def test_a_script_gets_an_address_and_news(browser: TestClient) -> None:
    for texts, expected in (
        ({"plan_txt": PLAN}, "new promise"),
        ({"review_txt": REVIEW}, "stands otherwise"),
    ):
        answer = browser.post("/uploads", files=files(**texts), headers=JSON)
        assert answer.status_code == 202
        text = finished(browser, answer.json()["address"])
        assert expected in text
    assert "Overdue, no evidence" in text
    assert "Kept" in text


def test_what_is_there_already_is_told(browser: TestClient) -> None:
    for name in ("plan_txt", "plan_txt", "other_txt"):
        text = finished(
            browser, browser.post("/uploads", files=files(**{name: PLAN}), headers=JSON).json()["address"]
        )
    assert "same content as another document" in text
    assert "No new promise, no new evidence" in text


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ([], "Y346"),
        ([("files", ("", b"", "text/plain"))], "Y346"),
        (files(**{f"f{number}_txt": "x" for number in range(MOST_FILES + 1)}), "Y349"),
    ],
)
def test_what_is_not_taken(browser: TestClient, sent: Sent, number: str) -> None:
    answer = browser.post("/uploads", files=sent or None, data={} if sent else {"x": "y"}, headers=JSON)
    assert answer.status_code in {400, 413, 422}
    assert answer.json()["number"] == number
    page = browser.post("/uploads", files=sent or None, data={} if sent else {"x": "y"})
    assert number in page.text
    assert "<h1>" in page.text


def test_too_many_bytes_are_refused_before_they_are_read(browser: TestClient) -> None:
    answer = browser.post("/uploads", files=files(a_txt=b"x" * 5_000_000))
    assert answer.status_code == 413
    assert "Y349" in answer.text
    assert browser.post("/preferences", content=b"x" * 2_500_000).status_code == 413
    assert browser.post("/preferences", content=iter([b"lang=en"])).status_code == 411


def test_nobody_else_asks_for_an_upload(browser: TestClient) -> None:
    assert browser.get("/uploads/unknown").status_code == 404


def test_readers_neither_send_nor_see(browser: TestClient) -> None:
    scope = {"type": "http", "state": {"person": Person("Lee", "reader")}, "headers": [], "app": browser.app}
    with pytest.raises(NotAllowed):
        show(Request(scope), "any")


def test_a_failure_of_the_ledger_is_told(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_given: object, **_named: object) -> None:
        raise LedgerBusy(path="yaksok.db", reason="locked")

    monkeypatch.setattr(uploads, "mark_before", busy)
    answer = browser.post("/uploads", files=files(plan_txt=PLAN), headers=JSON)
    text = finished(browser, answer.json()["address"])
    assert "The upload failed" in text
    assert "Y206" in text


def test_a_name_is_shown_and_not_run(browser: TestClient) -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    sent = [("files", (name, b"", "text/plain"))]
    answer = browser.post("/uploads", files=sent, headers=JSON)
    text = finished(browser, answer.json()["address"])
    assert "<img" not in text
    assert "&lt;img" in text
    assert "&lt;img" in browser.get("/problems").text


def test_old_uploads_are_forgotten(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(uploads, "KEPT", 2)
    kept = uploads.Uploads(location_of(tmp_path / "yaksok.db"), max_bytes=10, today=lambda: DAY)
    names = [kept.start([], tmp_path / str(number)) for number in range(3)]
    assert [kept.state(name) is not None for name in names] == [False, True, True]
