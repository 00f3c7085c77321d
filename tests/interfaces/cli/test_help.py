"""Help in Korean: every command and option, in lines that fit a terminal."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from unicodedata import east_asian_width

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.interfaces.cli.help import LOCALES, catalogue, in_korean, wrapped
from yaksok.interfaces.cli.main import COMMANDS, main, yaksok
from yaksok.interfaces.telling.catalogues import entries_of

GROUP_WORDS = {"Show this message and exit."}


def said_by(command: click.Command) -> Iterator[str]:
    yield inspect.cleandoc(command.help or "")
    yield from (option.help or "" for option in command.params if isinstance(option, click.Option))
    for each in getattr(command, "commands", {}).values():
        yield each.get_short_help_str(1000)
        yield from said_by(each)


def every_text() -> set[str]:
    found = {
        yaksok.help or "",
        *(option.help or "" for option in yaksok.params if isinstance(option, click.Option)),
    }
    for lazy in COMMANDS.values():
        found |= {lazy.summary, *said_by(importlib.import_module(lazy.module).command)}
    return (found | GROUP_WORDS) - {""}


def test_every_text_is_translated_and_no_other() -> None:
    there = dict(entries_of(LOCALES / "ko" / "help.po"))
    assert every_text() - set(there) == set()
    assert set(there) - every_text() == set()
    assert [text for text in there.values() if not re.search("[가-힣]", text)] == []


def test_translations_name_what_the_texts_name() -> None:
    """Options, commands, formats and values are typed as they are."""
    named = re.compile(r"--[a-z-]+|yaksok [a-z]+|[a-z]+_[a-z_]+|\b[A-Z]{4,}\b|https?://\S+?(?=[.\s]|$)")
    wrong = [
        (text, sorted(missing))
        for text, told in entries_of(LOCALES / "ko" / "help.po")
        if (missing := {name for name in named.findall(text) if name not in told} - {"DOCUMENT", "NUMBER"})
    ]
    assert wrong == []


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS), ["accounts", "add"]])
def test_help_is_korean_and_fits(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YAKSOK_LANGUAGE", "ko")
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*arguments, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("사용법: yaksok")
    assert "\n옵션:\n" in shown
    assert "이 도움말을 보여 주고 끝냅니다." in shown
    assert not re.search(r"\[default|required\]|Options:|Commands:", shown)
    assert re.findall(r"[a-z]{3,} [a-z]{3,}", re.sub(r"yaksok( [a-z]+)+", "", shown)) == []
    assert [line for line in shown.splitlines() if width(line) > 80] == []


def test_help_is_english_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YAKSOK_LANGUAGE", "en")
    assert main(["why", "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Usage: yaksok why")
    assert not re.search("[가-힣]", shown)


def test_what_click_says_behind_an_option_is_told() -> None:
    assert in_korean("Where to listen.  [default: 127.0.0.1]") == "요청을 받을 주소.  [기본값: 127.0.0.1]"
    assert in_korean("One of: cpp, politifact, g7, korea.  [required]").endswith("  [필수]")
    assert in_korean("Hits of one page.  [default: 20; 1<=x<=200]").endswith("  [기본값: 20; 1<=x<=200]")
    assert in_korean("") == ""


@given(st.text(st.sampled_from("가나다 ab 中"), max_size=200), st.integers(4, 40))
def test_lines_keep_all_words_and_fit(text: str, room: int) -> None:
    lines = list(wrapped(text, room))
    assert " ".join(lines).split() == text.split()
    assert all(width(line) <= room or " " not in line for line in lines)


def test_english_needs_no_catalogue() -> None:
    assert catalogue().gettext("What nobody wrote") == "What nobody wrote"


def width(line: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)
