"""Search: hits with what matched marked, facets to narrow them, and the list as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import SearchPackageMissing
from yaksok.interfaces.searching import FreshIndex
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.background import Background
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.filters import limit_asked, party_asked
from yaksok.interfaces.web.keeping import kept
from yaksok.interfaces.web.rendering import page
from yaksok.records.search import SORTS, Hit, SearchLevel, SearchResult, SearchSort
from yaksok.search.asking import search
from yaksok.search.folder import INCOMPLETE
from yaksok.search.notices import in_words
from yaksok.views.marked import stretches

router = APIRouter()

LONGEST = 2_000
MOST_HITS = 5_000
"""So many hits are written into one file."""

COLUMNS: dict[str, type] = {
    "id": str,
    "document": str,
    "n": int,
    "title": str,
    "issuer": str,
    "genre": str,
    "published": str,
    "act": str,
    "text": str,
    "parties": str,
    "topics": str,
    "status": str,
    "due": str,
    "score": float,
}


@router.get("/search")
def find(request: Request) -> Response:
    """What a query finds among statements or documents."""
    given = request.query_params
    with asking(request) as asked:
        query = (given.get("q") or "")[:LONGEST]
        party = party_asked(given)
        if party:
            query = f"{query} party:{party}".strip()
        level: SearchLevel = "document" if given.get("level") == "document" else "statement"
        sort = _sort(given.get("sort") or "")
        form = asked_format(given.get("format"))
        if form:
            rows = [_row(hit) for hit in _every(asked, query, sort)]
            return download(rows, COLUMNS, name="search", form=form)
        result = (
            _ask(
                asked,
                query,
                sort,
                level=level,
                limit=limit_asked(given, default=20),
                cursor=given.get("cursor") or "",
            )
            if query.strip()
            else None
        )
        return page(
            asked,
            "search.html",
            query=query,
            level=level,
            sort=sort,
            result=result,
            notices=[in_words(one, asked.language) for one in result.notices] if result else [],
            stretches=stretches,
            narrowed=lambda name, value: narrowed(query, name, value),
        )


def narrowed(query: str, name: str, value: str) -> str:
    """A query that also asks for a value of a facet."""
    field = "lang" if name == "language" else name
    quoted = f'"{value}"' if any(sign in value for sign in ' "()') else value
    return f"{query} {field}:{quoted}".strip()


def _ask(
    asked: Asked,
    query: str,
    sort: SearchSort,
    *,
    level: SearchLevel = "statement",
    limit: int,
    cursor: str = "",
    facets: bool = True,
) -> SearchResult:
    background: Background = asked.request.app.state.background
    index: FreshIndex | None = background.index
    if index is None:
        raise SearchPackageMissing(package="tantivy")

    def find() -> SearchResult:
        return search(
            index.index,
            asked.connection,
            query,
            as_of=asked.as_of,
            sort=sort,
            limit=limit,
            cursor=cursor,
            level=level,
            facets=facets,
        )

    snapshot = index.index.snapshot()
    if snapshot is None or snapshot.note.newest == INCOMPLETE or not facets:
        return find()  # the index goes on growing, or all hits are gone through once
    return kept(asked, ("search", snapshot.note, query, sort, level, limit, cursor), find)


def _every(asked: Asked, query: str, sort: SearchSort) -> Iterator[Hit]:
    cursor, number = "", 0
    while number < MOST_HITS:
        found = _ask(asked, query, sort, limit=200, cursor=cursor, facets=False)
        yield from found.hits
        number += len(found.hits)
        cursor = found.next
        if not cursor:
            return


def _sort(written: str) -> SearchSort:
    return next((one for one in SORTS if one == written), "relevance")


def _row(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.id,
        "document": hit.doc,
        "n": hit.n,
        "title": hit.title,
        "issuer": hit.issuer,
        "genre": hit.genre,
        "published": hit.published,
        "act": hit.act,
        "text": hit.text,
        "parties": " ".join(hit.parties),
        "topics": " ".join(hit.topics),
        "status": hit.status,
        "due": hit.due,
        "score": hit.score,
    }
