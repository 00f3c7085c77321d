"""A document beside its original: printed pages as pictures, paragraphs and lines with their addresses."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import PageNotFound
from yaksok.interfaces.page_pictures import PagePictures
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.document_words import DocumentWords
from yaksok.interfaces.web.kept import kept_by
from yaksok.interfaces.web.pages.document import copy_of, edition_asked, number_asked, skeleton_of
from yaksok.interfaces.web.rendering import page
from yaksok.read.pdf.picture import PagePicture
from yaksok.views.document_page import name_of
from yaksok.views.editions import Edition
from yaksok.views.original_page import has_pages, original_part, printed_page

router = APIRouter()

_KEPT = "private, max-age=86400"
"""An address that names a version always gives the same picture."""
_LARGEST_NUMBER = 6


@router.get("/documents/{name}/original")
def original(request: Request, name: str) -> Response:
    """The reading beside what it was read from."""
    with asking(request) as asked:
        edition = edition_asked(asked, name)
        return _printed(asked, edition) if has_pages(edition) else _paragraphs(asked, edition)


@router.get("/documents/{name}/pages/{number}.png")
def picture(request: Request, name: str, number: str) -> Response:
    """A page of a PDF as a picture."""
    with asking(request) as asked:
        edition = edition_asked(asked, name)
        drawn = _drawn(asked, edition, _page_number(asked, number))
    headers = {"cache-control": _KEPT} if request.query_params.get("version") else {}
    return Response(drawn.png, media_type="image/png", headers=headers)


@router.get("/documents/{name}/pages/{number}")
def printed(request: Request, name: str, number: str) -> Response:
    """The picture of a page with the places of its statements, as a piece of a page."""
    with asking(request) as asked:
        edition = edition_asked(asked, name)
        wanted = _page_number(asked, number)
        drawn = _drawn(asked, edition, wanted)
        shown = printed_page(asked.connection, edition, skeleton_of(asked, edition), page=wanted, at=1)
        return page(
            asked,
            "_printed_page.html",
            edition=edition,
            name=name_of(edition),
            shown=shown,
            drawn=drawn,
            say=DocumentWords(asked.language),
        )


def _printed(asked: Asked, edition: Edition) -> Response:
    given = asked.request.query_params
    shown = printed_page(
        asked.connection,
        edition,
        skeleton_of(asked, edition),
        page=number_asked(given, "page"),
        at=number_asked(given, "at") or 1,
    )
    return page(
        asked,
        "original_pages.html",
        edition=edition,
        name=name_of(edition),
        here="original",
        shown=shown,
        say=DocumentWords(asked.language),
    )


def _paragraphs(asked: Asked, edition: Edition) -> Response:
    given = asked.request.query_params
    part = number_asked(given, "part")
    shown = original_part(
        asked.connection,
        edition,
        skeleton_of(asked, edition),
        at=number_asked(given, "at") or 1,
        part=part - 1 if part else None,
    )
    return page(
        asked,
        "original.html",
        edition=edition,
        name=name_of(edition),
        here="original",
        shown=shown,
        statements=shown.parts[-1].stop - 1,
        say=DocumentWords(asked.language),
    )


def _page_number(asked: Asked, written: str) -> int:
    """The number of a page in a path. Raises PageNotFound."""
    if not written.isascii() or not written.isdigit() or len(written) > _LARGEST_NUMBER:
        raise PageNotFound(path=asked.request.url.path[:200])
    return int(written)


def _drawn(asked: Asked, edition: Edition, number: int) -> PagePicture:
    if not has_pages(edition):
        raise PageNotFound(path=asked.request.url.path[:200])
    pictures = kept_by(asked.request, "pictures", PagePictures)
    return pictures.picture(copy_of(asked, edition), edition.address, number)
