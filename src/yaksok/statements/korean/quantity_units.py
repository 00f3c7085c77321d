"""The words that make a number a quantity: counters, currencies and physical units.

The words stand in `reference/data` (korean_counters, currencies, korean_units). The longest
word that fits at the place behind a number wins; a word whose unit is empty (주년, 차, 위) wins
too and says that the number is no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from yaksok.reference.tables import rows

_PARTICLES = (
    "의|이|가|은|는|을|를|에|와|과|로|으로|도|만|씩|간|내|중|뿐|등|여|안|인|이며|이고|이자|이나|이다|입니다|였다|이었다|에서|에게|까지|"
    "부터|마다|만에|만의|간의|간에|동안|이상|이하|이내|미만|초과|정도|가량|규모|내외|수준|안팎|짜리|이라|인데|보다|에도|에는|에만|"
    "들|들이|들의|들과|씩의|씩을|씩이|씩은|씩도|로의|로부터|와의|과의|이었으며|이며|였으며|으로서|에서의|경|쯤|어치|상당|에서는|임|으로의|까지의"
)
# A word is closed when no letter follows it but a particle.
CLOSED = re.compile(
    rf"$|[^가-힣A-Za-z]|(?:{_PARTICLES})(?![가-힣])|이상|이하|이내|미만|초과|정도|가량|규모|내외|동안|까지|부터"
)
# With a space before it, a one-syllable counter and 의 may be a word of its own: 2025 회의.
CLOSED_APART = re.compile(
    r"$|[^가-힣A-Za-z]|(?:을|를|은|는|에|씩|간|로|으로|이|가|과|와)(?![가-힣])|이상|이하|이내|미만|정도|가량|규모|내외|동안"
)
LATIN_END = re.compile(r"(?![A-Za-z0-9])")
MONEY_GOES_ON = re.compile("화|대|선|권|어치|상당|규모")


class UnitWord(NamedTuple):
    """One word of the tables and the conditions under which it is a unit."""

    word: str
    unit: str
    opened: bool
    apart: bool
    scaled: bool
    money: bool
    allow: re.Pattern[str] | None
    not_before: re.Pattern[str] | None


class UnitRead(NamedTuple):
    """A unit found behind a number, and where it ends."""

    unit: str
    end: int
    word: str
    money: bool


@cache
def _pattern(alternatives: str) -> re.Pattern[str] | None:
    return re.compile(alternatives) if alternatives else None


def _counters() -> Iterable[UnitWord]:
    for row in rows("korean_counters"):
        yield UnitWord(
            word=row["word"],
            unit=row["unit"],
            opened=row["follows"] == "open",
            apart=row["spacing"] != "attached",
            scaled=row["spacing"] == "scaled",
            money=False,
            allow=_pattern(row["allow"]),
            not_before=_pattern(row["not_before"]),
        )


def _currencies() -> Iterable[UnitWord]:
    for row in rows("currencies"):
        if row["position"] == "suffix":
            yield UnitWord(
                word=row["word"],
                unit=row["code"],
                opened=False,
                apart=True,
                scaled=False,
                money=True,
                allow=MONEY_GOES_ON,
                not_before=_pattern(row["not_before"]),
            )


def _physical_units() -> Iterable[UnitWord]:
    for row in rows("korean_units"):
        # A unit of one Hangul syllable (평) may begin another word and must touch its number;
        # 톤 is too common apart from it to be left out.
        short = len(row["word"]) == 1 and "가" <= row["word"] <= "힣"
        apart = not short or row["word"] == "톤"
        yield UnitWord(row["word"], row["unit"], not short or apart, apart, False, False, None, None)


@cache
def _by_first_letter() -> dict[str, tuple[UnitWord, ...]]:
    table: dict[str, list[UnitWord]] = {}
    for word in (*_counters(), *_currencies(), *_physical_units()):
        table.setdefault(word.word[0], []).append(word)
    return {
        letter: tuple(sorted(words, key=lambda word: len(word.word), reverse=True))
        for letter, words in table.items()
    }


@cache
def currency_prefixes() -> dict[str, str]:
    """Currency signs and codes that stand before their number, with the currency's code."""
    return {row["word"]: row["code"] for row in rows("currencies") if row["position"] == "prefix"}


def read_unit(text: str, pos: int, *, scaled: bool) -> UnitRead | None:
    """The unit that begins at `pos` or one space behind it.

    `scaled` says that the number has a power word, after which nouns of persons and things
    count directly (10만 인재). None when no unit follows; a unit of "" means that the number is
    an ordinal or the like.
    """
    apart = text.startswith(" ", pos)
    start = pos + 1 if apart else pos
    if start >= len(text):
        return None
    for word in _by_first_letter().get(text[start], ()):
        if not text.startswith(word.word, start) or (word.scaled and not scaled):
            continue
        end = start + len(word.word)
        if _fits(text, end, word, apart=apart, scaled=scaled):
            return UnitRead(word.unit, end, word.word, word.money)
    return None


def _fits(text: str, end: int, word: UnitWord, *, apart: bool, scaled: bool) -> bool:
    if word.not_before is not None and word.not_before.match(text, end):
        return False
    if word.word[-1].isascii() and word.word[-1].isalpha():
        return LATIN_END.match(text, end) is not None
    if apart and not word.apart and not (scaled and len(word.word) == 1):
        return False
    if apart and len(word.word) == 1 and not word.money and not word.word.isascii():
        return CLOSED_APART.match(text, end) is not None or (
            (word.opened or scaled) and CLOSED.match(text, end) is not None
        )
    if word.opened or CLOSED.match(text, end):
        return True
    return word.allow is not None and word.allow.match(text, end) is not None
