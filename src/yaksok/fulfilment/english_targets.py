"""How an English promise words a figure as a target: "raise ODA to 0.25% of GNI", "cut emissions by 40 percent"."""

from __future__ import annotations

import re

from yaksok.fulfilment.target_words import SHARES, SPANS_OF_TIME, Aim, TargetKind, kinds
from yaksok.records.mentions import Span
from yaksok.records.promise import Comparison
from yaksok.statements.english.verbs import verb_forms

_BEFORE = 110
_AFTER = 90
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_MULTIPLES = frozenset(
    {"double", "doubling", "triple", "tripling", "quadruple", "quadrupling", "halve", "halving"}
)
_ABOUT = re.compile(
    r"(?:\b(?P<least>at least|more than|over|above|beyond|no less than|a minimum of)"
    r"|\b(?P<most>at most|no more than|less than|fewer than|below|under|up to|a maximum of)"
    r"|\b(?:about|around|approximately|some|nearly|almost|roughly|a total of|an additional|a))\s+$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\s*,?\s*\b(?P<link>to|by|from|of|at|beyond|past|reach)\s+(?:the level of\s+|a level of\s+)?$|\s+$",
    re.IGNORECASE,
)
_INDICATOR_ENDS = re.compile(
    r"\s+(?:by|to|from|in (?:19|20)\d\d|until|before|through|over|within|per|a year|each|every|annually|compared|relative|against|under|and|as|with|for the)\b|[,.;:()]"
)
_IN_WHAT = re.compile(r"\s+(?:(?:in|of|for|worth of)\s+)?(?P<what>[^,.;:()]{2,80})")
_OF_BASIS = re.compile(
    r"\s+of\s+(?:its\s+|their\s+|the\s+|our\s+)?(?P<basis>(?:gross national income|gross domestic product|[A-Z]{2,5}|total [a-z ]{3,30}|[a-z]+ (?:output|budget|income|generation|supply|consumption)))"
)
_BASE_YEAR = re.compile(
    r"\b(?:from|compared (?:to|with)|relative to|against|below|above|on|over|of) (?:the |its |their )?(?P<year>(?:19|20)\d\d)(?: levels?| baseline| figures?)?"
)
_AIM_OF = re.compile(r"\b(?P<goal>target|goal|objective)s?\s+(?:of|to reach|is|at)\s+$", re.IGNORECASE)
_AIM_AFTER = re.compile(r"[- ](?P<goal>target|goal)\b(?:\s+(?:for|of|in)\s+(?P<what>[^,.;:()]{2,60}))?")
_CHANGE_OF = re.compile(r"\b(?P<noun>cut|reduction|decrease|increase|rise|growth)s?\s+of\s+$", re.IGNORECASE)
# "will contribute …, an increase of 8 percent": only said of another figure.
_ASIDE = re.compile(r",\s(?:an?|the|its)\s$")
_ARTICLE = re.compile(r"^(?:the|its|their|our|a|an|overall|total)\s+", re.IGNORECASE)
_BREAK = re.compile(r"[;:.](?:\s|$)")


def english_aim(text: str, span: Span, unit: str, *, limited: bool) -> Aim | None:
    """What the words around a figure make of it; None where it is no target.

    `span` is the figure's. `limited` says that the promise has a deadline of its own, which makes of a
    number of people to be trained a target.
    """
    if text[slice(*span)].lower() in _MULTIPLES:
        return _multiple(text, span)
    before = text[max(0, span[0] - _BEFORE) : span[0]]
    about = _ABOUT.search(before)
    plain = before[: about.start()] if about else before
    found = _worded(text, span, plain, unit, limited=limited)
    if found is None or (unit in SPANS_OF_TIME and found[0] not in {"at_most", "at_least"}):
        return None
    comparison, indicator = found
    if about and about["least"] and comparison in {"at_most", "exactly"}:
        comparison = "at_least"
    if about and about["most"] and comparison in {"at_least", "exactly"}:
        comparison = "at_most"
    return Aim(comparison, indicator, _basis(text, span, unit), _base_year(text, span))


def _multiple(text: str, span: Span) -> Aim | None:
    """The target of "double the number of exchange students", where the figure is the verb itself."""
    indicator = _noun_after(text, span[1])
    if indicator is None:
        return None
    halved = text[slice(*span)].lower().startswith("halv")
    return Aim("reduction" if halved else "growth", indicator, None, _base_year(text, span))


def _worded(
    text: str, span: Span, plain: str, unit: str, *, limited: bool
) -> tuple[Comparison, Span | None] | None:
    """The comparison with the indicator, by the verb or noun before a figure or the noun behind it."""
    offset = max(0, span[0] - _BEFORE)
    goal = _AIM_OF.search(plain)
    if goal:
        return "at_least", _noun_after(text, span[1], needs_link=True) or _noun_before(
            text, offset, goal.start()
        )
    behind = _AIM_AFTER.match(text, span[1])
    if behind:
        what = behind.span("what") if behind["what"] else None
        return "at_least", _cut(text, what) if what else None
    change = _CHANGE_OF.search(plain)
    if change and _ASIDE.search(plain, 0, change.start()):
        return None
    if change:
        down = change["noun"].lower() in {"cut", "reduction", "decrease"}
        return ("reduction" if down else "growth"), _noun_after(text, span[1], needs_link=True)
    verb = _verb_before(plain)
    if verb is None:
        return None
    kind, end = verb
    link = _LINK.search(plain)
    word = (link["link"] or "").lower() if link else ""
    stop = link.start() if link else len(plain)
    named = _cut(text, (offset + end, offset + stop)) if stop > end else None
    return _by_verb(text, span, kind=kind, link=word, named=named, unit=unit, limited=limited)


def _by_verb(
    text: str, span: Span, *, kind: TargetKind, link: str, named: Span | None, unit: str, limited: bool
) -> tuple[Comparison, Span | None] | None:
    if kind in {"up", "down"}:
        if link in {"to", "beyond", "past", "reach", "at"}:
            level: Comparison = "at_least" if kind == "up" else "at_most"
            return (level, named) if named is not None else None
        if link == "by" or (named is None and link == ""):
            change: Comparison = "growth" if kind == "up" else "reduction"
            return (change, named) if named is not None else None
        return None
    if kind == "reach":
        if named is not None and link in {"of", "to", "by", "at"}:
            return "at_least", named
        return ("at_least", _noun_after(text, span[1], needs_link=True)) if named is None else None
    if kind == "keep":
        return ("exactly", named) if named is not None and link == "at" else None
    if (
        kind == "output"
        and limited
        and named is None
        and link == ""
        and not (len(unit) == 3 and unit.isupper())
    ):
        return "at_least", _noun_after(text, span[1])
    return None


def _verb_before(plain: str) -> tuple[TargetKind, int] | None:
    """The last verb of a kind before a figure, in its clause, with where it ends."""
    stop = 0
    for match in _BREAK.finditer(plain):
        stop = match.end()
    found: tuple[TargetKind, int] | None = None
    words = kinds("en")
    for match in _WORD.finditer(plain, stop):
        lowered = match[0].lower()
        form = verb_forms().get(lowered)
        kind = words.get(form.lemma if form else lowered)
        if kind is None or kind == "goal" or _is_noun(plain, match.start()):
            continue
        # "joint funding" is what is raised, not the raising.
        if kind == "given" and lowered.endswith("ing"):
            continue
        if "," in plain[match.end() :] and not plain.rstrip().endswith((" to", ",")):
            continue
        # "reach" after a verb of raising tells only how far.
        if found is None or kind != "reach" or plain[: match.start()].rstrip().endswith("to"):
            found = (kind, match.end())
    return None if found is None or found[0] == "given" else found


def _is_noun(plain: str, start: int) -> bool:
    """Whether an article or a preposition before a word makes it a noun: "the increase of"."""
    before = plain[:start].rstrip().rpartition(" ")[2].lower()
    return before in {"the", "a", "an", "of", "in", "their", "its", "for", "this", "that"}


def _noun_after(text: str, at: int, *, needs_link: bool = False) -> Span | None:
    match = _IN_WHAT.match(text, at, at + _AFTER)
    if match is None or (needs_link and match.start("what") - at < 3):
        return None
    return _cut(text, match.span("what"))


def _noun_before(text: str, offset: int, stop: int) -> Span | None:
    """The words before "target of": "the trade target of"."""
    words = _WORD.findall(text[offset : offset + stop])[-2:]
    kept = [
        word
        for word in words
        if word.lower() not in {"the", "a", "an", "set", "to", "meet", "its", "their", "our"}
    ]
    if not kept:
        return None
    at = text.rfind(" ".join(kept), offset, offset + stop)
    return (at, at + len(" ".join(kept))) if at >= 0 else None


def _cut(text: str, span: Span) -> Span | None:
    """A noun phrase without its article and without what follows it."""
    start, stop = span
    start += len(text[start:stop]) - len(text[start:stop].lstrip(" ,"))
    article = _ARTICLE.match(text[start:stop])
    start += article.end() if article else 0
    end = _INDICATOR_ENDS.search(text, start, stop)
    words = text[start : end.start() if end else stop].rstrip(" ,")
    return (start, start + len(words)) if sum(letter.isalpha() for letter in words) > 1 else None


def _basis(text: str, span: Span, unit: str) -> Span | None:
    match = _OF_BASIS.match(text, span[1]) if unit in SHARES else None
    return match.span("basis") if match else None


def _base_year(text: str, span: Span) -> int | None:
    match = _BASE_YEAR.search(text, span[1], min(len(text), span[1] + _AFTER))
    return int(match["year"]) if match else None
