"""English times joined: from A to B, A-B, between A and B, and the year that both share."""

from __future__ import annotations

import re

from yaksok.statements import intervals
from yaksok.statements.english.time_points import IN_YEAR, Point

_LINK = re.compile(r"\s?[-–—~]\s?|\s(?:to|through|until|till)\s(?:the\s)?")
_YEARS = re.compile(r"\b(?:years|period)\s$")
_OPENING = re.compile(r"\b(from|between)\s(?:the\s)?$", re.IGNORECASE)


def with_shared_years(text: str, points: list[Point]) -> list[Point]:
    """The points, those without a year with that of the part they are joined to ("May to July 2025")."""
    for i in range(len(points) - 1):
        first, second = points[i], points[i + 1]
        between = text[first.end : second.start]
        if not (_LINK.fullmatch(between) or between in {" and ", ", ", " or "}):
            continue
        if (
            first.year is None
            and second.year is not None
            and first.kind in IN_YEAR
            and second.kind in IN_YEAR
        ):
            back = 1 if first.month and second.month and first.month > second.month else 0
            points[i] = _moved(text, first, second.year - back)
        elif (
            first.year is not None
            and second.year is None
            and second.kind in IN_YEAR
            and second.kind != "part"
        ):
            on = 1 if first.month and second.month and second.month < first.month else 0
            points[i + 1] = _moved(text, second, first.year + on)
    return points


def _moved(text: str, point: Point, year: int) -> Point:
    interval = IN_YEAR[point.kind](text[point.start : point.end], year)
    return point._replace(interval=interval, year=year) if interval else point


def joined_ranges(text: str, points: list[Point]) -> list[Point]:
    """Points with "from A to B", "A-B" and "between A and B" made one."""
    joined: list[Point] = []
    for point in points:
        if joined:
            whole = _range(text, joined[-1], point)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(point)
    return joined


def _range(text: str, first: Point, second: Point) -> Point | None:
    between = text[first.end : second.start]
    opening = _OPENING.search(text, max(0, first.start - 14), first.start)
    start = first.start if opening is None else opening.start()
    linked = _LINK.fullmatch(between) is not None
    if between.strip() == "and":
        linked = (opening is not None and opening.group(1).lower() == "between") or (
            first.kind == second.kind == "month" and "and" in between and _next_month(first, second)
        )
    years = _YEARS.search(text, max(0, first.start - 8), first.start) is not None
    if not linked or (
        opening is None and not years and between.strip() in {"to", "until", "till"} and first.kind == "year"
    ):
        return None
    whole = intervals.joined(first.interval, second.interval)
    if whole is None or first.kind == "range" or "range" in second.kind:
        return None
    fine = {"ymd", "dmy", "iso", "month", "day"}
    term = _YEARS.search(text, max(0, start - 8), start) is not None
    kind = "days" if first.kind in fine and second.kind in fine and not term else "range"
    return Point(start, second.end, kind, whole, second.year, second.month)


def _next_month(first: Point, second: Point) -> bool:
    return first.month is not None and second.month is not None and (second.month - first.month) % 12 == 1
