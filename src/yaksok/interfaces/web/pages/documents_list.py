"""The list of documents and the files that could not be read."""

from __future__ import annotations

from typing import Any, get_args

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter
from yaksok.interfaces.telling.problems import worded
from yaksok.interfaces.web.asked import asking
from yaksok.interfaces.web.catalogues import LANGUAGES
from yaksok.interfaces.web.downloads import MOST_ROWS, asked_format, download
from yaksok.interfaces.web.filters import LONGEST, limit_asked, promise_filter
from yaksok.interfaces.web.ledger_lists import documents_of, in_order_of
from yaksok.interfaces.web.rendering import page
from yaksok.records.standing import Page
from yaksok.views.document_list import (
    DOCUMENT_SORTS,
    DocumentEntry,
    DocumentFilter,
    DocumentSort,
    chosen,
)
from yaksok.views.problem_list import ListedProblem, ProblemKind, count_unread, problems_of

router = APIRouter()

COLUMNS: dict[str, type] = {
    "document": str,
    "title": str,
    "date": str,
    "issuer": str,
    "genre": str,
    "language": str,
    "media_type": str,
    "added": str,
    "statements": int,
    "promises": int,
}
PROBLEM_COLUMNS: dict[str, type] = {
    "file": str,
    "document": str,
    "number": str,
    "reason": str,
    "next_step": str,
    "found_at": str,
}
MOST_ISSUERS = 300


@router.get("/documents")
def documents(request: Request) -> Response:
    """The documents of the ledger."""
    given = request.query_params
    with asking(request) as asked:
        listed = documents_of(asked)
        wanted, sort = _filter(given), _sort(given)
        rows = tuple(chosen(in_order_of(asked, sort), wanted))
        form = asked_format(given.get("format"))
        if form:
            return download(map(_row, rows[:MOST_ROWS]), COLUMNS, name="documents", form=form)
        return page(
            asked,
            "documents.html",
            found=_page(rows, given),
            wanted=wanted,
            sort=sort,
            issuers=listed.issuers[:MOST_ISSUERS],
            genres=listed.genres,
            languages=LANGUAGES,
            unread=count_unread(asked.connection),
        )


@router.get("/problems")
def problems(request: Request) -> Response:
    """The files that could not be read, newest first; with `kind=notice` what was mended in those that could."""
    given = request.query_params
    with asking(request) as asked:
        kind = _kind(given)
        form = asked_format(given.get("format"))
        if form:
            found = problems_of(asked.connection, kind, limit=MOST_ROWS)
            return download(map(_problem_row, found.rows), PROBLEM_COLUMNS, name="problems", form=form)
        found = problems_of(asked.connection, kind, limit=limit_asked(given), before=_number(given, "cursor"))
        return page(
            asked,
            "problems.html",
            found=found,
            kind=kind,
            told=[
                (one, *worded(one.number, one.reason, one.next_step, asked.language)) for one in found.rows
            ],
        )


def _filter(given: QueryParams) -> DocumentFilter:
    same = promise_filter(given)  # what both lists are filtered by is written alike
    language = given.get("language") or ""
    if language not in {"", *LANGUAGES}:
        raise BadParameter(name="language", value=language[:40], known=", ".join(LANGUAGES))
    return DocumentFilter(
        words=tuple((given.get("q") or "")[:LONGEST].split()),
        issuer=next(iter(same.issuers), ""),
        genre=next(iter(same.genres), ""),
        language=language,
        years=same.years,
    )


def _sort(given: QueryParams) -> DocumentSort:
    written = given.get("sort") or "-day"
    for sort in DOCUMENT_SORTS:
        if sort == written:
            return sort
    raise BadParameter(name="sort", value=written[:40], known=", ".join(DOCUMENT_SORTS))


def _kind(given: QueryParams) -> ProblemKind:
    written = given.get("kind") or "unread"
    for kind in get_args(ProblemKind):
        if kind == written:
            found: ProblemKind = kind
            return found
    raise BadParameter(name="kind", value=written[:40], known=", ".join(get_args(ProblemKind)))


def _number(given: QueryParams, name: str) -> int:
    written = given.get(name) or "0"
    if not written.isascii() or not written.isdigit() or len(written) > 9:
        raise BadParameter(name=name, value=written[:40], known="what the page before gave")
    return int(written)


def _page(rows: tuple[DocumentEntry, ...], given: QueryParams) -> Page[DocumentEntry]:
    """One page of the list; cursors are the numbers of rows before it."""
    limit, start = limit_asked(given), _number(given, "cursor")
    return Page(
        rows=rows[start : start + limit],
        total=len(rows),
        next=str(start + limit) if start + limit < len(rows) else "",
        previous=str(max(0, start - limit)) if start else "",
    )


def _row(one: DocumentEntry) -> dict[str, Any]:
    return {
        "document": one.doc,
        **{name: getattr(one, name) for name in COLUMNS if name != "document"},
    }


def _problem_row(one: ListedProblem) -> dict[str, Any]:
    return {name: getattr(one, name) for name in PROBLEM_COLUMNS}
