"""`yaksok add` as a user runs it."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("real_workers")


@pytest.fixture
def readers() -> int:
    """Several, as for a user: order and outcome do not depend on which one is done first."""
    return 2


def count(ledger: Path, table: str) -> int:
    connection = sqlite3.connect(ledger)
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        connection.close()


def test_a_folder_is_added_once(run: Run, papers: Path, tmp_path: Path) -> None:
    status, output, error = run("add", "papers")
    assert (status, error) == (0, "")
    assert output.startswith("Documents: 2 added; ")
    assert run("add", "papers")[1].splitlines() == [
        "Documents: 2 unchanged; 0 statements. The ledger is yaksok.db.",
        "Links: nothing new to link.",
    ]
    assert count(tmp_path / "yaksok.db", "versions") == 2
    assert papers.exists()


def test_a_changed_file_is_a_new_version(run: Run, papers: Path, tmp_path: Path) -> None:
    run("add", "papers")
    plan = papers / "plan.txt"
    plan.write_text(plan.read_text(encoding="utf-8") + " ㅇ 해양 학교 설립\n", encoding="utf-8")
    assert "1 new version, 1 unchanged" in run("add", "papers")[1]
    assert count(tmp_path / "yaksok.db", "versions") == 3
    assert count(tmp_path / "yaksok.db", "documents") == 2


def test_a_copy_adds_nothing_and_is_named(run: Run, papers: Path) -> None:
    (papers / "zcopy.txt").write_bytes((papers / "plan.txt").read_bytes())
    status, output, _ = run("add", "papers")
    assert status == 0
    assert "zcopy.txt has the same bytes as plan" in output
    assert "2 added, 1 the same as another" in output


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(run: Run, papers: Path, tmp_path: Path) -> None:
    (papers / "a-picture.txt").write_bytes(random.Random(1).randbytes(5000))
    (papers / "empty.txt").touch()
    status, output, error = run("add", "papers", "missing.txt")
    assert status == 1
    assert "2 added, 3 not readable" in output
    assert [line[:4] for line in error.splitlines()] == ["Y107", "Y104", "Y101"]
    assert count(tmp_path / "yaksok.db", "problems") == 3
    assert run("add", "papers")[0] == 1
    assert count(tmp_path / "yaksok.db", "problems") == 3


def test_standard_input_is_a_document(run: Run, papers: Path, tmp_path: Path) -> None:
    for outcome in ("added", "unchanged"):
        status, output, _ = run("add", "-", given=(papers / "plan.txt").read_bytes())
        assert status == 0
        assert f"1 {outcome}" in output
    assert count(tmp_path / "yaksok.db", "versions") == 1


def test_the_ledger_can_be_named(run: Run, papers: Path, tmp_path: Path) -> None:
    assert "The ledger is other.db." in run("add", str(papers), "--ledger", "other.db")[1]
    assert (tmp_path / "other.db").exists()
    assert not (tmp_path / "yaksok.db").exists()


def test_something_else_in_the_ledgers_place_is_left_alone(run: Run, papers: Path, tmp_path: Path) -> None:
    other = tmp_path / "yaksok.db"
    other.write_text("my diary " * 200, encoding="utf-8")
    status, output, error = run("add", str(papers))
    assert (status, output) == (1, "")
    assert error.startswith("Y204: ")
    assert other.read_text(encoding="utf-8") == "my diary " * 200


def test_a_folder_that_does_not_exist_cannot_hold_a_ledger(run: Run, papers: Path) -> None:
    status, _, error = run("add", str(papers), "--ledger", "none/there.db")
    assert status == 1
    assert error.startswith("Y202: ")


@pytest.mark.parametrize("trial", range(6))
def test_a_kill_loses_no_document_and_the_next_run_resumes(run: Run, tmp_path: Path, trial: int) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        text = f"2019년 누리부 계획 {number}\n\n" + "".join(
            f" ㅇ 사무소 {n}개 설치\n" for n in range(number + 20)
        )
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "yaksok.interfaces.cli.main", "add", "many"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(0.25 + random.Random(trial).uniform(0, 0.5))
    process.send_signal(signal.SIGKILL)
    process.wait()
    status, output, error = run("add", "many")
    assert (status, error) == (0, ""), output
    ledger = tmp_path / "yaksok.db"
    assert count(ledger, "versions") == 40
    connection = sqlite3.connect(ledger)
    whole = connection.execute("SELECT min(c) FROM (SELECT count(*) c FROM statements GROUP BY version)")
    assert whole.fetchone()[0] >= 20
    connection.close()
