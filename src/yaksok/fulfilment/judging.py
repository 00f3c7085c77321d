"""Verdicts on every promise of a ledger as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yaksok.fulfilment.coverage import Coverage, Dated
from yaksok.fulfilment.deadlines import deadline
from yaksok.fulfilment.evidence import DECIDING, evidence_among, is_background
from yaksok.fulfilment.occurrence import done_on
from yaksok.fulfilment.status import Facts, status_of
from yaksok.fulfilment.testability import testability
from yaksok.ledger.reader import StoredDocument
from yaksok.links.profile import headings
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link
from yaksok.records.statement import Statement


@dataclass(frozen=True, slots=True)
class _Search:
    """What could be searched for one document's promises: later documents, those of the same issuer."""

    as_of: date
    coverage: Coverage
    later: tuple[str, ...]
    searched: tuple[str, ...]


def judge(documents: Sequence[StoredDocument], links: Iterable[Link], *, as_of: date) -> list[Verdict]:
    """A verdict for every commitment in a document published by `as_of`, in order of documents.

    Only what was published by then counts, as promise and as evidence.
    """
    coverage = Coverage(documents, as_of=as_of)
    by_promise: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        if link.target.version in coverage.known:
            by_promise[link.source.version, link.source.n].append(link)
    return [
        verdict
        for one in coverage.known.values()
        for verdict in _of_document(one, coverage, by_promise, as_of)
    ]


def _of_document(
    one: Dated, coverage: Coverage, by_promise: Mapping[tuple[str, int], list[Link]], as_of: date
) -> Iterator[Verdict]:
    search = _Search(as_of, coverage, coverage.later(one), coverage.searched(one))
    for statement in one.stored.document.statements:
        if statement.act == "commitment" and statement.role not in {"meta", "title"}:
            links = by_promise.get((one.stored.version, statement.n), [])
            yield _verdict(one, statement, links, search)


def _verdict(one: Dated, statement: Statement, links: list[Link], search: _Search) -> Verdict:
    above = list(headings(statement, one.by_number))
    document = one.stored.document
    due = deadline(statement, above[0] if above else None, written=document.date)
    test = testability(statement)
    known = search.coverage.known
    evidence = evidence_among(links)
    mentions = {found.statement.version for found in evidence}
    facts = Facts(
        as_of=search.as_of,
        due=due,
        testability=test,
        evidence=evidence,
        published={version: known[version].stored.document.date for version in mentions},
        later=search.later,
        searched=search.searched,
        after_due=due is not None and search.coverage.reaches_beyond(one, due.date),
        since=search.coverage.accounts_since(one, (known[version] for version in mentions)),
        background=frozenset((link.target.version, link.target.n) for link in links if is_background(link)),
        occurred=_occurred(statement, links, known),
    )
    told = status_of(facts)
    return Verdict(
        promise=one.stored.ref(statement),
        issuer=document.issuer,
        published=document.date,
        parties=_parties(statement, above),
        due=due,
        testability=test,
        status=told.status,
        evidence=told.evidence,
        why=told.why,
    )


def _occurred(
    promise: Statement, links: list[Link], known: Mapping[str, Dated]
) -> dict[tuple[str, int], str]:
    """The day from which each statement that decides the verdict reports the promised thing done."""
    found: dict[tuple[str, int], str] = {}
    for link in links:
        if link.relation in DECIDING:
            day = done_on(promise, known[link.target.version].by_number[link.target.n])
            if day:
                found[link.target.version, link.target.n] = day
    return found


def _parties(statement: Statement, above: list[Statement]) -> tuple[str, ...]:
    found = [party.id for place in (statement, *above) for party in place.parties]
    return tuple(dict.fromkeys(found))
