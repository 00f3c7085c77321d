"""The list of parties, with a map of the world."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.charts import Chart, ChartRow, Label
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.keeping import kept, kept_of
from yaksok.interfaces.web.rendering import page
from yaksok.ledger.linkings import newest_keys
from yaksok.records.commitment import STATUSES
from yaksok.reference.country_places import country_places
from yaksok.reference.parties import PartyKind
from yaksok.views.parties import (
    PARTY_SORTS,
    PartyLine,
    PartySort,
    chosen,
    named_parties,
    ordered,
    party_lines,
)

router = APIRouter()

KINDS: tuple[PartyKind, ...] = get_args(PartyKind)
KIND_WORDS: Mapping[str, str] = {
    "country": N_("Country"),
    "territory": N_("Territory"),
    "organisation": N_("Organisation"),
    "group": N_("Group"),
    "region": N_("Region"),
}
COLUMNS: dict[str, type] = {
    "id": str,
    "kind": str,
    "korean": str,
    "english": str,
    "statements": int,
    "documents": int,
    "last": str,
    "promises": int,
    **dict.fromkeys(STATUSES, int),
}
LONGEST = 60


@router.get("/parties")
def parties(request: Request) -> Response:
    """Parties, chosen by name and kind, in an order."""
    given = request.query_params
    kinds, sort = kinds_asked(given), sort_asked(given)
    words = (given.get("q") or "")[:LONGEST]
    with asking(request) as asked:
        lines = kept(asked, "parties", lambda: party_lines(named(asked), asked.shelf))
        found = chosen(lines, words=words, kinds=kinds, mentioned=given.get("all") != "true")
        listed = ordered(found, sort, asked.language)
        form = asked_format(given.get("format"))
        if form:
            return download(map(as_row, listed), COLUMNS, name="parties", form=form)
        return page(
            asked,
            "parties.html",
            lines=listed,
            words=words,
            kinds=kinds,
            every_kind=KINDS,
            kind_words=KIND_WORDS,
            sort=sort,
            mentioned=given.get("all") != "true",
            world=world_chart(asked, lines),
            all_number=sum(1 for line in lines if line.statements),
        )


def named(asked: Asked) -> dict[str, PartyLine]:
    """What documents name; it changes with documents alone, not with decisions."""
    return kept_of(asked.request).get(
        ("parties named", asked.as_of),
        repr(newest_keys(asked.connection)),
        lambda: named_parties(asked.connection, as_of=asked.as_of),
    )


def kinds_asked(given: QueryParams) -> frozenset[PartyKind]:
    """The kinds in `kind`; none for all. Raises BadParameter."""
    written = {value for value in given.getlist("kind") if value}
    for value in written:
        if value not in KINDS:
            raise BadParameter(name="kind", value=value[:40], known=", ".join(KINDS))
    return frozenset(kind for kind in KINDS if kind in written)


def sort_asked(given: QueryParams) -> PartySort:
    """The order in `sort`. Raises BadParameter."""
    written = given.get("sort") or PARTY_SORTS[0]
    for sort in PARTY_SORTS:
        if sort == written:
            return sort
    raise BadParameter(name="sort", value=written[:40], known=", ".join(PARTY_SORTS))


def as_row(line: PartyLine) -> dict[str, Any]:
    """A party as a row of a file."""
    party = line.party
    return {
        "id": party.id,
        "kind": party.kind,
        "korean": party.korean,
        "english": party.english,
        "statements": line.statements,
        "documents": line.documents,
        "last": line.last or None,
        "promises": line.promises,
        **{status: line.number(status) for status in STATUSES},
    }


def world_chart(asked: Asked, lines: Iterable[PartyLine]) -> Chart:
    """Promises by country on a map. The key of a row says where the country lies, see `ChartKind`."""
    messages = catalogue(asked.language)
    places = country_places()
    rows = [
        ChartRow(
            Label(_place_key(line.party.id), _name(asked, line)),
            (float(line.promises), float(line.statements)),
            asked.url(f"/parties/{line.party.id}"),
        )
        for line in ordered(list(lines), "promises", asked.language)
        if line.statements and line.party.id in places
    ]
    return Chart(
        id="promises-by-country",
        kind="map",
        title=messages.gettext("Promises that name a country"),
        corner=messages.gettext("Country"),
        columns=(
            Label("promises", messages.gettext("Promises")),
            Label("statements", messages.gettext("Statements")),
        ),
        rows=tuple(rows),
    )


def _name(asked: Asked, line: PartyLine) -> str:
    return line.party.korean if asked.language == "ko" else line.party.english


def _place_key(party: str) -> str:
    place = country_places()[party]
    return f"@{place.point[0]},{place.point[1]}" if place.point else place.number
