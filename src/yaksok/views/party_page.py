"""All that a meeting with a party needs: what is open, what was kept, what the partner owes, what happened when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from yaksok.fulfilment.shelf import Shelf
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.records.commitment import Status
from yaksok.records.standing import Cell, Count, PromiseFilter, PromiseRow, Sort
from yaksok.records.statement import Act, Genre, Language
from yaksok.reference.membership import (
    COUNTERPARTS,
    Certainty,
    Membership,
    group_lists,
    memberships,
    through_groups,
)

SHOWN = 6
"""So many promises are shown of each kind; the list of promises has them all."""

AHEAD = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise that concerns a party; `through` are the groups by which it does, if it does not name the party."""

    row: PromiseRow
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the promises of a party, the first ones of `total`; `wanted` finds them all."""

    id: str
    wanted: PromiseFilter
    sort: Sort
    owed: tuple[Owed, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Belonging:
    """A party's time in a group, or that of a group's member: `other` is the group or the member.

    `joined` and `left` are days (ISO), `left` "" if it is still in. `speaks`: whether what is
    promised to the group is promised to its members.
    """

    other: str
    joined: str
    left: str
    certainty: Certainty
    speaks: bool


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A document that names a party, with how many of its statements do.

    `day` is the one that it is reckoned with, `written` its date as written.
    """

    version: int
    stem: str
    title: str
    day: str
    written: str
    issuer: str | None
    genre: Genre
    language: Language
    statements: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that names a party itself."""

    stem: str
    n: int
    text: str
    act: Act
    written: str
    language: Language


@dataclass(frozen=True, slots=True)
class Acts:
    """How many statements of a year name a party, by what they do."""

    year: str
    act: str
    number: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What a ledger knows of a party on a day.

    `named` are the promises that name it, `through` those to a group it belonged to then. `parts` are
    what is late, due, under way, silent and done, in the order in which a meeting takes them up.
    """

    party: str
    as_of: date
    statuses: tuple[Count, ...]
    named: int
    through: int
    parts: tuple[Part, ...]
    groups: tuple[Belonging, ...]
    members: tuple[Belonging, ...]
    acts: tuple[Acts, ...]
    topics: tuple[Cell, ...]
    documents: tuple[NamedIn, ...]
    last: tuple[Said, ...]

    @property
    def statements(self) -> int:
        """How many statements name it."""
        return sum(each.number for each in self.acts)

    @property
    def promises(self) -> int:
        """How many promises concern it."""
        return self.named + self.through


def brief(connection: Connection, shelf: Shelf, party: str, *, as_of: date) -> Brief:
    """What is known of a party, up to a day."""
    wanted = PromiseFilter(party=party)
    statuses = shelf.counts(wanted, by="status")
    named = next((each.number for each in shelf.counts(wanted, by="party") if each.value == party), 0)
    documents = documents_naming(connection, party, as_of=as_of)
    return Brief(
        party=party,
        as_of=as_of,
        statuses=tuple(statuses),
        named=named,
        through=sum(each.number for each in statuses) - named,
        parts=tuple(_parts(shelf, party, as_of)),
        groups=belongings(party),
        members=members_of(party),
        acts=acts_by_year(connection, party, as_of=as_of),
        topics=tuple(shelf.cells(wanted, rows="topic", columns="year")),
        documents=documents,
        last=last_said(connection, party, documents[:3]),
    )


def owed(row: PromiseRow, party: str) -> Owed:
    """A promise with the groups by which it concerns a party."""
    if party in row.parties or not row.day:
        return Owed(row)
    return Owed(row, through_groups(row.parties, party, row.day))


def _parts(shelf: Shelf, party: str, as_of: date) -> Iterable[Part]:
    today, ahead = as_of.isoformat(), (as_of + AHEAD).isoformat()
    open_ones: frozenset[Status] = frozenset({"not_yet_due", "in_progress"})
    kept: frozenset[Status] = frozenset({"kept", "partly_kept"})
    base = PromiseFilter(party=party)
    asked: tuple[tuple[str, PromiseFilter, Sort], ...] = (
        ("overdue", replace(base, statuses=frozenset({"overdue_no_evidence"})), "-due"),
        ("due", replace(base, statuses=open_ones, due_from=today, due_until=ahead), "due"),
        ("broken", replace(base, statuses=frozenset({"broken"})), "-day"),
        ("under_way", replace(base, statuses=frozenset({"in_progress"})), "-day"),
        ("silent", replace(base, statuses=frozenset({"silent"})), "-day"),
        ("kept", replace(base, statuses=kept), "-day"),
        ("ahead", replace(base, statuses=frozenset({"not_yet_due"})), "-day"),
    )
    for name, wanted, sort in asked:
        page = shelf.page(wanted, sort=sort, limit=SHOWN)
        total = page.total if page.total is not None else shelf.count(wanted)
        yield Part(name, wanted, sort, tuple(owed(row, party) for row in page.rows), total)


# -- what it belongs to -------------------------------------------------------------------------


def belongings(party: str) -> tuple[Belonging, ...]:
    """The groups that a party belongs or belonged to: those it is in first, each by the day of joining."""
    found = [_belonging(each, each.group) for each in memberships() if each.member == party]
    return tuple(sorted(found, key=lambda each: (bool(each.left), not each.speaks, each.joined, each.other)))


def members_of(group: str) -> tuple[Belonging, ...]:
    """The members of a group and those that left it, by the day of joining."""
    found = [_belonging(each, each.member) for each in memberships() if each.group == group]
    return tuple(sorted(found, key=lambda each: (bool(each.left), each.joined, each.other)))


def _belonging(each: Membership, other: str) -> Belonging:
    lists = group_lists()
    return Belonging(
        other,
        each.joined.isoformat(),
        each.left.isoformat() if each.left else "",
        each.certainty,
        speaks=each.group in lists and lists[each.group].kind in COUNTERPARTS,
    )


# -- what names it ------------------------------------------------------------------------------


def acts_by_year(connection: Connection, party: str, *, as_of: date) -> tuple[Acts, ...]:
    """How many statements name a party by year and act; the year is "" where a document has no day."""
    table = derived.party_acts
    year = func.substr(table.c.day, 1, 4).label("year")
    query = (
        select(year, table.c.act, func.sum(table.c.number).label("number"))
        .where(table.c.party == party, table.c.day <= as_of.isoformat())
        .group_by(year, table.c.act)
        .order_by(year, table.c.act)
    )
    return tuple(Acts(row.year, row.act, int(row.number)) for row in connection.execute(query))


def documents_naming(
    connection: Connection,
    party: str,
    *,
    as_of: date,
    genres: frozenset[Genre] = frozenset(),
    limit: int = 12,
) -> tuple[NamedIn, ...]:
    """The newest documents that name a party, of some genres, or of all."""
    table, dated, versions = derived.party_acts, derived.dated, tables.versions
    conditions = [table.c.party == party, table.c.day <= as_of.isoformat()]
    source = table
    if genres:
        conditions.append(dated.c.genre.in_(sorted(genres)))
    newest = (
        select(table.c.version, table.c.day, func.sum(table.c.number).label("statements"))
        .select_from(source.join(dated, dated.c.version == table.c.version) if genres else source)
        .where(*conditions)
        .group_by(table.c.day, table.c.version)
        .order_by(table.c.day.desc(), table.c.version.desc())
        .limit(limit)
        .subquery()
    )
    query = (
        select(
            newest,
            dated.c.stem,
            dated.c.issuer,
            dated.c.genre,
            versions.c.title,
            versions.c.date,
            versions.c.language,
        )
        .join(dated, dated.c.version == newest.c.version)
        .join(versions, versions.c.key == newest.c.version)
        .order_by(newest.c.day.desc(), newest.c.version.desc())
    )
    return tuple(
        NamedIn(
            row.version,
            row.stem,
            row.title,
            row.day,
            row.date or "",
            row.issuer,
            row.genre,
            row.language,
            int(row.statements),
        )
        for row in connection.execute(query)
    )


def last_said(
    connection: Connection, party: str, documents: Iterable[NamedIn], *, limit: int = 5
) -> tuple[Said, ...]:
    """The last statements of some documents that name a party themselves, document by document."""
    mentions, statements = tables.mentions, tables.statements
    found: list[Said] = []
    for document in documents:
        numbers = (
            select(mentions.c.n)
            .where(
                mentions.c.version == document.version,
                mentions.c.kind == "party",
                mentions.c.value == party,
            )
            .distinct()
        )
        query = (
            select(statements.c.n, statements.c.text, statements.c.act)
            .where(
                statements.c.version == document.version,
                statements.c.n.in_(numbers),
                statements.c.role.not_in(("meta", "title", "heading")),
            )
            .order_by(statements.c.n)
            .limit(limit - len(found))
        )
        found += [
            Said(document.stem, row.n, row.text, row.act, document.written, document.language)
            for row in connection.execute(query)
        ]
        if len(found) >= limit:
            break
    return tuple(found)
