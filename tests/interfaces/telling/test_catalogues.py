"""The Korean catalogues hold every message of every interface, and no other; none is doubtful.

One set of catalogues belongs to all that is told and to the command line, one to the pages, which use both.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

import yaksok.interfaces
from yaksok.interfaces.telling import catalogues as told
from yaksok.interfaces.telling.catalogues import entries_of
from yaksok.interfaces.web import catalogues as pages

INTERFACES = Path(str(yaksok.interfaces.__file__)).parent
TRANSLATED = [language for language in told.LANGUAGES if language != "en"]
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "say": None,
    "say_many": (1, 2),
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


def messages_in(*, of_pages: bool) -> list[Found]:
    pages_folder = INTERFACES / "web"
    files = [*INTERFACES.rglob("*.py"), *INTERFACES.rglob("*.html")]
    chosen = sorted(path for path in files if path.is_relative_to(pages_folder) == of_pages)
    return [found for path in chosen for found in messages_of(path)]


OF_PAGES = messages_in(of_pages=True)
TOLD = messages_in(of_pages=False)


class Catalogues(NamedTuple):
    """Messages of the code, the folder of the catalogues that are theirs, and all folders that they are looked for in."""

    messages: list[Found]
    own: Path
    known: tuple[Path, ...]


BOTH = {
    "told": Catalogues(TOLD, told.LOCALES, (told.LOCALES,)),
    "pages": Catalogues(OF_PAGES, pages.LOCALES, (told.LOCALES, pages.LOCALES)),
}
each = pytest.mark.parametrize("name", BOTH)


def entries(language: str, *folders: Path) -> list[tuple[str, Message]]:
    found = []
    for path in sorted(path for folder in folders for path in (folder / language).glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        assert not catalog.obsolete, f"{path.name} keeps messages that nothing has"
        found += [(path.name, message) for message in catalog if message.id]
    return found


def every_entry(language: str) -> list[tuple[str, Message]]:
    return entries(language, told.LOCALES, pages.LOCALES)


def test_messages_are_found() -> None:
    assert min(len(TOLD), len(OF_PAGES)) > 100
    assert {Path(found.file).suffix for found in OF_PAGES} == {".py", ".html"}
    assert any(isinstance(found.id, tuple) for found in OF_PAGES)


def test_no_message_hides_in_a_formatted_string() -> None:
    """There it would not be found, and be missing in the catalogues unseen."""
    hidden = []
    for path in sorted(INTERFACES.rglob("*.py")):
        formatted = [
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.JoinedStr)
        ]
        for node in formatted:
            calls = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
            names = [one.id if isinstance(one, ast.Name) else getattr(one, "attr", "") for one in calls]
            hidden += [(path.name, node.lineno) for name in names if name in _KEYWORDS]
    assert hidden == []


@each
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str, name: str) -> None:
    known = entries(language, *BOTH[name].known)
    there = {one for _, message in known if all(strings(message)) for one in ids(message)}
    missing = [found for found in BOTH[name].messages if key_of(found.id) not in there]
    assert missing == []


@each
@pytest.mark.parametrize("language", TRANSLATED)
def test_no_catalogue_has_a_message_that_nothing_has(language: str, name: str) -> None:
    used = {key_of(found.id) for found in BOTH[name].messages}
    own = entries(language, BOTH[name].own)
    assert [(file, message.id) for file, message in own if key_of(message.id) not in used] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_stands_in_two_catalogues_of_two_interfaces(language: str) -> None:
    mine = {key_of(message.id) for _, message in entries(language, told.LOCALES)}
    assert [message.id for _, message in entries(language, pages.LOCALES) if key_of(message.id) in mine] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_small_reader_reads_what_babel_reads(language: str) -> None:
    read = {
        message: said
        for folder in (told.LOCALES, pages.LOCALES)
        for path in (folder / language).glob("*.po")
        for message, said in entries_of(path)
    }
    assert read == {key_of(message.id): strings(message)[0] for _, message in every_entry(language)}


@pytest.mark.parametrize("line", ["msgid Kept", 'msgstr[1] "eins"', '"open'])
def test_what_is_no_line_of_a_catalogue_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "odd.po"
    path.write_text(f'msgid "a"\nmsgstr "b"\n{line}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd.po, line 3"):
        list(entries_of(path))


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_doubtful(language: str) -> None:
    assert [(file, message.id) for file, message in every_entry(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_message_is_translated_in_one_way(language: str) -> None:
    said: dict[str, set[tuple[str, ...]]] = {}
    for _, message in every_entry(language):
        said.setdefault(key_of(message.id), set()).add(strings(message))
    assert {key: ways for key, ways in said.items() if len(ways) > 1} == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_places_of_their_messages(language: str) -> None:
    wrong = []
    for file, message in every_entry(language):
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
        for _, message in every_entry("ko")
        if not any(re.search("[가-힣]", text) for text in strings(message))
        and not _NO_WORDS.fullmatch(_PLACES.sub("", strings(message)[0]))
        and message.id not in names
    ]
    assert left == []


def test_korean_particles_fit_whatever_is_filled_in() -> None:
    """Behind a place stands no particle whose form hangs on what is filled in, but with both forms; days end in 일."""
    pairs = "은|는|이|가|을|를|과|와|으로|로|이며|이었|였|이나|이란|라는"
    after = re.compile(rf"%\((\w+)\)s[”」]?(?:{pairs})(?![가-힣]*\()")
    loose = [
        (file, text)
        for file, message in every_entry("ko")
        for text in strings(message)
        for name in after.findall(text)
        if name not in {"due", "day"}
    ]
    assert loose == []


def test_catalogues_are_used() -> None:
    assert pages.catalogue("ko").gettext("Promises") == "약속"
    assert pages.catalogue("en").gettext("Promises") == "Promises"
    assert told.catalogue("ko").gettext("Kept") == pages.catalogue("ko").gettext("Kept") == "이행"
    assert told.catalogue("ko").ngettext("%(num)s day", "%(num)s days", 2) == "%(num)s일"
    assert told.catalogue("en").ngettext("%(num)s day", "%(num)s days", 2) == "%(num)s days"
    assert told.catalogue("ko").ngettext("nobody wrote it", "nobody wrote them", 2) == "nobody wrote them"


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


def test_korean_needs_no_package_of_an_extra(tmp_path: Path) -> None:
    """The command line has none of those that the pages have."""
    program = (
        "import sys\n"
        "for name in ('babel', 'jinja2', 'fastapi', 'starlette', 'mcp', 'tantivy', 'kiwipiepy'):\n"
        "    sys.modules[name] = None\n"
        "from yaksok.interfaces.cli.main import main\n"
        "sys.exit(main(['--language', 'ko', 'demo']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "이행 상태별 약속" in done.stdout
