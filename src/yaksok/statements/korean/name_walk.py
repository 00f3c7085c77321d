"""From a head noun to the whole title: the walk left over the words that belong to it.

The words of a title are nouns in a chain; the walk stops at punctuation and at words that carry a
particle or a verb ending. Only behind an ordinal ("제2차 …에 관한 회의") may phrases stand inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from yaksok.statements.korean.name_heads import Head, head_ending
from yaksok.statements.korean.name_titles import title_by_spelling
from yaksok.statements.korean.name_words import compact, word_traits

_REACH: Final = 70
"""A title's words before its head are looked for within so many characters."""

_HARD_STOP: Final = re.compile(
    r"[,;:“”\"‘’'「」『』《》〈〉<>\[\]{}…▲▴△→⇒\n|*※□ㅇ○■•%!?~/]|&(?![A-Z])|\.(?!\d)|(?<!\d)\."
    # A bracket ends the chain unless it holds an acronym only ("한·비셰그라드(V4) 협의체").
    r"|\((?![A-Z0-9][A-Za-z0-9+\- ]{0,14}\))|(?<![A-Za-z0-9+])\)"
)
_LOOSE_END: Final = ("의", "와", "과", "있는", "한", "된", "하는", "없는")
_LOOSE_PAIRS: Final = frozenset(["관한", "위한", "대한", "통한"])
_WORLDWIDE: Final = frozenset(["세계", "글로벌", "국제"])
"""Generic words that open a title all the same where a word of its own follows ("세계 바이오 서밋")."""
_LOOSE_NOUNS: Final = frozenset("개발 건설 구축 강화 활성화 대응 확대 추진 운영".split())
"""Deeds that end other titles but stand inside numbered ones ("제2차 농촌 개발 기본계획")."""
_MAX_WORDS: Final = 8
_JOINTS: Final = re.compile("[·‧ㆍ–-]")
_NUMBERED_AGREEMENTS: Final = frozenset("협정 특별협정 약정 의정서 추가의정서".split())
_TELLING: Final = 4
"""The letters of a head noun that says by itself what is in session."""
_WORKING: Final = ("실무", "운영")
_GRADES: Final = ("전략", "포괄", "특별", "전면", "건설적", "선린", "영구", "협력")

Piece = tuple[int, str]
"""A word of the text and where it starts."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a title starts, its words before the head's own, and what precedes the head in its word.

    `ordinal`: the title is numbered.
    """

    start: int
    words: tuple[str, ...]
    prefix: str
    ordinal: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The words and the prefix, if there is one."""
        return (*self.words, self.prefix) if self.prefix else self.words


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text around a head says of it: an acronym in brackets, a founding, a conclusion."""

    bracket: bool
    founded: bool
    concluded: bool


def hard_stops(text: str) -> list[int]:
    """The positions where no title goes on, ascending (the first character after each stop)."""
    return [match.end() for match in _HARD_STOP.finditer(text)]


def walk_left(
    text: str, head: Head, head_start: int, stops: list[int], party_words: frozenset[str], *, founded: bool
) -> Walk:
    """The words before the head at `head_start` that belong to its title.

    `stops` are the text's hard stops. Where the text founds a unit ("… 워킹그룹을 발족한다"), one "및" between
    bare nouns belongs to its title.
    """
    at = bisect_right(stops, head_start)
    floor = stops[at - 1] if at else 0
    pieces = _pieces(text, floor, head_start)
    prefix = ""
    if head_start and not text[head_start - 1].isspace() and pieces:
        head_start, prefix = pieces.pop()
        cut = _cut_at_joint(prefix)
        if cut:
            return Walk(head_start + cut, (), prefix[cut:])
        if word_traits(prefix).ends and len(prefix) == 1 and not word_traits(prefix).party_compound:
            return Walk(head_start, (), prefix)
    joins = founded and head.needs == "founded"
    kept = _strict(pieces, party_words, joins=joins)
    if len(kept) < len(pieces):
        kept = _from_ordinal(pieces, len(pieces) - len(kept)) or kept
    kept = _trimmed(kept, party_words, graded=head.needs in ("relation", "acronym"))
    words = tuple([word for _, word in kept])
    ordinal = any(word_traits(word).ordinal for word in words)
    return Walk(kept[0][0] if kept else head_start, words, prefix, ordinal)


def _pieces(text: str, floor: int, end: int) -> list[Piece]:
    """The words between `floor` and `end`, within reach; a word cut off by the reach is left out."""
    start = max(floor, end - _REACH)
    if start > floor and not text[start - 1].isspace():
        blank = text.find(" ", start, end)
        start = blank if blank >= 0 else end
    pieces = []
    for word in text[start:end].split(" "):
        if word:
            pieces.append((start, word))
        start += len(word) + 1
    return pieces


def _cut_at_joint(word: str) -> int:
    """Where the last title inside a joined word starts ("정상회의·외교장관" -> 5); 0 if it is one chain."""
    cut = 0
    for match in _JOINTS.finditer(word):
        before = compact(word[: match.start()])
        head = head_ending(before)
        if before in title_by_spelling() or (head is not None and head.needs not in ("title", "solid")):
            cut = match.end()
    return cut


def _strict(pieces: list[Piece], party_words: frozenset[str], *, joins: bool) -> list[Piece]:
    """The unbroken run of words at the right end that may stand in a title."""
    first = len(pieces)
    while first and len(pieces) - first < _MAX_WORDS:
        start, word = pieces[first - 1]
        if joins and word == "및" and 1 < first < len(pieces):
            joins = False
            before = pieces[first - 2][1]
            if word_traits(before).ends or head_ending(compact(before)):
                break
        elif word_traits(word).ends and not word.endswith(tuple(party_words)):
            break
        first -= 1
        cut = _cut_at_joint(word)
        if cut:
            rest = [(start + cut, word[cut:])] if word[cut:] else []
            return rest + pieces[first + 1 :]
    return pieces[first:]


def _from_ordinal(pieces: list[Piece], broken: int) -> list[Piece]:
    """The run from an ordinal further left, if only phrases that titles contain stand between."""
    for index in range(broken - 1, -1, -1):
        word = pieces[index][1]
        if word_traits(word).ordinal:
            return pieces[index:]
        following = pieces[index + 1][1] if index + 1 < len(pieces) else ""
        loose = (
            word.endswith(_LOOSE_END)
            or word in _LOOSE_PAIRS
            or word in _LOOSE_NOUNS
            or following in _LOOSE_PAIRS
        )
        if (word_traits(word).ends and not loose) or head_ending(compact(word)) is not None:
            return []
    return []


def _trimmed(kept: list[Piece], party_words: frozenset[str], *, graded: bool) -> list[Piece]:
    """The run without generic words at its left end, from its first party or year where it has one.

    With `graded` words that grade a relation ("전략적") count as its own.
    """
    first = 0
    while (
        first < len(kept) and word_traits(kept[first][1]).generic and not (graded and _grades(kept[first][1]))
    ):
        first += 1
    if 0 < first < len(kept) and kept[first - 1][1] in _WORLDWIDE:
        first -= 1
    for index in range(first, len(kept)):
        traits = word_traits(kept[index][1])
        if traits.party_compound or traits.year:
            return kept[index:]
        if _is_anchor(kept[index][1], party_words):
            break
    return kept[first:]


# Two sides joined by a hyphen make a body theirs alone: "한-칠레 정책협의회".
_BILATERAL: Final = re.compile(r"[가-힣]{1,6}[-–][가-힣]{2,8}$")


def is_proper(head: Head, walk: Walk, party_words: frozenset[str], around: Surroundings) -> bool:
    """True if the chain is a proper name by the needs of its head (see `name_heads`)."""
    parts = walk.parts
    if head.needs == "relation" or (head.needs == "acronym" and around.bracket):
        return any(_grades(word) for word in parts)
    if walk.ordinal and _tells(head):
        return True
    if head.needs == "acronym" or walk.prefix[-1:] in ("·", "‧", "ㆍ") or not any(map(_distinguishes, parts)):
        return False
    content = sum(1 for word in parts if _own_word(word, party_words))
    anchored = any(_is_anchor(word, party_words) for word in parts)
    if head.needs == "number":
        return walk.ordinal and (content > 1 or _tied(parts, party_words)) and not _numbers_an_agreement(walk)
    if around.bracket or walk.ordinal:
        return True
    if head.needs == "subject" and any(_BILATERAL.match(word) for word in parts):
        return True
    return _meets_needs(head, walk, around, content=content > 0, anchored=anchored)


def _tells(head: Head) -> bool:
    """True if a numbered session of the body needs no other word ("제3차 전략대화")."""
    return head.type == "body" and len(head.noun) >= _TELLING and not head.noun.startswith(_WORKING)


def _meets_needs(head: Head, walk: Walk, around: Surroundings, *, content: bool, anchored: bool) -> bool:
    """True if a chain without ordinal and acronym has what its head needs besides it.

    `content` says that it has a word of its own, `anchored` that a party, place or year ties it.
    """
    match head.needs:
        case "word" | "law":
            return True
        case "party":
            return anchored or (around.founded and content)
        case "compound":
            return bool(walk.prefix) or anchored or around.founded
        case "subject":
            placed = word_traits(walk.prefix).place if walk.prefix else False
            tied = (around.founded and content) or (anchored and (content or placed))
            return tied or _solid(walk.prefix, 4)
        case "founded":
            return (anchored or around.founded) and content
        case "concluded":
            return (anchored or around.concluded) and content
        case "title":
            return any(word.startswith("K-") for word in walk.parts)
        case "solid":
            return _solid(walk.prefix, 3)
    return False


def _is_anchor(word: str, party_words: frozenset[str]) -> bool:
    if word_traits(word).anchor or compact(word) in title_by_spelling():
        return True
    return any(word.startswith(party) for party in party_words)


def _distinguishes(word: str) -> bool:
    traits = word_traits(word)
    return not (traits.generic or traits.ordinal or traits.year)


def _own_word(word: str, party_words: frozenset[str]) -> bool:
    """True if the word says something of its own: neither generic nor a mere anchor."""
    if "(" in word:
        return True
    traits = word_traits(word)
    if traits.generic or traits.ordinal or traits.year or traits.party_compound or traits.place:
        return False
    title = title_by_spelling().get(compact(word))
    return word not in party_words and (title is None or title.type != "body")


def _tied(parts: tuple[str, ...], party_words: frozenset[str]) -> bool:
    return any(_distinguishes(word) and _is_anchor(word, party_words) for word in parts)


def _numbers_an_agreement(walk: Walk) -> bool:
    """True if the ordinal counts an agreement and not the talks on it ("제12차 …협정 협상")."""
    first = next(at for at, word in enumerate(walk.words) if word_traits(word).ordinal)
    found = [head_ending(compact(word.split("(")[0])) for word in walk.words[first:]]
    return any(head is not None and head.noun in _NUMBERED_AGREEMENTS for head in found)


def _solid(prefix: str, size: int) -> bool:
    return len(prefix) >= size and not word_traits(prefix).generic and not word_traits(prefix).ends


def _grades(word: str) -> bool:
    return any(grade in word for grade in _GRADES)
