"""`yaksok demo` as a user runs it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def demo(run: Run) -> str:
    status, output, error = run("demo", "--ledger", "demo.db")
    assert (status, error) == (0, "")
    return output


def test_it_shows_counts_stories_and_where_the_ledger_lies(demo: str, tmp_path: Path) -> None:
    assert re.search(r"^1\d documents from ", demo)
    assert re.search(r"\d+ statements by act", demo)
    assert re.search(r"\d+ promises by status, as of \d{4}-\d\d-\d\d", demo)
    assert len(re.findall(r"promised: “", demo)) == 7
    assert re.search(r"\.hwpx,\s+paragraph\s+\d+\]", demo)
    assert not re.search(r"\.(?:hwpx?|docx|pdf),\s+line", demo)
    assert "The ledger is demo.db. Next:" in demo
    assert (tmp_path / "demo.db").exists()


def test_it_ends_with_commands_that_work(demo: str, run: Run) -> None:
    commands = re.findall(r"^  yaksok ((?:promises|links) .*)$", demo, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        status, output, error = run(*command.split())
        assert (status, error) == (0, "")
        assert output


def test_it_tells_the_same_every_time(demo: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "demo.db").rename(tmp_path / "first.db")
    assert run("demo", "--ledger", "demo.db")[1] == demo


def test_it_does_not_write_into_a_ledger_that_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.db").touch()
    status, output, error = run("demo", "--ledger", "mine.db")
    assert (status, output) == (1, "")
    assert error.startswith("Y301: ")


def test_without_a_name_the_ledger_is_made_in_the_temporary_folder(run: Run, tmp_path: Path) -> None:
    status, output, _ = run("demo")
    assert status == 0
    made = re.search(r"The ledger is (.*)\. Next:", output)
    assert made is not None
    assert Path(made[1]).is_relative_to(tmp_path)
    assert Path(made[1]).exists()
