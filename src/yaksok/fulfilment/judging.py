"""Verdicts on every promise of a ledger as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yaksok.fulfilment.awaiting import EventsFor, awaited_due, no_events
from yaksok.fulfilment.coverage import Coverage, Dated, Searchable
from yaksok.fulfilment.deadlines import deadline
from yaksok.fulfilment.evidence import Source, evidence_among, is_background
from yaksok.fulfilment.occurrence import reported_on
from yaksok.fulfilment.sentences import why
from yaksok.fulfilment.status import RULES, Facts, status_of
from yaksok.fulfilment.testability import testability
from yaksok.ledger.reader import StoredDocument
from yaksok.links.profile import headings
from yaksok.links.reported_events import reported_events
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link, StatementRef
from yaksok.records.promise import Deadline, ToldEvent
from yaksok.records.proof import Scope
from yaksok.records.statement import Act, Role, Statement


@dataclass(frozen=True, slots=True)
class Case:
    """A promise with the facts that its verdict is derived from, and its links to what was published by then."""

    promise: StatementRef
    issuer: str | None
    published: str | None
    parties: tuple[str, ...]
    facts: Facts
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """What is the same for all promises of one document: the day of asking, and what was looked through."""

    as_of: date
    scope: Scope
    accounts: tuple[tuple[str, str], ...]


def judge(documents: Sequence[StoredDocument], links: Iterable[Link], *, as_of: date) -> list[Verdict]:
    """A verdict for every commitment in a document published by `as_of`, in order of documents.

    Only what was published by then counts, as promise and as evidence.
    """
    return [verdict_of(case) for case in cases(documents, links, as_of=as_of)]


def cases(documents: Sequence[StoredDocument], links: Iterable[Link], *, as_of: date) -> Iterator[Case]:
    """Every commitment in a document published by `as_of` with its facts, in order of documents.

    Links that a person rejected count for nothing.
    """
    coverage = Coverage.of(documents, as_of=as_of)
    events_for = _events_in(coverage.known.values())
    by_promise: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        if link.state != "rejected" and link.target.version in coverage.known:
            by_promise[link.source.version, link.source.n].append(link)
    for one in coverage.known.values():
        searched = searched_for(one, coverage, as_of)
        for statement in one.stored.document.statements:
            if is_judged(statement):
                found = by_promise.get((one.stored.version, statement.n), [])
                yield case_among(one, statement, found, searched, known=coverage.known, events_for=events_for)


def _events_in(documents: Collection[Dated]) -> EventsFor:
    """Looks reported events up among documents in memory, which are gone through when the first is awaited."""
    told: list[ToldEvent] = []
    gone_through: list[bool] = []

    def events_for(_deadline: Deadline, _parties: frozenset[str]) -> list[ToldEvent]:
        if not gone_through:
            gone_through.append(True)
            told.extend(each.event for one in documents for each in reported_events(one.stored))
        return told

    return events_for


def is_judged(statement: Statement) -> bool:
    """Whether a statement is a promise that gets a verdict: titles and what surrounds the text do not."""
    return gets_verdict(statement.act, statement.role)


def gets_verdict(act: Act, role: Role) -> bool:
    """Whether a statement of this act and role gets a verdict."""
    return act == "commitment" and role not in {"meta", "title"}


def verdict_of(case: Case) -> Verdict:
    """The verdict that the rule derives from the facts of a promise."""
    told = status_of(case.facts)
    return Verdict(
        promise=case.promise,
        issuer=case.issuer,
        published=case.published,
        parties=case.parties,
        due=case.facts.due,
        testability=case.facts.testability,
        status=told.status,
        evidence=case.facts.evidence,
        why=why(told.proof),
        proof=told.proof,
        late=told.late,
        done=told.done,
        effective=told.effective,
        work=told.work,
        search=told.search,
        self_reported=told.self_reported,
        rules=RULES,
        as_of=case.facts.as_of,
    )


def searched_for(one: Dated, coverage: Searchable, as_of: date) -> Searched:
    """What was looked through for the promises of one document."""
    return Searched(as_of, coverage.scope(one), coverage.accounts(one))


def case_among(
    one: Dated,
    statement: Statement,
    links: Sequence[Link],
    searched: Searched,
    *,
    known: Mapping[str, Dated],
    events_for: EventsFor = no_events,
) -> Case:
    """One promise of a document with its facts; `known` has its own document and those its links lead to.

    `events_for` gives the reported events that a deadline of the promise can await.
    """
    above = list(headings(statement, one.by_number))
    document = one.stored.document
    evidence = evidence_among(links, look_up=lambda ref: _source(known, ref))
    versions = {found.statement.version for found in evidence}
    made = one.published.reckoned()
    parties = _parties(statement, above)
    due = deadline(statement, above[0] if above else None, written=document.date) or awaited_due(
        statement,
        above,
        published=document.date,
        text=document.text,
        as_of=searched.as_of,
        parties=frozenset(parties),
        events_for=events_for,
    )
    facts = Facts(
        as_of=searched.as_of,
        due=due,
        testability=testability(statement, above, written=document.date, text=document.text),
        evidence=evidence,
        scope=searched.scope,
        published={version: known[version].stored.document.date for version in versions},
        days={version: day.isoformat() for version in versions if (day := _day(known[version]))},
        background=frozenset((link.target.version, link.target.n) for link in links if is_background(link)),
        accounts=searched.accounts,
        occurred=_occurred(statement, links, known),
        made=made.isoformat() if made else "",
    )
    return Case(
        promise=one.stored.ref(statement),
        issuer=document.issuer,
        published=document.date,
        parties=parties,
        facts=facts,
        links=tuple(links),
    )


def _day(one: Dated) -> date | None:
    return one.published.reckoned()


def _source(known: Mapping[str, Dated], ref: StatementRef) -> Source | None:
    """A statement with its document, where it is among the known ones."""
    one = known.get(ref.version)
    statement = one.by_number.get(ref.n) if one else None
    return Source(one.stored.document, statement) if one and statement else None


def _occurred(
    promise: Statement, links: Sequence[Link], known: Mapping[str, Dated]
) -> dict[tuple[str, int], str]:
    """The day from which each later statement tells of its event, where it words one."""
    found: dict[tuple[str, int], str] = {}
    for link in links:
        day = reported_on(link.relation, promise, known[link.target.version].by_number[link.target.n])
        if day:
            found[link.target.version, link.target.n] = day
    return found


def _parties(statement: Statement, above: list[Statement]) -> tuple[str, ...]:
    found = [party.id for place in (statement, *above) for party in place.parties]
    return tuple(dict.fromkeys(found))
