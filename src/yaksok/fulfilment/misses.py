"""What came near a promise in the documents looked through, and does not count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

from yaksok.links.proposing import DEFAULT
from yaksok.records.commitment import Evidence
from yaksok.records.link import Link, StatementRef
from yaksok.records.proof import Miss, MissReason

LEAST = 0.02
"""What is less like than this is not near."""

MOST = 3

OTHER_PARTIES = DEFAULT.other_parties
"""What is left of a score where the two name different parties, as in proposing links."""

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement of a later document and how like the promise it is, from 0 to 1."""

    statement: StatementRef
    score: float
    published: str | None = None

    @property
    def place(self) -> Place:
        """See `Possible`."""
        return _place(self.statement)

    @property
    def at_most(self) -> float:
        """See `Possible`."""
        return self.score

    def weighed(self) -> Candidate:
        """See `Possible`."""
        return self


class Possible(Protocol):
    """A candidate that need not be loaded yet."""

    @property
    def place(self) -> Place:
        """Where its statement stands."""

    @property
    def at_most(self) -> float:
        """What its score does not exceed."""

    def weighed(self) -> Candidate:
        """The candidate with its score."""


Candidates = Callable[[StatementRef], Iterable[Possible]]
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
    nearest: list[Miss] = []
    for one in sorted(candidates(promise), key=lambda one: -one.at_most):
        if one.place in counted:
            continue
        if one.place not in linked and len(nearest) == most and nearest[-1].score > _told(one.at_most):
            continue  # it need not be loaded: it is not as near as those that were found
        nearest.append(_miss(one.weighed(), linked.get(one.place), threshold))
        nearest = sorted(nearest, key=_nearness)[:most]
    return tuple(nearest)


def _miss(candidate: Candidate, linked: float | None, threshold: float) -> Miss:
    reason: MissReason = "too_weak"
    if linked is None:
        reason = "not_linked" if candidate.score >= threshold else "below_threshold"
    score = candidate.score if linked is None else linked
    return Miss(candidate.statement, _told(score), reason, candidate.published)


def _told(score: float) -> float:
    return round(score, 4)


def _nearness(miss: Miss) -> tuple[float, str, int]:
    return -miss.score, miss.statement.doc, miss.statement.n


def _place(ref: StatementRef) -> Place:
    return ref.version, ref.n


def kept_with_other_parties(earlier: AbstractSet[str], later: AbstractSet[str]) -> float:
    """The part of a score that is left with the parties that the two name."""
    return OTHER_PARTIES if earlier and later and not earlier & later else 1.0
