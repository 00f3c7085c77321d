"""Every page by axe (WCAG 2.2 A and AA), light and dark, wide and narrow, and without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import NARROW, WIDE, Site

PAGES = (
    "/",
    "/promises",
    "/promises/2022-policy-agenda:44",
    "/documents",
    "/documents/2025-work-plan",
    "/documents/2025-work-plan/original",
    "/parties",
    "/parties/ASEAN",
    "/compare?one=2024-work-plan&other=2025-work-plan",
    "/calendar",
    "/review",
    "/decisions",
    "/search?q=KASI",
    "/scorecard",
    "/about",
    "/api/v1/docs",
    "/no-such-page",
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Of what holds, only that it does: to name every element of it takes longer than the checks.
    "resultTypes": ["violations"],
}


@pytest.fixture(params=["light", "dark"])
def themed(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=site.url, viewport=WIDE, color_scheme=request.param)
    made.set_default_timeout(60_000)
    yield made
    made.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(themed: BrowserContext, path: str) -> None:
    page: Page = themed.new_page()
    page.goto(f"{path}{'&' if '?' in path else '?'}lang=ko")
    page.wait_for_timeout(300)
    found = Axe().run(page, options=RULES).response["violations"]
    told = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]
    assert told == []


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_need_not_be_scrolled_sideways(browser: Browser, site: Site, path: str) -> None:
    made = browser.new_context(base_url=site.url, viewport=NARROW)
    page = made.new_page()
    page.goto(path, timeout=60_000)
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    made.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_first_paint_needs_no_script(browser: Browser, site: Site, path: str) -> None:
    made = browser.new_context(base_url=site.url, viewport=WIDE, java_script_enabled=False)
    page = made.new_page()
    page.goto(path, timeout=60_000)
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()
    for table in page.locator("figure.chart table").all():
        assert table.is_visible(), "the table behind a chart stands there until it is drawn"
    made.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, site: Site) -> None:
    made = browser.new_context(base_url=site.url, viewport=WIDE)
    page = made.new_page()
    page.goto("/promises?lang=en", timeout=60_000)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    made.close()
