"""Finding the parties that an English statement names.

Rules: GUIDE-en.md 21 and 22 with GUIDE.md Decisions 18 to 21. Every name begins with a capital,
so each capitalised word is looked up once and the longest form that starts with it wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from yaksok.records.mentions import PartyMention
from yaksok.reference.parties import HOME, all_parties, split_forms
from yaksok.reference.tables import rows

_TITLES = tuple(
    f"{title} "
    for title in (
        "President|Prime Minister|Premier|Chancellor|Secretary|Minister|King|Queen|Chairman|Commissioner|"
        "Director General|Director-General|Secretary General|Secretary-General|Vice President|Speaker|Mr.|Ms.|Mrs.|"
        "Representative|Advisor|Adviser|Leader|PM|FM|Senator|Emperor|Sultan|Emir|Prince|Marshal"
    ).split("|")
)
_AFTER_SURNAME = (" Administration", " administration", " government", " Government", " Cabinet", " cabinet")


@dataclass(frozen=True, slots=True)
class Name:
    """A written form, the id it gives ("" for a look-alike), and whether a title must stand with it."""

    text: str
    id: str
    titled: bool = False


def find_parties(text: str) -> tuple[PartyMention, ...]:
    """The parties named in one statement, each id once, in order of first mention.

    `text` is the statement's own text; spans count its characters. Korea is left out.
    """
    first: dict[str, PartyMention] = {}
    for mention in party_spans(text):
        first.setdefault(mention.id, mention)
    return tuple(first.values())


def party_spans(text: str) -> tuple[PartyMention, ...]:
    """Every mention of a party in one statement, repeated ones too, in order of their spans."""
    found = []
    reached = 0
    for match in _words().finditer(text):
        start = match.start()
        if start < reached:
            continue
        name = _longest(text, start, match.group())
        if name is None:
            continue
        reached = start + len(name.text)
        if name.id and name.id != HOME:
            found.append(PartyMention(text=text[start:reached], span=(start, reached), id=name.id))
    return tuple(found)


def _longest(text: str, start: int, word: str) -> Name | None:
    names = _by_first_word()
    candidates = names.get(word) or (names.get(word[:-1]) if word.endswith("s") else None)
    if candidates is not None:
        for name in candidates:
            if text.startswith(name.text, start) and _stands(text, start, name):
                return name
    if len(word) > 3 and word.isupper():
        return _longest_capitals(text, start, word)
    return None


def _longest_capitals(text: str, start: int, word: str) -> Name | None:
    """The longest name written all in capitals, as headings are."""
    for name in _by_capital_word().get(word, ()):
        capitals = name.text.upper()
        if text.startswith(capitals, start) and _stands(text, start, name):
            return name
    return None


def _stands(text: str, start: int, name: Name) -> bool:
    end = start + len(name.text)
    after = text[end : end + 1]
    if after in ("s", "S") and name.text[-1:].isalpha():
        after = text[end + 1 : end + 2]
    if after.isalnum() or after == "$":
        return False
    if name.text in _LANGUAGES and _LANGUAGE_BEFORE.search(text, max(0, start - 24), start):
        return _LANGUAGE_AFTER.match(text, end) is None
    if not name.titled:
        return True
    return text[max(0, start - 20) : start].endswith(_TITLES) or text.startswith(_AFTER_SURNAME, end)


# "in French", "in English, French and Arabic": the language, not the country.
_LANGUAGES = frozenset(
    "French Spanish Portuguese Japanese Chinese Russian German Italian Dutch Hindi Turkish Thai Vietnamese".split()
)
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:in|into|speaks?|speaking|(?:English|Arabic|French|Spanish),?(?:\s(?:and|or))?)\s$"
)
_LANGUAGE_AFTER = re.compile(
    r"(?:\s?[.,;:!?)]|$|\s(?:and|or|as|to|for|at|with|by|language|on|is|was|courses?|classes|lessons)\b)"
)


def _entries() -> Iterator[Name]:
    for row in rows("party_look_alikes"):
        if row["language"] == "en":
            yield Name(row["phrase"], "")
    for party in all_parties():
        for form in party.english_forms:
            yield Name(form, party.id)
    for row in rows("agencies"):
        for form in split_forms(row["english_forms"]):
            yield Name(form, row["id"])
    for row in rows("office_holders"):
        yield Name(row["english"], row["id"])
        for surname in split_forms(row["english_surnames"]):
            yield Name(surname, row["id"], titled=row["distinctive"] != "yes")


_FIRST_WORD = re.compile(r"[^\W_]+")


def _spelled(names: Iterator[Name]) -> Iterator[Name]:
    """Each name also with the typographic apostrophe."""
    for name in names:
        yield name
        if "'" in name.text:
            yield Name(name.text.replace("'", "’"), name.id, name.titled)


@cache
def _by_first_word() -> dict[str, tuple[Name, ...]]:
    filed: dict[str, dict[str, Name]] = {}
    for name in _spelled(_entries()):
        opening = _FIRST_WORD.match(name.text)
        if opening is not None:
            filed.setdefault(opening.group(), {}).setdefault(name.text, name)
    return {
        word: tuple(sorted(names.values(), key=lambda name: -len(name.text))) for word, names in filed.items()
    }


@cache
def _by_capital_word() -> dict[str, tuple[Name, ...]]:
    """The names of more than one capital that headings may write in capitals, by their first word."""
    filed: dict[str, list[Name]] = {}
    for word, names in _by_first_word().items():
        if not word.isupper():
            filed.setdefault(word.upper(), []).extend(names)
    return {word: tuple(sorted(names, key=lambda name: -len(name.text))) for word, names in filed.items()}


@cache
def _words() -> re.Pattern[str]:
    """A capitalised word, or a small one that opens a name (von der Leyen, inter-Korean)."""
    small = sorted(word for word in _by_first_word() if word[0].islower())
    return re.compile(rf"(?<![^\W_])(?:[A-ZÀ-Þ][^\W_]*|(?:{'|'.join(map(re.escape, small))})(?![^\W_]))")
