"""What a statement does to which object: "정상회의 개최", "협정 체결", "established the committee"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from yaksok.links.aliases import concepts, squash
from yaksok.links.words import korean_stem
from yaksok.reference.tables import rows

ACHIEVING = frozenset(
    {"hold", "found", "conclude", "relate", "enact", "start", "join", "announce", "complete"}
)
"""Groups of words for an end that can be seen to be reached."""

_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_PHRASE = re.compile(r"[,;/]|\s(?:및|and)\s")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*|[가-힣]+")
_OBJECT_LETTERS = 14


@dataclass(frozen=True, slots=True)
class Deed:
    """A word for an achievement with its group and the words of its object, without spaces."""

    group: str
    word: str
    object: str
    head: str
    object_concepts: frozenset[str]

    def same_object(self, other: Deed) -> bool:
        """Whether both are done to what is called the same.

        A common last word counts only if it is no mere kind of thing, such as a summit or a centre.
        """
        if self.object_concepts & other.object_concepts:
            return True
        if self.head == other.head and len(self.head) >= 3 and self.head not in _kinds():
            return True
        return self.likeness(other.object) >= 0.5

    def same_kind_of_object(self, other: Deed) -> bool:
        """Whether the last word of both objects is the same: a partnership, a summit."""
        return len(self.head) >= 3 and self.head[-3:] == other.head[-3:]

    def likeness(self, letters: str) -> float:
        """The share of the shorter one's pairs of letters that the object and other letters have in common."""
        mine, theirs = _pairs(self.object), _pairs(letters)
        least = min(len(mine), len(theirs))
        return len(mine & theirs) / least if least >= 2 else 0.0


@cache
def _groups() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in rows("deed_words"):
        groups.setdefault(row["group"], set()).add(row["word"].lower())
    return {group: frozenset(words) for group, words in groups.items()}


@cache
def _korean_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Words of achievement by their first syllable."""
    by_first: dict[str, list[tuple[str, str]]] = {}
    for row in rows("deed_words"):
        if row["group"] in ACHIEVING and row["language"] == "ko":
            by_first.setdefault(row["word"][0], []).append((row["word"], row["group"]))
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _english_words() -> dict[str, str]:
    return {
        row["word"]: row["group"]
        for row in rows("deed_words")
        if row["group"] in ACHIEVING and row["language"] == "en"
    }


def says(text: str, group: str) -> bool:
    """Whether a text has a word of a group, as part of a Korean word or as an English one."""
    lowered = text.lower()
    squashed = squash(text)
    english = set(_WORD.findall(lowered))
    return any(
        (word in english) if word.isascii() else (word in squashed) for word in _groups().get(group, ())
    )


def ends_with(text: str, group: str) -> bool:
    """Whether the last words of a text belong to a group: "개최 합의" ends in an agreement only."""
    plain = _BRACKETS.sub("", text).strip(" .")
    return says(plain[-8:], group)


def deeds(text: str) -> list[Deed]:
    """The achievements a text names, in order."""
    plain = _BRACKETS.sub("", text)
    found: list[Deed] = []
    for phrase in _PHRASE.split(plain):
        found.extend(_korean(phrase))
        found.extend(_english(phrase))
    return found


def _korean(phrase: str) -> list[Deed]:
    words = _korean_words()
    found = []
    for place, letter in enumerate(phrase):
        for word, group in words.get(letter, ()):
            if phrase.startswith(word, place):
                before = " ".join(korean_stem(part) for part in phrase[:place].split())
                found.append(_deed(group, word, before))
    return found


def _english(phrase: str) -> list[Deed]:
    groups = _english_words()
    return [
        _deed(groups[match[0].lower()], match[0].lower(), phrase[match.end() :][:80], first=True)
        for match in _WORD.finditer(phrase)
        if match[0].lower() in groups
    ]


def _deed(group: str, word: str, words: str, *, first: bool = False) -> Deed:
    letters = squash(words)
    nearest = letters[: 2 * _OBJECT_LETTERS] if first else letters[-_OBJECT_LETTERS:]
    parts = words.split()
    head = squash(parts[-1]) if parts and not first else ""
    return Deed(group, word, nearest, head, concepts(words[:80] if first else words[-40:]))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row["head"] for row in rows("korean_name_heads"))


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(letters[place : place + 2] for place in range(len(letters) - 1))
