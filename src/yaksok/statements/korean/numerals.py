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
    r"\s?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,8})(?![0-9])(?=\s?(?:여\s?)?[^\s0-9.,년월일~])"
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
    """The figure times its power word, with the smaller groups behind it: 3억 5천만."""
    group = NEXT_GROUP.match(text, pos)
    if group is None or group[1] is not None:
        return None
    power = _power(group[2])
    total: int | Decimal = 0
    part, end = figure * power, group.end()
    while True:
        following = NEXT_GROUP.match(text, end)
        if following is None or following[1] is None or _power(following[2]) >= power:
            break
        total, power = total + part, _power(following[2])
        part, end = exact(following[1]) * power, following.end()
    total += part
    rest = LAST_FIGURE.match(text, end)
    if rest is not None and exact(rest[1]) < power:
        total, end = total + exact(rest[1]), rest.end()
    return total, end


def _power(word: str) -> int:
    value = 1
    for letter in word:
        value *= SMALL_POWERS.get(letter) or LARGE_POWERS[letter]
    return value


def number(value: int | Decimal) -> int | float:
    """The value as a whole number where it is one, else as a float."""
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
