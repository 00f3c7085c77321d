"""Calendars as text that calendar programs take (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.views.icalendar import CalendarEvent, icalendar

MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def lines_of(text: str) -> list[str]:
    """The lines as a reader has them, unfolded."""
    return text.replace("\r\n ", "").split("\r\n")


def value(text: str, name: str) -> str:
    (found,) = [line for line in lines_of(text) if line.startswith((f"{name}:", f"{name};"))]
    return found.split(":", 1)[1]


def unescaped(written: str) -> str:
    out, rest = "", iter(written)
    for letter in rest:
        if letter == "\\":
            following = next(rest)
            out += {"n": "\n"}.get(following, following)
        else:
            out += letter
    return out


def test_a_calendar() -> None:
    event = CalendarEvent(
        "1@yaksok", date(2025, 3, 31), date(2025, 3, 31), "체결", url="http://127.0.0.1/p/1"
    )
    assert lines_of(icalendar([event], name="약속", made=MADE)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//yaksok//calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:약속",
        "BEGIN:VEVENT",
        "UID:1@yaksok",
        "DTSTAMP:20260301T093000Z",
        "DTSTART;VALUE=DATE:20250331",
        "SUMMARY:체결",
        "TRANSP:TRANSPARENT",
        "DTEND;VALUE=DATE:20250401",
        "URL:http://127.0.0.1/p/1",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [("a,b;c", "a\\,b\\;c"), ("a\\n", "a\\\\n"), ("a\r\nb\rc\nd", "a\\nb\\nc\\nd"), ("a\x00b\x1bc", "abc")],
)
def test_what_separates_is_escaped(text: str, written: str) -> None:
    event = CalendarEvent("1", date(2025, 1, 1), date(2025, 1, 1), text)
    assert value(icalendar([event], name="x", made=MADE), "SUMMARY") == written


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300), st.text(max_size=60))
def test_any_text_comes_back(summary: str, described: str) -> None:
    event = CalendarEvent("1", date(2025, 1, 1), date(9999, 12, 31), summary, description=described)
    text = icalendar([event], name="x", made=MADE)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\r" not in text.replace("\r\n", "")
    assert "\n" not in text.replace("\r\n", "")
    assert unescaped(value(text, "SUMMARY")) == summary
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 1
