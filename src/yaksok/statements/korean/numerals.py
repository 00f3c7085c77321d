"""Korean numerals in digits: 2,300, 1.5, 3억 5천만, 1조 2,300억, 74,000여.

A numeral is read from its first digit; its value is exact for whole numbers of any size.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

# A longer run of digits is an account number or rubbish, not a quantity.
LONGEST_NUMERAL = 24
SMALL_POWERS = {"십": 10, "백": 100, "천": 1_000}
LARGE_POWERS = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
ENGLISH_POWERS = {
    "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
    "mn": 1_000_000, "bn": 1_000_000_000,
}  # fmt: skip

FIGURE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])(?:\.[0-9]{1,9})?|[0-9]+(?:\.[0-9]{1,9})?")
NEXT_GROUP = re.compile(
    r"\s?(?:([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,8}(?:\.[0-9]{1,9})?)\s?)?([십백천]?[만억조]|[십백천](?![가-힣])|[십백천](?=[만억조명개건여원불달]))"
)
ENGLISH_POWER = re.compile(r"\s?(thousand|million|billion|trillion|mn|bn)(?![A-Za-z])")
LAST_FIGURE = re.compile(
    r"\s?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,8})(?![0-9])(?=\s?(?:여\s?)?[^\s0-9.,년월일~십백천만억조])"
)
SOME = re.compile(r"\s?여(?=\s?[가-힣%㎏㎞㎡A-Za-z$])")
LEADING_ZERO = re.compile("0[0-9]")
POWER_START = frozenset("십백천만억조")


class Numeral(NamedTuple):
    """A number as read: its exact value, where it ends, and whether a power word (만, 억) scaled it."""

    value: int | Decimal
    end: int
    scaled: bool
    grouped: bool


def read_numeral(text: str, match: re.Match[str]) -> Numeral | None:
    """The numeral that begins with a match of `FIGURE`; None for codes (007) and digits too long to be a number."""
    figure, end = match[0], match.end()
    if len(figure) > LONGEST_NUMERAL or LEADING_ZERO.match(figure):
        return None
    value = exact(figure)
    grouped = "," in figure
    ahead = text[end : end + 3].lstrip(" 여")[:1]
    if ahead and ahead in POWER_START:
        scaled = _read_powers(text, skip_some(text, end), value)
        if scaled is not None:
            return Numeral(*scaled, True, grouped)
    elif ahead and ahead in "tmb":
        english = ENGLISH_POWER.match(text, end)
        if english is not None:
            return Numeral(value * ENGLISH_POWERS[english[1]], english.end(), True, grouped)
    return Numeral(value, end, False, grouped)


def exact(figure: str) -> int | Decimal:
    """The exact value of digits with thousands commas and a decimal point."""
    plain = figure.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)


def skip_some(text: str, pos: int) -> int:
    """The place behind 여 ("some") where a number has it before its unit: 100여 명."""
    if text[pos : pos + 2].lstrip(" ")[:1] != "여":
        return pos
    match = SOME.match(text, pos)
    return pos if match is None else match.end()


def _read_powers(text: str, pos: int, figure: int | Decimal) -> tuple[int | Decimal, int] | None:
    """The figure times its power words, with the smaller groups behind it: 3억 5천만, 2천4백만."""
    group = NEXT_GROUP.match(text, pos)
    if group is None or group[1] is not None:
        return None
    # `section` sums what a power of ten thousand still waits for; `total` and `end` are sure.
    total: int | Decimal = 0
    section: int | Decimal = 0
    end, amount = pos, figure
    large = small = 10**24
    while group is not None:
        factor, power = _powers(group[2])
        if power >= large or factor >= small:
            break
        section += amount * factor
        small = factor if factor > 1 else 10**24
        if power > 1:
            total, section, large, small, end = total + section * power, 0, power, 10**24, group.end()
        last = group.end()
        group = NEXT_GROUP.match(text, last)
        if group is None or group[1] is None:
            break
        amount = exact(group[1])
    if section and small < large:
        total, end = total + section, last
    rest = LAST_FIGURE.match(text, end)
    least = min(large, small)
    if rest is not None and exact(rest[1]) < least:
        total, end = total + exact(rest[1]), rest.end()
    return total, end


def _powers(word: str) -> tuple[int, int]:
    """The small power (십, 백, 천) and the large one (만, 억, 조) of a power word, 1 where it has none."""
    return SMALL_POWERS.get(word[0], 1), LARGE_POWERS.get(word[-1], 1)


def number(value: int | Decimal) -> int | float:
    """The value as a whole number where it is one, else as a float."""
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
