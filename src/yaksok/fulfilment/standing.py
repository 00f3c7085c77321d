"""Verdicts from a ledger, page by page: only the promises asked for and what they are linked to are loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, func, select

from yaksok.fulfilment.awaiting import EventsFor
from yaksok.fulfilment.coverage import Dated
from yaksok.fulfilment.dated_documents import dated_by_id, dated_by_key, dated_documents
from yaksok.fulfilment.holding import Held, Holding
from yaksok.fulfilment.judging import Case, Searched, case_among, searched_for
from yaksok.fulfilment.ledger_coverage import LedgerCoverage
from yaksok.fulfilment.observed import measured_link, observed, series_of
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import (
    StoredLink,
    counting_generation,
    links_from,
    stored_links,
    touching_links,
)
from yaksok.ledger.places import at
from yaksok.ledger.reader import StoredDocument, partial_documents
from yaksok.ledger.series import series_in
from yaksok.links.copies import collapse
from yaksok.links.grouping import copied_to, copies_at, families_with, kin_among
from yaksok.links.profile import headings, numbered
from yaksok.links.timeline import published
from yaksok.records.link import Link, StatementRef
from yaksok.records.promise import Deadline, ToldEvent
from yaksok.records.standing import Place
from yaksok.records.statement import Statement

Deciding = Callable[[Sequence[Link]], Sequence[Link]]
"""Gives links the state that people gave them; may add links that people drew."""

PAGE = 100
"""So many promises are looked up together."""

_MOST_EVENTS = 1_000
"""So many reported events are looked at for the one that a deadline awaits."""

_AT_ONCE = 400


class Standing:
    """The promises of a ledger and how they stand on a day, over one connection.

    What is loaded grows with the promises asked for and their links, not with the ledger.
    """

    def __init__(
        self, connection: Connection, *, as_of: date, deciding: Deciding = lambda links: links
    ) -> None:
        self._connection = connection
        self._as_of = as_of
        self._deciding = deciding
        self._coverage = LedgerCoverage(connection, as_of=as_of)
        self._dated: dict[int, Dated] = {}
        self._keys: dict[str, int] = {}
        self._days: dict[str, date | None] = {}
        series = list(series_in(connection))
        self._measures = [series_of(one) for one in series]
        self._series = {one.stored.version: _with_rows(one.stored) for one in series}

    @cached_property
    def _generation(self) -> int:
        return counting_generation(self._connection)

    def cases(self, places: Iterable[Place]) -> Iterator[Case]:
        """The promises at some places that were published by the day, with their facts; in the order given."""
        for held in self.held(places):
            yield held.case

    def held(self, places: Iterable[Place]) -> Iterator[Held]:
        """The same, each with what it hangs on and for how long."""
        rest = iter(places)
        while page := list(islice(rest, PAGE)):
            self._load(version for version, _ in page)
            known = [place for place in page if self._is_known(place[0])]
            yield from self._page(known)

    def places(self, parties: Iterable[str] | None = None) -> Iterator[Place]:
        """Where the promises stand; see `promise_places`."""
        return promise_places(self._connection, parties)

    def links_at(self, place: tuple[str, int]) -> list[Link]:
        """The links that touch a statement (version, number) at either end, among what was published by the day."""
        return self.links_around([place])[place]

    def links_around(self, places: Collection[tuple[str, int]]) -> dict[tuple[str, int], list[Link]]:
        """The same for several statements, which costs less than one after the other."""
        self._load_named(version for version, _ in places)
        keyed = sorted({(self._keys[version], n) for version, n in places})
        wanted = sorted({*keyed, *copied_to(self._connection, keyed)})
        touching = list(touching_links(self._connection, wanted, generation=self._generation))
        links = self._deciding(self._collapsed(touching))
        found: dict[tuple[str, int], list[Link]] = {place: [] for place in places}
        for link in links:
            for place in dict.fromkeys(_ends(link)):
                if place in found:  # people decided on other links, too
                    found[place].append(link)
        self._load_named(version for mine in found.values() for link in mine for version, _ in _ends(link))
        return {place: [link for link in mine if self._is_whole(link)] for place, mine in found.items()}

    def original(self, promise: StatementRef) -> StatementRef:
        """The statement that a promise repeats, where its document is a copy of another; else itself."""
        copies = copies_at(self._connection, [(self.key_of(promise.version), promise.n)])
        return copies.of.get((promise.version, promise.n), promise)

    def _is_whole(self, link: Link) -> bool:
        """Whether both ends of a link were published by the day."""
        return all(self._is_known(self._keys.get(version, 0)) for version, _ in _ends(link))

    def key_of(self, version: str) -> int:
        """The key of a current version by its id; KeyError for any other."""
        self._load_named([version])
        return self._keys[version]

    def _is_known(self, version: int) -> bool:
        one = self._dated.get(version)
        return one is not None and one.published.by(self._as_of)

    def _page(self, places: Sequence[Place]) -> Iterator[Held]:
        holding = {place: Holding() for place in places}
        links = self._links(places, self._measured(places, holding), holding)
        ends = {
            (self._keys[link.target.version], link.target.n)
            for found in links.values()
            for link in found
            if link.target.version in self._keys
        }
        loaded = partial_documents(self._connection, sorted({*places, *ends}), with_text=True)
        known = {
            **self._series,
            **{stored.version: self._with_statements(stored) for stored in loaded.values()},
        }
        searched: dict[int, Searched] = {}
        for place in places:
            version, n = place
            one = known[loaded[version].version]
            if version not in searched:
                searched[version] = searched_for(one, self._coverage, self._as_of)
            mine = [link for link in links.get(place, ()) if link.target.version in known]
            case = case_among(
                one,
                one.by_number[n],
                mine,
                searched[version],
                known=known,
                events_for=self._events_for(holding[place]),
            )
            statement = one.by_number[n]
            above = tuple(headings(statement, one.by_number))
            yield Held(place, case, one.stored.document, statement, above, holding[place])

    def _events_for(self, holding: Holding) -> EventsFor:
        """Looks reported events up; notes that the promise hangs on them, and on which days they came."""

        def events_for(_deadline: Deadline, parties: frozenset[str]) -> list[ToldEvent]:
            holding.awaits = True
            ahead = [self._next_document, self._next_event(parties)]
            holding.change([day for day in ahead if day is not None], as_of=self._as_of)
            return self._told_events(parties, holding)

        return events_for

    def _told_events(self, parties: frozenset[str], holding: Holding) -> list[ToldEvent]:
        """Reported events with one of some parties, or of no party in particular, by day; the first of many."""
        table, statements = derived.events, tables.statements
        query = (
            select(table.c.version, table.c.n, table.c.day, statements.c.text)
            .join(statements, and_(statements.c.version == table.c.version, statements.c.n == table.c.n))
            .where(table.c.party.in_(sorted(parties or {""})), table.c.day <= self._as_of.isoformat())
            .distinct()
            .order_by(table.c.day, table.c.version, table.c.n)
            .limit(_MOST_EVENTS)
        )
        rows = self._connection.execute(query).all()
        self._load(row.version for row in rows)
        found = [row for row in rows if self._is_known(row.version)]
        holding.change((date.fromisoformat(row.day) for row in found), as_of=self._as_of)
        holding.change(self._days_of(row.version for row in found), as_of=self._as_of)
        named = self._parties_of([(row.version, row.n) for row in found])
        return [
            ToldEvent(
                row.text,
                row.day,
                named[row.version, row.n],
                f"{self._dated[row.version].stored.doc}:{row.n}",
            )
            for row in found
        ]

    def _next_event(self, parties: frozenset[str]) -> date | None:
        """The day of the next event that is reported already, though it lies ahead."""
        table = derived.events
        named = table.c.party.in_(sorted(parties or {""}))
        query = select(func.min(table.c.day)).where(named, table.c.day > self._as_of.isoformat())
        found = self._connection.execute(query).scalar()
        return date.fromisoformat(found) if found else None

    @cached_property
    def _next_document(self) -> date | None:
        """The day of the next document that is there already, though its day lies ahead."""
        return next_document(self._connection, self._as_of)

    def _days_of(self, versions: Iterable[int]) -> Iterator[date]:
        for version in versions:
            day = self._dated[version].published.reckoned()
            if day is not None:
                yield day

    def _parties_of(self, places: Sequence[Place]) -> Mapping[Place, frozenset[str]]:
        table = derived.events
        named: defaultdict[Place, set[str]] = defaultdict(set)
        for start in range(0, len(places), PAGE):
            there = at(table.c.version, table.c.n, places[start : start + PAGE])
            for row in self._connection.execute(select(table).where(there, table.c.party != "")):
                named[row.version, row.n].add(row.party)
        return {place: frozenset(named[place]) for place in places}

    def _measured(self, places: Sequence[Place], holding: Mapping[Place, Holding]) -> list[Link]:
        """The links of promises to the measured values that decide their targets."""
        if not self._measures:
            return []
        promised = partial_documents(self._connection, places, with_text=True)
        links: list[Link] = []
        for place in places:
            stored = promised[place[0]]
            by_number = numbered(stored.document)
            statement = by_number[place[1]]
            above = list(headings(statement, by_number))
            links += self._measured_links(stored, statement, above, holding[place])
        return links

    def _measured_links(
        self, stored: StoredDocument, statement: Statement, above: Sequence[Statement], holding: Holding
    ) -> list[Link]:
        """A target counts as missed from its day on, and a value from the end of the time that it holds for."""
        ref, document = stored.ref(statement), stored.document
        found = observed(
            statement,
            above,
            self._measures,
            promise=ref.id,
            written=document.date,
            as_of=self._as_of,
            text=document.text,
        )
        for each in found:
            days = [one.date for one in each.series.observations]
            days += [each.target.by] if each.target.by else []
            holding.change(map(date.fromisoformat, days), as_of=self._as_of)
        links = (measured_link(ref, each) for each in found)
        return [link for link in links if link is not None]

    def _links(
        self, places: Sequence[Place], measured: Sequence[Link], holding: Mapping[Place, Holding]
    ) -> Mapping[Place, list[Link]]:
        """The links that count of some promises and their copies, by promise; and those to measured values."""
        repeated = kin_among(self._connection, {version for version, _ in places})
        copied = copied_to(self._connection, [place for place in places if place[0] in repeated])
        wanted = sorted({*places, *copied})
        proposed = self._collapsed(list(links_from(self._connection, wanted, generation=self._generation)))
        named = self._named({version for version, _ in places})
        links = [
            link for link in self._deciding([*proposed, *measured]) if link.source.version in named
        ]  # people decided on other links, too
        self._load_named(version for link in links for version, _ in _ends(link))
        by_place: defaultdict[Place, list[Link]] = defaultdict(list)
        for place in places:
            holding[place].change(self._days_of([place[0]]), as_of=self._as_of)
        for link in links:
            place = (self._keys.get(link.source.version, 0), link.source.n)
            if place not in holding or link.state == "rejected":
                continue
            later = self._keys.get(link.target.version, 0)
            if later in self._dated:
                holding[place].change(self._days_of([later]), as_of=self._as_of)
            if self._is_known(later) or link.target.version in self._series:
                by_place[place].append(link)
        return by_place

    def _collapsed(self, found: Sequence[StoredLink]) -> list[Link]:
        """Links, each family of documents taken as one."""
        ends = _places(found)
        kin = kin_among(self._connection, {version for version, _ in ends})
        if not kin:
            return [each.link for each in found]
        copies = copies_at(self._connection, {place for place in ends if place[0] in kin})
        self._load(version for version, _ in ends)
        self._load_named(ref.version for ref in copies.of.values())
        families = families_with(self._connection, kin)
        return list(collapse([each.link for each in found], families, copies, days=self._days).links)

    def _load(self, versions: Iterable[int]) -> None:
        """Know the days of some versions by their keys."""
        self._know(dated_by_key, set(versions) - self._dated.keys())

    def _load_named(self, versions: Iterable[str]) -> None:
        """Know the days of some versions by their ids."""
        self._know(dated_by_id, set(versions) - self._keys.keys() - self._series.keys())

    def _named(self, versions: AbstractSet[int]) -> AbstractSet[str]:
        """The ids of some versions that are known."""
        return {self._dated[version].stored.version for version in versions if version in self._dated}

    def _know(
        self, look_up: Callable[[Connection, list[Any]], Iterator[tuple[int, Dated]]], values: set[Any]
    ) -> None:
        missing = sorted(values)
        for start in range(0, len(missing), _AT_ONCE):
            for key, one in look_up(self._connection, missing[start : start + _AT_ONCE]):
                self._dated[key] = one
                self._keys[one.stored.version] = key
                self._days[one.stored.version] = one.published.reckoned()

    def _with_statements(self, stored: StoredDocument) -> Dated:
        return Dated(stored, self._dated[stored.key].published, numbered(stored.document))


def promise_places(connection: Connection, parties: Iterable[str] | None = None) -> Iterator[Place]:
    """Where the promises stand, by the day of their document; `parties`: those that name one of these."""
    if parties is None:
        table = derived.promises
        query = select(table.c.version, table.c.n)
        ordered = query.order_by(table.c.day.is_(None), table.c.day, table.c.version, table.c.n)
    else:
        named = derived.promise_parties
        query = select(named.c.version, named.c.n, named.c.day).where(named.c.party.in_(sorted(parties)))
        found = query.distinct().subquery()
        ordered = select(found.c.version, found.c.n).order_by(
            found.c.day == "", found.c.day, found.c.version, found.c.n
        )
    for row in connection.execute(ordered):
        yield row.version, row.n


def next_document(connection: Connection, day: date) -> date | None:
    """The first day after a day on which a document of the ledger speaks."""
    table = derived.dated
    found = connection.execute(select(func.min(table.c.day)).where(table.c.day > day.isoformat())).scalar()
    return date.fromisoformat(found) if found else None


def _with_rows(stored: StoredDocument) -> Dated:
    """A series as a document, whose values count from the day of asking that the measure allows."""
    return Dated(stored, published(stored.document), numbered(stored.document))


def _ends(link: Link) -> tuple[tuple[str, int], tuple[str, int]]:
    return (link.source.version, link.source.n), (link.target.version, link.target.n)


def standing_links(connection: Connection) -> list[Link]:
    """Every link that counts, best first, each family of documents taken as one."""
    found = list(stored_links(connection))
    ends = _places(found)
    kin = kin_among(connection, {version for version, _ in ends})
    days = (
        {one.stored.version: one.published.reckoned() for _, one in dated_documents(connection)}
        if kin
        else {}
    )
    copies = copies_at(connection, {place for place in ends if place[0] in kin})
    families = families_with(connection, kin)
    return list(collapse([each.link for each in found], families, copies, days=days).links)


def _places(found: Sequence[StoredLink]) -> set[Place]:
    return {
        place
        for each in found
        for place in (
            (each.promise_version, each.link.source.n),
            (each.later_version, each.link.target.n),
        )
    }
