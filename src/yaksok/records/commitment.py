"""Commitments and what became of them as of a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.link import Reasons, Relation, StatementRef

Status = Literal[
    "kept",
    "partly_kept",
    "in_progress",
    "not_yet_due",
    "overdue_no_evidence",
    "silent",
    "superseded",
    "broken",
    "not_testable",
]

STATUSES: tuple[Status, ...] = (
    "kept",
    "partly_kept",
    "in_progress",
    "not_yet_due",
    "overdue_no_evidence",
    "silent",
    "superseded",
    "broken",
    "not_testable",
)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that the promise or a heading of its own words.

    `date` is its last day (ISO). `words` are the words it was read from; `inherited` says that
    they stand in a heading above and not in the promise.
    """

    date: str
    words: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Testability:
    """Whether fulfilment can be checked, and what makes it so or is missing.

    The test is the Comparative Pledges Project's: an action or outcome whose occurrence can be verified.
    """

    testable: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A later statement that proves or disproves a commitment, wholly or in part."""

    statement: StatementRef
    relation: Relation
    score: float
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of one commitment as of a date, with its proof.

    `parties` are the canonical ids of the promise and its headings. `why` is one plain sentence
    that names the proof, or the later documents that were searched without finding any.
    """

    promise: StatementRef
    issuer: str | None
    published: str | None
    parties: tuple[str, ...]
    due: Due | None
    testability: Testability
    status: Status
    evidence: tuple[Evidence, ...]
    why: str
