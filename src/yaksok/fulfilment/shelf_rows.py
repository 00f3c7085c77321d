"""A promise as it stands, as a row that is kept, and as the row that a list shows."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from yaksok.fulfilment.holding import Held
from yaksok.fulfilment.shelf_hinges import hinge_of, holds_until
from yaksok.fulfilment.shelf_lines import Line
from yaksok.fulfilment.status import Facts, status_of
from yaksok.fulfilment.strength import strength
from yaksok.links.topics import topics_of
from yaksok.records.commitment import Due, Extent, Status
from yaksok.records.link import StatementRef
from yaksok.records.promise import Level
from yaksok.records.proof import SearchOutcome
from yaksok.records.standing import PromiseRow
from yaksok.records.statement import Genre, Language


class Worded(NamedTuple):
    """What of a promise is the same on every day; the names are those of the columns of `derived_tables.standing`.

    `parties` and `topics` are ids with a space between; `issuer` is "" where none is known.
    """

    version: int
    n: int
    day: str | None
    issuer: str
    genre: Genre
    stem: str
    testable: bool
    strength: Level | None
    parties: str
    topics: str


class Told(NamedTuple):
    """What of it changes with the day and with what is looked through, as of `checked`; it holds to `until`."""

    status: Status
    search: SearchOutcome
    due: str | None
    late: bool
    self_reported: bool | None
    done: Extent | None
    work: bool
    effective: str | None
    evidence: int
    hinge: str
    hinge_day: str
    answer: bool
    checked: str
    until: str


class Head(NamedTuple):
    """What a list shows of the document of a promise, its date as written."""

    title: str
    published: str | None
    language: Language


def worded_of(held: Held) -> Worded:
    """What of a promise is the same on every day."""
    document, case = held.document, held.case
    found = strength(held.statement.text, document.language)
    topics = topics_of(held.statement.text, held.statement.trail, document.language)
    return Worded(
        *held.place,
        day=case.facts.made or None,
        issuer=case.issuer or "",
        genre=document.genre,
        stem=case.promise.doc,
        testable=case.facts.testability.testable,
        strength=found.level if found else None,
        parties=" ".join(case.parties),
        topics=" ".join(topics),
    )


def told_of(facts: Facts, *, until: date = date.max) -> Told:
    """How a promise with some facts stands; `until` is the last day on which they are the same."""
    told, hinge = status_of(facts), hinge_of(facts)
    return Told(
        status=told.status,
        search=told.search.outcome,
        due=facts.due.date if facts.due else None,
        late=told.late,
        self_reported=told.self_reported,
        done=told.done,
        work=told.work,
        effective=told.effective.isoformat() if told.effective else None,
        evidence=len(facts.evidence),
        hinge=hinge.kind,
        hinge_day=hinge.day,
        answer=hinge.answer,
        checked=facts.as_of.isoformat(),
        until=min(until, holds_until(facts)).isoformat(),
    )


def line_of(worded: Worded, told: Told) -> Line:
    """What is filtered, sorted and counted."""
    return Line(
        version=worded.version,
        n=worded.n,
        day=worded.day,
        issuer=worded.issuer,
        genre=worded.genre,
        stem=worded.stem,
        status=told.status,
        search=told.search,
        due=told.due,
        late=told.late,
        self_reported=told.self_reported,
        testable=worded.testable,
        strength=worded.strength,
        parties=worded.parties,
        topics=worded.topics,
        done=told.done,
        work=told.work,
    )


def row_of(
    worded: Worded, told: Told, promise: StatementRef, due: Due | None, head: Head, *, as_of: date
) -> PromiseRow:
    """What a list shows."""
    return PromiseRow(
        key=(worded.version, worded.n),
        version=promise.version,
        doc=promise.doc,
        n=promise.n,
        id=promise.id,
        text=promise.text,
        span=promise.span,
        title=head.title,
        issuer=worded.issuer or None,
        genre=worded.genre,
        published=head.published,
        day=worded.day,
        language=head.language,
        parties=tuple(worded.parties.split()),
        topics=tuple(worded.topics.split()),
        status=told.status,
        search=told.search,
        due=due,
        late=told.late,
        done=told.done,
        effective=told.effective,
        self_reported=told.self_reported,
        strength=worded.strength,
        testable=worded.testable,
        evidence=told.evidence,
        as_of=as_of,
    )


def worded_from(row: Any) -> Worded:
    """The same from a row of `derived_tables.standing`."""
    return Worded(*(getattr(row, name) for name in Worded._fields))
