"""The list of documents, the problems, the calendar and the page about the data, as pages and as files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient
from tests.support.linked import document
from tests.support.served import made_ledger

from yaksok.errors import SourceEmpty
from yaksok.interfaces.cli.main import HANCOM_NOTICE
from yaksok.interfaces.telling.problems import worded
from yaksok.interfaces.web.about_words import ACCURACY, accuracy, licences
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.pages.calendar import days_of, moved, weeks_of
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.intake import Intake
from yaksok.ledger.location import Location
from yaksok.views.calendar_entries import DUE, Entry, Found, Stand

ROOT = Path(__file__).resolve().parents[3]
PAPERS = {
    "plan": document(2019, 2, ["페루와 해양안전협정 체결 추진(19.12월)"], review=False),
    "review": document(
        2020, 3, ["한·페루 정상회의 개최(19.11.25~26, 리마)", "몽골과 수교(19.3.14)"], review=True
    ),
}
DAY = date(2020, 6, 1)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Location:
    place = made_ledger(tmp_path_factory.mktemp("lists"), PAPERS)
    with Intake(place, program="test", largest=10**6) as intake:
        intake.fail("/folder/empty.txt", SourceEmpty(path="/folder/empty.txt"))
    return place


@pytest.fixture
def browser(ledger: Location) -> Iterator[TestClient]:
    app = create_app(Settings(ledger=ledger, person="Tester", today=lambda: DAY))
    with TestClient(app, base_url="http://127.0.0.1", headers={"accept-language": "en"}) as made:
        yield made


# -- documents --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "stems"),
    [
        ("", ["review", "plan"]),
        ("sort=day", ["plan", "review"]),
        ("q=업무 추진계획", ["plan"]),
        ("genre=evaluation", ["review"]),
        ("year_until=2019", ["plan"]),
        ("language=en", []),
        ("limit=1", ["review"]),
        ("limit=1&cursor=1", ["plan"]),
        ("as_of=2019-06-01", ["plan"]),
    ],
)
def test_documents(browser: TestClient, query: str, stems: list[str]) -> None:
    text = browser.get(f"/documents?{query}").text
    found = re.findall(r'<td><a href="/documents/(\w+)', text)
    assert found == stems
    assert ("No document fits" in text) == (not stems)


@pytest.mark.parametrize(
    "query", ["sort=what", "language=fr", "cursor=x", "limit=0", "year_from=99", "cursor=9999999999"]
)
def test_documents_asked_for_wrongly(browser: TestClient, query: str) -> None:
    assert browser.get(f"/documents?{query}").status_code == 400


def test_documents_as_files(browser: TestClient) -> None:
    (newest, plan) = json.loads(browser.get("/documents?format=json").content)
    assert (newest["document"], plan["document"], plan["promises"] > 0) == ("review", "plan", True)
    rows = list(csv.DictReader(io.StringIO(browser.get("/documents?format=csv").content.decode("utf-8-sig"))))
    assert [row["document"] for row in rows] == ["review", "plan"]
    table = pq.read_table(io.BytesIO(browser.get("/documents?format=parquet&q=평가").content))
    assert table.column("document").to_pylist() == ["review"]


def test_problems_are_told_in_the_language_of_the_page(browser: TestClient) -> None:
    english, korean = (browser.get(f"/problems?lang={one}").text for one in ("en", "ko"))
    assert "Y104" in english
    assert "<td>empty.txt</td>" in english
    error = SourceEmpty(path="/folder/empty.txt")
    assert error.next_step("en") in english
    assert error.next_step("ko") in korean
    (row,) = json.loads(browser.get("/problems?format=json").content)
    assert (row["file"], row["number"]) == ("empty.txt", "Y104")
    assert browser.get("/problems?kind=what").status_code == 400
    assert browser.get("/problems?kind=notice").status_code == 200
    assert browser.get("/documents/problems").status_code == 404  # a document may have that name


@pytest.mark.parametrize("number", ["Y104", "Y999"])
def test_words_of_another_program_stay(number: str) -> None:
    assert worded(number, "Said otherwise.", "do that.", "ko") == ("Said otherwise.", "do that.")


# -- the calendar -----------------------------------------------------------------------------


def test_the_month(browser: TestClient) -> None:
    text = browser.get("/calendar?month=2019-11").text
    assert "November 2019" in text
    assert text.count("한·페루 정상회의") >= 2
    assert 'href="/calendar?month=2019-10"' in text
    assert 'href="/calendar?month=2019-12"' in text
    assert 'class="month"' in text
    assert 'class="month"' not in browser.get("/calendar?month=2019-11&view=list").text


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("span=12&month=2019-01", {"due", "meeting", "instrument"}),
        ("span=12&month=2019-01&kind=meeting", {"meeting"}),
        ("span=12&month=2019-01&party=MNG", {"instrument"}),
        ("month=2020-03&kind=anniversary", {"anniversary"}),
    ],
)
def test_entries_as_files(browser: TestClient, query: str, kinds: set[str]) -> None:
    rows = json.loads(browser.get(f"/calendar?{query}&format=json").content)
    told = [row for row in rows if row["document"]]
    assert {row["kind"] for row in told} == kinds
    assert all(row["text"] and row["day"] for row in rows)


@pytest.mark.parametrize(
    "query", ["month=2019", "month=2019-13", "span=2", "view=what", "kind=what", "party=XX"]
)
def test_a_calendar_asked_for_wrongly(browser: TestClient, query: str) -> None:
    assert browser.get(f"/calendar?{query}").status_code == 400


def test_the_calendar_for_calendar_programs(browser: TestClient) -> None:
    answer = browser.get("/calendar?span=12&month=2019-01&format=ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    text = answer.text.replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20191125\r\n" in text
    assert "DTEND;VALUE=DATE:20191127\r\n" in text
    assert "SUMMARY:[Falls due] 페루와 해양안전협정 체결 추진(19.12월)\r\n" in text
    assert "URL:http://127.0.0.1/promises/" in text
    uids = re.findall(r"^UID:(\S+)", text, re.MULTILINE)
    assert len(uids) == len(set(uids)) == text.count("BEGIN:VEVENT")
    again = browser.get("/calendar?span=12&month=2019-01&format=ics&lang=ko").text.replace("\r\n ", "")
    assert set(re.findall(r"^UID:(\S+)", again, re.MULTILINE)) == set(uids)


def test_weeks_hold_every_day_of_the_month_once() -> None:
    stands = [Stand("2024-02-01", False, 3, "doc", 9, 1, "2024-02-29")]
    stands += [Stand("2024-02-10", True, 1, "doc", n, 1, "2024-02-12") for n in range(5)]
    entries = {
        one: Entry(day=one.day, end=one.end, kind=one.kind, text=f"{one.n}", language="ko", parties=())
        for one in stands
    }
    weeks = weeks_of(date(2024, 2, 1), days_of(Found(stands, {})), entries)
    assert [day.day.day for week in weeks for day in week if day.inside] == list(range(1, 30))
    assert {day.day.day: (len(day.entries), day.more) for week in weeks for day in week if day.entries} == {
        10: (3, 2),
        11: (3, 2),
        12: (3, 2),
    }


def test_a_day_counts_what_falls_due_and_was_not_looked_up() -> None:
    due = [Stand("2024-02-10", True, DUE, "doc", n, 1, "2024-02-10") for n in range(3)]
    told = Stand("2024-02-10", True, 1, "doc", 7, 1, "2024-02-10")
    found = Found([*due, told], {"2024-02-10": 40})
    assert found.number == 41
    assert days_of(found)["2024-02-10"] == (due, 38)


@pytest.mark.parametrize(
    ("day", "by", "month"),
    [
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
        (date(2024, 3, 1), 12, date(2025, 3, 1)),
        (date(1900, 1, 1), -1, date(1900, 12, 1)),
        (date(2199, 12, 1), 1, date(2199, 1, 1)),
    ],
)
def test_months_stay_within_the_years_that_are_shown(day: date, by: int, month: date) -> None:
    assert moved(day, by) == month


# -- about the data ---------------------------------------------------------------------------


def test_the_figures_are_those_of_the_documentation() -> None:
    spec = spec_from_file_location("accuracy_page", ROOT / "tools" / "accuracy_page.py")
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)
    page = tool.PAGE.read_text(encoding="utf-8")
    assert ACCURACY.read_text(encoding="utf-8") == tool.figures_text(page), (
        "run python tools/accuracy_page.py"
    )


def test_figures_are_read() -> None:
    found = accuracy()
    assert found.documents.keys() == {"own", "held out", "benchmark"}
    assert all(0 <= float(score.held_out) <= 1 for score in found.scores)
    assert len(found.scores) > 8
    assert all(float(each.now) > 0 and "%(number)s" in each.bound for each in found.held)


def test_about_shows_the_ledger_and_its_rules(browser: TestClient) -> None:
    text = browser.get("/about").text
    assert re.search(r"Last entry of the journal</dt><dd><code>[0-9a-f]{32}</code>", text)
    assert "<td>add</td>" in text
    assert 'data-chart="heat"' in text
    assert HANCOM_NOTICE in text
    assert "Natural Earth" in text
    assert accuracy().scores[0].held_out in text
    for licence in licences():
        assert f"<summary>{licence.library}</summary>" in text
