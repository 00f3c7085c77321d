"""The rule that turns links and dates into a status, with its reason as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from yaksok.records.commitment import Due, Evidence, Status, Testability
from yaksok.records.link import PROMISE_RELATIONS, WORK_RELATIONS, Relation

_MOST_NAMED = 4
_SILENT_AFTER = 2
"""So many plans or evaluations without a word make a promise silent that was made more than once."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a status is derived from.

    `evidence` is the best of the links that end in documents published by `as_of`, `background` those
    among them that are only told beside the promise in its own document; `published` has the date of
    each version. `later` are the stems of the documents after the promise, `searched` those of the
    same issuer among them (all, where the issuer has none). `occurred` has the first day of the event
    that a later statement reports, by version and number, where it gives one. `after_due` says that a
    later document was published after the due date, so that it could tell. `since` are the issuer's
    plans and evaluations after the last document that mentions the promise.
    """

    as_of: date
    due: Due | None
    testability: Testability
    evidence: tuple[Evidence, ...]
    published: dict[str, str | None]
    later: tuple[str, ...]
    searched: tuple[str, ...]
    background: frozenset[tuple[str, int]] = frozenset()
    after_due: bool = False
    since: tuple[str, ...] = ()
    occurred: Mapping[tuple[str, int], str] = field(default_factory=dict)


class Told(NamedTuple):
    """A status with its evidence and the sentence that says why."""

    status: Status
    evidence: tuple[Evidence, ...]
    why: str


def status_of(facts: Facts) -> Told:
    """The status of one promise."""
    told: Status
    evidence = facts.evidence
    if not facts.testability.testable:
        return Told("not_testable", evidence, f"It cannot be checked: it {facts.testability.reason}.")
    for relation, status in _DECIDING:
        proof = [
            found
            for found in evidence
            if found.relation == relation and _done_on(found, facts) <= facts.as_of.isoformat()
        ]
        if proof:
            told = "partly_kept" if status == "kept" and _is_late(proof[0], facts) else status
            return Told(told, evidence, _proof_sentence(status, proof[0], facts))
    return _undecided(facts, evidence)


_DECIDING: tuple[tuple[Relation, Status], ...] = (
    ("fulfilled_by", "kept"),
    ("partly_fulfilled_by", "partly_kept"),
    ("contradicted_by", "broken"),
    ("superseded_by", "superseded"),
)


def _undecided(facts: Facts, evidence: tuple[Evidence, ...]) -> Told:
    work = [
        found
        for found in evidence
        if found.relation in WORK_RELATIONS
        and (found.statement.version, found.statement.n) not in facts.background
    ]
    if facts.due is not None and date.fromisoformat(facts.due.date) >= facts.as_of:
        return Told("not_yet_due", evidence, _not_due_sentence(facts.due, work))
    if facts.due is not None and facts.after_due and not _goes_on(work, facts, facts.due):
        return Told("overdue_no_evidence", evidence, _overdue_sentence(facts, facts.due, work))
    if work:
        return Told("in_progress", evidence, _proof_sentence("in_progress", work[0], facts))
    if facts.due is not None:
        return Told("overdue_no_evidence", evidence, _overdue_sentence(facts, facts.due, work))
    if not facts.later:
        return Told(
            "not_yet_due",
            evidence,
            f"It words no date, and no later document was published by {facts.as_of}, so nothing could be searched.",
        )
    again = [found for found in evidence if found.relation in PROMISE_RELATIONS]
    if not again:
        return Told("silent", evidence, f"It words no date. {_searched(facts.searched)} mentions it again.")
    if len(facts.since) >= _SILENT_AFTER:
        return Told("silent", evidence, _gone_sentence(again, facts))
    return Told("in_progress", evidence, _proof_sentence("in_progress", again[0], facts))


def _goes_on(work: list[Evidence], facts: Facts, due: Due) -> bool:
    """Whether work was reported after the due date: what was reported before shows only a step."""
    dates = (facts.published.get(found.statement.version) for found in work)
    return any(day is not None and day > due.date[: len(day)] for day in dates)


def _gone_sentence(again: list[Evidence], facts: Facts) -> str:
    last = max(again, key=lambda found: facts.published.get(found.statement.version) or "")
    when = facts.published.get(last.statement.version)
    return (
        f"{last.statement.doc}{f' ({when})' if when else ''} promised it for the last time. "
        f"{_searched(facts.since)} mentions it again."
    )


_VERBS: dict[Status, str] = {
    "kept": "reports it done",
    "partly_kept": "reports a part of it done",
    "broken": "speaks against it",
    "superseded": "puts another aim in its place",
    "in_progress": "reports work on it",
}


def _proof_sentence(status: Status, proof: Evidence, facts: Facts) -> str:
    verb = (
        "promises it again"
        if proof.relation in PROMISE_RELATIONS and status == "in_progress"
        else _VERBS[status]
    )
    when = facts.published.get(proof.statement.version)
    told = f"{proof.statement.doc}{f' ({when})' if when else ''} {verb}: “{_short(proof.statement.text)}”"
    if status in {"broken", "superseded"}:
        told = f"{told} ({proof.reasons.rule})"
    if facts.due is None:
        return f"{told}."
    late = status == "kept" and _is_late(proof, facts)
    return f"{told}; due {facts.due.date}{', so it came late and counts as partly kept' if late else ''}."


def _is_late(proof: Evidence, facts: Facts) -> bool:
    """Whether it was done after its day: kept in part (the rule of the Polimeter)."""
    return facts.due is not None and _done_on(proof, facts) > facts.due.date


def _done_on(proof: Evidence, facts: Facts) -> str:
    """The first day on which it can have been done: of the event reported, else "" for not known."""
    return facts.occurred.get((proof.statement.version, proof.statement.n), "")


def _not_due_sentence(due: Due, work: list[Evidence]) -> str:
    place = "its heading" if due.inherited else "it"
    so_far = f" So far: “{_short(work[0].statement.text)}” ({work[0].statement.doc})." if work else ""
    return f"By its words “{due.words}”, {place} is due on {due.date}, which has not passed.{so_far}"


def _overdue_sentence(facts: Facts, due: Due, work: list[Evidence]) -> str:
    if not facts.later:
        return f"It was due on {due.date} (“{due.words}”), and no later document was there to be searched."
    told = f"It was due on {due.date} (“{due.words}”). {_searched(facts.searched)} reports that it was done."
    if not work:
        return told
    step = work[0].statement
    when = facts.published.get(step.version)
    return (
        f"{told} The last step reported is “{_short(step.text)}” ({step.doc}{f', {when}' if when else ''})."
    )


def _searched(names: tuple[str, ...]) -> str:
    """Which later documents were searched, as the subject of a sentence that says what they lack."""
    shown = ", ".join(names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"None of the later documents searched ({len(names)}: {shown}{more})"


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
