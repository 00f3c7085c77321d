"""Verdicts from a ledger are those of its documents and links in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from tests.support.ledgers import CopyOf
from tests.support.linked import (
    Texts,
    add,
    document,
    documents_of,
    link,
    linked_files,
    links_in,
    links_of,
    papers,
)

from yaksok.fulfilment import standing as pages
from yaksok.fulfilment.judging import judge, verdict_of
from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.standing import Standing, standing_links
from yaksok.interfaces.asking import verdicts_in
from yaksok.ledger import opening
from yaksok.ledger.location import Location
from yaksok.ledger.reader import current_documents
from yaksok.links.families import families
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link
from yaksok.reference.membership import concerns

ROOT = Path(__file__).resolve().parents[2]
NewLedger = Callable[[], Location]
DAYS = (date(2018, 6, 1), date(2020, 2, 29), date(2021, 12, 31), date(2030, 1, 1))

PAPERS = {
    "plan-2019": document(
        2019,
        3,
        ["페루와 「해양안전협정」 체결", "갯벌 연구소 2개소 설치", "한-아세안 청년 교류 확대"],
        review=False,
    ),
    "plan-2020": document(2020, 2, ["페루와 「해양안전협정」 체결", "몽골과 항공 노선 개설"], review=False),
    "review-2021": document(
        2021, 1, ["페루와 「해양안전협정」 체결(20.6월)", "갯벌 연구소 1개소 설치"], review=True
    ),
}


@pytest.fixture
def connection(ledger_location: Location, tmp_path: Path) -> Iterator[Connection]:
    add(ledger_location, PAPERS, tmp_path / "papers")
    link(ledger_location)
    with opening.open_for_reading(ledger_location).connect() as opened:
        yield opened


def of_party(verdicts: Sequence[Verdict], party: str) -> list[Verdict]:
    return [one for one in verdicts if concerns(one.parties, party, one.published) != "none"]


@given(texts=papers(), seed=st.integers(0, 99))
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_verdicts_are_those_of_documents_in_memory(
    texts: Texts, seed: int, new_ledger: NewLedger, tmp_path: Path
) -> None:
    place = new_ledger()
    add(place, texts, tmp_path / f"{seed}")
    link(place)
    documents, links = documents_of(place), links_of(place)
    assume(not families(documents))
    for day in DAYS:
        assert_alike(verdicts_in(place, as_of=day), judge(documents, links, as_of=day))


@pytest.mark.parametrize(
    ("folder", "pattern"), [(ROOT.parent / "shared" / "corpus", "*.txt"), (ROOT / "examples", "20*")]
)
def test_verdicts_on_real_documents_are_those_in_memory(folder: Path, pattern: str, copy_of: CopyOf) -> None:
    ledger = linked_files(copy_of, folder, pattern)
    documents, links = documents_of(ledger), links_of(ledger)
    assert not families(documents)
    for day in (date(2021, 6, 30), date(2025, 1, 31)):
        expected = judge(documents, links, as_of=day)
        assert expected
        assert_alike(verdicts_in(ledger, as_of=day), expected)
        for party in ("USA", "ASEAN"):
            assert_alike(verdicts_in(ledger, as_of=day, party=party), of_party(expected, party))


def assert_alike(found: list[Verdict], expected: list[Verdict]) -> None:
    """The same verdicts; of documents of one day the order may be another."""

    def place(one: Verdict) -> tuple[str, int]:
        return one.promise.doc, one.promise.n

    assert sorted(found, key=place) == sorted(expected, key=place)


def test_promises_come_by_the_day_of_their_document(connection: Connection) -> None:
    standing = Standing(connection, as_of=date(2022, 1, 1))
    found = [(case.promise.doc, case.promise.n) for case in standing.cases(standing.places())]
    assert found == sorted(found, key=lambda place: ("plan-2019", "plan-2020", "review-2021").index(place[0]))
    assert {doc for doc, _ in found} == {"plan-2019", "plan-2020"}


def test_places_of_a_party_are_those_that_name_it(connection: Connection) -> None:
    standing = Standing(connection, as_of=date(2022, 1, 1))
    texts = {
        party: [one.promise.text for one in standing.cases(standing.places([party]))]
        for party in ("PER", "ASEAN", "KEN")
    }
    assert texts["PER"] == ["페루와 「해양안전협정」 체결"] * 2
    assert texts["ASEAN"] == ["한-아세안 청년 교류 확대"]
    assert texts["KEN"] == []
    assert list(standing.places([])) == []


def test_a_member_of_a_group_finds_what_was_promised_to_the_group(connection: Connection) -> None:
    found = list(Shelf(connection, as_of=date(2022, 1, 1)).every_verdict(party="VNM"))
    assert [one.promise.text for one in found] == ["한-아세안 청년 교류 확대"]


def test_what_was_published_later_does_not_count(connection: Connection) -> None:
    texts = {
        day: [verdict_of(one).status for one in standing.cases(standing.places(["PER"]))]
        for day in (date(2019, 1, 1), date(2019, 12, 31), date(2020, 12, 31), date(2021, 6, 1))
        for standing in [Standing(connection, as_of=day)]
    }
    assert texts[date(2019, 1, 1)] == []
    assert len(texts[date(2019, 12, 31)]) == 1
    assert "kept" not in texts[date(2020, 12, 31)]
    assert set(texts[date(2021, 6, 1)]) == {"kept"}


def test_cases_come_in_the_order_asked_and_over_pages(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = Standing(connection, as_of=date(2022, 1, 1))
    places = list(standing.places())
    whole = list(standing.cases(places))
    backwards = list(standing.cases(reversed(places)))
    assert [one.promise for one in backwards] == [one.promise for one in reversed(whole)]
    monkeypatch.setattr(pages, "PAGE", 2)
    assert list(standing.cases(places)) == whole
    assert list(standing.cases([])) == []


def test_links_that_people_rejected_count_for_nothing(connection: Connection) -> None:
    def rejecting(links: Sequence[Link]) -> list[Link]:
        return [replace(one, state="rejected") for one in links]

    day = date(2022, 1, 1)
    standing = Standing(connection, as_of=day, deciding=rejecting)
    found = list(map(verdict_of, standing.cases(standing.places())))
    assert found == judge(list(current_documents(connection)), [], as_of=day)


def test_links_that_people_drew_count(connection: Connection) -> None:
    documents = {one.doc: one for one in current_documents(connection)}
    plan, review = documents["plan-2020"], documents["review-2021"]
    promise = next(one for one in plan.document.statements if "항공 노선" in one.text)
    later = next(one for one in review.document.statements if "연구소" in one.text)
    like = links_in(connection)[0]
    drawn = replace(
        like, source=plan.ref(promise), target=review.ref(later), relation="fulfilled_by", state="accepted"
    )
    standing = Standing(connection, as_of=date(2022, 1, 1), deciding=lambda links: [*links, drawn])
    found = {one.promise: verdict_of(one) for one in standing.cases(standing.places())}
    assert found[drawn.source].status == "kept"
    undrawn = Standing(connection, as_of=date(2022, 1, 1))
    assert verdict_of(next(undrawn.cases([(plan.key, promise.n)]))).status != "kept"


def test_all_links_that_stand_are_those_that_count(connection: Connection) -> None:
    assert set(standing_links(connection)) == set(links_in(connection))


def test_links_of_several_statements_are_those_of_each(connection: Connection) -> None:
    standing = Standing(connection, as_of=DAYS[-1])
    places = [(one.version, n) for one in current_documents(connection) for n in range(2, 8)]
    together = standing.links_around(places)
    assert list(together) == places
    assert any(together.values())
    assert together == {place: standing.links_at(place) for place in places}
    assert Standing(connection, as_of=DAYS[0]).links_around(places) == {place: [] for place in places}
