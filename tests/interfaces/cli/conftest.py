"""The program as a user runs it."""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yaksok.interfaces.cli.main import main

Run = Callable[..., tuple[int, str, str]]

PLAN = """2019년 누리부 주요업무 추진계획

2019. 3.

□ 페루와의 협력
 ㅇ 페루와 해양안전협정 체결
 ㅇ 2020년까지 갯벌 연구소 2개 설치
"""

REVIEW = """2020년 누리부 자체평가 결과

2021. 1.

□ 페루와의 협력 성과
 ㅇ 페루와 해양안전협정 체결(20.6월)
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `yaksok` in an empty folder: exit status, output, error output.

    It runs in this process, which spares the start of Python for each of the many calls.
    """
    monkeypatch.chdir(tmp_path)
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
def papers(tmp_path: Path) -> Path:
    """A folder with a plan and its review."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "review.txt").write_text(REVIEW, encoding="utf-8")
    return folder


@pytest.fixture
def ask(run: Run, papers: Path) -> Callable[..., list[dict[str, Any]]]:
    """Adds the papers, then gives the JSON records that a command prints."""

    def ask_it(*arguments: str) -> list[dict[str, Any]]:
        assert run("add", str(papers))[0] == 0
        status, output, error = run(*arguments)
        assert (status, error) == (0, "")
        return [json.loads(line) for line in output.splitlines()]

    return ask_it
