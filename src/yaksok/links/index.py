"""Weighted profiles in an inverted index: which statements share rare terms, and how strongly."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from yaksok.links.features import features
from yaksok.links.profile import Profile

Vector = dict[str, float]

WALKED = 2000
"""So many entries of the index are walked through for one statement, rare terms first."""
CANDIDATES = 200
"""So many of the nearest by these terms are scored in full."""

DIGITS = 9
"""To so many digits scores are told, so that the order in which they are summed up does not show."""


class Index:
    """The statements of a ledger by their terms. Scores are cosines, between 0 and 1.

    `may_follow` tells which statements can be found at all; the others only make terms common.
    """

    def __init__(
        self, profiles: Sequence[Profile], *, may_follow: Callable[[Profile], bool] = lambda _: True
    ) -> None:
        self.profiles = profiles
        found = [features(profile) for profile in profiles]
        self._frequency = Counter(feature for each in found for feature in each)
        self._vectors = [self._normalised(each) for each in found]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._weights: defaultdict[str, list[float]] = defaultdict(list)
        for place, vector in enumerate(self._vectors):
            if may_follow(profiles[place]):
                for feature, weight in vector.items():
                    self._places[feature].append(place)
                    self._weights[feature].append(weight)

    def similar(self, place: int, *, since: int = 0, least: float = 0.0) -> dict[int, float]:
        """The statements from the place `since` on that share a term with the one at `place`, with scores.

        Those whose score is under `least` may be left out. Exact while the rare terms that decide hold
        no more than `WALKED` entries; in a larger ledger the nearest by its rarest terms are found.
        """
        vector = self._vectors[place]
        ordered = sorted(vector, key=lambda feature: (len(self._places.get(feature, ())), feature))
        scores: defaultdict[int, float] = defaultdict(float)
        walked = 0
        rest = 1.0  # the square of the length of what has not been walked yet
        for done, feature in enumerate(ordered):
            places = self._places.get(feature)
            if not places:
                rest -= vector[feature] ** 2
                continue
            start = bisect_left(places, since) if since else 0
            # A statement that shares only what is left cannot reach more than the length of that.
            if rest < least * least or (walked and walked + len(places) - start > WALKED):
                return self._completed(place, scores, ordered[done:], least, math.sqrt(max(rest, 0.0)))
            weight = vector[feature]
            for other, their_weight in zip(places[start:], self._weights[feature][start:], strict=True):
                scores[other] += weight * their_weight
            walked += len(places) - start
            rest -= weight * weight
        return self._completed(place, scores, [], least, 0.0)

    def _completed(
        self, place: int, scores: dict[int, float], left: Sequence[str], least: float, bound: float
    ) -> dict[int, float]:
        """The scores with what the terms `left` add, for the nearest of those that can reach `least`."""
        scores.pop(place, None)
        near = [(score, -other) for other, score in scores.items() if score + bound >= least]
        if len(near) > CANDIDATES and left:
            near = heapq.nlargest(CANDIDATES, near)
        mine = [(feature, self._vectors[place][feature]) for feature in left]
        found = {}
        for partial, negative in near:
            theirs = self._vectors[-negative]
            score = partial
            for feature, weight in mine:
                if feature in theirs:
                    score += weight * theirs[feature]
            score = round(score, DIGITS)
            if score >= least:
                found[-negative] = score
        return found

    def shared(self, one: int, other: int) -> list[tuple[str, float]]:
        """The features that two statements share with what each adds to the score, strongest first."""
        mine, theirs = self._vectors[one], self._vectors[other]
        common = [(feature, mine[feature] * theirs[feature]) for feature in mine if feature in theirs]
        return sorted(common, key=lambda found: (-found[1], found[0]))

    def _normalised(self, found: dict[str, float]) -> Vector:
        count = len(self.profiles)
        vector = {
            feature: weight * math.log(1 + count / self._frequency[feature])
            for feature, weight in found.items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {feature: weight / length for feature, weight in vector.items()} if length else {}
