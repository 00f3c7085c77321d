"""What the words around an English time tell of it: its bounds, and whether it is past or to come."""

from __future__ import annotations

import re

from yaksok.statements.context import StatementContext
from yaksok.statements.english.time_patterns import FILLERS, OPERATORS
from yaksok.statements.english.time_points import Setting
from yaksok.statements.intervals import Interval

_WILL = re.compile(r"\b(?:will|shall|to be|is to|are to)\b")
_FUTURE = re.compile(
    r"\b(?:will|shall|to be|to [a-z]+|plans?|intends?|upcoming|scheduled|expected|next|due|forthcoming)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|held|met|took|begun|began|(?!(?:combined|united|proposed|planned|scheduled|expected|enhanced|advanced|shared|related|need|indeed|based|limited|unprecedented)\b)[a-z]{2,}ed|since|last|made|won|built|led|spoke|came|went|became|saw|has|have)\b"
)
_ASIDE = re.compile(r"\s(?:which|who|where|[a-z]+ed|held|built|made|led|set|known)\b")
_PAST_OR_WILL = re.compile(f"{_WILL.pattern}|{_PAST.pattern}")


def operator_before(text: str, start: int) -> tuple[str, str, int] | None:
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


def looks_back(words: str) -> bool:
    """Whether the words mean the year before another one ("the previous year", "a year earlier")."""
    return words.lower().endswith(("before", "earlier")) or words.lower().startswith(
        ("the previous", "the preceding")
    )


def meant_year(
    text: str, start: int, kind: str, here: Interval | None, *, setting: Setting, context: StatementContext
) -> int:
    """The year of a month, day or quarter that names none, from what the words around it tell."""
    year = setting.year or 0
    today = setting.today
    if today is None or setting.titled or context.date_precision in {"year", "none"} or here is None:
        return year
    cue = cue_of(text, start, context)
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


def cue_of(text: str, start: int, context: StatementContext) -> str:
    """Whether the words around the time at `start` speak of the "past" or the "future"; "" where they tell nothing."""
    operator = operator_before(text, start)
    if operator is not None and operator[1] in {"since", "due"}:
        return "past" if operator[1] == "since" else "future"
    stretch = re.split(r"[;,]", text[max(0, start - 90) : start])
    if len(stretch) > 2 and len(stretch[-1].split()) <= 1 and _ASIDE.match(stretch[-2]):
        # "the centre, closed since March, on 1 September": what stands between the commas tells nothing.
        stretch = [*stretch[:-2], stretch[-3] + stretch[-1]]
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
