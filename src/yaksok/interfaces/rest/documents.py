"""Documents and their statements."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from yaksok.errors import DocumentNotFound
from yaksok.interfaces.rest import models, shapes
from yaksok.interfaces.rest.asking import STABLE, AsOf, Cursor, Limit, answer
from yaksok.interfaces.rest.cursors import from_cursor, to_cursor
from yaksok.interfaces.web.asked import Asked
from yaksok.ledger.browsing import acts_of, document_keys, newest_version, statement_page
from yaksok.ledger.reader import document_heads, stored_document
from yaksok.records.statement import Act, Genre

router = APIRouter(tags=["documents"])

Stem = Annotated[str, Path(max_length=400, description="The name of a document.")]


@router.get("/documents", response_model=models.Page[models.Document], openapi_extra=STABLE)
def documents(
    request: Request,
    *,
    issuer: Annotated[str | None, Query(max_length=400)] = None,
    genre: Annotated[Genre | None, Query()] = None,
    limit: Limit = 50,
    cursor: Cursor = "",
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> Response:
    """Documents in their newest versions, in the order in which they came; those published by the day."""

    def make(asked: Asked) -> models.Page[models.Document]:
        after = from_cursor(cursor, int)
        keys = document_keys(
            asked.connection,
            as_of=asked.as_of,
            issuer=issuer,
            genre=genre,
            after=after[0] if after else 0,
            limit=limit,
        )
        rows = tuple(shapes.document(one) for one in document_heads(asked.connection, keys))
        return models.Page(rows=rows, next=to_cursor(keys[-1]) if len(keys) == limit else None, total=None)

    return answer(request, make)


@router.get("/documents/{doc}", response_model=models.DocumentWithCounts, openapi_extra=STABLE)
def document(request: Request, doc: Stem, as_of: AsOf = None) -> Response:  # noqa: ARG001 - read from the request
    """One document in its newest version."""

    def make(asked: Asked) -> models.DocumentWithCounts:
        key = _version(asked, doc)
        return shapes.document_with_counts(
            stored_document(asked.connection, key), acts_of(asked.connection, key)
        )

    return answer(request, make)


@router.get("/statements", response_model=models.Page[models.Statement], openapi_extra=STABLE)
def statements(
    request: Request,
    *,
    document: Annotated[str | None, Query(max_length=400, description="The name of a document.")] = None,
    act: Annotated[Act | None, Query()] = None,
    party: Annotated[
        str | None, Query(max_length=40, description="The id of a party that it names itself.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = "",
    as_of: AsOf = None,  # noqa: ARG001 - read from the request
) -> Response:
    """Statements of current documents, in their order."""

    def make(asked: Asked) -> models.Page[models.Statement]:
        after = from_cursor(cursor, int, int)
        found = statement_page(
            asked.connection,
            version=_version(asked, document) if document is not None else None,
            act=act,
            party=party.upper() if party else None,
            after=(after[0], after[1]) if after else None,
            limit=limit,
        )
        rows = tuple(shapes.statement(one) for one in found.found)
        return models.Page(rows=rows, next=to_cursor(*found.after) if found.after else None, total=None)

    return answer(request, make)


def _version(asked: Asked, doc: str) -> int:
    """The key of a document's newest version. Raises DocumentNotFound."""
    found = newest_version(asked.connection, doc)
    if found is None:
        raise DocumentNotFound(value=doc[:200])
    return found
