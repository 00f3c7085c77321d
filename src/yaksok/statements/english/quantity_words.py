"""Number words, multiples and the nouns that English texts count."""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.tables import rows

_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SMALL = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split(),
        start=2,
    )
}
_ONES = dict(list(_SMALL.items())[:8]) | {"one": 1}
NUMBER_WORDS: dict[str, int] = (
    _SMALL
    | _TENS
    | {f"{ten}-{one}": tens + ones for ten, tens in _TENS.items() for one, ones in _ONES.items()}
)
NUMBER_WORDS |= {word.capitalize(): number for word, number in NUMBER_WORDS.items()}
# Every quantity that holds no digit holds one of these, in lower case.
QUANTITY_WORDS = (
    frozenset(_SMALL)
    | frozenset(_TENS)
    | frozenset(
        "one fold twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold twice thrice double"
        " doubled doubles doubling triple tripled triples tripling quadruple quadrupled quadruples quadrupling".split()
    )
)

# "The two sides": the number says only that both partners are meant.
_PARTNERS = frozenset(
    "countries sides leaders presidents ministers governments nations parties peoples koreas republics partners"
    " foreign heads prime vice states neighbors neighbours ministries delegations allies institutions militaries"
    " chairs co-chairs economies powers men officials armies secretaries sovereign democracies premiers militaries"
    " neighbouring neighboring friendly chiefs counterparts".split()
)
_NEXT_WORD = re.compile(r"[\s-]([A-Za-z][\w’'.-]*)")
_WORDS = re.compile(r"[\s-]?([A-Za-z][\w’'.-]*|,)")
_STOPS = frozenset(
    "of in on at by for from with under to into within through during over between among against about across"
    " and or as per a an the will shall would should is are was were has have had that which who whose since"
    " after before until more than including including including worth each every it its their".split()
)
_MULTIPLES = {"doubl": 2, "tripl": 3, "quadrupl": 4}
_NO_MULTIPLE = re.compile(
    r"[\s-](?:taxation|tax|standards?|digits?|check|room|degrees?|track|entry|jump|down|bottom|counting)\b"
)
_COMPARING = re.compile(r"\s(?:as|the|that|its|more|larger|higher|bigger|greater|over|what)\b")


_COLLECTIVE = frozenset(
    "people men women children personnel staff police crew youth audience crewmen seafarers fishermen businesspeople"
    " businessmen dead injured".split()
)
_OR_MORE = re.compile(
    r"\s(?:or more|or fewer|or so|additional|of (?:the|our|its|their|these|those|your|my))\b"
)


@cache
def _persons() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("english_person_nouns"))


_THINGS = frozenset(
    "jobs tons tonnes hectares units households companies firms schools scholarships doses vehicles homes flights"
    " kilometers kilometres megawatts houses villages families cars ships trees books businesses hours visas seats"
    " beds places".split()
)


def is_counted(noun: str) -> bool:
    """Whether a plural noun behind a four-digit number shows that the number counts and is no year."""
    return noun in _THINGS or (noun in _persons() and noun.endswith("s"))


def is_partner_count(text: str, end: int) -> bool:
    """Whether "two" before `end` only means the two partners ("the two countries")."""
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return False
    word = match.group(1).lower().rstrip(".'’")
    return (
        word in _PARTNERS
        or word in {"way", "plus", "state"}
        or word.removesuffix("'s").removesuffix("’s") in _PARTNERS
    )


def multiplied(text: str, match: re.Match[str]) -> tuple[int | float, str] | None:
    """Value and unit of "triple", "twice as many", "threefold"; None where the word multiplies nothing."""
    word = match["times"].lower()
    for stem, value in _MULTIPLES.items():
        if word.startswith(stem):
            return (
                None
                if _NO_MULTIPLE.match(text, match.end()) or text[match.end() : match.end() + 1] == "-"
                else (value, "times")
            )
    if word in {"twice", "thrice"}:
        unit = (
            "times"
            if _COMPARING.match(text, match.end()) and not text.startswith(" the ", match.end())
            else "count"
        )
        return 2 if word == "twice" else 3, unit
    number = re.match(r"[a-z]+?(?=-?fold)|\d+", word)
    if number is None:
        return None
    return (int(number.group()) if number.group().isdigit() else NUMBER_WORDS[number.group()]), "times"


def times_unit(text: str, end: int) -> str:
    """What a number before "times" is: "times" where the number before multiplies ("three times as many"), "count" where it counts ("met three times")."""
    return "times" if _COMPARING.match(text, end) else "count"


def counted_unit(text: str, end: int, *, value: float, word: bool) -> str | None:
    """The unit of a bare number by the noun after it, "person" or "count"; None where it is no quantity."""
    nouns = _noun_phrase(text, end)
    if nouns and nouns[0] in {"way", "fold", "plus", "d", "st", "th"}:
        return None
    if nouns and nouns[0] in {"thirds", "third", "quarters", "fifths", "tenths", "halves"}:
        return None
    if word and text[end : end + 1] == "-" and nouns and nouns[0] in {"party", "sided"} and value == 2:
        return None
    joined = text[end : end + 1] == "-"
    for noun in nouns:
        if noun in _persons() and (joined or noun.endswith(("s", "men")) or noun in _COLLECTIVE):
            return "person"
    if nouns and _is_people(text, end):
        return "person"
    return "count"


def is_person(noun: str) -> bool:
    """Whether a lower-case plural noun means people."""
    return noun in _persons()


def _noun_phrase(text: str, end: int) -> list[str]:
    """Up to five lower-case words after a number, as far as its noun phrase may reach; "of the" is crossed once."""
    words: list[str] = []
    more = _OR_MORE.match(text, end)
    position = more.end() if more else end
    for _ in range(5):
        match = _WORDS.match(text, position)
        if match is None:
            break
        word = match.group(1).lower()
        if word in _STOPS or word == ",":
            break
        words.append(word.rstrip("."))
        position = match.end()
    return words


_PEOPLE = re.compile(
    r"\s(?:[a-z]+\s)?(?:(?:[A-Z][a-z]+\s){0,2}[A-Z][a-z]+(?:ans|ese|ish|landers)|Koreans|Thais|Filipinos|Uzbeks|Kazakhs|Czechs|Poles|Turks|Greeks|Danes|Swedes|Finns|Iraqis|Pakistanis|Bangladeshis|Israelis|Saudis|Emiratis|Afghans|New Zealanders)\b(?!\s[a-z]+(?:s|ies)\b(?<!\bis)(?<!\bwas)(?<!\bhas))"
)


def _is_people(text: str, end: int) -> bool:
    """Whether the counted noun is the name of a people ("17,000 Australians")."""
    return _PEOPLE.match(text, end) is not None
