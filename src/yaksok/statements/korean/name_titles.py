"""Established titles: agreements, policies, bodies, events, systems and laws known by name.

The table is `reference/data/established_names.csv`. Titles are compared without blanks, dots and
hyphens, so "인도-태평양 전략", "인도·태평양 전략" and "인도태평양전략" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from yaksok.records.mentions import NameType, Span
from yaksok.reference.tables import rows
from yaksok.statements.korean.name_words import SEPARATORS, compact, word_ends

_GAP: Final = "[ ·‧ㆍ・•･\\-–—−‑]?"
_WORD_START: Final = re.compile(rf"(?:(?<!\w)|(?<=[가-힣])(?=[A-Z]))(?=(\w){_GAP}(\w)(?:{_GAP}(\w))?)")
_JOINTS: Final = SEPARATORS.replace(" ", "")
_FIRST_LETTERS: Final = re.compile(r"(?<!\w)\w{2,3}|(?<=[가-힣])[A-Z]{2,3}")
_LONGEST_WITH_GAPS: Final = 90


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
def _by_first_three() -> dict[str, tuple[Title, ...]]:
    """The titles by their first three characters (or two, where there are no more), longest first."""
    index: dict[str, list[Title]] = {}
    for title in title_by_spelling().values():
        index.setdefault(title.spelling[:3], []).append(title)
    return {key: tuple(sorted(found, key=lambda title: -len(title.spelling))) for key, found in index.items()}


@cache
def _gate() -> frozenset[str]:
    """What the first word of a title starts with: three characters, or two where a blank follows them."""
    spellings = title_by_spelling()
    return frozenset(spelling[:3] for spelling in spellings) | frozenset(spelling[:2] for spelling in spellings)


def _may_hold_title(text: str) -> bool:
    for joint in _JOINTS:
        text = text.replace(joint, "")
    return not _gate().isdisjoint(_FIRST_LETTERS.findall(text))


def find_titles(text: str) -> Iterator[tuple[Span, Title]]:
    """The established titles of a text, whole words only, the longest at each place."""
    if not _may_hold_title(text):
        return
    index = _by_first_three()
    for match in _WORD_START.finditer(text):
        letters = "".join(match.groups(""))
        found = index.get(letters) or index.get(letters[:2])
        if found is not None:
            yield from _whole(text, match.start(), found)


def _whole(text: str, start: int, found: tuple[Title, ...]) -> Iterator[tuple[Span, Title]]:
    window = text[start : start + _LONGEST_WITH_GAPS]
    squeezed = compact(window)
    for title in found:
        if squeezed.startswith(title.spelling):
            end = start + _end_in(window, len(title.spelling))
            if word_ends(text, end):
                yield (start, end), title
                return


def _end_in(window: str, size: int) -> int:
    """Where the first `size` characters that are no separators end."""
    for position, letter in enumerate(window):
        if letter not in SEPARATORS:
            size -= 1
            if not size:
                return position + 1
    return len(window)
