"""Searching: a query and filters in, one page of hits with everything that is shown of them out."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from yaksok.errors import SearchIndexDamaged
from yaksok.records.search import (
    SearchFilter,
    SearchLevel,
    SearchNotice,
    SearchResult,
    SearchSort,
)
from yaksok.search.cursors import LAST, cursor_at, offset_of
from yaksok.search.generation import GenerationDamaged, engine_errors
from yaksok.search.index import SearchIndex
from yaksok.search.query import AllOf, Field, parse

MOST = 200
"""Hits of one page at most."""


def search(
    index: SearchIndex,
    connection: Connection,
    query: str,
    filters: SearchFilter | None = None,
    *,
    as_of: date,
    sort: SearchSort = "relevance",
    limit: int = 20,
    cursor: str = "",
    level: SearchLevel = "statement",
    facets: bool = True,
) -> SearchResult:
    """One page of what a query finds among the statements, or the documents, published by a day.

    Any query is answered: `notices` tell what of it could not be taken as it stands. Without words to rank by, what is found
    comes newest first. An index that was not made yet finds nothing. Raises BadSearchCursor, and
    SearchIndexDamaged: the next update makes the index anew.
    """
    asked = filters or SearchFilter()
    identity = [query, astuple(asked), as_of, sort, level]
    offset = offset_of(cursor, identity)
    limit = max(1, min(limit, MOST, LAST - offset))
    parsed = parse(query)
    snapshot = index.snapshot()
    result = SearchResult(query=query, level=level, filter=asked, notices=parsed.notices)
    if snapshot is None:
        return result
    root = AllOf((*parsed.root.nodes, *fields_of(asked)))
    if not root.nodes:
        return replace(result, notices=(*parsed.notices, SearchNotice("nothing to search for")))
    # The search engine is an extra: without it, opening an index has said so.
    from yaksok.search.finding import Finder  # noqa: PLC0415 - the same

    finder = Finder(snapshot, connection, as_of)
    try:
        with engine_errors():
            found = finder.find(root, level, sort, offset=offset, limit=limit, facets=facets)
    except GenerationDamaged as error:
        index.note_damage(snapshot)
        raise SearchIndexDamaged(path=index.folder, reason=error) from error
    end = offset + limit
    return replace(
        result,
        hits=found.hits,
        documents=found.documents,
        total=found.total,
        exact=found.exact,
        facets=found.facets,
        also=found.also,
        notices=(*parsed.notices, *found.notices),
        next=cursor_at(end, identity) if end < min(found.total, LAST) else "",
        previous=cursor_at(max(offset - limit, 0), identity) if offset > limit else "",
        analyser=snapshot.note.analyser,
    )


def fields_of(filters: SearchFilter) -> list[Field]:
    """Filters as the query language writes them."""
    fields = [Field("party", (party,)) for party in sorted(filters.parties)]
    fields += [Field("topic", (topic,)) for topic in sorted(filters.topics)]
    several: dict[str, frozenset[Any]] = {
        "act": filters.acts,
        "role": filters.roles,
        "status": filters.statuses,
        "issuer": filters.issuers,
        "genre": filters.genres,
        "document": filters.documents,
        "language": filters.languages,
    }
    fields += [Field(name, tuple(sorted(values))) for name, values in several.items() if values]
    periods = {"year": filters.years, "due": (filters.due_from, filters.due_until)}
    fields += [
        Field(name, (f"{'' if first is None else first}..{'' if last is None else last}",))
        for name, (first, last) in periods.items()
        if (first, last) != (None, None)
    ]
    return fields
