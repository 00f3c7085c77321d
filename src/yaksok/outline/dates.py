"""The date of a document, as its head, its release line or its last lines give it."""

from __future__ import annotations

import re
from datetime import date

from yaksok.outline.furniture import is_date_line
from yaksok.outline.lines import Line

_KOREAN = re.compile(
    r"(?P<year>(?:19|20)\d{2}|['’‘]\d{2})\s?[.년\-/]\s?(?P<month>1[0-2]|0?[1-9])(?!\d)(?:\s?[.월\-/]\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d))?"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(),
        start=1,
    )
}
_ENGLISH = re.compile(
    r"(?:(?P<day_first>\d{1,2})\s)?(?P<month>"
    + "|".join(_MONTHS)
    + r")\.?\s(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s)?"
    r"(?P<year>(?:19|20)\d{2})",
    re.IGNORECASE,
)
# "12.3.2025": the day first, as it is written on the continent of Europe.
_DAY_FIRST = re.compile(
    r"(?<![\d.])(?P<day>3[01]|[12]\d|0?[1-9])\.\s?(?P<month>1[0-2]|0?[1-9])\.\s?(?P<year>(?:19|20)\d{2})(?![\d.])"
)
_RELEASE = re.compile(
    r"배포|보도\s?(?:시점|일시)|등록일|작성일|게시일|발표일|^\s?(?:For Immediate )?Release|^\s?(?:Date|Published|Publication date|Publish date|Date published|Issued|Posted)\b\s?:?",
    re.IGNORECASE,
)
_TITLE_YEAR = re.compile(r"((?:19|20)\d{2})\s?년?도?")
_HEAD_LINES = 40


def document_date(lines: list[Line], title_lines: tuple[int, ...]) -> str | None:
    """The date as "YYYY", "YYYY-MM" or "YYYY-MM-DD", None where the text gives none.

    A release line comes first, then a line that is only a date, a line of the head, a date line
    at the end, a full date in the title, and the first full date of the opening.
    """
    first = title_lines[0] if title_lines else 0
    head = lines[: max(first + 1, 0) + _HEAD_LINES]
    released = [
        line.text for line in head[:_HEAD_LINES] if len(line.text) <= 120 and _RELEASE.search(line.text)
    ]
    alone = [line.text for line in head if is_date_line(line.text)]
    tail = [line.text for line in lines[-8:] if is_date_line(line.text)]
    title = [lines[i].text for i in title_lines]
    above = [line.text for line in lines[:first]]
    for texts in (released, alone, above, tail, title):
        for text in texts:
            found = parse_date(text)
            if found is not None:
                return found
    for line in lines[first : first + 12]:
        found = parse_date(line.text[:160])
        if found is not None and len(found) == 10:
            return found
    year = (
        _TITLE_YEAR.search(title[0]) if title and re.search(r"계획|평가|실적|업무", " ".join(title)) else None
    )
    return year.group(1) if year else None


def parse_date(text: str) -> str | None:
    """The first date of a text with year and month at least."""
    match = _DAY_FIRST.search(text)
    if match:
        return _iso(match.group("year"), match.group("month"), match.group("day"))
    match = _KOREAN.search(text)
    if match:
        year = match.group("year")
        return _iso("20" + year[1:] if len(year) == 3 else year, match.group("month"), match.group("day"))
    match = _ENGLISH.search(text)
    if match:
        month = str(_MONTHS[match.group("month").lower()])
        return _iso(match.group("year"), month, match.group("day") or match.group("day_first"))
    return None


def _iso(year: str, month: str, day: str | None) -> str | None:
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
