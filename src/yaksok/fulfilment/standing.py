"""Verdicts from a ledger, page by page: only the promises asked for and what they are linked to are loaded."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import Connection, select, tuple_

from yaksok.fulfilment.coverage import Coverage, Dated
from yaksok.fulfilment.judging import Case, Searched, case_among, searched_for
from yaksok.fulfilment.misses import LEAST, Candidate, kept_with_other_parties
from yaksok.fulfilment.observed import measured_links, series_of
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import StoredLink, stored_links
from yaksok.ledger.reader import StoredDocument, partial_documents
from yaksok.ledger.series import series_in
from yaksok.links.copies import collapse
from yaksok.links.features import features
from yaksok.links.grouping import copied_to, copies_at, families_with
from yaksok.links.postings import Postings, entry_of, hashed
from yaksok.links.profile import Profile, headings, numbered, profile_at
from yaksok.links.timeline import Published, published
from yaksok.records.link import Link
from yaksok.records.statement import Document

Place = tuple[int, int]
"""The key of a version and the number of a statement in it."""

Deciding = Callable[[Sequence[Link]], Sequence[Link]]
"""Gives links the state that people gave them; may add links that people drew."""

PAGE = 100
"""So many promises are looked up together."""

_NEAREST = 60
"""So many statements like a promise are looked at for the nearest misses."""

_REPEATS = frozenset({"republication", "translation", "excerpt"})
"""Kinds of family members that are no further documents; an annex is one."""


class Standing:
    """The promises of a ledger and how they stand on a day, over one connection.

    Loaded at once are the days, issuers and genres of the documents and nothing else.
    """

    def __init__(
        self, connection: Connection, *, as_of: date, deciding: Deciding = lambda links: links
    ) -> None:
        self._connection = connection
        self._as_of = as_of
        self._deciding = deciding
        self._dated = dict(_dated(connection))
        repeats = {
            row.member
            for row in connection.execute(select(derived.kin.c.member, derived.kin.c.kind))
            if row.kind in _REPEATS
        }
        self._coverage = Coverage(
            (one for key, one in self._dated.items() if key not in repeats), as_of=as_of
        )
        self._days = {one.stored.version: one.published.reckoned() for one in self._dated.values()}
        series = list(series_in(connection))
        self._measures = [series_of(one) for one in series]
        self._series = {one.stored.version: _with_rows(one.stored) for one in series}
        self._keys = {one.stored.version: key for key, one in self._dated.items()}

    def cases(self, places: Iterable[Place]) -> Iterator[Case]:
        """The promises at some places that were published by the day, with their facts; in the order given."""
        rest = iter(places)
        while page := list(islice(rest, PAGE)):
            known = [place for place in page if self._is_known(place[0])]
            yield from self._page(known)

    def places(self, parties: Iterable[str] | None = None) -> Iterator[Place]:
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
        for row in self._connection.execute(ordered):
            yield row.version, row.n

    def candidates(self, place: Place) -> Iterator[Candidate]:
        """The statements of later documents that are like a promise at all, for what came near it."""
        loaded = partial_documents(self._connection, [place])
        earlier = self._profile(loaded, place)
        postings = Postings(self._connection)
        keys = postings.similar(hashed(features(earlier)), least=LEAST, eligible=self._follows(earlier))
        nearest = heapq.nlargest(_NEAREST, ((score, -key) for key, score in keys.items()))
        ends = {-key: entry_of(-key)[:2] for _, key in nearest}
        others = partial_documents(self._connection, ends.values())
        for score, key in nearest:
            later = self._profile(others, ends[-key])
            weighed = score * kept_with_other_parties(earlier, later)
            yield Candidate(later.ref, min(weighed, 1.0), later.stored.document.date)

    def _follows(self, earlier: Profile) -> Callable[[int], bool]:
        def follows(key: int) -> bool:
            version = entry_of(key).version
            return self._is_known(version) and earlier.published.before(self._dated[version].published)

        return follows

    def _profile(self, loaded: Mapping[int, StoredDocument], place: Place) -> Profile:
        stored = loaded[place[0]]
        return profile_at(stored, place[1], self._dated[place[0]].published, numbered(stored.document))

    def key_of(self, version: str) -> int:
        """The key of a version by its id."""
        return self._keys[version]

    def _is_known(self, version: int) -> bool:
        one = self._dated.get(version)
        return one is not None and one.published.by(self._as_of)

    def _page(self, places: Sequence[Place]) -> Iterator[Case]:
        promised = partial_documents(self._connection, places, with_text=True)
        links = self._links(places, self._measured(places, promised))
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
        for version, n in places:
            one = known[loaded[version].version]
            if version not in searched:
                coverage = self._coverage
                searched[version] = searched_for(one, coverage, self._as_of)
            mine = [link for link in links.get((version, n), ()) if link.target.version in known]
            yield case_among(one, one.by_number[n], mine, searched[version], known=known)

    def _measured(self, places: Sequence[Place], promised: Mapping[int, StoredDocument]) -> list[Link]:
        """The links of promises to the measured values that decide their targets."""
        if not self._measures:
            return []
        links = []
        for version, n in places:
            stored = promised[version]
            by_number = numbered(stored.document)
            statement = by_number[n]
            above = list(headings(statement, by_number))
            links += measured_links(stored, statement, above, self._measures, as_of=self._as_of)
        return links

    def _links(self, places: Sequence[Place], measured: Sequence[Link]) -> Mapping[Place, list[Link]]:
        """The links that count of some promises and their copies, by promise; and those to measured values."""
        table = tables.links
        wanted = sorted({*places, *copied_to(self._connection, places)})
        at = tuple_(table.c.promise_version, table.c.promise_n).in_(wanted)
        links = _collapsed(self._connection, list(stored_links(self._connection, at)), self._days)
        by_place: defaultdict[Place, list[Link]] = defaultdict(list)
        asked = set(places)
        for link in self._deciding([*links, *measured]):
            place = (self._keys.get(link.source.version, 0), link.source.n)
            later = self._keys.get(link.target.version, 0)
            known = self._is_known(later) or link.target.version in self._series
            if place in asked and link.state != "rejected" and known:
                by_place[place].append(link)
        return by_place

    def _with_statements(self, stored: StoredDocument) -> Dated:
        by_number = {statement.n: statement for statement in stored.document.statements}
        return Dated(stored, self._dated[stored.key].published, by_number)


def _with_rows(stored: StoredDocument) -> Dated:
    """A series as a document, whose values count from the day of asking that the measure allows."""
    return Dated(stored, published(stored.document), numbered(stored.document))


def standing_links(connection: Connection) -> list[Link]:
    """Every link that counts, best first, each family of documents taken as one."""
    days = {one.stored.version: one.published.reckoned() for _, one in _dated(connection)}
    return _collapsed(connection, list(stored_links(connection)), days)


def _collapsed(
    connection: Connection, found: Sequence[StoredLink], days: Mapping[str, date | None]
) -> list[Link]:
    ends = {
        place
        for each in found
        for place in (
            (each.promise_version, each.link.source.n),
            (each.later_version, each.link.target.n),
        )
    }
    copies = copies_at(connection, ends)
    families = families_with(connection, {version for version, _ in ends})
    return list(collapse([each.link for each in found], families, copies, days=days).links)


def _dated(connection: Connection) -> Iterator[tuple[int, Dated]]:
    """What is known of every current document without its statements."""
    dated, versions = derived.dated, tables.versions
    query = select(dated, versions.c.id, versions.c.date, versions.c.language, versions.c.source_hash).join(
        versions, versions.c.key == dated.c.version
    )
    for row in connection.execute(query):
        when = Published(
            date.fromisoformat(row.first) if row.first else None,
            date.fromisoformat(row.last) if row.last else None,
            estimated=row.estimated,
        )
        document = Document(
            title="",
            date=row.date,
            issuer=row.issuer,
            genre=row.genre,
            language=row.language,
            text="",
            statements=(),
        )
        stored = StoredDocument(
            key=row.version,
            version=row.id,
            doc=row.stem,
            address="",
            document=document,
            source=row.source_hash,
        )
        yield row.version, Dated(stored, when, {})
