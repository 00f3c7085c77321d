"""What a time does in its statement: occurred, due, planned, period or reference.

Order of judgement (reading contract, decisions 22, 23, 32 and 41): what the time itself is
(century, decade, bound, span), then the words behind it (compared with, anniversary, term of
office, target, expected), then a year in a name, then the document's date and the act.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from yaksok.records.mentions import TimeRole
from yaksok.statements.context import StatementContext
from yaksok.statements.intervals import Interval

Bound = Literal["", "until", "since", "inside", "before", "after", "span", "limit"]

COMPARED_AFTER = re.compile(
    r"(?:\s?\([^()]{1,20}\))?보다|\s?(?:대비|에?\s?비해|에?\s?비하|와\s비교|과\s비교|비교|동기|동월|수준|기준|현재|의\s?(?:약\s?)?\d+(?:\.\d+)?(?:배|%|퍼센트|분의))"
)
# Behind these a bare year stands alone, in a list or a cell, and is in no name.
BARE_YEAR_ENDS = frozenset("):,/]’'”\"·→⇒(")
COMPARED_STARTS = frozenset("대보에비와과동수기현의(")
COMPARED_FIGURE_AFTER = re.compile(r"[^,.▲;\d]{0,14}?\d[\d,.]{0,14}[^\s\d,.]{0,6}\s?대비")
ANNIVERSARY_AFTER = re.compile(r"[^,.)▲;]{0,40}?\d주년")
ANNIVERSARY_BEFORE = re.compile(r"\d주년(?:을\s맞(?:은|는|이한|이하는)|이\s되는|인|을\s기념하는)\s$")
TERM_AFTER = re.compile(
    r"[\s()]{0,2}(?:[^\s,.)]{1,15}(?:\([^)]{0,30}\))?\s){0,3}?[^\s,.)]{0,10}"
    r"(?:의장국|이사국|의장단|순회의장|조정국|간사국|위원국|임기)(?!\s?(?:선거|당선|선출|출마|입후보))"
)
TERM_BEFORE = re.compile(r"(?:의장국|이사국|의장|위원국|임기|위원|이사|계획|기간|전략|로드맵)\s?\(?$")
PLAN_AFTER = re.compile(
    r"도?,?\s?(?:[^\s,.()]{1,12}\s){0,3}?[^\s,.()]{0,12}"
    r"(?:(?:업무|추진|시행|실행|운영|기본|종합|이행|실천)\s?계획|추진\s?과제|역점\s?과제|추진\s?방향|업무\s?보고|예산|회계연도)"
    r"(?!(?:을|를)?\s?(?:수립|채택|발표|마련|확정|서명|제출|승인|의결))"
)
REPORT_AFTER = re.compile(
    r".{0,40}?(?:계획|보고|평가|성과|과제|방향|백서|예산|업무|실적|통계|현황|여건|일정)"
)
EVENT_AFTER = re.compile(r"[^,.]{0,25}?(?:정상회의|총회|회의|엑스포|박람회|올림픽|대회|포럼|개최)")
REPORTED_AFTER = re.compile(r"\s?(?:주요|추진|업무|연간|성과|실적|역점|핵심)")
TARGET_AFTER = re.compile(
    r"\s?\(?(?:년도?\s?)?(?:을\s|를\s)?목표|\s?(?:[^\s,.]{1,8}\s){0,2}[^\s,.]{1,8}[을를]\s목표로"
)
TARGET_BEFORE = re.compile(r"목표(?:\s?연도|\s?시점)?\s?[:：(]?\s?['’‘]?$")
EXPECTED_AFTER = re.compile(r"\s?[^,.)▲;]{0,15}?(?:예정|예상|전망)|\s?(?:중\s)?계획(?:\)|$)|\s?목표")
# A clause that tells of the past (이르렀고, 늘었으며) ends before the forecast.
FORECAST_AFTER = re.compile(
    r"(?:(?![였했었았됐렀][고으지])[^.;]){0,60}?[가-힣]\s것으로\s?(?:전망|예측|예상|내다)"
)
CONTRIBUTION_AFTER = re.compile(r"\s?(?:[^,.]{0,14}?(?:NDC|감축\s?목표))")
ZERO_TARGET_AFTER = re.compile(
    r"\s?(?:[^\s,.]{1,8}\s)?(?:탄소\s?중립|온실가스|순배출|넷\s?제로|Net[\s-]?[Zz]ero|기후\s?중립|RE100|무탄소)"
)
STANDING_BODY_AFTER = re.compile(
    r"(?:[^,.·()]{0,25}?)(?:위원회|조직위|추진단|기획단|준비단|유치단|지원단|본부|특위)"
)
HELD_AFTER = re.compile(r".{0,40}?(?:개최|준비|주최|참가|참석|성공|계기|열[려렸리릴린어었고])")
HELD_BEFORE = re.compile(
    r"(?:열리는|열릴|열린|개최[되하]는|개최[될할된한]|주최하는|주최할|주최한)\s[「『《‘“'\"]?$"
)
PART_YEARS = frozenset({"half", "quarter"})
# "2023년 35억 달러에서 2030년 70억 달러로": the first figure is what the second is compared with.
FIGURE_FROM_AFTER = re.compile(
    r"[)\s]{0,2}(?:약\s)?\d[\d,.]{0,14}\s?(?:[십백천만억조]{1,2}\s?){0,2}(?:[가-힣]{1,2}\s)?[^\s\d,.;()]{1,5}에서\s"
    r"[^.;▲]{0,40}?\d[^;▲]{0,16}?로(?![가-힣])"
)
FIGURE_TO_BEFORE = re.compile(r"\d[^;▲()]{0,20}?에서\s\(?['’‘]?$")
FIGURE_TO_AFTER = re.compile(r"(?:에는?)?[)\s]{0,2}(?:약\s)?\d[^;▲,.()]{0,12}(?:[,.]\d)?[^;▲,.()]{0,10}?로\s")
FIGURE_UNTIL_AFTER = re.compile(
    r"\s?(?:약\s)?\d[\d,.]{0,14}\s?(?:[십백천만억조]{1,2}\s?){0,2}[^\s\d,.;()]{0,4}(?:\s?이상)?까지"
)
DEADLINE_BEFORE = re.compile(r"년(?:\s?말)?까지[^.;▲]{0,50}[고며],?\s['’‘]?$")
DEADLINE_YEAR_AFTER = re.compile(
    r"에(?:는|도)?\s[^,.]{0,30}?(?:\d|없[애앨앤앱]|줄[이여일]|늘[리려릴]|높[이여일]|낮[추춰출]|감축|달성|확대|제로)"
)
UNDER_WAY_AFTER = re.compile(r"[^,.▲;]{0,25}?(?:고\s있|\s중(?:이|에|인)|\s중$)")
EVENT_HELD = re.compile(r"개최(?!\s?(?:예정|계획|추진|준비|합의|기로|를\s위))")
CLOSING_MARKS = frozenset("’'”\"」』》")
OPENING_MARKS = frozenset("‘'“\"「『《")
WORDY_HEADING_AFTER = re.compile(
    r"(?:도|의)?\s(?:[^\s,.]{1,8}\s){0,3}?[^\s,.]{0,6}(?:성과|실적|평가|현황|여건|과제|방향|목표|결산)(?:(?:와|과|\s및|·)\s?[^\s,.]{1,8}){0,2}$"
)
PAST_DEED_AFTER = re.compile(
    r"[^,.▲;]{0,40}?(?:(?:체결|개최|출범|서명|발표|채택|수립|합의|발효|신설|설립|개소|구축|도입|시행|제정|개정|타결|격상|복원|선출|"
    r"임명|방문|방한|착수|발족|수교|공포|발생|종료|완료|결정|승인|가입)(?:된|한|했던|하였던|되었던|됐던|하여|되어)\s|열린\s|가진\s)"
)
PAST_VERB_AFTER = re.compile(
    r"[^,.▲;]{0,25}?(?:하였|했다|했습|했으|했고|되었|됐|였다|였으|였고|[았었]다|[았었]습|[았었]으|[았었]고)"
)
# A clause of its own that is told as done, before the main one.
PAST_CLAUSE_AFTER = re.compile(
    r"[^,.▲;]{0,25}?(?:하였|[했됐갔왔렸졌]|되었|[가-힣]었|[가-힣]았)(?<!기로\s하였)(?<!기로\s했)(?:으며|으나|고|지만)"
)
PAST_END = re.compile(r"(?:[했였됐갔왔]|[하되]였|[가-힣]었|[가-힣]았)(?:다|습니다|으며|고|음)[.\s’”\"']*$")
DAYS_OF_AN_EVENT = 360
LONGEST_ENDING = 16
LONGEST_TITLE = 30
LONGEST_HEADING = 200
LISTED_YEARS = re.compile(r"(?:19|20)\d\d(?!\d)|['’‘]\d\d(?!\d)|(?<!\d)\d\d년")


class Timed(NamedTuple):
    """A resolved time in its statement: where it stands, what it means and how it was said."""

    start: int
    end: int
    interval: Interval
    unit: str
    bound: Bound = ""
    bare: bool = False
    ranged: bool = False
    compared: bool = False


def time_role(time: Timed, text: str, context: StatementContext) -> TimeRole:
    """The role of one time."""
    fixed = _role_by_form(time, text, context)
    if fixed is not None:
        return fixed
    if TARGET_AFTER.match(text, time.end):
        return "due"
    if _is_whole_year(time):
        by_words = _year_role(time, text, context)
        if by_words is not None:
            return by_words
    elif time.unit in PART_YEARS and TERM_AFTER.match(text, time.end):
        return "period"
    if EXPECTED_AFTER.match(text, time.end, time.end + 30) and not _is_past(time, context):
        return "planned"
    return _role_by_date(time, text, context)


def _role_by_form(time: Timed, text: str, context: StatementContext) -> TimeRole | None:
    if time.unit == "century" or time.compared:
        return "reference"
    if time.bound in {"until", "inside", "limit"}:
        return "due"
    if FIGURE_FROM_AFTER.match(text, time.end):
        return "reference"
    if time.bound == "since":
        start = time.interval.start
        known = context.document_date
        return "planned" if start is not None and known is not None and start > known else "period"
    if text[time.end : time.end + 2].lstrip(" ")[:1] in COMPARED_STARTS and COMPARED_AFTER.match(
        text, time.end
    ):
        return "reference"
    if time.bound == "before":
        return "due" if context.act == "commitment" else "reference"
    if time.bound in {"after", "span"} or time.unit == "decade":
        return "period"
    return "period" if time.ranged and (_is_long(time) or _is_under_way(time, text, context)) else None


def _is_under_way(time: Timed, text: str, context: StatementContext) -> bool:
    """Whether a range of days holds the document's own and its deed goes on ("5.2~5.6 방문하고 있으며")."""
    (start, end), known = time.interval, context.document_date
    if start is None or end is None or known is None or context.date_precision != "day":
        return False
    return start <= known <= end and UNDER_WAY_AFTER.match(text, time.end) is not None


def _follows_a_deadline(time: Timed, text: str, context: StatementContext) -> bool:
    """Whether the year goes on with the targets of a deadline ("2030년까지 …, 2050년에는 …") or of a path of figures."""
    start, known = time.interval.start, context.document_date
    if context.act != "commitment" or start is None or known is None or start <= known:
        return False
    if FIGURE_UNTIL_AFTER.match(text, time.end):
        return True
    if FIGURE_TO_AFTER.match(text, time.end) and FIGURE_TO_BEFORE.search(
        text, max(0, time.start - 30), time.start
    ):
        return True
    return (
        DEADLINE_YEAR_AFTER.match(text, time.end) is not None
        and DEADLINE_BEFORE.search(text, max(0, time.start - 60), time.start) is not None
    )


def _is_whole_year(time: Timed) -> bool:
    start, end = time.interval
    return (
        start is not None
        and end is not None
        and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    )


def _is_long(time: Timed) -> bool:
    """Whether a range is a term or plan of years, not an event of days or months."""
    start, end = time.interval
    if start is None or end is None:
        return False
    return (end - start).days > DAYS_OF_AN_EVENT or _is_whole_year(time)


def _year_role(time: Timed, text: str, context: StatementContext) -> TimeRole | None:
    """The role of a whole year or a range of years by what is said of it."""
    end = time.end
    if ANNIVERSARY_AFTER.match(text, end) or ANNIVERSARY_BEFORE.search(
        text, max(0, time.start - 14), time.start
    ):
        return "reference"
    if CONTRIBUTION_AFTER.match(text, end):
        return "reference"
    if ZERO_TARGET_AFTER.match(text, end) or _follows_a_deadline(time, text, context):
        return "due"
    if COMPARED_FIGURE_AFTER.match(text, end):
        return "reference"
    if TARGET_BEFORE.search(text, max(0, time.start - 10), time.start):
        return "due"
    if time.bare:
        return _named_year_role(time, text, context)
    if PLAN_AFTER.match(text, end) or TERM_AFTER.match(text, end):
        return "period"
    if context.role == "title" and REPORT_AFTER.match(text, end):
        return "period"
    if TERM_BEFORE.search(text, max(0, time.start - 12), time.start):
        return "period"
    if context.role == "heading" and _names_a_plan_year(time, text, context):
        return "period"
    return None


def _names_a_plan_year(time: Timed, text: str, context: StatementContext) -> bool:
    """A heading that only names its year ("2019년, 이렇게 바꾸겠습니다"), not a table's header row."""
    if len(LISTED_YEARS.findall(text, 0, LONGEST_HEADING)) > 1:
        return False
    if context.act == "none":
        return not EVENT_AFTER.match(text, time.end)
    if WORDY_HEADING_AFTER.match(text, time.end):
        return True
    return text.startswith(",", time.end)


def _named_year_role(time: Timed, text: str, context: StatementContext) -> TimeRole | None:
    """A year without 년: it belongs to a name, unless it stands alone or its event is held."""
    following = text[time.end : time.end + 2].lstrip(" ")
    if text[time.end : time.end + 1] in CLOSING_MARKS and text[time.start - 1 : time.start] == " ":
        return "reference" if _closes_a_title(text, time.start) else None
    if not following or following[0] in BARE_YEAR_ENDS:
        return None
    if PLAN_AFTER.match(text, time.end):
        return "period"
    if REPORTED_AFTER.match(text, time.end):
        return "period" if context.act == "none" else None
    if HELD_BEFORE.search(text, max(0, time.start - 8), time.start):
        return None
    if STANDING_BODY_AFTER.match(text, time.end) or not HELD_AFTER.match(text, time.end):
        return None if following[0].isdigit() else "reference"
    return None


def _closes_a_title(text: str, start: int) -> bool:
    """Whether the year at `start` is the last word of a title in marks (‘비전 2050’)."""
    return not OPENING_MARKS.isdisjoint(text[max(0, start - LONGEST_TITLE) : start])


def _last_known_day(context: StatementContext) -> date | None:
    """The last day the document's date may mean: the end of its month or year if it says no more."""
    known = context.document_date
    if known is None or context.date_precision == "day":
        return known
    if context.date_precision == "year":
        return date(known.year, 12, 31)
    return known.replace(day=28)


def _is_past(time: Timed, context: StatementContext) -> bool:
    known = context.document_date
    return known is not None and time.interval.end is not None and time.interval.end < known


def _role_by_date(time: Timed, text: str, context: StatementContext) -> TimeRole:
    start, end = time.interval
    known, last_known = context.document_date, _last_known_day(context)
    if known is None or last_known is None:
        forecast = "것으로" in text and FORECAST_AFTER.match(text, time.end)
        return "occurred" if context.act in {"result", "context"} and not forecast else "planned"
    if start is not None and start > (last_known if context.act == "result" else known):
        return "planned"
    if end is not None and end < known:
        return "occurred"
    if context.act == "result" or _is_told_by_genre(text, context):
        return "occurred"
    # The document's own day, month or year: an event of the day is told of, a running year is ahead.
    if start == end and context.date_precision == "day":
        told = (
            context.act != "commitment"
            or PAST_END.search(text, max(0, len(text) - LONGEST_ENDING)) is not None
        )
        return "occurred" if told and not EXPECTED_AFTER.match(text, time.end) else "planned"
    if text.startswith(" 들어", time.end) or PAST_DEED_AFTER.match(text, time.end):
        return "occurred"
    if context.act != "commitment" and PAST_VERB_AFTER.match(text, time.end):
        return "occurred"
    if context.act == "commitment" and PAST_CLAUSE_AFTER.match(text, time.end):
        return "occurred"
    if context.act == "context" and PAST_END.search(text, max(0, len(text) - LONGEST_ENDING)):
        return "occurred"
    return "planned"


def _is_told_by_genre(text: str, context: StatementContext) -> bool:
    """Whether a line without a verb is told as past by its place: an evaluation, a press release's title."""
    if context.genre == "evaluation":
        return context.act == "context"
    titled = context.genre == "press_release" and context.role == "title"
    return titled and EVENT_HELD.search(text) is not None
