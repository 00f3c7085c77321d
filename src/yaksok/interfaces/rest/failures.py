"""Errors in the one shape of the API, with their status."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response

from yaksok.errors import BadParameter, BadUsage, PageNotFound, YaksokError
from yaksok.interfaces.rest import models
from yaksok.interfaces.rest.language import VARY, language_asked
from yaksok.interfaces.telling.faults import in_language
from yaksok.interfaces.web.statuses import status_of_error
from yaksok.records.statement import Language


def problem(
    request: HTTPConnection, error: YaksokError, status: int, headers: Mapping[str, str] | None = None
) -> Response:
    """An error as an answer, in the language of the request."""
    told = fault(error, language_asked(request)).model_dump(mode="json")
    return JSONResponse({"error": told}, status_code=status, headers={**VARY, **(headers or {})})


def fault(error: YaksokError, language: Language) -> models.Fault:
    """An error in words."""
    told = in_language(error, language)
    return models.Fault(
        number=told.number, message=told.message(language), next_step=told.next_step(language)
    )


def install_failures(api: FastAPI) -> None:
    """Give every error the one shape."""

    @api.exception_handler(YaksokError)
    def known(request: Request, error: YaksokError) -> Response:
        return problem(request, error, status_of_error(error))

    @api.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
        told = BadParameter(name=name[:80], value=str(first.get("input"))[:80], known=str(first["msg"])[:200])
        return problem(request, told, 422)

    @api.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return problem(request, PageNotFound(path=request.url.path[:200]), 404)
        told = BadUsage(reason=str(error.detail), command="the API")
        return problem(request, told, error.status_code, dict(error.headers or {}))
