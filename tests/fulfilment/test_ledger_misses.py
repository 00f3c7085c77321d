"""What came nearest to a promise is found without loading all that is like it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.support.linked import add, document, link

from yaksok.fulfilment import ledger_misses
from yaksok.fulfilment.ledger_misses import candidates_of
from yaksok.fulfilment.misses import nearest_misses
from yaksok.fulfilment.standing import Standing
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading
from yaksok.ledger.reader import StoredDocument, partial_documents
from yaksok.links import postings
from yaksok.links.posting_counts import counted_in, read_counts
from yaksok.records.standing import Place

DAY = date(2026, 1, 1)
PARTIES = ("페루", "몽골", "칠레", "케냐", "")
PLAN = [f"{party}와 해양안전협정 체결 추진" if party else "해양안전협정 이행 점검 추진" for party in PARTIES]
REVIEWS = {
    f"review-{year}": document(
        year,
        3,
        [
            f"{party or '관계국'} 해양안전 세미나 {'개최' if year % 2 else '준비'} 계획 점검"
            for party in PARTIES
        ],
        review=True,
    )
    for year in range(2020, 2025)
}


@pytest.fixture
def place(ledger_location: Location, tmp_path: Path) -> Location:
    add(ledger_location, {"plan": document(2019, 2, PLAN, review=False), **REVIEWS}, tmp_path / "papers")
    link(ledger_location)
    return ledger_location


@pytest.fixture
def connection(place: Location) -> Iterator[Connection]:
    with open_for_reading(place).connect() as opened:
        yield opened


def test_the_nearest_are_those_of_all_that_were_weighed(connection: Connection) -> None:
    standing, candidates = Standing(connection, as_of=DAY), candidates_of(connection, as_of=DAY)
    found = 0
    for case in standing.cases(standing.places()):
        possible = list(candidates(case.promise))
        assert all(one.weighed().score <= one.at_most + 1e-12 for one in possible)
        weighed = [one.weighed() for one in possible]
        few = nearest_misses(case.promise, candidates, evidence=case.facts.evidence, links=case.links)
        every = nearest_misses(
            case.promise,
            lambda _, weighed=weighed: weighed,  # type: ignore[misc]
            evidence=case.facts.evidence,
            links=case.links,
        )
        assert few == every
        found += len(few)
    assert found


def test_few_of_them_are_loaded(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []

    def counting(one: Connection, places: Sequence[Place]) -> dict[int, StoredDocument]:
        loaded.append(len(places))
        return partial_documents(one, places)

    monkeypatch.setattr(ledger_misses, "partial_documents", counting)
    standing, candidates = Standing(connection, as_of=DAY), candidates_of(connection, as_of=DAY)
    case = next(case for case in standing.cases(standing.places()) if "페루" in case.promise.text)
    possible = list(candidates(case.promise))
    loaded.clear()
    nearest_misses(case.promise, candidates, evidence=(), most=1)
    assert sum(loaded) < len(possible)


def test_counts_are_those_of_the_index_as_it_is(place: Location, tmp_path: Path) -> None:
    with open_for_reading(place).connect() as connection:
        read_counts(connection)
        before = counted_in(connection)
        assert before is counted_in(connection)
        assert before.counts[postings.EVERY] > 0
        assert before.rarity.keys() == before.counts.keys()
    add(place, {"more": document(2025, 3, ["페루와 해양안전 훈련 실시"], review=True)}, tmp_path / "more")
    link(place)
    with open_for_reading(place).connect() as connection:
        after = counted_in(connection)
        assert after is not before
        read_counts(connection)
        assert after.counts[postings.EVERY] > before.counts[postings.EVERY]
