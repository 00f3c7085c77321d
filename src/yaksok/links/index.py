"""Weighted profiles in an inverted index: which statements share rare terms, and how strongly."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from yaksok.links.aliases import successors
from yaksok.links.profile import Profile
from yaksok.links.words import importance

Vector = dict[str, float]

HEADING = 0.5
"""What a term of the headings counts, of what an own one does; measured, as are the weights below."""
PARTY = 2.0
HEADING_PARTY = 1.6
CONCEPT = 4.0
NAME = 1.5
SUCCESSOR = 0.6
COMMON = 600
"""A term in more statements than this finds no candidates, though it counts for those found."""
CANDIDATES = 400
"""So many of the nearest are scored in full where a statement has common terms."""


class Index:
    """The statements of a ledger by their terms. Scores are cosines, between 0 and 1."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        features = [_features(profile) for profile in profiles]
        self._frequency = Counter(feature for found in features for feature in found)
        self._vectors = [self._normalised(found) for found in features]
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, vector in enumerate(self._vectors):
            for feature, weight in vector.items():
                self._postings[feature].append((place, weight))

    def similar(self, place: int) -> dict[int, float]:
        """The statements that share a term with the one at `place`, each with its score.

        In a large ledger these are the nearest ones only: rare terms find the candidates, and common
        terms add to the scores of the best of them.
        """
        scores: defaultdict[int, float] = defaultdict(float)
        vector = self._vectors[place]
        common = []
        for feature, weight in vector.items():
            postings = self._postings[feature]
            if len(postings) > COMMON:
                common.append((feature, weight))
                continue
            for other, their_weight in postings:
                scores[other] += weight * their_weight
        scores.pop(place, None)
        if not common:
            return dict(scores)
        nearest = heapq.nlargest(CANDIDATES, scores.items(), key=lambda found: (found[1], -found[0]))
        return {other: score + self._added(other, common) for other, score in nearest}

    def _added(self, other: int, features: list[tuple[str, float]]) -> float:
        vector = self._vectors[other]
        return sum(weight * vector.get(feature, 0.0) for feature, weight in features)

    def shared(self, one: int, other: int) -> list[tuple[str, float]]:
        """The features that two statements share with what each adds to the score, strongest first."""
        mine, theirs = self._vectors[one], self._vectors[other]
        common = [(feature, mine[feature] * theirs[feature]) for feature in mine if feature in theirs]
        return sorted(common, key=lambda found: (-found[1], found[0]))

    def _normalised(self, features: dict[str, float]) -> Vector:
        count = len(self.profiles)
        vector = {
            feature: weight * math.log(1 + count / self._frequency[feature])
            for feature, weight in features.items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {feature: weight / length for feature, weight in vector.items()} if length else {}


def _features(profile: Profile) -> dict[str, float]:
    """Features with their weights before rarity: "@" parties, "=" programmes, "'" names, else terms."""
    found: dict[str, float] = {
        term: importance(term) * (1 + math.log(count)) for term, count in profile.terms.items()
    }
    for term in profile.heading_terms:
        found[term] = found.get(term, 0.0) + HEADING * importance(term)
    for party in profile.heading_parties:
        found["@" + party] = HEADING_PARTY
    for party in profile.parties:
        found["@" + party] = PARTY
    for concept in profile.concepts:
        for later in successors(concept):
            found["=" + later] = CONCEPT * SUCCESSOR
    for concept in profile.concepts:
        found["=" + concept] = CONCEPT
    for name in profile.names:
        found["'" + name] = NAME
    return found
