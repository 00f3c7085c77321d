"""Calendars as iCalendar text (RFC 5545), for calendar programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_LONGEST = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A whole-day event: `uid` is the same each time it is written; `last` is its last day."""

    uid: str
    first: date
    last: date
    summary: str
    description: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()


def icalendar(events: Iterable[CalendarEvent], *, name: str, made: datetime) -> str:
    """The calendar with these events, its lines ended and folded as the standard says. `made` is in UTC."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//yaksok//calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    stamp = f"{made:%Y%m%dT%H%M%SZ}"
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(event: CalendarEvent, stamp: str) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"SUMMARY:{_text(event.summary)}",
        "TRANSP:TRANSPARENT",
    ]
    if event.last < date.max:  # the day after the last one: the end is not part of the event
        lines.append(f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}")
    if event.description:
        lines.append(f"DESCRIPTION:{_text(event.description)}")
    if event.url:
        lines.append(f"URL:{event.url}")
    if event.categories:
        lines.append(f"CATEGORIES:{','.join(map(_text, event.categories))}")
    return [*lines, "END:VEVENT"]


def _text(value: str) -> str:
    """A value of type TEXT (3.3.11): what separates values is escaped, other control characters are left out."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(letter for letter in lines if letter == "\t" or (letter >= " " and letter != "\x7f"))


def _folded(line: str) -> str:
    """A line cut into pieces of at most 75 octets, never inside a character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        more = len(letter.encode())
        if size + more > _LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += more
    return "\r\n".join([*pieces, piece])
