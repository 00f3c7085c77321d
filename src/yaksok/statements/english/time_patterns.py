"""The wording of times in English: one pattern, whose outer groups name the kind of time.

Every alternative begins with a fixed word or digit and holds no nested repetition, so that the
pattern runs in linear time on any text.
"""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 4, "final": 4,
}  # fmt: skip
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split(),
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
UNITS = {"year": "year", "month": "month", "week": "week", "day": "day"}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
_DAYS = rf"{_DAY}(?:(?:\s?[-–—]\s?|\s(?:to|and|through|&)\s){_DAY}(?!\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|percent|per\b)))?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_NAME = r"\s?\((?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:\.|day|sday|nesday|rsday|urday)?\)"
_RELATIVE = r"(?:(?:this|last|next|the\s(?:same|following|previous|preceding))\syear|the\syear)"
_NUMBER = r"(?:\d{1,3}|" + "|".join(NUMBER_WORDS) + r")"
_NUMBER_FIRST = "(?:" + "|".join(word.capitalize() for word in NUMBER_WORDS) + ")"
_UNIT = r"(?:years?|months?|weeks?|days?)"

PATTERN = re.compile(
    rf"""(?:
      (?P<ymd>(?:{_WEEKDAY},?\s)?{_MONTH}\s{_DAYS}(?:{_DAY_NAME})?(?:,?\s{_YEAR})?(?:{_DAY_NAME})?)
    | (?P<dmy>(?:{_WEEKDAY},?\s)?{_DAY}(?:(?:\s?[-–—]\s?|\s(?:to|and|through)\s){_DAY})?\s(?:of\s)?{_MONTH}\b(?:,?\s{_YEAR})?)
    | (?P<iso>(?:19|20)\d\d-\d\d-\d\d(?!\d))
    | (?P<dotted>\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?!\d))
    | (?P<month>(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd)(?:\s|-)?|(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\sof\s)?
        (?:[Tt]his\s|[Ll]ast\s|[Nn]ext\s)?{_MONTH}(?!\w)(?:(?:,?\sof\s|,?\s){_YEAR})?)
    | (?P<fiscal>FY\s?(?:20\d\d|\d\d)(?:\s?[-–/]\s?(?:FY\s?)?(?:20\d\d|\d\d))?(?!\d)|[Ff]iscal\s[Yy]ears?\s{_YEAR}(?:\s?[-–]\s?(?:20)?\d\d(?!\d))?)
    | (?P<half>(?:[Ff]irst|[Ss]econd|[Ll]atter|1st|2nd)\shalf(?:\sof\s(?:{_YEAR}|{_RELATIVE})|\s{_YEAR})?
        |H[12]\s?(?:of\s)?{_YEAR}|{_YEAR}\s?H[12]\b|[12]H\s?{_YEAR})
    | (?P<quarter>(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[1-4](?:st|nd|rd|th))\squarter(?:\sof\s(?:{_YEAR}|{_RELATIVE})|\s{_YEAR})?
        |Q[1-4](?:\s(?:of\s)?(?:{_YEAR}|{_RELATIVE})|/{_YEAR})?(?!\w)|{_YEAR}\s?Q[1-4]\b|[1-4]Q\s?{_YEAR})
    | (?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)(?:\s|-)(?:{_YEAR}(?!s)|{_RELATIVE})
        |(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose)\sof\s(?:{_YEAR}(?!s)|{_RELATIVE})
        |(?:[Yy]ear-end|[Ee]nd)[-\s]{_YEAR}|[Yy]ear-end|[Yy]ear['’]s\send)
    | (?P<decade>(?:(?:early|mid|late)(?:\s|-))?(?:19|20)\d0['’]?s\b)
    | (?P<century>(?:19|20|21|22)(?:st|nd|th)[-\s][Cc]entury)
    | (?P<season>(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?{_YEAR}|(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:spring|summer|autumn|winter))
    | (?P<span>(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)(?![\d%]|[.,]\d|[-–]\d))
    | (?P<after>[Pp]ost-(?:19|20)\d\d)
    | (?P<year>{_YEAR}(?![s’']s?\w))
    | (?P<day>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his\s(?:morning|afternoon|evening))(?!['’]s|\w)
    | (?P<relative>(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:year|month|week|quarter)(?!\w|-)|[Tt]he\s(?:previous|preceding|following)\syear\b
        |[Tt]he\syear\s(?:before|earlier)|a\syear\searlier)
    | (?P<ahead>(?:[Tt]he\s)?(?:[Nn]ext|[Cc]oming|[Ff]ollowing)\s{_NUMBER}\s{_UNIT}\b)
    | (?P<back>(?:[Tt]he\s)?(?:[Pp]ast|[Ll]ast|[Pp]revious)\s{_NUMBER}\s{_UNIT}\b)
    | (?P<within>[Ww]ithin\s(?:the\snext\s|the\scoming\s)?{_NUMBER}\s{_UNIT}\b(?!\s(?:of|after|from|following)\b))
    | (?P<within_one>[Ww]ithin\s(?:(?:the|this)\s(?:year|month|week)|(?:a|one)\s(?:year|month|week))\b(?!\s(?:of|after|from)\b))
    | (?P<ago>(?:{_NUMBER}|{_NUMBER_FIRST}|[Aa]n?)\s{_UNIT}\sago\b)
    )""",
    re.VERBOSE,
)
# Words that say how a time bounds what is told, by what they do to it. Looked up from the time backwards.
OPERATORS = {
    "by": "due", "until": "due", "till": "due", "before": "due", "no later than": "due", "not later than": "due",
    "prior to": "due", "through": "due", "up until": "due", "since": "since", "ever since": "since", "from": "start",
    "as from": "start", "beginning": "start", "beginning in": "start", "beginning from": "start",
    "beginning on": "start", "beginning with": "start", "starting": "start", "starting in": "start",
    "starting from": "start", "starting on": "start", "starting with": "start", "commencing": "start",
    "commencing in": "start", "commencing on": "start", "effective": "start", "effective from": "start",
    "effective as of": "start", "effective on": "start", "as of": "reference", "as at": "reference",
    "as on": "reference", "by the end of": "due", "before the end of": "due", "until the end of": "due",
    "no later than the end of": "due", "not later than the end of": "due", "after": "after", "within": "within",
}  # fmt: skip
# Words that may stand between an operator and its time ("by around the end of 2026").
FILLERS = frozenset("the around about approximately roughly sometime in".split())
# Every time begins with a digit or one of these words, in lower case.
FIRST_WORDS = (
    frozenset(
        "early mid late end beginning start middle close first second latter third fourth last final fiscal year q h fy"
        " spring summer autumn fall winter this next post today yesterday tomorrow tonight coming following past previous"
        " preceding within month week day years months monday tuesday wednesday thursday friday saturday sunday".split()
    )
    | MONTHS.keys()
    | NUMBER_WORDS.keys()
)
# A text without a digit and without one of these words holds no time.
TELLING_WORDS = (
    frozenset(
        "year years month months week weeks day days quarter half today yesterday tomorrow tonight century morning"
        " afternoon evening spring summer autumn fall winter".split()
    )
    | MONTHS.keys()
)
# Of the first words, those that a time may follow only after another word: no place to begin a look-up.
ARTICLES = ("the ", "The ", "a ", "an ")
DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"[a-z]+")
WORD = re.compile(r"\d+|[A-Za-z]+")
YEAR = re.compile(r"(?:19|20)\d\d")
DAY_NUMBERS = re.compile(r"\d{1,2}(?=(?:st|nd|rd|th)?(?:\D|$))")
