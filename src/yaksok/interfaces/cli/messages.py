"""What the command line says, in the user's language: texts of its own, and numbered lines on standard error.

A user's language is that of `--language`, else of the environment variable YAKSOK_LANGUAGE, else of the locale.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from yaksok.errors import YaksokError
from yaksok.records.statement import Language

if TYPE_CHECKING:
    from yaksok.interfaces.telling.sentences import Sentences


@dataclass(slots=True)
class Speech:
    """The language that one call of the program was asked to speak; None for that of the environment."""

    chosen: Language | None = None


def _choose(context: click.Context, _parameter: click.Parameter, written: Language | None) -> None:
    if written is not None:
        context.ensure_object(Speech).chosen = written


language_option = click.option(
    "--language",
    type=click.Choice(["ko", "en"]),
    expose_value=False,
    is_eager=True,
    callback=_choose,
    help="Tell in Korean or English. [default: YAKSOK_LANGUAGE, else the locale; JSON is in English]",
)


def show_error(error: YaksokError, speech: Speech | None = None) -> int:
    """Writes the error's line and returns the exit status that belongs to it."""
    language = user_language(speech)
    if language == "en":
        sys.stderr.write(error.describe() + "\n")
        return 1
    from yaksok.interfaces.telling.faults import described  # noqa: PLC0415 - English needs no catalogue

    sys.stderr.write(described(error, language) + "\n")
    return 1


def user_language(speech: Speech | None = None) -> Language:
    """The language that was asked for, else Korean where the environment is, else English.

    `speech` stands in where no command runs any more. The order of variables is POSIX's.
    """
    chosen = (speech or _speech()).chosen
    if chosen is not None:
        return chosen
    names = ("YAKSOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    written = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "ko" if re.split(r"[^a-z]", written.lower(), maxsplit=1)[0] == "ko" else "en"


def record_language() -> Language:
    """The language of sentences in JSON: English for programs, whatever the locale is, unless `--language` says otherwise."""
    return _speech().chosen or "en"


def say(message: str, **fields: Any) -> str:
    """A text of the command line in the user's language, with the places filled."""
    if user_language() == "en":
        return message % fields if fields else message
    from yaksok.interfaces.telling.catalogues import tell  # noqa: PLC0415 - English needs no catalogue

    return tell(message, "ko", fields)


def say_many(one: str, several: str, number: int, **fields: Any) -> str:
    """A text about a number of things, which stands in the place `num`."""
    plural = number != 1 and user_language() == "en"  # Korean has one form for every number
    return say(several if plural else one, num=f"{number:,}", **fields)


def term(table: Mapping[str, str], value: str, *, spaced: bool = False) -> str:
    """What a value of the records is called: in Korean its word, in English the value itself, as options take it.

    `spaced` writes English ones with spaces.
    """
    if user_language() == "en":
        return value.replace("_", " ") if spaced else value
    return say(table[value]) if value in table else value


def sentences(language: Language | None = None) -> Sentences:
    """Who tells sentences in a language, else in the user's."""
    from yaksok.interfaces.telling.sentences import Sentences  # noqa: PLC0415 - only where something is told

    return Sentences(language or user_language())


def _speech() -> Speech:
    context = click.get_current_context(silent=True)
    found = context.find_object(Speech) if context is not None else None
    return found or Speech()
