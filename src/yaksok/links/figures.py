"""A target and a result of one indicator, as evaluations and reports set them side by side.

They stand in the columns of a table ("목표 | 실적 | 달성률"), as a pair in a sentence ("목표 300 / 실적 223",
"reached 120 of 150"), as a rate ("목표 대비 96.8%") or in words ("목표 초과 달성").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from yaksok.records.statement import Statement, TableCell
from yaksok.reference.tables import rows

_NUMBER = r"(\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
_GAP = r"[^\d\n]{0,16}?"
# A rate of growth is none of achievement: "목표 대비 12% 증가".
_RATE = re.compile(rf"^{_GAP}{_NUMBER}\s?%(?!\s?(?:p|P|포인트|증|감|늘|줄|상승|하락|more|less))")
_FIRST = re.compile(rf"^{_GAP}{_NUMBER}")
_SECOND = re.compile(rf"^[^\d\n]{{0,24}}?{_NUMBER}")
_OUT_OF = re.compile(rf"^\s(?:\w+\s){{0,2}}?{_NUMBER}\s(?:\w+\s)?(?:out\s)?of\s(?:\w+\s){{0,3}}?{_NUMBER}")
_LETTERS = 2000  # of a statement are read: more is no sentence
_ENOUGH = 1.0


class Measured(NamedTuple):
    """How far an indicator got: the result as a share of its target, and the two where they are given.

    Where only words tell, `share` is 1.0 for a target that was reached and None for one that was missed.
    """

    share: float | None
    target: float | None = None
    result: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the target was reached."""
        return self.share is not None and self.share >= _ENOUGH


def measured(statement: Statement) -> Measured | None:
    """The target and result that a statement sets side by side; None if it does not."""
    if statement.cells:
        found = _in_columns(statement)
        if found is not None:
            return found
    return measured_in(statement.text)


@lru_cache(maxsize=1 << 12)
def measured_in(text: str) -> Measured | None:
    """The target and result that the words of a sentence set side by side."""
    lowered = text[:_LETTERS].lower()
    if not any(letter.isdigit() for letter in lowered) and not _tells_in_words(lowered):
        return None
    pair = _pair(lowered) or _out_of(lowered)
    if pair is not None:
        return pair
    for place in _places(lowered, "rate"):
        match = _RATE.match(lowered[place : place + 40])
        if match is not None:
            return Measured(_value(match[1]) / 100)
    match = (
        re.search(rf"{_NUMBER}\s?% of (?:the|its|our|their) target", lowered) if "% of" in lowered else None
    )
    if match is not None:
        return Measured(_value(match[1]) / 100)
    if any(word in lowered for word in _words("short")):
        return Measured(None)
    if any(word in lowered for word in _words("reached")):
        return Measured(_ENOUGH)
    return None


def _tells_in_words(text: str) -> bool:
    return any(word in text for group in ("short", "reached") for word in _words(group))


def _in_columns(statement: Statement) -> Measured | None:
    target = _cell_value(statement, "target")
    result = _cell_value(statement, "result")
    if target and result is not None:
        return Measured(result / target, target, result)
    rate = _cell_value(statement, "rate")
    return Measured(rate / 100, target, result) if rate is not None else None


def _cell_value(statement: Statement, group: str) -> float | None:
    """The number in the last column whose head has a word of the group: later columns are later years."""
    for cell in reversed(statement.cells):
        if not _is_headed(cell, group):
            continue
        for amount in statement.quantities:
            if cell.span[0] <= amount.span[0] < cell.span[1]:
                return float(amount.value)
    return None


def _is_headed(cell: TableCell, group: str) -> bool:
    head = cell.column_heads[-1].lower() if cell.column_heads else ""
    if group != "rate" and any(word in head for word in _words("rate")):
        return False
    return any(word in head for word in _words(group))


def _pair(text: str) -> Measured | None:
    for place in _places(text, "target"):
        first = _FIRST.match(text[place : place + 40])
        if first is None:
            continue
        start = place + first.end()
        rest = text[start : start + 48]
        joined = any(word in rest[:24] for word in (*_words("result"), "대비", "중 "))
        second = _SECOND.match(rest) if joined else None
        if second is not None and _value(first[1]):
            target, result = _value(first[1]), _value(second[1])
            return Measured(result / target, target, result)
    return None


def _out_of(text: str) -> Measured | None:
    for word in _words("counted"):
        place = text.find(word + " ")
        match = _OUT_OF.match(text[place + len(word) : place + len(word) + 80]) if place >= 0 else None
        if match is not None and _value(match[2]):
            return Measured(_value(match[1]) / _value(match[2]), _value(match[2]), _value(match[1]))
    return None


def _places(text: str, group: str) -> list[int]:
    """Where the words of a group end in a text."""
    found = []
    for word in _words(group):
        place = text.find(word)
        if place >= 0:
            found.append(place + len(word))
    return sorted(found)


def _value(written: str) -> float:
    return float(written.replace(",", ""))


@cache
def _words(group: str) -> tuple[str, ...]:
    found = [row["word"] for row in rows("figure_words") if row["group"] == group]
    return tuple(sorted(found, key=len, reverse=True))
