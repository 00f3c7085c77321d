"""The page of a party: what a desk officer takes into a meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import HomeParty, PageNotFound
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.words import ACT_WORDS, Words
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.charts import Chart, ChartRow, Label
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.keeping import kept
from yaksok.interfaces.web.pages.parties import KIND_WORDS
from yaksok.interfaces.web.pages.promises import COLUMNS as PROMISE_COLUMNS
from yaksok.interfaces.web.pages.promises import as_row as promise_row
from yaksok.interfaces.web.pages.promises import every_row
from yaksok.interfaces.web.rendering import page
from yaksok.records.standing import PromiseFilter
from yaksok.reference.parties import HOME, is_party
from yaksok.reference.parties import party as party_by_id
from yaksok.views.parties import names_of
from yaksok.views.party_meetings import Happened, Joint, happened, joint_documents, joint_promises
from yaksok.views.party_page import Brief, brief, owed
from yaksok.views.party_sides import SIDES

router = APIRouter()

COLUMNS: dict[str, type] = {**PROMISE_COLUMNS, "through": str}
ACTS = ("commitment", "result", "effect", "position", "context")
MOST_TOPICS = 12

PART_WORDS: Mapping[str, tuple[str, str]] = {
    "overdue": (N_("Overdue, no evidence"), N_("Their date has passed and no document reports them done.")),
    "due": (N_("Due within a year"), ""),
    "broken": (N_("Broken"), N_("A document reports their end or failure, or says the opposite.")),
    "under_way": (N_("Under way"), ""),
    "silent": (N_("Gone silent"), N_("No date is worded, and later documents do not mention them any more.")),
    "kept": (N_("Kept, the newest"), ""),
    "ahead": (N_("Not yet due"), ""),
}
SIDE_WORDS: Mapping[str, str] = {
    "partner": N_("The partner is to keep these"),
    "both": N_("Both sides"),
    "home": N_("Korea is to keep these"),
    "others": N_("Other parties"),
    "unknown": N_("The words do not say who"),
}
EVENT_WORDS: Mapping[str, str] = {
    "meeting": N_("Meeting"),
    "visit": N_("Visit"),
    "instrument": N_("Agreement"),
    "document": N_("Issued together"),
    "body": N_("Body founded"),
    "other": N_("Event"),
}


@router.get("/parties/{name}")
def party(request: Request, name: str) -> Response:
    """A party, by its id in any case."""
    wanted = name.upper()
    if wanted == HOME:
        raise HomeParty(value=wanted)
    if not is_party(wanted):
        raise PageNotFound(path=request.url.path[:200])
    with asking(request) as asked:
        form = asked_format(request.query_params.get("format"))
        if form:
            rows = every_row(asked.shelf, PromiseFilter(party=wanted), "-day")
            listed = ({**promise_row(row), "through": " ".join(owed(row, wanted).through)} for row in rows)
            return download(listed, COLUMNS, name=f"promises-{wanted}", form=form)
        known, events, joint = kept(asked, ("party", wanted), lambda: prepared(asked, wanted))
        found = party_by_id(wanted)
        return page(
            asked,
            "party.html",
            party_id=wanted,
            known=known,
            names=[each for each in names_of(found)[1:] if each != _name(asked, wanted)],
            kind=KIND_WORDS[found.kind],
            events=[
                (year, list(several)) for year, several in groupby(events, key=lambda each: each.day[:4])
            ],
            joint=_by_side(joint),
            joint_number=len(joint),
            acts=acts_chart(asked, known),
            topics=topics_chart(asked, known),
            part_words=PART_WORDS,
            side_words=SIDE_WORDS,
            event_words=EVENT_WORDS,
            numbers={each.value: each.number for each in known.statuses},
        )


def prepared(asked: Asked, wanted: str) -> tuple[Brief, tuple[Happened, ...], tuple[Joint, ...]]:
    """All that the page shows of a party."""
    connection, shelf, as_of = asked.connection, asked.shelf, asked.as_of
    joint = joint_documents(connection, wanted, as_of=as_of)
    return (
        brief(connection, shelf, wanted, as_of=as_of),
        happened(connection, wanted, joint, as_of=as_of),
        joint_promises(connection, shelf, wanted, joint),
    )


def _name(asked: Asked, party_id: str) -> str:
    found = party_by_id(party_id)
    return found.korean if asked.language == "ko" else found.english


def _by_side(joint: Sequence[Joint]) -> list[tuple[str, list[Joint]]]:
    found = [(side, [each for each in joint if each.side == side]) for side in SIDES]
    return [(side, several) for side, several in found if several]


def acts_chart(asked: Asked, known: Brief) -> Chart:
    """Statements that name the party by year, stacked by what they do."""
    messages = catalogue(asked.language)
    numbers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for each in known.acts:
        if each.year and each.act in ACTS:
            numbers[each.year][each.act] = each.number
    years = range(int(min(numbers)), int(max(numbers)) + 1) if numbers else range(0)
    return Chart(
        id=f"statements-{known.party}",
        kind="stacked",
        title=messages.gettext("Statements that name it, by year and by what they do"),
        corner=messages.gettext("Year"),
        columns=tuple(Label(act, messages.gettext(ACT_WORDS[act])) for act in ACTS),
        rows=tuple(
            ChartRow(
                Label(str(year), str(year)),
                tuple(float(numbers.get(str(year), {}).get(act, 0)) for act in ACTS),
                asked.url("/search", party=known.party, year_from=year, year_until=year),
            )
            for year in years
        ),
    )


def topics_chart(asked: Asked, known: Brief) -> Chart:
    """The promises that concern the party by topic and year."""
    messages = catalogue(asked.language)
    numbers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for cell in known.topics:
        numbers[cell.row][cell.column] = cell.number
    years = sorted({cell.column for cell in known.topics})
    strongest = sorted(numbers, key=lambda value: (-sum(numbers[value].values()), value))[:MOST_TOPICS]
    return Chart(
        id=f"topics-{known.party}",
        kind="heat",
        title=messages.gettext("Promises that concern it, by topic and year"),
        corner=messages.gettext("Topic"),
        columns=tuple(Label(year, year) for year in years),
        rows=tuple(
            ChartRow(
                Label(value, Words(asked.language).topic(value)),
                tuple(float(numbers[value].get(year, 0)) for year in years),
                asked.url("/promises", party=known.party, topic=value),
            )
            for value in strongest
        ),
    )
