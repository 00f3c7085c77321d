"""The role of an English time, and the interval that the words before it make of it."""

from __future__ import annotations

import re
from datetime import date

from yaksok.records.mentions import TimeMention, TimeRole
from yaksok.statements import intervals
from yaksok.statements.context import StatementContext
from yaksok.statements.english.time_cues import cue_of, looks_back, operator_before
from yaksok.statements.english.time_points import Point
from yaksok.statements.intervals import Interval

# "In 2024 Korea ...": the year is no part of the name after it, as it is in "the 2030 Agenda".
_SET_APART = re.compile(
    r"\b(?:in|of|since|by|until|from|during|before|after|through|and|to|for|than|over)\s$", re.IGNORECASE
)
_COMPARED = re.compile(
    r"(?:compared (?:with|to|against)|(?:than|as) (?:in|that of|those of)|(?:per ?cent|%|points?|increase|decrease|rise|growth) over|relative to|versus|vs\."
    r"|(?:(?:up|down) from|compared (?:with|to)|against) [^,;]{1,40}? in|(?:exchange|conversion) rates? (?:of|on)|levels? (?:of|in)|baseline of|below|above)\s(?:in\s|the\s)?$",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\son(?:wards?)?\b")
_COMPARING = (
    "than",
    "over",
    "ompar",
    "from",
    "elative",
    "evels",
    " as ",
    "ersus",
    "vs.",
    "below",
    "above",
    "aseline",
    " rate",
    "gainst",
)
_LEVELS = re.compile(r"\s(?:levels?|baseline|values|prices)\b")
_TARGET = re.compile(r"\s(?:targets?|goals?|carbon|net[-\s]zero|deadline|climate[-\s]neutral)")
_DEADLINE = re.compile(r"(?:\b[Dd]eadline|\b[Dd]ue(?: date| by| on)?)(?::|\sof|\sis)?\s$")
_PLAN_FOR = re.compile(
    r"\b(?:[Pp]lans?|[Pp]rogrammes?|[Pp]rograms?|[Pp]riorities|[Cc]alendar) (?:for|of) (?:the year )?$"
)
_BUDGET_FOR = re.compile(r"\b[Bb]udget\b[^,;.]{0,45} (?:for|of) $")
_COLUMN = re.compile(
    r"\w\s(?:Deadlines?|Due(?: [Dd]ate)?|By [Ww]hen|Completion(?: [Dd]ate)?)\b|^(?:Deadline|Due)\s\w"
)
_FIGURES = re.compile(r"(?:\s(?:[\d.,%]+|[–-]))+$")
_CHAIRED = re.compile(r"\b(?:chair(?:s|ing|manship)?|presidency|presides?)\b[^,;.]{0,40}\b(?:in|for|of)\s$")
_TARGET_BEFORE = re.compile(r"\b(?:[Tt]arget|[Gg]oal)s?\s(?:for|of|in)\s$")
_EVENT_AHEAD = re.compile(
    r"\s(?:[A-Z][\w’'.-]*\s|of\s|the\s|and\s){0,6}(?:Summit|Meeting|Conference|Expo|Exposition|Games|Olympics|Forum|Dialogue|Assembly|COP|Cup|Championships?|Exhibition|Fair|Biennale|Festival"
    r"|Olympiad|Jamboree|Congress|Session|Consultation|APEC|Chair)"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:Agenda|Vision|Horizon|Strategy|Framework|Roadmap|Plan|Goals|Compass|Expo|COP|Concept)\s$"
)


def mention_of(text: str, point: Point, context: StatementContext) -> TimeMention | None:
    """The mention of a time with the words that bound it ("by", "since") and its role."""
    start, end, interval = point.start, point.end, point.interval
    role: TimeRole | None = None
    prefix = None if point.kind in {"range", "days"} else operator_before(text, start)
    if prefix is not None and prefix[1] == "start" and _several_days(point):
        start, prefix = prefix[2], None
    compared = _LEVELS.match(text, end) or (point.kind == "relative" and looks_back(text[start:end]))
    if prefix is not None and not compared:
        operated = _operated(*prefix[:2], point, context)
        if operated is not None:
            interval, role = operated
            start = prefix[2]
            onward = _ONWARD.match(text, end)
            end = onward.end() if onward and role in {"planned", "period"} else end
    if role is None:
        role = _role(text, point, context)
    first, last = intervals.iso_dates(interval)
    return TimeMention(text=text[start:end], span=(start, end), start=first, end=last, role=role)


def _several_days(point: Point) -> bool:
    """Whether the "to" stands inside the point, so that "from" belongs to it ("from March 12 to 14")."""
    return point.kind in {"ymd", "dmy"} and point.interval.start != point.interval.end


def _operated(
    words: str, operator: str, point: Point, context: StatementContext
) -> tuple[Interval, TimeRole] | None:
    """The interval and role that "by", "since", "from" and the like give a time; None where they do not apply."""
    interval = point.interval
    if (
        point.kind in {"ahead", "back", "after", "within", "within_one", "ago", "century"}
        and operator != "due"
    ):
        return None
    if operator == "due":
        if words.startswith(("before", "prior")) and interval.start is not None and point.kind != "part":
            eve = intervals.shift_day(interval.start, -1, "day")
            return Interval(None, eve), "due"
        return intervals.until(interval), "due"
    if operator == "within":
        return interval, "due"
    if operator == "since":
        return intervals.since(interval), "period"
    if operator == "reference":
        return interval, "reference"
    if operator == "start":
        return intervals.since(interval), _open_role(interval, context)
    if operator == "after":
        later = intervals.after(interval)
        return (later, _open_role(later, context)) if later else None
    return None


def _open_role(interval: Interval, context: StatementContext) -> TimeRole:
    today = context.document_date
    return (
        "period"
        if today and interval.start and interval.start <= today and context.act != "commitment"
        else "planned"
    )


def _role(text: str, point: Point, context: StatementContext) -> TimeRole:
    if point.kind in {"within", "within_one"}:
        return "due"
    if point.kind in {"range", "span", "decade", "ahead", "back", "after"}:
        return "period"
    if point.kind == "century":
        return "reference"
    before = text[max(0, point.start - 60) : point.start]
    if _DEADLINE.search(before) or _in_deadline_column(context):
        return "due"
    if point.kind == "year" and point.start == 0 and _FIGURES.match(text, point.end):
        # A row of a table: the running year and those to come carry planned figures.
        return "planned" if context.document_date and _not_over(point, context.document_date) else "occurred"
    if _LEVELS.match(text, point.end) or (
        any(word in before for word in _COMPARING) and _COMPARED.search(before)
    ):
        return "reference"
    if point.kind == "relative" and looks_back(text[point.start : point.end]):
        return "reference"
    role = _role_of_year(text, point, context) if point.kind == "year" else None
    return role or _by_date(text, point, context)


def _role_of_year(text: str, point: Point, context: StatementContext) -> TimeRole | None:
    """The role that the words beside a year give it; None where only the calendar tells."""
    if context.role == "title" and not _EVENT_AHEAD.match(text, point.end):
        return "period"
    named = _role_in_name(text, point)
    if named is not None:
        return named
    if _BUDGET_FOR.search(text, max(0, point.start - 60), point.start) and context.document_date:
        return "planned" if _not_over(point, context.document_date) else "occurred"
    if _PLAN_FOR.search(text, max(0, point.start - 30), point.start):
        return "period"
    if _CHAIRED.search(text, max(0, point.start - 60), point.start):
        return "period"
    return None


def _in_deadline_column(context: StatementContext) -> bool:
    """Whether the header of the table names a column of deadlines."""
    header = context.trail[-1] if context.trail else ""
    return len(header) <= 120 and not header.endswith((".", ":")) and _COLUMN.search(header) is not None


def _not_over(point: Point, today: date) -> bool:
    return point.interval.end is not None and point.interval.end >= today


def _role_in_name(text: str, point: Point) -> TimeRole | None:
    if _TARGET.match(text, point.end) or _TARGET_BEFORE.search(text, max(0, point.start - 14), point.start):
        return "due"
    if _EVENT_AHEAD.match(text, point.end):
        return None
    if _NAMED_BEFORE.search(text, max(0, point.start - 14), point.start):
        return "reference"
    following = text[point.end : point.end + 2]
    if (
        len(following) == 2
        and following[0] == " "
        and following[1].isupper()
        and not text[max(0, point.start - 2) : point.start].rstrip()[-1:].isdigit()
        and not _SET_APART.search(text, max(0, point.start - 8), point.start)
    ):
        return "reference"
    return None


def _by_date(text: str, point: Point, context: StatementContext) -> TimeRole:
    today = context.document_date
    if today is None:
        return "planned" if context.act == "commitment" else "occurred"
    first, last = point.interval
    if last is not None and last < today:
        return "occurred"
    if first is not None and first > today:
        return "planned"
    if point.kind == "day" or (first == last and context.act != "commitment"):
        return (
            "planned"
            if cue_of(text, point.start, context) == "future" and context.act == "commitment"
            else "occurred"
        )
    if context.act in {"commitment", "effect"}:
        return "planned"
    return "occurred" if context.act in {"result", "none"} else "period"
