"""Which figures are dates where the figures alone do not say.

"23년" may be the year 2023 or twenty-three years, "4.4" a day or a decimal, "24-25" two years
or a score, "15일" a day or a length of time. What stands around them decides; without a sign
the reading is refused, because a wrong date does more harm than a missing one.
"""

from __future__ import annotations

import re

from yaksok.statements.intervals import expand_two_digit_year

FIRST_YEAR, LAST_YEAR = 1300, 2300
NEAR_YEARS = 7
NEAR_ROUND_YEARS = 2
RANGE_YEARS = 30
LOOK_BACK = 40
QUOTES = frozenset("'’‘`´′＇")

LENGTH_AFTER = re.compile(
    r"\s?(?:[간동만째차여뒤넘새]|연속|이상|이내|이하|미만|반(?!기)|에\s?걸|마다|주기|단위|짜리|정도|가량|가까|사이|"
    r"후(?!반)|전(?=에|의|부터|까지|보다|과|[^가-힣]|$)|내(?=에|로|[^가-힣]|$)|임기|계약|만기|역사|근속|경력|장기|숙원|세월|"
    r"의\s역사|무비자|체류|소요|평균|당\s|\d)"
)
CALENDAR_AFTER = re.compile(
    r"\s?(?:까지|부터|이후|이래|대비|보다|기준|현재|목표|예산|실적|예정|에(?!\s?걸)|도(?![가-힣])|[):~∼～/,·])"
)
LENGTH_BEFORE = re.compile(
    r"(?:최대|최소|향후|앞으로|지난|최근|과거|약|총|만|임기|기간|이후|수교|창립|설립|동맹)\s?$"
)
# Figures behind these are parts of a document, or measured values.
NO_DATE_BEFORE = re.compile(
    r"(?:음력\s?|(?:^|[\s<\[(])(?:표|그림)\s?|제|\d[장절항]\s?|버전\s?|(?:율|률|지수|계수|평점|점수|만족도|평균|환율|배율|비중|[A-Za-z])\s?\(?)$"
)
AFTER_LISTED_DAY = re.compile(r"\s?(?:[,)~∼〜～\-–—/·‧]|$|\s[가-힣A-Z])")
# Days that have become the names of what happened on them: a decimal point does not make them dates.
NAMED_DAYS = frozenset(
    {
        "3.1",
        "4.3",
        "4.19",
        "4.27",
        "5.16",
        "5.18",
        "6.10",
        "6.15",
        "6.25",
        "7.4",
        "7.7",
        "7.27",
        "8.15",
        "9.19",
        "10.4",
        "12.12",
    }
)
EVENT_AFTER = re.compile(
    r"\s?(?:까지|부터|이후|현재|기준|자\s|(?:\s(?:개최|방[한미일중러문]|체결|서명|발효|출범|발표|시행|공포|제정|채택|타결|참석|주최|"
    r"출국|귀국|정상|외교|총리|대통령|장관|차관|고위급|국무회의|한[·‧]?[미일중러EA아])))"
)
DAYS_AFTER = re.compile(r"[~∼\-–](\d{1,2})(?=\s[가-힣]|[),]|$)")
LAST_DAY = 31
DAY_LIST_BEFORE = re.compile(r"(?:\d일|\))\s?(?:[,·‧및과와]|및)\s?$")
HOUR_AFTER = re.compile(r"\s(?:오전\s|오후\s)?\d{1,2}(?:시(?!간)|:\d\d)")
NEWS_SUBJECT = re.compile(r"[가-힣A-Za-z)’'\"”](?:은|는|이|가)\s$")
NEWS_AFTER = re.compile(
    r"\s?(?:\([^)]{1,20}\))?,?\s(?!간|동안|이상|이내|이하|정도|가량|연속|만에|후|뒤|전|내)[가-힣‘“'\"「]"
)


def is_quoted(text: str, start: int) -> bool:
    """Whether the figure at `start` has the quotation mark of a shortened year before it."""
    return start > 0 and text[start - 1] in QUOTES


def full_year(digits: str, reference_year: int | None) -> int:
    """The year that two or four digits give."""
    value = int(digits)
    return value if len(digits) == 4 else expand_two_digit_year(value, reference_year)


def is_plausible_year(year: int) -> bool:
    """Whether four digits before 년 can be a year of the calendar."""
    return FIRST_YEAR <= year <= LAST_YEAR


def in_brackets(text: str, start: int) -> bool:
    """Whether a bracket opened shortly before `start` is still open."""
    opened = text.rfind("(", max(0, start - LOOK_BACK), start)
    return opened >= 0 and text.find(")", opened, start) < 0


def is_short_year(text: str, start: int, end: int, digits: str, reference_year: int | None) -> bool:
    """Whether two digits before 년, which ends at `end` and has no month behind it, are a year."""
    if is_quoted(text, start):
        return True
    if LENGTH_AFTER.match(text, end) or LENGTH_BEFORE.search(text, max(0, start - 5), start):
        return False
    if CALENDAR_AFTER.match(text, end) or (start > 0 and text[start - 1] == "("):
        return True
    if reference_year is None:
        return False
    distance = abs(full_year(digits, reference_year) - reference_year)
    if int(digits) % 5 == 0:
        return distance <= NEAR_ROUND_YEARS
    return True


def are_short_years(text: str, start: int, digits: tuple[str, str], reference_year: int | None) -> bool:
    """Whether a bare range of two-digit figures ("24-25") is a range of years.

    It must be quoted, or stand in brackets near the document's year.
    """
    first, last = (full_year(part, reference_year) for part in digits)
    if first >= last:
        return False
    if is_quoted(text, start):
        return True
    if not in_brackets(text, start):
        return False
    if reference_year is None:
        return True
    distances = abs(first - reference_year), abs(last - reference_year)
    return min(distances) <= NEAR_YEARS and max(distances) <= RANGE_YEARS


def is_dotted_day(text: str, start: int, end: int, sign: str | None, *, slash: bool) -> bool:
    """Whether "4.4" is a day: closed by `sign` (a dot or 일), listed in brackets, or dating an event."""
    if NO_DATE_BEFORE.search(text, max(0, start - 6), start):
        return False
    listed = AFTER_LISTED_DAY.match(text, end) is not None and in_brackets(text, start)
    if slash:
        return listed and int(text[start:end].rstrip(".일").split("/")[-1]) > 12
    if sign is not None:
        # At the very start "2.1." is a section number, unless the day is too high for one.
        return start > 0 or int(text[start:end].rstrip(".일 ").split(".")[-1]) >= 10
    if listed:
        return True
    figures = text[start:end]
    through = DAYS_AFTER.match(text, end)
    if through is not None and int(figures.split(".")[-1]) < int(through[1]) <= LAST_DAY:
        return True
    return figures not in NAMED_DAYS and EVENT_AFTER.match(text, end) is not None


def is_day_of_month(text: str, start: int, end: int, *, news: bool) -> bool:
    """Whether "15일" without a month is a day of the month that the text is in.

    It continues a list of days, or `news` says that the text reports events of the current
    weeks and the words around are those of a report ("외교부는 15일 …").
    """
    if HOUR_AFTER.match(text, end):
        return news
    if LENGTH_AFTER.match(text, end):
        return False
    if DAY_LIST_BEFORE.search(text, max(0, start - 8), start):
        return True
    if not news:
        return False
    return (
        NEWS_SUBJECT.search(text, max(0, start - 3), start) is not None
        and NEWS_AFTER.match(text, end) is not None
    )
