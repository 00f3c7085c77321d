"""The date of a document, as its head, its release line or its last lines give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

_OPENING_LINES, _OPENING_LETTERS, _OPENING_SENTENCES = 12, 160, 3
"""So many lines behind the title, so many letters of each, and so many sentences of them are the opening."""
_SHORT_LINE = 60
"""A line of up to so many letters is no sentence of a report."""
_PLACE = 40
"""So many letters may stand before the date of a dateline."""
_FULL = len("2025-01-17")
_DASH = re.compile(r"\s?[.,]?\s?(?:\([^)]{1,20}\)\s?)?[-–—]")
_WEEKDAY = re.compile(r"\s?[일.]?\s?\([월화수목금토일](?:요일)?\)")
_REPORTS = re.compile(
    r"회담|면담|통화|개최|방문|방한|방미|방중|방일|서명|체결|발표|채택|참석|접견|출범|"
    r"\b(?:met|meet|hosted|held|convened|signed|adopted|announced|welcomed|visited|issued|launched)\b",
    re.IGNORECASE,
)
_OF_ANOTHER_AFTER = re.compile(
    r"\s?[일.]?(?:\s?\([월화수목금토일](?:요일)?\))?\s?\)?\s?(?:에\s|자로\s|자\s)?(?:까지|부터|이전|이후|이래|현재|기준|종료|만료|일몰|시행|공포|제정|개정|전부\s?개정|일부\s?개정|"
    r"폐지|선고|자로|법률|당시|로\s?(?:시한|일몰|만료|종료)|제\d+(?:호|회|차))"
)
_OF_ANOTHER_BEFORE = re.compile(
    r"지난\s?$|\b(?:until|till|by|before|since|from|after|as of|effective|dated|of)\s(?:the\s)?$",
    re.IGNORECASE,
)


def document_date(lines: list[Line], title_lines: tuple[int, ...]) -> str | None:
    """The date as "YYYY", "YYYY-MM" or "YYYY-MM-DD", None where the text gives none.

    A release line comes first, then a line that is only a date, a line of the head, a date line
    at the end, a full date in the title, and the day of which the opening reports.
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
    opening = _opening_date([line.text[:_OPENING_LETTERS] for line in lines[first : first + _OPENING_LINES]])
    if opening is not None:
        return opening
    year = (
        _TITLE_YEAR.search(title[0]) if title and re.search(r"계획|평가|실적|업무", " ".join(title)) else None
    )
    return year.group(1) if year else None


def parse_date(text: str) -> str | None:
    """The first date of a text with year and month at least."""
    found = _found(text)
    return _iso(found) if found else None


def _opening_date(texts: Sequence[str]) -> str | None:
    """The first full date of an opening that can be its own: of a dateline, or of a sentence that reports what was done.

    A sentence may as well name the day of a law, of a term that ends or of an event long past.
    """
    sentences = 0
    for text in texts:
        sentences += len(text) > _SHORT_LINE
        found = _found(text)
        day = _iso(found) if found else None
        if not found or not day or len(day) < _FULL:
            continue
        before, after = text[: found.start()], text[found.end() :]
        if _belongs_to_another(before, after):
            continue
        if len(text) <= _SHORT_LINE or (len(before) <= _PLACE and _DASH.match(after)):
            return day
        if sentences <= _OPENING_SENTENCES and (_WEEKDAY.match(after) or _REPORTS.search(text)):
            return day
    return None


def _belongs_to_another(before: str, after: str) -> bool:
    """Whether a date is that of a term, of a law or of what stands in brackets."""
    return bool(
        before.count("(") > before.count(")")
        or _OF_ANOTHER_AFTER.match(after)
        or _OF_ANOTHER_BEFORE.search(before)
    )


def _found(text: str) -> re.Match[str] | None:
    return _DAY_FIRST.search(text) or _KOREAN.search(text) or _ENGLISH.search(text)


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year, month, day = parts["year"], parts["month"].lower(), parts["day"] or parts.get("day_first")
    number = _MONTHS.get(month) or int(month)
    try:
        date(int("20" + year[1:] if len(year) == 3 else year), number, int(day or 1))
    except ValueError:
        return None
    return f"{'20' + year[1:] if len(year) == 3 else year}-{number:02d}" + (f"-{int(day):02d}" if day else "")
