"""Stretches of capitalised English words that may be the title of something."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaksok.statements.english.name_heads import CONNECTORS, ORDINAL, head_of
from yaksok.statements.english.verbs import verb_of

_WORD = re.compile(
    r"(?:\w{1,24}[-–])?(?:[A-Z]\.){2,}(?:[-–][\w.]{0,30}\w)?|[^\W_](?:[\w’'&.+/–-]*[\w+])?['’]?(?=\W|$)"
)
_CAPITAL = re.compile(r"[A-Z0-9À-Þ]")
# No title is longer; bounds the work on a line that is all capitals.
_LONGEST = 40
_MONTHS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday".split()
)
OPENERS = frozenset(
    "The A An This That These Those Their Its Our His Her In On At By For From With Under Through During Over As To And"
    " But Both Each All Such No Since After Before While When If Of Following Also We They It He She I Within Between"
    " Among Regarding Welcoming Recalling Noting Reaffirming Building Launch Launched Adopt Adopted Sign Signed"
    " Establish Established Hold Held Host Hosted Create Created Expand Expanded Implement Implemented Convene Convened"
    " Opened Completed Concluded Attended Strengthen Strengthened Announced Endorsed Welcomed Join Joined Upgrade"
    " Upgraded Extend Extended Ratify Ratified".split()
)
_WHOSE = frozenset(("Their", "Its", "Our", "His", "Her"))
KOREA = frozenset(("ROK", "Korea", "Korean", "Seoul", "KOREA"))
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(_MONTHS))}),?\s$")
_POSSESSIVE = ("'s", "’s")
_SHARED_POSSESSIVE = frozenset(
    "Women Children People World Nurses Men Girls Peoples Workers Farmers Master Parents Teachers".split()
)
_INSIDE = frozenset(
    "indo-pacific pacific civil criminal asia africa europe armed persons women education science human southeast northeast outer".split()
)
# Titles that go on with what they supplement ("Kigali Amendment to the Montreal Protocol").
_SUPPLEMENTS = frozenset("Protocol Amendment Amendments Annex Supplement".split())
# "Human Rights Council Item 2": what stands behind a name on a line of its own.
_PARTS = frozenset("Item Annex Part Section Chapter Session Day Page".split())
# In a headline the verb has a capital too ("Air Services Agreement Signed").
_HEADLINE_VERBS = frozenset(
    "Sign Signs Signed Held Holds Adopt Adopts Adopted Concluded Concludes Opened Opens Launched Launches Convenes Convened"
    " Begins Began Meets Met Welcomes Welcomed Discuss Discussed".split()
)
_ATTRIBUTIVE = ("-backed", "-led", "-based", "-hosted", "-funded", "-brokered", "-made", "-wide", "-sponsored", "-supported",
                "-owned", "-initiated", "-chaired", "-proposed", "-style", "-related", "-centered", "-only")  # fmt: skip


class Token(NamedTuple):
    """A word and where it stands in the statement."""

    text: str
    start: int
    end: int


def capital_words(text: str) -> list[Token]:
    """The words that begin with a capital or a digit."""
    found: list[Token] = []
    for spot in _CAPITAL.finditer(text):
        start = spot.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-.'’_"):
            continue
        if found and start < found[-1].end:
            continue
        match = _WORD.match(text, start)
        if match is not None:
            found.append(Token(match.group(), start, match.end()))
    return found


def _capital(word: str) -> bool:
    if word.endswith(_ATTRIBUTIVE):
        return False
    return (
        word[0].isupper()
        or ORDINAL.fullmatch(word) is not None
        or (word[0].isdigit() and any(c.isupper() or c == "+" for c in word))
    )


def runs_of(text: str, capitals: list[Token]) -> list[list[Token]]:
    """Stretches that may be a title: capitalised words, joined by "of", "on", "for", "and" where a title is."""
    runs: list[list[Token]] = []
    done = 0
    for first in capitals:
        if first.start < done or first.text in OPENERS or not _capital(first.text):
            continue
        if _plain_year(first.text) and _MONTH_BEFORE.search(text, max(0, first.start - 12), first.start):
            # "30 June 2025 District Water Office": the year of a date.
            continue
        run = [first]
        while len(run) < _LONGEST and not is_owner(run[-1].text):
            following = _next(text, run[-1].end)
            if following is None or following.text in _HEADLINE_VERBS or following.text in _WHOSE:
                break
            if _shouts(text, following) and not run[-1].text.isupper():
                break
            if following.text in _PARTS and text[following.end + 1 : following.end + 2].isdigit():
                break
            if following.text in CONNECTORS:
                more = _connected(text, following, run)
            elif (
                _capital(following.text) and following.text not in _MONTHS and not _plain_year(following.text)
            ):
                more = [following]
            else:
                break
            if not more:
                break
            run.extend(more)
        done = run[-1].end
        runs.append(run)
    return runs


def _next(text: str, end: int) -> Token | None:
    """The word after one space."""
    if text[end : end + 1] != " ":
        return None
    match = _WORD.match(text, end + 1)
    return Token(match.group(), *match.span()) if match else None


def _shouts(text: str, word: Token) -> bool:
    """Whether a word and the next are all capitals, as a line of its own behind a title is."""
    if len(word.text) < 5 or not word.text.isupper():
        return False
    after = _next(text, word.end)
    return after is not None and len(after.text) > 4 and after.text.isupper()


def _plain_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def is_owner(word: str) -> bool:
    """Whether the word is an owner, no part of the name ("Korea's X", but not "Women's")."""
    return word.endswith(_POSSESSIVE) and word[:-2] not in _SHARED_POSSESSIVE


def _connected(text: str, connector: Token, run: list[Token]) -> list[Token]:
    """The connector and the words after it that go on with the title; empty where the title ends before it."""
    if connector.text == "the":
        # "... to Implement the Partnership": the object of the verb in the title.
        verbal = len(run) > 1 and run[-2].text == "to"
        following = _next(text, connector.end) if verbal else None
        return [connector, following] if following is not None and _capital(following.text) else []
    more = [connector]
    following = _next(text, connector.end)
    if (
        following is not None
        and following.text == "the"
        and connector.text in {"of", "on", "for", "against", "in", "to"}
    ):
        more.append(following)
        following = _next(text, following.end)
    if following is None or not _capital(following.text) or following.text in _MONTHS:
        return []
    if _plain_year(following.text) or ORDINAL.fullmatch(following.text):
        return []
    words = [token.text for token in run]
    if connector.text == "to" and words[-1] in _SUPPLEMENTS and len(more) == 2:
        return [*more, following] if following.text not in KOREA else []
    return (
        [*more, following] if _may_connect(connector.text, following.text, words, the=len(more) == 2) else []
    )


def _may_connect(word: str, following: str, words: list[str], *, the: bool) -> bool:
    headed = head_of(words) is not None
    inside = any(w in {"of", "on", "for", "against", "in"} for w in words)
    if word == "to":
        verb = verb_of(following.lower())
        return headed and verb is not None and verb.form == "base" and (inside or words[-1] not in KOREA)
    if word in {"and", "&"}:
        return (
            (inside or not headed)
            and words[-1].removesuffix(".") not in KOREA
            and words[-1] not in {"Koreas", "States", "U.S"}
        )
    if word == "with":
        return (
            headed
            and inside
            and words[-1] not in {"Understanding", "Intent", "Action"}
            and following not in KOREA
        )
    if word == "of" and words[-1].endswith("Republic"):
        return True
    if word == "of":
        return not (the and following in {"Republic", "ROK", "United"}) and following not in {"Korea", "ROK"}
    if word == "in":
        return inside and (following.lower() in _INSIDE or (following.isupper() and len(following) > 1))
    return (
        headed
        and following not in KOREA
        and not (the and following in {"Republic", "ROK", "United", "Korean"})
    )
