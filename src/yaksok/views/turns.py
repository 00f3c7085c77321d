"""Kinds of stories by their turn, and how much each verdict tells as a story of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from yaksok.ledger.reader import StoredDocument
from yaksok.links.aliases import concepts, successors, written_names
from yaksok.links.words import own_words, terms_of
from yaksok.records.commitment import Evidence, Status, Verdict
from yaksok.records.link import PROMISE_RELATIONS, Relation, StatementRef
from yaksok.records.statement import Statement

Turn = Literal["kept", "late", "renamed", "broken", "superseded", "overdue", "gone"]

TURNS: tuple[Turn, ...] = ("kept", "broken", "renamed", "late", "superseded", "overdue", "gone")
"""Kinds of stories in the order in which they are told: kept across documents; broken, and not mentioned
since; continued under another name; kept late; replaced by another aim; due and never reported; promised
more than once and then no more."""

_STATUS: dict[Turn, Status] = {
    "kept": "kept",
    "late": "partly_kept",
    "broken": "broken",
    "superseded": "superseded",
    "overdue": "overdue_no_evidence",
    "gone": "silent",
}
_ON: dict[Turn, Relation] = {
    "kept": "fulfilled_by",
    "late": "fulfilled_by",
    "broken": "contradicted_by",
    "superseded": "superseded_by",
}
_ENOUGH = 3  # documents, names or words beyond which more tell no more
_MANY = 12
_CLEAR = 0.3  # the least score at which a turn is clear to a reader of both sentences


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verdict as a story of a kind: the evidence it turns on, if any, and how much it tells."""

    verdict: Verdict
    turn: Evidence | None
    telling: tuple[float, ...]


def candidate(verdict: Verdict, turn: Turn, documents: Mapping[str, StoredDocument]) -> Candidate | None:
    """The verdict as a story of a kind; None if it is none."""
    if turn in _STATUS and verdict.status != _STATUS[turn]:
        return None
    later = [found for found in verdict.evidence if found.statement.version != verdict.promise.version]
    on = _turning(verdict, turn, later)
    if on is None and turn not in {"overdue", "gone"}:
        return None
    if turn == "gone" and not any(found.relation in PROMISE_RELATIONS for found in later):
        return None
    statement = statement_at(verdict.promise, documents)
    if not _specific(statement):
        return None
    score = on.score if on else 0.0
    return Candidate(
        verdict,
        on,
        (
            float(score >= _CLEAR or on is None),
            float(_shows(verdict, turn, later, documents)),
            float(_specific(statement)),
            float(min(_ENOUGH, len({found.statement.version for found in later}))),
            score,
        ),
    )


def statement_at(ref: StatementRef, documents: Mapping[str, StoredDocument]) -> Statement:
    """The statement that a reference means."""
    statements = documents[ref.version].document.statements
    return next(statement for statement in statements if statement.n == ref.n)


def is_renamed(earlier: str, later: str) -> bool:
    """Whether a later text names the same programme, or its successor, by another name only."""
    mine, theirs = written_names(earlier), written_names(later)
    shared = concepts(earlier) & concepts(later)
    forms = {form for concept, form in mine if concept in shared} & {form for _, form in theirs}
    if shared and not forms:
        # The full name and its abbreviation are one name; two full names are not.
        return all(_is_full(form) for concept, form in theirs if concept in shared)
    return any(successors(concept) & concepts(later) for concept in concepts(earlier)) and not shared


def _is_full(form: str) -> bool:
    return not form.isascii()


def _turning(verdict: Verdict, turn: Turn, later: list[Evidence]) -> Evidence | None:
    """The evidence on which a story turns: the best of its relation, or the one under another name."""
    if turn == "renamed":
        found = [
            one
            for one in later
            if one.relation in {"restated_as", "continued_as", "progressed_by"}
            and is_renamed(verdict.promise.text, one.statement.text)
        ]
        return found[0] if found and verdict.status in {"in_progress", "not_yet_due", "kept"} else None
    return next((one for one in later if one.relation == _ON.get(turn)), None)


def _shows(
    verdict: Verdict, turn: Turn, later: list[Evidence], documents: Mapping[str, StoredDocument]
) -> int:
    """What makes a story of its kind the better: proofs for a kept one, a gap for a broken one."""
    if turn == "kept":
        return _proofs_and_steps(verdict, later, documents)
    if turn == "renamed":
        aliases = sum(bool(concepts(verdict.promise.text) & concepts(one.statement.text)) for one in later)
        worked = any(
            one.relation == "progressed_by" and is_renamed(verdict.promise.text, one.statement.text)
            for one in later
        )
        return 2 * int(verdict.status == "in_progress") + min(2, aliases) + worked
    if turn == "overdue":
        return int(bool(later)) + int(verdict.due is not None and not verdict.due.inherited)
    return 0


def _proofs_and_steps(
    verdict: Verdict, later: list[Evidence], documents: Mapping[str, StoredDocument]
) -> int:
    """How many documents prove it, how many report a step before, and how many genres these are of."""
    proofs = {one.statement.version for one in later if one.relation == "fulfilled_by"}
    last = max((documents[version].document.date or "" for version in proofs), default="")
    steps = {
        one.statement.version
        for one in later
        if one.relation == "progressed_by"
        and (documents[one.statement.version].document.date or "9999") < last
    }
    told = {verdict.promise.version, *proofs, *steps}
    genres = {documents[version].document.genre for version in told}
    return min(_MANY, len(proofs) + len(steps - proofs) + 2 * len(genres))


def _specific(statement: Statement) -> int:
    """How far a promise is about something of its own: names count most, then parties, amounts, words."""
    words = own_words(terms_of(statement.text))
    named = 2 * bool(statement.names or concepts(statement.text)) + bool(statement.parties)
    return min(_ENOUGH, named + bool(statement.quantities) + (len(words) >= _ENOUGH))
