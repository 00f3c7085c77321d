"""Logging in, roles, tokens, forms of other sites, limits: a server that others can reach."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from yaksok.interfaces.accounts.roles import Role
from yaksok.interfaces.accounts.store import Accounts
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.identity import COOKIE
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import location_of

GOOD = "a long enough passphrase"
HOST = "http://plans.example"


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Accounts of a person of each role. Not to be written to: copy them first."""
    folder = tmp_path_factory.mktemp("people") / "accounts"
    accounts = Accounts(folder)
    roles: tuple[Role, ...] = ("reader", "reviewer", "administrator")
    for role in roles:
        accounts.add(f"the {role}", GOOD, role)
    return folder


@pytest.fixture
def served(settings: Settings, people: Path, tmp_path: Path) -> Settings:
    """Settings of a server beyond this machine, with a ledger of its own and a person of each role."""
    assert settings.ledger.path is not None
    own = tmp_path / "yaksok.db"
    shutil.copy(settings.ledger.path, own)
    shutil.copy(people, tmp_path / "accounts")
    return replace(
        settings,
        ledger=location_of(own),
        host="0.0.0.0",
        hosts=("plans.example",),
        accounts=tmp_path / "accounts",
        secure=False,
    )


@pytest.fixture
def visitor(served: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(served), base_url=HOST, follow_redirects=False) as made:
        yield made


def log_in(client: TestClient, name: str, password: str = GOOD) -> int:
    return client.post("/login", data={"name": name, "password": password, "next": "/promises"}).status_code


def mark(client: TestClient, path: str = "/account") -> str:
    found = re.search(r'name="mark" value="([0-9a-f]{64})"', client.get(path).text)
    assert found
    return found[1]


@pytest.mark.parametrize("path", ["/", "/promises", "/review", "/accounts", "/uploads/x", "/search?q=a"])
def test_a_page_leads_to_the_login(visitor: TestClient, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=")


def test_the_api_asks_for_a_token(visitor: TestClient) -> None:
    answer = visitor.get("/api/v1/commitments")
    assert (answer.status_code, answer.json()["error"]["number"]) == (401, "Y343")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert visitor.get("/api/v1/health").status_code == 200


def test_who_logs_in_gets_on_to_the_page_that_was_asked_for(visitor: TestClient) -> None:
    answer = visitor.post("/login", data={"name": "the reader", "password": GOOD, "next": "/promises"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/promises")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert visitor.get("/promises").status_code == 200


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_a_login_never_leads_elsewhere(visitor: TestClient, target: str) -> None:
    answer = visitor.post("/login", data={"name": "the reader", "password": GOOD, "next": target})
    assert answer.headers["location"] == "/"


def test_a_wrong_password_is_refused_and_guessing_is_slowed(visitor: TestClient) -> None:
    told = [log_in(visitor, "someone new", "wrong") for _ in range(12)]
    assert told[0] == 401
    assert told[-1] == 429


def test_logging_out_ends_the_session(visitor: TestClient) -> None:
    log_in(visitor, "the reader")
    session = visitor.cookies[COOKIE]
    assert visitor.post("/logout", data={"mark": mark(visitor)}).status_code == 303
    visitor.cookies.set(COOKIE, session)
    assert visitor.get("/promises").status_code == 303


@pytest.mark.parametrize("given", ["", "0" * 64])
def test_a_form_without_the_mark_of_its_session_is_refused(visitor: TestClient, given: str) -> None:
    log_in(visitor, "the administrator")
    answer = visitor.post(
        "/accounts", data={"name": "x", "password": GOOD, "role": "administrator", "mark": given}
    )
    assert answer.status_code == 403
    assert "Y348" in answer.text


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_a_form_of_another_site_is_refused(visitor: TestClient, headers: dict[str, str]) -> None:
    log_in(visitor, "the administrator")
    data = {"name": "x", "password": GOOD, "role": "reader", "mark": mark(visitor)}
    assert visitor.post("/accounts", data=data, headers=headers).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "plans.example.evil.example", ""])
def test_an_unknown_name_of_the_server_is_refused(visitor: TestClient, host: str) -> None:
    assert visitor.get("/login", headers={"host": host}).status_code == 403


def test_roles_are_kept_apart(visitor: TestClient) -> None:
    log_in(visitor, "the reader")
    assert visitor.get("/accounts").status_code == 403
    one = visitor.get("/api/v1/links?limit=1").json()["rows"][0]
    asked = {"kind": "reject", "promise": one["source"]["id"], "later": one["target"]["id"]}
    refused = visitor.post("/api/v1/decisions", json=asked, headers={"x-form-mark": mark(visitor)})
    assert (refused.status_code, refused.json()["error"]["number"]) == (403, "Y344")
    visitor.cookies.clear()
    log_in(visitor, "the reviewer")
    made = visitor.post("/api/v1/decisions", json=asked, headers={"x-form-mark": mark(visitor)})
    assert made.status_code == 201
    assert made.json()["person"] == "the reviewer"


def test_an_administrator_keeps_accounts_and_reads_the_log(visitor: TestClient) -> None:
    log_in(visitor, "the administrator")
    data = {"name": "lee", "password": GOOD, "role": "reviewer", "mark": mark(visitor, "/accounts")}
    assert visitor.post("/accounts", data=data).status_code == 303
    page = visitor.get("/accounts").text
    assert "lee" in page
    assert "account made" in page


def test_a_token_speaks_for_its_owner_within_its_scopes(visitor: TestClient) -> None:
    log_in(visitor, "the reviewer")
    data = {"label": "nightly table", "scope": ["read"], "mark": mark(visitor)}
    page = visitor.post("/account/tokens", data=data)
    found = re.search(r"yk_[\w-]+", page.text)
    assert found
    assert page.headers["cache-control"] == "no-store"
    visitor.cookies.clear()
    bearer = {"authorization": f"Bearer {found[0]}"}
    assert visitor.get("/api/v1/commitments?limit=1", headers=bearer).status_code == 200
    asked = {"kind": "note", "promise": "2025-work-plan:26", "note": "x"}
    assert visitor.post("/api/v1/decisions", json=asked, headers=bearer).status_code == 403
    assert visitor.get("/api/v1/commitments", headers={"authorization": "Bearer yk_none"}).status_code == 401


def test_who_asks_too_often_has_to_wait(visitor: TestClient) -> None:
    answers = {visitor.get("/api/v1/health").status_code for _ in range(400)}
    assert answers == {200, 429}


def test_every_answer_lets_nothing_foreign_run(visitor: TestClient) -> None:
    for path in ("/login", "/promises", "/static/yaksok.css", "/api/v1/commitments", "/nothing"):
        headers = visitor.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_on_this_machine_nobody_logs_in(client: TestClient) -> None:
    assert client.get("/promises").status_code == 200
    assert client.get("/login").status_code == 403
