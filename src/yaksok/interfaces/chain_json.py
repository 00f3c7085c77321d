"""A chain as a JSON object."""

from __future__ import annotations

from typing import Any

from yaksok.interfaces.telling.sentences import Sentences
from yaksok.records.chain import Chain, ChainStep, Change
from yaksok.records.statement import Language


def chain_record(chain: Chain, *, language: Language = "en") -> dict[str, Any]:
    """A chain with its steps in the order of time; why each was linked is told in one language."""
    tell = Sentences(language)
    return {"id": chain.id, "ended": chain.has_ended, "steps": [_step(step, tell) for step in chain.steps]}


def _step(step: ChainStep, tell: Sentences) -> dict[str, Any]:
    ref, link = step.statement, step.link
    return {
        "kind": step.kind,
        "doc": ref.doc,
        "n": ref.n,
        "id": ref.id,
        "date": step.date,
        "text": ref.text,
        "span": list(ref.span),
        "changes": [_change(change) for change in step.changes],
        "relation": link.relation if link else None,
        "score": link.score if link else None,
        "why": tell.reasons(link.reasons) if link else None,
        "into": step.into or None,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "before": change.before,
        "after": change.after,
        "before_span": list(change.before_span) if change.before_span else None,
        "after_span": list(change.after_span) if change.after_span else None,
    }
