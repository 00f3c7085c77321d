"""All that the page of one promise shows: the card, where it stands, every link with its outcomes, its chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from yaksok.fulfilment.explaining import explained
from yaksok.fulfilment.grading import Grade, Scheme, grade, scheme, schemes
from yaksok.fulfilment.imagining import Imagining, Outcomes
from yaksok.fulfilment.ledger_misses import candidates_of
from yaksok.fulfilment.standing import Deciding, Standing
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.reader import StoredDocument, partial_documents
from yaksok.records.chain import Chain
from yaksok.records.commitment import Evidence, Provenance, Verdict
from yaksok.records.link import Link, StatementRef
from yaksok.records.mentions import Span
from yaksok.records.promise import TestabilityPart
from yaksok.records.statement import Document, Language, Statement
from yaksok.views.pieces import Piece, pieces, shared_pieces
from yaksok.views.promise_card import PromiseCard, Quoted, promise_card, quoted
from yaksok.views.promise_chain import DocumentsOf, chain_around
from yaksok.views.shared_words import shared_spans
from yaksok.views.surroundings import Neighbour, around


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of the promise with the later statement in its place, and what each decision would lead to.

    `counts`: it is evidence of the verdict. `pieces` are those of the later text, the words that the promise
    has too marked. `promise` is the id under which the link's earlier end is decided on.
    """

    link: Link
    later: Quoted
    language: Language
    counts: bool
    event: str
    provenance: Provenance
    pieces: tuple[Piece, ...]
    outcomes: Outcomes


@dataclass(frozen=True, slots=True)
class PromisePage:
    """One promise with everything around it.

    `parts` are the words of the promise cut by what makes it testable. `links` come in the order of the
    evidence, then those that do not count, then rejected ones. `titles` are those of documents by version.
    """

    card: PromiseCard
    language: Language
    marker: str
    around: tuple[Neighbour, ...]
    parts: tuple[Piece, ...]
    links: tuple[LinkView, ...]
    chain: Chain | None
    grades: tuple[tuple[Scheme, Grade], ...]
    titles: Mapping[str, str]

    @property
    def verdict(self) -> Verdict:
        """The verdict that the page explains."""
        return self.card.verdict


def promise_page(
    connection: Connection,
    promise: StatementRef,
    *,
    as_of: date,
    deciding: Deciding,
    documents_of: DocumentsOf,
) -> PromisePage:
    """The page of a promise of a current document that was published by a day and repeats no other."""
    standing = Standing(connection, as_of=as_of, deciding=deciding)
    place = (standing.key_of(promise.version), promise.n)
    case = next(standing.cases([place]))
    touching = standing.links_at((promise.version, promise.n))
    rejected = [link for link in touching if link.state == "rejected" and _from(link, promise)]
    every = [*case.links, *rejected]
    documents = _documents(connection, [promise, *(link.target for link in every)])
    verdict = explained(case, candidates_of(connection, as_of=as_of))
    imagining = Imagining(case, documents, _days(connection, documents))
    evidence = {(one.statement.version, one.statement.n): one for one in verdict.evidence}

    stored = documents[promise.version]
    statement = next(one for one in stored.document.statements if one.n == promise.n)
    return PromisePage(
        card=promise_card(verdict, case.links, documents),
        language=stored.document.language,
        marker=statement.marker,
        around=around(connection, *place),
        parts=_parts(statement, stored.document, verdict.testability.parts),
        links=tuple(
            _link_view(link, evidence, documents, imagining)
            for link in sorted(every, key=lambda link: _order(link, list(evidence)))
        ),
        chain=chain_around(standing, promise, touching, documents_of),
        grades=tuple((scheme(name), grade(verdict, name)) for name in schemes()),
        titles={
            **_titles(connection, [miss.statement.version for miss in verdict.misses]),
            **{version: one.document.title for version, one in documents.items()},
        },
    )


def _from(link: Link, promise: StatementRef) -> bool:
    return (link.source.version, link.source.n) == (promise.version, promise.n)


def _order(link: Link, evidence: list[tuple[str, int]]) -> tuple[bool, int, float, str, int]:
    at = (link.target.version, link.target.n)
    place = evidence.index(at) if at in evidence else len(evidence)
    return link.state == "rejected", place, -link.score, link.target.doc, link.target.n


def _link_view(
    link: Link,
    evidence: Mapping[tuple[str, int], Evidence],
    documents: Mapping[str, StoredDocument],
    imagining: Imagining,
) -> LinkView:
    found = evidence.get((link.target.version, link.target.n))
    counts = found is not None and link.state != "rejected"
    text = link.target.text
    return LinkView(
        link=link,
        later=quoted(link.target, documents),
        language=documents[link.target.version].document.language,
        counts=counts,
        event=found.event if found and counts else "",
        provenance=found.provenance if found and counts else "unknown",
        pieces=shared_pieces(text, shared_spans(text, link.source.text)),
        outcomes=imagining.outcomes(link),
    )


def _parts(statement: Statement, document: Document, parts: Iterable[TestabilityPart]) -> tuple[Piece, ...]:
    """The words of a promise cut by its parts; those that stand in a heading are none of it."""
    named = (
        (part.part, span)
        for part in parts
        if not part.inherited and (span := _within(statement, document.text, part)) is not None
    )
    return pieces(statement.text, named)


def _within(statement: Statement, text: str, part: TestabilityPart) -> Span | None:
    """Where a part stands in the words of its statement, which may be mended from the document's."""
    start, end = statement.span
    if text[start:end] == statement.text and start <= part.span[0] and part.span[1] <= end:
        return part.span[0] - start, part.span[1] - start
    at = statement.text.find(part.words)
    return (at, at + len(part.words)) if part.words and at >= 0 else None


def _documents(connection: Connection, refs: Iterable[StatementRef]) -> dict[str, StoredDocument]:
    """By version the documents that hold some statements, with these and their headings only."""
    wanted = list(refs)
    keys = _keys(connection, {ref.version for ref in wanted})
    places = sorted({(keys[ref.version], ref.n) for ref in wanted})
    found = partial_documents(connection, places, with_text=True, with_layout=True)
    return {stored.version: stored for stored in found.values()}


def _keys(connection: Connection, versions: Iterable[str]) -> dict[str, int]:
    table = tables.versions
    rows = connection.execute(select(table.c.id, table.c.key).where(table.c.id.in_(sorted(versions))))
    return {row.id: row.key for row in rows}


def _days(connection: Connection, documents: Mapping[str, StoredDocument]) -> dict[str, str | None]:
    """The days that documents are reckoned with, by version."""
    table = derived.dated
    by_key = {stored.key: version for version, stored in documents.items()}
    rows = connection.execute(select(table.c.version, table.c.day).where(table.c.version.in_(sorted(by_key))))
    return {by_key[row.version]: row.day for row in rows}


def _titles(connection: Connection, versions: Iterable[str]) -> dict[str, str]:
    table = tables.versions
    rows = connection.execute(select(table.c.id, table.c.title).where(table.c.id.in_(sorted(set(versions)))))
    return {row.id: row.title for row in rows}
