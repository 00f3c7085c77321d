"""The cells of a measured series: periods and figures as statistics write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date
from decimal import Decimal
from typing import NamedTuple

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})\s?[년.]?",
        r"(?P<year>\d{4})\s?[-./년]\s?(?P<month>\d{1,2})\s?[월.]?",
        r"(?P<year>\d{4})\s?[-./년]\s?(?P<month>\d{1,2})\s?[-./월]\s?(?P<day>\d{1,2})\s?[일.]?",
        r"(?P<year>\d{4})\s?[-./년]?\s?[Qq](?P<quarter>[1-4])",
        r"[Qq](?P<quarter>[1-4])\s?[-/]?\s?(?P<year>\d{4})",
        r"(?P<year>\d{4})\s?[-./년]?\s?(?P<quarter>[1-4])\s?(?:/\s?4\s?)?분기",
        r"(?P<year>\d{4})\s?[-./년]?\s?[Hh](?P<half>[12])",
        r"(?P<year>\d{4})\s?[-./년]?\s?(?P<half>상|하)반기",
    )
)
_LONGEST_DATE = 24
_NUMBER = re.compile(
    r"(?P<sign>[-+−△▲▽▼])?\s?(?P<figure>(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,30})?)(?P<percent>\s?%)?"
)
_LONGEST_NUMBER = 80
_MINUS = frozenset("-−△▲▽▼")  # Korean statistics print a fall as a triangle


class Period(NamedTuple):
    """The days that a date cell means, both included."""

    start: date
    end: date


def read_period(cell: str) -> Period | None:
    """The period of "2024", "2024-03", "2024-03-05", "2024-Q1", "2024년 1분기"; None for anything else."""
    words = cell.strip()
    if not words or len(words) > _LONGEST_DATE:
        return None
    for form in _FORMS:
        match = form.fullmatch(words)
        if match is not None:
            return _period({name: value for name, value in match.groupdict().items() if value})
    return None


def _period(parts: dict[str, str]) -> Period | None:
    year = int(parts["year"])
    if not 1 <= year <= MAXYEAR:
        return None
    if "quarter" in parts:
        quarter = int(parts["quarter"])
        return _months(year, quarter * 3 - 2, quarter * 3)
    if "half" in parts:
        first = parts["half"] in {"1", "상"}
        return _months(year, 1 if first else 7, 6 if first else 12)
    if "month" not in parts:
        return _months(year, 1, 12)
    month = int(parts["month"])
    if not 1 <= month <= 12:
        return None
    if "day" not in parts:
        return _months(year, month, month)
    day = int(parts["day"])
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Period(date(year, month, day), date(year, month, day))


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def read_number(cell: str, factor: float = 1) -> int | float | None:
    """The figure of a cell times `factor`, exactly; None for what is no figure, such as "n/a" or "1.234,5"."""
    words = cell.strip()
    if not words or len(words) > _LONGEST_NUMBER:
        return None
    match = _NUMBER.fullmatch(words)
    if match is None:
        return None
    value = Decimal(match["figure"].replace(",", "")) * Decimal(str(factor))
    value = -value if match["sign"] in _MINUS else value
    return int(value) if value == value.to_integral_value() else float(value)
