"""The calendar: due dates, reported events and anniversaries, and nothing that nobody tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.support.linked import add, document, link

from yaksok.fulfilment.shelf import Shelf
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading
from yaksok.views.calendar import calendar, found_in, with_words
from yaksok.views.calendar_entries import CalendarFilter, Entry, EntryKind

NewLedger = Callable[[], Location]
DAY = date(2026, 1, 1)
PAPERS = {
    "plan": document(
        2019,
        2,
        ["페루와 해양안전협정 체결 추진(19.12월)", "칠레와 2020년 6월까지 청년 교류 확대"],
        review=False,
    ),
    "review": document(
        2020,
        3,
        [
            "한·페루 정상회의 개최(19.11.25~26, 리마)",
            "몽골과 수교(19.3.14)",
            "케냐와 항공협정 체결(19.4.2)",
            "청년센터 개소(19.5월)",
            "해양전략 수립(19.7.9)",
        ],
        review=True,
    ),
    "report": document(2020, 5, ["한·페루 정상회의 개최(19.11.25~26)"], review=True),
}


@pytest.fixture
def ledger(new_ledger: NewLedger, tmp_path: Path) -> Location:
    place = new_ledger()
    add(place, PAPERS, tmp_path / "papers")
    link(place)
    return place


def entries(
    place: Location,
    first: date,
    last: date,
    *,
    kinds: frozenset[EntryKind] | None = None,
    party: str | None = None,
    as_of: date = DAY,
) -> list[Entry]:
    wanted = CalendarFilter(first=first, last=last, party=party)
    if kinds:
        wanted = CalendarFilter(first=first, last=last, party=party, kinds=kinds)
    with open_for_reading(place).connect() as connection:
        return calendar(connection, Shelf(connection, as_of=as_of), wanted, as_of=as_of)


def test_what_stands_in_a_year(ledger: Location) -> None:
    found = entries(ledger, date(2019, 1, 1), date(2019, 12, 31))
    told = {(one.kind, one.day): one for one in found if one.doc}
    assert {key[0] for key in told} == {"due", "meeting", "instrument", "event"}
    meeting = told["meeting", "2019-11-25"]
    assert (meeting.end, meeting.exact, meeting.parties, meeting.told) == ("2019-11-26", True, ("PER",), 2)
    assert told["instrument", "2019-03-14"].parties == ("MNG",)
    assert told["instrument", "2019-04-02"].parties == ("KEN",)
    opened = told["event", "2019-05-01"]
    assert (opened.end, opened.exact) == ("2019-05-31", False)
    assert told["event", "2019-07-09"].parties == ()
    due = told["due", "2019-12-31"]
    assert (due.doc, due.status is not None) == ("plan", True)
    assert found == sorted(found, key=lambda one: one.day)


def test_a_party_has_its_own(ledger: Location) -> None:
    found = entries(ledger, date(2019, 1, 1), date(2020, 12, 31), party="KEN")
    assert {(one.kind, one.day) for one in found} == {("instrument", "2019-04-02")}


def test_what_is_not_published_is_not_told(ledger: Location) -> None:
    found = entries(ledger, date(2019, 1, 1), date(2019, 12, 31), as_of=date(2019, 6, 1))
    assert {one.kind for one in found if one.doc} == {"due"}


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2019, set()),
        (2020, {("2020-03-14", 1)}),
        (2024, {("2024-03-14", 5), ("2024-04-02", 5)}),
        (2025, {("2025-03-14", 6)}),
    ],
)
def test_anniversaries(ledger: Location, year: int, expected: set[tuple[str, int]]) -> None:
    kinds: frozenset[EntryKind] = frozenset({"anniversary"})
    found = entries(ledger, date(year, 1, 1), date(year, 12, 31), kinds=kinds)
    assert {(one.day, one.years) for one in found if one.doc} == expected
    assert all(one.since < one.day for one in found)


def test_memberships_are_of_the_reviewed_tables(ledger: Location) -> None:
    kinds: frozenset[EntryKind] = frozenset({"anniversary"})
    found = entries(ledger, date(2026, 1, 1), date(2026, 12, 31), kinds=kinds, party="OECD")
    assert [(one.day, one.years, one.title, one.text) for one in found] == [("2026-12-12", 30, "OECD", "")]
    assert entries(ledger, date(2025, 1, 1), date(2025, 12, 31), kinds=kinds, party="OECD") == []


def test_the_last_of_february_is_remembered_on_the_day_before(new_ledger: NewLedger, tmp_path: Path) -> None:
    place = new_ledger()
    add(place, {"review": document(2020, 5, ["몽골과 수교(20.2.29)"], review=True)}, tmp_path / "papers")
    link(place)
    kinds: frozenset[EntryKind] = frozenset({"anniversary"})
    for year, day in ((2023, "2023-02-28"), (2024, "2024-02-29")):
        found = entries(place, date(year, 2, 1), date(year, 2, 28 + (year == 2024)), kinds=kinds)
        assert [(one.day, one.years) for one in found if one.doc] == [(day, year - 2020)]


def test_what_is_counted_and_what_is_put_into_words(ledger: Location) -> None:
    wanted = CalendarFilter(first=date(2019, 1, 1), last=date(2020, 12, 31))
    with open_for_reading(ledger).connect() as connection:
        shelf = Shelf(connection, as_of=DAY)
        every = found_in(connection, shelf, wanted, as_of=DAY, most_due=100)
        few = found_in(connection, shelf, wanted, as_of=DAY, most_due=0, of_a_day=1)
        none = found_in(connection, shelf, wanted, as_of=DAY, most_due=0)
        assert (
            every.number == few.number == none.number == len(calendar(connection, shelf, wanted, as_of=DAY))
        )
        assert every.stands == few.stands != none.stands
        worded = with_words(connection, shelf, every.stands)
    assert [one.n for one in worded] == [one.n for one in every.stands]
    assert all(one.text and one.id and one.title for one in worded if one.doc)
