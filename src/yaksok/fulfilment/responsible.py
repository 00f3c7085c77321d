"""Who is to keep a promise, as its words say: "양측은", "(주관: 외교부)", "The two ministries will"."""

from __future__ import annotations

import re
from functools import cache

from yaksok.records.mentions import Span
from yaksok.records.statement import Statement
from yaksok.reference.tables import rows

_REACH = 80  # letters from the start in which a subject stands
# The subject of a Korean sentence with its particle; the words before the actor belong to it.
_SUBJECT = re.compile(
    r"(?P<actor>[^,.;:()]{0,40}?(?P<last>[가-힣A-Za-z]{1,12}))(?:은|는|이|가|께서는|께서)(?=[\s,])"
)
_IN_CHARGE = re.compile(
    r"(?:주관|담당|소관|주무|책임|추진)\s?(?:기관|부처|부서)?\s?[:：]\s?(?P<after>[^,;()]{2,30})"
    r"|\((?P<named>[가-힣·,‧ㆍ\s]{2,30})\)|(?P<before>[가-힣·‧ㆍ]{2,20})\s?(?:주관|주도|소관|중심)(?:으로|하에|\s下)?(?=[\s,)]|$)"
)
_VERB = re.compile(
    r"\b(?:will|shall|would|agreed?s?|plans?|intends?|aims?|decided?s?|pledged?s?|committed|commits?|promised?s?|is to|are to"
    r"|undertakes?|resolved?|reaffirmed|reaffirms?|continues?|seeks?|have|has|are|is)\b"
)
_CLAUSE_START = re.compile(r"[,;:]\s")
_WORD = re.compile(r"[A-Za-z]+")


def responsible(statement: Statement) -> Span | None:
    """The span, in the statement's words, of who is to act; None where the words name nobody.

    A partner or beneficiary is not responsible: only a subject, or a body named as in charge, counts.
    """
    text = statement.text
    if any("가" <= letter <= "힣" for letter in text):
        return _korean_subject(statement) or _in_charge(text)
    return _english_subject(statement)


def _korean_subject(statement: Statement) -> Span | None:
    text = statement.text[:_REACH]
    for match in _SUBJECT.finditer(text):
        if _is_actor(match["last"]) or _names_party(statement, match["actor"], at_end=True):
            actor = match["actor"].lstrip()
            return match.end("actor") - len(actor), match.end("actor")
    return None


def _in_charge(text: str) -> Span | None:
    for match in (
        _IN_CHARGE.finditer(text)
        if any(sign in text for sign in ("주", "소관", "담당", "책임", "(", "중심"))
        else ()
    ):
        group = next(name for name in ("after", "named", "before") if match[name])
        bodies = re.split(r"[·,‧ㆍ\s]+", match[group].strip())
        if all(_is_body(body) for body in bodies if body) and any(bodies):
            return match.span(group)
    return None


def _english_subject(statement: Statement) -> Span | None:
    text = statement.text
    verb = _VERB.search(text, 0, 240)
    if verb is None:
        return None
    start = max((match.end() for match in _CLAUSE_START.finditer(text, 0, verb.start())), default=0)
    words = text[start : verb.start()].rstrip()
    lowered = {word.lower() for word in _WORD.findall(words)}
    if lowered & _actors("en") or _names_party(statement, words, at_end=False):
        return start, start + len(words)
    return None


def _names_party(statement: Statement, words: str, *, at_end: bool) -> bool:
    """Whether words name a party of the statement, as their last word or anywhere."""
    return any(
        words.endswith(party.text) if at_end else party.text in words
        for party in statement.parties
        if party.text
    )


def _is_actor(word: str) -> bool:
    return any(word[start:] in _actors("ko") for start in range(len(word) - 1))


def _is_body(word: str) -> bool:
    """Whether a word names a ministry or office: "외교부", "산업부 통상교섭본부"."""
    return len(word) > 2 and _is_actor(word)


@cache
def _actors(language: str) -> frozenset[str]:
    return frozenset(row["form"] for row in rows("responsible_words") if row["language"] == language)
