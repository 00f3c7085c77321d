"""Relative, conditional and recurring deadlines of a Korean text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from yaksok.fulfilment.deadline_words import (
    Phrase,
    action_nouns,
    apart,
    by_first_letter,
    event_heads,
    forms,
    length,
)
from yaksok.records.mentions import Span
from yaksok.records.promise import Term

_MOST = 4_000  # letters of one statement: more only stand in what is no statement
_NUMBERS = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "반": 0}
# "6개월 이내", "100일 안에", "1년 후"; what stands before it says from when.
_WITHIN = re.compile(
    r"(?P<number>\d{1,4}|한|두|세|석|네|넉|다섯|여섯)\s?(?P<unit>년|개월|달|주일|주|일|분기)(?P<half>\s?반)?"
    r"\s?(?P<bound>이내|안|내|후|뒤|까지)(?:에|로|에는)?(?![가-힣]{2})"
)
_SINCE = re.compile(
    r"(?P<said>\s?(?:일|식)?(?:된|한|하고|되고)?\s?(?:날|지|시점)?\s?(?:이후|후|로?부터|뒤)?\s?(?:최소|늦어도|만|약)?\s?)$"
)
_TERM_OF_OFFICE = re.compile(
    r"(?P<office>(?:[가-힣]{1,8}\s)?(?:임기|회기|재임|의장국 임기|재임 기간))\s?(?:내|중|안)(?:에)?(?![가-힣])"
)
_OCCASION = re.compile(r"\s?계기(?:시|에|로)?(?![가-힣])")
_AS_A_CHANCE = re.compile(
    r"\s?계기(?:로\s?(?:활용|삼|작용|마련|만들|승화|하여|인식|발전)|[를을]?\s(?:마련|조성|창출|제공)|가\s)"
)
# A chance "to do" something is no occasion, and what was said on a past one does not lie ahead.
_MODIFIER = re.compile(r"(?:는|[된한할될])\s?$")
_PAST_NEXT = re.compile(r"\s[가-힣]{1,6}(?:된|한|했던|되었던|하였던)\s")
_ASIDE = re.compile(r"(?:\s?\([^()]{0,40}\)|\s등)+\s?$")
_WHEN = re.compile(
    r"(?P<mark>\s?시(?:에는|에|엔)?|\s경우(?:에는|에)?|\s?(?:즉시|직후|와 동시에|과 동시에|되는 대로|하는 대로))(?![가-힣])"
)
_IF = re.compile(r"(?:이|가)?\s?(?:되|하|이루어지|열리|마련되|갖춰지|충족되|된다|한다)면(?=[,\s]|$)")
_PREMISE = re.compile(r"[을를]?\s?(?:전제(?:로|하에|\s?下에?)|조건(?:으로|\s?하에|부로))(?![가-힣])")
_AFTER = re.compile(r"\s?(?:이후|후)(?:에)?(?=[\s,)]|$)")
_ADNOMINAL = re.compile(r"(?:이|가)?\s?(?:있[을는]|되는|하는|[된한할될])$")
_TIMES_A = re.compile(r"(?:연간|연|월|주|분기|반기)\s?\d{1,3}\s?회(?![가-힣의])")
_EVERY = re.compile(
    r"매\s?(?P<number>\d{1,2})\s?(?P<unit>년|개월|달|주)(?![가-힣])"
    r"|(?P<many>\d{1,2}|한|두|세|네)\s?(?P<each>년|개월|달|주)(?:에\s?(?:한\s?번|1회)|마다)"
)
_NAMED_SERIES = re.compile(r"제\s?\d{1,3}차\s?$")
_STOPS = re.compile(
    r"(?:[은는을를며고]|계기|이후|이내|까지|에서|에게|으로|하여|위해|통해|따라|및|등|께서|[,:;(]|[“”‘’\"'「」])$"
)
_AT_EVENT = re.compile(r"(?:에서|까지|에|\s?전까지|\s?이전에?|\s?시|를 통해)")
_CLAUSE = re.compile(r"[^,.;()]{0,40}")
_MONTHS = {"년": 12, "개월": 1, "달": 1, "분기": 3}
_DAYS = {"주일": 7, "주": 7, "일": 1}
_RATES = {"연": 12, "연간": 12, "반기": 6, "분기": 3, "월": 1}
_EVENT_WORDS = 4  # words of an event's name behind its last one


def korean_deadlines(text: str) -> list[Phrase]:
    """The deadlines that the text words besides its days, in order; spans count its characters."""
    text = text[:_MOST]
    found = [*_relative(text), *_occasions(text), *_conditions(text), *_recurring(text)]
    return apart(found)


def _relative(text: str) -> Iterator[Phrase]:
    for match in _WITHIN.finditer(text) if any(mark in text for mark in "내안후뒤지") else ():
        if match.start() and (text[match.start() - 1].isdigit() or text[match.start() - 1] in "제.~-"):
            continue
        event = _anchor_before(text, match.start())
        if match["bound"] in {"후", "뒤", "까지"} and event is None:
            continue
        start = event[0] if event else match.start()
        yield Phrase(
            "relative", (start, match.end()), event, _term(match["number"], match["unit"], match["half"])
        )
    for match in _TERM_OF_OFFICE.finditer(text) if "기" in text or "재임" in text else ():
        yield Phrase("relative", match.span(), match.span("office"))


def _term(number: str, unit: str, half: str | None) -> Term:
    count = int(number) if number.isdigit() else _NUMBERS[number]
    if unit in _MONTHS:
        months = _MONTHS[unit]
        return Term(months=count * months + (months // 2 if half else 0))
    return Term(days=count * _DAYS[unit])


def _anchor_before(text: str, end: int) -> Span | None:
    """The event that ends right before a term: "협정 발효 후" of "협정 발효 후 6개월 이내"."""
    before = text[max(0, end - 40) : end]
    match = _SINCE.search(before)
    stop = end - len(match[0]) if match else end
    for anchor in forms("ko", "anchor"):
        if text.endswith(anchor, 0, stop):
            return name_before(text, stop - len(anchor), stop)
    return None


def name_before(text: str, start: int, end: int) -> Span:
    """The words of an event: its last word, and those before it that belong to the same name."""
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "(,‘“「'\"":
        start -= 1
    for _ in range(_EVENT_WORDS):
        before = text[:start].rstrip()
        word = before[before.rfind(" ") + 1 :]
        if not word or _STOPS.search(word) or start - len(before) > 1:
            break
        start = len(before) - len(word)
    return start, end


def _occasions(text: str) -> Iterator[Phrase]:
    for match in _OCCASION.finditer(text) if "계기" in text else ():
        before = _ASIDE.sub("", text[max(0, match.start() - 80) : match.start()])
        if _AS_A_CHANCE.match(text, match.start()) or _MODIFIER.search(before) or not before.strip():
            continue
        if _PAST_NEXT.match(text, match.end()):
            continue
        end = max(0, match.start() - 80) + len(before.rstrip("’'”\"」"))
        event = name_before(text, max(end - 1, 0), end)
        yield Phrase("conditional", (event[0], match.end()), event, next=_is_next(text, event))
    yield from _next_events(text)


def _next_events(text: str) -> Iterator[Phrase]:
    """The first event after the promise: "차기 정상회의에서", "다음 회의까지"."""
    for form in ("차기", "다음", "다음번", "다가오는"):
        at = text.find(form + " ")
        if at < 0 or (at and "가" <= text[at - 1] <= "힣"):
            continue
        rest = text[at + len(form) + 1 : at + len(form) + 41]
        ends = [at + len(form) + 1 + size for size in _heads_in(rest)]
        if ends:
            tail = _AT_EVENT.match(text, min(ends))
            start = name_before(text, at, at + 1)[0]
            yield Phrase(
                "conditional", (start, tail.end() if tail else min(ends)), (start, min(ends)), next=True
            )


def _heads_in(rest: str) -> Iterator[int]:
    """Where the names of events that a text may begin with end, within its first clause."""
    clause = _CLAUSE.match(rest)
    first = clause[0] if clause else ""
    for head in event_heads():
        at = first.find(head)
        if at == 0 or (at > 0 and len(head) > 2):
            yield at + len(head)


def _is_next(text: str, event: Span) -> bool:
    words = text[slice(*event)].split()
    return any(word in forms("ko", "next") for word in words)


def _conditions(text: str) -> Iterator[Phrase]:
    yield from _discretion(text)
    for match in (
        _WHEN.finditer(text) if any(mark in text for mark in ("시", "경우", "직후", "동시", "대로")) else ()
    ):
        event = _condition_before(text, match.start())
        if event is not None and not _PAST_NEXT.match(text, match.end()):
            yield Phrase("conditional", (event[0], match.end()), event, next=_is_next(text, event))
    for pattern, gate in ((_IF, "면"), (_PREMISE, ""), (_AFTER, "후")):
        if (gate and gate not in text) or (pattern is _PREMISE and "전제" not in text and "조건" not in text):
            continue
        for match in pattern.finditer(text):
            event = _condition_before(text, match.start(), anchors_only=pattern is _AFTER)
            if event is not None:
                yield Phrase("conditional", (event[0], match.end()), event)


def _discretion(text: str) -> Iterator[Phrase]:
    """When the writer sees fit, so that nothing can be awaited: "필요시", "여건을 보아가며"."""
    for at, form in _listed(text, "discretion"):
        yield Phrase("conditional", (at, at + len(form)))


def _listed(text: str, kind: str) -> Iterator[tuple[int, str]]:
    """The words of a kind that begin a word of the text, with where they stand."""
    starts = by_first_letter("ko", kind)
    for match in _first_letters(kind).finditer(text):
        at = match.start()
        if at and "가" <= text[at - 1] <= "힣":
            continue
        form = next((form for form in starts[match[0]] if text.startswith(form, at)), None)
        if form is not None:
            yield at, form


@cache
def _first_letters(kind: str) -> re.Pattern[str]:
    return re.compile(f"[{''.join(by_first_letter('ko', kind))}]")


def _condition_before(text: str, end: int, *, anchors_only: bool = False) -> Span | None:
    """The words of a condition that end there: an action or state, with what it is said of."""
    stop = len(text[:end].rstrip())
    plain = _ADNOMINAL.sub("", text[max(0, stop - 60) : stop])
    stop = max(0, stop - 60) + len(plain)
    nouns = forms("ko", "anchor") if anchors_only else action_nouns()
    for size in range(min(8, stop), 1, -1):
        if text[stop - size : stop] in nouns:
            start = name_before(text, stop - size, stop)[0]
            return start, stop
    return None


def _recurring(text: str) -> Iterator[Phrase]:
    meanings = forms("ko", "recurring")
    for at, form in _listed(text, "recurring"):
        if not _NAMED_SERIES.search(text[max(0, at - 8) : at]):
            yield Phrase("recurring", (at, at + len(form)), every=length(meanings[form]))
    if "회" in text or "마다" in text or "매" in text or "번" in text:
        yield from _counted(text)


def _counted(text: str) -> Iterator[Phrase]:
    """A rhythm in figures: "연 2회", "3년마다", "매 2년"."""
    for match in _TIMES_A.finditer(text):
        if match.start() and "가" <= text[match.start() - 1] <= "힣":
            continue
        unit, times = re.sub(r"[\d\s회]", "", match[0]), int(re.sub(r"\D", "", match[0]))
        whole = _RATES.get(unit)
        every = Term(months=whole // times) if whole and times and whole % times == 0 else None
        yield Phrase("recurring", match.span(), every=every)
    for match in _EVERY.finditer(text):
        number, unit = match["number"] or match["many"], match["unit"] or match["each"]
        yield Phrase("recurring", match.span(), every=_term(number, unit, None))
