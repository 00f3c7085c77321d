"""Finding: an understood query against the index as it is, the page of hits filled from the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection
from tantivy import Occur, Order, Query

from yaksok.records.search import DocumentHit, Facet, Hit, SearchLevel, SearchNotice, SearchSort
from yaksok.search.analysis import SurfaceAnalyser
from yaksok.search.building import Builder
from yaksok.search.facets import counted, facets_of
from yaksok.search.field_queries import FieldQueries, asks_for_standing, published_after, unknown, unranked
from yaksok.search.folder import INCOMPLETE
from yaksok.search.index import Snapshot
from yaksok.search.loading import (
    LoadedDocument,
    LoadedStatement,
    documents_at,
    party_words,
    span_of,
    statements_at,
)
from yaksok.search.marking import Marks, matches_in, places_of
from yaksok.search.query import AllOf, AnyOf, Node, Words
from yaksok.search.schema import (
    UNKNOWN_DAY,
    document_schema,
    place_of,
    statement_schema,
    unpacked,
    version_and_number,
)
from yaksok.search.standing import MOST_COUNTED, MOST_JUDGED, Asked, Standings, Stands

_STATEMENTS_EACH = 3
"""So many of its statements are shown with a document."""

_STEMS = 1_000
"""So many documents are meant at most by the beginning of a name."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of hits of either level, with what concerns all hits."""

    hits: tuple[Hit, ...] = ()
    documents: tuple[DocumentHit, ...] = ()
    total: int = 0
    exact: bool = True
    facets: tuple[Facet, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    notices: tuple[SearchNotice, ...] = ()


Promises = Callable[[Asked], Sequence[int] | None]
"""Gives the places of the promises that stand somehow."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """The promises that a search may tell apart by how they stand; `among` these only, where not complete."""

    promises: Promises
    complete: bool = True
    among: Sequence[int] = ()


_NOTHING_JUDGED = _Judged(lambda _asked: ())


class _Ranked(NamedTuple):
    """An entry that was found: its score, its address in the index."""

    score: float
    address: Any


@dataclass(frozen=True, slots=True)
class Found:
    """The entries of a page, how many there are in all, and by what they were found."""

    entries: Sequence[_Ranked]
    total: int
    query: Any
    builder: Builder
    judged: _Judged


class _Loaded(NamedTuple):
    """What is known of a statement that was found: from the ledger, and as the index stores it."""

    place: Place
    statement: LoadedStatement
    document: LoadedDocument
    stored: dict[str, Any]
    named: Sequence[str]
    day: int | None
    stands: Stands | None


class Finder:
    """Searches one snapshot of an index over one connection to its ledger, as of a day."""

    def __init__(self, snapshot: Snapshot, connection: Connection, as_of: date) -> None:
        self._snapshot = snapshot
        self._connection = connection
        self._as_of = as_of
        self._standings = Standings(connection, as_of=as_of)

    def find(
        self, root: AllOf, level: SearchLevel, sort: SearchSort, *, offset: int, limit: int, facets: bool
    ) -> Page:
        """The page of hits that begins at an offset."""
        found = self.ranked(root, level, sort, offset=offset, limit=limit)
        counting = facets and level == "statement" and self._standings.kept
        notices = self._notices(root, found)
        if counting and found.total > MOST_COUNTED:
            counting, notices = (
                False,
                (*notices, SearchNotice("statuses not counted", value=str(MOST_COUNTED))),
            )
        page = Page(
            total=found.total,
            exact=found.judged.complete,
            facets=self._facets(found, statuses=counting) if facets else (),
            also=tuple(found.builder.also),
            notices=notices,
        )
        if level == "statement":
            return replace(page, hits=self._hits(found.entries, found.builder))
        return replace(page, documents=self._documents(root, found.entries, found.judged))

    def ranked(
        self, root: AllOf, level: SearchLevel, sort: SearchSort = "relevance", *, offset: int, limit: int
    ) -> Found:
        """The entries of a page as the index ranks them, without what is shown of them."""
        judged = _NOTHING_JUDGED
        if asks_for_standing(root) and self._standings.known:
            judged = self._judged(root, level)
        builder = self._builder(level, judged.promises)
        query = self._published(_restricted(builder.query(root), judged, builder), level)
        by = sort if sort != "relevance" or has_words(root) else "-day"
        entries, total = _top(builder.searcher, query, by, offset=offset, limit=limit)
        return Found(entries, total, query, builder, judged)

    def _notices(self, root: AllOf, found: Found) -> tuple[SearchNotice, ...]:
        notices = dict.fromkeys(found.builder.fields.notices)
        if asks_for_standing(root) and not self._standings.known:
            notices[SearchNotice("not linked")] = None
        if not found.judged.complete:
            notices[SearchNotice("standing incomplete", value=str(MOST_JUDGED))] = None
        if self._snapshot.note.newest == INCOMPLETE:
            notices[SearchNotice("index incomplete")] = None
        return tuple(notices)

    def _facets(self, found: Found, *, statuses: bool) -> tuple[Facet, ...]:
        searcher = found.builder.searcher
        facets = counted(searcher, found.query, facets_of(found.builder.level))
        if not statuses:
            return facets
        promised = Query.term_query(statement_schema(), "act", "commitment")
        places = _all_numbers(searcher, _both(found.query, promised), "place")
        return (*facets, Facet("status", self._standings.counts(places)))

    # -- how promises stand ---------------------------------------------------------------------

    def _judged(self, root: AllOf, level: SearchLevel) -> _Judged:
        """The promises that stand somehow: all where they are kept, else the first of those that may be meant."""
        builder = self._builder(level, unknown)
        query = self._published(builder.query(root), level)
        promised = Query.term_query(statement_schema(), "act", "commitment")
        if self._standings.kept:
            asked_of = _both(query, promised)
            if level == "document" or builder.searcher.search(asked_of, 1).count > MOST_COUNTED:
                return _Judged(self._standings.places)
            # Few promises are looked up by what they are, rather than all that stand so handed to the index.
            few = _all_numbers(builder.searcher, asked_of, "place")
            return _Judged(lambda asked: self._standings.fitting(asked, few))
        if level == "document":
            versions = _all_numbers(builder.searcher, query, "version")
            query = Query.term_set_query(statement_schema(), "version", versions)
        searcher = self._snapshot.statements
        found, total = _top(searcher, _both(query, promised), "-day", offset=0, limit=MOST_JUDGED)
        places = _numbers(searcher, "place", [one.address for one in found])
        stands = self._standings.among([version_and_number(place) for place in places])
        return _Judged(
            lambda asked: [place_of(*place) for place, one in stands.items() if asked.fits(one)],
            complete=total <= MOST_JUDGED,
            among=places,
        )

    # -- queries --------------------------------------------------------------------------------

    def _builder(self, level: SearchLevel, promises: Promises) -> Builder:
        of_statements = level == "statement"
        schema = statement_schema() if of_statements else document_schema()
        return Builder(
            searcher=self._snapshot.statements if of_statements else self._snapshot.documents,
            schema=schema,
            level=level,
            by_pairs=self._snapshot.note.analyser == SurfaceAnalyser.name,
            fields=FieldQueries(
                schema=schema,
                level=level,
                statement_schema=statement_schema(),
                versions_with=self._versions_with,
                stems=self._stems,
                promises=promises,
            ),
            frequencies=self._snapshot.frequencies[level],
            cuts=self._snapshot.cuts[level],
        )

    def _published(self, query: Any, level: SearchLevel) -> Any:
        """Only what was published by the day; what has no day counts as published."""
        day = self._as_of.toordinal()
        if day >= self._snapshot.last_day:
            return query
        schema = statement_schema() if level == "statement" else document_schema()
        # What is later is mostly little, so that taking it out costs less than asking all for their day.
        later = published_after(schema, day)
        return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, later)])

    def _versions_with(self, query: Any) -> Sequence[int]:
        return sorted(set(_all_numbers(self._snapshot.statements, query, "version")))

    def _stems(self, beginning: str) -> Sequence[str]:
        """The document of this name, or those whose names begin so."""
        searcher = self._snapshot.documents
        if searcher.doc_freq("document", beginning):
            return (beginning,)
        return [stem for stem, _ in searcher.terms_with_prefix("document", beginning, limit=_STEMS)]

    # -- statements -----------------------------------------------------------------------------

    def _hits(self, ranked: Sequence[_Ranked], builder: Builder) -> tuple[Hit, ...]:
        searcher = self._snapshot.statements
        addresses = [one.address for one in ranked]
        places = [version_and_number(place) for place in _numbers(searcher, "place", addresses)]
        days = _numbers(searcher, "day", addresses)
        statements = statements_at(self._connection, places)
        documents = documents_at(self._connection, [version for version, _ in places])
        words = party_words(self._connection, places, builder.marks.parties)
        stands = self._standings.of(
            (place, found.row["act"], found.row["role"]) for place, found in statements.items()
        )
        hits = []
        for one, place, day in zip(ranked, places, days, strict=True):
            if place not in statements or place[0] not in documents:
                continue  # the ledger was replaced by an older one since the index was made
            loaded = _Loaded(
                place,
                statements[place],
                documents[place[0]],
                searcher.doc(one.address).to_dict(),
                words.get(place, ()),
                day,
                stands.get(place),
            )
            hits.append(_hit(one, loaded, builder.marks))
        return tuple(hits)

    # -- documents ------------------------------------------------------------------------------

    def _documents(self, root: AllOf, ranked: Sequence[_Ranked], judged: _Judged) -> tuple[DocumentHit, ...]:
        searcher = self._snapshot.documents
        addresses = [one.address for one in ranked]
        versions = _numbers(searcher, "version", addresses)
        days = _numbers(searcher, "day", addresses)
        loaded = documents_at(self._connection, versions)
        statements = self._best_statements(root, versions, judged)
        found = []
        for one, version, day in zip(ranked, versions, days, strict=True):
            document = loaded.get(version)
            if document is None:
                continue
            found.append(
                DocumentHit(
                    key=version,
                    version=document.version,
                    doc=document.doc,
                    title=document.title,
                    issuer=document.issuer,
                    genre=document.genre,
                    published=document.published,
                    day=_iso(day),
                    language=document.language,
                    score=one.score,
                    statements=statements.get(version, ()),
                )
            )
        return tuple(found)

    def _best_statements(
        self, root: AllOf, versions: Sequence[int], judged: _Judged
    ) -> dict[int, tuple[Hit, ...]]:
        """The statements of some documents that match best."""
        builder = self._builder("statement", judged.promises)
        query = builder.query(root)
        searcher, schema = builder.searcher, builder.schema
        ranked: list[_Ranked] = []
        for version in versions:
            of_version = unranked(Query.term_query(schema, "version", version))
            inside = Query.boolean_query([(Occur.Must, of_version), (Occur.Must, query)])
            ranked += _top(searcher, inside, "relevance", offset=0, limit=_STATEMENTS_EACH)[0]
        found: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in self._hits(ranked, builder):
            found[hit.key].append(hit)
        return {version: tuple(hits) for version, hits in found.items()}


def has_words(node: Node) -> bool:
    """Whether something in a query ranks."""
    if isinstance(node, (AllOf, AnyOf)):
        return any(map(has_words, node.nodes))
    return isinstance(node, Words)


def _top(
    searcher: Any, query: Any, sort: SearchSort, *, offset: int, limit: int
) -> tuple[list[_Ranked], int]:
    """The entries of a page, and how many there are in all."""
    if sort == "relevance":
        found = searcher.search(query, limit, offset=offset)
        return [_Ranked(float(score), address) for score, address in found.hits], found.count
    order = Order.Desc if sort == "-day" else Order.Asc
    found = searcher.search(query, limit, offset=offset, order_by_field="day", order=order)
    return [_Ranked(0.0, address) for _, address in found.hits], found.count


def _all_numbers(searcher: Any, query: Any, name: str) -> list[Any]:
    """A number of every entry that a query finds."""
    found = searcher.search(query, max(searcher.num_docs, 1), count=False).hits
    return _numbers(searcher, name, [address for _, address in found])


def _both(one: Any, other: Any) -> Any:
    return Query.boolean_query([(Occur.Must, one), (Occur.Must, unranked(other))])


def _restricted(query: Any, judged: _Judged, builder: Builder) -> Any:
    """Where not all promises were judged, only those that were, and what is no promise."""
    if judged.complete:
        return query
    schema = statement_schema()
    if builder.level == "document":
        return query  # a document is found by a promise of it that was judged
    promised = Query.term_query(schema, "act", "commitment")
    others = Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, promised)])
    told = Query.term_set_query(schema, "place", list(judged.among))
    return _both(query, Query.boolean_query([(Occur.Should, told), (Occur.Should, others)]))


def _numbers(searcher: Any, name: str, addresses: Sequence[Any]) -> list[Any]:
    return searcher.fast_field_values(name, list(addresses)) if addresses else []


def _hit(one: _Ranked, loaded: _Loaded, marks: Marks) -> Hit:
    place, row, document = loaded.place, loaded.statement.row, loaded.document
    words = unpacked(_first(loaded.stored, "words", ""), _first(loaded.stored, "spans", b""))
    matches = matches_in(row["text"], words, marks, loaded.named)
    span = span_of(row)
    return Hit(
        key=place[0],
        version=document.version,
        doc=document.doc,
        n=place[1],
        id=row["id"],
        title=document.title,
        issuer=document.issuer,
        genre=document.genre,
        published=document.published,
        day=_iso(loaded.day),
        language=document.language,
        role=row["role"],
        act=row["act"],
        text=row["text"],
        trail=loaded.statement.trail,
        span=span,
        matches=matches,
        places=places_of(row["text"], matches, loaded.statement.source, span[0]),
        parties=tuple(loaded.stored.get("party", ())),
        topics=tuple(loaded.stored.get("topic", ())),
        status=loaded.stands.status if loaded.stands else None,
        due=loaded.stands.due if loaded.stands else None,
        score=one.score,
    )


def _first(stored: dict[str, Any], name: str, otherwise: Any) -> Any:
    values = stored.get(name)
    return values[0] if values else otherwise


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day and day != UNKNOWN_DAY else None
