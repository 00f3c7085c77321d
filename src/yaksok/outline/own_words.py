"""The words of one document: what it writes together and what apart, away from its broken lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import log1p

from yaksok.outline.lines import Line

_NO_WORD = re.compile(r"[^가-힣A-Za-z0-9 ]+")
_LAST = "\uffff"
_ENOUGH = 6
# A document's habits show in its first pages; longer ones need not be held in memory twice.
_MOST_SIGNS = 400_000


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Sorted words, the same words read backwards, and sorted pairs of neighbours ("정상 회담")."""

    words: list[str]
    backwards: list[str]
    pairs: list[str]

    def evidence(self, before: str, after: str) -> tuple[float, ...]:
        """How often the document shows each sign that `before` and `after` are one word or two.

        Logarithms of counts, capped: one word; two words; a word that begins like `after` (three
        syllables, two syllables); `before` as a word; longer words that begin with it; longer
        words that end with `after`; `after` as a word.
        """
        start = after[:2]
        one = self._beginning(before + start) if len(before) + len(start) >= 3 else 0
        two = self._pairs(f"{before} {start}")
        begun = self._beginning(after[:3]) if len(after) >= 2 else 0
        half = self._beginning(start) if len(after) >= 3 and not begun else 0
        whole = self._exactly(before) if len(before) >= 2 else 0
        longer = self._beginning(before) - one if len(before) >= 2 and not whole else 0
        alone = self._exactly(after)
        ends = _count(self.backwards, after[::-1]) - alone
        return tuple(
            log1p(min(count, _ENOUGH)) for count in (one, two, begun, half, whole, longer, ends, alone)
        )

    def _beginning(self, start: str) -> int:
        return _count(self.words, start)

    def _pairs(self, start: str) -> int:
        return _count(self.pairs, start)

    def _exactly(self, word: str) -> int:
        return bisect_left(self.words, word + "\0") - bisect_left(self.words, word)


def _count(ordered: list[str], start: str) -> int:
    """How many entries of a sorted list begin with `start`."""
    return bisect_left(ordered, start + _LAST) - bisect_left(ordered, start)


def own_words(lines: Iterable[Line], width: int) -> OwnWords:
    """The words of a document whose lines are broken at `width` columns, without those at the breaks."""
    words: list[str] = []
    pairs: list[str] = []
    signs = 0
    broken = False
    for line in lines:
        signs += len(line.text)
        if signs > _MOST_SIGNS:
            break
        runs = [run.split() for run in _NO_WORD.sub("\n", line.text).split("\n")]
        if broken:
            runs[0] = runs[0][1:]
        broken = line.width >= width - 2
        if broken:
            runs[-1] = runs[-1][:-1]
        for run in runs:
            words += run
            pairs += [f"{first} {second}" for first, second in pairwise(run)]
    return OwnWords(sorted(words), sorted(word[::-1] for word in words), sorted(pairs))
