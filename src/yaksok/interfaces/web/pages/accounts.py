"""The accounts of a served ledger and the log of what was done, for administrators."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from yaksok.errors import BadAccount, NotAllowed, YaksokError
from yaksok.interfaces.accounts.roles import ROLES, Role
from yaksok.interfaces.telling.faults import in_language
from yaksok.interfaces.web.asked import language_of, person_of
from yaksok.interfaces.web.identity import accounts_of, note
from yaksok.interfaces.web.rendering import Bare, page

router = APIRouter()


@router.get("/accounts")
def accounts(request: Request) -> Response:
    """All accounts, all tokens, and the newest lines of the log."""
    return _page(request)


@router.post("/accounts")
def add(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = "reader",
) -> Response:
    """Make an account."""
    _check(request)
    try:
        accounts_of(request).add(name, password, _role(role))
    except BadAccount as error:
        return _page(request, error=error)
    note(request, "account made", f"{name}: {role}")
    return RedirectResponse("/accounts", status_code=303)


@router.post("/accounts/change")
def change(
    request: Request,
    name: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = "",
    active: Annotated[str, Form()] = "",
) -> Response:
    """Give an account another role, close it or open it again."""
    _check(request)
    try:
        if role:
            accounts_of(request).set_role(name, _role(role))
            note(request, "role changed", f"{name}: {role}")
        if active:
            accounts_of(request).set_active(name, active=active == "yes")
            note(request, "account opened" if active == "yes" else "account closed", name)
    except BadAccount as error:
        return _page(request, error=error)
    return RedirectResponse("/accounts", status_code=303)


@router.post("/accounts/revoke")
def revoke(request: Request, token: Annotated[str, Form()] = "") -> Response:
    """Make anybody's token useless."""
    _check(request)
    accounts_of(request).revoke(token)
    note(request, "token revoked", token[:12])
    return RedirectResponse("/accounts", status_code=303)


def _role(written: str) -> Role:
    for role in ROLES:
        if role == written:
            return role
    raise BadAccount(reason=f"a role is one of {', '.join(ROLES)}")


def _check(request: Request) -> None:
    person = person_of(request)
    if person is None or not person.may("administrator"):
        raise NotAllowed(role="administrator")


def _page(request: Request, *, error: YaksokError | None = None) -> Response:
    _check(request)
    kept, language = accounts_of(request), language_of(request)
    return page(
        Bare(request, language, person_of(request)),
        "accounts.html",
        status=400 if error else 200,
        headers={"cache-control": "no-store"},
        users=kept.users(),
        tokens=kept.tokens(),
        log=kept.log(),
        roles=ROLES,
        error=in_language(error, language).message(language) if error else "",
    )
