"""What came near a promise in the documents looked through, and does not count."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from yaksok.links.profile import Profile
from yaksok.links.proposing import DEFAULT
from yaksok.records.commitment import Evidence
from yaksok.records.link import Link, StatementRef
from yaksok.records.proof import Miss, MissReason

LEAST = 0.02
"""What is less like than this is not near."""

MOST = 3

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement of a later document and how like the promise it is, from 0 to 1."""

    statement: StatementRef
    score: float
    published: str | None = None


Candidates = Callable[[StatementRef], Iterable[Candidate]]
"""The statements of documents published after a promise that are like it at all, in any order."""


def nearest_misses(
    promise: StatementRef,
    candidates: Candidates,
    *,
    evidence: Iterable[Evidence],
    links: Iterable[Link] = (),
    threshold: float = DEFAULT.lowest,
    most: int = MOST,
) -> tuple[Miss, ...]:
    """The statements nearest to a promise that are no evidence of it, the nearest first.

    `links` are those of the promise: one of them that is not in `evidence` was too weak to count, and its own
    score is told. What is as like as `threshold` may still not be linked.
    """
    counted = {_place(one.statement) for one in evidence}
    linked = {_place(link.target): link.score for link in links}
    found: dict[Place, Miss] = {}
    for candidate in candidates(promise):
        place = _place(candidate.statement)
        if place not in counted:
            found[place] = _miss(candidate, linked.get(place), threshold)
    nearest = heapq.nsmallest(most, found.values(), key=_nearness)
    return tuple(nearest)


def _miss(candidate: Candidate, linked: float | None, threshold: float) -> Miss:
    reason: MissReason = "too_weak"
    if linked is None:
        reason = "not_linked" if candidate.score >= threshold else "below_threshold"
    score = candidate.score if linked is None else linked
    return Miss(candidate.statement, round(score, 4), reason, candidate.published)


def _nearness(miss: Miss) -> tuple[float, str, int]:
    return -miss.score, miss.statement.doc, miss.statement.n


def _place(ref: StatementRef) -> Place:
    return ref.version, ref.n


def kept_with_other_parties(earlier: Profile, later: Profile) -> float:
    """The part of a score that is left where the two name different parties, as in proposing links."""
    both = earlier.all_parties and later.all_parties
    return DEFAULT.other_parties if both and not earlier.all_parties & later.all_parties else 1.0
