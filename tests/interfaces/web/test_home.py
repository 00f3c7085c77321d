"""The first page: figures that lead somewhere, and what is new since the last visit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support.linked import add, document, link
from tests.support.served import made_ledger

from yaksok.interfaces.web import visits
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.keeping import Kept
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import Location

PLAN = document(
    2019, 2, ["페루와 해양안전협정 체결 추진(20.12월)", "2021년 7월까지 칠레와 청년 교류 확대"], review=False
)
REVIEW = document(2021, 3, ["페루와 해양안전협정 체결(20.6월)"], review=True)
DAY = date(2021, 6, 1)
COOKIE = visits.COOKIE


@pytest.fixture
def ledger(tmp_path: Path) -> Location:
    return made_ledger(tmp_path, {"plan": PLAN})


@pytest.fixture
def browser(ledger: Location) -> Iterator[TestClient]:
    app = create_app(Settings(ledger=ledger, person="Tester", today=lambda: DAY))
    with TestClient(app, base_url="http://127.0.0.1", headers={"accept-language": "en"}) as made:
        yield made


def later(browser: TestClient, seconds: int) -> None:
    """As if so many seconds had passed since the last page."""
    before = browser.cookies[COOKIE].strip('"')
    *parts, moment = before.rsplit("-", 1)
    browser.cookies.clear()
    browser.cookies.set(COOKIE, f"{parts[0]}-{int(moment) - seconds}", domain="127.0.0.1")


def news_of(text: str) -> str:
    found = re.search(r'<section class="card" aria-labelledby="news">(.*?)</section>', text, re.DOTALL)
    return found[1] if found else ""


def test_figures_lead_to_their_lists(client: TestClient) -> None:
    text = client.get("/?lang=en").text
    for status, number in re.findall(r'href="/promises\?lang=en&amp;status=(\w+)"><b>([\d,]+)</b>', text):
        listed = client.get(f"/promises?status={status}&lang=en").text
        assert f"{number} promise" in listed
    assert re.search(r'href="/documents\?lang=en"><b>\d+</b>', text)


def test_what_is_due_is_told_with_its_day(browser: TestClient) -> None:
    text = browser.get("/").text
    soon = text[text.index('id="soon"') : text.index('id="overdue"')]
    assert "칠레와 청년 교류 확대" in soon
    assert "Jul 31, 2021" in soon
    assert "해양안전협정" in text[text.index('id="overdue"') : text.index('id="silent"')]


def test_the_first_visit_says_so_until_it_ends(browser: TestClient) -> None:
    for _ in range(2):
        assert "first visit" in news_of(browser.get("/").text)
    later(browser, visits.PAUSE + 1)
    assert "Nothing has changed since Jun 1, 2021" in news_of(browser.get("/").text)


def test_what_came_in_between_is_told_as_long_as_the_visit_lasts(
    browser: TestClient, ledger: Location, tmp_path: Path
) -> None:
    browser.get("/")
    later(browser, visits.PAUSE + 1)
    add(ledger, {"review": REVIEW}, tmp_path / "after")
    link(ledger)
    for _ in range(2):
        told = news_of(browser.get("/").text)
        assert "1 document came in" in told
        assert "Overdue, no evidence" in told
        assert "Kept" in told
    later(browser, visits.PAUSE + 1)
    assert "Nothing has changed" in news_of(browser.get("/").text)


@pytest.mark.parametrize(
    "written",
    ["", "~", "x~y", "ffffffffffff-1-0-2021-06-01-5~ffffffffffff-1-0-2021-06-01-5", "a" * 3000, "~%00"],
)
def test_a_cookie_of_something_else_is_not_taken(browser: TestClient, written: str) -> None:
    browser.cookies.set(COOKIE, written)
    assert "first visit" in news_of(browser.get("/").text)


def test_a_cookie_from_the_future_of_the_ledger_is_not_taken(browser: TestClient) -> None:
    browser.get("/")
    ledger = browser.cookies[COOKIE].strip('"').split("~")[1].split("-")[0]
    browser.cookies.clear()
    browser.cookies.set(COOKIE, f"~{ledger}-999-0-2021-06-01-5")
    assert "first visit" in news_of(browser.get("/").text)


def test_another_day_has_no_news_and_keeps_no_visit(browser: TestClient) -> None:
    answer = browser.get("/?as_of=2020-01-01")
    assert news_of(answer.text) == ""
    assert COOKIE not in answer.headers.get("set-cookie", "")


def test_an_empty_ledger_is_told_what_to_do(tmp_path: Path) -> None:
    place = made_ledger(tmp_path, {})
    app = create_app(Settings(ledger=place, person="Tester", today=lambda: DAY))
    with TestClient(app, base_url="http://127.0.0.1") as browser:
        for path in ("/", "/documents", "/calendar", "/about"):
            assert browser.get(f"{path}?lang=en").status_code == 200
        assert "The ledger is empty" in browser.get("/?lang=en").text


def test_a_cookie_goes_over_https_alone_where_the_server_does(ledger: Location) -> None:
    settings = replace(Settings(ledger=ledger, person="Tester", today=lambda: DAY), secure=True)
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as browser:
        assert "Secure" in browser.get("/").headers["set-cookie"]


def test_kept_values_are_those_of_the_state() -> None:
    kept = Kept(most=2)
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    assert kept.get("a", "1", lambda: make("a1")) == "a1"
    assert kept.get("a", "1", lambda: make("never")) == "a1"
    assert kept.get("a", "2", lambda: make("a2")) == "a2"
    kept.get("b", "2", lambda: make("b"))
    kept.get("c", "2", lambda: make("c"))
    assert kept.get("a", "2", lambda: make("again")) == "again"
    assert made == ["a1", "a2", "b", "c", "again"]
