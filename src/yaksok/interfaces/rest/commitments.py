"""Promises and what became of them."""

from __future__ import annotations

import heapq
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from yaksok.errors import NotAPromise
from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.rest import models, shapes
from yaksok.interfaces.rest.asking import STABLE, UNSTABLE, AsOf, Cursor, Limit, answer
from yaksok.interfaces.web.asked import Asked
from yaksok.interfaces.web.filters import promise_filter, sort_asked
from yaksok.interfaces.web.shown_promises import shown_promise
from yaksok.ledger.browsing import addresses_of, key_of
from yaksok.records.commitment import Status
from yaksok.records.promise import Level
from yaksok.records.standing import Facet, Sort
from yaksok.records.statement import Genre
from yaksok.views.finding import named_statement
from yaksok.views.ledger_shelf import LedgerShelf

router = APIRouter(tags=["commitments"])

Named = Annotated[str, Path(max_length=400, description="The id of a statement, or DOCUMENT:NUMBER.")]
MOST_COUNTS = 1_000
"""So many values are told of one facet."""

Given = Annotated[list[str] | None, Query(max_length=50)]


@router.get("/commitments", response_model=models.Page[models.Commitment], openapi_extra=STABLE)
def commitments(
    request: Request,
    *,
    party: Annotated[str | None, Query(max_length=40)] = None,  # noqa: ARG001 - read from the request
    status: Annotated[list[Status] | None, Query()] = None,  # noqa: ARG001 - the same
    genre: Annotated[list[Genre] | None, Query()] = None,  # noqa: ARG001 - the same
    issuer: Given = None,  # noqa: ARG001 - the same
    topic: Given = None,  # noqa: ARG001 - the same
    document: Given = None,  # noqa: ARG001 - the same
    strength: Annotated[list[Level] | None, Query()] = None,  # noqa: ARG001 - the same
    year_from: Annotated[int | None, Query(ge=1900, le=2199)] = None,  # noqa: ARG001 - the same
    year_until: Annotated[int | None, Query(ge=1900, le=2199)] = None,  # noqa: ARG001 - the same
    due_from: Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None,  # noqa: ARG001 - the same
    due_until: Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None,  # noqa: ARG001 - the same
    late: Annotated[bool | None, Query()] = None,  # noqa: ARG001 - the same
    testable: Annotated[bool | None, Query()] = None,  # noqa: ARG001 - the same
    self_reported: Annotated[bool | None, Query()] = None,  # noqa: ARG001 - the same
    sort: Annotated[Sort, Query()] = "-day",  # noqa: ARG001 - the same
    limit: Limit = 50,
    cursor: Cursor = "",
    as_of: AsOf = None,  # noqa: ARG001 - the same
) -> Response:
    """Promises and how they stand as of a day."""

    def make(asked: Asked) -> models.Page[models.Commitment]:
        given = request.query_params
        found = asked.shelf.page(promise_filter(given), sort=sort_asked(given), limit=limit, cursor=cursor)
        addresses = addresses_of(asked.connection, (row.key[0] for row in found.rows))
        rows = tuple(shapes.commitment(row, addresses) for row in found.rows)
        return models.Page(rows=rows, next=found.next or None, total=found.total)

    return answer(request, make)


@router.get("/commitment-counts", response_model=models.Counts, openapi_extra=UNSTABLE)
def commitment_counts(
    request: Request,
    *,
    by: Annotated[Facet, Query()] = "status",
    party: Annotated[str | None, Query(max_length=40)] = None,  # noqa: ARG001 - read from the request
    document: Given = None,  # noqa: ARG001 - the same
    as_of: AsOf = None,  # noqa: ARG001 - the same
) -> Response:
    """How many promises there are by status, issuer, year, topic, party and the like.

    Of more than 1,000 values, as documents may be, those with most promises are told; `left_out` is how many are not.
    """

    def make(asked: Asked) -> models.Counts:
        every = asked.shelf.counts(promise_filter(request.query_params), by=by)
        found = heapq.nlargest(MOST_COUNTS, every, key=lambda one: one.number)
        chosen = every if len(every) <= MOST_COUNTS else found
        return models.Counts(
            counts=tuple(shapes.count(one) for one in chosen), left_out=len(every) - len(chosen)
        )

    return answer(request, make)


@router.get("/commitments/{statement}", response_model=models.CommitmentCard, openapi_extra=STABLE)
def commitment(request: Request, statement: Named, as_of: AsOf = None) -> Response:  # noqa: ARG001 - read from the request
    """One promise with its proof, its evidence and its life through the documents."""

    def make(asked: Asked) -> models.CommitmentCard:
        connection, as_of = asked.connection, asked.as_of
        named = named_statement(statement, LedgerShelf(connection, as_of=as_of), as_of=as_of)
        if not named.judged:
            raise NotAPromise(place=f"{named.ref.doc}:{named.ref.n}", act=named.act)
        deciding = deciding_on(connection)
        original = Standing(connection, as_of=as_of, deciding=deciding).original(named.ref)
        shown = shown_promise(asked, original, deciding)
        (row,) = asked.shelf.rows([(key_of(connection, original.version), original.n)])
        return shapes.card(row, shown.card, shown.chain, language=asked.language)

    return answer(request, make)
