"""Statuses and due dates are those of the day, kept or not, and those of the verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.search.conftest import TEXTS, Blanks, Library
from tests.support.linked import link

from yaksok.fulfilment.shelf import Shelf, is_kept
from yaksok.fulfilment.standing import promise_places
from yaksok.ledger.location import location_of
from yaksok.ledger.opening import open_for_reading
from yaksok.records.commitment import STATUSES, Status
from yaksok.records.search import SearchFilter
from yaksok.records.standing import Place, PromiseRow
from yaksok.search import finding

TODAY = date.today()  # noqa: DTZ011 - the day for which linking keeps verdicts
DAYS = (TODAY, date(2024, 6, 1), date(2025, 6, 1))


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("linked")
    library = Library(location_of(folder / "papers.db"), folder / "papers", Blanks())
    library.add(TEXTS)
    link(library.place)
    library.update()
    return library


def promises(library: Library, day: date) -> Mapping[Place, PromiseRow]:
    with open_for_reading(library.place).connect() as connection:
        rows = Shelf(connection, as_of=day).rows(list(promise_places(connection)))
        return {row.key: row for row in rows}


def test_one_day_is_kept_and_another_is_not(linked: Library) -> None:
    with open_for_reading(linked.place).connect() as connection:
        assert is_kept(connection, TODAY)
        assert not is_kept(connection, DAYS[1])


@pytest.mark.parametrize("day", DAYS)
def test_hits_have_the_status_of_the_day(linked: Library, day: date) -> None:
    rows = promises(linked, day)
    hits = linked.search("act:commitment", as_of=day, limit=100).hits
    assert {(hit.key, hit.n) for hit in hits} == set(rows)
    for hit in hits:
        row = rows[hit.key, hit.n]
        assert (hit.status, hit.due) == (row.status, row.due.date if row.due else None)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("status", STATUSES)
def test_a_status_finds_the_promises_that_have_it(linked: Library, day: date, status: Status) -> None:
    wanted = {place for place, row in promises(linked, day).items() if row.status == status}
    for result in (
        linked.search(f"status:{status}", as_of=day, limit=100),
        linked.search("", SearchFilter(statuses=frozenset({status})), as_of=day, limit=100),
    ):
        assert {(hit.key, hit.n) for hit in result.hits} == wanted
        assert result.exact


@pytest.mark.parametrize("day", DAYS)
def test_due_dates_find_promises(linked: Library, day: date) -> None:
    rows = promises(linked, day)
    wanted = {place for place, row in rows.items() if row.due and "2024" <= row.due.date < "2026"}
    assert wanted
    found = linked.search("due:2024..2025", as_of=day, limit=100).hits
    assert {(hit.key, hit.n) for hit in found} == wanted


@pytest.mark.parametrize("day", DAYS)
def test_exclusions_and_alternatives_hold_for_statuses(linked: Library, day: date) -> None:
    rows = promises(linked, day)
    kept = {place for place, row in rows.items() if row.status == "kept"}
    found = linked.search("act:commitment -status:kept", as_of=day, limit=100).hits
    assert {(hit.key, hit.n) for hit in found} == set(rows) - kept
    either = linked.search("(status:kept OR act:result)", as_of=day, limit=100).hits
    assert {(hit.key, hit.n) for hit in either if hit.act == "commitment"} == kept
    assert {hit.act for hit in either} <= {"commitment", "result"}


@pytest.mark.parametrize("day", DAYS)
def test_documents_are_found_by_a_promise_of_theirs(linked: Library, day: date) -> None:
    for status in STATUSES:
        wanted = {row.doc for row in promises(linked, day).values() if row.status == status}
        assert set(linked.titles(f"status:{status}", as_of=day)) == wanted


def test_the_facet_of_statuses_counts_all_hits(linked: Library) -> None:
    facets = linked.search("act:commitment", as_of=TODAY, limit=1).facets
    counted = {
        count.value: count.number for facet in facets if facet.name == "status" for count in facet.counts
    }
    assert counted == Counter(row.status for row in promises(linked, TODAY).values())


@pytest.mark.parametrize(
    "query",
    [
        "status:silent",
        "act:commitment status:kept,silent",
        "act:commitment -status:kept",
        "(status:kept OR act:result)",
        "due:2024..2025",
    ],
)
def test_many_hits_are_restricted_as_few_are(
    linked: Library, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    few = linked.search(query, as_of=TODAY, limit=100)
    monkeypatch.setattr(finding, "MOST_COUNTED", 0)
    many = linked.search(query, as_of=TODAY, limit=100)
    assert [(hit.key, hit.n, hit.status) for hit in many.hits] == [
        (hit.key, hit.n, hit.status) for hit in few.hits
    ]
    assert many.total == few.total > 0
    assert "status" in {facet.name for facet in few.facets}
    assert "status" not in {facet.name for facet in many.facets}
    assert "statuses not counted" in {notice.kind for notice in many.notices}


def test_what_was_not_judged_is_told(linked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_JUDGED", 2)
    day = DAYS[2]
    result = linked.search("act:commitment -status:kept", as_of=day, limit=100)
    assert not result.exact
    assert "standing incomplete" in [notice.kind for notice in result.notices]
    assert len(result.hits) <= 2
    rows = promises(linked, day)
    assert all(rows[hit.key, hit.n].status != "kept" for hit in result.hits)


def test_the_ledger_lies_where_it_lay(linked: Library) -> None:
    assert isinstance(linked.place.path, Path)
    assert linked.index.folder == linked.place.path.with_name("papers.db.search")
