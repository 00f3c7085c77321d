"""How promises stood before newer documents came in, told from the whole ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select
from tests.support.linked import add, document, link, papers

from yaksok.fulfilment.earlier import EarlierStanding
from yaksok.fulfilment.judging import verdict_of
from yaksok.fulfilment.standing import Standing
from yaksok.ledger import tables
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading

NewLedger = Callable[[], Location]
DAY = date(2024, 6, 1)
Statuses = dict[tuple[str, int], tuple[str, bool]]


def statuses(place: Location, newest: int | None = None) -> Statuses:
    with open_for_reading(place).connect() as connection:
        standing = (
            Standing(connection, as_of=DAY)
            if newest is None
            else EarlierStanding(connection, as_of=DAY, newest=newest)
        )
        verdicts = map(verdict_of, standing.cases(list(standing.places())))
        return {(one.promise.doc, one.promise.n): (one.status, one.late) for one in verdicts}


def newest_key(place: Location) -> int:
    with open_for_reading(place).connect() as connection:
        return int(connection.execute(select(func.max(tables.versions.c.key))).scalar_one())


@given(before=papers(most=3), after=papers(most=3))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_later_documents_are_as_if_they_were_not_there(
    before: dict[str, str], after: dict[str, str], new_ledger: NewLedger, tmp_path: Path
) -> None:
    place = new_ledger()
    add(place, {f"a{name}": text for name, text in before.items()}, tmp_path / "before")
    link(place)
    then, newest = statuses(place), newest_key(place)
    add(place, {f"b{name}": text for name, text in after.items()}, tmp_path / "after")
    link(place)
    told = statuses(place, newest)
    # What is in the ledger twice now counts once, with the copy or the original; that is all that may differ.
    shared = told.keys() & then.keys()
    assert {key: told[key] for key in shared if key in then} == {key: then[key] for key in shared}
    assert statuses(place, newest_key(place)) == statuses(place)


def test_links_that_were_weighed_anew_since_do_not_count(new_ledger: NewLedger, tmp_path: Path) -> None:
    place = new_ledger()
    plans = {
        "first": document(
            2018,
            1,
            [
                "칠레와 해양안전협정 3개소 구축 추진",
                "칠레와 산림 협력 사업 체결 추진",
                "칠레와 항공 노선 체결 추진",
            ],
            review=False,
        ),
        "second": document(
            2018, 6, ["케냐와 청년 교류 체결 추진", "케냐와 해양안전협정 3개소 구축 추진"], review=False
        ),
    }
    add(place, plans, tmp_path / "before")
    link(place)
    then, newest = statuses(place), newest_key(place)
    add(
        place,
        {"third": document(2018, 1, ["페루와 해양안전협정 체결 추진"], review=False)},
        tmp_path / "after",
    )
    link(place)
    now = statuses(place)
    assert {key: now[key] for key in then} != then  # the words are as common now that a link is gone
    assert statuses(place, newest) == then


@pytest.fixture
def followed(new_ledger: NewLedger, tmp_path: Path) -> tuple[Location, int]:
    place = new_ledger()
    plan = document(2019, 2, ["페루와 해양안전협정 체결 추진(20.12월)"], review=False)
    add(place, {"plan": plan}, tmp_path / "before")
    link(place)
    newest = newest_key(place)
    add(
        place,
        {"review": document(2021, 3, ["페루와 해양안전협정 체결(20.6월)"], review=True)},
        tmp_path / "after",
    )
    link(place)
    return place, newest


def test_a_report_that_came_later_is_left_out(followed: tuple[Location, int]) -> None:
    place, newest = followed
    now, before = statuses(place), statuses(place, newest)
    assert ("overdue_no_evidence", False) in before.values()
    changed = [(before[key], now[key]) for key in before if key[0] == "plan" and before[key] != now[key]]
    assert (("overdue_no_evidence", False), ("kept", False)) in changed
