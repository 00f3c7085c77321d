"""Every way in which a ledger cannot be used has its number, and the file stays as it was."""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import select

from yaksok.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerDiskFull,
    LedgerNotFound,
    LedgerNotWritable,
    LedgerTooNew,
    NotALedger,
)
from yaksok.ledger import opening, tables, writer
from yaksok.ledger.migrations import MIGRATIONS


def test_a_missing_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound):
        opening.open_for_reading(tmp_path / "none.db")


@pytest.mark.parametrize("content", [b"just text, no database " * 50, b"\x00\x01\x02" * 400])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    for open_it in (opening.open_for_reading, opening.open_for_writing):
        with pytest.raises(NotALedger):
            open_it(path)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(NotALedger):
        opening.open_for_writing(path)
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert names == [("recipes",)]


def test_an_empty_file_is_a_ledger_that_was_not_begun(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.touch()
    with pytest.raises(NotALedger):
        opening.open_for_reading(path)
    opening.open_for_writing(path)
    opening.open_for_reading(path)


def test_a_ledger_of_a_newer_program(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    opening.open_for_writing(path).dispose()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO migrations VALUES (?, 'from the future', '2999-01-01')", (len(MIGRATIONS) + 1,)
        )
    connection.close()
    for open_it in (opening.open_for_reading, opening.open_for_writing):
        with pytest.raises(LedgerTooNew):
            open_it(path)


def test_a_ledger_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    path = tmp_path / "x.db"
    engine = opening.open_for_writing(path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(LedgerBusy), opening.errors_in_words(path):
            writer.start_run(engine, command="add", program="test", rules="test")
    finally:
        holder.close()


def test_readers_go_on_beside_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    engine = opening.open_for_writing(path)
    with engine.begin():
        opening.open_for_reading(path)


def test_a_damaged_ledger(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    opening.open_for_writing(path).dispose()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(LedgerDamaged):
        opening.open_for_writing(path)


OPENING = """
import os, sys
from pathlib import Path
import sqlalchemy.dialects.sqlite
from yaksok.ledger import opening
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
getattr(opening, sys.argv[1])(Path(sys.argv[2]))
print("opened")
"""


def test_a_read_only_ledger_can_be_read_but_not_written() -> None:
    # The superuser may write everywhere, so the process gives its rights up; the folder must be
    # one that other users can enter.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "x.db"
        opening.open_for_writing(path).dispose()
        path.chmod(0o444)
        folder.chmod(0o555)
        reading, writing = (
            subprocess.run(
                [sys.executable, "-c", OPENING, how, str(path)], capture_output=True, text=True, check=False
            )
            for how in ("open_for_reading", "open_for_writing")
        )
        folder.chmod(0o755)
    assert reading.stdout == "opened\n", reading.stderr
    assert LedgerNotWritable.__name__ in writing.stderr


FILLING = """
import sys
from pathlib import Path
from yaksok.ledger import opening, tables, writer
from yaksok.records.statement import Document
path = Path(sys.argv[1])
engine = opening.open_for_writing(path)
with opening.errors_in_words(path):
    run = writer.start_run(engine, command="add", program="test", rules="test")
    for number in range(200):
        document = Document("x", None, None, "other", "ko", "가" * 20_000, ())
        source = writer.Source(f"/{number}", str(number), f"{number:064}", b"", "test")
        writer.add_document(engine, source, document, run=run)
        print(number, flush=True)
"""


def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "x.db"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
        # The default action of the signal would end the process; a full disk only fails the write.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run(
        [sys.executable, "-c", FILLING, str(path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert LedgerDiskFull.__name__ in done.stderr
    acknowledged = len(done.stdout.split())
    assert 0 < acknowledged < 200
    connection = sqlite3.connect(path)
    stored = connection.execute("SELECT count(*) FROM versions").fetchone()[0]
    intact = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    assert (stored, intact) == (acknowledged, "ok")


def test_readers_of_one_file_share_an_engine_that_follows_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "x.db", tmp_path / "y.db"
    for place, runs in ((path, 1), (other, 2)):
        engine = opening.open_for_writing(place)
        for _ in range(runs):
            writer.start_run(engine, command="add", program="test", rules="test")
        engine.dispose()

    def runs_in(place: Path) -> int:
        engine = opening.open_for_reading(place)
        with engine.connect() as connection:
            found = len(connection.execute(select(tables.runs)).all())
        engine.dispose()  # others go on with it
        return found

    assert opening.open_for_reading(path) is opening.open_for_reading(path)
    assert opening.open_for_reading(path) is not opening.open_for_reading(other)
    monkeypatch.chdir(tmp_path)
    assert [runs_in(path), runs_in(other), runs_in(Path("x.db"))] == [1, 2, 1]
    other.replace(path)
    assert runs_in(path) == 2
    path.unlink()
    with pytest.raises(LedgerNotFound):
        opening.open_for_reading(path)
    monkeypatch.chdir("/")
    with pytest.raises(LedgerNotFound):
        opening.open_for_reading(Path("x.db"))


def test_a_forked_process_makes_an_engine_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.db"
    opening.open_for_writing(path).dispose()
    parents = opening.open_for_reading(path)
    monkeypatch.setattr("os.getpid", lambda: -1)
    assert opening.open_for_reading(path) is not parents
