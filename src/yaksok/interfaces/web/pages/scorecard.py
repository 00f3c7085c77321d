"""The scorecard: promises under the grading schemes of others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter, HomeParty, UnknownParty
from yaksok.fulfilment.grading import UNGRADED, scheme, schemes
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.words import STATUS_WORDS, Words
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.charts import Chart, ChartRow, Label
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.filters import GENRES, LONGEST
from yaksok.interfaces.web.keeping import kept
from yaksok.interfaces.web.rendering import page
from yaksok.records.commitment import STATUSES
from yaksok.reference.administrations import administrations
from yaksok.reference.parties import HOME, is_party
from yaksok.views.scorecards import (
    CARD_BY,
    MOST_DOCUMENTS,
    Card,
    CardBy,
    CardFilter,
    CardLine,
    card,
    every_kind,
    kinds_of,
)

router = APIRouter()

SHOWN = 40
"""So many lines are shown and drawn; a file has all."""

BY_WORDS: Mapping[str, str] = {
    "year": N_("Year"),
    "administration": N_("Administration"),
    "issuer": N_("Issuer"),
    "document": N_("Document"),
    "party": N_("Party"),
    "topic": N_("Topic"),
}
UNGRADED_WORDS: Mapping[str, str] = {
    "not_testable": N_("not testable"),
    "not_looked": N_("no later document could tell"),
    "only_others_looked": N_("none of the issuer's own documents could tell"),
    "replaced": N_("another aim took its place"),
    "window_open": N_("graded only after its date"),
}


@router.get("/scorecard")
def scorecard(request: Request) -> Response:
    """Promises by grade, under one scheme, by one of their sides."""
    given = request.query_params
    name, by, wanted = given.get("scheme") or schemes()[0], by_asked(given), filter_asked(given)
    scheme(name)
    with asking(request) as asked:
        made = made_card(asked, name, by, wanted)
        form = asked_format(given.get("format"))
        if form:
            rows = (as_row(asked, by, each, made) for each in (*made.lines, made.whole))
            return download(rows, columns_of(made), name=f"scorecard-{name}-by-{by}", form=form)
        shown = made.lines[-SHOWN:] if by == "year" else made.lines[:SHOWN]
        return page(
            asked,
            "scorecard.html",
            card=made,
            shown=shown,
            by=by,
            every_by=CARD_BY,
            by_words=BY_WORDS,
            most=MOST_DOCUMENTS if by == "document" and len(made.lines) == MOST_DOCUMENTS else 0,
            schemes=[scheme(each) for each in schemes()],
            genres=GENRES,
            wanted=wanted,
            labels={line.value: label(asked, by, line.value) for line in shown},
            links={line.value: link(asked, by, line.value) for line in shown},
            grades=grade_names(asked, made),
            reason_words=reasons(asked, made),
            chart_of=graded_chart(asked, made, shown),
        )


def made_card(asked: Asked, name: str, by: CardBy, wanted: CardFilter) -> Card:
    """The scorecard, made once for a state of the ledger."""

    def make() -> Card:
        connection, shelf, as_of = asked.connection, asked.shelf, asked.as_of
        # Counted once for all schemes: they only grade what is counted otherwise.
        kinds = kept(
            asked,
            ("kinds", by, wanted),
            lambda: kinds_of(connection, shelf, by, wanted, as_of=as_of),
        )
        whole = kept(
            asked,
            ("kinds", wanted),
            lambda: every_kind(connection, shelf, wanted, as_of=as_of),
        )
        return card(kinds, whole, name, by)

    return kept(asked, ("scorecard", name, by, wanted), make)


def by_asked(given: QueryParams) -> CardBy:
    """The side in `by`. Raises BadParameter."""
    written = given.get("by") or CARD_BY[0]
    for by in CARD_BY:
        if by == written:
            return by
    raise BadParameter(name="by", value=written[:40], known=", ".join(CARD_BY))


def filter_asked(given: QueryParams) -> CardFilter:
    """The filter in the parameters. Raises BadParameter, HomeParty, UnknownParty."""
    party = (given.get("party") or "").upper()[:40] or None
    if party == HOME:
        raise HomeParty(value=party)
    if party and not is_party(party):
        raise UnknownParty(value=party)
    written = [value for value in given.getlist("genre") if value]
    for value in written:
        if value not in GENRES:
            raise BadParameter(name="genre", value=value[:40], known=", ".join(GENRES))
    issuers = [value[:LONGEST] for value in given.getlist("issuer")[:20] if value]
    return CardFilter(
        party=party,
        issuers=frozenset(issuers),
        genres=frozenset(genre for genre in GENRES if genre in written),
    )


def label(asked: Asked, by: CardBy, value: str) -> str:
    """A value in words."""
    messages = catalogue(asked.language)
    if not value:
        return messages.gettext("none known")
    if by == "party":
        return Words(asked.language).party(value)
    if by == "topic":
        return Words(asked.language).topic(value)
    if by == "administration":
        found = next(each for each in administrations() if each.id == value)
        return found.korean if asked.language == "ko" else found.english
    return value


def link(asked: Asked, by: CardBy, value: str) -> str:
    """Where the promises behind a line are listed; "" where no list has just these."""
    if not value:
        return ""
    if by == "year":
        return asked.url("/promises", year_from=value, year_until=value)
    return "" if by == "administration" else asked.url("/promises", **{by: value})


def grade_names(asked: Asked, made: Card) -> dict[str, str]:
    """The names of the scheme's grades by id."""
    korean = asked.language == "ko"
    return {grade.id: grade.korean if korean else grade.english for grade in made.scheme.grades}


def reasons(asked: Asked, made: Card) -> dict[str, str]:
    """Why promises have no grade, in words: the reasons of the program and the scheme's "not yet rated"."""
    messages = catalogue(asked.language)
    return {
        **grade_names(asked, made),
        **{reason: messages.gettext(UNGRADED_WORDS[reason]) for reason in UNGRADED},
    }


def graded_chart(asked: Asked, made: Card, shown: tuple[CardLine, ...]) -> Chart:
    """The promises by status, a bar a line."""
    messages = catalogue(asked.language)
    return Chart(
        id=f"scorecard-by-{made.by}",
        kind="stacked" if made.by == "year" else "stacked_rows",
        title=messages.gettext("Promises by status"),
        corner=messages.gettext(BY_WORDS[made.by]),
        columns=tuple(Label(status, messages.gettext(STATUS_WORDS[status])) for status in STATUSES),
        rows=tuple(
            ChartRow(
                Label(line.value or "-", label(asked, made.by, line.value)),
                tuple(float(line.statuses.get(status, 0)) for status in STATUSES),
                link(asked, made.by, line.value),
            )
            for line in shown[:24]
        ),
    )


def columns_of(made: Card) -> dict[str, type]:
    """The columns of a file."""
    return {
        made.by: str,
        "name": str,
        "scheme": str,
        "promises": int,
        **{f"status_{status}": int for status in STATUSES},
        "graded": int,
        **{f"grade_{grade.id}": int for grade in made.rated},
        "share_best_of_graded": float,
        "ungraded_share": float,
        "on_reports": int,
        "self_reported": int,
        "self_reported_share": float,
    }


def as_row(asked: Asked, by: CardBy, line: CardLine, made: Card) -> dict[str, Any]:
    """A line as a row of a file; the last one, of all promises, is named "(all)"."""
    whole = line is made.whole
    return {
        by: "(all)" if whole else line.value or None,
        "name": None if whole else label(asked, by, line.value),
        "scheme": made.scheme.id,
        "promises": line.number,
        **{f"status_{status}": line.statuses.get(status, 0) for status in STATUSES},
        "graded": line.graded,
        **{f"grade_{grade.id}": line.grades.get(grade.id, 0) for grade in made.rated},
        "share_best_of_graded": line.share(made.best.id),
        "ungraded_share": line.ungraded_share,
        "on_reports": line.on_reports,
        "self_reported": line.self_reported,
        "self_reported_share": line.self_reported_share,
    }
