"""Who asks: by session cookie or API token; and that forms were given out by this server.

Where no accounts are kept (only this machine is served), everybody is the person the server was started for.
"""

from __future__ import annotations

import hmac
from typing import cast
from urllib.parse import quote

from anyio.to_thread import run_sync
from fastapi import Request
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from yaksok.errors import BadForm, LoginNeeded, NotAllowed, TooManyRequests, YaksokError
from yaksok.interfaces.accounts.limits import Limit, Limiter
from yaksok.interfaces.accounts.roles import Person
from yaksok.interfaces.accounts.store import Accounts
from yaksok.interfaces.rest.failures import problem
from yaksok.interfaces.web.asked import language_of
from yaksok.interfaces.web.security import SAFE
from yaksok.interfaces.web.settings import Settings

COOKIE = "yaksok_session"
OPEN = ("/static/", "/login", "/preferences", "/api/v1/health")
"""What can be reached without a login."""

REQUESTS = Limit(burst=240, seconds=0.1)
LOGINS = Limit(burst=8, seconds=15)


class Identity:
    """Middleware: sets `state.person`, and turns away who is not known or asks too often."""

    def __init__(self, app: ASGIApp, *, settings: Settings, accounts: Accounts | None) -> None:
        self._app = app
        self._settings = settings
        self._accounts = accounts
        self._requests = Limiter(REQUESTS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the class."""
        if scope["type"] != "http" or self._accounts is None:
            if scope["type"] == "http":
                scope.setdefault("state", {})["person"] = Person(self._settings.person, "administrator")
            await self._app(scope, receive, send)
            return
        answer = await self._identified(scope, self._accounts)
        await (answer or self._app)(scope, receive, send)

    async def _identified(self, scope: Scope, accounts: Accounts) -> Response | None:
        """Notes who asks; the answer for one who is turned away."""
        state = scope.setdefault("state", {})
        state["person"] = None
        path = scope["path"]
        wait = self._requests.wait(_address(scope)) if not path.startswith("/static/") else 0
        if wait:
            return refusal(scope, TooManyRequests(seconds=wait), 429, {"retry-after": str(wait)})
        secret = bearer(Headers(scope=scope))
        if secret:
            state["person"] = await run_sync(accounts.by_token, secret)
            state["by_token"] = state["person"] is not None
        else:
            session = HTTPConnection(scope).cookies.get(COOKIE, "")
            if session:
                state["person"] = await run_sync(accounts.by_session, session)
                state["form_mark"] = accounts.mark_of(session) if state["person"] else ""
        if state["person"] is None and not path.startswith(OPEN):
            if path.startswith(("/api/", "/mcp")):
                return refusal(scope, LoginNeeded(), 401, {"www-authenticate": "Bearer"})
            asked = path + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
            target = f"/login?next={quote(asked)}" if scope["method"] in SAFE else "/login"
            return RedirectResponse(target, status_code=303)
        return None


def bearer(headers: Headers) -> str:
    """The token of an Authorization header; "" where there is none."""
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def refusal(scope: Scope, error: YaksokError, status: int, headers: dict[str, str]) -> Response:
    """An error before any page is made: as JSON for programs, as a line of text for people."""
    request = HTTPConnection(scope)
    if request.url.path.startswith(("/api/", "/mcp")):
        return problem(request, error, status, headers)
    told = error.describe(language_of(request))
    return Response(told, status_code=status, headers=headers, media_type="text/plain")


async def check_form(request: Request) -> None:
    """That a form comes from a page of this session: a dependency of every route. Raises BadForm."""
    mark = getattr(request.state, "form_mark", "")
    if request.method in SAFE or not mark or getattr(request.state, "by_token", False):
        return
    given = request.headers.get("x-form-mark") or (await request.form()).get("mark") or ""
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(), mark.encode()):
        raise BadForm(reason="its mark is missing or old")


def accounts_of(request: Request) -> Accounts:
    """The accounts of the server. Raises NotAllowed where it keeps none."""
    found = cast("Accounts | None", request.app.state.accounts)
    if found is None:
        raise NotAllowed(role="administrator")
    return found


def address_of(request: Request) -> str:
    """Where a request comes from, for the log."""
    return _address(request.scope)


def note(request: Request, action: str, detail: str = "") -> None:
    """Write into the log of accounts what a person did, where accounts are kept."""
    accounts = cast("Accounts | None", request.app.state.accounts)
    person = getattr(request.state, "person", None)
    if accounts is not None and person is not None:
        accounts.note(name=person.name, address=address_of(request), action=action, detail=detail)


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else "-"
