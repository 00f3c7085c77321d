"""The program as a user runs it."""

from __future__ import annotations

import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from tests.support.commands import Ask, Run, write_papers

from yaksok.interfaces.cli.main import main
from yaksok.read import worker


@pytest.fixture
def readers() -> int:
    """How many processes read the files: two papers are read by one before a second one has started."""
    return 1


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], readers: int
) -> Run:
    """Runs `yaksok` in an empty folder: exit status, output, error output.

    It runs in this process, which spares the start of Python for each of the many calls.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(worker, "available_processors", lambda: readers)
    for name, value in {"LC_ALL": "C", "TMPDIR": str(tmp_path), "COLUMNS": "150"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(tempfile, "tempdir", None)

    def run_it(*arguments: str, given: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsys.readouterr()
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_it


@pytest.fixture
def issuer() -> str:
    """Who issues the papers: no body that the tables know."""
    return "누리부"


@pytest.fixture
def papers(tmp_path: Path, issuer: str) -> Path:
    """A folder with a plan and its review."""
    return write_papers(tmp_path / "papers", issuer=issuer)


@pytest.fixture
def ask(run: Run, papers: Path) -> Ask:
    """Adds the papers, then gives the JSON records that a command prints."""

    def ask_it(*arguments: str) -> list[dict[str, Any]]:
        assert run("add", str(papers))[0] == 0
        status, output, error = run(*arguments)
        assert (status, error) == (0, "")
        return [json.loads(line) for line in output.splitlines()]

    return ask_it
