"""Words that only name a party: two statements that share nothing else may speak of other matters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from yaksok.links.cues import act_words
from yaksok.links.words import english_stem, korean_stem, variant
from yaksok.reference.parties import all_parties
from yaksok.reference.tables import rows

_TOKEN = re.compile(r"[가-힣]+|[A-Za-z][A-Za-z0-9]*")
_PLACES = frozenset({"country", "territory", "region"})


@cache
def party_words() -> frozenset[str]:
    """The stems of one-word names of parties and of compounds of them, in both languages.

    Of a place each word counts ("New", "Zealand"), of an organisation only its one-word forms: the
    "atomic" of an agency may well be what two statements are about.
    """
    return frozenset(stem for word in _words() if len(stem := _stem(word)) > 1)


def matter_of(own: frozenset[str]) -> frozenset[str]:
    """Of a text's own words those that say what it is about: they name no party and no act."""
    return own - party_words() - act_words()


def _words() -> Iterator[str]:
    for party in all_parties():
        for form in (*party.korean_forms, *party.english_forms):
            tokens = _TOKEN.findall(form)
            if len(tokens) == 1 or party.kind in _PLACES:
                yield from tokens
    for row in rows("party_compounds"):
        yield from _TOKEN.findall(row["form"])


def _stem(word: str) -> str:
    return english_stem(variant(word.lower())) if word.isascii() else variant(korean_stem(word))
