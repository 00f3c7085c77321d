"""Verdicts on every promise of a ledger as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yaksok.fulfilment.deadlines import deadline
from yaksok.fulfilment.status import Facts, status_of
from yaksok.fulfilment.testability import testability
from yaksok.ledger.reader import StoredDocument
from yaksok.links.profile import headings, numbered
from yaksok.links.timeline import Published, published
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link, StatementRef
from yaksok.records.statement import Statement


@dataclass(frozen=True, slots=True)
class _Dated:
    """A document with its time and its statements by number."""

    stored: StoredDocument
    published: Published
    by_number: dict[int, Statement]


@dataclass(frozen=True, slots=True)
class _Search:
    """What could be searched for one document's promises: later documents, those of the same issuer."""

    as_of: date
    later: tuple[str, ...]
    searched: tuple[str, ...]


def judge(documents: Sequence[StoredDocument], links: Iterable[Link], *, as_of: date) -> list[Verdict]:
    """A verdict for every commitment in a document published by `as_of`, in order of documents.

    Only what was published by then counts, as promise and as evidence.
    """
    dated = (_Dated(stored, published(stored.document), numbered(stored.document)) for stored in documents)
    known = {one.stored.version: one for one in dated if one.published.by(as_of)}
    by_promise: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        if link.target.version in known:
            by_promise[link.source.version, link.source.n].append(link)
    return [verdict for one in known.values() for verdict in _of_document(one, known, by_promise, as_of)]


def _of_document(
    one: _Dated,
    known: Mapping[str, _Dated],
    by_promise: Mapping[tuple[str, int], list[Link]],
    as_of: date,
) -> Iterator[Verdict]:
    later = [other for other in known.values() if one.published.before(other.published)]
    own = [other for other in later if _same_issuer(one, other)]
    search = _Search(
        as_of=as_of,
        later=tuple(other.stored.doc for other in later),
        searched=tuple(other.stored.doc for other in own or later),
    )
    for statement in one.stored.document.statements:
        if statement.act == "commitment" and statement.role not in {"meta", "title"}:
            links = by_promise.get((one.stored.version, statement.n), [])
            yield _verdict(one, statement, links, known, search)


def _verdict(
    one: _Dated, statement: Statement, links: list[Link], known: Mapping[str, _Dated], search: _Search
) -> Verdict:
    above = list(headings(statement, one.by_number))
    document = one.stored.document
    due = deadline(statement, above[0] if above else None, written=document.date)
    test = testability(statement)
    facts = Facts(
        as_of=search.as_of,
        due=due,
        testability=test,
        links=tuple(links),
        published={version: known[version].stored.document.date for version in _targets(links)},
        later=search.later,
        searched=search.searched,
        occurred=_occurred(links, known),
    )
    told = status_of(facts)
    return Verdict(
        promise=StatementRef(one.stored.version, one.stored.doc, statement.n, statement.text, statement.span),
        issuer=document.issuer,
        published=document.date,
        parties=_parties(statement, above),
        due=due,
        testability=test,
        status=told.status,
        evidence=told.evidence,
        why=told.why,
    )


def _targets(links: list[Link]) -> set[str]:
    return {link.target.version for link in links}


def _occurred(links: list[Link], known: Mapping[str, _Dated]) -> dict[tuple[str, int], str]:
    """The first day of the latest event that each linked statement reports."""
    found: dict[tuple[str, int], str] = {}
    for link in links:
        statement = known[link.target.version].by_number[link.target.n]
        starts = [time.start for time in statement.times if time.role == "occurred" and time.start]
        if starts:
            found[link.target.version, link.target.n] = max(starts)
    return found


def _parties(statement: Statement, above: list[Statement]) -> tuple[str, ...]:
    found = [party.id for place in (statement, *above) for party in place.parties]
    return tuple(dict.fromkeys(found))


def _same_issuer(one: _Dated, other: _Dated) -> bool:
    issuer = one.stored.document.issuer
    return issuer is not None and issuer == other.stored.document.issuer
