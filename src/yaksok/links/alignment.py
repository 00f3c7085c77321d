"""Alignment of two texts of the same document: which statement of one is which of the other.

Statements that share rare features (shingles in one language, traits across two) are anchors; the heaviest chain
of anchors that stands in the same order in both is kept. Between two anchors statements are paired by
role and length, as translations are.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from yaksok.ledger.reader import StoredDocument
from yaksok.links.fingerprints import shingles, trait_hashes, weight
from yaksok.records.statement import Statement

_COMMON = 400
"""A feature that would make more pairs than this says nothing of the place and is left out."""
_LEAST_ALIKE = 0.5
_TELLING = 4
"""The weight of traits that two statements of different texts must share to be one."""
_WIDEST_GAP = 400
_UNEVEN = 1.1
"""Logarithm of the ratio of lengths, that of the whole texts apart, beyond which two statements are not one."""


class Anchor(NamedTuple):
    """Two statements that share features, by their places, with the weight of what they share."""

    one: int
    other: int
    weight: int


def same_statement(one: StoredDocument, other: StoredDocument, *, whole: bool = True) -> dict[int, int]:
    """The statements of `one` that stand in `other` too: number there by number here.

    Both are texts of the same document, in one language or in two. What only one of them says is
    not in the mapping, and neither are lines of page furniture. Without `whole` the two are different texts
    with some in common: across languages only statements that share telling traits are the same then.
    """
    mine, theirs = _content(one), _content(other)
    if one.document.language == other.document.language:
        pairs = dict(same_texts([each.text for each in mine], [each.text for each in theirs]))
    else:
        pairs = _translated(mine, theirs, whole=whole)
    return {mine[place].n: theirs[pairs[place]].n for place in sorted(pairs)}


def chain(
    one: Sequence[AbstractSet[int]], other: Sequence[AbstractSet[int]], *, weighted: bool
) -> list[Anchor]:
    """The heaviest chain of anchors in the same order on both sides, each place at most once.

    `weighted`: features carry their weight as traits do; else each counts 1.
    """
    anchors = sorted(_anchors(one, other, weighted=weighted), key=lambda each: (each.one, -each.other))
    return _heaviest(anchors)


def _content(stored: StoredDocument) -> list[Statement]:
    return [each for each in stored.document.statements if each.role != "meta"]


def same_texts(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which texts of one sequence stand in the other, in one language: their places, in the order of both."""
    one, other = [shingles(each) for each in mine], [shingles(each) for each in theirs]
    for anchor in chain(one, other, weighted=False):
        if anchor.weight >= _LEAST_ALIKE * min(len(one[anchor.one]), len(other[anchor.other])):
            yield anchor.one, anchor.other


def _translated(mine: Sequence[Statement], theirs: Sequence[Statement], *, whole: bool) -> dict[int, int]:
    one = [trait_hashes(each) for each in mine]
    other = [trait_hashes(each) for each in theirs]
    anchors = list(_sure(chain(one, other, weighted=True), one, other))
    if not whole:
        return {each.one: each.other for each in anchors if each.weight >= _TELLING}
    pairs = {each.one: each.other for each in anchors}
    ratio = _length(theirs) / max(1, _length(mine))
    edges = (Anchor(-1, -1, 0), *anchors, Anchor(len(mine), len(theirs), 0))
    for before, after in pairwise(edges):
        here, there = range(before.one + 1, after.one), range(before.other + 1, after.other)
        if len(here) * len(there) > _WIDEST_GAP:
            continue
        for left, right in _fill([mine[n] for n in here], [theirs[n] for n in there], ratio):
            if not _at_odds(one[here[left]], other[there[right]]):
                pairs[here[left]] = there[right]
    return pairs


def _sure(
    anchors: Sequence[Anchor], one: Sequence[AbstractSet[int]], other: Sequence[AbstractSet[int]]
) -> Iterator[Anchor]:
    """The anchors that share at least half of what the poorer of the two statements tells."""
    for anchor in anchors:
        least = min(sum(map(weight, one[anchor.one])), sum(map(weight, other[anchor.other])))
        if anchor.weight >= _LEAST_ALIKE * least:
            yield anchor


def _anchors(
    one: Sequence[AbstractSet[int]], other: Sequence[AbstractSet[int]], *, weighted: bool
) -> Iterator[Anchor]:
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, features in enumerate(other):
        for feature in features:
            places[feature].append(place)
    times: defaultdict[int, int] = defaultdict(int)
    for features in one:
        for feature in features:
            times[feature] += 1
    for place, features in enumerate(one):
        shared: defaultdict[int, int] = defaultdict(int)
        for feature in features:
            found = places.get(feature, ())
            if len(found) * times[feature] <= _COMMON:
                for theirs in found:
                    shared[theirs] += weight(feature) if weighted else 1
        yield from (Anchor(place, theirs, counted) for theirs, counted in shared.items())


def _heaviest(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The heaviest strictly rising chain, by a tree of best sums over the places of the other side.

    Anchors come by their own place, and for one place the other's from the last to the first, so that no
    place is used twice.
    """
    if not anchors:
        return []
    ranks = sorted({each.other for each in anchors})
    # Each node holds the best (sum, anchor) among the ranks it covers.
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before = [-1] * len(anchors)
    for number, anchor in enumerate(anchors):
        rank = bisect_left(ranks, anchor.other)
        best = (0, -1)
        place = rank
        while place > 0:
            best = max(best, tree[place])
            place -= place & -place
        before[number] = best[1]
        reached = (best[0] + anchor.weight, number)
        place = rank + 1
        while place <= len(ranks):
            if tree[place][0] < reached[0]:
                tree[place] = reached
            place += place & -place
    found, number = [], max(tree)[1]
    while number >= 0:
        found.append(anchors[number])
        number = before[number]
    return found[::-1]


def _fill(mine: Sequence[Statement], theirs: Sequence[Statement], ratio: float) -> list[tuple[int, int]]:
    """Pairs of statements between two anchors: same role, lengths in proportion, in order; the most likely."""
    rows, columns = len(mine), len(theirs)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                best[row + 1][column + 1] + _likeness(mine[row], theirs[column], ratio),
            )
    found, row, column = [], 0, 0
    while row < rows and column < columns:
        likeness = _likeness(mine[row], theirs[column], ratio)
        if likeness > 0 and best[row][column] == best[row + 1][column + 1] + likeness:
            found.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return found


def _likeness(one: Statement, other: Statement, ratio: float) -> float:
    if one.role != other.role:
        return 0.0
    uneven = abs(math.log(max(1, len(other.text)) / (max(1, len(one.text)) * ratio)))
    return max(0.0, _UNEVEN - uneven)


def _at_odds(one: AbstractSet[int], other: AbstractSet[int]) -> bool:
    """Whether both tell something, and nothing that is the same."""
    return bool(one) and bool(other) and not one & other


def _length(statements: Sequence[Statement]) -> int:
    return sum(len(each.text) for each in statements)
