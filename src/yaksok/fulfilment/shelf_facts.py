"""What a verdict rests on and neither the day nor new documents change, as the text in which it is kept.

Left out are the day of asking and what was looked through: both are cheap to find and change with every
document. The text is JSON, arrays throughout, in the order of the fields of the records.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from yaksok.fulfilment.judging import Case, Searched
from yaksok.fulfilment.status import Facts
from yaksok.records.commitment import Due, Evidence, Testability
from yaksok.records.link import Reasons, StatementRef
from yaksok.records.promise import TestabilityPart
from yaksok.records.statement import Genre

_DUE = 3
_DATED = 6
"""The places in the array of the due date, and of the days of documents."""


def written(case: Case, genre: Genre) -> str:
    """The text that keeps a case, with the genre of its document; links and what was looked through are not in it."""
    facts = case.facts
    said = [
        case.issuer,
        case.published,
        case.parties,
        due_written(facts.due),
        _testability_written(facts.testability),
        [_evidence_written(one) for one in facts.evidence],
        [[version, day, facts.days.get(version)] for version, day in facts.published.items()],
        sorted(facts.background),
        [[*place, day] for place, day in sorted(facts.occurred.items())],
        facts.made,
        genre,
        _ref_written(case.promise),
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


SearchedBy = Callable[[str | None, Genre, str | None], Searched]
"""What was looked through for the documents of an issuer, a genre and a day (ISO)."""


def case_from(text: str, searched_by: SearchedBy) -> Case:
    """The case that a text keeps, on a day with what was looked through by then."""
    said = json.loads(text)
    issuer, published, parties, due, testability, evidence = said[:_DATED]
    versions, background, occurred, made, genre, promise = said[_DATED:]
    searched = searched_by(issuer, genre, made or None)
    facts = Facts(
        as_of=searched.as_of,
        due=due_from(due),
        testability=_testability_from(*testability),
        evidence=tuple(_evidence_from(one) for one in evidence),
        scope=searched.scope,
        published={version: day for version, day, _ in versions},
        days={version: day for version, _, day in versions if day},
        background=frozenset((version, n) for version, n in background),
        accounts=searched.accounts,
        occurred={(version, n): day for version, n, day in occurred},
        made=made,
    )
    return Case(_ref_from(promise), issuer, published, tuple(parties), facts)


def due_in(text: str) -> Due | None:
    """The due date of the case that a text keeps."""
    return due_from(json.loads(text)[_DUE])


def due_written(due: Due | None) -> list[Any] | None:
    """A due date as JSON takes it."""
    return [due.date, due.words, due.inherited, due.span, due.event] if due else None


def due_from(said: list[Any] | None) -> Due | None:
    """The due date that was written."""
    if said is None:
        return None
    date, words, inherited, span, event = said
    return Due(date, words, inherited, tuple(span) if span else None, event)


def _testability_written(one: Testability) -> list[Any]:
    return [
        one.testable,
        one.reason,
        [[part.part, part.words, part.span, part.inherited] for part in one.parts],
        one.missing,
    ]


def _testability_from(testable: bool, reason: str, parts: list[Any], missing: list[Any]) -> Testability:  # noqa: FBT001 - a field of the record
    return Testability(
        testable,
        reason,
        tuple(
            TestabilityPart(part, words, (span[0], span[1]), inherited)
            for part, words, span, inherited in parts
        ),
        tuple(missing),
    )


def _ref_written(ref: StatementRef) -> list[Any]:
    return [ref.version, ref.doc, ref.n, ref.text, ref.span, ref.id]


def _ref_from(said: list[Any]) -> StatementRef:
    version, doc, n, text, span, id_ = said
    return StatementRef(version, doc, n, text, (span[0], span[1]), id_)


def _evidence_written(one: Evidence) -> list[Any]:
    why = one.reasons
    return [
        _ref_written(one.statement),
        one.relation,
        one.score,
        [
            *(why.rule, why.words, why.parties, why.programmes, why.names),
            *(why.times, why.amounts, why.named, why.event),
        ],
        one.event,
        one.provenance,
    ]


def _evidence_from(said: list[Any]) -> Evidence:
    ref, relation, score, why, event, provenance = said
    rule, words, parties, programmes, names, times, amounts, named, told = why
    return Evidence(
        _ref_from(ref),
        relation,
        score,
        Reasons(
            *(rule, tuple(words), tuple(parties), tuple(programmes), tuple(names)),
            *(tuple(times), tuple(amounts), tuple(named), told),
        ),
        event,
        provenance,
    )
