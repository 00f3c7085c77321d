"""Documents that are sent by a form: taken in, worked on in the background, told about."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from yaksok.errors import NotAllowed, PageNotFound, YaksokError
from yaksok.interfaces.telling.faults import in_language
from yaksok.interfaces.web.asked import asking, language_of, person_of
from yaksok.interfaces.web.identity import note
from yaksok.interfaces.web.receiving import take_in, uploads_of
from yaksok.interfaces.web.rendering import Bare, page
from yaksok.interfaces.web.statuses import status_of_error

router = APIRouter()

PAUSE = 2
"""Seconds after which the page of an upload at work is loaded anew, where no script does it."""


@router.post("/uploads")
async def send(request: Request) -> Response:
    """Take files in. A script that asks for JSON gets the address of what becomes of them, a browser is led there."""
    wants_json = "application/json" in request.headers.get("accept", "")
    try:
        _check_role(request)
        identity = await take_in(request)
        note(request, "upload", identity)
    except YaksokError as error:
        if not wants_json:
            raise
        said = {"number": error.number}
        language = language_of(request)
        error = in_language(error, language)
        said |= {"message": error.message(language), "next_step": error.next_step(language)}
        return JSONResponse(said, status_code=status_of_error(error))
    address = f"/uploads/{identity}"
    if wants_json:
        return JSONResponse({"address": address}, status_code=202)
    return RedirectResponse(address, status_code=303)


@router.get("/uploads/{identity}")
def show(request: Request, identity: str) -> Response:
    """How far an upload is, and in the end what it brought."""
    _check_role(request)
    state = uploads_of(request).state(identity)
    if state is None:
        raise PageNotFound(path=request.url.path[:200])
    if state.found is not None:
        with asking(request) as asked:
            return page(asked, "upload.html", state=state, news=state.found.news, pause=0)
    # The ledger is not opened while it is written to: the page would wait for it.
    bare = Bare(request, language_of(request), person_of(request))
    return page(bare, "upload.html", state=state, pause=0 if state.is_finished else PAUSE)


def _check_role(request: Request) -> None:
    person = person_of(request)
    if person is None or not person.may("reviewer"):
        raise NotAllowed(role="reviewer")
