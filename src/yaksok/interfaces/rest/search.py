"""Full-text search over statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from yaksok.errors import SearchPackageMissing
from yaksok.interfaces.rest import models
from yaksok.interfaces.rest.asking import STABLE, AsOf, Cursor, Limit, answer
from yaksok.interfaces.searching import FreshIndex
from yaksok.interfaces.web.asked import Asked
from yaksok.ledger.browsing import addresses_of
from yaksok.records.search import Hit, SearchResult, SearchSort
from yaksok.records.statement import Language
from yaksok.search.asking import search as search_ledger
from yaksok.search.notices import in_words

router = APIRouter(tags=["search"])


@router.get("/search", response_model=models.Found, openapi_extra=STABLE)
def search(
    request: Request,
    *,
    q: Annotated[
        str,
        Query(
            max_length=2000,
            description='Words, "phrases", -exclusions, OR and fields such as party:VNM status:silent year:2020..2024.',
        ),
    ] = "",
    sort: Annotated[SearchSort, Query()] = "relevance",
    facets: Annotated[bool, Query(description="Count all hits by party, act, status and the like.")] = False,
    limit: Limit = 20,
    cursor: Cursor = "",
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> Response:
    """Statements that match a query, best first. English words find Korean names and the other way round."""

    def make(asked: Asked) -> models.Found:
        index: FreshIndex | None = request.app.state.index
        if index is None:
            raise SearchPackageMissing(package="tantivy")
        result = search_ledger(
            index.index,
            asked.connection,
            q,
            as_of=asked.as_of,
            sort=sort,
            limit=limit,
            cursor=cursor,
            facets=facets,
        )
        addresses = addresses_of(asked.connection, (hit.key for hit in result.hits))
        return found(result, addresses, asked.language)

    return answer(request, make)


def found(result: SearchResult, addresses: Mapping[int, str], language: Language = "en") -> models.Found:
    """What a search found, as the API tells it, with notices in one language.

    `addresses` are those of the documents, by key of the version.
    """
    return models.Found(
        rows=tuple(hit_shape(hit, addresses) for hit in result.hits),
        next=result.next or None,
        total=result.total,
        exact=result.exact,
        facets=tuple(
            models.Facet(
                name=facet.name,
                counts=tuple(models.Count(value=one.value, number=one.number) for one in facet.counts),
            )
            for facet in result.facets
        ),
        also=tuple(name for _, name in result.also),
        notices=tuple(in_words(notice, language) for notice in result.notices),
    )


def hit_shape(hit: Hit, addresses: Mapping[int, str]) -> models.Hit:
    """A hit as the API tells it."""
    return models.Hit(
        doc=hit.doc,
        n=hit.n,
        id=hit.id,
        text=hit.text,
        span=hit.span,
        address=addresses[hit.key],
        title=hit.title,
        issuer=hit.issuer,
        genre=hit.genre,
        published=hit.published,
        language=hit.language,
        role=hit.role,
        act=hit.act,
        trail=hit.trail,
        matches=hit.matches,
        parties=hit.parties,
        topics=hit.topics,
        status=hit.status,
        due=hit.due,
        score=hit.score,
    )
