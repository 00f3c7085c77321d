"""Errors in the one shape of the API, with their status."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from yaksok.errors import BadParameter, BadUsage, PageNotFound, YaksokError
from yaksok.interfaces.web.statuses import status_of_error


def problem(error: YaksokError, status: int, headers: dict[str, str] | None = None) -> Response:
    """An error as an answer."""
    body = {"number": error.number, "message": error.message(), "next_step": error.next_step()}
    return JSONResponse({"error": body}, status_code=status, headers=headers)


def install_failures(api: FastAPI) -> None:
    """Give every error the one shape."""

    @api.exception_handler(YaksokError)
    def known(_request: Request, error: YaksokError) -> Response:
        return problem(error, status_of_error(error))

    @api.exception_handler(RequestValidationError)
    def invalid(_request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
        told = BadParameter(name=name[:80], value=str(first.get("input"))[:80], known=str(first["msg"])[:200])
        return problem(told, 422)

    @api.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return problem(PageNotFound(path=request.url.path[:200]), 404)
        told = BadUsage(reason=str(error.detail), command="the API")
        return problem(told, error.status_code, dict(error.headers or {}))
