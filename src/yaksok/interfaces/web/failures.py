"""Errors as pages: numbered, with the next step, and with the right status."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import PageNotFound, YaksokError
from yaksok.interfaces.rest.failures import problem
from yaksok.interfaces.web.rendering import error_page
from yaksok.interfaces.web.statuses import status_of_error


def install_failures(app: FastAPI) -> None:
    """Let every error be told in words."""

    @app.exception_handler(YaksokError)
    def known(request: Request, error: YaksokError) -> Response:
        return _told(request, error, status_of_error(error))

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return _told(request, PageNotFound(path=request.url.path[:200]), 404)
        return Response(str(error.detail), status_code=error.status_code, headers=dict(error.headers or {}))


def _told(request: Request, error: YaksokError, status: int) -> Response:
    """As a page for people, as JSON for programs."""
    if request.url.path.startswith("/api/"):
        return problem(request, error, status)
    return error_page(request, error, status)
