"""What every request and every answer passes: known hosts, no foreign forms, no script but our own.

Text of documents is untrusted. Templates escape it, and should one ever fail to, the policy lets nothing run
that is not a file of the package.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yaksok.interfaces.web.settings import Settings, is_loopback

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_FOREVER = "public, max-age=31536000, immutable"


class Guard:
    """Middleware: refuses unknown hosts and forms of other sites, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the class."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        asset = scope["path"].startswith("/static/") and b"v=" in scope.get("query_string", b"")

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    sent.setdefault(name, value)
                if asset and message["status"] == 200:
                    sent["cache-control"] = _FOREVER
                else:
                    sent.setdefault("cache-control", "no-cache")
            await send(message)

        if refusal:
            await PlainTextResponse(refusal, status_code=403)(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    def _refusal(self, method: str, headers: Headers) -> str:
        """Why a request is refused; "" if it is not."""
        host = headers.get("host", "")
        if not self._knows(host):
            return "This server is not known under the name that was asked for; name it with --host-name."
        if method in SAFE or headers.get("authorization"):
            return ""  # a token is never sent by a browser on its own
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site")
        if origin not in (None, "null") and urlsplit(origin).netloc == host:
            return ""
        if origin is None and site in (None, "same-origin", "none"):
            return ""
        return "A form of another site is not taken."

    def _knows(self, host: str) -> bool:
        """Whether the server is meant to be addressed so: else another site could have its name lead here."""
        name = urlsplit(f"//{host}").hostname or ""
        settings = self._settings
        return name in settings.hosts or name == settings.host or is_loopback(name)
