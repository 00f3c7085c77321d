"""The calendar: what falls due, what was held and concluded, and anniversaries, by month, as a list and as a file."""

from __future__ import annotations

import calendar as months
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, NamedTuple, get_args

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
from yaksok.views.calendar import calendar, found_in, with_words
from yaksok.views.calendar_entries import (
    DUE,
    ENTRY_KINDS,
    CalendarFilter,
    Entry,
    EntryKind,
    Found,
    Stand,
)
from yaksok.views.icalendar import icalendar

router = APIRouter()

Look = Literal["month", "list"]
SPANS = (1, 3, 12)
"""Months that a calendar may show at once; only one is shown as a month of days."""

IN_A_DAY = 3
"""So many entries are shown in a day of the month."""

MOST_SHOWN = 100
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

    @property
    def wanted(self) -> CalendarFilter:
        """The same for the calendar of the ledger."""
        return CalendarFilter(first=self.first, last=self.last, kinds=self.kinds, party=self.party)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month as it is shown: its entries, some of them cut off."""

    day: date
    inside: bool
    entries: tuple[Entry, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a calendar stands on a page, in words, of so many entries."""

    number: int
    entries: tuple[Entry, ...]
    weeks: list[list[Day]]


@router.get("/calendar")
def show(request: Request) -> Response:
    """The calendar of some months."""
    given = request.query_params
    with asking(request) as asked:
        view = _view(given, asked.as_of)
        form = asked_format(given.get("format")) if given.get("format") != "ics" else "ics"
        if form:
            entries = calendar(asked.connection, asked.shelf, view.wanted, as_of=asked.as_of)
            if form == "ics":
                return _as_ics(asked, view, entries)
            return download([_row(asked, one) for one in entries], COLUMNS, name="calendar", form=form)
        shown = _shown(asked, view)
        return page(
            asked,
            "calendar.html",
            view=view,
            spans=SPANS,
            kinds=[(kind, kind_word(kind, asked.language)) for kind in ENTRY_KINDS],
            kind_words={kind: kind_word(kind, asked.language) for kind in ENTRY_KINDS},
            number=shown.number,
            entries=shown.entries,
            cut=shown.number > MOST_SHOWN,
            summary=lambda one: summary_of(one, asked.language),
            weeks=shown.weeks,
            earlier=moved(view.first, -view.span),
            later=moved(view.first, view.span),
        )


def moved(day: date, by: int) -> date:
    """The first day of the month so many months later, within the years that a calendar shows."""
    month = day.year * 12 + day.month - 1 + by
    return date(min(max(month // 12, 1900), 2199), month % 12 + 1, 1)


class InADay(NamedTuple):
    """The first entries of a day, and how many there are besides."""

    first: list[Stand]
    more: int


def days_of(found: Found) -> dict[str, InADay]:
    """The entries of known days, by each of their days."""
    by_day: defaultdict[str, list[Stand]] = defaultdict(list)
    for one in found.stands:
        if one.exact:
            for day in _days(one):
                by_day[day].append(one)
    numbers = {day: len(several) for day, several in by_day.items()}
    for day, number in found.due.items():
        numbers[day] += number - sum(one.rank == DUE for one in by_day[day])
    return {
        day: InADay(several[:IN_A_DAY], max(0, numbers[day] - IN_A_DAY)) for day, several in by_day.items()
    }


def weeks_of(first: date, days: Mapping[str, InADay], entries: Mapping[Stand, Entry]) -> list[list[Day]]:
    """The weeks of a month, from Sunday on as calendars in Korea have them, with the entries of its days."""
    return [
        [
            Day(day, inside, tuple(entries[one] for one in here.first), here.more)
            for day in week
            for inside in [day.month == first.month]
            for here in [days.get(day.isoformat(), _EMPTY) if inside else _EMPTY]
        ]
        for week in months.Calendar(months.SUNDAY).monthdatescalendar(first.year, first.month)
    ]


_EMPTY = InADay([], 0)


def _days(one: Stand) -> list[str]:
    """The days of an entry; of a very long one only the first."""
    if one.day == one.end:
        return [one.day]
    first, last = date.fromisoformat(one.day), date.fromisoformat(one.end)
    length = (last - first).days
    return [(first + timedelta(days=each)).isoformat() for each in range(length + 1 if length < LONG else 1)]


def _shown(asked: Asked, view: View) -> Shown:
    """What of the months stands on the page; only that is put into words."""
    kept: Kept[Shown] = kept_by(asked.request, "shown_calendars", lambda: Kept(MOST_KEPT))
    return kept.get((state(asked.connection), asked.today, asked.as_of, view), lambda: _made(asked, view))


def _made(asked: Asked, view: View) -> Shown:
    found = found_in(
        asked.connection,
        asked.shelf,
        view.wanted,
        as_of=asked.as_of,
        most_due=MOST_SHOWN,
        of_a_day=IN_A_DAY,
    )
    days = days_of(found) if view.look == "month" else {}
    chosen = list(
        dict.fromkeys([*found.stands[:MOST_SHOWN], *(one for day in days.values() for one in day.first)])
    )
    worded = with_words(asked.connection, asked.shelf, chosen)
    entries = dict(zip(chosen, worded, strict=True))
    return Shown(
        number=found.number,
        entries=tuple(entries[one] for one in found.stands[:MOST_SHOWN]),
        weeks=weeks_of(view.first, days, entries) if view.look == "month" else [],
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
