"""What came into a ledger after a moment that was marked: documents, decisions, and promises that stand otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from sqlalchemy import Connection, func, select

from yaksok.fulfilment.earlier import EarlierStanding
from yaksok.fulfilment.judging import verdict_of
from yaksok.fulfilment.standing import Deciding
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import stored_links
from yaksok.links.deciding import Find
from yaksok.records.commitment import Status
from yaksok.records.decision import Decision
from yaksok.records.link import Relation, StatementRef
from yaksok.records.standing import Place, PromiseRow

MOST_MOVED = 150
"""So many promises are looked at for a change of their status."""

MOST_LISTED = 50
MOST_LINKS = 1_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment in the life of a ledger: its newest version, how many decisions it had, and the day.

    `ledger` tells ledgers apart: the id of the first row of the journal.
    """

    ledger: str
    version: int
    decisions: int
    day: date


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A current document whose version is newer than a mark; `again`: it replaced an earlier version."""

    key: int
    doc: str
    title: str
    date: str | None
    language: str
    again: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a new document tells of an earlier promise, by the best link that counts; `more` are further ones."""

    promise: StatementRef
    later: StatementRef
    relation: Relation
    score: float
    more: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """A promise whose status is another one than at the mark, with what a new document tells of it, if one does."""

    now: PromiseRow
    before: Status
    late_before: bool
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a mark. Lists are cut at `MOST_LISTED`; `document_count` says how many there are.

    `told` leaves out the promises in `moved`, which have it with them.
    `complete`: every promise that new documents, decisions or passed days touch was looked at.
    """

    since: Mark
    documents: tuple[NewDocument, ...]
    document_count: int
    decisions: tuple[Decision, ...]
    told: tuple[Told, ...]
    moved: tuple[Moved, ...]
    complete: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new."""
        return not (self.document_count or self.decisions or self.told or self.moved)


def mark_of(connection: Connection, day: date) -> Mark:
    """The mark of this moment."""
    journal = tables.journal
    first = connection.execute(select(journal.c.id).order_by(journal.c.key).limit(1)).scalar()
    newest = connection.execute(select(func.max(tables.versions.c.key))).scalar()
    made = connection.execute(select(func.count()).select_from(tables.decisions)).scalar()
    return Mark(str(first or "")[:12], int(newest or 0), int(made or 0), day)


def new_documents(connection: Connection, mark: Mark) -> tuple[tuple[NewDocument, ...], int]:
    """The current documents that came in after a mark, newest first, and how many there are."""
    versions, dated = tables.versions, derived.dated
    newer = dated.c.version > mark.version
    count = connection.execute(select(func.count()).select_from(dated).where(newer)).scalar_one()
    query = (
        select(
            dated.c.version,
            dated.c.stem,
            versions.c.title,
            versions.c.date,
            versions.c.language,
            versions.c.supersedes,
        )
        .join(versions, versions.c.key == dated.c.version)
        .where(newer)
        .order_by(dated.c.version.desc())
        .limit(MOST_LISTED)
    )
    found = (
        NewDocument(
            row.version,
            row.stem,
            row.title or row.stem,
            row.date,
            row.language,
            again=row.supersedes is not None,
        )
        for row in connection.execute(query)
    )
    return tuple(found), int(count)


def newly_told(connection: Connection, mark: Mark) -> dict[Place, Told]:
    """What documents that came in after a mark tell of each promise that was there, best links first."""
    links = tables.links
    found = stored_links(
        connection,
        links.c.later_version > mark.version,
        links.c.promise_version <= mark.version,
        links.c.counts,
    )
    told: dict[Place, Told] = {}
    for one in islice(found, MOST_LINKS):
        place, link = (one.promise_version, one.link.source.n), one.link
        best = told.get(place)
        if best is None:
            told[place] = Told(link.source, link.target, link.relation, link.score)
        else:
            told[place] = replace(best, more=best.more + 1)
    return told


def places_of_decisions(connection: Connection, made: Sequence[Decision], find: Find) -> list[Place]:
    """Where the promises stand that some decisions are about, in the current versions."""
    found = [ref for decision in made[:MOST_MOVED] for ref in find(decision.promise).refs]
    if not found:
        return []
    query = select(tables.versions.c.key, tables.versions.c.id).where(
        tables.versions.c.id.in_(sorted({ref.version for ref in found}))
    )
    keys = {row.id: row.key for row in connection.execute(query)}
    return [(keys[ref.version], ref.n) for ref in found]


def statuses_at(
    connection: Connection, places: Iterable[Place], mark: Mark, *, deciding: Deciding
) -> dict[Place, tuple[Status, bool]]:
    """The status of promises at a mark, and whether they were kept late."""
    standing = EarlierStanding(connection, as_of=mark.day, newest=mark.version, deciding=deciding)
    found = {}
    for held in standing.held(places):
        verdict = verdict_of(held.case)
        found[held.place] = (verdict.status, verdict.late)
    return found
