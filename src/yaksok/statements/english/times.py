"""Times in English statements: the words, the interval they mean and their role.

Rules 23-27 of the reading contract for English documents and decisions 22-26 for times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yaksok.records.mentions import TimeMention
from yaksok.statements.context import StatementContext
from yaksok.statements.english.quantity_words import is_counted
from yaksok.statements.english.time_cues import looks_back, meant_year
from yaksok.statements.english.time_patterns import (
    ARTICLES,
    DIGIT,
    FIRST_WORDS,
    LETTERS,
    PATTERN,
    TELLING_WORDS,
    WORD,
)
from yaksok.statements.english.time_points import BY_ITSELF, IN_YEAR, Point, Setting, month_of, named_year
from yaksok.statements.english.time_ranges import joined_ranges, with_shared_years
from yaksok.statements.english.time_roles import mention_of

_NOT_YEAR_AFTER = re.compile(
    r"\b(?:[Rr]esolutions?|[Ss]ection|[Nn]o\.|[Nn]umber|[Rr]oom|[Aa]rticle|[Rr]egulation)\s$"
)
_PLURAL_AFTER = re.compile(r"\s([a-z]{3,}s)\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|from|during|before|after|through|for|of|year|years|mid|fiscal|than)[\s-]$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"\b(?:in|of|by|since|from|until|till|to|and|through|or|for|during|on|before|after|between|last|next|this|late|early|mid|end|later|than)[\s-]$"
    r"|[(,–—-]\s?$",
    re.IGNORECASE,
)


def _setting(context: StatementContext, text: str) -> Setting:
    today = context.document_date
    titled = _section_year(context)
    year = titled or (today.year if today else None)
    return Setting(today, year, _fiscal_start(text), titled=titled is not None)


def _section_year(context: StatementContext) -> int | None:
    """The year of the section, where a short title above gives it; one in a sentence above is only a date."""
    year = context.section_year
    if year is None or not context.trail:
        return None if context.trail == () and context.role == "heading" else year
    titles = (title for title in context.trail if str(year) in title)
    return year if any(len(title) <= 60 and not title.endswith((".", ":", ";")) for title in titles) else None


def _fiscal_start(text: str) -> int:
    """First month of the fiscal year of the country that the text speaks of; January where none is known."""
    if "FY" not in text and "iscal" not in text:
        return 1
    if "Japan" in text or "India" in text:
        return 4
    return 10 if re.search(r"U\.S\.|United States|American|Congress|\bUS\b", text) else 1


def find_times(text: str, context: StatementContext) -> tuple[TimeMention, ...]:
    """The times of one statement with local spans, in order of appearance.

    Words that fix no interval (recently, each year, the coming years) are left out, and so are
    years that only number something (resolution 1970).
    """
    if DIGIT.search(text) is None and TELLING_WORDS.isdisjoint(LETTERS.findall(text.lower())):
        return ()
    setting = _setting(context, text)
    points = _points(text, setting, context)
    found: list[TimeMention] = []
    seen: set[tuple[str | None, str | None]] = set()
    for point in joined_ranges(text, points):
        mention = mention_of(text, point, context)
        if mention is not None and (mention.start, mention.end) not in seen:
            seen.add((mention.start, mention.end))
            found.append(mention)
    return tuple(found)


def _points(text: str, setting: Setting, context: StatementContext) -> list[Point]:
    points: list[Point] = []
    earlier: int | None = None
    for match in _matches(text):
        kind = match.lastgroup or ""
        if not _is_time(text, match, kind):
            continue
        words = match.group()
        if kind in IN_YEAR:
            point = _in_year(text, match, kind, setting, context)
        else:
            here = (
                setting._replace(year=earlier)
                if earlier and kind == "relative" and looks_back(words)
                else setting
            )
            interval = BY_ITSELF[kind](words, here)
            year = int(words) if kind == "year" else None
            point = Point(match.start(), match.end(), kind, interval, year) if interval else None
        if point is not None:
            earlier = point.year or earlier
            points.append(point)
    return with_shared_years(text, points)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Matches of the pattern, tried only where a word stands that may begin a time."""
    done = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < done or (start and (text[start - 1].isalnum() or text[start - 1] in "$€£#_")):
            continue
        if not (text[start].isdigit() or word.group().lower() in FIRST_WORDS):
            continue
        match = PATTERN.match(text, start)
        for article in ARTICLES:
            if start - len(article) >= done and text.startswith(article, start - len(article)):
                match = PATTERN.match(text, start - len(article)) or match
        if match is not None:
            done = match.end()
            yield match


def _is_time(text: str, match: re.Match[str], kind: str) -> bool:
    start, end = match.span()
    if kind == "year":
        if text[start - 1 : start] in {".", "/", ","} and start > 1 and text[start - 2].isdigit():
            return False
        if (
            start
            and text[start - 1] == "-"
            and text[start - 2 : start - 1].isalnum()
            and not text[:start].lower().endswith("mid-")
        ):
            return False
        if _NOT_YEAR_AFTER.search(text, max(0, start - 16), start):
            return False
        plural = _PLURAL_AFTER.match(text, end)
        return not (
            plural
            and is_counted(plural.group(1))
            and not _YEAR_BEFORE.search(text, max(0, start - 10), start)
        )
    if kind == "month" and match.group() in {"March", "May"}:
        return _MONTH_BEFORE.search(text, max(0, start - 10), start) is not None
    return True


def _in_year(
    text: str, match: re.Match[str], kind: str, setting: Setting, context: StatementContext
) -> Point | None:
    words = match.group()
    year = named_year(words, setting)
    month = month_of(words) if kind in {"ymd", "dmy", "month"} else None
    if kind == "part" and year is None:
        year = setting.year
    if kind in {"month", "season"} and year is None and setting.today is not None:
        year = _by_pointer(words, kind, month, setting.today)
    read = IN_YEAR[kind]
    if year is not None:
        interval = read(words, year)
        return Point(match.start(), match.end(), kind, interval, year, month) if interval else None
    if setting.year is None:
        return None
    guess = meant_year(text, match.start(), kind, read(words, setting.year), setting=setting, context=context)
    interval = read(words, guess)
    return Point(match.start(), match.end(), kind, interval, None, month) if interval else None


def _by_pointer(words: str, kind: str, month: int | None, today: date) -> int | None:
    """The year of "last November", "next May", "this summer"."""
    lower = words.lower()
    if kind == "season":
        return today.year + (1 if lower.startswith("next") else -1 if lower.startswith("last") else 0)
    if month is None:
        return None
    if "last " in lower:
        return today.year if month < today.month else today.year - 1
    if "next " in lower:
        return today.year if month > today.month else today.year + 1
    return today.year if "this " in lower else None
