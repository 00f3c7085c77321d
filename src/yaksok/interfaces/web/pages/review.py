"""The review: the most doubtful links one after another, both statements in context, to be decided on."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter, UnknownDocument
from yaksok.fulfilment.imagining import RELATIONS
from yaksok.fulfilment.shelf_rulings import rulings_in
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.decided import decided
from yaksok.interfaces.web.filters import party_asked
from yaksok.interfaces.web.keeping import kept
from yaksok.interfaces.web.rendering import page
from yaksok.interfaces.web.telling import PageTelling
from yaksok.ledger.decisions import decisions
from yaksok.ledger.matching import has_document
from yaksok.records.link import Relation
from yaksok.views.doubt import Doubt
from yaksok.views.review_page import (
    BLOCK,
    REVIEW_STATES,
    ReviewFilter,
    ReviewQueue,
    ReviewState,
    name_of,
)

router = APIRouter()

MOST_SKIPPED = 2 * BLOCK
_LONGEST = 200


@router.get("/review")
def review(request: Request) -> Response:
    """The most doubtful link that nobody decided on, and those that come next."""
    given = request.query_params
    with asking(request) as asked:
        wanted = review_filter(asked, given)
        made = decisions(asked.connection)
        ruling = rulings_in(asked.connection)
        queue = ReviewQueue(
            asked.connection,
            as_of=asked.as_of,
            ruling=ruling,
        )
        skipped = [one[:20] for one in given.getlist("skip")[:MOST_SKIPPED]]
        first = _block(given)
        block = kept(
            asked,
            ("review", wanted, first, frozenset(skipped)),
            lambda: queue.block(wanted, first=first, skipped=skipped),
        )
        waiting = [doubt for doubt in block.doubts if name_of(doubt.link) not in skipped]
        chosen = _chosen(waiting, given.get("link"))
        card = queue.card(chosen) if chosen is not None else None
        titles = (
            {one.quoted.statement.version: one.quoted.title for one in (card.promise, card.later)}
            if card
            else {}
        )
        here = {"block": block.number, "link": None, "decided": None, "before": None, "after": None}
        return page(
            asked,
            "review.html",
            card=card,
            block=block,
            waiting=[doubt for doubt in waiting if doubt is not chosen],
            wanted=wanted,
            relations=RELATIONS,
            states=REVIEW_STATES,
            undoable=chosen.link.decision if chosen else "",
            tell=PageTelling(asked.language, titles),
            name_of=name_of,
            back=asked.here(**here),
            skip=asked.here(**{**here, "skip": [*skipped, name_of(chosen.link)]}) if chosen else "",
            next_block=asked.here(**{**here, "block": block.number + 1, "skip": None}),
            made=len(ruling),
            last=next(
                (one for one in reversed(made) if asked.person and one.person == asked.person.name), None
            ),
            decided=decided(given),
            may_decide=asked.person is not None and asked.person.may("reviewer"),
        )


def review_filter(asked: Asked, given: QueryParams) -> ReviewFilter:
    """The filter in an address. Raises HomeParty, UnknownParty, UnknownDocument, BadParameter."""
    party = party_asked(given)
    document = (given.get("document") or "")[:_LONGEST] or None
    if document and not has_document(asked.connection, document):
        raise UnknownDocument(value=document)
    return ReviewFilter(
        party=party,
        document=document,
        relation=_relation(given.get("relation") or ""),
        state=_state(given.get("state") or "undecided"),
    )


def _state(written: str) -> ReviewState:
    for state in REVIEW_STATES:
        if state == written:
            return state
    raise BadParameter(name="state", value=written[:40], known=", ".join(REVIEW_STATES))


def _relation(written: str) -> Relation | None:
    for relation in RELATIONS:
        if relation == written:
            return relation
    if written:
        raise BadParameter(name="relation", value=written[:40], known=", ".join(RELATIONS))
    return None


def _block(given: QueryParams) -> int:
    written = given.get("block") or "0"
    if not written.isascii() or not written.isdigit() or len(written) > 6:
        raise BadParameter(name="block", value=written[:40], known="0, 1, 2 …")
    return int(written)


def _chosen(waiting: list[Doubt], name: str | None) -> Doubt | None:
    """The doubt that an address names; else the first."""
    return next((doubt for doubt in waiting if name_of(doubt.link) == name), waiting[0] if waiting else None)
