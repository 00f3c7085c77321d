"""Commitments and what became of them as of a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from yaksok.records.link import Reasons, Relation, StatementRef
from yaksok.records.mentions import Span
from yaksok.records.promise import PartName, TestabilityPart
from yaksok.records.proof import ChangeKind, Miss, Point, Search

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

    `date` is its last day (ISO). `words` are the words it was read from, at `span` of the document's text;
    `inherited` says that they stand in a heading above and not in the promise. `event` tells by which reported
    event the day is known, where the words name no day but an event; else it is empty.
    """

    date: str
    words: str
    inherited: bool = False
    span: Span | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Testability:
    """Whether fulfilment can be checked, and what makes it so or is missing.

    The test is the Comparative Pledges Project's: an action or outcome whose occurrence can be verified.
    `parts` are those of its four parts that the promise or a heading words, `missing` the others.
    """

    testable: bool
    reason: str
    parts: tuple[TestabilityPart, ...] = ()
    missing: tuple[PartName, ...] = ()


Provenance = Literal["own", "partner", "register", "third", "unknown"]
"""Whose word a later document is: the promise's issuer, a party of it, a gazette or register, somebody else."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A later statement that proves or disproves a commitment, wholly or in part.

    `event` is the same for statements that tell of one event, so that it counts once; "" where none is
    known. `provenance` says whose word it is.
    """

    statement: StatementRef
    relation: Relation
    score: float
    reasons: Reasons
    event: str = ""
    provenance: Provenance = "unknown"


@dataclass(frozen=True, slots=True)
class Change:
    """A single change of the facts that makes the verdict another one, by the same rule.

    `status` and `late` are what it would become. `weight` orders changes, the least first: little is needed
    to reject a doubtful link, much to word the promise anew. `day` is the day (ISO) that the change is
    about, `statements` the later ends of the links that are rejected, `score` the best of theirs.
    `kind` tells the rest.
    """

    kind: ChangeKind
    status: Status
    late: bool
    weight: float
    day: str = ""
    statements: tuple[StatementRef, ...] = ()
    score: float | None = None
    documents: int = 0


Extent = Literal["whole", "part"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of one commitment as of a date, with its proof.

    `parties` are the canonical ids of the promise and its headings. `proof` are the steps that lead to the
    status and `why` their sentences, made from nothing else. `done` says whether all or a part of it is
    reported done, `late` whether after its date (all of it done late counts as partly kept),
    `effective` on which day, where a report gives one. `work` says whether work on it was reported.
    `search` is what was looked through. `self_reported`: whether what proves the status comes from the
    promise's own issuer alone; None where it rests on no report or an issuer is unknown.
    `rules` names the version of the rule. `misses` and `change` are filled only when a single promise is
    explained (`yaksok.fulfilment.explaining`); the smallest change comes first.
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
    proof: tuple[Point, ...] = ()
    late: bool = False
    done: Extent | None = None
    effective: date | None = None
    work: bool = False
    search: Search | None = None
    self_reported: bool | None = None
    rules: str = ""
    as_of: date | None = None
    misses: tuple[Miss, ...] = ()
    change: tuple[Change, ...] = ()
