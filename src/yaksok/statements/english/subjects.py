"""Whose deed a main clause tells: the speaker's, a partner's, a scheme's or an outsider's."""

from __future__ import annotations

from functools import cache
from typing import Literal

from yaksok.reference.tables import rows
from yaksok.statements.english.clauses import Clause, Head, subject_nouns
from yaksok.statements.english.verbs import verb_of

Subject = Literal["own", "partner", "scheme", "people", "thing", "other", "unknown"]

ADVERBIAL = frozenset(
    "not also further now still already soon then again therefore thus never always only all both so far yet just together".split()
)
# Their deeds are never the speaker's, in a joint document either.
_OUTSIDERS = frozenset(
    "north dprk dprk's pyongyang russia russia's russian houthis hamas moscow thousands dozens".split()
)
# First words of country names that are common words as well, and Korea's own.
_NOT_PARTNERS = frozenset(
    "the republic democratic north south new central equatorial east west state people's federated kingdom union"
    " islamic commonwealth federal plurinational antigua saint st bolivarian us america korea korean rok koreans"
    " white capitol department".split()
) | {""}


@cache
def _partner_words() -> frozenset[str]:
    """Single words that name a country other than Korea or its people, in lower case."""
    words: set[str] = set()
    for row in rows("countries"):
        for name in (row["english"], *row["english_forms"].split("|")):
            # Of a name of several words the first tells most ("Viet Nam", "Saudi Arabia").
            words.add(name.lower().removesuffix(".").split(" ")[0] if row["id"] != "KOR" else "")
    return frozenset(
        words - _NOT_PARTNERS | {"european", "eu", "nato", "washington", "beijing", "tokyo", "brussels"}
    )


_OWN_WORDS = frozenset("rok korea korean korea's rok's koreans seoul we our i us both two republic".split())


def subject_of(clause: Clause, head: Head, *, joint: bool) -> Subject:
    """Whose deed the clause tells: the speaker's own, a partner's, a scheme's, a thing's or somebody else's.

    `joint` holds for documents in which every signatory counts as the speaker.
    """
    words = subject_words(clause, head)
    if not words:
        return "own" if head.at == 0 else "unknown"
    if any(word in _OUTSIDERS for word in words):
        return "other"
    noun = head_noun(words)
    kind = subject_nouns().get(noun)
    if kind in {"other", "scheme", "people"}:
        return kind  # type: ignore[return-value]  # one of the three words just compared
    partners = _partner_words()
    named = any(word.removesuffix("'s").removesuffix("’s") in partners for word in words)
    if not joint and (named or "counterpart" in words) and not _OWN_WORDS.intersection(words):
        return "partner"
    if kind == "actor" or _OWN_WORDS.intersection(words) or (named and noun in partners):
        return "own"
    return (
        "unknown"
        if clause.words[head.subject[0] : head.subject[1]][-1:] and _capital(clause, head)
        else "thing"
    )


def _capital(clause: Clause, head: Head) -> bool:
    """Whether the last word of the subject is a name, so that it may be anybody."""
    last = clause.words[head.at - 1] if head.at else ""
    return last[:1].isupper()


_CUTS = frozenset(
    "of in on at by for from with under to through during between among against that which who whose including"
    " based held signed adopted launched funded established led agreed announced made as since after within".split()
)


def subject_words(clause: Clause, head: Head) -> list[str]:
    """The words of the subject, in lower case: the last part before the verb that is no modifier."""
    start, end = head.subject
    while end > start and (clause.lower[end - 1] in ADVERBIAL or clause.lower[end - 1].endswith("ly")):
        end -= 1
    parts: list[list[str]] = [[]]
    for word in clause.lower[start:end]:
        if word in {",", ";", "—", "–"}:
            parts.append([])
        else:
            parts[-1].append(word)
    for part in reversed(parts):
        if part and part[0] not in _CUTS and not part[0].endswith("ing") and not _participle(part[0]):
            return part
    return [word for part in parts for word in part]


def _participle(word: str) -> bool:
    verb = verb_of(word)
    return verb is not None and verb.form in {"past", "participle"}


def head_noun(words: list[str]) -> str:
    """The last word before the first preposition or participle."""
    last = ""
    for word in words:
        if word in _CUTS and last:
            break
        last = word
    return last
