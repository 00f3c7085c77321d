"""Text to the words by which statements are compared, without a dictionary of the language.

Korean words lose their particles and endings; what is left counts whole and by its pairs of
syllables, so that "통합전자행정" and "통합 전자행정" still meet. English words are lower-cased and lose
their common endings. Stock words of official prose count little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from yaksok.reference.tables import rows

# One token of each script; jamo and other scripts carry nothing to compare here.
_TOKEN = re.compile(r"[가-힣]+|[A-Za-z][A-Za-z0-9]*|[0-9]+|[一-龥]+")
_ENGLISH_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s")

BOILERPLATE = 0.3
"""What a stock word counts, of what another word of the same rarity does."""


@cache
def _endings() -> tuple[frozenset[str], frozenset[str], int]:
    table = rows("korean_endings")
    endings = frozenset(row["ending"] for row in table if row["kind"] != "keep")
    kept = frozenset(row["ending"] for row in table if row["kind"] == "keep")
    return endings, kept, max(map(len, endings))


@cache
def generic_words() -> frozenset[str]:
    """Stock words of official prose, as stems; function words are among them."""
    return frozenset(
        english_stem(row["word"]) if row["language"] == "en" else row["word"] for row in rows("generic_words")
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("generic_words") if row["kind"] == "function")


@cache
def _variants() -> dict[str, str]:
    """Loan words, abbreviations and spellings, each with the word that it stands for."""
    return {row["variant"]: row["word"] for row in rows("word_variants")}


def variant(stem: str) -> str:
    """The word that a stem stands for where it is a loan word, an abbreviation or another spelling."""
    return _variants().get(stem, stem)


def korean_stem(word: str) -> str:
    """A word of Hangul without its particle and ending; at least two syllables stay."""
    endings, kept, longest = _endings()
    for _ in range(2):  # an ending under a particle: "강화하기" + "를"
        if word[-2:] in kept:
            return word
        for length in range(min(longest, len(word) - 2), 0, -1):
            if word[-length:] in endings:
                word = word[:-length]
                break
        else:
            return word
    return word


def english_stem(word: str) -> str:
    """A lower-case English word without its commonest endings."""
    word = word.lower()
    for ending in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def terms(text: str) -> Counter[str]:
    """The terms of a text with their counts.

    Words stand as themselves; pairs of syllables begin with "~", numbers with "#".
    """
    found: Counter[str] = Counter()
    functions, variants = _function_words(), _variants()
    for token in _TOKEN.findall(text):
        first = token[0]
        if "가" <= first <= "힣":
            stem = korean_stem(token)
            if len(stem) < 2:
                continue
            stem = variants.get(stem, stem)
            found[stem] += 1
            for start in range(len(stem) - 1):
                found["~" + stem[start : start + 2]] += 1
        elif first.isdigit():
            if len(token) > 1:
                found["#" + token] += 1
        elif first.isascii():
            lowered = token.lower()
            if lowered not in functions:
                found[english_stem(variants.get(lowered, lowered))] += 1
        else:
            found[token] += 1
    return found


@lru_cache(maxsize=1 << 10)
def terms_of(heading: str) -> frozenset[str]:
    """The terms of a heading; kept, since the statements under one heading share it."""
    return frozenset(terms(heading))


@lru_cache(maxsize=1 << 16)
def is_stock(word: str) -> bool:
    """Whether a stem is a stock word, or a Korean compound of stock words ("교류협력")."""
    stock = generic_words()
    if word in stock:
        return True
    return any(word[:cut] in stock and is_stock(word[cut:]) for cut in range(2, len(word) - 1))


def own_words(found: Iterable[str]) -> frozenset[str]:
    """The words among terms that are no stock words."""
    return frozenset(term for term in found if term[0] not in "~#" and not is_stock(term))


def pairs_of(words: Iterable[str]) -> frozenset[str]:
    """The pairs of syllables of Korean words: compounds of one matter meet in them."""
    return frozenset(
        word[place : place + 2] for word in words if "가" <= word[0] <= "힣" for place in range(len(word) - 1)
    )


def importance(term: str) -> float:
    """How much a term counts beside its rarity: stock words and numbers less."""
    if term[0] == "#":
        return 0.5
    return BOILERPLATE if is_stock(term.removeprefix("~")) else 1.0
