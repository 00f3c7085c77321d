"""Names and terms under all that they are called by: in the other language, in short, as they were renamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from yaksok.reference.parties import all_parties, split_forms
from yaksok.reference.tables import rows
from yaksok.search.analysis import Token, is_latin, stem, written_words

Units = tuple[str, ...]
"""A form as it is compared: the stems of its Latin words, and the single letters of all others."""

_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing and its names; `party` is its id where it is a party, whose mentions are known."""

    forms: tuple[str, ...]
    party: str = ""


class Found(NamedTuple):
    """A name in a query: the concept, and the stretch of the query's text that names it."""

    concept: Concept
    start: int
    end: int


def names_in(text: str) -> list[Found]:
    """The concepts that a text names: the longest name at each place, all that bear it."""
    index = _index()
    units, places = _units_with_places(written_words(text))
    found: list[Found] = []
    at = 0
    while at < len(units):
        start, begins = places[at].start, at == 0 or places[at - 1] is not places[at]
        length = 0
        if begins:
            for form in index.get(units[at], ()):
                if tuple(units[at : at + len(form)]) == form:
                    length = len(form)
                    last = places[at + length - 1]
                    # Of a word of other letters only its beginning may be the name: 베트남과 names 베트남.
                    end = last.end if is_latin(last.form) else _end_of(units, places, at + length - 1)
                    found += [Found(concept, start, end) for concept in _concepts()[form]]
                    break
        at += max(length, 1)
    return found


def units_of(form: str) -> Units:
    """A form as it is compared."""
    return tuple(_units_with_places(written_words(form))[0])


def _units_with_places(words: Sequence[Token]) -> tuple[list[str], list[Token]]:
    units: list[str] = []
    places: list[Token] = []
    for word in words:
        several = [stem(word.form)] if is_latin(word.form) else list(word.form)
        units += several
        places += [word] * len(several)
    return units, places


def _end_of(units: Sequence[str], places: Sequence[Token], at: int) -> int:
    """Where the letter at a place of the units ends in the text."""
    word = places[at]
    first = at
    while first and places[first - 1] is word:
        first -= 1
    return word.start + (at - first) + 1 if len(units) else word.end


@cache
def _index() -> dict[str, tuple[Units, ...]]:
    """All forms by their first unit, the longest first."""
    by_first: defaultdict[str, list[Units]] = defaultdict(list)
    for form in _concepts():
        by_first[form[0]].append(form)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in by_first.items()}


@cache
def _concepts() -> dict[Units, tuple[Concept, ...]]:
    found: defaultdict[Units, dict[Concept, None]] = defaultdict(dict)
    for concept in _all_concepts():
        for form in concept.forms:
            units = units_of(form)
            if sum(map(len, units)) >= _SHORTEST:
                found[units][concept] = None
    return {units: tuple(concepts) for units, concepts in found.items()}


def _all_concepts() -> Iterator[Concept]:
    for party in all_parties():
        yield Concept(tuple(dict.fromkeys((*party.korean_forms, *party.english_forms, party.id))), party.id)
    programmes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in rows("programme_aliases"):
        programmes[row["concept"]][row["form"]] = None
    for forms in programmes.values():
        yield Concept(tuple(forms))
    for row in rows("established_names"):
        if row["aliases"]:
            yield Concept((row["name"], *split_forms(row["aliases"])))
    for row in rows("issuers"):
        yield Concept((row["name"], row["english"]))
    for row in rows("search_terms"):
        yield Concept((*split_forms(row["korean"]), *split_forms(row["english"])))
