"""The first page: what is due, what is late, what has gone silent, and what is new since the last visit."""

from __future__ import annotations

import time
from collections import defaultdict
from datetime import date, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from yaksok.fulfilment.shelf import Shelf, state
from yaksok.interfaces.news import news_since
from yaksok.interfaces.telling.words import STATUS_WORDS
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.bodies import MOST_FILES, most_bytes
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.charts import Chart, ChartRow, Label
from yaksok.interfaces.web.keeping import kept_of
from yaksok.interfaces.web.ledger_lists import documents_of
from yaksok.interfaces.web.rendering import page
from yaksok.interfaces.web.visits import Visits, keep, visits_of
from yaksok.records.commitment import STATUSES, Status
from yaksok.records.standing import PromiseFilter
from yaksok.views.news import News, mark_of

router = APIRouter()

SOON = 90
"""Days ahead that count as soon."""

SHOWN = 6

DONE: frozenset[Status] = frozenset({"kept", "superseded", "broken"})
OPEN: frozenset[Status] = frozenset(STATUSES) - DONE


@router.get("/")
def home(request: Request) -> Response:
    """The ledger at a glance."""
    with asking(request) as asked:
        shelf = asked.shelf
        visits = visits_of(request, mark_of(asked.connection, asked.today), int(time.time()))
        listed = documents_of(asked)
        last = asked.as_of + timedelta(days=SOON)
        answer = page(
            asked,
            "home.html",
            documents=len(listed.entries),
            statements=listed.statements,
            counts=shelf.counts(by="status"),
            soon=shelf.page(_due(asked.as_of, last), sort="due", limit=SHOWN),
            soon_until=last,
            overdue=shelf.page(_with("overdue_no_evidence"), sort="-due", limit=SHOWN),
            silent=shelf.page(_with("silent"), sort="-day", limit=SHOWN),
            years=years_chart(asked, shelf) if listed.entries else None,
            news=_news(asked, shelf, visits),
            may_add=asked.person is not None and asked.person.may("reviewer"),
            most_files=MOST_FILES,
            most_megabytes=most_bytes(asked.settings) // 1_000_000,
        )
        if asked.is_today:
            keep(answer, visits, asked.settings)
        return answer


def _due(first: date, last: date) -> PromiseFilter:
    return PromiseFilter(statuses=OPEN, due_from=first.isoformat(), due_until=last.isoformat())


def _with(status: Status) -> PromiseFilter:
    return PromiseFilter(statuses=frozenset({status}))


def _news(asked: Asked, shelf: Shelf, visits: Visits) -> News | None:
    """What is new since the visit before; None on the first visit, and on another day than today."""
    if visits.before is None or not asked.is_today:
        return None
    mark = visits.before.mark
    now = f"{state(asked.connection)} {asked.today}"
    return kept_of(asked.request).get(
        ("news", mark), now, lambda: news_since(asked.connection, shelf, mark, as_of=asked.today)
    )


def years_chart(asked: Asked, shelf: Shelf) -> Chart:
    """Promises by the year of their document and by status."""
    gettext = catalogue(asked.language).gettext
    numbers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for cell in shelf.cells(rows="year", columns="status"):
        numbers[cell.row][cell.column] = cell.number
    used = [status for status in STATUSES if any(status in row for row in numbers.values())]
    years = [str(year) for year in range(int(min(numbers)), int(max(numbers)) + 1)] if numbers else []
    return Chart(
        id="promises-by-year",
        kind="stacked",
        title=gettext("Promises by the year in which they were made, by status"),
        corner=gettext("Year"),
        columns=tuple(Label(status, gettext(STATUS_WORDS[status])) for status in used),
        rows=tuple(
            ChartRow(
                Label(year, year),
                tuple(numbers[year].get(status, 0) for status in used),
                asked.url("/promises", year_from=year, year_until=year),
            )
            for year in years
        ),
    )
