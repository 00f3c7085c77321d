"""The rule that turns links and dates into a status. It is pure: the same facts give the same verdict.

The first row that holds decides. "Looked through" are the later documents in the reach of the search
(`yaksok.records.proof.Scope`).

| row | what the facts say | status | search |
|---|---|---|---|
| 1 | the promise names nothing that could be verified | not_testable | as far as it went |
| 2 | a report says it was done: by its date, or it has none, or the report gives no day | kept | found |
| 3 | every report that it was done gives a day after its date | partly_kept, late | found |
| 4 | a report says that a part of it was done | partly_kept, late if after its date | found |
| 5 | a later document reports its failure or says the opposite | broken | found |
| 6 | a later promise puts another aim in its place | superseded | found |
| 7 | its date has not passed | not_yet_due | as far as it went |
| 8 | date passed, something was looked through after it, no work since | overdue_no_evidence | nothing_found |
| 9 | date passed, work reported: after it, or nothing was looked through after it | in_progress | found |
| 10 | date passed, nothing was looked through after it, no work reported | overdue_no_evidence | not_looked |
| 11 | no date, nothing later to look through | not_yet_due | not_looked |
| 12 | no date, work reported | in_progress | found |
| 13 | no date, promised again, and at most one plan or evaluation since | in_progress | found |
| 14 | no date, promised again, but two plans or evaluations since without a word | silent | nothing_found |
| 15 | no date, and nothing that was looked through mentions it | silent | nothing_found |

So `silent` always means looked and found nothing; `overdue_no_evidence` tells by its search whether
anything was looked at; `not_yet_due` without a date always means not looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from yaksok.records.commitment import Due, Evidence, Extent, Status, Testability
from yaksok.records.link import PROMISE_RELATIONS, WORK_RELATIONS, Relation
from yaksok.records.proof import Point, PointKind, Scope, Search, SearchOutcome

RULES = "status 2"
"""The version of the rule; it counts up with every change of what it tells."""

SILENT_AFTER = 2
"""So many plans or evaluations without a word make a promise silent that was made more than once."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a status is derived from.

    `evidence` is the best of the links that end in documents published by `as_of`, best first;
    `background` those among them that are only told beside the promise in its own document. By version,
    `published` has the date of each document in `evidence` as written and `days` the day it is reckoned
    with (ISO). `occurred` has the first day of the event that a later
    statement reports, by version and number, where it gives one. `scope` are the later documents that
    were looked through, `accounts` the newest plans and evaluations of the issuer after the promise
    with their days, oldest first. `made` is the day the promise is reckoned with.
    """

    as_of: date
    due: Due | None
    testability: Testability
    evidence: tuple[Evidence, ...] = ()
    scope: Scope = field(default_factory=Scope)
    published: Mapping[str, str | None] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    background: frozenset[tuple[str, int]] = frozenset()
    accounts: tuple[tuple[str, str], ...] = ()
    occurred: Mapping[tuple[str, int], str] = field(default_factory=dict)
    made: str = ""


class Told(NamedTuple):
    """A status with all that goes with it; see `yaksok.records.commitment.Verdict` for the fields."""

    status: Status
    proof: tuple[Point, ...]
    search: Search
    late: bool = False
    done: Extent | None = None
    effective: date | None = None
    work: bool = False
    self_reported: bool | None = None


def status_of(facts: Facts) -> Told:
    """The status of one promise, with its proof."""
    facts = known_by(facts)
    if not facts.testability.testable:
        proof = (Point("untestable", words=facts.testability.reason),)
        return _told("not_testable", proof, _plain_outcome(facts), facts)
    for deciding in _DECIDING:
        found = [one for one in facts.evidence if one.relation == deciding.relation]
        if found:
            return _decided(deciding, found, facts)
    return _with_date(facts, facts.due) if facts.due else _without_date(facts)


class _Deciding(NamedTuple):
    """A relation that decides, what it makes of a promise, and how its point of the proof is called."""

    relation: Relation
    status: Status
    kind: PointKind
    done: Extent | None = None


_DECIDING: tuple[_Deciding, ...] = (
    _Deciding("fulfilled_by", "kept", "done", "whole"),
    _Deciding("partly_fulfilled_by", "partly_kept", "done_in_part", "part"),
    _Deciding("contradicted_by", "broken", "contradicted"),
    _Deciding("superseded_by", "superseded", "replaced"),
)

DECIDING_RELATIONS: frozenset[Relation] = frozenset(one.relation for one in _DECIDING)
"""Relations of which one report decides the status of a testable promise."""


def known_by(facts: Facts) -> Facts:
    """The facts without evidence of what happened after the day of asking, though it is told already.

    A document that is dated by its year or month only counts from its first day on, but may tell of later ones.
    """
    today = facts.as_of.isoformat()
    known = tuple(one for one in facts.evidence if _done_on(one, facts) <= today)
    if len(known) == len(facts.evidence):
        return facts
    return replace(facts, evidence=known)


def _decided(deciding: _Deciding, found: list[Evidence], facts: Facts) -> Told:
    """Rows 2 to 6. One report in time is enough; otherwise the best report decides."""
    in_time = [one for one in found if not _is_late(one, facts)]
    best = (in_time or found)[0]
    late = deciding.done is not None and not in_time
    day = _done_on(best, facts)
    proof = [_point(deciding.kind, best, facts, day=day, words="" if deciding.done else best.reasons.rule)]
    if deciding.done and facts.due is not None:
        proof.append(_timing(best, facts, facts.due, day))
    return _told(
        "partly_kept" if late else deciding.status,
        tuple(proof),
        "found",
        facts,
        resting_on=found,
        late=late,
        done=deciding.done,
        effective=date.fromisoformat(day) if day else None,
    )


def _timing(best: Evidence, facts: Facts, due: Due, day: str) -> Point:
    """Whether it was done in time. A report without a day that came after the date leaves it open."""
    reported = facts.days.get(best.statement.version, "")
    kind: PointKind = "in_time"
    if day > due.date:
        kind = "late"
    elif not day and reported > due.date:
        kind = "day_unknown"
    return Point(kind, day=day, due=due.date, words=due.words, inherited=due.inherited)


def _with_date(facts: Facts, due: Due) -> Told:
    """Rows 7 to 10."""
    work = work_reported(facts)
    if date.fromisoformat(due.date) >= facts.as_of:
        ahead = Point("due_ahead", due=due.date, words=due.words, inherited=due.inherited)
        step = (_point("work", work[0], facts),) if work else ()
        return _told("not_yet_due", (ahead, *step), _plain_outcome(facts), facts)
    since = [one for one in work if facts.days.get(one.statement.version, "") > due.date]
    looked_since = (facts.scope.until or "") > due.date
    passed = Point("due_passed", due=due.date, words=due.words, inherited=due.inherited)
    if work and (since or not looked_since):
        proof = (_point("work", (since or work)[0], facts), passed)
        return _told("in_progress", proof, "found", facts, resting_on=since or work)
    looked = _looked("not_reported_done" if looked_since else "nothing_after_due", facts)
    step = (_point("last_step", work[0], facts),) if work else ()
    outcome: SearchOutcome = "nothing_found" if looked_since else "not_looked"
    return _told("overdue_no_evidence", (passed, looked, *step), outcome, facts)


def _without_date(facts: Facts) -> Told:
    """Rows 11 to 15."""
    no_due = Point("no_due")
    work = work_reported(facts)
    if work:
        return _told("in_progress", (_point("work", work[0], facts),), "found", facts, resting_on=work)
    again = [one for one in facts.evidence if one.relation in PROMISE_RELATIONS]
    if not again:
        if not facts.scope.number:
            return _told("not_yet_due", (no_due, _looked("nothing_later", facts)), "not_looked", facts)
        return _told("silent", (no_due, _looked("not_mentioned", facts)), "nothing_found", facts)
    since = _accounts_since_last(facts)
    if len(since) >= SILENT_AFTER:
        last = max(again, key=lambda one: facts.days.get(one.statement.version, ""))
        gone = Point("not_mentioned", documents=since, number=len(since))
        return _told("silent", (_point("last_promised", last, facts), gone), "nothing_found", facts)
    proof = (_point("promised_again", again[0], facts),)
    return _told("in_progress", proof, "found", facts, resting_on=again)


def _told(
    status: Status,
    proof: tuple[Point, ...],
    outcome: SearchOutcome,
    facts: Facts,
    *,
    resting_on: list[Evidence] | None = None,
    late: bool = False,
    done: Extent | None = None,
    effective: date | None = None,
) -> Told:
    return Told(
        status=status,
        proof=proof,
        search=Search(outcome, facts.scope),
        late=late,
        done=done,
        effective=effective,
        work=bool(work_reported(facts)),
        self_reported=_self_reported(resting_on or []),
    )


def _plain_outcome(facts: Facts) -> SearchOutcome:
    """What the search gave where the status does not rest on it."""
    if facts.evidence:
        return "found"
    return "nothing_found" if facts.scope.number else "not_looked"


def work_reported(facts: Facts) -> list[Evidence]:
    """The reports of work on it that tell more than its own document does beside it."""
    return [
        one
        for one in facts.evidence
        if one.relation in WORK_RELATIONS and (one.statement.version, one.statement.n) not in facts.background
    ]


def _accounts_since_last(facts: Facts) -> tuple[str, ...]:
    """The issuer's plans and evaluations after the last document that mentions the promise."""
    last = max([facts.made, *(facts.days.get(one.statement.version, "") for one in facts.evidence)])
    return tuple(name for day, name in facts.accounts if day > last)


def _is_late(proof: Evidence, facts: Facts) -> bool:
    """Whether it was done after its day: kept in part (the rule of the Polimeter)."""
    return facts.due is not None and _done_on(proof, facts) > facts.due.date


def _done_on(proof: Evidence, facts: Facts) -> str:
    """The first day on which it can have been done: of the event reported, else "" for not known."""
    return facts.occurred.get((proof.statement.version, proof.statement.n), "")


def _self_reported(proof: list[Evidence]) -> bool | None:
    whose = {one.provenance for one in proof}
    if whose - {"own", "unknown"}:
        return False
    return True if whose == {"own"} else None


def _point(kind: PointKind, proof: Evidence, facts: Facts, *, day: str = "", words: str = "") -> Point:
    ref = proof.statement
    return Point(kind, statement=ref, published=facts.published.get(ref.version), day=day, words=words)


def _looked(kind: PointKind, facts: Facts) -> Point:
    """A point that says what was looked through."""
    scope = facts.scope
    day = facts.as_of.isoformat()
    return Point(kind, day=day, documents=scope.documents, number=scope.number, reach=scope.reach)
