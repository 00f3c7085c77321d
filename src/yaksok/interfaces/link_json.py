"""Links and verdicts as JSON objects."""

from __future__ import annotations

import json
from typing import Any

from yaksok.records.commitment import Evidence, Verdict
from yaksok.records.link import Link, StatementRef


def to_line(record: dict[str, Any]) -> str:
    """One JSON object on one line, letters as they are."""
    return json.dumps(record, ensure_ascii=False)


def link_record(link: Link) -> dict[str, Any]:
    """A link: both ends, relation, score between 0 and 1, and why."""
    return {
        "from": _place(link.source),
        "to": _place(link.target),
        "relation": link.relation,
        "score": link.score,
        "why": link.why,
    }


def verdict_record(verdict: Verdict) -> dict[str, Any]:
    """A promise with its status and the evidence for it."""
    return {
        **_place(verdict.promise),
        "due": verdict.due.date if verdict.due else None,
        "testable": verdict.testability.testable,
        "status": verdict.status,
        "evidence": [_evidence(evidence) for evidence in verdict.evidence],
        "why": verdict.why,
        "parties": list(verdict.parties),
        "published": verdict.published,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {**_place(evidence.statement), "relation": evidence.relation}


def _place(ref: StatementRef) -> dict[str, Any]:
    return {"doc": ref.doc, "text": ref.text, "span": list(ref.span)}
