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
_BETWEEN_TITLES: Final = re.compile(r"\w{3}[·‧ㆍ・\-–]\w{2}")
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
        compact(spelling): Title(compact(spelling), row["name"], cast("NameType", row["type"]))
        for row in rows("established_names")
        for spelling in (row["name"], *filter(None, row["aliases"].split("|")))
    }


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The titles that share their first letters, longest first, and their spellings in the same order."""

    spellings: tuple[str, ...]
    titles: tuple[Title, ...]


@cache
def _by_first_letters() -> dict[str, _Shelf]:
    """The titles by their first three letters, and by two for where a blank follows those."""
    index: dict[str, list[Title]] = {}
    for title in title_by_spelling().values():
        for key in {title.spelling[:3], title.spelling[:2]}:
            index.setdefault(key, []).append(title)
    return {key: _shelf(found) for key, found in index.items()}


def _shelf(titles: list[Title]) -> _Shelf:
    ordered = tuple(sorted(titles, key=lambda title: -len(title.spelling)))
    return _Shelf(tuple(title.spelling for title in ordered), ordered)


@cache
def _first_letters() -> re.Pattern[str]:
    """Two or three letters that start a word, or Latin capitals behind Hangul; only if a title starts so."""
    keys = _by_first_letters()
    first, second, third = (
        "".join(sorted({re.escape(key[at]) for key in keys if len(key) > at})) for at in range(3)
    )
    return re.compile(rf"[{first}](?<!\w.)[{second}](?:[{third}]|(?![\w.]))|(?<=\w[\w.][가-힣])[A-Z]{{2,3}}")


def find_titles(text: str) -> Iterator[tuple[Span, Title]]:
    """The established titles of a text, whole words only, the longest at each place.

    A joint may be written inside a title ("인도-태평양 전략") or between two ("국립외교원-외교사료관"): a text
    with joints is read both ways, so the same title may come twice.
    """
    flat = spaced = text
    for joint in _JOINTS:
        if joint in text:
            flat = flat.replace(joint, "")
            spaced = spaced.replace(joint, " ")
    if flat is not text and _BETWEEN_TITLES.search(text):
        yield from _in_flat(spaced, text)
    yield from _in_flat(flat, text)


def _in_flat(flat: str, text: str) -> Iterator[tuple[Span, Title]]:
    """The titles of `flat`, which is `text` or `text` without its joints; the spans are those in `text`."""
    index = _by_first_letters()
    offsets: Sequence[int] | None = None
    for match in _first_letters().finditer(flat):
        shelf = index.get(match.group())
        if shelf is None:
            continue
        start = match.start()
        squeezed = flat[start : start + _REACH].replace(" ", "")
        if not squeezed.startswith(shelf.spellings):
            continue
        if offsets is None:
            offsets = _offsets(flat, text)
        for title in shelf.titles:
            if squeezed.startswith(title.spelling):
                end = offsets[_end(flat, start, len(title.spelling)) - 1] + 1
                if word_ends(text, end):
                    yield (offsets[start], end), title
                    break


def _offsets(flat: str, text: str) -> Sequence[int]:
    """Where each character of `flat` stands in `text`."""
    if len(flat) == len(text):
        return range(len(text))
    return [place for place, letter in enumerate(text) if letter not in _JOINTS]


def _end(flat: str, start: int, size: int) -> int:
    """Where `size` letters from `start` on end, blanks not counted."""
    for position in range(start, len(flat)):
        if flat[position] != " ":
            size -= 1
            if not size:
                return position + 1
    return len(flat)
