"""The day of a deadline once its event is told, and the times of a recurring promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.fulfilment.deadline_kinds import deadlines
from yaksok.fulfilment.resolving import after, occurrences, resolve
from yaksok.ledger.reader import StoredDocument
from yaksok.records.promise import Deadline, Term, ToldEvent

Stored = Callable[..., StoredDocument]
AS_OF = date(2025, 1, 31)


def one_of(stored: Stored, line: Any, text: str, **more: Any) -> Deadline:
    document = stored("plan", "2019-03-04", line("commitment", text, **more)).document
    return deadlines(document.statements[0], written="2019-03-04", text=document.text)[-1]


def told(text: str, on: str, *parties: str) -> ToldEvent:
    return ToldEvent(text, on, frozenset(parties), f"{on} {text}")


@pytest.mark.parametrize(
    ("text", "events", "day"),
    [
        # The next summit with the same party, not with another one, nor an earlier or a lower one.
        ("차기 정상회의 계기 서명", [told("한-누리 정상회의 개최", "2019-11-25", "THA")], "2019-11-25"),
        (
            "차기 정상회의 계기 서명",
            [told("한·누리 정상회담을 개최하였다.", "2019-11-25", "THA")],
            "2019-11-25",
        ),
        (
            "차기 정상회의 계기 서명",
            [told("정상회의 개최", "2021-05-01", "THA"), told("정상회의 개최", "2020-05-01", "THA")],
            "2020-05-01",
        ),
        ("차기 정상회의 계기 서명", [told("정상회의 개최", "2019-11-25", "VNM")], None),
        ("차기 정상회의 계기 서명", [told("정상회의 개최", "2019-01-25", "THA")], None),
        ("차기 정상회의 계기 서명", [told("외교장관회의 개최", "2019-11-25", "THA")], None),
        ("차기 정상회의 계기 서명", [told("정상회의 개최 추진", "2019-11-25", "THA")], None),
        ("차기 정상회의 계기 서명", [told("정상회의 개최", "2025-02-25", "THA")], None),
        # A term after an event.
        (
            "해양 협정 발효 후 6개월 이내 회의 개최",
            [told("해양 협정 발효", "2020-08-31", "THA")],
            "2021-02-28",
        ),
        ("해양 협정 발효 후 6개월 이내 회의 개최", [told("어업 협정 발효", "2020-08-31", "THA")], None),
        (
            "해양 협정 발효 후 6개월 이내 회의 개최",
            [told("해양 협정 발효", "2018-08-31", "THA")],
            "2019-02-28",
        ),
        # What nobody reports in such words stays open.
        ("비핵화 진전 시 협력 추진", [told("정상회의 개최", "2019-11-25", "THA")], None),
        ("필요시 협력 추진", [told("정상회의 개최", "2019-11-25", "THA")], None),
        ("6개월 이내 회의 개최", [], "2019-09-04"),
    ],
)
def test_resolved(stored: Stored, line: Any, text: str, events: list[ToldEvent], day: str | None) -> None:
    deadline = one_of(stored, line, text, parties=["THA"])
    found = resolve(deadline, events, published="2019-03-04", as_of=AS_OF, parties=frozenset({"THA"}))
    assert found.date == day, found.why
    assert deadline.words in found.why


def test_english(stored: Stored, line: Any) -> None:
    deadline = one_of(stored, line, "The plan will be adopted at the next summit.")
    events = [told("The two presidents held a summit in Noori.", "2020-06-01", "THA")]
    found = resolve(deadline, events, published="2019-03", as_of=AS_OF, parties=frozenset({"THA"}))
    assert found.date == "2020-06-01"
    assert found.event == events[0]


def test_an_event_within_the_month_of_the_document_decides_nothing(stored: Stored, line: Any) -> None:
    deadline = one_of(stored, line, "차기 정상회의 계기 서명")
    events = [told("정상회의 개최", "2019-03-25")]
    assert resolve(deadline, events, published="2019-03", as_of=AS_OF).date is None
    assert resolve(deadline, events, published="2019-03-04", as_of=AS_OF).date == "2019-03-25"


def test_a_term_from_a_document_without_a_day_stays_open(stored: Stored, line: Any) -> None:
    deadline = one_of(stored, line, "6개월 이내 회의 개최")
    assert resolve(deadline, [], published="2019-03", as_of=AS_OF).date is None
    assert resolve(deadline, [], published=None, as_of=AS_OF).date is None


@pytest.mark.parametrize(
    ("text", "published", "as_of", "expected"),
    [
        ("매년 개최", "2019-03-04", "2021-06-30", ["2019-12-31", "2020-12-31", "2021-12-31"]),
        ("매년 개최", "2019-11", "2021-06-30", ["2020-12-31", "2021-12-31"]),
        ("분기별 개최", "2019-03-04", "2019-08-01", ["2019-06-30", "2019-09-30"]),
        ("2년마다 개최", "2019", "2023-01-01", ["2020-12-31", "2022-12-31", "2024-12-31"]),
        ("연 2회 개최", "2019-01-10", "2019-07-01", ["2019-06-30", "2019-12-31"]),
        ("정례화 추진", "2019-03-04", "2021-06-30", []),
        ("매년 개최", None, "2021-06-30", []),
    ],
)
def test_occurrences(
    stored: Stored, line: Any, *, text: str, published: str | None, as_of: str, expected: list[str]
) -> None:
    deadline = one_of(stored, line, text)
    found = occurrences(deadline, published=published, as_of=date.fromisoformat(as_of))
    assert [each.end for each in found] == expected
    assert [each.passed for each in found] == [each.end < as_of for each in found]


@pytest.mark.parametrize(
    ("day", "term", "later"),
    [
        ("2020-08-31", Term(months=6), "2021-02-28"),
        ("2020-01-31", Term(months=1), "2020-02-29"),
        ("2020-12-31", Term(days=100), "2021-04-10"),
        ("9999-06-01", Term(months=12), None),
        ("9999-12-31", Term(days=1), None),
    ],
)
def test_after(day: str, term: Term, later: str | None) -> None:
    found = after(date.fromisoformat(day), term)
    assert (found.isoformat() if found else None) == later


@given(st.dates(), st.integers(0, 500), st.integers(0, 500))
def test_a_term_never_ends_before_it_begins(day: date, months: int, days: int) -> None:
    found = after(day, Term(months, days))
    assert found is None or found >= day
