"""Reading of one calendar point at one place of the text: a year, a month, a day, a quarter.

The sign behind the figures (년, 월, a dot) says which forms to try.
"""

from __future__ import annotations

from collections.abc import Callable

from yaksok.statements.korean import time_patterns as forms
from yaksok.statements.korean.time_doubts import (
    full_year,
    is_dotted_day,
    is_plausible_year,
    is_quoted,
    is_short_year,
)
from yaksok.statements.korean.time_points import Part, Point

PARTS: dict[str, Part] = {
    "초순": "early", "상순": "early", "초": "early", "初": "early", "초반": "early", "연초": "early",
    "중순": "middle", "중반": "middle", "중엽": "middle",
    "하순": "late", "후반": "late",
    "말": "last", "末": "last", "연말": "last",
}  # fmt: skip
CENTURY_PARTS: dict[str, Part] = PARTS | {"전반": "first_half", "후반": "second_half"}
SEASONS = {"봄": 1, "여름": 2, "가을": 3, "겨울": 4}
MONTHS_IN_YEAR = 12
LAST_DAY = 31
LONGEST_FIGURE = 4

PointRead = tuple[Point, int]
"""A point and the place where its words end."""


def sign_behind(text: str, pos: int) -> str:
    """The first character behind the figure at `pos`, one space skipped; "" at the end of the text."""
    end, last = pos + 1, min(len(text), pos + LONGEST_FIGURE)
    while end < last and "0" <= text[end] <= "9":
        end += 1
    sign = text[end : end + 1]
    return text[end + 1 : end + 2] if sign == " " else sign


def read_point(text: str, pos: int, reference_year: int | None) -> PointRead | None:
    """One point that carries its own calendar words or marks."""
    for reader in _READERS.get(sign_behind(text, pos), ()):
        found = reader(text, pos, reference_year)
        if found is not None:
            return found
    return None


def read_after_year(text: str, pos: int, year: int | None) -> PointRead:
    """The rest of a date whose year is known: month and day, half, quarter, season or part."""
    match = forms.AFTER_YEAR.match(text, pos)
    if match is None:
        return Point("year", year), pos
    kind, word, end = match.lastgroup, match[match.lastgroup or 0], match.end()
    if kind == "month":
        if 1 <= int(word) <= MONTHS_IN_YEAR:
            return read_after_month(text, end, year, int(word))
    elif kind == "dotted":
        day = forms.MONTH_DAY.match(text, match.start(kind))
        if day is not None and 1 <= int(day["month"]) <= MONTHS_IN_YEAR and 1 <= int(day["day"]) <= LAST_DAY:
            return Point("day", year, int(day["month"]), int(day["day"])), day.end()
    elif kind in {"quarter", "nq", "fourth"}:
        return _with_part(text, Point("quarter", year, int(word)), end)
    elif kind == "half":
        return _with_part(text, Point("half", year, 1 if word[0] in "상上" else 2), end)
    elif kind == "season":
        return Point("season", year, SEASONS[word]), end
    elif kind == "part":
        return Point("year", year, part=PARTS[word]), end
    elif kind == "both":
        return Point("year", year), end
    return Point("year", year), pos


def _with_part(text: str, point: Point, end: int) -> PointRead:
    """A half or quarter with 초 or 말 behind it."""
    match = forms.AFTER_MONTH.match(text, end)
    if match is not None and match["part"] is not None:
        return point._replace(part=PARTS[match["part"]]), match.end()
    return point, end


def read_after_month(text: str, pos: int, year: int | None, month: int) -> PointRead:
    """The rest of a date whose month is known: its day, or 초순, 중순, 하순, 초, 말."""
    if text[pos : pos + 1] not in _MONTH_GOES_ON:
        return Point("month", year, month), pos
    match = forms.AFTER_MONTH.match(text, pos)
    if match is None:
        return Point("month", year, month), pos
    if match["part"] is not None:
        part = PARTS[match["part"]]
        return Point("month", year, month, part="late" if part == "last" else part), match.end()
    day = int(match["day"])
    if not 1 <= day <= LAST_DAY:
        return Point("month", year, month), pos
    return Point("day", year, month, day), read_after_day(text, match.end())


def read_after_day(text: str, pos: int) -> int:
    """Where the weekday and the time of day behind a day end."""
    if text[pos : pos + 1] not in _DAY_GOES_ON:
        return pos
    match = forms.AFTER_DAY.match(text, pos)
    return pos if match is None else match.end()


def _read_year_word(text: str, pos: int, reference_year: int | None) -> PointRead | None:
    match = forms.YEAR_WORD.match(text, pos)
    if match is None:
        return None
    year = full_year(match[1], reference_year)
    if len(match[1]) == 4 and not is_plausible_year(year):
        return None
    point, end = read_after_year(text, match.end(), year)
    worded = point.unit != "year" or point.part or text[match.end() - 1] == "도"
    if len(match[1]) == 4 or worded or is_short_year(text, pos, end, match[1], reference_year):
        return point, end
    return None


def _read_full_date(text: str, pos: int, reference_year: int | None) -> PointRead | None:
    match = forms.FULL_DATE.match(text, pos)
    if match is None:
        return None
    short = len(match["year"]) == 2
    signed = match["end"] or match["weekday"] or is_quoted(text, pos)
    if short and not signed and (match["mark"] != "." or text[pos - 1 : pos] != "("):
        return None
    year, month, day = full_year(match["year"], reference_year), int(match["month"]), int(match["day"])
    if not (1 <= month <= MONTHS_IN_YEAR and 1 <= day <= LAST_DAY):
        return None
    return Point("day", year, month, day), match.end()


def _read_year_dot(text: str, pos: int, reference_year: int | None) -> PointRead | None:
    """A year shortened by a dot: 23.4월, '24.상반기, 2019. 3."""
    match = forms.YEAR_DOT.match(text, pos)
    if match is not None:
        point, end = read_after_year(text, match.end(), full_year(match[1], reference_year))
        return None if point.unit == "year" and not point.part else (point, end)
    match = forms.YEAR_MONTH.match(text, pos)
    if match is None and is_quoted(text, pos):
        match = forms.QUOTED_YEAR_MONTH.match(text, pos)
    if match is None:
        return None
    year = full_year(match[1], reference_year)
    month = int(match[2] or match[3])
    if not (is_plausible_year(year) and 1 <= month <= MONTHS_IN_YEAR):
        return None
    return Point("month", year, month), match.end()


def _read_month_word(text: str, pos: int, reference_year: int | None) -> PointRead | None:  # noqa: ARG001 - one shape for all readers
    match = forms.MONTH_WORD.match(text, pos)
    if match is None or not 1 <= int(match[1]) <= MONTHS_IN_YEAR:
        return None
    return read_after_month(text, match.end(), None, int(match[1]))


def _read_quarter(text: str, pos: int, reference_year: int | None) -> PointRead | None:  # noqa: ARG001
    match = forms.QUARTER.match(text, pos)
    return None if match is None else _with_part(text, Point("quarter", None, int(match[1])), match.end())


def _read_century(text: str, pos: int, reference_year: int | None) -> PointRead | None:  # noqa: ARG001
    match = forms.CENTURY.match(text, pos)
    if match is None or not FIRST_CENTURY <= int(match[1]) <= LAST_CENTURY:
        return None
    return Point("century", None, int(match[1]), part=CENTURY_PARTS.get(match[2] or "", "")), match.end()


def _read_decade(text: str, pos: int, reference_year: int | None) -> PointRead | None:
    match = forms.DECADE.match(text, pos)
    if match is None:
        return None
    year = full_year(match[1], reference_year)
    if year % 10 or not is_plausible_year(year):
        return None
    return Point("decade", None, year, part=PARTS.get(match[2] or "", "")), match.end()


def _read_month_day(text: str, pos: int, reference_year: int | None) -> PointRead | None:  # noqa: ARG001
    """A dotted month and day without a year: 4.4.(목), (5.22, 9.24), 4/4(목)."""
    match = forms.MONTH_DAY.match(text, pos)
    if match is None:
        return None
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= MONTHS_IN_YEAR and 1 <= day <= LAST_DAY):
        return None
    signed = match["weekday"] is not None or match["daytime"] is not None
    if not signed and not is_dotted_day(text, pos, match.end(), match["sign"], slash=match["mark"] == "/"):
        return None
    return Point("day", None, month, day), match.end()


FIRST_CENTURY, LAST_CENTURY = 10, 30
# A weekday or a time of day follows a day after a space or in brackets.
_DAY_GOES_ON = frozenset(" (")
# What can stand right behind 월 when a day or a part of the month follows.
_MONTH_GOES_ON = frozenset(" 0123456789초상중하말")
_READERS: dict[str, tuple[Callable[[str, int, int | None], PointRead | None], ...]] = {
    "년": (_read_decade, _read_year_word),
    "학": (_read_year_word,),
    ".": (_read_full_date, _read_year_dot, _read_month_day),
    "-": (_read_full_date, _read_year_dot),
    "/": (_read_full_date, _read_quarter, _read_month_day),
    "월": (_read_month_word,),
    "분": (_read_quarter,),
    "Q": (_read_quarter,),
    "세": (_read_century,),
}
