"""What is outstanding is found from what is new: it is what lists of all versions would show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, select
from tests.support.linked import add, document, link

from yaksok.interfaces.linking import link_ledger
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import opening, tables
from yaksok.ledger.linkings import counting_generation
from yaksok.ledger.location import Location
from yaksok.ledger.reader import stored_document
from yaksok.links import linking, outstanding

LINES = ("페루와 「해양안전협정」 체결 추진", "갯벌 연구소 2개소 설치", "몽골과 청년 교류 확대")


def paper(number: int, *, words: str = "") -> dict[str, str]:
    """One document; other `words` make another version of it."""
    return {f"paper-{number}": document(2010 + number, 3, [*LINES, f"사업 {words}"], review=number % 2 == 1)}


def keys(connection: Connection, query: Any) -> set[int]:
    return set(connection.execute(query).scalars())


def assert_as_by_lists(connection: Connection) -> None:
    """Holds every answer to what the whole tables say."""
    versions, indexed = tables.versions, derived.indexed
    superseded = keys(connection, select(versions.c.supersedes).where(versions.c.supersedes.is_not(None)))
    current = keys(connection, select(versions.c.key)) - superseded
    known = keys(connection, select(indexed.c.version))
    assert outstanding.unindexed(connection) == sorted(current - known)
    assert outstanding.outdated(connection) == sorted(known - current)
    assert outstanding.current_among(connection, sorted(known | superseded)) == known - superseded
    ordered = outstanding.in_time_order(connection)
    assert set(ordered) == known
    for generation in range(4):
        passes = select(tables.linkings.c.key).where(tables.linkings.c.generation == generation)
        covered = keys(connection, select(tables.linked.c.version).where(tables.linked.c.linking.in_(passes)))
        lacking = [version for version in ordered if version not in covered]
        assert outstanding.unlinked(connection, generation) == lacking
        whole = known == current and not lacking
        if generation == counting_generation(connection):
            assert outstanding.covers_all(connection) == whole
        holds = current & covered <= known
        assert outstanding.index_holds(connection, ordered[:1], generation) == holds


def test_at_every_stage_of_a_ledger(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "BATCH", 1)
    place, folder = ledger_location, tmp_path / "papers"

    def stopped(*, again: bool = False) -> None:
        batches = link_ledger(place, again=again)
        next(batches)
        batches.close()

    def lose_the_note() -> None:
        engine = opening.open_for_writing(place)
        with engine.begin() as connection:
            derived.note_linked(connection, None)
        engine.dispose()

    def lose_the_last_of_the_index() -> None:
        engine = opening.open_for_writing(place)
        with engine.begin() as connection:
            last = outstanding.indexed_up_to(connection)
            connection.execute(delete(derived.indexed).where(derived.indexed.c.version == last))
            connection.execute(delete(derived.dated).where(derived.dated.c.version == last))
        engine.dispose()

    stages: list[Callable[[], None]] = [
        stopped,
        lambda: link(place),
        lambda: add(place, paper(9), folder),
        lambda: add(place, paper(2, words="재개"), folder),
        lambda: add(place, paper(2, words="중단"), folder),
        lambda: add(place, paper(9, words="중단"), folder),
        lambda: link(place),
        lose_the_note,
        lambda: stopped(again=True),
        lambda: add(place, paper(10), folder),
        lambda: link(place),
        lose_the_last_of_the_index,
    ]
    for number in range(9):
        add(place, paper(number), folder)
    for stage in stages:
        stage()
        with opening.open_for_reading(place).connect() as connection:
            assert_as_by_lists(connection)


@pytest.fixture
def interrupted(
    ledger_location: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Callable[[], None], int], None]]:
    """Links a ledger of some documents; just before one of them is indexed something else happens."""
    monkeypatch.setattr(linking, "INDEXED", 1)
    for number in range(5):
        add(ledger_location, paper(number), tmp_path / "papers")
    loaded: list[int] = []

    def run(meanwhile: Callable[[], None], place: int) -> None:
        def loading(connection: Connection, key: int) -> Any:
            loaded.append(key)
            if len(loaded) == place:
                meanwhile()
            return stored_document(connection, key)

        monkeypatch.setattr(linking, "stored_document", loading)
        link(ledger_location)

    yield run
    with opening.open_for_reading(ledger_location).connect() as connection:
        assert_as_by_lists(connection)
        assert outstanding.covers_all(connection)


def test_what_is_superseded_while_it_is_indexed_does_not_come_in_behind_its_successor(
    interrupted: Callable[[Callable[[], None], int], None], ledger_location: Location, tmp_path: Path
) -> None:
    def meanwhile() -> None:
        add(ledger_location, paper(2, words="중단"), tmp_path / "papers")
        link(ledger_location)

    interrupted(meanwhile, 3)


def test_an_index_that_is_emptied_while_it_is_filled_is_filled_from_the_first(
    interrupted: Callable[[Callable[[], None], int], None], ledger_location: Location
) -> None:
    def meanwhile() -> None:
        engine = opening.open_for_writing(ledger_location)
        with engine.begin() as connection:
            derived.empty_derived_tables(connection)
        engine.dispose()

    interrupted(meanwhile, 3)
