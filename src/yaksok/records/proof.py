"""What a verdict rests on: points of its proof, what was looked through, what came near, what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.link import StatementRef
from yaksok.records.statement import Genre

PointKind = Literal[
    "untestable",
    "done",
    "done_in_part",
    "contradicted",
    "replaced",
    "work",
    "promised_again",
    "last_promised",
    "last_step",
    "in_time",
    "late",
    "day_unknown",
    "no_due",
    "due_ahead",
    "due_passed",
    "nothing_later",
    "nothing_after_due",
    "not_reported_done",
    "not_mentioned",
]
"""What one step of a proof says; `yaksok.fulfilment.sentences` has the sentence for each."""

Reach = Literal["issuer_and_kind", "issuer", "others", "anyone"]
"""Whose later documents are looked through: of the same issuer and kind; where there is none, of the
same issuer; where there is none of these either, of others; of anyone where its issuer is not known."""


@dataclass(frozen=True, slots=True)
class Point:
    """One step of a proof, from which its sentence is made.

    `statement` is the later statement that shows it and `published` the date of its document. `day` is the
    day on which a thing was done, `due` the one by which it was to be done (ISO). `words` are the words
    of a deadline, the rule that told a relation, or what a promise lacks; `inherited` says that they
    stand in a heading. `documents` are stems of documents looked through, `number` how many there were,
    `reach` whose.
    """

    kind: PointKind
    statement: StatementRef | None = None
    published: str | None = None
    day: str = ""
    due: str = ""
    words: str = ""
    inherited: bool = False
    documents: tuple[str, ...] = ()
    number: int = 0
    reach: Reach = "issuer_and_kind"


SearchOutcome = Literal["not_looked", "nothing_found", "found"]
"""not_looked: no later document could have told. nothing_found: some could, and none did. found: one did."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The later documents that could tell of a promise.

    `number` counts them, `documents` names the newest by their stems, oldest first. `since` is the day of
    the promise, `until` that of the newest of them (ISO); None where it is not known or there is none.
    `kinds` are the genres that count as of the same kind; `others` is how many further later documents
    were looked through that these do not name.
    """

    reach: Reach = "anyone"
    number: int = 0
    documents: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    issuer: str | None = None
    kinds: tuple[Genre, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked through for a promise, and whether that told what became of it."""

    outcome: SearchOutcome
    scope: Scope


MissReason = Literal["below_threshold", "not_linked", "too_weak"]
"""below_threshold: too unlike to be linked. not_linked: like enough, but no rule links the two, or nearer ones took its place.
too_weak: linked, but not near enough to count as evidence."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A statement of a later document that came near a promise and does not count. `score` is from 0 to 1."""

    statement: StatementRef
    score: float
    reason: MissReason
    published: str | None = None


ChangeKind = Literal[
    "reject_link",
    "reject_links",
    "later_day",
    "later_document",
    "restatement",
    "work_report",
    "report_in_time",
    "report_late",
    "testable_wording",
]
"""What is changed: see `yaksok.fulfilment.counterfactual`."""
