"""The most telling trails of a ledger: one for each kind of turn, chosen by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yaksok.fulfilment.coverage import Coverage
from yaksok.fulfilment.occurrence import done_on
from yaksok.fulfilment.time_words import during, worded
from yaksok.ledger.reader import StoredDocument
from yaksok.links.aliases import concepts
from yaksok.records.commitment import Evidence, Status, Verdict
from yaksok.records.link import Relation, StatementRef
from yaksok.records.mentions import Span
from yaksok.views.turns import TURNS, Candidate, Turn, candidate, is_renamed, statement_at

MOST_STEPS = 3
"""Later statements of a story: with the promise four quotes, which a reader takes in at a glance."""

_WEAK = 0.3  # the least score of a restatement worth quoting beside the turn
_NAMED = 4  # documents named in a reason


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
    """A promise, what later documents said of it in time order, the verdict, and why in a plain sentence.

    `silent` are the issuer's later plans and evaluations that were searched and do not mention it. `verdict`,
    `reports` (the documents that `why` names for the turn, by their stems), `done` (the first and the last of
    the days that the report means) and `rule` (that of the turn's link) are what `why` is made of.
    """

    turn: Turn
    status: Status
    promise: Quote
    due: str | None
    steps: tuple[Step, ...]
    silent: tuple[str, ...]
    why: str
    verdict: Verdict
    reports: tuple[str, ...] = ()
    done: tuple[date, date] | None = None
    rule: str = ""


def stories(
    documents: Sequence[StoredDocument], verdicts: Sequence[Verdict], *, coverage: Coverage
) -> tuple[Story, ...]:
    """At most one story for each kind of turn, in the order of `TURNS`; no two tell of the same statements."""
    by_version = {stored.version: stored for stored in documents}
    chosen: list[Story] = []
    told: set[tuple[str, int]] = set()
    matters: set[str] = set()
    for turn in TURNS:
        found = [
            one
            for verdict in verdicts
            if (one := candidate(verdict, turn, by_version)) is not None
            and not _places(verdict) & told
            and not concepts(verdict.promise.text) & matters
        ]
        if found:
            best = max(found, key=lambda one: (_gap(one, turn, coverage, by_version), one.telling))
            told |= _places(best.verdict)
            matters |= concepts(best.verdict.promise.text)
            chosen.append(_story(best, turn, coverage, by_version))
    return tuple(chosen)


def _places(verdict: Verdict) -> set[tuple[str, int]]:
    """The statements that a story would quote; no two stories share one."""
    refs = [verdict.promise, *(evidence.statement for evidence in verdict.evidence)]
    return {(ref.version, ref.n) for ref in refs}


def _gap(one: Candidate, turn: Turn, coverage: Coverage, by_version: Mapping[str, StoredDocument]) -> bool:
    """Whether a broken promise was dropped afterwards, which makes its story the better."""
    return turn == "broken" and len(_silent(one.verdict, coverage, by_version)) > 1


def _silent(
    verdict: Verdict, coverage: Coverage, by_version: Mapping[str, StoredDocument]
) -> tuple[str, ...]:
    """The issuer's plans and evaluations since the last evidence, if none of them names the matter.

    Only a promise that names a programme, body or event can be looked for by its name.
    """
    known = coverage.known
    mentions = [known[found.statement.version] for found in verdict.evidence]
    since = coverage.accounts_since(known[verdict.promise.version], mentions)
    named = concepts(verdict.promise.text)
    later = [stored for stored in by_version.values() if stored.doc in since]
    named_again = any(named & concepts(stored.document.text) for stored in later)
    return () if named_again or not named else since


def _story(one: Candidate, turn: Turn, coverage: Coverage, by_version: Mapping[str, StoredDocument]) -> Story:
    verdict = one.verdict
    steps = [
        Step(found.relation, _quote(found.statement, by_version)) for found in _steps(one, turn, by_version)
    ]
    silent = _silent(verdict, coverage, by_version) if turn in {"broken", "gone"} else ()
    return Story(
        turn=turn,
        status=verdict.status,
        promise=_quote(verdict.promise, by_version),
        due=verdict.due.date if verdict.due else None,
        steps=tuple(sorted(steps, key=lambda step: (step.quote.date or "9999", step.quote.doc))),
        silent=silent,
        why=_reason(one, turn, silent, by_version),
        verdict=verdict,
        reports=_reports(one, turn, by_version),
        done=_done(one, by_version),
        rule=one.turn.reasons.rule if one.turn else "",
    )


def _steps(one: Candidate, turn: Turn, by_version: Mapping[str, StoredDocument]) -> list[Evidence]:
    """The evidence worth quoting: the turn, what has its relation, then the nearest of other documents."""
    verdict = one.verdict
    chosen = [one.turn] if one.turn else []
    relation = one.turn.relation if one.turn else None

    def weight(found: Evidence) -> tuple[bool, bool, float]:
        renamed = turn == "renamed" and is_renamed(verdict.promise.text, found.statement.text)
        return found.relation == relation or renamed, found.relation == "progressed_by", found.score

    last = max(
        (each.statement.version for each in chosen), key=lambda each: _date(each, by_version), default=None
    )
    for found in sorted(verdict.evidence, key=weight, reverse=True):
        after = last is not None and _date(found.statement.version, by_version) > _date(last, by_version)
        if turn == "kept" and after and found.relation != relation:
            continue  # what came after the proof belongs to another story
        quoted = {verdict.promise.version, *(each.statement.version for each in chosen)}
        strong = found.score >= _WEAK or found.relation == relation
        if len(chosen) < MOST_STEPS and found.statement.version not in quoted and strong:
            chosen.append(found)
    return chosen


def _date(version: str, by_version: Mapping[str, StoredDocument]) -> str:
    return by_version[version].document.date or ""


def _reason(
    one: Candidate, turn: Turn, silent: tuple[str, ...], by_version: Mapping[str, StoredDocument]
) -> str:
    verdict = one.verdict
    if one.turn is None:
        return verdict.why if turn == "gone" else _overdue(verdict)
    reports, done = _reports(one, turn, by_version), _done(one, by_version)
    on = f" {during(*done)}" if done else ""
    if turn == "kept":
        return f"Kept: {_listed(reports)} {'reports' if len(reports) == 1 else 'report'} it done{on}."
    if turn == "late" and verdict.due:
        return f"It was due on {verdict.due.date} and came{on}: kept late, which counts as kept in part."
    if turn == "broken":
        return f"Broken: {reports[0]} reports that it failed.{_unmentioned(silent)}"
    if turn == "superseded":
        return f"Superseded: {one.turn.reasons.rule} ({reports[0]})."
    status = verdict.status.replace("_", " ")
    return f"It goes on under another name since {reports[0]}; as of now: {status}."


def _reports(one: Candidate, turn: Turn, by_version: Mapping[str, StoredDocument]) -> tuple[str, ...]:
    """The documents that tell of the turn."""
    verdict = one.verdict
    if one.turn is None:
        return ()
    if turn == "kept":
        proofs = {each.statement.doc for each in verdict.evidence if each.relation == "fulfilled_by"}
        return tuple(sorted(proofs))
    if turn != "renamed":
        return (one.turn.statement.doc,)
    renamed = [
        found.statement
        for found in verdict.evidence
        if is_renamed(verdict.promise.text, found.statement.text)
    ]
    first = min(renamed, key=lambda ref: _date(ref.version, by_version), default=one.turn.statement)
    return (first.doc,)


def _done(one: Candidate, by_version: Mapping[str, StoredDocument]) -> tuple[date, date] | None:
    """The days that the report of the turn means; None where it gives none."""
    if one.turn is None:
        return None
    told = one.turn.statement
    day = done_on(statement_at(one.verdict.promise, by_version), statement_at(told, by_version))
    return worded(day, told.text, published=by_version[told.version].document.date) if day else None


def _overdue(verdict: Verdict) -> str:
    due = f"It was due on {verdict.due.date}. " if verdict.due else ""
    step = ", only a step on the way is" if verdict.evidence else ""
    return f"{due}No later document reports that it was done{step}."


def _unmentioned(silent: tuple[str, ...]) -> str:
    if not silent:
        return ""
    return f" Searched since, and silent on it: {_listed(silent)}."


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _quote(ref: StatementRef, by_version: Mapping[str, StoredDocument]) -> Quote:
    document = by_version[ref.version].document
    line = document.text.count("\n", 0, ref.span[0]) + 1
    return Quote(ref.doc, document.date, ref.text, line, ref.span)
