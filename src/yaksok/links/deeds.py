"""What a statement does to which object: "정상회의 개최", "협정 체결", "established the committee"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from yaksok.links.aliases import concepts, squash
from yaksok.links.cues import ACHIEVING, BRACKETS
from yaksok.links.words import english_stem, is_stock, korean_stem
from yaksok.reference.tables import rows

_PHRASE = re.compile(r"[,;/]|\s(?:및|and)\s")
_ENGLISH_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_HANGUL = re.compile(r"[가-힣0-9]+")
# What follows a word of achievement that is still to come: "개최하기로 합의", "체결을 위한 협상".
_TO_COME = re.compile(
    r"\s?(?:하기로|하기\s?위|할|하고자|하도록|되도록|[을를]?\s?위[한해]|합의|협의|추진|준비|예정|계획|방안|검토|논의|협상|교섭|목표)"
)
_BEFORE_TO_COME = frozenset({"to", "will", "would", "shall", "should", "may"})
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "be"})
_REACH = 80  # letters beside the verb in which its object is sought
_OBJECT_LETTERS = 14
_MOST = 40  # deeds of one statement: more only stand in what is no statement


@dataclass(frozen=True, slots=True)
class Deed:
    """A word for an achievement with its group and its object.

    `units` are the parts by which objects are compared: pairs of syllables, and English stems.
    `head` is the last word of a Korean object. `to_come` says that the words speak of it as still ahead,
    whatever the sentence reports: "개최하기로 합의".
    """

    group: str
    word: str
    object: str
    head: str
    units: frozenset[str]
    object_concepts: frozenset[str]
    to_come: bool

    def same_object(self, other: Deed) -> bool:
        """Whether both are done to what is called the same.

        A common last word counts only if it is no mere kind of thing, such as a summit or a centre.
        """
        if self.object_concepts & other.object_concepts:
            return True
        if self.head == other.head and len(self.head) >= 3 and self.head not in _kinds():
            return True
        return self.likeness(other.units) >= 0.5

    def same_kind_of_object(self, other: Deed) -> bool:
        """Whether the last word of both objects is the same: a partnership, a summit."""
        return len(self.head) >= 3 and self.head[-3:] == other.head[-3:]

    def likeness(self, units: frozenset[str]) -> float:
        """The part of the smaller one's units that the object and another text have in common."""
        least = min(len(self.units), len(units))
        return len(self.units & units) / least if least >= 2 else 0.0


@lru_cache(maxsize=1 << 12)
def deeds(text: str) -> tuple[Deed, ...]:
    """The achievements a text names, in order."""
    found: list[Deed] = []
    for phrase in _PHRASE.split(BRACKETS.sub("", text)):
        found.extend(_korean(phrase))
        found.extend(_english(phrase))
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])


def units(text: str) -> frozenset[str]:
    """Pairs of syllables of the Korean part of a text, stems of the English one without stock words."""
    hangul = "".join(_HANGUL.findall(text))
    pairs = {hangul[place : place + 2] for place in range(len(hangul) - 1)}
    stems = (english_stem(word) for word in _ENGLISH_WORD.findall(text))
    return frozenset(pairs | {stem for stem in stems if len(stem) > 2 and not is_stock(stem)})


def _korean(phrase: str) -> list[Deed]:
    words = _korean_words()
    found: list[Deed] = []
    for place, letter in enumerate(phrase):
        for word, group in words.get(letter, ()):
            if phrase.startswith(word, place):
                to_come = _TO_COME.match(phrase, place + len(word)) is not None
                found.append(_of_korean(group, word, phrase[max(0, place - _REACH) : place], to_come=to_come))
        if len(found) >= _MOST:
            break
    return found


def _of_korean(group: str, word: str, before: str, *, to_come: bool) -> Deed:
    stems = [korean_stem(part) for part in before.split()]
    letters = squash(" ".join(stems))[-_OBJECT_LETTERS:]
    head = squash(stems[-1]) if stems else ""
    return Deed(group, word, letters, head, units(letters), concepts(before[-40:]), to_come)


def _english(phrase: str) -> list[Deed]:
    groups = _english_words()
    found: list[Deed] = []
    previous = ""
    for match in _ENGLISH_WORD.finditer(phrase):
        word = match[0].lower()
        if word in groups and len(found) < _MOST:
            passive = previous in _PASSIVE
            # The object of "was signed" stands before it, that of "signed" after it.
            if passive:
                beside = phrase[max(0, match.start() - _REACH) : match.start()]
            else:
                beside = phrase[match.end() : match.end() + _REACH]
            found.append(
                Deed(
                    group=groups[word],
                    word=word,
                    object=squash(beside),
                    head="",
                    units=units(beside),
                    object_concepts=concepts(beside),
                    to_come=previous in _BEFORE_TO_COME,
                )
            )
        previous = word
    return found


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


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row["head"] for row in rows("korean_name_heads"))
