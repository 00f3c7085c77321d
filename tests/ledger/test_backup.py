"""A copy is a ledger of one moment, whole or not there, and the same in either database."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect
from tests.support.ledgers import NewLedger
from tests.support.postgresql import TestServer

from yaksok.errors import (
    LedgerDamaged,
    LedgerNotFound,
    LedgerNotWritable,
    LedgerTargetTaken,
    NoSuchDatabase,
    NotALedger,
)
from yaksok.ledger import backup, derived_tables, opening, reader, tables, writer
from yaksok.ledger.intake import Intake
from yaksok.ledger.location import Location, Place, location_of
from yaksok.ledger.mark import APPLICATION_ID
from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import open_source

FILES = 5
LINES = "1. 누리 협력 추진\n - 2020년까지 교역량 300억불 달성, 「가온 협정」 체결\n"
STATEMENTS = 3

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(FILES):
        text = f"{number}차 업무계획\n{LINES}"
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def filled(ledger_location: Location, papers: Path) -> Location:
    """A ledger that holds a few documents."""
    fill(ledger_location, papers, 3)
    return ledger_location


@pytest.fixture(params=["file", "database"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Location]:
    """Gives places for copies."""
    if request.param == "file":
        numbers = iter(range(1000))
        return lambda: location_of(tmp_path / f"copy {next(numbers)}.db")
    server: TestServer = request.getfixturevalue("postgresql")
    return lambda: location_of(server.new_database())


def fill(place: Place, papers: Path, number: int) -> None:
    with Intake(place, program="test", largest=10_000) as intake:
        for path in sorted(papers.iterdir())[:number]:
            raw = open_source(str(path))
            source = read_raw(raw)
            assert intake.store(source, read_source(source), raw.data).outcome in {"added", "unchanged"}


def rows_of(place: Place) -> Rows:
    """Every row of every table, in the order of its key."""
    engine = opening.open_for_reading(place)
    found: Rows = {}
    with engine.connect() as connection:
        present = inspect(connection).get_table_names()
        for table in (*tables.metadata.sorted_tables, *derived_tables.metadata.sorted_tables):
            if table.name in present:
                rows = connection.execute(table.select().order_by(*table.primary_key))
                found[table.name] = [tuple(row) for row in rows]
    return found


def test_a_copy_has_the_rows_of_its_source(filled: Location, target: Callable[[], Location]) -> None:
    copy = target()
    assert backup.back_up(filled, copy) == reader.Totals(
        documents=3, versions=3, statements=3 * STATEMENTS, problems=0
    )
    copied = rows_of(copy)
    assert copied == rows_of(filled)
    assert {name for name, rows in copied.items() if rows} >= {"runs", "sources", "statements", "journal"}


def test_from_a_file_to_a_database_and_back(tmp_path: Path, papers: Path, postgresql: TestServer) -> None:
    first, last = tmp_path / "first.db", tmp_path / "last.db"
    fill(first, papers, 3)
    middle = location_of(postgresql.new_database())
    backup.back_up(first, middle)
    backup.back_up(middle, last)
    assert rows_of(last) == rows_of(middle) == rows_of(first)


def test_a_copy_can_be_added_to(filled: Location, target: Callable[[], Location], papers: Path) -> None:
    copy = target()
    backup.back_up(filled, copy)
    fill(copy, papers, FILES)
    with opening.open_for_reading(copy).connect() as connection:
        assert reader.totals(connection).documents == FILES


ADDING = """
import sys
from itertools import count
from pathlib import Path
from yaksok.interfaces.adding import add_paths
from yaksok.ledger.intake import Intake
from yaksok.ledger.location import location_of
folder = Path(sys.argv[2])
def papers():
    for number in count():
        if (folder / "stop").exists():
            return
        path = folder / f"{number:05}.txt"
        path.write_text(f"{number}차 업무계획\\n{sys.argv[3]}", encoding="utf-8")
        yield str(path)
with Intake(location_of(sys.argv[1]), program="test", largest=10_000) as intake:
    for taken in add_paths(intake, papers()):
        print(taken.outcome, flush=True)
"""


def test_a_copy_made_while_a_writer_adds_is_of_one_moment(
    ledger_location: Location, target: Callable[[], Location], tmp_path: Path
) -> None:
    folder = tmp_path / "growing"
    folder.mkdir()
    adding = subprocess.Popen(
        [sys.executable, "-c", ADDING, str(ledger_location), str(folder), LINES],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert adding.stdout is not None
    sizes = []
    for _ in range(3):
        # The next copy begins after one more document at least was acknowledged.
        assert adding.stdout.readline() == "added\n"
        copy = target()
        backup.back_up(ledger_location, copy)
        with opening.open_for_reading(copy).connect() as connection:
            stored = list(reader.current_documents(connection))
        # The files are added in the order of their names.
        assert [document.doc for document in stored] == [f"{number:05}" for number in range(len(stored))]
        assert {len(document.document.statements) for document in stored} == {STATEMENTS}
        sizes.append(len(stored))
    (folder / "stop").touch()
    assert set(adding.stdout.read().split()) <= {"added"}
    adding.stdout.close()
    assert adding.wait() == 0
    assert 0 < sizes[0] <= sizes[1] <= sizes[2]
    with opening.open_for_reading(ledger_location).connect() as connection:
        assert reader.totals(connection).documents > sizes[0]


def test_what_is_there_is_not_replaced(filled: Location, tmp_path: Path, postgresql: TestServer) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    database = location_of(postgresql.new_database())
    assert database.server
    postgresql.run("CREATE TABLE recipes (name text)", database=database.server.database)
    for place in (taken, tmp_path, database, filled):
        with pytest.raises(LedgerTargetTaken):
            backup.back_up(filled, place)
    assert taken.read_text(encoding="utf-8") == "mine"


def test_a_file_that_appears_meanwhile_is_not_replaced(
    filled: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "copy.db"
    totals = backup._totals

    def late(*given: Any) -> reader.Totals:
        path.write_text("mine", encoding="utf-8")
        return totals(*given)

    monkeypatch.setattr(backup, "_totals", late)
    with pytest.raises(LedgerTargetTaken):
        backup.back_up(filled, path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_nothing_is_left_of_a_copy_that_fails(
    filled: Location, target: Callable[[], Location], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: Any) -> Any:
        raise KeyboardInterrupt

    copy = target()
    monkeypatch.setattr(backup, "_totals", fail)
    monkeypatch.setattr(backup, "_go_on_counting", fail)
    with pytest.raises(KeyboardInterrupt):
        backup.back_up(filled, copy)
    assert backup.is_free(copy)
    assert not list(tmp_path.glob("*.part*"))


def test_a_folder_that_is_not_there(filled: Location, tmp_path: Path) -> None:
    with pytest.raises(LedgerNotWritable):
        backup.back_up(filled, tmp_path / "none" / "copy.db")


def test_a_source_that_is_not_there(new_place: NewLedger, tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound):
        backup.back_up(new_place(), tmp_path / "copy.db")


def test_a_database_that_is_not_there(filled: Location, postgresql: TestServer) -> None:
    with pytest.raises(NoSuchDatabase):
        backup.back_up(filled, location_of(postgresql.url("none")))


def test_a_source_that_is_no_ledger(tmp_path: Path) -> None:
    source = tmp_path / "x.db"
    source.write_text("no database", encoding="utf-8")
    with pytest.raises(NotALedger):
        backup.back_up(source, tmp_path / "copy.db")


def test_an_error_names_the_ledger_it_is_about(tmp_path: Path, papers: Path, postgresql: TestServer) -> None:
    source = tmp_path / "source.db"
    fill(source, papers, 1)
    with contextlib.closing(sqlite3.connect(source)) as connection:
        connection.execute("ALTER TABLE mentions RENAME COLUMN ordinal TO place")
    copy = location_of(postgresql.new_database())
    with pytest.raises(LedgerDamaged, match=r"source\.db"):
        backup.back_up(source, copy)
    assert backup.is_free(copy)


def test_a_ledger_of_the_first_program_keeps_its_schema(tmp_path: Path, postgresql: TestServer) -> None:
    source = tmp_path / "old.db"
    words = (Path(__file__).parent / "fixtures" / "first_version.sql").read_text(encoding="utf-8")
    with contextlib.closing(sqlite3.connect(source)) as connection:
        connection.executescript(words)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    copy = location_of(postgresql.new_database())
    assert backup.back_up(source, copy).documents > 0
    for place in (location_of(source), copy):
        opening.open_for_writing(place).dispose()
    assert rows_without_time(source) == rows_without_time(copy)


def rows_without_time(place: Place) -> Rows:
    """The rows, but for the two that tell when the tables were brought up to date."""
    rows = rows_of(place)
    return {**rows, "migrations": rows["migrations"][:1], "journal": rows["journal"][:-1]}


def test_the_copy_is_as_private_as_its_source(tmp_path: Path, papers: Path) -> None:
    source, copy = tmp_path / "source.db", tmp_path / "copy.db"
    fill(source, papers, 1)
    source.chmod(0o640)
    backup.back_up(source, copy)
    assert copy.stat().st_mode & 0o777 == 0o640


def test_no_file_is_left_beside_the_copy(tmp_path: Path, papers: Path) -> None:
    source, folder = tmp_path / "source.db", tmp_path / "copies"
    fill(source, papers, 1)
    folder.mkdir()
    backup.back_up(source, folder / "copy.db")
    assert [path.name for path in folder.iterdir()] == ["copy.db"]


def test_a_row_can_be_added_after_the_copied_ones(
    tmp_path: Path, papers: Path, postgresql: TestServer
) -> None:
    source = tmp_path / "source.db"
    fill(source, papers, 2)
    copy = location_of(postgresql.new_database())
    backup.back_up(source, copy)
    last = rows_of(copy)["runs"][-1][0]
    assert (
        writer.start_run(opening.open_for_writing(copy), command="add", program="test", rules="test") > last
    )
