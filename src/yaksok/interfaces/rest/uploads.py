"""Documents sent in: read in the background as those of the page are."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from starlette.responses import JSONResponse

from yaksok.errors import PageNotFound
from yaksok.interfaces.rest import models
from yaksok.interfaces.rest.asking import UNSTABLE, allowed
from yaksok.interfaces.rest.failures import fault
from yaksok.interfaces.rest.language import language_asked
from yaksok.interfaces.web.identity import note
from yaksok.interfaces.web.receiving import take_in, uploads_of

router = APIRouter(tags=["uploads"])

_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}}
                    },
                }
            }
        },
    }
}


@router.post("/uploads", response_model=models.Uploaded, status_code=202, openapi_extra={**UNSTABLE, **_FORM})
async def send(request: Request) -> Response:
    """Send files to be read into the ledger. Needs the scope `upload`; ask by the id what becomes of them."""
    allowed(request, "upload")
    identity = await take_in(request)
    note(request, "upload", identity)
    told = models.Uploaded(id=identity, address=f"/api/v1/uploads/{identity}")
    return JSONResponse(told.model_dump(mode="json"), status_code=202)


@router.get("/uploads/{identity}", response_model=models.Upload, openapi_extra=UNSTABLE)
def upload(request: Request, identity: Annotated[str, Path(max_length=40)]) -> models.Upload:
    """How far an upload is, and what became of each file."""
    allowed(request, "upload")
    state = uploads_of(request).state(identity)
    if state is None:
        raise PageNotFound(path=request.url.path[:200])
    language = language_asked(request)
    return models.Upload(
        id=state.id,
        phase=state.phase,
        files=tuple(
            models.UploadedFile(
                name=one.origin,
                outcome=one.outcome or "problem",
                document=one.stem if one.error is None else None,
                statements=one.statements,
                problem=None if one.error is None else fault(one.error, language),
            )
            for one in state.files
        ),
        links=state.links,
        problem=None if state.error is None else fault(state.error, language),
    )
