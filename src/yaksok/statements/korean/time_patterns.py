"""The written forms of Korean dates, as anchored patterns.

Every quantifier is bounded and every pattern is tried at one place only, so that reading stays
linear in the length of the text whatever it holds. Forms: the reading contract (decisions 22 to
24, 41 and 42) and the date forms of the government's own rules for documents (a full date is
written "2024. 4. 4.").
"""

from __future__ import annotations

import re

QUOTE = "['’‘`´′＇]"
DASH = r"\s?[~∼〜∽～˜\-–—−]\s?"
MIDDLE_DOT = "[·‧ㆍ･・]"
WEEKDAY = r"(?:\s?\(\s?[월화수목금토일](?:요일)?\s?\)|\s[월화수목금토일]요일)"
DAYTIME = r"(?:\s(?:오전|오후|새벽|저녁|아침|밤)(?![가-힣]))"
# A one-syllable word that may begin a longer one counts only before a particle or a non-letter.
CLOSED = r"(?=까지|부터|에|경|쯤|의|이[후전]|로|기준|현재|대비|께|부로|$|[^가-힣])"

# Where a written date may begin: digits that a calendar sign follows, and years on their own.
DIGIT_START = re.compile(
    rf"[0-9](?<![0-9][0-9])(?:[0-9]{{3}}(?![0-9])|[0-9]?(?![0-9])"
    rf"(?=\s?(?:[년월일분세Q.~∼〜∽～˜\-–—−/]|{MIDDLE_DOT}|개월|학년도)|(?<={QUOTE}[0-9][0-9])))"
)

FULL_DATE = re.compile(
    rf"(?P<year>\d{{4}}|\d{{2}})\s?(?P<mark>[./-])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?(?P<day>\d{{1,2}})"
    rf"(?!\d)(?P<end>\s?일|\.(?!\d))?(?P<weekday>{WEEKDAY})?{DAYTIME}?"
)
YEAR_WORD = re.compile(r"(\d{4}|\d{2})\s?(?:학년도|년도|년)(?!대\b)")
YEAR_DOT = re.compile(
    r"(\d{4}|\d{2})\s?\.\s?(?=\d{1,2}\s?월|[상하]반기|[상하](?![가-힣])|[上下初末]|[1-4]\s?분기|[1-4]Q|[1-4]/4|[초말](?![가-힣]))"
)
YEAR_MONTH = re.compile(r"(\d{4})(?:\.\s?(\d{1,2})|-(0[1-9]|1[0-2]))(?![\d\-]|[.,]\d|\s?[억만천조%배])(\.)?")
QUOTED_YEAR_MONTH = re.compile(r"(\d{2})\.\s?(\d{1,2})(?![\d\-]|[.,]\d|\s?[억만천조%배])(\.)?")
AFTER_YEAR = re.compile(
    rf"""\s?(?:
      (?P<month>\d{{1,2}})\s?월(?!호)
    | (?P<dotted>\d{{1,2}}\.\s?\d{{1,2}}(?:일|\.(?!\d)|(?=[\s,)~∼\-–(]|$)){WEEKDAY}?)
    | (?P<quarter>[1-4])\s?(?:/\s?4\s?)?분기
    | (?P<nq>[1-4])Q
    | (?P<fourth>[1-4])/4(?!\d)
    | (?P<both>[상上](?:{MIDDLE_DOT}|/)[하下](?:반기|半期)?)
    | (?P<half>[상하]\s?반기|[上下](?:半期|반기)?|(?<=\.)[상하](?![가-힣]))
    | (?P<season>봄|여름|가을|겨울){CLOSED}
    | (?P<part>초반|중반|후반|[초말初末]{CLOSED}|연말|연초)
    )""",
    re.VERBOSE,
)
AFTER_MONTH = re.compile(
    rf"\s?(?:(?P<day>\d{{1,2}})(?:\s?일(?!간)|(?={WEEKDAY}?{DASH}\d{{1,2}}\s?일))|(?P<part>초순|상순|중순|하순|[초말]{CLOSED}))"
)
AFTER_DAY = re.compile(rf"{WEEKDAY}?{DAYTIME}?")
MONTH_WORD = re.compile(r"(\d{1,2})\s?월(?!호)")
DAY_WORD = re.compile(
    rf"(\d{{1,2}})\s?일(?P<weekday>{WEEKDAY}|\s?\(현지[^)]{{0,12}}\))?(?P<daytime>{DAYTIME})?"
)
MONTH_DAY = re.compile(
    rf"(?P<month>\d{{1,2}})(?P<mark>[./])\s?(?P<day>\d{{1,2}})(?![\d%]|[.,]\d|\s?[억만천조배]|{MIDDLE_DOT}\d)"
    rf"(?P<sign>\s?일|\.(?!\d))?(?P<weekday>{WEEKDAY})?(?P<daytime>{DAYTIME})?"
)
QUARTER = re.compile(r"([1-4])\s?(?:(?:/\s?4\s?)?분기|Q(?![A-Za-z]))")
CENTURY = re.compile(rf"(\d{{1,2}})세기(?:\s?(?P<part>초반|중반|후반|전반|중엽|[초말]{CLOSED}))?")
DECADE = re.compile(rf"(\d{{4}}|\d{{2}})년대(?:\s?(?P<part>초반|중반|후반|[초말]{CLOSED}))?")
BARE_YEAR = re.compile(
    r"((?:19|20)\d\d)(?![\d가-힣A-Za-z%]|[.,:]\d|\s?[.\-–~∼]\d|\s(?:명|억|만\s|만명|달러|불|원|여|세대|개국))"
)
QUOTED_YEAR = re.compile(
    r"\d{2}(?![\dA-Za-z%]|[.,:]\d|(?!까지|부터|이후|상반기|하반기|말|초|안(?![가-힣])|본?예산|결산|추경|실적|목표|전망)[가-힣])"
)
POST_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")

# Two numbers that share the calendar word behind the second: 19~21년, 25.4-10월, 26~27일, 1~3분기.
SHARED_RANGE = re.compile(
    rf"(?P<a>\d{{1,4}})(?:\.\s?(?P<b>\d{{1,2}}))?(?:{WEEKDAY})?(?:{DASH}|(?P<dot>{MIDDLE_DOT}))(?P<quote>{QUOTE})?"
    r"(?:(?P<c>\d{1,4})\.\s?)?(?P<d>\d{1,4})\s?(?P<unit>년도?|월|일|/4분기|분기)"
)
# Two years without any calendar word: 2021~2025, 2026-30, 24-25, '23~'25.
YEAR_RANGE = re.compile(
    rf"(?P<a>\d{{4}}|\d{{2}})(?P<dash>{DASH})(?P<quote>{QUOTE})?(?P<b>\d{{4}}|\d{{2}})(?![\d가-힣A-Za-z%]|[.,:\-]\d|/\d{{1,2}}(?![\d가-힣.,]))"
)
JOINING_DASH = re.compile(DASH)
OPEN_DASH = re.compile(r"\s?[~∼〜∽～](?=\s?(?:현재|지금)|\s(?!\d|['’‘])|[),\]]|$|예정)")
# The second half of a dotted range: 3.4(월)~3.6(수), 6.21-24, 2.28.-3.1., 2025.3.4.~6.
DOTTED_SECOND = re.compile(
    rf"(?:(?P<month>\d{{1,2}})[./]\s?)?(?P<day>\d{{1,2}})(?![\d%]|[.,]\d)(?:\s?일|\.(?!\d))?{WEEKDAY}?{DAYTIME}?"
)
MONTH_SECOND = re.compile(
    rf"(?:{QUOTE}?(?P<year>\d{{4}}|\d{{2}})\.\s?)?(?P<month>\d{{1,2}})(?![\d%]|\.\d|\s?[억만천조배개])\.?"
)

# An hour behind a day counts as part of it where a bound follows: 3월 13일 24시부터.
HOUR = re.compile(r"\s(?:\d{1,2}시(?:\s?(?:\d{1,2}분|반))?|\d{1,2}:\d\d)(?=부터|까지|\s?이후)")
FROM = re.compile(r"\s?부터\s?")
DURATION = re.compile(r"\s?(\d{1,3})\s?(년|개년|개월|주|일)\s?(?:간|동안)")
UNTIL = re.compile(r"\s?까지")
BOUND = re.compile(
    r"\s?(?:(?:경|쯤)?\s?(?P<until>까지)|(?:경|쯤)?(?P<since>부터|이후|이래)|(?P<within>이내(?![가-힣])|내(?=에|로|$|[^가-힣]))"
    r"|(?P<before>이전(?:까지|(?=에|의))))|(?P<inside>\s안(?=에|으로|$|[^가-힣]))"
    r"|(?P<length>간(?![가-힣]))"
)
