"""The Korean catalogues hold every message of the pages, and no other; none is doubtful."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from yaksok.interfaces.web.catalogues import LANGUAGES, LOCALES, catalogue

WEB = LOCALES.parent
TRANSLATED = [language for language in LANGUAGES if language != "en"]
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
}
_PLACES = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
_NO_WORDS = re.compile(r"[\W\d]*")

MessageId = str | tuple[str, ...]


class Found(NamedTuple):
    """A message with where it stands."""

    id: MessageId
    file: str
    line: int


def messages_of(path: Path) -> Iterator[Found]:
    method: Any = babel_extract if path.suffix == ".html" else "python"
    options = {"trimmed": "false", "silent": "false", "extensions": "jinja2.ext.do", "encoding": "utf-8"}
    with path.open("rb") as file:
        for line, said, _comments, _context in extract(method, file, keywords=_KEYWORDS, options=options):
            yield Found(said, path.name, line)


def all_messages() -> list[Found]:
    files = [*WEB.rglob("*.py"), *WEB.rglob("*.html")]
    return [found for path in sorted(files) for found in messages_of(path)]


MESSAGES = all_messages()


def entries(language: str) -> list[tuple[str, Message]]:
    found = []
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        assert not catalog.obsolete, f"{path.name} keeps messages that no page has"
        found += [(path.name, message) for message in catalog if message.id]
    return found


def test_messages_are_found() -> None:
    assert len(MESSAGES) > 100
    kinds = {Path(found.file).suffix for found in MESSAGES}
    assert kinds == {".py", ".html"}
    assert any(isinstance(found.id, tuple) for found in MESSAGES)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    there = {one for _, message in entries(language) if all(strings(message)) for one in ids(message)}
    missing = [found for found in MESSAGES if key_of(found.id) not in there]
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_catalogue_has_a_message_that_no_page_has(language: str) -> None:
    used = {key_of(found.id) for found in MESSAGES}
    assert [(file, message.id) for file, message in entries(language) if key_of(message.id) not in used] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_doubtful(language: str) -> None:
    assert [(file, message.id) for file, message in entries(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_message_is_translated_in_one_way(language: str) -> None:
    said: dict[str, set[tuple[str, ...]]] = {}
    for _, message in entries(language):
        said.setdefault(key_of(message.id), set()).add(strings(message))
    assert {key: ways for key, ways in said.items() if len(ways) > 1} == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_places_of_their_messages(language: str) -> None:
    wrong = []
    for file, message in entries(language):
        of_message = Counter(places(ids(message)[-1]))
        wrong += [
            (file, message.id, text) for text in strings(message) if Counter(places(text)) != of_message
        ]
    assert wrong == []


def test_korean_is_korean() -> None:
    """What has words and no Hangul is left as it was: only names may be."""
    names = {"API", "CSV", "iCalendar", "JSON", "Parquet", "English"}
    left = [
        message.id
        for _, message in entries("ko")
        if not any(re.search("[가-힣]", text) for text in strings(message))
        and not _NO_WORDS.fullmatch(_PLACES.sub("", strings(message)[0]))
        and message.id not in names
    ]
    assert left == []


def test_catalogues_are_used() -> None:
    assert catalogue("ko").gettext("Promises") == "약속"
    assert catalogue("en").gettext("Promises") == "Promises"


def ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def strings(message: Message) -> tuple[str, ...]:
    said = message.string
    return tuple(said) if isinstance(said, tuple | list) else (said or "",)


def key_of(identity: object) -> str:
    """Messages are found by their singular."""
    return identity[0] if isinstance(identity, tuple) else str(identity)


def places(text: str) -> list[str]:
    return [one or other for one, other in _PLACES.findall(text)]
