"""Groups of words that tell how far a matter has got: done, halfway, ended, strengthened."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from yaksok.links.aliases import squash
from yaksok.reference.tables import rows

ACHIEVING = frozenset(
    "hold visit found settle conclude bill in_force relate draw enact start restore join announce complete send set name".split()
)
"""Groups of words for an end that can be seen to be reached."""

DEEDS = ACHIEVING | {"halt", "lost"}
"""Groups of words that tell a deed: to stop something is one that undoes, to lose one that failed."""

LEVELS = ("leader", "minister", "vice_minister", "director")
"""Groups of words for the level of office at which something is held."""

BRACKETS = re.compile(r"\([^()]{0,200}\)")
_WORD = re.compile(r"[a-z][a-z-]*")
_LAST_LETTERS = 8
_ENDINGS = frozenset(
    "하되됨함된한할될해했돼됐를을이가은는도에의로와과서시키었였어고기던지며면려라니임않못받당등및"
)
"""First syllables of particles and endings, by which a word can go on."""
_LAST_WORDS = 3


@cache
def words_of(group: str) -> frozenset[str]:
    """The words of a group, English ones in lower case."""
    return frozenset(row["word"].lower() for row in rows("deed_words") if row["group"] == group)


@cache
def act_words() -> frozenset[str]:
    """The words for achievements of all groups: they say what is done, not to what."""
    return frozenset(word for group in DEEDS for word in words_of(group))


@lru_cache(maxsize=1 << 15)
def says(text: str, group: str) -> bool:
    """Whether a text has a word of a group, as part of a Korean word or as an English one."""
    squashed = squash(text)
    english = set(_WORD.findall(text.lower()))
    return any((word in english) if word.isascii() else (word in squashed) for word in words_of(group))


@lru_cache(maxsize=1 << 15)
def ends_with(text: str, group: str) -> bool:
    """Whether the last words of a text belong to a group: "개최 합의" ends in an agreement only."""
    plain = BRACKETS.sub("", text[-400:]).strip(" .")
    if plain.isascii():
        return says(" ".join(plain.split()[-_LAST_WORDS:]), group)
    last = squash(plain[-_LAST_LETTERS:])
    return any(_stands_in(word, last) for word in words_of(group) if not word.isascii())


def _stands_in(word: str, last: str) -> bool:
    """Whether a Korean word stands in a text as a word: "포기" is no word of "동포기본법"."""
    begin = last.find(word)
    while begin >= 0:
        following = last[begin + len(word) : begin + len(word) + 1]
        if following in _ENDINGS or not "가" <= following <= "힣":
            return True
        begin = last.find(word, begin + 1)
    return False


def levels(text: str) -> frozenset[str]:
    """The levels of office that a text names: a summit, a ministers' meeting, one of directors."""
    return frozenset(level for level in LEVELS if says(text, level))
