"""The topics of foreign policy that a statement is about, by its own words or by the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from yaksok.reference.scanner import FormIndex
from yaksok.reference.topics import NONE, topic_words

MOST = 3
"""How many topics a statement has at most."""

Topic = tuple[str, int]
"""The id of a topic, and what the word that tells it counts."""

_Told = tuple[Topic, ...]
# What a word counts; no statement has so many hints that they outweigh a sure word.
_COUNTS = {"sure": 1000, "hint": 1}
_SHORT = 2
_WORD = re.compile(r"\b[a-z0-9]{2}")
_ACRONYM = re.compile(r"\b[A-Z0-9][A-Za-z0-9&]")
_END = re.compile(r"(?:e?s)?\b")
# Signs that join words or set them apart, without being part of them.
_BLANKS = ("-", "·", "‧", "・", "ㆍ", "∙", "‑", "–", "\n")


def topics_of(text: str, above: Sequence[str], language: str) -> tuple[str, ...]:
    """The ids of the topics of a statement, at most three, the strongest first.

    `above` are the texts of its headings, the outermost first (`Statement.trail`). They are asked only
    where the statement's own words tell no topic or only hint at one: the nearest heading that tells one
    for sure is followed, else the statement's hints, else those of the nearest heading that has some.
    `language` is that of the document, "ko" or "en". Reference: topics.csv, topic_words.csv.
    """
    own, sure = _told(text, language)
    if sure or not above:
        return own
    hinted = own
    for heading in reversed(above):
        found, sure = _told_by_heading(heading, language)
        if sure:
            return found
        hinted = hinted or found
    return hinted


def _told(text: str, language: str) -> tuple[tuple[str, ...], bool]:
    """The topics that the words of one text tell, those with most different words first, and whether for sure.

    Hints only decide the order where a surer word stands beside them.
    """
    for sign in _BLANKS:
        text = text.replace(sign, " ")
    counts: dict[str, int] = {}
    for word in _korean_words(text) if language == "ko" else _english_words(text):
        for topic, count in word:
            counts[topic] = counts.get(topic, 0) + count
    counts.pop(NONE, None)
    if not counts:
        return (), False
    ranked = sorted(counts, key=counts.__getitem__, reverse=True)
    sure = counts[ranked[0]] >= _COUNTS["sure"]
    least = _COUNTS["sure" if sure else "hint"]
    return tuple([topic for topic in ranked[:MOST] if counts[topic] >= least]), sure


_told_by_heading = lru_cache(maxsize=1 << 11)(_told)
"""As `_told`; kept, since the statements under one heading share it."""


# -- finding the words ---------------------------------------------------------------------------


def _korean_words(text: str) -> Iterable[_Told]:
    """What each different word of a Korean text tells: the longest word at a place.

    A word of two syllables is found only where a written word begins or another one of the table ends:
    통상 is not in 보통상황, but 문화 is in 국제문화교류.
    """
    index = _index("ko")
    openings, values = index.openings, index.values
    found: dict[str, _Told] = {}
    after = 0
    for at in range(len(text) - 1):
        opening = openings.get(text[at : at + 2])
        if opening is None or at < after or not text.startswith(opening.forms, at):
            continue
        begins = at == after or not text[at - 1].isalnum()
        for length in opening.lengths:
            form = text[at : at + length]
            if form in values and (begins or length > _SHORT) and _stands_apart(form, text, at):
                found[form] = values[form]
                after = at + length
                break
    return found.values()


def _stands_apart(form: str, text: str, at: int) -> bool:
    """Whether an acronym is no part of a longer one; a Korean word always stands apart."""
    if not form.isascii():
        return True
    before, behind = text[at - 1 : at] if at else "", text[at + len(form) : at + len(form) + 1]
    return not (before.isascii() and before.isalnum()) and not (behind.isascii() and behind.isalnum())


def _english_words(text: str) -> Iterable[_Told]:
    """What each different word of an English text tells.

    Acronyms are found as they are written, other words in any case.
    """
    found: dict[str, _Told] = {}
    _add_words(_index("any"), text, _ACRONYM, found)
    _add_words(_index("en"), text.lower().replace("’", "'"), _WORD, found)
    return found.values()


def _add_words(index: FormIndex[Topic], text: str, openers: re.Pattern[str], found: dict[str, _Told]) -> None:
    """Add the longest word of the index at each place where a written word opens; it may be a plural."""
    openings, values = index.openings, index.values
    after = 0
    for match in openers.finditer(text):
        at = match.start()
        opening = openings.get(match.group())
        if opening is None or at < after or not text.startswith(opening.forms, at):
            continue
        for length in opening.lengths:
            form = text[at : at + length]
            if form in values and _END.match(text, at + length):
                found[form] = values[form]
                after = at + length
                break


@cache
def _index(language: str) -> FormIndex[Topic]:
    """The words of a language; those of Korean with the acronyms, since one pass finds both."""
    return FormIndex.build(_entries(language))


def _entries(language: str) -> Iterator[tuple[str, Topic]]:
    """The written forms of the words with what they tell.

    Korean compounds are written together or apart.
    """
    for word in topic_words():
        if word.language != language and (language, word.language) != ("ko", "any"):
            continue
        form = word.form
        for sign in _BLANKS:
            form = form.replace(sign, " ")
        told = (word.topic, _COUNTS[word.strength])
        yield form, told
        if language == "ko" and " " in form:
            yield form.replace(" ", ""), told
