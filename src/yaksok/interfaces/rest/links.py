"""Links between statements."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.deciding_once import statement_named
from yaksok.interfaces.rest import models, shapes
from yaksok.interfaces.rest.asking import STABLE, AsOf, Cursor, Limit, answer
from yaksok.interfaces.rest.cursors import from_cursor, to_cursor
from yaksok.interfaces.web.asked import Asked
from yaksok.ledger import tables
from yaksok.ledger.browsing import link_keys
from yaksok.ledger.linkings import counting_generation, stored_links

router = APIRouter(tags=["links"])


@router.get("/links", response_model=models.Page[models.Link], openapi_extra=STABLE)
def links(
    request: Request,
    *,
    statement: Annotated[
        str | None,
        Query(max_length=400, description="The id of a statement at either end, or DOCUMENT:NUMBER."),
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = "",
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> Response:
    """Links as people decided on them: those of one statement, best first, or all in the order they were stored.

    Of one statement, copies of a document are taken as one, and only what was published by the day counts.
    """

    def make(asked: Asked) -> models.Page[models.Link]:
        if statement is not None:
            return _of_statement(asked, statement, limit, cursor)
        after = from_cursor(cursor, int)
        generation = counting_generation(asked.connection)
        keys = link_keys(asked.connection, generation=generation, after=after[0] if after else 0, limit=limit)
        found = [each.link for each in stored_links(asked.connection, tables.links.c.key.in_(keys))]
        rows = tuple(shapes.link(one, asked.language) for one in deciding_on(asked.connection)(found))
        return models.Page(rows=rows, next=to_cursor(keys[-1]) if len(keys) == limit else None, total=None)

    return answer(request, make)


def _of_statement(asked: Asked, name: str, limit: int, cursor: str) -> models.Page[models.Link]:
    ref = statement_named(asked.connection, name)
    standing = Standing(asked.connection, as_of=asked.as_of, deciding=deciding_on(asked.connection))
    found = sorted(
        standing.links_at((ref.version, ref.n)),
        key=lambda link: (-link.score, link.source.id, link.target.id, link.relation),
    )
    after = from_cursor(cursor, int)
    start = max(0, after[0]) if after else 0
    rows = tuple(shapes.link(one, asked.language) for one in found[start : start + limit])
    more = start + limit < len(found)
    return models.Page(rows=rows, next=to_cursor(start + limit) if more else None, total=len(found))
