"""Logging in and out, and one's own account."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from yaksok.errors import BadAccount, LoginNeeded, TooManyRequests, YaksokError
from yaksok.interfaces.accounts.limits import Limiter
from yaksok.interfaces.accounts.roles import SCOPES, Person
from yaksok.interfaces.accounts.store import LONGEST
from yaksok.interfaces.telling.faults import in_language
from yaksok.interfaces.web.asked import language_of, person_of
from yaksok.interfaces.web.identity import COOKIE, accounts_of, address_of, note
from yaksok.interfaces.web.rendering import Bare, page
from yaksok.interfaces.web.safe_paths import own_path

router = APIRouter()


@router.get("/login")
def form(request: Request, next: Annotated[str, Query()] = "/") -> Response:  # noqa: A002 - the name of the parameter
    """The form to log in with."""
    accounts_of(request)
    return _login_page(request, own_path(next))


@router.post("/login")
def log_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 - the same
) -> Response:
    """Begin a session. Raises TooManyRequests."""
    accounts = accounts_of(request)
    logins: Limiter = request.app.state.logins
    wait = max(logins.wait(f"from {address_of(request)}"), logins.wait(f"as {name.strip()}"))
    if wait:
        raise TooManyRequests(seconds=wait)
    person = accounts.check(name.strip(), password)
    accounts.note(
        name=name.strip(), address=address_of(request), action="login" if person else "login refused"
    )
    if person is None:
        return _login_page(request, own_path(next), refused=True, status=401)
    answer = RedirectResponse(own_path(next), status_code=303)
    answer.set_cookie(
        COOKIE,
        accounts.begin_session(person.name),
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.app.state.settings.secure,
    )
    return answer


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    accounts_of(request).end_session(request.cookies.get(COOKIE, ""))
    note(request, "logout")
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/account")
def account(request: Request) -> Response:
    """One's own account: password and tokens."""
    return _account_page(request)


@router.post("/account/password")
def change_password(
    request: Request,
    old: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
) -> Response:
    """Take another password; all sessions end."""
    person, accounts = _person(request), accounts_of(request)
    logins: Limiter = request.app.state.logins
    wait = logins.wait(f"as {person.name}")
    if wait:
        raise TooManyRequests(seconds=wait)
    if accounts.check(person.name, old) is None:
        return _account_page(request, error=BadAccount(reason="the old password is another one"))
    try:
        accounts.set_password(person.name, new)
    except BadAccount as error:
        return _account_page(request, error=error)
    note(request, "password changed")
    return RedirectResponse("/login", status_code=303)


@router.post("/account/tokens")
def make_token(
    request: Request,
    label: Annotated[str, Form()] = "",
    scope: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Make an API token; its secret is shown on this answer alone."""
    person = _person(request)
    scopes = frozenset(one for one in SCOPES if one in (scope or []) and person.may_use(one))
    try:
        secret = accounts_of(request).make_token(person.name, label, scopes)
    except BadAccount as error:
        return _account_page(request, error=error)
    note(request, "token made", f"{label}: {' '.join(sorted(scopes))}")
    return _account_page(request, secret=secret)


@router.post("/account/tokens/revoke")
def revoke_token(request: Request, token: Annotated[str, Form()] = "") -> Response:
    """Make one's own token useless."""
    accounts_of(request).revoke(token, name=_person(request).name)
    note(request, "token revoked", token[:12])
    return RedirectResponse("/account", status_code=303)


def _person(request: Request) -> Person:
    person = person_of(request)
    if person is None:
        raise LoginNeeded
    return person


def _login_page(request: Request, target: str, *, refused: bool = False, status: int = 200) -> Response:
    bare = Bare(request, language_of(request), None)
    return page(bare, "login.html", status=status, next=target, refused=refused)


def _account_page(request: Request, *, secret: str = "", error: YaksokError | None = None) -> Response:
    person, accounts = _person(request), accounts_of(request)
    language = language_of(request)
    return page(
        Bare(request, language, person),
        "account.html",
        status=400 if error else 200,
        headers={"cache-control": "no-store"},
        tokens=accounts.tokens(person.name),
        scopes=[one for one in SCOPES if person.may_use(one)],
        secret=secret,
        error=in_language(error, language).message(language) if error else "",
    )
