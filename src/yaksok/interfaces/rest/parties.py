"""Parties and how promises that concern them stand."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from yaksok.errors import PageNotFound
from yaksok.interfaces.rest import models, shapes
from yaksok.interfaces.rest.asking import STABLE, AsOf, Cursor, Limit, answer
from yaksok.interfaces.rest.cursors import from_cursor, to_cursor
from yaksok.interfaces.web.asked import Asked
from yaksok.records.standing import PromiseFilter
from yaksok.reference.membership import groups_of
from yaksok.reference.parties import all_parties, is_party
from yaksok.reference.parties import party as party_of

router = APIRouter(tags=["parties"])


@router.get("/parties", response_model=models.Page[models.Party], openapi_extra=STABLE)
def parties(
    request: Request,
    *,
    limit: Limit = 50,
    cursor: Cursor = "",
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> Response:
    """Parties by id, with how many promises name each."""

    def make(asked: Asked) -> models.Page[models.Party]:
        after = from_cursor(cursor, str)
        numbers = {one.value: one.number for one in asked.shelf.counts(PromiseFilter(), by="party")}
        every = sorted(all_parties(), key=lambda one: one.id)
        rest = [one for one in every if after is None or one.id > after[0]]
        rows = tuple(shapes.party(one, numbers.get(one.id, 0)) for one in rest[:limit])
        return models.Page(
            rows=rows, next=to_cursor(rows[-1].id) if len(rest) > limit else None, total=len(every)
        )

    return answer(request, make)


@router.get("/parties/{party}", response_model=models.PartyCard, openapi_extra=STABLE)
def party(
    request: Request,
    party: Annotated[str, Path(max_length=40)],
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> Response:
    """A party, the groups it belongs to on the day, and how promises that concern it stand."""

    def make(asked: Asked) -> models.PartyCard:
        name = party.upper()
        if not is_party(name):
            raise PageNotFound(path=request.url.path[:200])
        found = shapes.party(party_of(name))
        wanted = PromiseFilter(party=name)
        return models.PartyCard(
            **found.model_dump(),
            groups=tuple(sorted(groups_of(name, asked.as_of))),
            by_status=tuple(shapes.count(one) for one in asked.shelf.counts(wanted, by="status")),
        )

    return answer(request, make)
