"""The list of promises: filtered, sorted, page by page, and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from yaksok.fulfilment.shelf import Shelf
from yaksok.interfaces.web.asked import asking
from yaksok.interfaces.web.downloads import MOST_ROWS, asked_format, download
from yaksok.interfaces.web.filters import GENRES, limit_asked, promise_filter, sort_asked
from yaksok.interfaces.web.rendering import page
from yaksok.records.commitment import STATUSES
from yaksok.records.standing import PromiseFilter, PromiseRow, Sort

router = APIRouter()

MOST_NAMED = 300
"""So many parties are offered to choose from, those with most promises first; any other can be written."""

COLUMNS: dict[str, type] = {
    "id": str,
    "document": str,
    "n": int,
    "title": str,
    "issuer": str,
    "genre": str,
    "published": str,
    "text": str,
    "parties": str,
    "topics": str,
    "status": str,
    "search": str,
    "due": str,
    "due_words": str,
    "late": bool,
    "self_reported": bool,
    "strength": str,
    "testable": bool,
    "evidence": int,
    "as_of": str,
}


@router.get("/promises")
def promises(request: Request) -> Response:
    """Promises as they stand on the day."""
    given = request.query_params
    with asking(request) as asked:
        wanted, sort = promise_filter(given), sort_asked(given)
        form = asked_format(given.get("format"))
        if form:
            rows = map(as_row, every_row(asked.shelf, wanted, sort))
            return download(rows, COLUMNS, name="promises", form=form)
        shelf = asked.shelf
        found = shelf.page(wanted, sort=sort, limit=limit_asked(given), cursor=given.get("cursor") or "")
        return page(
            asked,
            "promises.html",
            found=found,
            wanted=wanted,
            sort=sort,
            counts=shelf.counts(wanted, by="status") if asked.is_today else [],
            statuses=STATUSES,
            parties=[count.value for count in shelf.counts(by="party")[:MOST_NAMED]]
            if asked.is_today
            else [],
            genres=GENRES,
        )


def every_row(shelf: Shelf, wanted: PromiseFilter, sort: Sort) -> Iterator[PromiseRow]:
    """All rows of a list, `MOST_ROWS` at most."""
    cursor, number = "", 0
    while number < MOST_ROWS:
        found = shelf.page(wanted, sort=sort, limit=1000, cursor=cursor)
        yield from found.rows
        number += len(found.rows)
        cursor = found.next
        if not cursor:
            return


def as_row(row: PromiseRow) -> dict[str, Any]:
    """A promise as a row of a file."""
    return {
        "id": row.id,
        "document": row.doc,
        "n": row.n,
        "title": row.title,
        "issuer": row.issuer,
        "genre": row.genre,
        "published": row.published,
        "text": row.text,
        "parties": " ".join(row.parties),
        "topics": " ".join(row.topics),
        "status": row.status,
        "search": row.search,
        "due": row.due.date if row.due else None,
        "due_words": row.due.words if row.due else None,
        "late": row.late,
        "self_reported": row.self_reported,
        "strength": row.strength,
        "testable": row.testable,
        "evidence": row.evidence,
        "as_of": row.as_of.isoformat(),
    }
