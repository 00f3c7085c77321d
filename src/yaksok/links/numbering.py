"""Numbers that belong to a name: "제11차 협정" is not "제12차 협정", nor "COP28" "COP33".

Two undertakings are apart where both number what is otherwise called the same and share no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from yaksok.links.aliases import concepts
from yaksok.links.cues import BRACKETS, words_of
from yaksok.links.deed import kinds, units
from yaksok.links.words import korean_stem

Kind = Literal["ordinal", "stage", "year", "term", "acronym"]
Order = Literal["same", "apart", "next"]
"""How two texts stand by their numbers; `next` is a later number in a series that is carried on."""

_ORDINAL = re.compile(r"제\s?(\d{1,3})\s?(?:차|회|기|대)(?![가-힣])")
_ENGLISH_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\s(?!anniversar|centur)")
_ENGLISH_WORDS = {
    word: str(place)
    for place, word in enumerate(
        "Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split(), 2
    )
}
_ENGLISH_WORD = re.compile(r"\b(" + "|".join(_ENGLISH_WORDS) + r")\s")
_STAGE = re.compile(r"(?<!\d)(\d)\s?단계(?!\s?에)")
# A bare year is part of a name: "2030 세계박람회", "2030 NDC"; with 년 or a preposition it is a time.
_YEAR = re.compile(
    r"(?<![\d.~-])((?:19|20)\d\d)\s(?=[가-힣A-Za-z])(?!(?:and|or|to|as|when|with|at|by|in|on|the|from|of)\s)"
)
_TRAILING_YEAR = re.compile(r"\b(?:[A-Z][a-z]*[A-Z]\w*|Expo|Olympics)\s((?:19|20)\d\d)\b")
_PREPOSITION = re.compile(
    r"(?:\b(?:in|by|since|from|until|during|for|of|before|after)\s|[A-Z][a-z]{2,8}\s)$", re.IGNORECASE
)
_TERM = re.compile(r"(?<![\d.])(?:20)?(\d\d)\s?[-~]\s?(?:20)?(\d\d)(?![\d.%]|\s?(?:일|월|개|명|%))")
_ACRONYM = re.compile(r"\b([A-Z]{2,6})[- ]?(\d{1,3})(?!\d|,\d)\b")
# "제28차 회의에서 행동계획 채택": where it was done does not number what was done.
_OCCASION = re.compile(r"[^,;]{0,40}?(?:에서|계기|이전|까지|에 참석|을 통해|를 통해)")
_ENGLISH_OCCASION = re.compile(r"\b(?:at|by|before|until|during)\s(?:the\s)?$", re.IGNORECASE)
_REACH = 30
_WORDS = 6
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number of a name, with what it numbers: its last word, its parts and the programmes it names."""

    kind: Kind
    number: tuple[int, ...]
    head: str
    units: frozenset[str]
    concepts: frozenset[str]
    occasion: bool

    def numbers_the_same(self, other: Numbered) -> bool:
        """Whether both number what is called the same; of two mere occasions nothing follows."""
        if self.kind != other.kind or (self.occasion and other.occasion):
            return False
        if self.kind in {"stage", "acronym"}:
            return self.head == other.head
        if self.concepts & other.concepts:
            return True
        if self.kind == "ordinal" and not _same_head(self.head, other.head):
            return False
        least = min(len(self.units), len(other.units))
        return least >= (2 if self.head else 1) and len(self.units & other.units) / least >= _ALIKE


def order(one: Sequence[Numbered], other: Sequence[Numbered]) -> Order:
    """How a later text stands to an earlier one by the numbers of the names in both."""
    differing = None
    for mine in one:
        for theirs in other:
            if mine.numbers_the_same(theirs):
                if mine.number == theirs.number:
                    return "same"
                differing = differing or (mine, theirs)
    if differing is None:
        return "same"
    mine, theirs = differing
    carried_on = mine.kind == "stage" or (mine.kind in {"ordinal", "term"} and mine.head.endswith(_series()))
    return "next" if carried_on and theirs.number > mine.number else "apart"


def numbers(text: str) -> tuple[Numbered, ...]:
    """The numbers of names in a text."""
    if not any(letter.isdigit() for letter in text) and not _ENGLISH_WORD.search(text):
        return ()
    return tuple(_found(text))


def _found(text: str) -> Iterator[Numbered]:
    for pattern in (_ORDINAL, _ENGLISH_ORDINAL):
        for match in pattern.finditer(text):
            yield _numbered("ordinal", (int(match[1]),), text, match)
    for match in _ENGLISH_WORD.finditer(text):
        yield _numbered("ordinal", (int(_ENGLISH_WORDS[match[1]]),), text, match)
    for match in _STAGE.finditer(text):
        yield Numbered("stage", (int(match[1]),), "단계", frozenset(), frozenset(), occasion=False)
    for match in _YEAR.finditer(text):
        if not _PREPOSITION.search(text[max(0, match.start() - 12) : match.start()]):
            yield _numbered("year", (int(match[1]),), text, match)
    for match in _TRAILING_YEAR.finditer(text):
        yield _numbered("year", (int(match[1]),), text, match, before=True)
    for match in _TERM.finditer(text):
        if int(match[1]) < int(match[2]):
            yield _numbered("term", (int(match[1]), int(match[2])), text, match, before=True)
    for match in _ACRONYM.finditer(text):
        yield Numbered(
            "acronym", (int(match[2]),), match[1], frozenset(), frozenset(), _is_occasion(text, match)
        )


def _numbered(
    kind: Kind, number: tuple[int, ...], text: str, match: re.Match[str], *, before: bool = False
) -> Numbered:
    after = text[match.end() : match.end() + _REACH]
    words = [korean_stem(word) for word in BRACKETS.sub(" ", after).split()[:_WORDS]]
    name = words[:_WORDS]
    head = ""
    for place, word in enumerate(words):
        if word.endswith(_heads()):
            name, head = words[: place + 1], word
            break
    around = " ".join(name[:4])
    if before:
        around = f"{BRACKETS.sub(' ', text[max(0, match.start() - 14) : match.start()])} {around}"
    near = text[max(0, match.start() - _REACH) : match.start()] if before else ""
    return Numbered(
        kind, number, head, units(around), concepts(near + " " + after), _is_occasion(text, match)
    )


def _is_occasion(text: str, match: re.Match[str]) -> bool:
    if _ENGLISH_OCCASION.search(text[max(0, match.start() - 12) : match.start()]):
        return True
    return _OCCASION.match(text, match.end(), match.end() + _REACH) is not None


def _same_head(mine: str, theirs: str) -> bool:
    return mine.endswith(theirs) or theirs.endswith(mine)


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(kinds()))


@cache
def _series() -> tuple[str, ...]:
    """Last words of what is drawn up anew for each term: a plan, a strategy."""
    return tuple(word for word in words_of("draft") if not word.isascii())
