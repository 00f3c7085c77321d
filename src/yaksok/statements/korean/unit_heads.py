"""Units that a label or a table's head gives to the bare figures of its cells.

"(단위: 억 달러)" above a table, or a label such as "수출액(억 달러)" in the row or its header. The
columns of a header are matched with the cells of a row from the right, where labels are figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from yaksok.statements.korean.numerals import LARGE_POWERS, SMALL_POWERS
from yaksok.statements.korean.quantity_units import read_unit

UNIT_NOTE = re.compile(r"[(\[〔<]?\s?단위\s?[:：]\s?([^)\]〕>]{1,40})[)\]〕>]?")
LABEL_UNIT = re.compile(r"(?<=[가-힣A-Za-z])\s?\(([^()0-9]{1,14})\)")
UNIT_WORD = re.compile(r"^\s?단위\s?[:：]?\s?")
SEPARATORS = re.compile(r"\s?[,/·]\s?")
# A year belongs to the word behind it: ’23년 실적 is one column.
YEAR_COLUMN = re.compile(r"['’‘]?\d{2,4}\.?(?:년도?|년말)?$")
# Columns that hold percentages even where no sign says so; 환율 is an exchange rate.
RATE_COLUMN = re.compile(r"(?:(?<!환)[률율]|비중|비율|구성비|증감비)$")
POWERS = SMALL_POWERS | LARGE_POWERS


class HeadUnit(NamedTuple):
    """A unit named in a head, and the number that each figure under it is multiplied by."""

    unit: str
    factor: int


def read_head_unit(words: str) -> HeadUnit | None:
    """The unit that the words of a head name ("억 달러", "천 명", "%"), None when they name none."""
    words = UNIT_WORD.sub("", words).strip()
    factor, pos = 1, 0
    while pos < len(words) and words[pos] in POWERS:
        factor *= POWERS[words[pos]]
        pos += 1
    unit = read_unit(words, pos, scaled=False)
    if unit is None or not unit.unit or unit.end != len(words):
        return None
    return HeadUnit(unit.unit, factor)


def label_units(text: str) -> list[tuple[int, HeadUnit]]:
    """Units in brackets behind labels of one text, with the place where each bracket ends."""
    if "(" not in text:
        return []
    found = ((match.end(), read_head_unit(match[1])) for match in LABEL_UNIT.finditer(text))
    return [(end, unit) for end, unit in found if unit is not None]


def column_units(header: str) -> list[HeadUnit | None]:
    """The units of a header's columns from right to left, None for a column that names none.

    Empty when no column names a unit: the text is then no header, or one that tells nothing.
    """
    columns: list[HeadUnit | None] = []
    behind = ""
    for word in reversed(header.split(" ")):
        if columns and columns[-1] is None and YEAR_COLUMN.match(word) and not YEAR_COLUMN.match(behind):
            continue
        columns.append(_column_unit(word))
        behind = word
    return columns if any(columns) else []


def _column_unit(word: str) -> HeadUnit | None:
    if word.endswith(")"):
        units = label_units(word)
        return units[-1][1] if units else None
    return PERCENT if RATE_COLUMN.search(word) else None


def noted_units(trail: Sequence[str]) -> list[HeadUnit]:
    """The units of "(단위: …)" in the nearest heading above that has it."""
    for heading in reversed(trail):
        note = UNIT_NOTE.search(heading)
        if note is not None:
            units = [read_head_unit(words) for words in SEPARATORS.split(note[1])]
            return [unit for unit in units if unit is not None]
    return []


def inherited_units(trail: Sequence[str]) -> list[HeadUnit]:
    """Units that the headings above give to bare figures: those of a note, or labels of the nearest heading."""
    for heading in reversed(trail):
        if UNIT_NOTE.search(heading):
            return noted_units([heading])
        labels = [unit for _, unit in label_units(heading)]
        if labels:
            return labels
    return []


PERCENT = HeadUnit("percent", 1)
