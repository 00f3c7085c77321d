"""Times in English statements: the words, the interval they mean and their role.

Rules 23-27 of the reading contract for English documents and decisions 22-26 for times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yaksok.records.mentions import TimeMention, TimeRole
from yaksok.statements import intervals
from yaksok.statements.context import StatementContext
from yaksok.statements.english.quantity_words import is_counted
from yaksok.statements.english.time_patterns import (
    ARTICLES,
    DIGIT,
    FILLERS,
    FIRST_WORDS,
    LETTERS,
    OPERATORS,
    PATTERN,
    TELLING_WORDS,
    WORD,
)
from yaksok.statements.english.time_points import BY_ITSELF, IN_YEAR, Point, Setting, month_of, named_year
from yaksok.statements.intervals import Interval

_LINK = re.compile(r"\s?[-–—~]\s?|\s(?:to|through|until|till)\s(?:the\s)?")
_WILL = re.compile(r"\b(?:will|shall|to be|is to|are to)\b")
_FUTURE = re.compile(
    r"\b(?:will|shall|to be|to [a-z]+|plans?|intends?|upcoming|scheduled|expected|next|due|forthcoming)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|held|met|took|begun|began|(?!(?:combined|united|proposed|planned|scheduled|expected|enhanced|advanced|shared|related|need|indeed|based|limited|unprecedented)\b)[a-z]{2,}ed|since|last|made|won|built|led|spoke|came|went|became|saw|has|have)\b"
)
_PAST_OR_WILL = re.compile(f"{_WILL.pattern}|{_PAST.pattern}")
_NOT_YEAR_AFTER = re.compile(
    r"\b(?:[Rr]esolutions?|[Ss]ection|[Nn]o\.|[Nn]umber|[Rr]oom|[Aa]rticle|[Rr]egulation)\s$"
)
_PLURAL_AFTER = re.compile(r"\s([a-z]{3,}s)\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|from|during|before|after|through|for|of|year|years|mid|fiscal|than)[\s-]$",
    re.IGNORECASE,
)
# "In 2024 Korea ...": the year is no part of the name after it, as it is in "the 2030 Agenda".
_SET_APART = re.compile(
    r"\b(?:in|of|since|by|until|from|during|before|after|through|and|to|for|than|over)\s$", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(
    r"\b(?:in|of|by|since|from|until|till|to|and|through|or|for|during|on|before|after|between|last|next|this|late|early|mid|end|later|than)[\s-]$"
    r"|[(,–—-]\s?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:compared (?:with|to|against)|(?:than|as) (?:in|that of|those of)|(?:per ?cent|%|points?|increase|decrease|rise|growth) over|relative to|versus|vs\."
    r"|(?:up|down) from [^,;]{1,40}? in|levels? (?:of|in)|baseline of|below|above)\s(?:in\s|the\s)?$",
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
)
_LEVELS = re.compile(r"\s(?:levels?|baseline|values|prices)\b")
_TARGET = re.compile(r"\s(?:targets?|goals?|carbon|net[-\s]zero|deadline|climate[-\s]neutral)")
_CHAIRED = re.compile(r"\b(?:chair(?:s|ing|manship)?|presidency|presides?)\b[^,;.]{0,40}\b(?:in|for|of)\s$")
_TARGET_BEFORE = re.compile(r"\b(?:[Tt]arget|[Gg]oal)s?\s(?:for|of|in)\s$")
_EVENT_AHEAD = re.compile(
    r"\s(?:[A-Z][\w’'.-]*\s|of\s|the\s|and\s){0,6}(?:Summit|Meeting|Conference|Expo|Exposition|Games|Olympics|Forum|Dialogue|Assembly|COP|Festival"
    r"|Olympiad|Jamboree|Congress|Session|Consultation|APEC|Chair)"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:Agenda|Vision|Horizon|Strategy|Framework|Roadmap|Plan|Goals|Compass|Expo|COP|Concept)\s$"
)


def _setting(context: StatementContext, text: str) -> Setting:
    today = context.document_date
    year = context.section_year or (today.year if today else None)
    return Setting(today, year, _fiscal_start(text))


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
    for point in _joined(text, points):
        mention = _mention(text, point, context)
        if mention is not None and (mention.start, mention.end) not in seen:
            seen.add((mention.start, mention.end))
            found.append(mention)
    return tuple(found)


def _points(text: str, setting: Setting, context: StatementContext) -> list[Point]:
    points: list[Point] = []
    for match in _matches(text):
        kind = match.lastgroup or ""
        if not _is_time(text, match, kind):
            continue
        words = match.group()
        if kind in IN_YEAR:
            point = _in_year(text, match, kind, setting, context)
        else:
            earlier = next((p.year for p in reversed(points) if p.year), None)
            here = (
                setting._replace(year=earlier)
                if earlier and kind == "relative" and _looks_back(words)
                else setting
            )
            interval = BY_ITSELF[kind](words, here)
            year = int(words) if kind == "year" else None
            point = Point(match.start(), match.end(), kind, interval, year) if interval else None
        if point is not None:
            points.append(point)
    return _shared_years(text, points)


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


def _operator(text: str, start: int) -> tuple[str, str, int] | None:
    """The words that bound the time at `start` ("no later than"), what they do, and where they begin."""
    stretch = text[max(0, start - 40) : start]
    if stretch[-1:] != " ":
        return None
    words = stretch.lower().split(" ")[:-1]
    while words and words[-1] in FILLERS and " ".join(words[-2:]) not in OPERATORS:
        words.pop()
    for count in (6, 5, 4, 3, 2, 1):
        phrase = " ".join(words[-count:])
        if len(words) >= count and phrase in OPERATORS:
            at = stretch.lower().rfind(phrase)
            return phrase, OPERATORS[phrase], max(0, start - 40) + at
    return None


def _looks_back(words: str) -> bool:
    return words.lower().endswith(("before", "earlier")) or words.lower().startswith(
        ("the previous", "the preceding")
    )


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
    guess = _meant_year(
        text, match.start(), kind, read(words, setting.year), setting=setting, context=context
    )
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


def _meant_year(
    text: str, start: int, kind: str, here: Interval | None, *, setting: Setting, context: StatementContext
) -> int:
    """The year of a month, day or quarter that names none, from what the words around it tell."""
    year = setting.year or 0
    today = setting.today
    if (
        today is None
        or context.section_year is not None
        or context.date_precision in {"year", "none"}
        or here is None
    ):
        return year
    cue = _cue(text, start, context)
    started = here.start is not None and here.start <= today
    ended = here.end is not None and here.end < today
    if cue == "past":
        return year if started else year - 1
    if cue == "future":
        return year + 1 if ended else year
    if kind in {"half", "quarter"} or here.start is None:
        return year
    distance = (here.start - today).days
    return year - 1 if distance > 182 else year + 1 if distance < -182 else year


def _cue(text: str, start: int, context: StatementContext) -> str:
    operator = _operator(text, start)
    if operator is not None and operator[1] in {"since", "due"}:
        return "past" if operator[1] == "since" else "future"
    stretch = re.split(r"[;,]", text[max(0, start - 90) : start])
    near = stretch[-1] if len(stretch[-1].split()) > 1 or len(stretch) == 1 else stretch[-2]
    if _WILL.search(near):
        return "future"
    future = max((found.end() for found in _FUTURE.finditer(near)), default=0)
    past = max((found.end() for found in _PAST.finditer(near)), default=0)
    if future > past:
        return "future"
    if past > future:
        return "past"
    if len(near.split()) <= 3:
        # The time opens its clause: what follows it tells.
        ahead = _PAST_OR_WILL.search(text, start, start + 110)
        if ahead is not None:
            return "future" if _WILL.match(ahead.group()) else "past"
    return {"commitment": "future", "result": "past"}.get(context.act, "")


def _shared_years(text: str, points: list[Point]) -> list[Point]:
    """ "From May to July 2025": a part without a year takes that of the part it is joined to."""
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


def _joined(text: str, points: list[Point]) -> list[Point]:
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


_OPENING = re.compile(r"\b(from|between)\s(?:the\s)?$", re.IGNORECASE)


def _range(text: str, first: Point, second: Point) -> Point | None:
    between = text[first.end : second.start]
    opening = _OPENING.search(text, max(0, first.start - 14), first.start)
    start = first.start if opening is None else opening.start()
    linked = _LINK.fullmatch(between) is not None
    if between.strip() == "and":
        linked = (opening is not None and opening.group(1).lower() == "between") or (
            first.kind == second.kind == "month" and "and" in between and _next_month(first, second)
        )
    if not linked or (
        opening is None and between.strip() in {"to", "until", "till"} and first.kind == "year"
    ):
        return None
    whole = intervals.joined(first.interval, second.interval)
    if whole is None or first.kind == "range" or "range" in second.kind:
        return None
    fine = {"ymd", "dmy", "iso", "month", "day"}
    kind = "days" if first.kind in fine and second.kind in fine else "range"
    return Point(start, second.end, kind, whole, second.year, second.month)


def _next_month(first: Point, second: Point) -> bool:
    return first.month is not None and second.month is not None and (second.month - first.month) % 12 == 1


def _mention(text: str, point: Point, context: StatementContext) -> TimeMention | None:
    start, end, interval = point.start, point.end, point.interval
    role: TimeRole | None = None
    prefix = None if point.kind in {"range", "days"} else _operator(text, start)
    if prefix is not None and prefix[1] == "start" and _several_days(point):
        start, prefix = prefix[2], None
    compared = _LEVELS.match(text, end) or (point.kind == "relative" and _looks_back(text[start:end]))
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
    """ "From March 12 to 14": the "to" stands inside the point, so "from" belongs to it."""
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
    if _LEVELS.match(text, point.end) or (
        any(word in before for word in _COMPARING) and _COMPARED.search(before)
    ):
        return "reference"
    if point.kind == "relative" and _looks_back(text[point.start : point.end]):
        return "reference"
    if point.kind == "year":
        if context.role == "title" and not _EVENT_AHEAD.match(text, point.end):
            return "period"
        named = _role_in_name(text, point)
        if named is not None:
            return named
        if _CHAIRED.search(text, max(0, point.start - 60), point.start):
            return "period"
    return _by_date(text, point, context)


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
            if _cue(text, point.start, context) == "future" and context.act == "commitment"
            else "occurred"
        )
    if context.act in {"commitment", "effect"}:
        return "planned"
    return "occurred" if context.act in {"result", "none"} else "period"
