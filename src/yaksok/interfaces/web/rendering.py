"""Pages from templates, in the language and with the day of the request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from yaksok import __version__
from yaksok.errors import YaksokError
from yaksok.interfaces.accounts.roles import Person
from yaksok.interfaces.telling.faults import in_language
from yaksok.interfaces.telling.words import Words
from yaksok.interfaces.web.asked import Asked, form_mark, language_of, person_of
from yaksok.interfaces.web.assets import asset_url
from yaksok.interfaces.web.catalogues import LANGUAGES, catalogue
from yaksok.interfaces.web.settings import Settings
from yaksok.records.statement import Language

TEMPLATES = Path(__file__).parent / "templates"
_SHOWN_KEPT = 8_192  # days and numbers stand on a page by the hundred, and take long to be put into words


@cache
def environment(language: Language) -> Environment:
    """The templates with the messages, dates, numbers and names of one language."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=_Compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    words = Words(language)
    made.filters.update(
        day=lambda value: shown_day(value, language),
        month=lambda value: shown_month(value, language),
        weekday=lambda value: format_date(value, format="EEE", locale=language),
        number=lambda value: shown_number(value, language),
        in_language=lambda error: in_language(error, language),
        percent=lambda value: format_percent(value, format="#,##0%", locale=language),
        **words.filters(),
    )
    made.globals.update(asset=asset_url, version=__version__, language=language)
    return made


class _Compiled(BytecodeCache):
    """The templates of one language as they were compiled once, since an environment forgets those used least.

    Not of all languages: compiling puts words of a language in, where a template names what they stand for.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept of a template."""
        kept = self._kept.get(bucket.key)
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def compile_templates() -> None:
    """Compile all templates, in all languages, so that no visitor waits for it; costs nothing from the second time on."""
    for language in LANGUAGES:
        made = environment(language)
        for name in made.list_templates():
            made.get_template(name)


@lru_cache(maxsize=_SHOWN_KEPT)
def shown_day(value: date | str | None, language: Language) -> str:
    """A day or a month (ISO) as the language writes it; anything else stays as it is."""
    if not value:
        return ""
    if isinstance(value, str):
        try:
            if len(value) == len("2024-10"):
                return shown_month(value, language)
            value = date.fromisoformat(value)
        except ValueError:
            return str(value)
    return str(format_date(value, format="medium", locale=language))


@lru_cache(maxsize=_SHOWN_KEPT, typed=True)
def shown_number(value: float, language: Language) -> str:
    """A number as the language writes it."""
    return format_decimal(value, locale=language)


def shown_month(value: date | str, language: Language) -> str:
    """A month, given by a day of it or by ISO year and month, as the language writes it."""
    day = date.fromisoformat(f"{value[:7]}-01") if isinstance(value, str) else value
    return str(format_skeleton("yMMMM", day, locale=language))


@dataclass(frozen=True, slots=True)
class Bare:
    """A request that no ledger is opened for: a page about an error, a login."""

    request: Request
    language: Language
    person: Person | None

    @property
    def form_mark(self) -> str:
        """What the forms of this page carry."""
        return form_mark(self.request)

    @property
    def settings(self) -> Settings:
        """What the server was set up with."""
        settings: Settings = self.request.app.state.settings
        return settings


def page(
    asked: Asked | Bare,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **fields: Any,
) -> HTMLResponse:
    """A page: the template filled with fields and with what every page needs (`asked`, `person`, `path`)."""
    html = (
        environment(asked.language)
        .get_template(template)
        .render(
            asked=asked,
            person=asked.person,
            path=asked.request.url.path,
            **fields,
        )
    )
    answer = HTMLResponse(html, status_code=status, headers=dict(headers or {}))
    if asked.request.query_params.get("lang") == asked.language:
        keep_language(answer, asked.language)
    return answer


def keep_language(answer: Response, language: Language) -> None:
    """Let the browser keep the language that was asked for, for the pages that follow."""
    answer.set_cookie("lang", language, max_age=31_536_000, samesite="lax", httponly=True)


def error_page(request: Request, error: YaksokError, status: int) -> HTMLResponse:
    """A page that says what went wrong and what to do next."""
    language = language_of(request)
    error = in_language(error, language)
    return page(
        Bare(request, language, person_of(request)),
        "error.html",
        status=status,
        number=error.number,
        message=error.message(language),
        next_step=error.next_step(language),
    )
