"""The calendar: what falls due, what was held and concluded, and anniversaries, by month, as a list and as a file."""

from __future__ import annotations

import calendar as months
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, get_args

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from yaksok.errors import BadParameter
from yaksok.fulfilment.shelf import state
from yaksok.interfaces.web.asked import Asked, asking
from yaksok.interfaces.web.calendar_words import event_of, kind_word, summary_of
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.downloads import asked_format, download
from yaksok.interfaces.web.filters import promise_filter
from yaksok.interfaces.web.kept import Kept, kept_by
from yaksok.interfaces.web.rendering import page
from yaksok.views.calendar import calendar
from yaksok.views.calendar_entries import ENTRY_KINDS, MOST_ENTRIES, CalendarFilter, Entry, EntryKind
from yaksok.views.icalendar import icalendar

router = APIRouter()

Look = Literal["month", "list"]
SPANS = (1, 3, 12)
"""Months that a calendar may show at once; only one is shown as a month of days."""

IN_A_DAY = 3
"""So many entries are shown in a day of the month."""

MOST_SHOWN = 300
"""So many entries are listed on the page; files have all."""

MOST_KEPT = 24
"""So many calendars are kept for the next visitor; each may have some thousand entries."""

LONG = 15
"""An entry of so many days is shown on its first one."""

_MONTH = re.compile(r"(19|20|21)\d{2}-(0[1-9]|1[0-2])")

COLUMNS: dict[str, type] = {
    "day": str,
    "end": str,
    "exact": bool,
    "kind": str,
    "text": str,
    "parties": str,
    "status": str,
    "late": bool,
    "years": int,
    "since": str,
    "document": str,
    "n": int,
    "id": str,
    "title": str,
}


@dataclass(frozen=True, slots=True)
class View:
    """What of the calendar is asked for: so many months from the first day on, as days or as a list."""

    first: date
    span: int
    look: Look
    kinds: frozenset[EntryKind]
    party: str | None

    @property
    def last(self) -> date:
        """The last day."""
        return moved(self.first, self.span) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month as it is shown: its entries, some of them cut off."""

    day: date
    inside: bool
    entries: tuple[Entry, ...]
    more: int


@router.get("/calendar")
def show(request: Request) -> Response:
    """The calendar of some months."""
    given = request.query_params
    with asking(request) as asked:
        view = _view(given, asked.as_of)
        entries = _entries(asked, view)
        if given.get("format") == "ics":
            return _as_ics(asked, view, entries)
        form = asked_format(given.get("format"))
        if form:
            return download([_row(asked, one) for one in entries], COLUMNS, name="calendar", form=form)
        return page(
            asked,
            "calendar.html",
            view=view,
            spans=SPANS,
            kinds=[(kind, kind_word(kind, asked.language)) for kind in ENTRY_KINDS],
            kind_words={kind: kind_word(kind, asked.language) for kind in ENTRY_KINDS},
            number=len(entries),
            entries=entries[:MOST_SHOWN],
            cut=len(entries) > MOST_SHOWN or len(entries) >= MOST_ENTRIES,
            summary=lambda one: summary_of(one, asked.language),
            weeks=weeks_of(view.first, entries) if view.look == "month" else [],
            earlier=moved(view.first, -view.span),
            later=moved(view.first, view.span),
        )


def moved(day: date, by: int) -> date:
    """The first day of the month so many months later, within the years that a calendar shows."""
    month = day.year * 12 + day.month - 1 + by
    return date(min(max(month // 12, 1900), 2199), month % 12 + 1, 1)


def weeks_of(first: date, entries: Sequence[Entry]) -> list[list[Day]]:
    """The weeks of a month, from Sunday on as calendars in Korea have them, with the entries of known days."""
    by_day: defaultdict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.exact:
            for day in _days(one):
                by_day[day].append(one)
    return [
        [
            Day(
                day,
                day.month == first.month,
                tuple(by_day[day.isoformat()][:IN_A_DAY]) if day.month == first.month else (),
                max(0, len(by_day[day.isoformat()]) - IN_A_DAY) if day.month == first.month else 0,
            )
            for day in week
        ]
        for week in months.Calendar(months.SUNDAY).monthdatescalendar(first.year, first.month)
    ]


def _days(one: Entry) -> list[str]:
    """The days of an entry; of a very long one only the first."""
    first, last = date.fromisoformat(one.day), date.fromisoformat(one.end)
    length = (last - first).days
    return [(first + timedelta(days=each)).isoformat() for each in range(length + 1 if length < LONG else 1)]


def _entries(asked: Asked, view: View) -> list[Entry]:
    wanted = CalendarFilter(first=view.first, last=view.last, kinds=view.kinds, party=view.party)
    kept: Kept[list[Entry]] = kept_by(asked.request, "calendars", lambda: Kept(MOST_KEPT))
    return kept.get(
        (state(asked.connection), asked.today, asked.as_of, wanted),
        lambda: calendar(asked.connection, asked.shelf, wanted, as_of=asked.as_of),
    )


def _view(given: QueryParams, today: date) -> View:
    written = given.get("month") or ""
    if written and not _MONTH.fullmatch(written):
        raise BadParameter(name="month", value=written[:40], known="a month such as 2025-03")
    span = given.get("span") or "1"
    if span not in {str(known) for known in SPANS}:
        raise BadParameter(name="span", value=span[:40], known=", ".join(map(str, SPANS)))
    look = given.get("view") or "month"
    if look not in get_args(Look):
        raise BadParameter(name="view", value=look[:40], known=", ".join(get_args(Look)))
    return View(
        first=date.fromisoformat(f"{written}-01") if written else today.replace(day=1),
        span=int(span),
        look="month" if look == "month" and span == "1" else "list",
        kinds=_kinds(given),
        party=promise_filter(given).party,
    )


def _kinds(given: QueryParams) -> frozenset[EntryKind]:
    asked = [kind for kind in given.getlist("kind") if kind]
    for kind in asked:
        if kind not in ENTRY_KINDS:
            raise BadParameter(name="kind", value=kind[:40], known=", ".join(ENTRY_KINDS))
    return frozenset(kind for kind in ENTRY_KINDS if kind in asked) or frozenset(ENTRY_KINDS)


def _row(asked: Asked, one: Entry) -> dict[str, Any]:
    said = {name: getattr(one, name) for name in COLUMNS if name != "document"}
    shown = {
        "document": one.doc or None,
        "n": one.n or None,
        "id": one.id or None,
        "since": one.since or None,
    }
    text = one.text or summary_of(one, asked.language)
    return said | shown | {"parties": " ".join(one.parties), "years": one.years or None, "text": text}


def _as_ics(asked: Asked, view: View, entries: Sequence[Entry]) -> Response:
    name = catalogue(asked.language).gettext("yaksok: what falls due and what was done")
    base = str(asked.request.base_url).rstrip("/")
    events = [event_of(one, asked.language, base) for one in entries]
    made = datetime.now(UTC)
    return Response(
        icalendar(events, name=name, made=made),
        media_type="text/calendar; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="calendar-{view.first:%Y-%m}.ics"'},
    )
