"""The top command: its list of commands, and what happens when one fails."""

from __future__ import annotations

import importlib

import click
import pytest

from yaksok.errors import LedgerBusy
from yaksok.interfaces.cli.main import COMMANDS, HANCOM_NOTICE, LazyCommand, main


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_where_the_table_says(name: str) -> None:
    command = importlib.import_module(COMMANDS[name].module).command
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help


@pytest.mark.parametrize(
    ("raised", "status", "line"),
    [
        (LedgerBusy(path="yaksok.db"), 1, "Y206: "),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (MemoryError(), 1, "Y902: "),
        (ZeroDivisionError("division by zero"), 1, "Y901: "),
        (click.ClickException("no"), 1, "Y301: "),
        (click.UsageError("no"), 2, "Y301: "),
    ],
)
def test_whatever_happens_there_is_a_status_and_no_traceback(
    raised: BaseException,
    status: int,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    @click.command("fail")
    def fail() -> None:
        raise raised

    monkeypatch.setitem(COMMANDS, "fail", LazyCommand("failing", "Fail."))
    real = importlib.import_module
    monkeypatch.setattr(
        importlib,
        "import_module",
        lambda name: type("M", (), {"command": fail}) if name == "failing" else real(name),
    )
    assert main(["fail"]) == status
    errors = capsys.readouterr().err.strip()
    assert errors.startswith(line)
    assert "Traceback" not in errors
    assert len(errors.splitlines()) == (1 if line else 0)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_hancoms_notice_is_shown(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option]) == 0
    assert HANCOM_NOTICE in " ".join(capsys.readouterr().out.split())


def test_the_exit_status_of_a_command_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("yaksok, version ")


def test_the_fault_names_its_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str) -> object:
        raise LookupError(name)

    monkeypatch.setattr(importlib, "import_module", broken)
    assert main(["read", "x"]) == 1
    assert "LookupError in " in capsys.readouterr().err
