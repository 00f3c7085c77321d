"""What one request asks: its ledger, day, language and person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from sqlalchemy import Connection
from starlette.requests import HTTPConnection, Request

from yaksok.errors import BadDate
from yaksok.fulfilment.shelf import Shelf
from yaksok.interfaces.accounts.roles import Person
from yaksok.interfaces.asking import reading
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.web.catalogues import LANGUAGES
from yaksok.interfaces.web.settings import Settings
from yaksok.records.statement import Language

KEPT = ("as_of", "lang")
"""Parameters that go along from page to page."""

_PLAIN = "/:@!$&'()*+,;=~"
"""What stands in a path as it is; names of documents may hold "?", "#" and "%"."""


_LINKS_KEPT = 8_192


@lru_cache(maxsize=_LINKS_KEPT)
def _quoted(path: str) -> str:
    """A path as an address has it."""
    return quote(path, safe=_PLAIN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with the open connection that answers it."""

    request: Request
    connection: Connection
    settings: Settings
    as_of: date
    today: date
    language: Language
    person: Person | None

    @property
    def shelf(self) -> Shelf:
        """The promises as they stand on the day."""
        return Shelf(self.connection, as_of=self.as_of, deciding=deciding_on(self.connection))

    @property
    def form_mark(self) -> str:
        """What the forms of this page carry; see `yaksok.interfaces.web.identity`."""
        return form_mark(self.request)

    @property
    def is_today(self) -> bool:
        """Whether the day of asking is today."""
        return self.as_of == self.today

    def url(self, path: str, **parameters: Any) -> str:
        """An address within the site, with the day and the language that this page is asked for."""
        given = self.request.query_params
        kept = {name: given[name] for name in KEPT if given.get(name)}
        pairs = [
            (name, value) for name, value in {**kept, **parameters}.items() if value not in (None, "", ())
        ]
        plain = _quoted(path)
        return f"{plain}?{urlencode(pairs, doseq=True)}" if pairs else plain

    def here(self, **changes: Any) -> str:
        """This page's address with some parameters changed; None or "" takes one away."""
        given = self.request.query_params
        pairs: list[tuple[str, Any]] = [
            (name, value) for name, value in given.multi_items() if name not in changes and value
        ]
        pairs += [(name, value) for name, value in changes.items() if value not in (None, "", ())]
        query, path = urlencode(pairs, doseq=True), _quoted(self.request.scope["path"])
        return f"{path}?{query}" if query else path


@contextmanager
def asking(request: Request) -> Iterator[Asked]:
    """A request with a connection to its ledger. Raises YaksokError."""
    settings: Settings = request.app.state.settings
    today = settings.today()
    # What an upload is about to add is linked in the background: nobody waits for it here.
    with reading(settings.ledger, as_it_is=True) as connection:
        yield Asked(
            request=request,
            connection=connection,
            settings=settings,
            as_of=day_asked(request, today),
            today=today,
            language=language_of(request),
            person=person_of(request),
        )


def day_asked(request: Request, today: date) -> date:
    """The day in `as_of`; today where it is missing. Raises BadDate."""
    written = request.query_params.get("as_of") or ""
    if not written:
        return today
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadDate(value=written[:40]) from None


def language_of(request: HTTPConnection) -> Language:
    """The language in `lang`, in the cookie, or the first that the browser prefers; Korean where none is known."""
    for written in (request.query_params.get("lang"), request.cookies.get("lang")):
        for language in LANGUAGES:
            if written == language:
                return language
    for preferred in request.headers.get("accept-language", "").split(","):
        for language in LANGUAGES:
            if preferred.strip().lower().startswith(language):
                return language
    return "ko"


def person_of(request: Request) -> Person | None:
    """Who is logged in; where nobody has to, the person the server was started for."""
    found: Person | None = getattr(request.state, "person", None)
    return found


def form_mark(request: Request) -> str:
    """What forms given out in this session carry; "" where nobody logs in."""
    return str(getattr(request.state, "form_mark", ""))
