"""Records as the shapes of the API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaksok.interfaces.card_json import card_record
from yaksok.interfaces.deciding import Listed
from yaksok.interfaces.rest import models
from yaksok.interfaces.telling.sentences import Sentences
from yaksok.ledger.browsing import Browsed
from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import published
from yaksok.records.chain import Chain, ChainStep
from yaksok.records.decision import StatementKey
from yaksok.records.link import Link, StatementRef
from yaksok.records.standing import Count, PromiseRow
from yaksok.records.statement import Language, Statement
from yaksok.reference.parties import Party
from yaksok.views.promise_card import PromiseCard


def place(ref: StatementRef) -> models.Place:
    """Where a statement stands."""
    return models.Place(doc=ref.doc, n=ref.n, id=ref.id, text=ref.text, span=ref.span)


def statement(found: Browsed) -> models.Statement:
    """A statement with what it names."""
    ref, one = found.ref, found.statement
    return models.Statement(
        doc=ref.doc,
        n=ref.n,
        id=ref.id,
        text=ref.text,
        span=ref.span,
        role=one.role,
        act=one.act,
        level=len(one.trail),
        parent=one.parent,
        mentions=_mentions(one),
    )


def _mentions(one: Statement) -> models.Mentions:
    return models.Mentions(
        parties=tuple(models.PartyMention(text=m.text, span=m.span, id=m.id) for m in one.parties),
        times=tuple(
            models.TimeMention(text=m.text, span=m.span, start=m.start, end=m.end, role=m.role)
            for m in one.times
        ),
        quantities=tuple(
            models.QuantityMention(text=m.text, span=m.span, value=m.value, unit=m.unit)
            for m in one.quantities
        ),
        names=tuple(models.NameMention(text=m.text, span=m.span, type=m.type) for m in one.names),
    )


def document(stored: StoredDocument) -> models.Document:
    """A document without its statements."""
    return models.Document(**_document(stored))


def document_with_counts(stored: StoredDocument, acts: dict[Any, int]) -> models.DocumentWithCounts:
    """A document with how many statements do what."""
    return models.DocumentWithCounts(**_document(stored), statements=sum(acts.values()), acts=acts)


def _document(stored: StoredDocument) -> dict[str, Any]:
    day = published(stored.document).reckoned()
    one = stored.document
    return {
        "doc": stored.doc,
        "version": stored.version,
        "title": one.title,
        "date": one.date,
        "day": day.isoformat() if day else None,
        "issuer": one.issuer,
        "genre": one.genre,
        "language": one.language,
        "address": stored.address,
        "source": stored.source,
    }


def commitment(row: PromiseRow, addresses: Mapping[int, str]) -> models.Commitment:
    """A promise as it stands; `addresses` has that of its document, by the key of the version."""
    return models.Commitment(
        doc=row.doc,
        n=row.n,
        id=row.id,
        text=row.text,
        span=row.span,
        address=addresses[row.key[0]],
        title=row.title,
        issuer=row.issuer,
        genre=row.genre,
        published=row.published,
        language=row.language,
        parties=row.parties,
        topics=row.topics,
        status=row.status,
        search=row.search,
        due=models.Due(date=row.due.date, words=row.due.words, inherited=row.due.inherited)
        if row.due
        else None,
        late=row.late,
        done=row.done,
        effective=row.effective,
        self_reported=row.self_reported,
        strength=row.strength,
        testable=row.testable,
        evidence=row.evidence,
        as_of=row.as_of.isoformat(),
    )


def card(
    row: PromiseRow, shown: PromiseCard, chain: Chain | None, *, language: Language = "en"
) -> models.CommitmentCard:
    """A promise with all that its verdict rests on, told in one language."""
    told = card_record(shown, language)
    return models.CommitmentCard(
        commitment=commitment(row, {row.key[0]: shown.promise.address}),
        source=models.Source(**told["source"]),
        why=told["why"],
        rules=shown.verdict.rules,
        proof=tuple(_step(one) for one in told["proof"]),
        supporting=tuple(_witness(one) for one in told["supporting"]),
        again=tuple(_witness(one) for one in told["again"]),
        against=tuple(_witness(one) for one in told["against"]),
        searched=told["search_sentence"],
        nearest_misses=tuple(
            models.Step(kind=one["reason"], sentence=one["sentence"], statement=_named(one))
            for one in told["nearest_misses"]
        ),
        would_change=tuple(
            models.Step(kind=one["kind"], sentence=one["sentence"]) for one in told["would_change"]
        ),
        missing=tuple(shown.verdict.testability.missing),
        chain=tuple(_chain_step(step) for step in chain.steps) if chain else (),
    )


def _named(told: dict[str, Any]) -> models.Place:
    return models.Place(**{name: told[name] for name in models.Place.model_fields})


def _step(told: dict[str, Any]) -> models.Step:
    found = told.get("statement")
    return models.Step(
        kind=told["kind"], sentence=told["sentence"], statement=_named(found) if found else None
    )


def _witness(told: dict[str, Any]) -> models.Witness:
    return models.Witness(**{name: told[name] for name in models.Witness.model_fields})


def _chain_step(step: ChainStep) -> models.ChainStep:
    ref = step.statement
    return models.ChainStep(
        doc=ref.doc,
        n=ref.n,
        id=ref.id,
        text=ref.text,
        span=ref.span,
        kind=step.kind,
        date=step.date,
        changes=tuple(change.kind for change in step.changes),
        relation=step.link.relation if step.link else None,
    )


def count(found: Count) -> models.Count:
    """How many there are of a value."""
    return models.Count(value=found.value, number=found.number)


def party(found: Party, promises: int | None = None) -> models.Party:
    """A party by its names."""
    return models.Party(
        id=found.id, kind=found.kind, english=found.english, korean=found.korean, promises=promises
    )


def link(found: Link, language: Language = "en") -> models.Link:
    """A link with where it stands; why it was made is told in one language."""
    return models.Link(
        source=place(found.source),
        target=place(found.target),
        relation=found.relation,
        score=found.score,
        why=Sentences(language).reasons(found.reasons),
        proposer=found.proposer,
        state=found.state,
        decision=found.decision or None,
    )


def decision(listed: Listed) -> models.Decision:
    """A decision and whether it holds."""
    made = listed.decision
    return models.Decision(
        id=made.id,
        kind=made.kind,
        promise=_key(made.promise),
        later=_key(made.later) if made.later else None,
        relation=made.relation,
        person=made.person,
        note=made.note,
        decided_at=made.decided_at,
        undoes=made.undoes or None,
        standing=listed.standing,
    )


def _key(key: StatementKey) -> models.StatementName:
    return models.StatementName(doc=key.doc, text=key.text, id=key.id)
