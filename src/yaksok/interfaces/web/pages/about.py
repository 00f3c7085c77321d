"""About the data: coverage, rules, the state of the ledger, accuracy, limits and licences."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from yaksok.fulfilment.shelf import state
from yaksok.fulfilment.status import RULES
from yaksok.interfaces.cli.main import HANCOM_NOTICE
from yaksok.interfaces.telling.words import GENRE_WORDS
from yaksok.interfaces.web.about_words import accuracy, licences
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.charts import Chart, ChartRow, Label
from yaksok.interfaces.web.keeping import kept_of
from yaksok.interfaces.web.ledger_lists import documents_of
from yaksok.interfaces.web.rendering import page
from yaksok.reference.rules import LINKING, READING, rules_version
from yaksok.search.folder import folder_of
from yaksok.views.document_list import Coverage
from yaksok.views.ledger_state import ledger_state
from yaksok.views.problem_list import count_unread

router = APIRouter()

LONGEST_LABEL = 26


@router.get("/about")
def about(request: Request) -> Response:
    """What the ledger holds, by which rules it was read, and how far to trust it."""
    with asking(request) as asked:
        listed = documents_of(asked)
        return page(
            asked,
            "about.html",
            documents=len(listed.entries),
            statements=listed.statements,
            promises=listed.promises,
            undated=listed.undated,
            genres=_genres_chart(asked, listed.coverage) if listed.entries else None,
            issuers=_issuers_chart(asked, listed.coverage) if listed.entries else None,
            ledger=kept_of(request).get(
                "state", state(asked.connection), lambda: ledger_state(asked.connection)
            ),
            unread=count_unread(asked.connection),
            rules={"reading": rules_version(READING), "linking": rules_version(LINKING), "status": RULES},
            has_index=(asked.settings.index or folder_of(asked.settings.ledger)).exists(),
            accuracy=accuracy(),
            licences=licences(),
            hancom=HANCOM_NOTICE,
        )


def _genres_chart(asked: Asked, coverage: Coverage) -> Chart:
    gettext = catalogue(asked.language).gettext
    return Chart(
        id="documents-by-kind-and-year",
        kind="heat",
        title=gettext("Documents by kind and year"),
        corner=gettext("Kind of document"),
        columns=_years(asked, coverage.years),
        rows=tuple(
            ChartRow(Label(genre, gettext(GENRE_WORDS[genre])), numbers, asked.url("/documents", genre=genre))
            for genre, numbers in coverage.genres
        ),
    )


def _issuers_chart(asked: Asked, coverage: Coverage) -> Chart:
    gettext = catalogue(asked.language).gettext
    return Chart(
        id="documents-by-issuer-and-year",
        kind="heat",
        title=gettext("Documents by issuer and year"),
        corner=gettext("Issuer"),
        columns=_years(asked, coverage.years),
        rows=tuple(
            ChartRow(
                Label(issuer, _shortened(issuer) or gettext("no issuer named")),
                numbers,
                asked.url("/documents", issuer=issuer) if issuer else "",
            )
            for issuer, numbers in coverage.issuers
        ),
    )


def _shortened(name: str) -> str:
    """A name as it fits beside a chart; the list that the row leads to has it in full."""
    return name if len(name) <= LONGEST_LABEL else f"{name[:LONGEST_LABEL].rstrip()}…"


def _years(asked: Asked, years: Sequence[str]) -> tuple[Label, ...]:
    undated = catalogue(asked.language).gettext("undated")
    return tuple(Label(year, year or undated) for year in years)
