"""The strength of a Korean promise, read from its end backwards."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yaksok.fulfilment.strength_words import Graded, graded, weaker
from yaksok.records.promise import Level, Strength
from yaksok.reference.tables import rows

_REACH = 160  # letters from the end in which the predicate stands
_LONGEST_CHAIN = 4  # words of one predicate: "체결 추진 방안 검토"
_CLOSING = re.compile(r"(?:[\s.!?…\"”’'」』※*·,]|\([^()]{0,120}\)|\s등(?=\s*$))+$")

# Each ending with what it says of strength: "" nothing. The longest that fits goes first.
_ENDINGS: tuple[tuple[re.Pattern[str], Level | None], ...] = (
    # Reported speech and what was agreed: the promise stands before it.
    (
        re.compile(
            r"고\s?(?:밝혔|말했|강조했|하였|했|전했|설명했|약속했|다짐했|언급했)(?:다|습니다|음)$"
            r"|고\s?(?:밝힘|언급함|강조함|함)$"
        ),
        None,
    ),
    (
        re.compile(
            r"기로\s?(?:(?:의견을 모|뜻을 모)\S{1,4}|(?:합의|결정|약속|의결|동의)?(?:하였다|했다|한다|하였습니다|했습니다|합니다|함|하였음|됨|되었다)?)$"
        ),
        None,
    ),
    (
        re.compile(
            r"(?:예정|계획|방침|복안|생각|구상|작정)(?:이다|임|입니다|이며|으로(?:\s?있다)?|하에 있다)?$"
        ),
        "plan",
    ),
    (re.compile(r"(?:을|를|할|으로|로|을)?\s?목표(?:로\s?(?:한다|하고 있다|함|삼는다)|이다|임)$"), "plan"),
    (re.compile(r"(?:하고자|하려고|으려고|려고|고자)\s?(?:한다|합니다|함|하고 있다|하였다)$"), "plan"),
    (
        re.compile(r"(?:수\s있도록|수\s있게)\s?(?:하겠\S{1,4}|한다|할 것이다|함|합니다|해 나갈 것이다)$"),
        "effort",
    ),
    (re.compile(r"(?:도록|토록|게)\s?(?:하겠\S{1,4}|한다|할 것이다|할 것입니다|함|합니다|할 것임)$"), None),
    (
        re.compile(r"\s?나(?:가(?:겠\S{1,4}|기로)?|갈|간다|감|갑니다)$"),
        None,
    ),
    (re.compile(r"고?\s?(?:있다|있음|있습니다|있으며)$"), None),
    (re.compile(r"\s?것(?:이다|입니다|임)?$"), None),
    (
        re.compile(
            r"것(?:을|에)\s?(?:약속|합의|다짐|결의|결정)(?:한다|하였다|했다|합니다|하였습니다|했습니다|함)?$"
        ),
        None,
    ),
    (re.compile(r"(?:중|중에 있다|중임|중이다)$"), None),
)
_CONJUGATED = re.compile(
    r"(?:하겠|하였|되겠|되었|시키겠|시켰|하여|되어|시켜|하기|되기|하고|한다|된다|시킨다|합니다|됩니다|하도|되도|했|됐|해|돼"
    r"|하|할|한|함|되|될|된|됨|시킬|시킴|토)(?:다|습니다|음|며|서|는)?$"
)
_VERB_END = re.compile(r"(?:겠습니다|겠다|겠음|ㄴ다|는다|[은는을]|습니다|기|고|게|음)$")
_PARTICLE = re.compile(r"(?:을|를|에|도|의|까지|로|으로)$")
_METHOD = re.compile(
    r"\s?(?:방안|방향|방식|가능성|여부|필요성|타당성|방법|여지|대책)(?:[을를도에]|에\s?대해)?$"
)
_JOINED = re.compile(r"(?:[·‧ㆍ,/]|\s및|[과와])$")
_ADNOMINAL = re.compile(
    r"(?:하는|할|될|되는|하기|하도록|되도록|시킬|시키는|기)(?:\s?(?:수 있는|위한|위해|위하여))?$"
)
_WORD = re.compile(r"\S+$")
_CONTRACTED = {6: 20, 14: 13}  # vowels by their number in Unicode: ㅕ from ㅣ, ㅝ from ㅜ


class _Found(NamedTuple):
    graded: Graded | None
    start: int
    end: int


def korean_strength(text: str) -> Strength | None:
    """The strength of the last predicate of a text."""
    start = max(0, len(text) - _REACH)
    rest = text[start:]
    plain = _CLOSING.sub("", rest)
    rest, level, last = _without_endings(plain)
    found = _predicate(rest) or _verb(rest, sure=rest != plain)
    if found is None:
        # "…할 계획이다" with a verb that no table knows is still a plan.
        return _unknown(text, start, rest, level, last, sure=rest != plain)
    own = _chained(rest, found) if found.graded else "deed"
    level = weaker(level, own)
    if level is None:
        return None
    end = max(found.end, last)
    return Strength(level, text[start + found.start : start + end], (start + found.start, start + end))


def _without_endings(rest: str) -> tuple[str, Level | None, int]:
    """The text before its modal endings, the weakest level that they word, and where what counts ends."""
    level: Level | None = None
    last = 0
    for _ in range(4):
        for pattern, says in _ENDINGS:
            match = pattern.search(rest, max(0, len(rest) - 24))
            if match is None or not rest[: match.start()].strip():
                continue
            if says is not None:
                level = weaker(level, says)
                last = max(last, match.end())
            rest = rest[: match.start()].rstrip()
            break
        else:
            break
    return rest, level, last


def _predicate(rest: str) -> _Found | None:
    """The word that the text ends in, as the table or the list of action nouns has it."""
    rest = rest.rstrip()
    noun = _noun_at(rest, len(rest))
    if noun is not None:
        return noun
    match = _CONJUGATED.search(rest, max(0, len(rest) - 8))
    while match is not None:
        stem = rest[: match.start()].rstrip()
        found = _noun_at(stem, len(stem)) or _noun_at(_PARTICLE.sub("", stem), len(_PARTICLE.sub("", stem)))
        if found is not None:
            return found
        match = _CONJUGATED.search(rest, match.start() + 1)
    return None


def _noun_at(rest: str, end: int) -> _Found | None:
    """The longest graded noun that ends there."""
    nouns, longest = _nouns()
    for length in range(min(longest, end), 1, -1):
        word = rest[end - length : end]
        if word in nouns:
            return _Found(nouns[word], end - length, end)
    return None


def _verb(rest: str, *, sure: bool) -> _Found | None:
    """A verb that is no action noun with 하다: "높이겠다", "최선을 다한다".

    `sure`: an ending that only verbs have was cut off; else one must still be there.
    """
    match = _WORD.search(rest)
    if match is None or not (sure or _VERB_END.search(match[0])):
        return None
    word = match[0]
    verbs = graded("ko", "verb")
    for length in range(min(len(word), 6), 0, -1):
        stem = word[:length]
        found = verbs.get(stem) or verbs.get(stem[:-1] + _uncontracted(stem[-1]))
        if found is not None and (length >= 2 or len(word) <= 3):
            return _Found(found, match.start(), len(rest))
    return None


def _uncontracted(letter: str) -> str:
    """The syllable of the stem before it met 어: 여 of 이, 려 of 리, 눠 of 누."""
    if not "가" <= letter <= "힣":
        return letter
    initial, rest = divmod(ord(letter) - 0xAC00, 588)
    vowel, final = divmod(rest, 28)
    if final or vowel not in _CONTRACTED:
        return letter
    return chr(0xAC00 + initial * 588 + _CONTRACTED[vowel] * 28)


def _chained(rest: str, found: _Found) -> Level | None:
    """The level of a predicate with what it takes: "체결 추진", "강화를 추진", "확대하는 방안 추진".

    Only plans and light words ("운영 지속") take another predicate; "논의에 기여" is a contribution.
    """
    if found.graded is None:
        return None
    level: Level | None = found.graded.level
    light = found.graded.use == "light"
    if level != "plan" and not light:
        return level
    before = rest[: found.start].rstrip()
    for _ in range(_LONGEST_CHAIN):
        if _JOINED.search(before):
            break
        taken = _taken(before)
        if taken is None or taken.graded is None:
            break
        if taken.graded.use != "light":
            level = taken.graded.level if light else weaker(level, taken.graded.level)
            light = False
        before = before[: taken.start].rstrip()
    return level


def _taken(before: str) -> _Found | None:
    """The predicate noun that the words before another predicate end in, its particle or ending passed over."""
    found = _noun_at(before, len(before))
    if found is not None:
        return found
    for ending in (_PARTICLE, _METHOD, _ADNOMINAL):
        before = ending.sub("", before).rstrip()
        found = _noun_at(before, len(before))
        if found is not None:
            return found
    return None


def _unknown(
    text: str, start: int, rest: str, level: Level | None, last: int, *, sure: bool
) -> Strength | None:
    """A verb that no table has: the ending alone says how firm it is."""
    match = _WORD.search(rest)
    if match is None:
        return None
    end = max(len(rest), last)
    if level is None:
        if not sure and not _VERB_END.search(rest):
            return None
        level = "deed"
    return Strength(level, text[start + match.start() : start + end], (start + match.start(), start + end))


@cache
def _nouns() -> tuple[dict[str, Graded], int]:
    """Graded nouns; an action noun that no level is given for names a deed."""
    nouns: dict[str, Graded] = {
        row["noun"]: Graded("deed", "noun")
        for row in rows("korean_act_nouns")
        if row["class"] == "deed" and len(row["noun"]) > 1 and not row["noun"].endswith("기")
    }
    nouns.update(graded("ko", "noun", "light"))
    return nouns, max(map(len, nouns))
