"""The command line speaks Korean where it is asked to, or where the environment is Korean; programs get English."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from tests.support.commands import Ask, Run

from yaksok.errors import UnknownStatus
from yaksok.interfaces.cli.main import COMMANDS, main
from yaksok.interfaces.cli.messages import user_language
from yaksok.interfaces.cli.promises import status_of

ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,}")
PLAN = "plan"
SHOWN = [
    ("promises", "--format", "table"),
    ("links", "--format", "table"),
    ("grade", "--scheme", "cpp"),
    ("grade", "--scheme", "politifact"),
    ("grade", "--scheme", "g7"),
    ("grade", "--scheme", "korea"),
    ("review", "--person", "김민아"),
    ("decisions", "list", "--format", "table"),
    ("verify", "--ledger", "yaksok.db"),
    ("reread",),
    ("link", "--again"),
    ("backup", "copy.db"),
    ("export", "--format", "csv", "-o", "tables"),
    ("promises", "--status", "odd"),
    ("promises", "--as-of", "yesterday"),
    ("why", "아무 데도 없는 말"),
    ("grade", "--scheme", "odd"),
    ("decide", "a:1", "b:2", "accept"),
    ("decisions", "undo"),
    ("decisions", "list", "x"),
    ("verify",),
    ("mcp", "--port", "9000"),
    ("history", "nothing:1"),
    ("add", "nowhere.txt"),
]


def english(said: str) -> list[str]:
    """English words in a row that are neither a command nor a name of a program, which stay as they are."""
    plain = re.sub(r"yaksok [\w -]+|\b(?:rules|status) [\d.]+(?:\+\w+)?|from memory", "", said)
    return ENGLISH.findall(plain)


@pytest.fixture
def ledger(run: Run, papers: Path) -> None:
    assert run("add", str(papers))[0] == 0


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("arguments", SHOWN, ids=" ".join)
def test_everything_is_said_in_korean(run: Run, arguments: tuple[str, ...]) -> None:
    _status, output, errors = run(*arguments, "--language", "ko", given="l\n1\nn 메모\nr\nu\nq\n".encode())
    assert re.search("[가-힣]", output + errors)
    assert english(output + errors) == []


@pytest.mark.usefixtures("ledger")
def test_a_promise_is_explained_and_followed_in_korean(run: Run, ask: Ask) -> None:
    for verdict in ask("promises"):
        place = f"{verdict['doc']}:{verdict['n']}"
        for command in (("why", place), ("history", place, "--format", "table")):
            status, output, errors = run(*command, "--language", "ko")
            assert (status, errors) == (0, "")
            assert english(output) == []


def test_reading_and_the_demo_speak_korean(run: Run, papers: Path) -> None:
    path = str(next(papers.iterdir()))
    for arguments in (("read", path, "--format", "table"), ("add", path), ("verify", path)):
        status, output, errors = run(*arguments, "--language", "ko")
        assert status == 0
        assert english(output + errors) == []
    status, output, errors = run("demo", "--language", "ko")
    assert (status, errors) == (0, "")
    assert "이행 상태별 약속" in output
    # English documents are among the samples.
    own = [line for line in output.splitlines() if not re.search("[“”│]|yaksok|문단|쪽|아래", line)]
    assert len(own) > 20
    assert english("\n".join(own)) == []


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "kok_IN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_GB.UTF-8"}, "ko"),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"YAKSOK_LANGUAGE": "ko", "LC_ALL": "C"}, "ko"),
        ({"YAKSOK_LANGUAGE": "en", "LC_ALL": "ko_KR.UTF-8"}, "en"),
        ({"YAKSOK_LANGUAGE": "", "LC_ALL": "ko_KR.UTF-8"}, "ko"),
    ],
)
def test_the_environment_chooses(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("YAKSOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert user_language() == language


@pytest.mark.parametrize(
    "arguments",
    [
        ("--language", "ko", "promises", "--ledger", "none.db"),
        ("promises", "--ledger", "none.db", "--language", "ko"),
        ("--language", "en", "promises", "--ledger", "none.db", "--language", "ko"),
    ],
)
def test_the_option_stands_before_or_behind_the_command(run: Run, arguments: tuple[str, ...]) -> None:
    status, _output, errors = run(*arguments)
    assert status == 1
    assert errors.startswith("Y201: none.db에 장부가 없습니다.")


def test_one_call_does_not_change_the_next(run: Run) -> None:
    assert "다음 단계" in run("promises", "--language", "ko", "--ledger", "none.db")[2]
    assert "Next: " in run("promises", "--ledger", "none.db")[2]


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("command", [("promises",), ("links",), ("why", "{place}", "--format", "json")])
def test_programs_get_english_unless_they_ask(
    run: Run, ask: Ask, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    first = ask("promises")[0]
    arguments = [one.format(place=f"{first['doc']}:{first['n']}") for one in command]
    plain = run(*arguments)[1]
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert run(*arguments)[1] == plain
    korean = run(*arguments, "--language", "ko")[1]
    assert korean != plain
    pairs = zip(plain.splitlines(), korean.splitlines(), strict=True)
    for one, other in ((json.loads(mine), json.loads(theirs)) for mine, theirs in pairs):
        assert one.keys() == other.keys()
        assert one.get("status") == other.get("status")
        assert re.search("[가-힣]", other["why"])


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("이행", "kept"),
        ("언급 없음", "silent"),
        ("언급없음", "silent"),
        ("기한 경과", "overdue_no_evidence"),
        ("기한 경과(이행 확인 안 됨)", "overdue_no_evidence"),
        ("일부 이행", "partly_kept"),
        ("not_yet_due", "not_yet_due"),
    ],
)
def test_a_status_may_be_named_by_its_korean_word(written: str, status: str) -> None:
    assert status_of(written) == status


@pytest.mark.parametrize("written", ["", " ", "()", "이행됨", "Kept"])
def test_other_words_are_no_status(written: str) -> None:
    with pytest.raises(UnknownStatus):
        status_of(written)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_option(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert "--language [ko|en]" in capsys.readouterr().out


def test_outside_of_a_command_the_environment_holds() -> None:
    assert click.get_current_context(silent=True) is None
    assert user_language() in {"ko", "en"}


WRONG = [
    ("nonsense",),
    ("promises", "--odd"),
    ("promises", "--as-off", "2024-01-01"),
    ("grade",),
    ("why",),
    ("why", "a", "b", "c"),
    ("review", "--limit", "0"),
    ("review", "--limit", "many"),
    ("links", "--format", "odd"),
    ("links", "--format"),
    ("search", "--facets=yes"),
    ("add", "x", "--ledger", "."),
    ("export", "--format", "jsonl", "-o", "x", "--bom"),
    ("export", "--format", "prov", "--what", "links", "-o", "x"),
    ("export", "--format", "csv", "--what", "links", "--as-of", "2024-01-01", "-o", "x"),
    ("links", "--ledger", "mysql://host/name"),
    ("links", "--ledger", "postgresql://host"),
    ("accounts", "add", "name", "--role", "king"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_what_is_wrong_on_the_line_is_said_in_korean(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    status, _output, errors = run(*arguments)
    assert status in {1, 2}
    assert re.match(r"Y\d{3}: .*[가-힣].* 다음 단계: ", errors, re.DOTALL), errors
    assert english(errors) == []
