"""Linking a ledger gives what linking documents in memory gives, however and by whoever they are linked."""

from __future__ import annotations

import random
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, delete, insert, select, update
from tests.support.ledgers import CopyOf
from tests.support.linked import (
    Texts,
    add,
    assert_same,
    document,
    documents_of,
    link,
    linked_files,
    links_in,
    links_of,
    pairs,
    papers,
)

from yaksok.interfaces.linking import link_ledger
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import opening, tables
from yaksok.ledger.linkings import counting_generation, newest_generation
from yaksok.ledger.location import Location
from yaksok.links import linking
from yaksok.links.linking import BATCH, Progress, is_finished, is_linked
from yaksok.links.proposing import propose_links

ROOT = Path(__file__).resolve().parents[2]
NewLedger = Callable[[], Location]

PAPERS = {
    "plan-2019": document(
        2019, 3, ["페루와 「해양안전협정」 체결 추진", "갯벌 연구소 2개소 설치"], review=False
    ),
    "plan-2020": document(
        2020, 2, ["페루와 「해양안전협정」 체결 추진", "몽골과 청년 교류 확대"], review=False
    ),
    "review-2021": document(
        2021, 1, ["페루와 「해양안전협정」 체결(20.6월)", "갯벌 연구소 1개소 설치"], review=True
    ),
    "review-2022": document(
        2022, 1, ["몽골과 청년 교류 확대하였음", "갯벌 연구소 2개소 설치 완료"], review=True
    ),
}


def drawn(most: int, examples: int) -> Callable[[Any], Any]:
    """Papers from Hypothesis for a test with a ledger for each example."""

    def decorated(test: Any) -> Any:
        quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
        wrapped = given(texts=papers(most=most), seed=st.integers(0, 99))(test)
        return settings(max_examples=examples, deadline=None, suppress_health_check=quiet)(wrapped)

    return decorated


@pytest.fixture
def reading() -> Iterator[Callable[[Location], Connection]]:
    opened: list[Connection] = []

    def read(place: Location) -> Connection:
        opened.append(opening.open_for_reading(place).connect())
        return opened[-1]

    yield read
    for connection in opened:
        connection.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the papers of `linked_papers` lie; a further version of one lies there too."""
    return tmp_path_factory.mktemp("linked") / "papers"


@pytest.fixture
def linked_papers(copy_of: CopyOf, folder: Path) -> Location:
    """A ledger of the papers, linked."""

    def make(place: Location) -> None:
        add(place, PAPERS, folder)
        link(place)

    return copy_of("linked papers", make)


# -- the same as in memory --------------------------------------------------------------------


@drawn(most=5, examples=8)
def test_links_are_those_of_the_documents_in_memory(
    texts: Texts, seed: int, new_ledger: NewLedger, tmp_path: Path
) -> None:
    place = new_ledger()
    add(place, texts, tmp_path / f"{seed}")
    link(place)
    assert_same(links_of(place), propose_links(documents_of(place)))


@pytest.mark.parametrize(
    ("folder", "pattern"), [(ROOT.parent / "shared" / "corpus", "*.txt"), (ROOT / "examples", "20*")]
)
def test_links_of_real_documents_are_those_in_memory(folder: Path, pattern: str, copy_of: CopyOf) -> None:
    place = linked_files(copy_of, folder, pattern)
    found, expected = links_of(place), propose_links(documents_of(place))
    assert_same(found, expected)
    reasons = {(one.source, one.target): one.reasons for one in expected}
    assert all(one.reasons == reasons[one.source, one.target] for one in found)


# -- in another order -------------------------------------------------------------------------


@drawn(most=4, examples=5)
def test_adding_one_by_one_and_linking_again_is_as_adding_in_one_go(
    texts: Texts, seed: int, new_ledger: NewLedger, tmp_path: Path
) -> None:
    place = new_ledger()
    names = sorted(texts)
    random.Random(seed).shuffle(names)
    for name in names:
        add(place, {name: texts[name]}, tmp_path / f"{seed}")
        link(place)
    link(place, again=True)
    assert_same(links_of(place), propose_links(documents_of(place)))


@pytest.mark.parametrize("names", list(permutations(PAPERS))[::7])
def test_strong_links_do_not_depend_on_the_order_of_adding(
    names: tuple[str, ...], new_ledger: NewLedger, tmp_path: Path
) -> None:
    """Only scores may differ, by how rare a word was when a document came, and with them links near a limit."""
    place = new_ledger()
    filler = {
        f"other-{number}": document(2010 + number, 5, [f"사업{number} 항목{number} 개선"], review=False)
        for number in range(6)
    }
    add(place, filler, tmp_path / "papers")
    link(place)
    for name in names:  # each is less than a quarter of what is there, so that nothing is linked anew
        add(place, {name: PAPERS[name]}, tmp_path / "papers")
        link(place)
    with opening.open_for_reading(place).connect() as connection:
        assert counting_generation(connection) == 1
    expected = pairs(propose_links(documents_of(place)))
    strong = {ends for ends, score in expected.items() if score >= 0.4}
    assert strong
    assert strong <= pairs(links_of(place)).keys()


# -- new versions -----------------------------------------------------------------------------


def rows_of(connection: Connection, version: int) -> dict[str, int]:
    """How many derived rows a version has, by table."""
    first, last = version << 24, (version + 1) << 24
    of = {
        table: table.c.version == version for table in derived.metadata.sorted_tables if "version" in table.c
    }
    of[derived.entries] = derived.entries.c.entry.between(first, last - 1)
    of.pop(derived.state)
    return {
        table.name: len(connection.execute(select(table).where(condition)).all())
        for table, condition in of.items()
    }


def test_a_new_version_takes_the_place_of_the_old_one(
    linked_papers: Location, folder: Path, reading: Callable[[Location], Connection]
) -> None:
    old = {one.doc: one.key for one in documents_of(linked_papers)}["review-2021"]
    before = links_of(linked_papers)
    assert any(one.target.doc == "review-2021" for one in before)

    changed = document(2021, 1, ["케냐와 산림 협력 사업 중단", "수소 공급망 점검"], review=True)
    add(linked_papers, {"review-2021": changed}, folder)
    assert not is_linked(reading(linked_papers))
    link(linked_papers)
    connection = reading(linked_papers)
    assert is_linked(connection)
    assert set(rows_of(connection, old).values()) == {0}
    current = {one.version for one in documents_of(linked_papers)}
    assert all({one.source.version, one.target.version} <= current for one in links_in(connection))
    kept = connection.execute(select(tables.links.c.key)).all()
    assert len(kept) > len(links_in(connection))  # older links stay on record

    link(linked_papers, again=True)
    assert_same(links_of(linked_papers), propose_links(documents_of(linked_papers)))


def test_many_new_versions_at_once_leave_an_index_as_if_it_were_new(
    linked_papers: Location, folder: Path, reading: Callable[[Location], Connection]
) -> None:
    for addition in (" ", "  "):
        add(linked_papers, {name: text + addition for name, text in PAPERS.items()}, folder)
        link(linked_papers)
    assert_same(links_of(linked_papers), propose_links(documents_of(linked_papers)))
    indexed = derived.indexed
    found = set(reading(linked_papers).execute(select(indexed.c.version)).scalars())
    assert found == {one.key for one in documents_of(linked_papers)}


# -- generations ------------------------------------------------------------------------------


def test_an_older_generation_stays_on_record_and_does_not_count(
    linked_papers: Location, reading: Callable[[Location], Connection]
) -> None:
    before = links_of(linked_papers)
    link(linked_papers, again=True)
    connection = reading(linked_papers)
    assert counting_generation(connection) == 2
    assert_same(links_in(connection), before)
    stored = tables.links
    assert len(connection.execute(select(stored.c.key)).all()) == 2 * len(before)
    assert len(connection.execute(select(stored.c.id).distinct()).all()) == len(before)


def test_an_unfinished_generation_does_not_count_and_is_finished(
    linked_papers: Location,
    reading: Callable[[Location], Connection],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = links_of(linked_papers)
    monkeypatch.setattr(linking, "BATCH", 1)
    stopped = link_ledger(linked_papers, again=True)
    assert next(stopped).linked == 1
    stopped.close()

    connection = reading(linked_papers)
    assert newest_generation(connection)[:2] == (2, False)
    assert counting_generation(connection) == 1
    assert is_linked(connection)
    assert not is_finished(connection)
    assert links_in(connection) == before

    link(linked_papers)
    connection = reading(linked_papers)
    assert newest_generation(connection)[:2] == (2, True)
    assert is_finished(connection)
    assert_same(links_in(connection), before)
    assert covered(connection, 2) == dict.fromkeys(covered(connection, 1), 1)


def test_documents_that_come_while_a_generation_is_unfinished_are_linked_with_it(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = list(PAPERS)
    add(ledger_location, {name: PAPERS[name] for name in names[:3]}, tmp_path / "papers")
    monkeypatch.setattr(linking, "BATCH", 1)
    stopped = link_ledger(ledger_location)
    next(stopped)
    stopped.close()
    add(ledger_location, {names[3]: PAPERS[names[3]]}, tmp_path / "papers")
    link(ledger_location)
    link(ledger_location, again=True)
    assert_same(links_of(ledger_location), propose_links(documents_of(ledger_location)))


def test_a_quarter_of_new_documents_has_all_linked_anew(
    ledger_location: Location, tmp_path: Path, reading: Callable[[Location], Connection]
) -> None:
    for name, text in PAPERS.items():
        add(ledger_location, {name: text}, tmp_path / "papers")
        link(ledger_location)
    assert counting_generation(reading(ledger_location)) == 4
    assert_same(links_of(ledger_location), propose_links(documents_of(ledger_location)))


def test_nothing_to_link_writes_nothing(ledger_location: Location, tmp_path: Path) -> None:
    add(ledger_location, PAPERS, tmp_path / "papers")
    assert list(link_ledger(ledger_location))[-1].documents == len(PAPERS)
    assert list(link_ledger(ledger_location)) == []
    with opening.open_for_reading(ledger_location).connect() as connection:
        commands = connection.execute(select(tables.runs.c.command)).scalars().all()
    assert commands.count("link") == 1


def test_an_empty_ledger_is_linked(ledger_location: Location, tmp_path: Path) -> None:
    add(ledger_location, {}, tmp_path / "papers")
    for again in (False, True):
        link(ledger_location, again=again)
        assert links_of(ledger_location) == []
        with opening.open_for_reading(ledger_location).connect() as connection:
            assert is_linked(connection)


def test_progress_counts_to_the_end(ledger_location: Location, tmp_path: Path) -> None:
    count = BATCH + 3
    texts = {f"{number}": document(2019, 1, [f"사업{number} 추진"], review=False) for number in range(count)}
    add(ledger_location, texts, tmp_path / "papers")
    assert list(link_ledger(ledger_location)) == [Progress(BATCH, count, 0), Progress(count, count, 0)]


# -- several linkers --------------------------------------------------------------------------


def covered(connection: Connection, generation: int) -> Counter[int]:
    """How often a generation covers each version."""
    passes = select(tables.linkings.c.key).where(tables.linkings.c.generation == generation)
    versions = select(tables.linked.c.version).where(tables.linked.c.linking.in_(passes))
    return Counter(connection.execute(versions).scalars())


@pytest.mark.parametrize("again", [(False, False), (False, True), (True, True)])
def test_two_linkers_at_once_link_every_document_once(
    again: tuple[bool, bool],
    ledger_location: Location,
    tmp_path: Path,
    reading: Callable[[Location], Connection],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linking, "BATCH", 1)
    add(ledger_location, PAPERS, tmp_path / "papers")
    failed: list[BaseException] = []

    def run(*, again: bool) -> None:
        try:
            link(ledger_location, again=again)
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    threads = [threading.Thread(target=run, kwargs={"again": one}) for one in again]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    connection = reading(ledger_location)
    assert is_linked(connection)
    for generation in connection.execute(select(tables.linkings.c.generation).distinct()).scalars().all():
        assert set(covered(connection, generation).values()) == {1}
    assert_same(links_in(connection), propose_links(documents_of(ledger_location)))


def test_a_linker_that_was_overtaken_links_nothing_twice(
    ledger_location: Location,
    tmp_path: Path,
    reading: Callable[[Location], Connection],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One stands still after its first batch; another one links the rest, then has all linked anew."""
    monkeypatch.setattr(linking, "BATCH", 1)
    add(ledger_location, PAPERS, tmp_path / "papers")
    slow = link_ledger(ledger_location)
    next(slow)
    link(ledger_location)
    deque(slow, maxlen=0)
    connection = reading(ledger_location)
    assert covered(connection, 1) == dict.fromkeys(covered(connection, 1), 1)
    kinds = connection.execute(select(tables.linkings.c.kind)).scalars().all()
    assert kinds.count("complete") == 1

    slow = link_ledger(ledger_location, again=True)
    next(slow)
    link(ledger_location, again=True)
    deque(slow, maxlen=0)
    connection = reading(ledger_location)
    assert counting_generation(connection) == newest_generation(connection).number == 3
    assert is_finished(connection)
    assert_same(links_in(connection), propose_links(documents_of(ledger_location)))


def test_a_linker_whose_index_was_emptied_fills_it_again(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "BATCH", 1)
    add(ledger_location, PAPERS, tmp_path / "papers")
    slow = link_ledger(ledger_location)
    next(slow)
    writing = opening.open_for_writing(ledger_location)
    with writing.begin() as connection:
        derived.empty_derived_tables(connection)
    writing.dispose()
    deque(slow, maxlen=0)
    assert_same(links_of(ledger_location), propose_links(documents_of(ledger_location)))


def test_a_linker_passes_over_what_is_superseded_before_its_turn(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "BATCH", 1)
    add(ledger_location, PAPERS, tmp_path / "papers")
    slow = link_ledger(ledger_location)
    next(slow)
    add(ledger_location, {"review-2022": PAPERS["review-2022"] + " "}, tmp_path / "papers")
    link(ledger_location)
    assert len(list(slow)) <= len(PAPERS)
    link(ledger_location, again=True)
    assert_same(links_of(ledger_location), propose_links(documents_of(ledger_location)))


# -- derived tables ---------------------------------------------------------------------------


@pytest.fixture
def linked(linked_papers: Location) -> Iterator[tuple[Location, Engine]]:
    engine = opening.open_for_writing(linked_papers)
    yield linked_papers, engine
    engine.dispose()


@pytest.mark.parametrize("table", [None, *derived.metadata.sorted_tables], ids=str)
def test_derived_tables_that_were_dropped_are_made_again(linked: tuple[Location, Engine], table: Any) -> None:
    place, engine = linked
    before = links_of(place)
    with engine.begin() as connection:
        derived.metadata.drop_all(connection, tables=None if table is None else [table])
        assert not is_linked(connection)
    link(place)
    with engine.connect() as connection:
        assert is_linked(connection)
        assert connection.execute(select(derived.postings.c.term).limit(1)).first() is not None
    assert links_of(place) == before


def test_derived_tables_of_another_format_are_made_again(linked: tuple[Location, Engine]) -> None:
    place, engine = linked
    with engine.begin() as connection:
        connection.execute(update(derived.state).values(format="0"))
        assert not is_linked(connection)
    link(place)
    with engine.connect() as connection:
        assert is_linked(connection)
        assert connection.execute(select(derived.state.c.format)).scalars().all() == [derived.FORMAT]


def test_a_linked_ledger_whose_note_was_lost_is_linked(linked: tuple[Location, Engine]) -> None:
    place, engine = linked
    with engine.begin() as connection:
        derived.note_linked(connection, None)
    with engine.connect() as connection:
        assert is_linked(connection)
        version = max(covered(connection, 1))
    with engine.begin() as connection:
        connection.execute(delete(derived.indexed).where(derived.indexed.c.version == version))
        assert not is_linked(connection)
        connection.execute(insert(derived.indexed).values(version=version, statements=1))
        assert is_linked(connection)
    assert list(link_ledger(place)) == []


def test_a_document_that_was_added_and_not_linked_shows(
    linked: tuple[Location, Engine], tmp_path: Path
) -> None:
    place, engine = linked
    later = {"plan-2023": document(2023, 1, ["케냐와 항공 노선 개설"], review=False)}
    add(place, later, tmp_path / "papers")
    with engine.connect() as connection:
        assert not is_linked(connection)
    link(place)
    with engine.connect() as connection:
        assert is_linked(connection)
