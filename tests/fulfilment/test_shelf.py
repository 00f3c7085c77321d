"""What is kept of promises is what is judged anew, whatever happens to a ledger."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select
from tests.support.ledgers import CopyOf
from tests.support.linked import linked_files
from tests.support.shelves import AWAITING, Changing, assert_right, number_of, steps

from yaksok.fulfilment import shelf, shelf_noted, shelf_refresh, shelf_steps
from yaksok.fulfilment.judging import verdict_of
from yaksok.fulfilment.shelf import EVERYTHING, Shelf, is_kept, refresh, state
from yaksok.fulfilment.shelf_columns import Columns
from yaksok.fulfilment.shelf_lines import Line
from yaksok.fulfilment.shelf_steps import step_at, touched_since
from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.shelving import keep
from yaksok.ledger import derived_tables as derived
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading, open_for_writing
from yaksok.records.commitment import STATUSES
from yaksok.records.standing import SORTS, Place

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


def test_a_version_that_is_not_linked_yet_changes_nothing(new_ledger: NewLedger, tmp_path: Path) -> None:
    place = new_ledger()
    changing = Changing(place, tmp_path / "papers")
    changing.add("plan-2019", "plan-2020", "review-2021")
    changing.link()
    changing.refresh(DAY)
    changing.add("plan-2020, read anew")
    changing.refresh(DAYS[2])
    with open_for_reading(place).connect() as connection:
        assert "kept" in {verdict.status for verdict in Shelf(connection, as_of=DAYS[2]).every_verdict()}


BEGUN = ("plan-2019", "plan-2020", "other-2020", "plan-2021", "original")
SUMMIT = "한·칠레"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the papers of all ledgers of this module lie, so that a further version is known as one."""
    return tmp_path_factory.mktemp("shelf") / "papers"


@pytest.fixture
def linked(copy_of: CopyOf, folder: Path) -> Changing:
    """A ledger of the papers it begins with, linked."""

    def make(place: Location) -> None:
        changing = Changing(place, folder)
        changing.add(*BEGUN)
        changing.link()

    return Changing(copy_of("shelf, linked", make), folder)


@pytest.fixture
def kept(copy_of: CopyOf, folder: Path) -> Changing:
    """The same, with how its promises stand kept."""

    def make(place: Location) -> None:
        changing = Changing(place, folder)
        changing.add(*BEGUN)
        changing.link()
        changing.refresh(DAY)

    return Changing(copy_of("shelf, kept", make), folder)


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
def test_a_change_shows(what: str, kept: Changing) -> None:
    change, doc, words = CHANGES[what]
    before = standing(kept.place)
    change(kept)
    kept.link()
    with open_for_reading(kept.place).connect() as connection:
        assert not is_kept(connection, DAY)
        assert_right(connection, DAY)
    kept.refresh(DAY)
    after = standing(kept.place)
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


def test_only_what_changed_is_judged(linked: Changing) -> None:
    assert linked.refresh(DAY) == len(standing(linked.place))
    assert linked.refresh(DAY) == 0
    linked.add("review-other")
    linked.link()
    assert 0 < linked.refresh(DAY) < 8
    linked.draw("plan-2020", "plan-2021")
    assert linked.refresh(DAY) == 1


def test_a_refresh_that_was_stopped_goes_on(linked: Changing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_refresh, "BATCH", 2)
    reading, writing = open_for_reading(linked.place), open_for_writing(linked.place)
    stopped = refresh(reading, writing, today=DAY)
    next(stopped)
    stopped.close()
    with reading.connect() as connection:
        assert connection.execute(select(func.count()).select_from(derived.facts)).scalar_one() == 2
        assert not is_kept(connection, DAY)
        assert_right(connection, DAY)
    writing.dispose()
    linked.refresh(DAY)


def test_two_refresh_at_once(linked: Changing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_refresh, "BATCH", 3)
    reading, writing = open_for_reading(linked.place), open_for_writing(linked.place)
    one, other = (refresh(reading, writing, today=DAY) for _ in range(2))
    next(one)
    next(other)
    linked.add("review-2021")
    linked.link()
    newest = refresh(reading, writing, today=DAY)
    next(newest)
    for each in (one, other, newest):
        deque(each, maxlen=0)
    with reading.connect() as connection:
        assert is_kept(connection, DAY)
        assert_right(connection, DAY)
    writing.dispose()


def test_other_rules_judge_all_anew(linked: Changing, monkeypatch: pytest.MonkeyPatch) -> None:
    every = linked.refresh(DAY)
    with open_for_reading(linked.place).connect() as connection:
        before = state(connection)
        assert state(connection) == before
    monkeypatch.setattr(shelf_noted, "rules_version", lambda _packages: "another")
    with open_for_reading(linked.place).connect() as connection:
        assert state(connection) != before
    assert linked.refresh(DAY) == every


@pytest.mark.parametrize(
    ("folder", "pattern"), [(ROOT.parent / "shared" / "corpus", "*.txt"), (ROOT / "examples", "20*")]
)
def test_real_documents(folder: Path, pattern: str, copy_of: CopyOf) -> None:
    place = linked_files(copy_of, folder, pattern)
    deque(keep(place, today=DAY), maxlen=0)
    with open_for_reading(place).connect() as connection:
        for day in (date(2021, 6, 30), DAY, date(2031, 1, 1)):
            assert_right(connection, day)


def test_names_of_documents_are_known() -> None:
    assert AWAITING.startswith(SUMMIT)
    assert [number_of(name) for name in BEGUN] == [0, 1, 3, 4, 8]


FOLLOWED: tuple[Callable[[Changing], object], ...] = (
    lambda one: one.draw("plan-2020", "plan-2021"),
    lambda one: one.add("review-other"),
    lambda one: one.add("again"),
    lambda one: one.observe(1),
)


@pytest.mark.parametrize("change", FOLLOWED)
def test_columns_follow_what_changed(
    change: Callable[[Changing], object], kept: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = columns_of(kept.place)
    before.page(EVERYTHING, "due", limit=3)
    change(kept)
    kept.link()
    read_all = shelf._lines_of_all

    def refused(_: Connection) -> Iterable[Line]:
        raise AssertionError("all promises are read")

    monkeypatch.setattr(shelf, "_lines_of_all", refused)
    kept.refresh(DAY)
    after = columns_of(kept.place)
    assert after is not before
    with open_for_reading(kept.place).connect() as connection:
        whole = Columns(read_all(connection))
    for sort in SORTS:
        assert after.page(EVERYTHING, sort, limit=1_000) == whole.page(EVERYTHING, sort, limit=1_000)
    for by in ("status", "party", "document", "due_month", "year", "topic", "issuer"):
        assert after.counts(EVERYTHING, by) == whole.counts(EVERYTHING, by)


def columns_of(place: Location) -> Columns:
    """The promises in columns, those of before brought up to date where that can be."""
    with open_for_reading(place).connect() as connection:
        return Shelf(connection, as_of=DAY).columns


def test_a_change_of_very_much_is_read_anew(kept: Changing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_steps, "MOST_LISTED", 1)
    before = columns_of(kept.place)
    assert before.step is not None
    kept.add("review-2021", "built")
    kept.link()
    kept.refresh(DAY)
    with open_for_reading(kept.place).connect() as connection:
        serial = shelf_noted.noted(connection).serial
        assert serial > before.step.serial
        assert touched_since(connection, before.step, serial) is None
        assert_right(connection, DAY)


def test_another_ledger_that_counts_alike_is_told_apart(kept: Changing) -> None:
    with open_for_reading(kept.place).connect() as connection:
        serial = shelf_noted.noted(connection).serial
        mine = step_at(connection, serial)
        assert mine is not None
        assert touched_since(connection, mine, serial) == frozenset()
        assert touched_since(connection, mine._replace(token="of another"), serial) is None
        assert touched_since(connection, mine._replace(serial=serial + 1), serial) is None


def test_changes_of_long_ago_are_forgotten(kept: Changing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_steps, "STEPS_KEPT", 2)
    first = columns_of(kept.place).step
    assert first is not None
    for name in ("review-other", "built", "summit"):
        kept.add(name)
        kept.link()
        kept.refresh(DAY)
    with open_for_reading(kept.place).connect() as connection:
        assert touched_since(connection, first, shelf_noted.noted(connection).serial) is None


@pytest.mark.parametrize("later", [0, 400])
@pytest.mark.parametrize("change", FOLLOWED[:3])
def test_lists_judge_what_changed_alone(
    change: Callable[[Changing], object], later: int, kept: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(kept)
    kept.link()
    day = DAY + timedelta(days=later)

    def refused(*_: object) -> Iterable[Place]:
        raise AssertionError("all promises are judged")

    monkeypatch.setattr(shelf, "promise_places", refused)
    with open_for_reading(kept.place).connect() as connection:
        assert not is_kept(connection, day)
        standing = Standing(connection, as_of=day, deciding=deciding_on(connection))
        expected = {held.place: verdict_of(held.case) for held in standing.held(list(standing.places()))}
        told = Shelf(connection, as_of=day)
        rows = told.page(sort="status", limit=1_000).rows
        assert {row.key: (row.status, row.late) for row in rows} == {
            place: (one.status, one.late) for place, one in expected.items()
        }
        assert [row.status for row in rows] == sorted((row.status for row in rows), key=STATUSES.index)
        assert {one.value: one.number for one in told.counts(by="status")} == Counter(
            one.status for one in expected.values()
        )
