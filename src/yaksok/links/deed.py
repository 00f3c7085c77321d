"""A deed: an achievement that a text names, and whether two are one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from yaksok.links.cues import words_of
from yaksok.links.words import english_stem, is_stock, variant
from yaksok.reference.tables import rows

Told = Literal["named", "to_come", "failed", "past"]
"""How the words next to a deed speak of it: only named, as still ahead, as not done, as background."""

_ENGLISH_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_HANGUL = re.compile(r"[가-힣0-9]+")
_SAME = 0.5
MISSION = "재외공관"
"""What an embassy, a consulate general and a mission are compared as."""

_MET_BY = {
    "draw": {"draw", "relate", "announce", "conclude", "complete"},
    "relate": {"relate", "conclude"},
    "settle": {"settle", "conclude", "relate", "in_force"},
    "conclude": {"conclude", "relate", "in_force"},
    "bill": {"bill", "enact", "start", "in_force"},
    "enact": {"enact", "start", "in_force"},
    "found": {"found", "start", "hold"},
}
"""What shows a promised deed done, where it is more than the same: a treaty in force was concluded, and a
body that meets was founded."""

_PARTLY_MET_BY = {
    "conclude": {"settle"},
    "relate": {"settle"},
    "in_force": {"conclude", "bill"},
    "enact": {"bill"},
}
"""What shows a part of a promised deed done: a text that is agreed on or tabled is not yet law."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A word for an achievement with its group and its object.

    `units` are the parts by which objects are compared: pairs of syllables, and English stems.
    `head` is the last word of a Korean object. `told` is how the words around it speak of it, whatever
    the sentence reports: "개최하기로 합의" is still to come. `partly` says that they limit it: "일부 개설".
    `end` is where the word ends in the text. `preparing` is the word by which its object only prepares
    something: the "draft" of "a draft of the strategy", the "준비단" of "센터 설립 준비단".
    """

    group: str
    word: str
    object: str
    head: str
    units: frozenset[str]
    object_concepts: frozenset[str]
    told: Told
    partly: bool
    end: int
    preparing: str = ""

    def same_object(self, other: Deed, *, same_parties: bool = False) -> bool:
        """Whether both are done to what is called the same.

        A common last word counts only if it is no mere kind of thing, such as a summit or a centre;
        a kind of thing does where both are done with the same parties.
        """
        if self.is_prepared_by(other):
            return False
        if self.object_concepts & other.object_concepts:
            return True
        if "hold" in {self.group, other.group} and _are_other_kinds(self.head, other.head):
            return False
        if self.head == other.head and len(self.head) >= 2:
            if same_parties and (self.head == MISSION or len(self.units) <= len(self.head)):
                return True
            if len(self.head) >= 3 and self.head not in kinds():
                return True
        if _is_bare(self.object) or _is_bare(other.object):
            return False
        kind = _kind_of(self.object)
        if kind and other.object.endswith(kind):
            # Two summits are alike by that word alone: what stands before it must be the same.
            mine, theirs = (units(deed.object.removesuffix(kind)) for deed in (self, other))
            least = min(len(mine), len(theirs))
            return least > 0 and len(mine & theirs) / least >= _SAME
        return self._ends_like(other) or self.likeness(other.units) >= _SAME

    def is_prepared_by(self, other: Deed) -> bool:
        """Whether the other's object only prepares this one's: a planning group, a budget, talks."""
        if other.group == "settle":
            return False  # talks that are settled are what was negotiated
        return (
            bool(other.preparing)
            and other.preparing != self.preparing
            and not self.head.endswith(other.preparing)
        )

    def is_partly_met_by(self, done: Deed, *, same_parties: bool = False) -> bool:
        """Whether the other deed, done, is a formal step on the way to this promised one."""
        if done.group not in _PARTLY_MET_BY.get(self.group, ()):
            return False
        return self.same_object(done, same_parties=same_parties)

    def _ends_like(self, other: Deed) -> bool:
        """Whether the one object is the end of the other: "평양" of "가을 평양"."""
        shorter, longer = sorted((self.object, other.object), key=len)
        if len(shorter) < 2 or shorter in kinds() or is_stock(shorter):
            return False
        return longer.endswith(shorter)

    def same_kind_of_object(self, other: Deed) -> bool:
        """Whether the last word of both objects is the same: a partnership, a summit."""
        return len(self.head) >= 3 and self.head[-3:] == other.head[-3:]

    def likeness(self, units: frozenset[str]) -> float:
        """The part of the smaller one's units that the object and another text have in common."""
        least = min(len(self.units), len(units))
        return len(self.units & units) / least if least >= 2 else 0.0

    def is_met_by(self, done: Deed, *, same_parties: bool = False) -> bool:
        """Whether the other deed, done, shows this promised one done."""
        if done.group in _MET_BY.get(self.group, {self.group}):
            return self.same_object(done, same_parties=same_parties)
        # Texts in two languages name the founding of a partnership by other words.
        founded = {self.group, done.group} == {"relate", "found"}
        return founded and bool(self.object_concepts & done.object_concepts)


def met_deed(
    promised: Sequence[Deed],
    told: Sequence[Deed],
    *,
    done: bool = True,
    same_parties: bool = False,
    partly: bool = False,
) -> tuple[Deed, Deed] | None:
    """The first promised deed that is among those told, with the one told; None if there is none.

    `done` leaves out what is told as still to come or as failed; background of the promise never counts.
    With `partly` a formal step on the way to a promised deed is sought instead.
    """
    there = [theirs for theirs in told if not (done and theirs.told in {"to_come", "failed"})]
    for mine in promised:
        if mine.told in {"named", "to_come"}:
            for theirs in there:
                met = mine.is_partly_met_by if partly else mine.is_met_by
                if met(theirs, same_parties=same_parties):
                    return mine, theirs
    return None


def units(text: str) -> frozenset[str]:
    """Pairs of syllables of the Korean part of a text, stems of the English one without stock words."""
    hangul = "".join(_HANGUL.findall(text))
    pairs = {hangul[place : place + 2] for place in range(len(hangul) - 1)}
    stems = (english_stem(word) for word in _ENGLISH_WORD.findall(text))
    return frozenset(pairs | {stem for stem in stems if len(stem) > 2 and not is_stock(stem)})


def _are_other_kinds(mine: str, theirs: str) -> bool:
    """Whether two names end in different kinds of events: a summit is no ministers' meeting."""
    one, two = _kind_of(mine), _kind_of(theirs)
    return bool(one and two) and not one.endswith(two) and not two.endswith(one)


@lru_cache(maxsize=1 << 12)
def _kind_of(head: str) -> str:
    """The longest kind that a word ends in, "" if none."""
    return next((head[start:] for start in range(len(head) - 1) if head[start:] in kinds()), "")


@lru_cache(maxsize=1 << 12)
def _is_bare(name: str) -> bool:
    """Whether an object is named by a kind of thing and stock words only: "협력 네트워크"."""
    kind = _kind_of(name)
    rest = name.removesuffix(kind)
    return bool(kind) and (not rest or is_stock(rest))


@cache
def kinds() -> frozenset[str]:
    """Last words of names that only say what kind of thing is named."""
    named = {row["head"] for row in rows("korean_name_heads")}
    things = {variant(word) for word in words_of("kind")}
    return frozenset({*named, *words_of("kind"), *things, MISSION})
