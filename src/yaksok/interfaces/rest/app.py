"""The application under /api/v1, with its description."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, FastAPI

from yaksok import __version__
from yaksok.interfaces.accounts.store import Accounts
from yaksok.interfaces.rest import (
    commitments,
    decisions,
    describing,
    documents,
    exports,
    health,
    links,
    models,
    parties,
    search,
    uploads,
)
from yaksok.interfaces.rest.failures import install_failures
from yaksok.interfaces.rest.language import takes_language
from yaksok.interfaces.searching import FreshIndex
from yaksok.interfaces.web.identity import check_form
from yaksok.interfaces.web.settings import Settings
from yaksok.interfaces.web.uploads import Uploads

ROUTERS = (documents, commitments, parties, links, decisions, search, uploads, exports, health, describing)
_FAULTS: dict[int | str, dict[str, Any]] = {
    status: {"model": models.Problem, "description": words}
    for status, words in (
        (400, "The question cannot be answered so."),
        (401, "A login or a token is needed."),
        (403, "Role or token do not allow it."),
        (404, "There is no such thing."),
        (409, "It fits several things, or was done already."),
        (422, "A parameter has a value that it cannot have."),
        (429, "Too many requests."),
        (503, "The ledger is being written to."),
    )
}
_ABOUT = """Everything the ledger knows, for programs.

Every read takes `as_of`. Lists come in pages: pass `next` as `cursor` until it is null. Every answer about the
ledger has an `ETag`; send it as `If-None-Match` and 304 says that it still holds. Every error has one shape.
Sentences, reasons, places, notices and errors are told in English, or in Korean with `language=ko` or an
`Accept-Language` that prefers it; typed fields are the same in both.
`x-stability` tells for each path whether it may change within v1. Beyond this machine, send
`Authorization: Bearer TOKEN`.
"""


def create_api(settings: Settings, accounts: Accounts | None, index: FreshIndex | None = None) -> FastAPI:
    """The API of one ledger; without an index it cannot be searched."""
    api = FastAPI(
        title="yaksok",
        summary="What a foreign ministry promised, and what became of it.",
        description=_ABOUT,
        version=__version__,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses=_FAULTS,
        dependencies=[Depends(check_form), Depends(takes_language)],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    api.state.settings = settings
    api.state.accounts = accounts
    api.state.index = index
    api.state.uploads = Uploads(settings.ledger, max_bytes=settings.max_bytes, today=settings.today)
    install_failures(api)
    for module in ROUTERS:
        api.include_router(module.router)
    return api
