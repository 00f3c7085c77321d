"""What every endpoint shares: the day, who may ask, entity tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Annotated, Any, TypeVar

from fastapi import Query, Request, Response
from pydantic import BaseModel
from starlette.responses import JSONResponse

from yaksok import __version__
from yaksok.errors import LoginNeeded, NotAllowed
from yaksok.fulfilment.shelf import state
from yaksok.interfaces.accounts.roles import Person, Scope
from yaksok.interfaces.rest.language import VARY, language_asked
from yaksok.interfaces.web.asked import Asked, asking, person_of

AsOf = Annotated[
    str | None,
    Query(
        pattern=r"^\d{4}-\d{2}-\d{2}$",
        description="Count only what was published by this day (YYYY-MM-DD); today if it is not given.",
    ),
]
Limit = Annotated[int, Query(ge=1, le=200, description="So many rows at most.")]
Cursor = Annotated[str, Query(max_length=2000, description="`next` of the page before.")]

STABLE: dict[str, Any] = {"x-stability": "stable"}
"""Will not change within v1 but by fields that are added."""

UNSTABLE: dict[str, Any] = {"x-stability": "unstable"}
"""May change with the next version."""

_Shape = TypeVar("_Shape", bound=BaseModel)


def allowed(request: Request, scope: Scope) -> Person:
    """The person who asks, if role and token allow it. Raises LoginNeeded, NotAllowed."""
    person = person_of(request)
    if person is None:
        raise LoginNeeded
    if not person.may_use(scope):
        raise NotAllowed(role="reviewer" if scope != "read" else "reader")
    return person


def answer(request: Request, make: Callable[[Asked], _Shape]) -> Response:
    """The answer to a question about the ledger; 304 where the one that the caller has still holds.

    The tag tells the ledger's state, the day, the language and the question apart; it is worked out before the answer is.
    """
    allowed(request, "read")
    with asking(request) as opened:
        asked = replace(opened, language=language_asked(request))  # pages choose theirs otherwise
        tag = _tag(asked)
        if tag in {one.strip() for one in request.headers.get("if-none-match", "").split(",")}:
            return Response(status_code=304, headers={"etag": tag, **VARY})
        return JSONResponse(make(asked).model_dump(mode="json"), headers={"etag": tag, **VARY})


def _tag(asked: Asked) -> str:
    said = (
        __version__,
        state(asked.connection),
        asked.as_of.isoformat(),
        asked.language,
        str(asked.request.url),
    )
    return f'W/"{sha256(chr(0).join(said).encode()).hexdigest()[:32]}"'
