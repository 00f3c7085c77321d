"""How a promise is cited: where it stands, its words, and what became of it as of a day."""

from __future__ import annotations

from yaksok import __version__
from yaksok.interfaces.telling import messages
from yaksok.interfaces.telling.words import STATUS_WORDS
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.telling import PageTelling
from yaksok.records.statement import Language
from yaksok.views.promise_page import PromisePage


def citation(page: PromisePage, address: str, language: Language) -> str:
    """A line that names issuer, document, date, statement, words, verdict, day and address, in one language."""
    telling = PageTelling(language, page.titles)
    quoted, verdict = page.card.promise, page.verdict
    where = telling.where(quoted.place)
    gettext = catalogue(language).gettext
    return gettext(messages.CITATION) % {
        "issuer": f"{quoted.issuer}, " if quoted.issuer else "",
        "title": telling.source(quoted.statement, quoted.published),
        "n": quoted.statement.n,
        "where": f" ({where})" if where else "",
        "text": " ".join(quoted.statement.text.split()),
        "status": gettext(STATUS_WORDS[verdict.status]),
        "as_of": telling.day(verdict.as_of.isoformat()) if verdict.as_of else "",
        "address": address,
        "version": __version__,
        "rules": verdict.rules,
    }
