"""How large a request may be: nobody is to fill the memory or the disk of the server."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from yaksok.errors import UploadTooLarge
from yaksok.interfaces.web.settings import Settings

MOST_FILES = 50
FILES_AT_ONCE = 4
"""One upload may have so many times the bytes of the largest file."""

FORM_BYTES = 2_000_000
"""Room for all that is no file."""

UPLOADS = ("/uploads", "/api/v1/uploads")


def most_bytes(settings: Settings) -> int:
    """The most bytes of the files of one upload."""
    return FILES_AT_ONCE * settings.max_bytes


def too_large(settings: Settings) -> UploadTooLarge:
    """What somebody is told who sends too much."""
    return UploadTooLarge(files=MOST_FILES, megabytes=most_bytes(settings) // 1_000_000)


class BodyLimit:
    """Middleware: refuses bodies that are too large or do not say how large they are, before they are read.

    The server below holds every body to the length that it says.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the class."""
        refused = self._refused(scope) if scope["type"] == "http" else None
        await (refused or self._app)(scope, receive, send)

    def _refused(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if "transfer-encoding" in headers:
            return PlainTextResponse("Send a Content-Length.", status_code=411)
        length = headers.get("content-length", "0")
        room = FORM_BYTES + (most_bytes(self._settings) if scope["path"] in UPLOADS else 0)
        if not length.isdecimal() or len(length) > 15 or int(length) > room:
            return PlainTextResponse(too_large(self._settings).describe(), status_code=413)
        return None
