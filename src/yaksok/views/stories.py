"""The most telling trails: for each status the promise whose story is best told by its documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yaksok.ledger.reader import StoredDocument
from yaksok.records.commitment import Evidence, Status, Verdict
from yaksok.records.link import Relation, StatementRef
from yaksok.records.mentions import Span
from yaksok.records.statement import Statement

ORDER: tuple[Status, ...] = (
    "kept",
    "superseded",
    "broken",
    "overdue_no_evidence",
    "silent",
    "in_progress",
    "partly_kept",
    "not_yet_due",
)
"""Which statuses get a story first: proofs and endings before what is still open."""


_TURNS: dict[Status, Relation] = {
    "kept": "fulfilled_by",
    "partly_kept": "partly_fulfilled_by",
    "superseded": "superseded_by",
    "broken": "contradicted_by",
    "in_progress": "continued_as",
    "not_yet_due": "progressed_by",
}
"""The relation on which the story of each status turns; the others tell of no later statement."""


CLEAR_TURN = 0.4
"""The least score at which a turn is clear to a reader of both sentences."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document with their place: line (from 1) and characters of its text."""

    doc: str
    date: str | None
    text: str
    line: int
    span: Span


@dataclass(frozen=True, slots=True)
class Step:
    """What a later document said of the promise."""

    relation: Relation
    quote: Quote


@dataclass(frozen=True, slots=True)
class Story:
    """A promise, what later documents said of it in time order, and the verdict."""

    status: Status
    promise: Quote
    due: str | None
    steps: tuple[Step, ...]
    why: str


def stories(
    documents: Sequence[StoredDocument], verdicts: Sequence[Verdict], *, most: int = 6
) -> tuple[Story, ...]:
    """At most one story for each status, in the order of `ORDER`."""
    by_version = {stored.version: stored for stored in documents}
    chosen: list[Story] = []
    told: set[tuple[str, int]] = set()
    for status in ORDER:
        candidates = [
            verdict for verdict in verdicts if verdict.status == status and not _places(verdict) & told
        ]
        if candidates and len(chosen) < most:
            best = max(candidates, key=lambda verdict: _telling(verdict, by_version))
            told |= _places(best)
            chosen.append(_story(best, by_version))
    return tuple(chosen)


def _places(verdict: Verdict) -> set[tuple[str, int]]:
    """The statements that a story would quote; no two stories share one."""
    refs = [verdict.promise, *(evidence.statement for evidence in verdict.evidence)]
    return {(ref.version, ref.n) for ref in refs}


def _telling(verdict: Verdict, by_version: Mapping[str, StoredDocument]) -> tuple[float, ...]:
    """How much a verdict tells: a clear turn first, then a promise with names of its own, many documents."""
    own = verdict.promise.version
    later = [evidence for evidence in verdict.evidence if evidence.statement.version != own]
    statement = _statement(verdict.promise, by_version)
    specific = min(3, 2 * len(statement.names) + len(statement.parties) + len(statement.quantities))
    documents = {evidence.statement.doc for evidence in later}
    if verdict.status not in _TURNS:
        return (-float(len(later)), float(specific), float(_waited(verdict, by_version)))
    turn = _turn(verdict, later)
    return (float(turn >= CLEAR_TURN), float(len(documents)), float(specific), turn)


def _waited(verdict: Verdict, by_version: Mapping[str, StoredDocument]) -> int:
    """How many documents came after the promise."""
    published = verdict.published
    dates = (stored.document.date for stored in by_version.values())
    return sum(date is not None and published is not None and date > published for date in dates)


def _turn(verdict: Verdict, later: Sequence[Evidence]) -> float:
    """The score of the evidence on which the story turns, 0 where there is none."""
    relation = _TURNS[verdict.status]
    return max((evidence.score for evidence in later if evidence.relation == relation), default=0.0)


def _story(verdict: Verdict, by_version: Mapping[str, StoredDocument]) -> Story:
    steps = [Step(evidence.relation, _quote(evidence.statement, by_version)) for evidence in verdict.evidence]
    return Story(
        status=verdict.status,
        promise=_quote(verdict.promise, by_version),
        due=verdict.due.date if verdict.due else None,
        steps=tuple(sorted(steps, key=lambda step: (step.quote.date or "9999", step.quote.doc))),
        why=verdict.why,
    )


def _statement(ref: StatementRef, by_version: Mapping[str, StoredDocument]) -> Statement:
    statements = by_version[ref.version].document.statements
    return next(statement for statement in statements if statement.n == ref.n)


def _quote(ref: StatementRef, by_version: Mapping[str, StoredDocument]) -> Quote:
    document = by_version[ref.version].document
    line = document.text.count("\n", 0, ref.span[0]) + 1
    return Quote(ref.doc, document.date, ref.text, line, ref.span)
