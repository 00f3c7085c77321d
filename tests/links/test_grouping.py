"""Families in a ledger: a promise is listed once, a result counted once, whatever came first and went again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, select
from tests.support.linked import add, document, documents_of, link

from yaksok.fulfilment.standing import Standing, standing_links
from yaksok.interfaces.asking import verdicts_in
from yaksok.interfaces.explaining import card_in
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import opening
from yaksok.ledger.location import Location
from yaksok.links.copies import copies
from yaksok.links.families import families
from yaksok.links.grouping import copied_to, copies_at, families_with

NewLedger = Callable[[], Location]
AS_OF = date(2025, 6, 1)

PLEDGES = (
    "페루 연안 등대 열두 곳의 무인화 장비를 내년까지 교체하기로 하였다.",
    "페루와 쇄빙 순찰선 두 척을 나누어 건조하기 위하여 「해양조선협정」을 체결할 예정이다.",
    "갯벌 복원 현황을 위성 사진으로 해마다 함께 조사할 계획이다.",
    "페루 선원 자격증을 서로 인정하는 절차를 2025년까지 마련할 계획이다.",
)


def statement(day: int, *pledges: str) -> str:
    body = "".join(f" ㅇ {pledge}\n" for pledge in pledges)
    return f"누리부 보도자료\n\n2024. 5. {day}.\n\n한-페루 해양 협력 공동성명\n\n□ 양국이 합의한 사항\n{body}"


ORIGINAL = statement(7, *PLEDGES)
AGAIN = statement(8, *PLEDGES, "누리부는 이 성명을 널리 알릴 계획이다.")
OTHER = statement(
    9, "케냐 항공 노선 세 개를 새로 열기로 하였다.", "몽골 초원에 나무 오백 그루를 심을 계획이다."
)
REVIEW = document(2025, 1, ["페루와 쇄빙 순찰선 건조를 위한 「해양조선협정」 체결(24.9월)"], review=True)
REVIEW_AGAIN = f"{REVIEW} ㅇ 다시 게시함\n"
TEXTS = {"original": ORIGINAL, "again": AGAIN, "review": REVIEW}


@pytest.fixture
def connected() -> Iterator[Callable[[Location], Connection]]:
    opened: list[Connection] = []

    def connect(place: Location) -> Connection:
        opened.append(opening.open_for_reading(place).connect())
        return opened[-1]

    yield connect
    for connection in opened:
        connection.close()


def listed(place: Location) -> list[tuple[str, str]]:
    """The promises that get a verdict: document and text."""
    return [(each.promise.doc, each.promise.text) for each in verdicts_in(place, as_of=AS_OF)]


def kinds(connection: Connection) -> list[dict[str, str]]:
    every = connection.execute(select(derived.dated.c.version)).scalars().all()
    return [{member.doc: member.kind for member in one.members} for one in families_with(connection, every)]


@pytest.mark.parametrize("names", [("original", "again", "review"), ("again", "review", "original")])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_republication_counts_once_whichever_came_first(
    names: tuple[str, ...],
    at_once: bool,  # noqa: FBT001 - a parameter of the test
    ledger_location: Location,
    tmp_path: Path,
    connected: Callable[[Location], Connection],
) -> None:
    for name in names:
        add(ledger_location, {name: TEXTS[name]}, tmp_path / "papers")
        if not at_once:
            link(ledger_location)
    link(ledger_location)
    connection = connected(ledger_location)
    assert kinds(connection) == [{"original": "original", "again": "republication"}]
    found = listed(ledger_location)
    assert [(doc, text) for doc, text in found if text in PLEDGES] == [("original", one) for one in PLEDGES]
    assert [doc for doc, text in found if text not in PLEDGES] == ["again"]

    # No link leads from a copy, or to one, or from the original to its republication.
    ends = {(one.source.doc, one.target.doc) for one in standing_links(connection)}
    assert ends == {("original", "review")}


def test_copies_are_those_of_the_documents_in_memory(
    ledger_location: Location, tmp_path: Path, connected: Callable[[Location], Connection]
) -> None:
    add(ledger_location, TEXTS, tmp_path / "papers")
    link(ledger_location)
    connection = connected(ledger_location)
    documents = documents_of(ledger_location)
    places = [(each.key, one.n) for each in documents for one in each.document.statements]
    expected = copies(families(documents), {each.version: each for each in documents})
    found = copies_at(connection, places)
    assert found == expected
    assert found.of
    of = {each.doc: each for each in documents}
    promise = next(one for one in of["original"].document.statements if one.text == PLEDGES[0])
    copied = copied_to(connection, [(of["original"].key, promise.n)])
    assert [place[0] for place in copied] == [of["again"].key]


def test_a_result_told_in_two_documents_of_a_family_is_one_event(
    ledger_location: Location, tmp_path: Path
) -> None:
    add(
        ledger_location,
        {"original": ORIGINAL, "review": REVIEW, "review-2": REVIEW_AGAIN},
        tmp_path / "papers",
    )
    link(ledger_location)
    verdicts = {each.promise.text: each for each in verdicts_in(ledger_location, as_of=AS_OF)}
    evidence = verdicts[PLEDGES[1]].evidence
    assert [(one.statement.doc, one.relation) for one in evidence] == [("review-2", "fulfilled_by")]


def test_the_documents_searched_count_a_family_once(ledger_location: Location, tmp_path: Path) -> None:
    add(ledger_location, {"original": ORIGINAL, "review": REVIEW}, tmp_path / "papers")
    before = searched(ledger_location)
    assert before == ("review",)
    add(ledger_location, {"review-2": REVIEW_AGAIN}, tmp_path / "papers")
    assert searched(ledger_location) == ("review-2",)  # the longer one is the original
    add(ledger_location, {"other": OTHER}, tmp_path / "papers")
    assert set(searched(ledger_location)) == {"review-2", "other"}


def searched(place: Location) -> tuple[str, ...]:
    link(place)
    with opening.open_for_reading(place).connect() as connection:
        standing = Standing(connection, as_of=AS_OF)
        cases = {case.promise.text: case for case in standing.cases(standing.places())}
    scope = cases[PLEDGES[0]].facts.scope
    assert scope.number == len(scope.documents)
    return scope.documents


def test_a_superseded_original_leaves_its_family_and_its_copy_stands_for_itself(
    ledger_location: Location, tmp_path: Path, connected: Callable[[Location], Connection]
) -> None:
    folder = tmp_path / "papers"
    add(ledger_location, {**TEXTS, **{f"other-{n}": OTHER + " " * n for n in range(1, 4)}}, folder)
    link(ledger_location)
    add(ledger_location, {"original": OTHER}, folder)
    link(ledger_location)
    found = [(doc, text) for doc, text in listed(ledger_location) if text in PLEDGES]
    assert found == [("again", one) for one in PLEDGES]
    links = standing_links(connected(ledger_location))
    assert {one.source.doc for one in links if one.source.text in PLEDGES} == {"again"}
    assert not any({"original", "again"} <= set(one) for one in kinds(connected(ledger_location)))


def test_a_superseded_copy_leaves_its_family(
    ledger_location: Location, tmp_path: Path, connected: Callable[[Location], Connection]
) -> None:
    folder = tmp_path / "papers"
    add(ledger_location, TEXTS, folder)
    link(ledger_location)
    add(ledger_location, {"again": OTHER}, folder)
    link(ledger_location)
    connection = connected(ledger_location)
    assert kinds(connection) == []
    for table in (derived.kin, derived.copies):
        assert connection.execute(select(table)).all() == []
    assert {doc for doc, text in listed(ledger_location) if text in PLEDGES} == {"original"}


def test_a_copy_of_a_copy_is_a_copy_of_the_first(ledger_location: Location, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    third = statement(10, *PLEDGES, "누리부는 이 성명을 다시 올렸다.")
    for name, text in {"third": third, "again": AGAIN, "original": ORIGINAL}.items():
        add(ledger_location, {name: text}, folder)
        link(ledger_location)
    found = [(doc, text) for doc, text in listed(ledger_location) if text in PLEDGES]
    assert found == [("original", one) for one in PLEDGES]


def test_asking_why_of_a_copy_answers_for_the_original(ledger_location: Location, tmp_path: Path) -> None:
    add(ledger_location, TEXTS, tmp_path / "papers")
    link(ledger_location)
    again = next(each for each in documents_of(ledger_location) if each.doc == "again")
    n = next(one.n for one in again.document.statements if one.text == PLEDGES[1])
    card = card_in(ledger_location, f"again:{n}", as_of=AS_OF)
    expected = next(
        one for one in verdicts_in(ledger_location, as_of=AS_OF) if one.promise.text == PLEDGES[1]
    )
    assert card.verdict.promise == expected.promise
    assert card.verdict.status == expected.status == "kept"
