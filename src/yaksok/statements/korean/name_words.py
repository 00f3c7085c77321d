"""Which words may stand inside a Korean title, and which end it.

Korean titles are chains of nouns. A word with a particle or a verb ending closes the chain, so
walking left from a head noun stops there. Words are told apart by their last syllables; the
lists of exceptions (nouns that look as if they carried a particle) are data:
`reference/data/korean_name_words.csv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from yaksok.reference.tables import rows

SEPARATORS: Final = " ·‧ㆍ・•･-–—−‑"
"""Characters that writers put into or leave out of a title at will."""

PARTICLES: Final = frozenset(
    "은 는 을 를 이 가 의 에 와 과 도 로 만 상 시 내 하 간 등 및 별 란 인 이란 이라는 라는 이라고 라고 으로 에서 에도 에는 "
    "에의 에게 까지 부터 로서 으로서 로써 으로써 에서의 에서는 에서도 과의 와의 으로의 로의 이나 나 보다 뿐 처럼 마다 때 "
    "당시 계기 이후 이전 측 관련 개최 참석 참가 출범 설립 설치 하의 하에 하에서 상의 내의 간의 등을 등의 등에 등이 등과 "
    "시에 시의 이며 이고 인데 이자 임을 에만 만을 만이 을통해 를통해 들 들은 들을 들의 들이 들과".split()
)
"""What may follow a title in the same word without being part of it."""

PARTICLE_STARTS: Final = "".join(sorted({particle[0] for particle in PARTICLES}))

_ENDING_SYLLABLES: Final = frozenset("은는을를이가에의와과도로만한된할될던인")
_ENDING_PAIRS: Final = frozenset(
    "에서 마다 까지 이상 하고 되고 이고 있고 없고 열고 맺고 갖고 넘고 밝히고 하며 되며 이며 으며 하여 되어 하면 되면 에게 께서 로서 로써 까지 부터 "
    "리고 히고 우고 추고 두고 주고 지고 키고 나고 막고 얻고 쌓고 짓고 돕고 리며 히며 우며 추며 두며 주며 지며 키며 나며 "
    "추어 주어 들어 걸쳐 맞춰 넘어 모아 받아 담아 찾아 갖춰 늘려 높여 줄여 넓혀 살려 열어 맺어 거쳐 펼쳐 "
    "하기 되기 하지 되지 하게 되게 면서 해서 이나 거나 인한 했다 한다 였다 었다 니다 이자 열린 통해 위해 대해 관해 보다".split()
)
_PARTY_SYLLABLES: Final = frozenset("한미일중러북남영불독호캐인英美日中露韓北獨佛加印豪EU")
_LONE_SYLLABLES: Final = _PARTY_SYLLABLES | frozenset("날해길")
_ORDINAL: Final = re.compile(r"제?\d{1,3}차|제\d{1,3}[회기]")
_TAIL: Final = re.compile("[가-힣]{0,8}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d년?(?:[-~](?:19|20)?\d\d년?)?")
_LATIN: Final = re.compile(r"[A-Z][A-Za-z0-9+]*[A-Z0-9]")
_DIGIT_COUNT: Final = re.compile(
    r"\d[\d,.]*(?:개국|개|회|년|명|건|여|월|일|시|분|주|분기|반기|년도|차년도|시간|년간|천|만|억|조|%)"
)


@dataclass(frozen=True, slots=True)
class WordLists:
    """The word lists of korean_name_words.csv by kind."""

    stop: frozenset[str]
    generic: frozenset[str]
    place: frozenset[str]
    noun_end: frozenset[str]
    noun_end_not: frozenset[str]
    rank: frozenset[str]
    kind: frozenset[str]


@cache
def word_lists() -> WordLists:
    """The lists, read once. `stop` ends a title, `generic` says nothing of its own, `place` anchors it.

    `rank` are agencies and committees of the rank of a ministry or of parliament (decision 30), `kind` are
    compounds that look like titles and name a kind of thing ("데이터센터").
    """
    kinds: dict[str, set[str]] = {}
    for row in rows("korean_name_words"):
        kinds.setdefault(row["kind"], set()).add(row["word"])
    return WordLists(**{kind: frozenset(words) for kind, words in kinds.items()})


def compact(text: str) -> str:
    """The text without blanks, middle dots and hyphens: how titles are compared."""
    text = text.replace(" ", "")
    if text.isalnum():
        return text
    # str.replace is several times as fast as str.translate where the sign does not occur.
    for separator in SEPARATORS:
        text = text.replace(separator, "")
    return text


def word_ends(text: str, end: int) -> bool:
    """True if at `end` a word of the text ends, or nothing but a particle follows in it."""
    if end >= len(text):
        return True
    after = text[end]
    if after in " ,()」’'·.\"”":
        return True
    if text[end - 1].isascii() and text[end - 1].isalnum():
        return not (after.isascii() and after.isalnum())
    if not after.isalnum():
        return True
    # A run of Hangul longer than any particle is cut, so that hostile text costs no more.
    tail = _TAIL.match(text, end)
    return tail is not None and tail.group() in PARTICLES


def _ends_title(word: str) -> bool:
    """True if a title cannot go on to the left of, or through, this word."""
    lists = word_lists()
    if word in lists.stop or not compact(word):
        return True
    if word[0].isdigit() and _DIGIT_COUNT.fullmatch(word):
        return True
    if word[-2:] in _ENDING_PAIRS or (
        len(word) == 1 and "가" <= word <= "힣" and word not in _LONE_SYLLABLES
    ):
        return True
    if word[-1] not in _ENDING_SYLLABLES:
        return False
    looks_like_noun = word[-2:] in lists.noun_end or word in lists.noun_end
    return not looks_like_noun or word[-3:] in lists.noun_end_not


def _is_party_compound(word: str) -> bool:
    """True for words that name parties side by side: "한미", "한·중", "한-아세안", "북·미"."""
    if word[0] not in _PARTY_SYLLABLES or len(word) < 2:
        return False
    if word[1] in SEPARATORS:
        return len(word) > 2
    return len(word) <= 4 and all(letter in _PARTY_SYLLABLES for letter in compact(word))


def anchors(word: str) -> bool:
    """True if the word ties a title to a party, place, year, number or acronym."""
    return word_traits(word).anchor


def is_generic(word: str) -> bool:
    """True if the word distinguishes nothing: "고위급", "다양한", "전략적", "외교·국방"."""
    return word_traits(word).generic


@dataclass(frozen=True, slots=True)
class WordTraits:
    """What a word may be in a title; see `word_traits`."""

    ends: bool
    generic: bool
    ordinal: bool
    year: bool
    party_compound: bool
    place: bool
    anchor: bool


@lru_cache(maxsize=16384)
def word_traits(word: str) -> WordTraits:
    """The traits of one word (not empty). `ends`: a title cannot go on to the left of it.

    `anchor` ties a title to a party, place, year, number or acronym; `generic` says nothing of its own;
    `place` is a well-known place and nothing more.
    """
    ordinal = _ORDINAL.fullmatch(word) is not None
    year = _YEAR.fullmatch(word) is not None
    compound = _is_party_compound(word)
    anchor = ordinal or year or compound or _LATIN.match(word) is not None or _starts_with_place(word)
    return WordTraits(
        ends=not (ordinal or year) and _ends_title(word),
        generic=_is_generic(word),
        ordinal=ordinal,
        year=year,
        party_compound=compound,
        place=word in word_lists().place,
        anchor=anchor,
    )


def _starts_with_place(word: str) -> bool:
    places = word_lists().place
    return any(word[:size] in places for size in range(2, min(8, len(word)) + 1))


def _is_generic(word: str) -> bool:
    generic = word_lists().generic
    if word in generic or (word[-1] == "적" and len(word) > 2):
        return True
    if 4 <= len(word) <= 6 and any(
        word[:cut] in generic and word[cut:] in generic for cut in range(2, len(word) - 1)
    ):
        return True
    return any(dot in word for dot in "·‧ㆍ") and all(
        part in generic or part[-1:] == "적" for part in re.split("[·‧ㆍ]", word)
    )
