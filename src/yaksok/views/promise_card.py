"""Everything about one promise in one record: where it stands, what became of it, why, and what would change that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yaksok.fulfilment.deadline_kinds import deadlines
from yaksok.fulfilment.resolving import occurrences
from yaksok.fulfilment.sentences import change_sentence, miss_sentence, proof_sentences, search_sentence
from yaksok.fulfilment.strength import strength
from yaksok.fulfilment.targets import targets
from yaksok.ledger.reader import StoredDocument
from yaksok.links.profile import headings
from yaksok.records.commitment import Evidence, Provenance, Verdict
from yaksok.records.link import (
    PROMISE_RELATIONS,
    WORK_RELATIONS,
    Link,
    LinkState,
    Reasons,
    Relation,
    StatementRef,
)
from yaksok.records.promise import Deadline, NumericTarget, Occurrence, Strength
from yaksok.records.statement import Genre
from yaksok.views.places import Where, place_in_words, where


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement in its place: `where` such as "page 3", empty where the file tells none; lines count from 1.

    `place` says the same as `where` in numbers.
    """

    statement: StatementRef
    title: str
    published: str | None
    issuer: str | None
    genre: Genre
    address: str
    where: str
    line: int
    trail: tuple[str, ...]
    place: Where


@dataclass(frozen=True, slots=True)
class Witness:
    """One piece of evidence with its source and how it came to be linked; `reasons` are `grounds` in a sentence."""

    quoted: Quoted
    relation: Relation
    score: float
    reasons: str
    grounds: Reasons
    event: str
    provenance: Provenance
    proposer: str
    state: LinkState


@dataclass(frozen=True, slots=True)
class PromiseCard:
    """One promise explained. All sentences are made from the verdict.

    `supporting` reports work or that it was done, `again` promises it anew, `against` speaks against it or puts
    another aim in its place. `deadlines` are all that it words, also those without a day; `occurrences` has for
    each of them the periods in which it was or is to be kept again, none for what does not recur in a
    worded rhythm; `targets` are figures that are to be reached.
    """

    promise: Quoted
    verdict: Verdict
    strength: Strength | None
    deadlines: tuple[Deadline, ...]
    occurrences: tuple[tuple[Occurrence, ...], ...]
    targets: tuple[NumericTarget, ...]
    proof: tuple[str, ...]
    supporting: tuple[Witness, ...]
    again: tuple[Witness, ...]
    against: tuple[Witness, ...]
    search: str
    misses: tuple[str, ...]
    changes: tuple[str, ...]


def promise_card(
    verdict: Verdict, links: Iterable[Link], documents: Mapping[str, StoredDocument]
) -> PromiseCard:
    """The card of a verdict.

    `links` are those of the promise, `documents` by version hold it and its evidence.
    """
    by_place = {(link.target.version, link.target.n): link for link in links}
    witnesses = [_witness(evidence, by_place, documents) for evidence in verdict.evidence]
    against = {"contradicted_by", "superseded_by"}
    document = documents[verdict.promise.version].document
    by_number = {statement.n: statement for statement in document.statements}
    statement = by_number[verdict.promise.n]
    above = list(headings(statement, by_number))
    worded = deadlines(statement, above, written=document.date, text=document.text)
    return PromiseCard(
        promise=quoted(verdict.promise, documents),
        verdict=verdict,
        strength=strength(verdict.promise.text, document.language),
        deadlines=worded,
        occurrences=tuple(_occurrences(each, verdict, document.date) for each in worded),
        targets=targets(statement, above, document.date, text=document.text),
        proof=proof_sentences(verdict.proof),
        supporting=tuple(one for one in witnesses if one.relation in WORK_RELATIONS),
        again=tuple(one for one in witnesses if one.relation in PROMISE_RELATIONS - against),
        against=tuple(one for one in witnesses if one.relation in against),
        search=search_sentence(verdict.search) if verdict.search else "",
        misses=tuple(miss_sentence(miss) for miss in verdict.misses),
        changes=tuple(change_sentence(change) for change in verdict.change),
    )


def _occurrences(deadline: Deadline, verdict: Verdict, published: str | None) -> tuple[Occurrence, ...]:
    if verdict.as_of is None:
        return ()
    return occurrences(deadline, published=published, as_of=verdict.as_of)


def _witness(
    evidence: Evidence, links: Mapping[tuple[str, int], Link], documents: Mapping[str, StoredDocument]
) -> Witness:
    link = links[evidence.statement.version, evidence.statement.n]
    return Witness(
        quoted=quoted(evidence.statement, documents),
        relation=evidence.relation,
        score=evidence.score,
        reasons=evidence.reasons.sentence(),
        grounds=evidence.reasons,
        event=evidence.event,
        provenance=evidence.provenance,
        proposer=link.proposer,
        state=link.state,
    )


def quoted(ref: StatementRef, documents: Mapping[str, StoredDocument]) -> Quoted:
    """A statement in its place; `documents` by version hold it."""
    stored = documents[ref.version]
    document = stored.document
    statement = next(one for one in document.statements if one.n == ref.n)
    return Quoted(
        statement=ref,
        title=document.title,
        published=document.date,
        issuer=document.issuer,
        genre=document.genre,
        address=stored.address,
        where=place_in_words(document, ref.span),
        line=document.text.count("\n", 0, ref.span[0]) + 1,
        trail=statement.trail,
        place=where(document, ref.span),
    )
