"""The pages that everybody opens, made once after every change, so that no visitor waits for what they share.

Their handlers are called as a visitor would call them; what they work out for the state of the ledger is kept
(`yaksok.interfaces.web.keeping`, `yaksok.fulfilment.shelf_recent`), and the pages themselves are thrown away.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from importlib import import_module

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import YaksokError
from yaksok.interfaces.asking import reading
from yaksok.interfaces.web.rendering import compile_templates
from yaksok.interfaces.web.settings import Settings
from yaksok.links.posting_counts import read_counts
from yaksok.records.standing import SORTS
from yaksok.views.scorecards import CARD_BY

_LOG = logging.getLogger(__name__)

Handler = Callable[[Request], Response]


def pages() -> Iterator[tuple[str, str, str]]:
    """The module and the handler of each page that is made beforehand, and the parameters it is asked with."""
    yield from (("promises", "promises", f"sort={sort}") for sort in SORTS)
    yield "home", "home", ""
    yield "documents_list", "documents", ""
    yield "parties", "parties", ""
    yield "calendar", "show", ""
    yield from (("scorecard", "scorecard", f"by={by}") for by in CARD_BY)
    yield "compare", "comparing", ""
    yield "about", "about", ""
    yield "decisions", "decisions", ""
    yield "review", "review", ""


def warm(app: FastAPI, *, is_over: Callable[[], bool]) -> None:
    """Make every page once, until it is over. What fails is put into the log: a visitor will be told of it."""
    settings: Settings = app.state.settings
    compile_templates()
    with reading(settings.ledger, as_it_is=True) as connection:
        read_counts(connection)
    searched = [("search", "find", "q=yaksok")] if app.state.background.index is not None else []
    for module, name, query in (*pages(), *searched):
        if is_over():
            return
        handler: Handler = getattr(import_module(f"yaksok.interfaces.web.pages.{module}"), name)
        try:
            handler(_request(app, settings, query))
        except YaksokError as error:
            _LOG.warning("%s", error.describe())
        except Exception:  # noqa: BLE001 - a faulty page is no reason to keep promises up to date no longer
            _LOG.exception("a page could not be prepared: %s", name)


def _request(app: FastAPI, settings: Settings, query: str) -> Request:
    """A request of nobody: without a person, cookies and headers."""
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "server": (settings.host, settings.port),
            "root_path": "",
            "path": "/",
            "query_string": query.encode(),
            "headers": [],
            "app": app,
            "state": {},
        }
    )
