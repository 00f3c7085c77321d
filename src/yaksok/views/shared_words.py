"""The words that two statements have in common, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaksok.links.words import english_stem, is_stock, korean_stem, variant
from yaksok.records.mentions import Span

_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z0-9]+|[0-9]{2,}|[一-龥]{2,}")


_MOST_COMPARED = 200
"""So many words of a text are looked for within those of the other; beyond, only whole words count."""


def shared_spans(text: str, other: str) -> tuple[Span, ...]:
    """Where in `text` the words stand that `other` has too, whatever their endings.

    A word also counts within a longer one ("대사관" in "주쿠바대사관"); then only that part is told.
    """
    theirs = frozenset(stem for stem, _ in _stems(other))
    within = _long(theirs)
    found = []
    for stem, (start, end) in _stems(text):
        if stem in theirs or any(stem in one for one in within if len(one) > len(stem) >= _LEAST):
            found.append((start, end))
        elif held := max((one for one in within if one in stem), key=len, default=""):
            at = text.casefold().find(held, start, end)
            found += [(at, at + len(held))] if at >= 0 else []
    return tuple(found)


def shared_own_words(text: str, other: str) -> tuple[int, int]:
    """How many words of its own, no stock words, `text` has in common with `other`, and how many it has."""
    mine, theirs = _own(text), frozenset(stem for stem, _ in _stems(other))
    within = _long(theirs)
    shared = sum(
        stem in theirs or any(stem in one or one in stem for one in within if not is_stock(one))
        for stem in mine
    )
    return shared, len(mine)


def _long(stems: frozenset[str]) -> tuple[str, ...]:
    """The words of Hangul, which join without a space."""
    found = sorted(stem for stem in stems if len(stem) >= _LEAST and "가" <= stem[0] <= "힣")
    return tuple(found[:_MOST_COMPARED])


_LEAST = 2


def _own(text: str) -> frozenset[str]:
    return frozenset(stem for stem, _ in _stems(text) if not is_stock(stem))


def _stems(text: str) -> Iterator[tuple[str, Span]]:
    for match in _WORD.finditer(text):
        word = match[0]
        if "가" <= word[0] <= "힣":
            yield variant(korean_stem(word)), match.span()
        elif word[0].isascii() and not word[0].isdigit():
            yield english_stem(variant(word.lower())), match.span()
        else:
            yield word, match.span()
