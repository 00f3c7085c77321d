"""What a statement is compared by: its terms, parties, programmes and names, each with its weight."""

from __future__ import annotations

import math

from yaksok.links.aliases import successors
from yaksok.links.profile import Profile
from yaksok.links.words import importance

PARTY_MARK = "@"
"""With this the feature of a party begins."""
HEADING = 0.5
"""What a term of the headings counts, of what an own one does; measured, as are the weights below."""
PARTY = 2.0
HEADING_PARTY = 1.6
CONCEPT = 4.0
NAME = 1.5
SUCCESSOR = 0.6
_STEPS = 1024
"""Weights are kept in steps of this part of one, so that they are the same stored in few bytes."""


def features(profile: Profile) -> dict[str, float]:
    """Features with their weights before rarity: "@" parties, "=" programmes, "'" names, else terms."""
    found: dict[str, float] = {
        term: importance(term) * (1 + math.log(count)) for term, count in profile.terms.items()
    }
    for term in profile.heading_terms:
        found[term] = found.get(term, 0.0) + HEADING * importance(term)
    for party in profile.heading_parties:
        found[PARTY_MARK + party] = HEADING_PARTY
    for party in profile.parties:
        found[PARTY_MARK + party] = PARTY
    for concept in profile.concepts:
        for later in successors(concept):
            found["=" + later] = CONCEPT * SUCCESSOR
    for concept in profile.concepts:
        found["=" + concept] = CONCEPT
    for name in profile.names:
        found["'" + name] = NAME
    return {feature: round(weight * _STEPS) / _STEPS for feature, weight in found.items()}
