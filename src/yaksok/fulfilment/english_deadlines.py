"""Relative, conditional and recurring deadlines of an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaksok.fulfilment.deadline_words import Phrase, apart, by_first_letter, forms, length
from yaksok.records.mentions import Span
from yaksok.records.promise import Term

_MOST = 4_000
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1}
_COUNT = r"(?P<number>\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = r"(?P<unit>day|week|month|quarter|year)s?"
# The event of "within six months of its entry into force" goes up to a stop or the next clause.
_EVENT = r"(?P<event>[^,.;:()]{3,80})"
_WITHIN = re.compile(
    rf"\bwithin (?:the (?:first|next) )?{_COUNT}[ -]{_UNIT}(?: (?:of|after|from|following) {_EVENT})?"
    rf"|\bno later than {_COUNT.replace('number', 'latest')} {_UNIT.replace('unit', 'of')} (?:after|following) {_EVENT.replace('event', 'then')}"
    rf"|\bin (?:the|its|his|her|their) first {_COUNT.replace('number', 'first')} {_UNIT.replace('unit', 'days')}(?: (?:of|in) (?P<office>office|[^,.;:()]{{3,80}}))?",
    re.IGNORECASE,
)
_LATER = re.compile(rf"\b{_COUNT} {_UNIT} (?:after|following) {_EVENT}", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:at|by|before|during|in time for|ahead of|prior to|on the (?:occasion|margins|sidelines) of|until) "
    r"(?:the time of )?(?P<event>(?:the|their|its|our|a) [^,.;:()]{3,80})",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:once|as soon as|provided that|provided|subject to|conditional (?:up)?on|contingent (?:up)?on|depending on|pending"
    r"|in the event of|in the event that|on condition that|in case of|unless|if|when|upon|should) (?P<event>[^,.;:()]{3,80})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|following|upon) (?P<event>(?:the |its |their )[^,.;:()]{3,80})", re.IGNORECASE
)
_NOT_UPON = re.compile(
    r"\b(?:based|agreed|built|build|building|called?|decided?|touched|drawing|reflect\w*) $", re.IGNORECASE
)
_NOT_CONDITION = re.compile(
    r"^(?:so|any|and when|not|possible|necessary|appropriate|needed|feasible)\b", re.IGNORECASE
)
_EVENT_ENDS = re.compile(
    r" (?:to|and|with|which|that|will|in order|so as|for|between|scheduled|slated|where|through|as|by)\b"
    r"| in (?:\d|the (?:first|second)|January|February|March|April|May|June|July|August|September|October|November|December)",
)
_CLAUSE_ENDS = re.compile(r" (?:and will|to ensure|in order)\b")
_OCCASION_OF = re.compile(r"^on the |^in time", re.IGNORECASE)
_NAMED_SERIES = re.compile(
    r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) $", re.IGNORECASE
)
_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "day": 1}
_WORD = re.compile(r"[A-Za-z-]+")


def english_deadlines(text: str) -> list[Phrase]:
    """The deadlines that the text words besides its days, in order; spans count its characters."""
    text = text[:_MOST]
    found = [*_relative(text), *_occasions(text), *_conditions(text), *_listed(text)]
    return apart(found)


def _relative(text: str) -> Iterator[Phrase]:
    for match in _WITHIN.finditer(text):
        groups = [key for key in ("number", "latest", "first") if match[key]]
        unit = match["unit"] or match["of"] or match["days"]
        key = next((key for key in ("event", "then", "office") if match[key]), None)
        event = _bounded(text, match.span(key)) if key else None
        if event is None and groups[0] == "first":
            event = _bounded(text, (match.start("first"), match.end()))
        end = max(event[1] if event else 0, match.end("unit") if match["unit"] else 0)
        yield Phrase("relative", (match.start(), end or match.end()), event, _term(match[groups[0]], unit))
    for match in _LATER.finditer(text):
        event = _bounded(text, match.span("event"))
        yield Phrase("relative", (match.start(), event[1]), event, _term(match["number"], match["unit"]))


def _term(number: str, unit: str) -> Term:
    count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
    unit = unit.lower()
    return Term(months=count * _MONTHS[unit]) if unit in _MONTHS else Term(days=count * _DAYS[unit])


def _bounded(text: str, span: Span) -> Span:
    """The words of an event without the clause that goes on behind them."""
    end = _EVENT_ENDS.search(text, *span)
    stop = end.start() if end else span[1]
    return span[0], len(text[:stop].rstrip())


def _occasions(text: str) -> Iterator[Phrase]:
    for match in _OCCASION.finditer(text):
        event = _bounded(text, match.span("event"))
        words = text[slice(*event)].lower().split()
        following = any(word in forms("en", "next") for word in words[:4])
        if (following or _OCCASION_OF.match(match[0])) and _names_event(words):
            yield Phrase("conditional", (match.start(), event[1]), event, next=following)


def _names_event(words: list[str]) -> bool:
    last = " ".join(words)
    return any(anchor in last for anchor in forms("en", "anchor"))


def _conditions(text: str) -> Iterator[Phrase]:
    for match in _CONDITION.finditer(text):
        mark = match[0].split()[0].lower()
        if mark == "upon" and _NOT_UPON.search(text[max(0, match.start() - 14) : match.start()]):
            continue
        if mark == "should" and match.start():
            continue
        if mark == "upon" and not _names_event(match["event"].lower().split()):
            continue
        if _NOT_CONDITION.match(match["event"]):
            continue
        end = _CLAUSE_ENDS.search(text, *match.span("event"))
        stop = len(text[: end.start() if end else match.end("event")].rstrip())
        yield Phrase("conditional", (match.start(), stop), (match.start("event"), stop))
    for match in _AFTER.finditer(text):
        event = _bounded(text, match.span("event"))
        if any(anchor in text[slice(*event)].lower() for anchor in _ends_of_a_matter()):
            yield Phrase("conditional", (match.start(), event[1]), event)


def _ends_of_a_matter() -> tuple[str, ...]:
    return ("entry into force", "conclusion", "signing", "ratification", "adoption", "completion", "approval")


def _listed(text: str) -> Iterator[Phrase]:
    """Rhythms and words of discretion, as the table lists them."""
    lowered = text.lower()
    rhythms, free = by_first_letter("en", "recurring"), by_first_letter("en", "discretion")
    meanings = forms("en", "recurring")
    for match in _WORD.finditer(lowered):
        at = match.start()
        for form in rhythms.get(lowered[at], ()):
            if _stands(lowered, form, at):
                if not _NAMED_SERIES.search(lowered[max(0, at - 10) : at]):
                    yield Phrase("recurring", (at, at + len(form)), every=length(meanings[form]))
                break
        for form in free.get(lowered[at], ()):
            if _stands(lowered, form, at):
                yield Phrase("conditional", (at, at + len(form)))
                break


def _stands(lowered: str, form: str, at: int) -> bool:
    end = at + len(form)
    return (
        lowered.startswith(form, at)
        and not lowered[end : end + 1].isalpha()
        and lowered[end : end + 1] != "-"
    )
