"""Stored sources are read again where the rules changed; new readings are added and old ones stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, func, select, update
from tests.support.first_ledger import first_ledger, first_rows, source_of
from tests.support.full_ledgers import fill, let_pass, put_guards_back, rewrite_journal

from yaksok.errors import NotText
from yaksok.interfaces import rereading as rereading_module
from yaksok.interfaces.cli.main import main
from yaksok.interfaces.rereading import Reread, reread_all
from yaksok.ledger import tables
from yaksok.ledger.audit import audit
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading, open_for_writing
from yaksok.ledger.reader import StoredDocument, current_documents, stored_document
from yaksok.ledger.rereading import Rereading
from yaksok.ledger.series import series_in
from yaksok.read.worker import Outcome


@pytest.fixture
def engine(ledger_location: Location, tmp_path: Path) -> Iterator[Engine]:
    fill(ledger_location, tmp_path / "papers")
    engine = open_for_writing(ledger_location)
    yield engine
    engine.dispose()


def as_if_read_by_other_rules(engine: Engine, **changes: object) -> None:
    """What an earlier program would have left: versions with its rules, and with what it read otherwise."""
    with engine.begin() as connection:
        let_pass(connection)
        connection.execute(update(tables.versions).values(rules="0.0.1+0", **changes))
        rewrite_journal(connection)  # so that the ledger holds
        put_guards_back(connection)


def reread(place: Location) -> list[Reread]:
    with Rereading(place, program="test") as rereading:
        return list(reread_all(rereading))


def versions(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(tables.versions)).scalar_one()


def test_readings_of_today_are_left_alone(engine: Engine, ledger_location: Location) -> None:
    assert reread(ledger_location) == []
    with engine.connect() as connection:
        assert versions(connection) == 5


def test_a_reading_that_says_the_same_adds_nothing(engine: Engine, ledger_location: Location) -> None:
    as_if_read_by_other_rules(engine)
    assert [(Path(each.address).name, each.is_new, each.error) for each in reread(ledger_location)] == [
        ("review.txt", False, None),
        ("page.html", False, None),
        ("plan.txt", False, None),
    ]
    with engine.connect() as connection:
        assert versions(connection) == 5


def test_a_reading_that_differs_is_a_new_version_and_the_old_one_stays(
    engine: Engine, ledger_location: Location
) -> None:
    as_if_read_by_other_rules(engine, title="옛 제목")
    with engine.connect() as connection:
        measured = {(one.indicator, one.stored.address) for one in series_in(connection)}
    assert [each.is_new for each in reread(ledger_location)] == [True] * 3
    with open_for_reading(ledger_location).connect() as connection:
        assert versions(connection) == 8
        for current in current_documents(connection):
            readings = readings_at(connection, current.address)
            assert readings[-1].version == current.version
            assert current.document.title != "옛 제목"
            titles = [each.document.title for each in readings]
            assert titles == ["옛 제목"] * (len(readings) - 1) + [current.document.title]
            assert readings[-1].source == readings[-2].source
        assert list(audit(connection)) == []
        assert {(one.indicator, one.stored.address) for one in series_in(connection)} == measured
    assert reread(ledger_location) == []


def readings_at(connection: Connection, address: str) -> list[StoredDocument]:
    """Every reading of what lies at an address, oldest first."""
    versions, documents = tables.versions, tables.documents
    keys = connection.execute(
        select(versions.c.key)
        .join(documents, documents.c.key == versions.c.document)
        .where(documents.c.address == address)
        .order_by(versions.c.key)
    )
    return [stored_document(connection, key) for key in keys.scalars()]


def test_what_cannot_be_read_any_more_keeps_its_reading(
    engine: Engine, ledger_location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_if_read_by_other_rules(engine, title="옛 제목")

    def failing(_function: object, tasks: object, **_named: object) -> Iterator[Outcome[object]]:
        for _, address in tasks:  # type: ignore[attr-defined]
            yield Outcome(address, error=NotText(path=address))

    monkeypatch.setattr(rereading_module, "map_guarded", failing)
    assert [each.error is not None for each in reread(ledger_location)] == [True] * 3
    with engine.connect() as connection:
        assert versions(connection) == 5


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = first_ledger(tmp_path / "first.db")
    old = first_rows(ledger)["statements"]
    assert main(["reread", "--ledger", str(ledger)]) == 0
    # The first program kept no copies; once a file is added again there is one.
    assert "Sources read by other rules: none." in capsys.readouterr().out
    main(["add", str(source_of(ledger, "2018-second-half-plan", tmp_path)), "--ledger", str(ledger)])
    capsys.readouterr()
    assert main(["reread", "--ledger", str(ledger)]) == 0
    said = capsys.readouterr().out
    assert "Sources read by other rules: 1 " in said
    assert main(["verify", "--ledger", str(ledger)]) == 0
    assert set(old) <= set(first_rows(ledger)["statements"])
