"""Verdicts on every promise of a ledger as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from yaksok.fulfilment.deadlines import deadline
from yaksok.fulfilment.status import Facts, status_of
from yaksok.fulfilment.testability import testability
from yaksok.ledger.reader import StoredDocument
from yaksok.links.profile import headings, numbered
from yaksok.links.timeline import Published, published
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link, StatementRef
from yaksok.records.statement import Statement


class _Dated(NamedTuple):
    stored: StoredDocument
    published: Published


def judge(documents: Sequence[StoredDocument], links: Iterable[Link], *, as_of: date) -> list[Verdict]:
    """A verdict for every commitment in a document published by `as_of`, in order of documents.

    Only what was published by then counts, as promise and as evidence.
    """
    dated = [_Dated(stored, published(stored.document)) for stored in documents]
    known = [one for one in dated if one.published.by(as_of)]
    versions = {one.stored.version for one in known}
    by_promise: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        if link.target.version in versions:
            by_promise[link.source.version, link.source.n].append(link)
    return [verdict for one in known for verdict in _of_document(one, known, by_promise, as_of)]


def _of_document(
    one: _Dated,
    known: Sequence[_Dated],
    by_promise: dict[tuple[str, int], list[Link]],
    as_of: date,
) -> Iterable[Verdict]:
    later = [other for other in known if one.published.before(other.published)]
    searched = [other.stored.doc for other in later if _same_issuer(one, other)] or [
        other.stored.doc for other in later
    ]
    by_number = numbered(one.stored.document)
    for statement in one.stored.document.statements:
        if statement.act == "commitment" and statement.role not in {"meta", "title"}:
            yield _verdict(
                one,
                statement,
                list(headings(statement, by_number)),
                links=by_promise.get((one.stored.version, statement.n), []),
                later=later,
                searched=searched,
                as_of=as_of,
            )


def _verdict(
    one: _Dated,
    statement: Statement,
    above: list[Statement],
    *,
    links: list[Link],
    later: list[_Dated],
    searched: list[str],
    as_of: date,
) -> Verdict:
    document = one.stored.document
    due = deadline(statement, above[0] if above else None, written=document.date)
    test = testability(statement)
    dates = {other.stored.version: other.stored.document.date for other in [one, *later]}
    told = status_of(
        Facts(
            as_of=as_of,
            due=due,
            testability=test,
            links=tuple(links),
            published=dates,
            later=tuple(other.stored.doc for other in later),
            searched=tuple(searched),
            occurred=_occurred(links, [one, *later]),
        )
    )
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


def _occurred(links: list[Link], documents: list[_Dated]) -> dict[tuple[str, int], str]:
    """The first day of the latest event that each linked statement reports."""
    wanted = {(link.target.version, link.target.n) for link in links}
    found = {}
    for one in documents:
        for statement in one.stored.document.statements if wanted else ():
            place = (one.stored.version, statement.n)
            starts = [time.start for time in statement.times if time.role == "occurred" and time.start]
            if place in wanted and starts:
                found[place] = max(starts)
    return found


def _parties(statement: Statement, above: list[Statement]) -> tuple[str, ...]:
    found = [party.id for place in (statement, *above) for party in place.parties]
    return tuple(dict.fromkeys(found))


def _same_issuer(one: _Dated, other: _Dated) -> bool:
    return (
        one.stored.document.issuer is not None and one.stored.document.issuer == other.stored.document.issuer
    )
