"""Established titles: agreements, policies, bodies, events, systems and laws known by name.

The table is `reference/data/established_names.csv`. Titles are compared without blanks, dots and
hyphens, so "인도-태평양 전략", "인도·태평양 전략" and "인도태평양전략" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from yaksok.records.mentions import NameType, Span
from yaksok.reference.tables import rows
from yaksok.statements.korean.name_words import SEPARATORS, compact, word_ends

_JOINTS: Final = SEPARATORS.replace(" ", "")
_FIRST_LETTERS: Final = re.compile(r"(?<!\w)\w{2,3}|(?<=[가-힣])[A-Z]{2,3}")
_REACH: Final = 60
"""No title is longer, blanks included."""


@dataclass(frozen=True, slots=True)
class Title:
    """One spelling (compact) of an established title; `entity` is the main spelling of its row."""

    spelling: str
    entity: str
    type: NameType


@cache
def title_by_spelling() -> dict[str, Title]:
    """Every title by its compact spelling."""
    return {
        compact(spelling): Title(compact(spelling), row["name"], cast(NameType, row["type"]))
        for row in rows("established_names")
        for spelling in (row["name"], *filter(None, row["aliases"].split("|")))
    }


@cache
def _by_first_letters() -> dict[str, tuple[Title, ...]]:
    """The titles by their first three letters, and by two for where a blank follows those; longest first."""
    index: dict[str, list[Title]] = {}
    for title in title_by_spelling().values():
        for key in {title.spelling[:3], title.spelling[:2]}:
            index.setdefault(key, []).append(title)
    return {key: tuple(sorted(found, key=lambda title: -len(title.spelling))) for key, found in index.items()}


def find_titles(text: str) -> Iterator[tuple[Span, Title]]:
    """The established titles of a text, whole words only, the longest at each place."""
    flat = text
    for joint in _JOINTS:
        flat = flat.replace(joint, "")
    index = _by_first_letters()
    offsets: Sequence[int] = ()
    for match in _FIRST_LETTERS.finditer(flat):
        found = index.get(match.group())
        title = found and _longest_at(flat, match.start(), found)
        if title:
            offsets = offsets or _offsets(text, flat)
            start = offsets[match.start()]
            end = offsets[_end(flat, match.start(), len(title.spelling)) - 1] + 1
            if word_ends(text, end):
                yield (start, end), title


def _longest_at(flat: str, start: int, found: tuple[Title, ...]) -> Title | None:
    squeezed = flat[start : start + _REACH].replace(" ", "")
    for title in found:
        if squeezed.startswith(title.spelling) and word_ends(flat, _end(flat, start, len(title.spelling))):
            return title
    return None


def _end(flat: str, start: int, size: int) -> int:
    """Where `size` letters from `start` on end, blanks not counted."""
    for position in range(start, len(flat)):
        if flat[position] != " ":
            size -= 1
            if not size:
                return position + 1
    return len(flat)


def _offsets(text: str, flat: str) -> Sequence[int]:
    """The place in `text` of each character of `flat`, which is `text` without joints."""
    if len(flat) == len(text):
        return range(len(text))
    return [place for place, letter in enumerate(text) if letter not in _JOINTS]
