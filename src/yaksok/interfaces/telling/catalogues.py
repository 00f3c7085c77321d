"""Messages in Korean and English, from gettext catalogues.

Message ids are the English texts. The catalogues of a language are the `.po` files in `locales/LANGUAGE/`; they are
read by a small reader here, since the command line has to tell in Korean without any further package. It
knows what our catalogues use: comments, `msgid`, `msgid_plural`, `msgstr` and `msgstr[0]`, over one line or several.
Korean has one form for every number, so that `msgstr[0]` is all there is.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from yaksok.errors.particles import fitted
from yaksok.records.statement import Language

LOCALES = Path(__file__).parent / "locales"
LANGUAGES: tuple[Language, ...] = ("ko", "en")

_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr)(?:\[0\])? )?"((?:[^"\\]|\\.)*)"')
_ESCAPED = {'\\"': '"', "\\n": "\n", "\\t": "\t", "\\\\": "\\"}
_ESCAPE = re.compile(r"\\.")


def N_(message: str) -> str:  # noqa: N802 - the usual mark for texts that catalogues must hold
    """A text to be translated where it is shown."""
    return message


class Messages(gettext.NullTranslations):
    """The messages of a language that has one form for every number; an unknown one stays English."""

    def __init__(self, told: Mapping[str, str]) -> None:
        """`told` has the translations by English singular."""
        super().__init__()
        self._told = told

    def gettext(self, message: str) -> str:
        """The translation of a message."""
        return self._told.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation of a message about a number; in English where there is none."""
        told = self._told.get(msgid1)
        return told if told is not None else super().ngettext(msgid1, msgid2, n)


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The messages in which things are told, in one language; English are the ids themselves."""
    return messages_in(LOCALES, language=language)


def tell(message: str, language: Language, fields: Mapping[str, object]) -> str:
    """A message in one language with its places filled; Korean particles fit what stands before them."""
    found = catalogue(language).gettext(message)
    if not fields:
        return found.replace("%%", "%")
    return (fitted(found, fields, percent=True) if language == "ko" else found) % fields


def messages_in(*folders: Path, language: Language) -> gettext.NullTranslations:
    """The messages of several folders of catalogues together."""
    if language == "en":
        return gettext.NullTranslations()
    files = (path for folder in folders for path in sorted((folder / language).glob("*.po")))
    return Messages({message: told for path in files for message, told in entries_of(path)})


def entries_of(path: Path) -> Iterator[tuple[str, str]]:
    """The messages of a catalogue with their translations, its heading left out. Raises ValueError for another line."""
    said: dict[str, str] = {}
    part = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            raise ValueError(f"{path.name}, line {number}: {line}")
        if match[1] == "msgid":
            yield from _entry(said)
            said = {}
        part = match[1] or part
        said[part] = said.get(part, "") + _plain(match[2])
    yield from _entry(said)


def _entry(said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if said.get("msgid") and said.get("msgstr"):
        yield said["msgid"], said["msgstr"]


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED[found[0]], text) if "\\" in text else text
