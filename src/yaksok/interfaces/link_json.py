"""Links and verdicts as JSON objects."""

from __future__ import annotations

import json
from typing import Any

from yaksok.interfaces.telling.sentences import Sentences
from yaksok.records.commitment import Evidence, Verdict
from yaksok.records.link import Link, StatementRef
from yaksok.records.proof import Search
from yaksok.records.statement import Language
from yaksok.reference.membership import through_groups


def to_line(record: dict[str, Any]) -> str:
    """One JSON object on one line, letters as they are."""
    return json.dumps(record, ensure_ascii=False)


def link_record(link: Link, *, language: Language = "en") -> dict[str, Any]:
    """A link: both ends, relation, score between 0 and 1, why in one language, where it stands by which decision."""
    return {
        "from": place_record(link.source),
        "to": place_record(link.target),
        "relation": link.relation,
        "score": link.score,
        "why": Sentences(language).reasons(link.reasons),
        "proposer": link.proposer,
        "state": link.state,
        "decision": link.decision or None,
    }


def verdict_record(
    verdict: Verdict, *, party: str | None = None, language: Language = "en"
) -> dict[str, Any]:
    """A promise with its status and the evidence for it; `why` is told in one language.

    Asked for a party, `through` has the groups by which it concerns that party, none if it names it.
    """
    asked = {"through": list(through_groups(verdict.parties, party, verdict.published))} if party else {}
    return {
        **place_record(verdict.promise),
        "due": verdict.due.date if verdict.due else None,
        "testable": verdict.testability.testable,
        "status": verdict.status,
        "late": verdict.late,
        "done": verdict.done,
        "effective": verdict.effective.isoformat() if verdict.effective else None,
        "work": verdict.work,
        "self_reported": verdict.self_reported,
        "evidence": [_evidence(evidence) for evidence in verdict.evidence],
        "why": Sentences(language).why(verdict),
        "search": _search(verdict.search) if verdict.search else None,
        "parties": list(verdict.parties),
        "issuer": verdict.issuer,
        "published": verdict.published,
        "as_of": verdict.as_of.isoformat() if verdict.as_of else None,
        "rules": verdict.rules,
        **asked,
    }


def _search(search: Search) -> dict[str, Any]:
    scope = search.scope
    return {
        "outcome": search.outcome,
        "reach": scope.reach,
        "number": scope.number,
        "documents": list(scope.documents),
        "since": scope.since,
        "until": scope.until,
        "kinds": list(scope.kinds),
        "others": scope.others,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        **place_record(evidence.statement),
        "relation": evidence.relation,
        "event": evidence.event,
        "provenance": evidence.provenance,
    }


def place_record(ref: StatementRef) -> dict[str, Any]:
    """A place in the ledger: document, words, their span, the number and id of the statement."""
    return {"doc": ref.doc, "n": ref.n, "id": ref.id, "text": ref.text, "span": list(ref.span)}
