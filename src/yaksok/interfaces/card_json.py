"""A promise's card and a scorecard as JSON objects."""

from __future__ import annotations

from typing import Any

from yaksok.fulfilment.grading import Scorecard
from yaksok.interfaces.link_json import place_record, verdict_record
from yaksok.interfaces.telling.sentences import Sentences
from yaksok.records.commitment import Change
from yaksok.records.proof import Miss, Point
from yaksok.records.statement import Language
from yaksok.views.promise_card import PromiseCard, Quoted, Witness


def card_record(card: PromiseCard, language: Language = "en") -> dict[str, Any]:
    """A promise with its verdict, each step of the proof with its sentence, and what would change it.

    Sentences, reasons and places are told in one language; all else is the same in both.
    """
    verdict, tell = card.verdict, Sentences(language)
    return {
        **verdict_record(verdict, language=language),
        "source": _source(card.promise, tell),
        "due_words": verdict.due.words if verdict.due else None,
        "due_inherited": verdict.due.inherited if verdict.due else None,
        "testability": {
            "testable": verdict.testability.testable,
            "reason": tell.reason(verdict.testability.reason),
            "parts": [
                {"part": part.part, "words": part.words, "span": list(part.span), "inherited": part.inherited}
                for part in verdict.testability.parts
            ],
            "missing": list(verdict.testability.missing),
        },
        "strength": card.strength.level if card.strength else None,
        "deadlines": [
            {
                "kind": each.kind,
                "words": each.words,
                "date": each.date,
                "inherited": each.inherited,
                "occurrences": [
                    {"start": one.start, "end": one.end, "passed": one.passed} for one in occurrences
                ],
            }
            for each, occurrences in zip(card.deadlines, card.occurrences, strict=True)
        ],
        "targets": [
            {
                "indicator": each.indicator.words,
                "comparison": each.comparison,
                "value": each.value,
                "unit": each.unit,
                "by": each.by,
            }
            for each in card.targets
        ],
        "proof": [
            {**_point(point), "sentence": sentence}
            for point, sentence in zip(verdict.proof, tell.proof(verdict.proof), strict=True)
        ],
        "supporting": [_witness(one, tell) for one in card.supporting],
        "again": [_witness(one, tell) for one in card.again],
        "against": [_witness(one, tell) for one in card.against],
        "search_sentence": tell.search(verdict.search),
        "nearest_misses": [{**_miss(miss), "sentence": tell.miss(miss)} for miss in verdict.misses],
        "would_change": [{**_change(change), "sentence": tell.change(change)} for change in verdict.change],
    }


def scorecard_record(card: Scorecard, language: Language = "en") -> dict[str, Any]:
    """Counts and shares of the grades; what cannot be graded stands beside them with its reasons.

    `note` is told in one language; names of grades stand in both.
    """
    return {
        "scheme": card.scheme.id,
        "name": card.scheme.english,
        "name_ko": card.scheme.korean,
        "source": card.scheme.source,
        "note": card.scheme.note_in(language),
        "promises": card.number,
        "graded": card.graded,
        "grades": [
            {
                "grade": share.grade.id,
                "name": share.grade.english,
                "name_ko": share.grade.korean,
                "value": share.grade.value,
                "count": share.count,
                "share": share.share,
                "most": share.most,
            }
            for share in card.shares
        ],
        "ungraded": dict(card.ungraded),
        "ungraded_share": card.ungraded_share,
        "on_reports": card.on_reports,
        "self_reported": card.self_reported,
        "self_reported_share": card.self_reported_share,
        "mean": card.mean,
        "classes": [
            {"class": each.name, "promises": each.number, "graded": each.graded, "grades": dict(each.counts)}
            for each in card.classes
        ],
    }


def _source(quoted: Quoted, tell: Sentences) -> dict[str, Any]:
    return {
        "title": quoted.title,
        "published": quoted.published,
        "issuer": quoted.issuer,
        "genre": quoted.genre,
        "address": quoted.address,
        "where": tell.where(quoted.place),
        "line": quoted.line,
        "trail": list(quoted.trail),
    }


def _witness(witness: Witness, tell: Sentences) -> dict[str, Any]:
    return {
        **place_record(witness.quoted.statement),
        "source": _source(witness.quoted, tell),
        "relation": witness.relation,
        "score": witness.score,
        "reasons": tell.reasons(witness.grounds),
        "event": witness.event,
        "provenance": witness.provenance,
        "proposer": witness.proposer,
        "state": witness.state,
    }


def _point(point: Point) -> dict[str, Any]:
    """Only what the point says: empty fields are left out."""
    found = {
        "kind": point.kind,
        "statement": place_record(point.statement) if point.statement else None,
        "published": point.published,
        "day": point.day,
        "due": point.due,
        "words": point.words,
        "inherited": point.inherited,
        "documents": list(point.documents),
        "number": point.number,
        "reach": point.reach if point.documents else None,
    }
    return {name: value for name, value in found.items() if value}


def _miss(miss: Miss) -> dict[str, Any]:
    return {
        **place_record(miss.statement),
        "score": miss.score,
        "reason": miss.reason,
        "published": miss.published,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "status": change.status,
        "late": change.late,
        "weight": change.weight,
        "day": change.day or None,
        "links_to": [place_record(ref) for ref in change.statements],
        "score": change.score,
    }
