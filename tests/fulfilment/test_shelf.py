"""What is kept of promises is what is judged anew, whatever happens to a ledger."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from tests.support.linked import add_files, link
from tests.support.shelves import AWAITING, Changing, assert_right, number_of, steps

from yaksok.fulfilment import shelf_noted, shelf_refresh
from yaksok.fulfilment.shelf import Shelf, is_kept, refresh, state
from yaksok.interfaces.shelving import keep
from yaksok.ledger import derived_tables as derived
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading, open_for_writing

ROOT = Path(__file__).resolve().parents[2]
NewLedger = Callable[[], Location]
DAY = date(2026, 1, 1)
DAYS = (date(2019, 6, 1), date(2021, 11, 25), date(2022, 12, 31), date(2023, 1, 1), DAY, date(2027, 4, 1))

whats = st.sampled_from(
    ["add", "add", "add", "link", "link", "again", "decide", "decide", "observe", "refresh"]
)


@given(numbers=st.lists(st.tuples(whats, st.integers(0, 200)), min_size=4, max_size=12))
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_happens_to_a_ledger(
    numbers: list[tuple[str, int]], new_ledger: NewLedger, tmp_path: Path
) -> None:
    place = new_ledger()
    changing = Changing(place, tmp_path / place.shown.replace("/", "_")[-40:])
    changing.add("plan-2019", "plan-2020", "review-2021")
    changing.link()
    changing.refresh(DAY)
    steps(changing, numbers, DAYS)
    changing.link()
    with open_for_reading(place).connect() as connection:
        for day in DAYS[::2]:
            assert_right(connection, day)
    for day in DAYS:
        changing.refresh(day)


BEGUN = ("plan-2019", "plan-2020", "other-2020", "plan-2021", "original")
SUMMIT = "한·칠레"
Change = Callable[[Changing], object]

# What happens to a ledger, and the promise (by its document and the beginning of its words) that stands otherwise then.
CHANGES: dict[str, tuple[Change, str, str]] = {
    "a report is linked": (lambda one: one.add("review-2021"), "plan-2019", "갯벌 연구소"),
    "an awaited event is reported": (lambda one: one.add("summit"), "plan-2019", SUMMIT),
    "a series is observed": (lambda one: one.observe(1), "plan-2019", "2022년까지 한·아세안"),
    "a copy comes": (lambda one: one.add("again"), "again", "누리부는 이 성명을"),
    "a report of an original comes": (lambda one: one.add("built"), "original", "페루와 쇄빙"),
    "a document is read anew": (lambda one: one.add("plan-2020, read anew"), "plan-2020", "케냐와 산림"),
    "others publish": (lambda one: one.add("review-2023"), "other-2020", "케냐와 수소"),
    "the issuer publishes": (lambda one: one.add("review-2023"), "plan-2021", "한-아세안"),
    "somebody decides": (lambda one: one.draw("plan-2020", "plan-2021"), "plan-2020", "2023년까지"),
    "all is linked anew": (lambda one: one.link(again=True), "", ""),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_shows(what: str, new_ledger: NewLedger, tmp_path: Path) -> None:
    change, doc, words = CHANGES[what]
    changing = Changing(new_ledger(), tmp_path / "papers")
    changing.add(*BEGUN)
    changing.link()
    changing.refresh(DAY)
    before = standing(changing.place)
    change(changing)
    changing.link()
    with open_for_reading(changing.place).connect() as connection:
        assert not is_kept(connection, DAY)
        assert_right(connection, DAY)
    changing.refresh(DAY)
    after = standing(changing.place)
    changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    assert not doc or [place for place in changed if place[0] == doc and place[1].startswith(words)], changed


def standing(place: Location) -> dict[tuple[str, str], tuple[object, ...]]:
    """How the promises stand, by document and words."""
    with open_for_reading(place).connect() as connection:
        rows = Shelf(connection, as_of=DAY).page(limit=1000).rows
        documents = {
            row.key: one for row, one in zip(rows, Shelf(connection, as_of=DAY).every_verdict(), strict=True)
        }
    return {
        (row.doc, row.text): (row.status, row.search, row.due, row.evidence, documents[row.key].search)
        for row in rows
    }


def test_a_day_goes_by(ledger_location: Location, tmp_path: Path) -> None:
    changing = Changing(ledger_location, tmp_path / "papers")
    changing.add(*BEGUN, "review-2021", "ahead", "built")
    changing.link()
    changing.observe(1)
    for day in (*DAYS, DAYS[-2], DAYS[0]):
        changing.refresh(day)


def test_only_what_changed_is_judged(ledger_location: Location, tmp_path: Path) -> None:
    changing = Changing(ledger_location, tmp_path / "papers")
    changing.add(*BEGUN)
    changing.link()
    assert changing.refresh(DAY) == len(standing(ledger_location))
    assert changing.refresh(DAY) == 0
    changing.add("review-other")
    changing.link()
    assert 0 < changing.refresh(DAY) < 8
    changing.draw("plan-2020", "plan-2021")
    assert changing.refresh(DAY) == 1


def test_a_refresh_that_was_stopped_goes_on(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf_refresh, "BATCH", 2)
    changing = Changing(ledger_location, tmp_path / "papers")
    changing.add(*BEGUN)
    changing.link()
    reading, writing = open_for_reading(ledger_location), open_for_writing(ledger_location)
    stopped = refresh(reading, writing, today=DAY)
    next(stopped)
    stopped.close()
    with reading.connect() as connection:
        assert connection.execute(select(func.count()).select_from(derived.facts)).scalar_one() == 2
        assert not is_kept(connection, DAY)
        assert_right(connection, DAY)
    writing.dispose()
    changing.refresh(DAY)


def test_two_refresh_at_once(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf_refresh, "BATCH", 3)
    changing = Changing(ledger_location, tmp_path / "papers")
    changing.add(*BEGUN)
    changing.link()
    reading, writing = open_for_reading(ledger_location), open_for_writing(ledger_location)
    one, other = (refresh(reading, writing, today=DAY) for _ in range(2))
    next(one)
    next(other)
    changing.add("review-2021")
    changing.link()
    newest = refresh(reading, writing, today=DAY)
    next(newest)
    for each in (one, other, newest):
        deque(each, maxlen=0)
    with reading.connect() as connection:
        assert is_kept(connection, DAY)
        assert_right(connection, DAY)
    writing.dispose()


def test_other_rules_judge_all_anew(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changing = Changing(ledger_location, tmp_path / "papers")
    changing.add(*BEGUN)
    changing.link()
    every = changing.refresh(DAY)
    with open_for_reading(ledger_location).connect() as connection:
        before = state(connection)
        assert state(connection) == before
    monkeypatch.setattr(shelf_noted, "rules_version", lambda _packages: "another")
    with open_for_reading(ledger_location).connect() as connection:
        assert state(connection) != before
    assert changing.refresh(DAY) == every


@pytest.mark.parametrize(
    ("folder", "pattern"), [(ROOT.parent / "shared" / "corpus", "*.txt"), (ROOT / "examples", "20*")]
)
def test_real_documents(folder: Path, pattern: str, ledger_location: Location) -> None:
    paths = sorted(folder.glob(pattern))
    if not paths:
        pytest.skip("the documents are not beside the checkout")
    add_files(ledger_location, paths)
    link(ledger_location)
    deque(keep(ledger_location, today=DAY), maxlen=0)
    with open_for_reading(ledger_location).connect() as connection:
        for day in (date(2021, 6, 30), DAY, date(2031, 1, 1)):
            assert_right(connection, day)


def test_names_of_documents_are_known() -> None:
    assert AWAITING.startswith(SUMMIT)
    assert [number_of(name) for name in BEGUN] == [0, 1, 3, 4, 8]
