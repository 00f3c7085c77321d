"""A real browser before a real server: Debian's Chromium, without a screen, and `yaksok serve` on a ledger of the samples."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from tests.support.samples import sample_ledger_in

WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHOTS = os.environ.get("YAKSOK_SHOTS")
"""The folder in which pictures are kept; without it they go to a temporary one."""


@dataclass(frozen=True)
class Site:
    """A running server: its address, its ledger and the day it takes for today."""

    url: str
    ledger: Path
    day: date


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each module: Playwright keeps an event loop running in this thread until it is closed, and whatever
    test comes next in the same process may want one of its own."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with a ledger of the samples of its own for each module."""
    folder = tmp_path_factory.mktemp("site")
    ledger, day = sample_ledger_in(folder, tmp_path_factory)
    own = ledger.path
    assert own is not None
    command = [str(Path(sys.executable).with_name("yaksok")), "serve"]
    command += ["--ledger", str(own), "--port", "0", "--today", day.isoformat(), "--person", "홍보 담당"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        found = re.search(r"http://[\d.]+:\d+", line)
        assert found, line
        yield Site(found[0], own, day)
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """A fresh browser at 1440 pixels, in Korean."""
    made = browser.new_context(base_url=site.url, viewport=WIDE, locale="ko-KR", accept_downloads=True)
    made.set_default_timeout(60_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    """A page that must not complain: no error on its console, nothing loaded from elsewhere."""
    made = context.new_page()
    faults: list[str] = []
    made.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on(
        "request",
        lambda asked: (
            faults.append(asked.url) if not asked.url.startswith((site.url, "data:", "blob:")) else None
        ),
    )
    yield made
    assert faults == []


def shrunk(picture: bytes, path: Path) -> None:
    """Write a picture with 256 colours: half the bytes, and no eye sees it on such pages."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(256).save(path, optimize=True)


@pytest.fixture
def keep(tmp_path: Path) -> Callable[..., None]:
    """Keeps a picture of a page under a name, wide and narrow."""
    folder = Path(SHOTS) if SHOTS else tmp_path
    folder.mkdir(parents=True, exist_ok=True)

    def shoot(page: Page, name: str) -> None:
        page.evaluate("scrollTo(0, 0)")
        shrunk(page.screenshot(), folder / f"{name}.png")
        page.set_viewport_size(NARROW)
        page.wait_for_timeout(200)
        wide = page.evaluate("document.documentElement.scrollWidth")
        shrunk(page.screenshot(), folder / f"{name}-narrow.png")
        page.set_viewport_size(WIDE)
        assert wide <= NARROW["width"], f"{name} is {wide} pixels wide on a narrow screen"

    return shoot
