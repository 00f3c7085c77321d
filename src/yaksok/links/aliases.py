"""Programmes, bodies and meetings under all the names they are written by."""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.tables import rows

_LETTERS_ONLY = re.compile(r"[^0-9A-Za-z가-힣一-龥]+")
_LATIN_WORD = re.compile(r"[a-z0-9]+")
_KEY = 3  # letters by which a form is looked up


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Forms in Hangul or mixed letters by their first letters, longest first, each with its concept."""
    by_start: dict[str, list[tuple[str, str]]] = {}
    for row in rows("programme_aliases"):
        if not row["form"].isascii():
            form = squash(row["form"])
            by_start.setdefault(form[:_KEY], []).append((form, row["concept"]))
    return {start: tuple(sorted(forms, key=lambda form: -len(form[0]))) for start, forms in by_start.items()}


@cache
def _latin_forms() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Forms in Latin letters by their first word: abbreviations may not begin inside another word."""
    by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("programme_aliases"):
        if row["form"].isascii():
            words = tuple(_LATIN_WORD.findall(row["form"].lower()))
            by_word.setdefault(words[0], []).append((words, row["concept"]))
    return {word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in by_word.items()}


@cache
def _later() -> dict[str, frozenset[str]]:
    later: dict[str, set[str]] = {}
    for row in rows("programme_successors"):
        later.setdefault(row["earlier"], set()).add(row["later"])
    return {earlier: frozenset(found) for earlier, found in later.items()}


def squash(text: str) -> str:
    """Lower-case letters and digits only: forms differ in spaces, hyphens and middle dots."""
    return _LETTERS_ONLY.sub("", text).lower()


def concepts(text: str) -> frozenset[str]:
    """The programmes and bodies that a text names, by concept."""
    return frozenset(concept for concept, _ in written_names(text))


def written_names(text: str) -> frozenset[tuple[str, str]]:
    """The programmes and bodies that a text names, each with the form that it writes, squashed."""
    return frozenset(_in_letters(squash(text)) | _in_words(_LATIN_WORD.findall(text.lower())))


def _in_letters(squashed: str) -> set[tuple[str, str]]:
    forms = _forms()
    found = set()
    place = 0
    while place < len(squashed):
        for form, concept in forms.get(squashed[place : place + _KEY], ()):
            if squashed.startswith(form, place):
                found.add((concept, form))
                place += len(form) - 1
                break
        place += 1
    return found


def _in_words(words: list[str]) -> set[tuple[str, str]]:
    forms = _latin_forms()
    return {
        (concept, "".join(form))
        for place, word in enumerate(words)
        for form, concept in forms.get(word, ())
        if tuple(words[place : place + len(form)]) == form
    }


def successors(concept: str) -> frozenset[str]:
    """The concepts that carried this one on, at any remove."""
    found: set[str] = set()
    waiting = [concept]
    while waiting:
        for later in _later().get(waiting.pop(), ()):
            if later not in found:
                found.add(later)
                waiting.append(later)
    return frozenset(found)
