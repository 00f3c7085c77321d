"""A deadline that hangs on an event has its day as soon as a later document reports the event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from yaksok.fulfilment.judging import judge
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.links.reported_events import reported_events
from yaksok.records.commitment import Verdict

Stored = Callable[..., StoredDocument]
PROMISE = "차기 한·페루 정상회의 계기 해양 안전 협정 서명"


@pytest.fixture
def verdict(stored: Stored, line: Any) -> Callable[..., Verdict]:
    """The verdict on a promise of 2019 that awaits the next summit with Peru, given what a review reports."""

    def made(*later: Any, as_of: date = date(2021, 6, 1)) -> Verdict:
        documents = [
            stored("plan", "2019-03-04", line("commitment", PROMISE, parties=["PER"])),
            stored("review", "2021-01-10", *later, line("result", "도서관 개축 공사비 정산")),
        ]
        return judge(documents, propose_links(documents), as_of=as_of)[0]

    return made


def summit(line: Any, on: str, *, party: str = "PER", text: str = "한·페루 정상회의 개최") -> Any:
    return line("result", f"{text}({on})", parties=[party], times=[(on, on, on, "occurred")])


def test_the_event_gives_the_day(verdict: Callable[..., Verdict], line: Any) -> None:
    told = verdict(summit(line, "2019-11-25"))
    assert told.due is not None
    assert (told.due.date, told.due.words) == ("2019-11-25", "차기 한·페루 정상회의 계기")
    assert "한·페루 정상회의 개최" in told.due.event
    assert told.status == "overdue_no_evidence"


@pytest.mark.parametrize(
    ("on", "party", "text"),
    [
        ("2019-11-25", "CHL", "한·칠레 정상회의 개최"),  # with somebody else
        ("2019-01-25", "PER", "한·페루 정상회의 개최"),  # before the promise
        ("2019-11-25", "PER", "한·페루 국장급 협의 개최"),  # at another level
    ],
)
def test_another_event_gives_none(
    verdict: Callable[..., Verdict], line: Any, on: str, party: str, text: str
) -> None:
    told = verdict(summit(line, on, party=party, text=text))
    assert told.due is None


def test_an_event_counts_from_its_report_on(verdict: Callable[..., Verdict], line: Any) -> None:
    assert verdict(summit(line, "2019-11-25"), as_of=date(2020, 6, 1)).due is None
    assert verdict(as_of=date(2021, 6, 1)).due is None


def test_only_dated_results_are_events(stored: Stored, line: Any) -> None:
    document = stored(
        "review",
        "2021-01-10",
        summit(line, "2019-11-25"),
        line("result", "한·페루 정상회의 개최", parties=["PER"]),
        line("commitment", "한·페루 정상회의 개최(2021-11-25)", parties=["PER"]),
    )
    assert [(each.n, each.event.on) for each in reported_events(document)] == [(1, "2019-11-25")]
