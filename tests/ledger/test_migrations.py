"""A ledger that the first program wrote is brought to the newest schema, with all that it held."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, select
from tests.support.first_ledger import first_ledger, first_rows, source_of

from yaksok.errors import LedgerNotWritable, LedgerTooOld
from yaksok.interfaces.cli.main import main
from yaksok.ledger import opening, tables
from yaksok.ledger.audit import audit
from yaksok.ledger.migrations import MIGRATIONS
from yaksok.ledger.units import units


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return first_ledger(tmp_path / "first.db")


def findings(path: Path) -> list[str]:
    engine = opening.open_for_reading(path)
    with engine.connect() as connection:
        return [finding.line() for finding in audit(connection)]


def test_every_row_is_as_it_was_and_the_new_tables_are_there(first: Path) -> None:
    before = first_rows(first)
    engine = opening.open_for_writing(first)
    after = first_rows(first)
    assert after["migrations"][: len(before["migrations"])] == before["migrations"]
    assert {name: rows for name, rows in after.items() if name != "migrations"} == {
        name: rows for name, rows in before.items() if name != "migrations"
    }
    present = set(inspect(engine).get_table_names())
    assert {table.name for table in tables.RECORDS} <= present
    with engine.connect() as connection:
        names = connection.execute(select(tables.migrations.c.name)).scalars().all()
    assert names == [step.__name__ for step in MIGRATIONS]
    engine.dispose()


def test_columns_are_those_of_a_new_ledger(first: Path, tmp_path: Path) -> None:
    engines = [opening.open_for_writing(path) for path in (first, tmp_path / "new.db")]
    for table in tables.RECORDS:
        old, new = (
            {(column["name"], str(column["type"])) for column in inspect(engine).get_columns(table.name)}
            for engine in engines
        )
        assert old == new, table.name
        kept, made = (
            {index["name"] for index in inspect(engine).get_indexes(table.name)} for engine in engines
        )
        assert kept == made, table.name
    for engine in engines:
        engine.dispose()


def test_the_journal_names_what_was_there_and_the_audit_finds_nothing(first: Path) -> None:
    engine = opening.open_for_writing(first)
    with engine.connect() as connection:
        entries = connection.execute(select(tables.journal.c.kind, tables.journal.c.subject)).all()
        for kind, count in (("run", 2), ("version", 4), ("problem", 2), ("migration", len(MIGRATIONS))):
            named = [subject for found, subject in entries if found == kind]
            assert named == [unit.subject for unit in units(connection, kind)]  # type: ignore[arg-type]
            assert len(named) == count
    engine.dispose()
    assert findings(first) == []


def test_migrating_twice_changes_nothing(first: Path) -> None:
    opening.open_for_writing(first).dispose()
    before = dump(first)
    opening.open_for_writing(first).dispose()
    assert dump(first) == before


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.mark.parametrize("command", [["links"], ["promises", "--as-of", "2025-01-31"], ["verify"]])
def test_commands_that_read_bring_it_up_to_date(
    first: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = first_rows(first)["statements"]
    assert main([*command, "--ledger", str(first)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out
    assert first_rows(first)["statements"] == before
    assert findings(first) == []


def test_one_that_cannot_be_written_says_what_to_do(
    first: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_place: object) -> None:
        raise LedgerNotWritable(path=str(first), reason="read-only")

    monkeypatch.setattr(opening, "open_for_writing", refuse)
    with pytest.raises(LedgerTooOld):
        opening.open_for_reading(first)
    assert main(["promises", "--ledger", str(first)]) == 1
    assert capsys.readouterr().err.startswith("Y221: ")


def test_adding_goes_on_where_the_first_program_stopped(
    first: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    source_of(first, "2019-work-plan", papers)
    (papers / "new.txt").write_text("2022년 누리부 계획\n\n□ 협력\n ㅇ 사무소 2개 설치\n", encoding="utf-8")
    assert main(["add", str(papers), "--ledger", str(first)]) == 0
    said = capsys.readouterr().out
    assert "1 added, 1 the same as another" in said
    assert findings(first) == []
    connection = sqlite3.connect(first)
    # The copy of what the first program read is kept now.
    assert connection.execute("SELECT count(*) FROM sources").fetchone() == (2,)
    connection.close()
