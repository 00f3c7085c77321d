"""Whole tables as files, as `yaksok export` writes them."""

from __future__ import annotations

import tempfile
from pathlib import Path as FilePath
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Path, Request
from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from yaksok.interfaces.exports.columns import TableName
from yaksok.interfaces.exports.exporting import export_ledger, plan_of
from yaksok.interfaces.rest.asking import UNSTABLE, AsOf, allowed
from yaksok.interfaces.web.asked import day_asked
from yaksok.interfaces.web.settings import Settings

router = APIRouter(tags=["exports"])

TABLES = get_args(TableName)
Form = Literal["jsonl", "csv", "parquet"]
_TYPES = {
    "jsonl": "application/jsonl",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}
_FILE = {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in _TYPES.values()}}


@router.get(
    "/exports/{table}/{form}",
    response_class=FileResponse,
    responses={200: {**_FILE, "description": "The file."}},
    openapi_extra=UNSTABLE,
)
def export(
    request: Request,
    table: Annotated[TableName, Path()],
    form: Annotated[Form, Path()],
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> FileResponse:
    """A table of the ledger as JSON Lines, CSV or Parquet; `as_of` is the day that promises are judged on."""
    allowed(request, "read")
    settings: Settings = request.app.state.settings
    folder = tempfile.TemporaryDirectory(prefix="yaksok-export-")
    try:
        target = FilePath(folder.name) / f"{table}.{form}"
        day = day_asked(request, settings.today()) if table == "promises" else None
        export_ledger(
            settings.ledger, plan_of(form, target, [table], as_of=day or settings.today(), bom=False)
        )
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        target, media_type=_TYPES[form], filename=target.name, background=BackgroundTask(folder.cleanup)
    )
