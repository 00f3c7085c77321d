"""Decisions of people on links: read, made, taken back."""

from __future__ import annotations

from collections import deque
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from starlette.responses import JSONResponse

from yaksok.errors import IncompleteDecision
from yaksok.interfaces.deciding import Decider, decisions_in
from yaksok.interfaces.deciding_once import decide
from yaksok.interfaces.rest import models, shapes
from yaksok.interfaces.rest.asking import STABLE, AsOf, Cursor, Limit, allowed, answer
from yaksok.interfaces.rest.cursors import from_cursor, to_cursor
from yaksok.interfaces.shelving import keep
from yaksok.interfaces.web.asked import Asked
from yaksok.interfaces.web.identity import note
from yaksok.interfaces.web.settings import Settings

router = APIRouter(tags=["decisions"])


@router.get("/decisions", response_model=models.Page[models.Decision], openapi_extra=STABLE)
def decisions(
    request: Request,
    *,
    limit: Limit = 50,
    cursor: Cursor = "",
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> Response:
    """Every decision by the moment it was made, and whether it holds; those made by the day."""

    def make(asked: Asked) -> models.Page[models.Decision]:
        after = from_cursor(cursor, str, str)
        day = asked.as_of.isoformat()
        every = [
            one
            for one in decisions_in(asked.settings.ledger)
            if asked.is_today or one.decision.decided_at[:10] <= day
        ]
        rest = [one for one in every if after is None or (one.decision.decided_at, one.decision.id) > after]
        rows = tuple(shapes.decision(one) for one in rest[:limit])
        last = to_cursor(rows[-1].decided_at, rows[-1].id) if len(rest) > limit else None
        return models.Page(rows=rows, next=last, total=len(every))

    return answer(request, make)


@router.post("/decisions", response_model=models.Decision, status_code=201, openapi_extra=STABLE)
def make_decision(request: Request, asked: models.DecisionAsked) -> Response:
    """Accept, reject or relabel a link, draw one, or note something. Needs the scope `decide`."""
    person = allowed(request, "decide")
    _check_complete(asked)
    settings: Settings = request.app.state.settings
    made = decide(
        settings.ledger,
        asked.promise,
        asked.later,
        asked.kind,
        relation=asked.relation,
        note=asked.note,
        person=person.name,
    )
    note(request, f"decision {made.kind}", made.id)
    deque(keep(settings.ledger, today=settings.today()), maxlen=0)
    return _told(settings, made.id, 201)


@router.post(
    "/decisions/{decision}/undo", response_model=models.Decision, status_code=201, openapi_extra=STABLE
)
def undo(
    request: Request,
    decision: Annotated[str, Path(min_length=6, max_length=32, pattern="^[0-9a-f]+$")],
    asked: models.UndoAsked,
) -> Response:
    """Take a decision back. Needs the scope `decide`."""
    person = allowed(request, "decide")
    settings: Settings = request.app.state.settings
    with Decider(settings.ledger, person=person.name, command="decisions undo") as decider:
        made = decider.undo(decision, note=asked.note)
    note(request, "decision undone", decision)
    deque(keep(settings.ledger, today=settings.today()), maxlen=0)
    return _told(settings, made.id, 201)


def _told(settings: Settings, decision: str, status: int) -> Response:
    listed = next(one for one in decisions_in(settings.ledger) if one.decision.id == decision)
    return JSONResponse(shapes.decision(listed).model_dump(mode="json"), status_code=status)


def _check_complete(asked: models.DecisionAsked) -> None:
    """Raises IncompleteDecision."""
    if asked.kind != "note" and asked.later is None:
        raise IncompleteDecision(kind=asked.kind, missing="later")
    if asked.kind in {"relabel", "draw"} and asked.relation is None:
        raise IncompleteDecision(kind=asked.kind, missing="relation")
    if asked.kind == "note" and not asked.note.strip():
        raise IncompleteDecision(kind=asked.kind, missing="note")
