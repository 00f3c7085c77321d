"""A document side by side with another version of it, or with another document of its family."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter, DocumentNotFound
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.document_words import DocumentWords
from yaksok.interfaces.web.kept import Kept, kept_by
from yaksok.interfaces.web.pages.document import edition_asked, number_asked
from yaksok.interfaces.web.rendering import page
from yaksok.links.grouping import families_with
from yaksok.views.beside_page import CHANGES, Aligned, aligned
from yaksok.views.document_page import name_of
from yaksok.views.editions import Edition, editions, find_edition

router = APIRouter()

ROWS = 200
"""Pairs of statements on a page."""


@router.get("/documents/{name}/beside/{other}")
def beside(request: Request, name: str, other: str) -> Response:
    """What changed between two versions; which statements of a translation are which."""
    given = request.query_params
    with asking(request) as asked:
        one = edition_asked(asked, name)
        two = _other(asked, one, other)
        same = one.document == two.document
        left, right = (two, one) if same and two.key < one.key else (one, two)
        found = _aligned(asked, left, right, whole=same or _is_whole(asked, left, right))
        counts = found.counts()
        shown = _changes_asked(asked)
        matches = [match for match in found.matches if not shown or match.change in shown]
        part = min(number_asked(given, "part") or 1, max(1, -(-len(matches) // ROWS)))
        return page(
            asked,
            "beside.html",
            edition=one,
            name=name_of(one),
            here="beside",
            left=left,
            right=right,
            same=same,
            counts=counts,
            shown=shown,
            pairs=found.pairs(matches[(part - 1) * ROWS : part * ROWS]),
            part=part,
            parts=max(1, -(-len(matches) // ROWS)),
            say=DocumentWords(asked.language),
        )


def _other(asked: Asked, one: Edition, name: str) -> Edition:
    """The version beside: one of the same document by its id, else that of another document."""
    versions = {edition.version: edition for edition in editions(asked.connection, one.document)}
    found = versions.get(name) or find_edition(asked.connection, name)
    if found is None:
        raise DocumentNotFound(value=name[:120])
    return found


def _aligned(asked: Asked, left: Edition, right: Edition, *, whole: bool) -> Aligned:
    """Two versions side by side; this server keeps the last ones, for long ones take a while."""
    kept: Kept[Aligned] = kept_by(asked.request, "alignments", lambda: Kept(4))
    key = (left.version, right.version, whole)
    return kept.get(key, lambda: aligned(asked.connection, left, right, whole=whole))


def _is_whole(asked: Asked, one: Edition, other: Edition) -> bool:
    """Whether two documents are texts of the same: of one family, and neither an annex or excerpt."""
    for family in families_with(asked.connection, [one.key]):
        kinds = {member.version: member.kind for member in family.members}
        if one.version in kinds and other.version in kinds:
            return {kinds[one.version], kinds[other.version]}.isdisjoint({"annex", "excerpt"})
    return False


def _changes_asked(asked: Asked) -> frozenset[str]:
    """The kinds of pairs that are shown; empty for all. Raises BadParameter."""
    wanted = [value for value in asked.request.query_params.getlist("change")[:10] if value]
    for value in wanted:
        if value not in CHANGES:
            raise BadParameter(name="change", value=value[:40], known=", ".join(CHANGES))
    return frozenset(wanted)
