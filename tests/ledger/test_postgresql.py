"""A ledger on PostgreSQL behaves as one in a file does, and every fault of a server has its number."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import event, insert
from tests.support.ledgers import NewLedger
from tests.support.postgresql import TestServer

from yaksok.errors import (
    BadLedgerAddress,
    LedgerAccessRefused,
    LedgerBusy,
    LedgerDamaged,
    LedgerDiskFull,
    LedgerDriverMissing,
    LedgerError,
    LedgerNotFound,
    LedgerNotWritable,
    LedgerTooNew,
    LedgerUnreachable,
    NoSuchDatabase,
    NotALedger,
)
from yaksok.interfaces.cli.main import yaksok
from yaksok.ledger import opening, reader, tables, writer
from yaksok.ledger.location import Location, location_of
from yaksok.ledger.migrations import MIGRATIONS
from yaksok.ledger.postgresql import postgresql_meaning
from yaksok.records.statement import Document

OPENINGS = (opening.open_for_reading, opening.open_for_writing)


@pytest.fixture
def database(postgresql: TestServer) -> Location:
    return location_of(postgresql.new_database())


def name_of(location: Location) -> str:
    assert location.server
    return location.server.database


class TestBothDatabases:
    """What readers and writers see of each other."""

    def test_a_ledger_in_use(self, ledger_location: Location, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
        first, second = (opening.open_for_writing(ledger_location) for _ in range(2))
        with first.begin(), pytest.raises(LedgerBusy), opening.errors_in_words(ledger_location):
            writer.start_run(second, command="add", program="test", rules="test")
        writer.start_run(second, command="add", program="test", rules="test")

    def test_readers_go_on_beside_a_writer_and_see_what_was_before(self, ledger_location: Location) -> None:
        engine = opening.open_for_writing(ledger_location)
        writer.start_run(engine, command="add", program="test", rules="test")
        with opening.open_for_reading(ledger_location).connect() as reading:
            before = reading.execute(tables.runs.select()).all()
            writer.start_run(engine, command="add", program="test", rules="test")
            assert reading.execute(tables.runs.select()).all() == before
        with opening.open_for_reading(ledger_location).connect() as reading:
            assert len(reading.execute(tables.runs.select()).all()) == len(before) + 1

    def test_a_reader_cannot_write(self, ledger_location: Location) -> None:
        opening.open_for_writing(ledger_location)
        with (
            pytest.raises(LedgerNotWritable),
            opening.errors_in_words(ledger_location),
            opening.open_for_reading(ledger_location).begin() as connection,
        ):
            connection.execute(insert(tables.migrations).values(number=99, name="x", applied_at="x"))

    def test_writers_from_several_threads_come_one_after_another(self, ledger_location: Location) -> None:
        opening.open_for_writing(ledger_location).dispose()

        def write() -> None:
            engine = opening.open_for_writing(ledger_location)
            run = writer.start_run(engine, command="add", program="test", rules="test")
            for number in range(5):
                document = Document("x", None, None, "other", "ko", "가", ())
                source = writer.Source(f"/{number}", str(number), f"{number:064}", b"", "test")
                writer.add_document(engine, source, document, run=run)
            engine.dispose()

        threads = [threading.Thread(target=write) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with opening.open_for_reading(ledger_location).connect() as connection:
            assert reader.totals(connection).versions == 5

    def test_a_ledger_that_is_not_there(self, new_place: NewLedger) -> None:
        with pytest.raises(LedgerNotFound):
            opening.open_for_reading(new_place())

    def test_a_ledger_of_a_newer_program(self, ledger_location: Location) -> None:
        with opening.open_for_writing(ledger_location).begin() as connection:
            later = {"number": len(MIGRATIONS) + 1, "name": "from the future", "applied_at": "2999"}
            connection.execute(insert(tables.migrations).values(later))
        for open_it in OPENINGS:
            with pytest.raises(LedgerTooNew):
                open_it(ledger_location)

    def test_documents_come_in_the_same_order(self, ledger_location: Location) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        stems = ["나", "b", "A", "가", "_", "a", "B", "é", "10", "9"]
        for number, stem in enumerate(stems):
            document = Document(stem, None, None, "other", "ko", "가", ())
            source = writer.Source(f"/{stem}", stem, f"{number:064}", b"", "test")
            writer.add_document(engine, source, document, run=run)
        with engine.connect() as connection:
            assert [stored.doc for stored in reader.current_documents(connection)] == sorted(stems)


class TestAnotherDatabase:
    def test_tables_of_something_else_are_left_alone(
        self, database: Location, postgresql: TestServer
    ) -> None:
        postgresql.run("CREATE TABLE recipes (name text)", database=name_of(database))
        for open_it in OPENINGS:
            with pytest.raises(NotALedger):
                open_it(database)

    def test_a_table_of_the_same_name_is_no_ledger(self, database: Location, postgresql: TestServer) -> None:
        postgresql.run("CREATE TABLE migrations (number int)", database=name_of(database))
        for open_it in OPENINGS:
            with pytest.raises(NotALedger):
                open_it(database)

    def test_a_ledger_that_lost_a_table(self, database: Location, postgresql: TestServer) -> None:
        opening.open_for_writing(database).dispose()
        postgresql.run("DROP TABLE mentions CASCADE", database=name_of(database))
        with (
            pytest.raises(LedgerDamaged),
            opening.errors_in_words(database),
            opening.open_for_reading(database).connect() as connection,
        ):
            connection.execute(tables.mentions.select())

    def test_a_database_of_another_encoding(self, postgresql: TestServer) -> None:
        place = location_of(postgresql.new_database("ENCODING 'EUC_KR' LOCALE 'C'"))
        with pytest.raises(BadLedgerAddress, match="EUC_KR"):
            opening.open_for_writing(place)


class TestTheServer:
    def test_no_such_database(self, postgresql: TestServer) -> None:
        for open_it in OPENINGS:
            with pytest.raises(NoSuchDatabase):
                open_it(location_of(postgresql.url("none")))

    def test_no_such_user(self, postgresql: TestServer) -> None:
        for open_it in OPENINGS:
            with pytest.raises(LedgerAccessRefused, match="nobody"):
                open_it(location_of(postgresql.url("postgres", user="nobody")))

    def test_a_user_without_rights(self, database: Location, postgresql: TestServer) -> None:
        opening.open_for_writing(database).dispose()
        name = name_of(database)
        postgresql.run(f"CREATE ROLE guest_of_{name} LOGIN", database=name)
        guest = location_of(postgresql.url(name, user=f"guest_of_{name}"))
        for open_it in OPENINGS:
            with pytest.raises(LedgerAccessRefused):
                open_it(guest)

    def test_a_database_that_is_read_only(self, database: Location, postgresql: TestServer) -> None:
        opening.open_for_writing(database).dispose()
        postgresql.run(f"ALTER DATABASE {name_of(database)} SET default_transaction_read_only = on")
        engine = opening.open_for_writing(database)
        with pytest.raises(LedgerNotWritable), opening.errors_in_words(database):
            writer.start_run(engine, command="add", program="test", rules="test")
        opening.open_for_reading(database)

    def test_nothing_listens(self, tmp_path: Path) -> None:
        for url in (f"postgresql://u@/l?host={tmp_path}", "postgresql://u@127.0.0.1:1/l"):
            for open_it in OPENINGS:
                with pytest.raises(LedgerUnreachable):
                    open_it(location_of(url))

    @pytest.mark.parametrize("encryption", ["prefer", "require", "disable", "verify-full"])
    def test_something_else_listens(self, encryption: str) -> None:
        with hanging_up() as port, pytest.raises(LedgerUnreachable):
            opening.open_for_reading(location_of(f"postgresql://u@127.0.0.1:{port}/l?sslmode={encryption}"))

    def test_a_connection_that_is_ended(self, database: Location, postgresql: TestServer) -> None:
        engine = opening.open_for_writing(database)
        postgresql.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{name_of(database)}' AND pid <> pg_backend_pid()"
        )
        with pytest.raises(LedgerUnreachable), opening.errors_in_words(database):
            writer.start_run(engine, command="add", program="test", rules="test")
        # The next transaction connects anew.
        with opening.errors_in_words(database):
            writer.start_run(engine, command="add", program="test", rules="test")

    def test_what_the_driver_says_itself_is_about_the_connection(self) -> None:
        assert postgresql_meaning(Exception("network error")) == (LedgerUnreachable, "network error")

    def test_without_the_driver(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pg8000.dbapi", None)
        with pytest.raises(LedgerDriverMissing):
            opening.open_for_reading(location_of("postgresql://h/l"))

    def test_a_port_that_is_no_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PGPORT", "port")
        with pytest.raises(BadLedgerAddress):
            opening.open_for_reading(location_of("postgresql://h/l"))

    @pytest.mark.parametrize(
        ("state", "kind"),
        [
            ("53100", LedgerDiskFull),
            ("53300", LedgerUnreachable),
            ("57P03", LedgerUnreachable),
            ("57014", LedgerBusy),
            ("40P01", LedgerBusy),
            ("28P01", LedgerAccessRefused),
            ("XX001", LedgerDamaged),
            ("42P01", LedgerDamaged),
        ],
    )
    def test_what_a_state_means(self, state: str, kind: type[LedgerError]) -> None:
        assert postgresql_meaning(Exception({"C": state, "M": "said"})) == (kind, "said")


@contextlib.contextmanager
def hanging_up() -> Iterator[int]:
    """The port of a listener that ends every call at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            with contextlib.suppress(OSError):
                while True:
                    listener.accept()[0].close()

        thread = threading.Thread(target=answer)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()


class TestSpeed:
    def test_many_rows_go_in_one_statement(self, database: Location) -> None:
        engine = opening.open_for_writing(database)
        rows = [
            {"key": number, "id": str(number), "address": f"/{number}", "stem": "x"} for number in range(500)
        ]
        sent: list[int] = []

        def count(_connection: Any, _cursor: Any, statement: str, *_given: Any) -> None:
            sent.append(statement.count("), (") + 1)

        with engine.begin() as connection:
            event.listen(connection, "before_cursor_execute", count)
            connection.execute(insert(tables.documents), rows)
            assert len(connection.execute(tables.documents.select()).all()) == len(rows)
        # All rows in one statement, then the question.
        assert sent == [len(rows), 1]


def test_the_command_line_takes_a_url(database: Location, tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("2019년 업무계획\n1. 누리 협력 추진\n", encoding="utf-8")
    run = CliRunner()
    url = database.shown
    added = run.invoke(yaksok, ["add", str(paper), "--ledger", url])
    assert added.exit_code == 0
    assert f"Documents: 1 added; 2 statements. The ledger is {url}.\n" in added.output
    copied = run.invoke(yaksok, ["backup", str(tmp_path / "copy.db"), "--ledger", url])
    assert copied.output == (
        f"Copied {url} to {tmp_path}/copy.db. Documents: 1 in 1 versions; 2 statements.\n"
    )
    for ledger in (url, str(tmp_path / "copy.db")):
        asked = run.invoke(yaksok, ["promises", "--ledger", ledger, "--as-of", "2020-01-01"])
        assert asked.exit_code == 0
