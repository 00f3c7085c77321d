"""Every page, in both languages: it answers, is well formed for everybody, and lets no foreign script run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from yaksok.interfaces.web.pages import routers
from yaksok.interfaces.web.security import POLICY

LANGUAGES = ("ko", "en")
HERE = ("/", "#", "http://127.0.0.1/")
"""What links may lead to: this server, also by its whole address."""

NO_PAGES = ("/api/", "/static/", "/mcp")
WITHOUT_ACCOUNTS = {"/login", "/account", "/accounts"}
"""What answers only where people log in; test_accounts walks these."""

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def page_routes() -> list[str]:
    found = {
        route.path
        for router in routers()
        for route in router.routes
        if isinstance(route, APIRoute)
        and "GET" in (route.methods or ())
        and not route.path.startswith(NO_PAGES)
    }
    return sorted(found - WITHOUT_ACCOUNTS)


PLAIN = [path for path in page_routes() if "{" not in path]
WITH_PLACES = [path for path in page_routes() if "{" in path]
STRICTER = "default-src 'none'; sandbox"
"""The policy of a source as it was sent: nothing of it runs or loads."""

MOST_LOOKED_AT = 40
"""So many pages are searched for links to pages of each kind."""


class Page(HTMLParser):
    """What is looked at of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.headings: list[int] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[tuple[str | None, bool]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "html":
            self.language = said.get("lang") or ""
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "style" or "style" in said or (tag == "script" and "src" not in said):
            self.inline.append(tag)
        self.inline += [name for name in said if name.startswith("on")]
        if "id" in said:
            self.ids.append(said["id"] or "")
        if tag == "a" and "href" in said:
            self.links.append(said["href"] or "")
        self.loaded += [said[name] or "" for name in ("src", "action") if name in said]
        if tag == "link":
            self.loaded.append(said.get("href") or "")
        if tag == "label" and said.get("for"):
            self.labelled.add(said["for"] or "")
        if tag in {"select", "textarea", "input"} and said.get("type") not in {"hidden", "submit", "button"}:
            named = "label" in self.open or "aria-label" in said or "aria-labelledby" in said
            self.fields.append((said.get("id"), named))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass


@pytest.fixture(scope="module")
def addresses(client: TestClient) -> list[str]:
    """The pages without places in their address, and such as lead on from them."""
    found: dict[str, str] = {}
    patterns = {path: re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path)) for path in WITH_PLACES}
    waiting, seen = list(PLAIN), set[str]()
    while waiting and len(found) < len(patterns) and len(seen) < MOST_LOOKED_AT:
        address = waiting.pop(0)
        seen.add(address)
        answer = client.get(address)
        for link in Page(answer.text).links if is_page(answer.headers) else ():
            path = link.split("#")[0].split("?")[0]
            fitting = {name for name, pattern in patterns.items() if pattern.fullmatch(path)} - found.keys()
            if path.startswith("/") and fitting:
                found.update(dict.fromkeys(fitting, link.split("#")[0]))
                waiting.append(link.split("#")[0])
    return [*PLAIN, *dict.fromkeys(found.values())]


def is_page(headers: object) -> bool:
    return "text/html" in str(getattr(headers, "get", lambda _: "")("content-type"))


def every_page(client: TestClient, addresses: list[str], language: str) -> Iterator[tuple[str, Page, str]]:
    for address in addresses:
        answer = client.get(f"{address}{'&' if '?' in address else '?'}lang={language}")
        assert answer.status_code in {200, 301, 302, 303, 304}, (address, answer.text[-500:])
        assert answer.headers["content-security-policy"] in {POLICY, STRICTER}, address
        if is_page(answer.headers):
            yield address, Page(answer.text), answer.text


def test_there_are_pages() -> None:
    assert {"/", "/promises", "/documents", "/calendar", "/about"} <= set(PLAIN)
    assert WITH_PLACES


def test_the_policy_lets_only_our_files_run() -> None:
    rules = dict(part.strip().split(" ", 1) for part in POLICY.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["base-uri"] == rules["frame-ancestors"] == "'none'"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_and_is_well_formed(
    client: TestClient, addresses: list[str], language: str
) -> None:
    seen = 0
    for address, page, text in every_page(client, addresses, language):
        seen += 1
        assert page.language == language, address
        assert page.headings.count(1) == 1, address
        assert all(
            after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
        ), (
            address,
            page.headings,
        )
        assert page.inline == [], address
        assert [name for name in page.ids if page.ids.count(name) > 1] == [], address
        assert [where for where in page.loaded if not where.startswith("/")] == [], address
        assert [link for link in page.links if not link.startswith(HERE)] == [], address
        assert [field for field, named in page.fields if not named and field not in page.labelled] == [], (
            address
        )
        assert not re.search(r"%\(\w+\)s|\{\{|\}\}", text), address
    assert seen >= len(PLAIN) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_another_day_answer(client: TestClient, addresses: list[str], language: str) -> None:
    for address in ("/", "/promises", "/documents", "/calendar", "/about"):
        assert address in addresses
        answer = client.get(f"{address}?as_of=2022-01-01&lang={language}")
        assert answer.status_code == 200
        assert Page(answer.text).headings.count(1) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["/nothing", "/promises?status=what", "/?as_of=2022-13-01", "/documents?sort=x"]
)
def test_errors_are_pages(client: TestClient, path: str, language: str) -> None:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}lang={language}")
    assert answer.status_code in {400, 404}
    page = Page(answer.text)
    assert page.headings == [1]
    assert page.language == language
    assert re.search(r"Y\d{3}", answer.text)
    assert answer.headers["content-security-policy"] == POLICY
