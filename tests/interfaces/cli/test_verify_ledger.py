"""`yaksok verify --ledger` as a user runs it."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from yaksok.interfaces.cli.progress import with_bar_of

Run = Callable[..., tuple[int, str, str]]

HOLDS = (
    r"Everything holds: 2 documents, 2 readings, 9 statements, 2 stored sources, \d+ entries of the journal\. "
    r"The journal's head is ([0-9a-f]{32})\.\n"
)


@pytest.fixture
def ledger(run: Run, papers: Path, tmp_path: Path) -> Path:
    assert run("add", str(papers))[0] == 0
    return tmp_path / "yaksok.db"


def tamper(ledger: Path, words: str) -> None:
    """Changes the ledger as somebody could who takes its guards away and puts them back."""
    connection = sqlite3.connect(ledger)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(words)
    for _, making in guards:
        connection.execute(making)
    connection.commit()
    connection.close()


def head_of(output: str) -> str:
    found = re.search(r"head is ([0-9a-f]{32})", output)
    assert found is not None
    return found[1]


def test_a_ledger_that_holds(run: Run, ledger: Path) -> None:
    status, output, error = run("verify", "--ledger", str(ledger))
    assert (status, error) == (0, "")
    assert re.fullmatch(HOLDS, output)


def test_files_need_not_be_there_any_more(run: Run, ledger: Path, papers: Path) -> None:
    for path in papers.iterdir():
        path.unlink()
    assert run("verify", "--ledger", str(ledger))[0] == 0


def test_a_changed_row_is_named_with_both_sides(run: Run, ledger: Path) -> None:
    tamper(ledger, "UPDATE statements SET text = replace(text, '2개', '9개')")
    status, output, error = run("verify", "--ledger", str(ledger))
    assert status == 1
    lines = output.splitlines()
    assert all(re.match(r"version [0-9a-f]{32} \(.*plan\.txt\): ", line) for line in lines[:-1])
    assert any("is not what the journal has of it" in line for line in lines)
    assert any(
        re.search(r'statement \d+, text: expected ".*2개 설치", found ".*9개 설치"', line) for line in lines
    )
    assert lines[-1].startswith("Checked: 2 documents, ")
    assert error.startswith(f"Y220: The ledger {ledger} does not verify; findings: {len(lines) - 1}. Next: ")


def test_a_changed_copy_is_named(run: Run, ledger: Path) -> None:
    tamper(ledger, "UPDATE sources SET copy = CAST(x'00' || substr(copy, 2) AS BLOB) WHERE key = 1")
    status, output, _ = run("verify", "--ledger", str(ledger))
    assert status == 1
    assert re.search(r"source [0-9a-f]{64} \(.*\.txt\): its stored copy cannot be unpacked", output)
    assert re.search(r"version [0-9a-f]{32} \(.*\.txt\): its source cannot be read again: Y116", output)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("UPDATE sources SET copy = 'words' WHERE key = 1", "sources 1: "),
        ("UPDATE statements SET n = 'one' WHERE version = 1 AND n = 1", "statements 1/'one': "),
        ("UPDATE mentions SET text = x'00ff' WHERE version = 1", "mentions 1/"),
        ("UPDATE journal SET digest = x'00' WHERE key = 2", "journal 2: "),
    ],
)
def test_a_value_of_another_type_is_named(run: Run, ledger: Path, words: str, named: str) -> None:
    tamper(ledger, words)
    status, output, error = run("verify", "--ledger", str(ledger))
    assert (status, error[:4]) == (1, "Y220")
    assert output.startswith(named)
    assert output.endswith("Nothing else was checked, because rows cannot be read.\n")


def test_a_head_that_was_noted_tells_of_a_ledger_that_was_set_back(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    older = ledger.with_name("older.db")
    older.write_bytes(ledger.read_bytes())
    first = head_of(run("verify", "--ledger", str(ledger))[1])
    (tmp_path / "new.txt").write_text("협력을 확대한다.\n", encoding="utf-8")
    run("add", "new.txt")
    second = head_of(run("verify", "--ledger", str(ledger))[1])
    assert run("verify", "--ledger", str(ledger), "--head", first, "--head", second)[0] == 0
    assert run("verify", "--ledger", str(older), "--head", first)[0] == 0
    status, output, _ = run("verify", "--ledger", str(older), "--head", second)
    assert status == 1
    assert f"journal {second}: is not in the journal any more" in output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument 'FILE...' (or option --ledger)."),
        (["x.txt", "--ledger", "yaksok.db"], "Name files or a ledger, not both."),
        (["--reading", "x", "--ledger", "yaksok.db"], "Name files or a ledger, not both."),
        (["x.txt", "--head", "0" * 32], "--head belongs to --ledger."),
    ],
)
def test_what_does_not_go_together(run: Run, arguments: list[str], said: str) -> None:
    status, _, error = run("verify", *arguments)
    assert status == 2
    assert error.startswith("Y301: ")
    assert said in error


def test_a_ledger_that_is_not_there(run: Run) -> None:
    status, _, error = run("verify", "--ledger", "none.db")
    assert (status, error[:4]) == (1, "Y201")


def test_the_bar_is_shown_to_those_who_look(monkeypatch: pytest.MonkeyPatch) -> None:
    for looks in (True, False):
        monkeypatch.setattr(sys.stderr, "isatty", lambda looks=looks: looks)
        assert list(with_bar_of(iter([1, 2, 3]), total=3, doing="verifying")) == [1, 2, 3]
