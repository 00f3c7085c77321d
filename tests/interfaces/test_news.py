"""What is new in a ledger since a mark."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.support.linked import add, document, link

from yaksok.fulfilment.shelf import Shelf
from yaksok.interfaces.deciding import Decider
from yaksok.interfaces.news import news_since
from yaksok.ledger.linkings import stored_links
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading
from yaksok.views.news import Mark, News, mark_of

NewLedger = Callable[[], Location]
PLAN = document(2019, 2, ["페루와 해양안전협정 체결 추진(20.12월)", "몽골에 갯벌 연구소 설치"], review=False)
REVIEW = document(2021, 3, ["페루와 해양안전협정 체결(20.6월)"], review=True)
DAY = date(2021, 6, 1)


def mark(place: Location, day: date = DAY) -> Mark:
    with open_for_reading(place).connect() as connection:
        return mark_of(connection, day)


def news(place: Location, since: Mark, day: date = DAY) -> News:
    with open_for_reading(place).connect() as connection:
        return news_since(connection, Shelf(connection, as_of=day), since, as_of=day)


@pytest.fixture
def begun(new_ledger: NewLedger, tmp_path: Path) -> Location:
    place = new_ledger()
    add(place, {"plan": PLAN}, tmp_path / "before")
    link(place)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "after"


def test_nothing_is_new_where_nothing_happened(begun: Location) -> None:
    found = news(begun, mark(begun))
    assert found.is_empty
    assert found.complete


def test_a_document_and_what_it_tells(begun: Location, folder: Path) -> None:
    since = mark(begun)
    add(begun, {"review": REVIEW}, folder)
    link(begun)
    found = news(begun, since)
    assert [(one.doc, one.again) for one in found.documents] == [("review", False)]
    assert found.document_count == 1
    moved = {each.now.text: each for each in found.moved}
    treaty = next(each for text, each in moved.items() if "해양안전협정" in text)
    assert (treaty.before, treaty.now.status) == ("overdue_no_evidence", "kept")
    assert treaty.told is not None
    assert treaty.told.later.doc == "review"
    assert not {one.promise.id for one in found.told} & {each.now.id for each in found.moved}


def test_a_promise_that_goes_silent(begun: Location, folder: Path) -> None:
    since = mark(begun)
    add(begun, {"review": REVIEW}, folder)
    link(begun)
    moved = {each.now.text: (each.before, each.now.status) for each in news(begun, since).moved}
    (institute,) = [change for text, change in moved.items() if "갯벌" in text]
    assert institute == ("not_yet_due", "silent")


def test_a_new_version_is_told_as_one(begun: Location, tmp_path: Path) -> None:
    since = mark(begun)
    add(begun, {"plan": PLAN + " ㅇ 케냐와 항공 노선 확대\n"}, tmp_path / "before")
    link(begun)
    assert [(one.doc, one.again) for one in news(begun, since).documents] == [("plan", True)]


def test_a_date_that_passed(begun: Location, folder: Path) -> None:
    add(begun, {"review": document(2021, 3, ["칠레와 산림 협력 사업 확대하였음"], review=True)}, folder)
    link(begun)
    found = news(begun, mark(begun, date(2020, 11, 1)), date(2021, 6, 1))
    passed = [each for each in found.moved if "해양안전협정" in each.now.text]
    assert [(each.before, each.now.status) for each in passed] == [("not_yet_due", "overdue_no_evidence")]
    assert found.document_count == 0


def test_a_decision_and_what_it_changed(begun: Location, folder: Path) -> None:
    add(begun, {"review": REVIEW}, folder)
    link(begun)
    since = mark(begun)
    with open_for_reading(begun).connect() as connection:
        best = next(one.link for one in stored_links(connection) if one.counts)
    with Decider(begun, person="Kim", command="test") as decider:
        decider.decide("reject", best.source, best.target)
    found = news(begun, since)
    assert [(one.kind, one.person) for one in found.decisions] == [("reject", "Kim")]
    assert [each.before for each in found.moved] == ["kept"]
    assert found.document_count == 0
