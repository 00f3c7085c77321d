"""Whose deed a main clause tells: the speaker's, a partner's, a scheme's or an outsider's."""

from __future__ import annotations

from functools import cache
from typing import Literal

from yaksok.reference.tables import rows
from yaksok.statements.english.clause_words import Clause, Head, subject_nouns
from yaksok.statements.english.verbs import verb_of

Subject = Literal["own", "partner", "scheme", "people", "thing", "other", "unknown"]

ADVERBIAL = frozenset(
    "not also further now still already soon then again therefore thus never always only all both so far yet just together today yesterday hereby once twice first".split()
)
# Their deeds are never the speaker's, in a joint document either.
_OUTSIDERS = frozenset(
    "north dprk dprk's pyongyang russia russia's russian houthis hamas moscow thousands dozens".split()
)
# First words of country names that are common words as well.
_NO_COUNTRY = frozenset(
    "the republic democratic north south new central equatorial east west state people's federated kingdom"
    " islamic commonwealth federal plurinational antigua saint st bolivarian us america white capitol department".split()
) | {""}
_OTHER_PARTNERS = {"european": "EU", "eu": "EU", "nato": "NATO", "washington": "USA", "beijing": "CHN",
                   "tokyo": "JPN", "brussels": "EU", "london": "GBR", "paris": "FRA", "berlin": "DEU",
                   "canberra": "AUS", "seoul": "KOR", "korea": "KOR", "korean": "KOR", "rok": "KOR", "koreans": "KOR",
                   "us": "USA", "u.s": "USA"}  # fmt: skip
# Words that show that a country is spoken of from outside ("the French side").
_OFFICES = frozenset(
    "side minister ministers president premier chancellor counterpart government ambassador officials secretary"
    " ministry delegation parliament".split()
)
_PRONOUNS = frozenset("we i they you he she it".split())
_SPEAKERS = frozenset("we our i my both two ours".split())


@cache
def _countries() -> dict[str, str]:
    """Ids of countries by the first word of each name ("Viet Nam", "Saudi Arabia"), in lower case."""
    words: dict[str, str] = {}
    for row in rows("countries"):
        for name in (row["english"], *row["english_forms"].split("|")):
            word = name.lower().removesuffix(".").split(" ")[0]
            if word not in _NO_COUNTRY:
                words.setdefault(word, row["id"])
    return words | _OTHER_PARTNERS


def subject_of(clause: Clause, head: Head, *, joint: bool, home: str | None = None) -> Subject:
    """Whose deed the clause tells: the speaker's own, a partner's, a scheme's, a thing's or somebody else's.

    `joint` holds for documents in which every signatory counts as the speaker; `home` is the id of
    the country that speaks in the others.
    """
    words = subject_words(clause, head)
    if not words:
        return "own" if head.at == 0 else "unknown"
    if home not in {"RUS", "PRK"} and any(word in _OUTSIDERS for word in words):
        return "other"
    noun = head_noun(words)
    kind = subject_nouns().get(noun)
    if kind in {"other", "scheme", "people"}:
        return kind  # type: ignore[return-value]  # one of the three words just compared
    if noun[:1].isdigit():
        # "3,900 of them have completed their courses"
        return "people"
    named = _named(words)
    if not joint and not _SPEAKERS.intersection(words) and _is_partner(words, named, home):
        return "partner"
    if not joint and kind is None and _introduced_abroad(clause, head, home):
        return "partner"
    if kind is None and _capital(clause, head) and "other" in map(subject_nouns().get, words[:3]):
        # "The writer Chinua Achebe"
        return "other"
    phrase = _noun_phrase(words)
    if kind == "actor" or _SPEAKERS.intersection(phrase) or _named(phrase):
        return "own"
    return "unknown" if _capital(clause, head) else "thing"


def _is_partner(words: list[str], named: set[str], home: str | None) -> bool:
    if "counterpart" in words and "and" not in words:
        return True
    if not named or home in named or (home is None and "KOR" in named):
        return False
    return home is not None or bool(_OFFICES.intersection(words))


def _capital(clause: Clause, head: Head) -> bool:
    """Whether the subject is a name, so that it may be anybody ("Wong", but not "Trade with Africa")."""
    start, end = head.subject
    while end > start and (clause.lower[end - 1] in ADVERBIAL or clause.lower[end - 1] == ","):
        end -= 1
    while end > start and any(word in _CUTS and word != "of" for word in clause.lower[start + 1 : end]):
        end -= 1
        if end - start == 1 and start == 0:
            return clause.words[0].isupper()
    return end > start and clause.words[end - 1][:1].isupper()


_CUTS = frozenset(
    "of in on at by for from with under to through during between among against that which who whose including"
    " based held signed adopted launched funded established led agreed announced made as since after within".split()
)


def subject_words(clause: Clause, head: Head) -> list[str]:
    """The words of the subject, in lower case: the last part before the verb that is no modifier."""
    start, end = head.subject
    while end > start and (clause.lower[end - 1] in ADVERBIAL or clause.lower[end - 1].endswith("ly")):
        end -= 1
    if end - start > 1 and clause.lower[end - 1] in {"there", "here"}:
        end -= 1
    if end > start and clause.lower[end - 1] in _PRONOUNS:
        return [clause.lower[end - 1]]
    parts = _parts(clause.lower[start:end])
    for part in reversed(parts):
        if part and part[0] not in _CUTS and not part[0].endswith("ing") and not _participle(part[0]):
            return part
    return [word for part in parts for word in part]


def _parts(words: list[str]) -> list[list[str]]:
    """The stretches between commas and dashes."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word in {",", ";", "—", "–"}:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _introduced_abroad(clause: Clause, head: Head, home: str | None) -> bool:
    """Whether an apposition names a foreign office ("Fiji's Foreign Minister, Mr. X, said")."""
    start, end = head.subject
    if "," not in clause.lower[start:end]:
        return False
    return any(
        bool(part)
        and part[0] not in _CUTS
        and bool(_OFFICES.intersection(part))
        and _is_partner(part, _named(part), home)
        for part in _parts(clause.lower[start:end])
    )


def _participle(word: str) -> bool:
    verb = verb_of(word)
    return verb is not None and verb.form in {"past", "participle"}


def _named(words: list[str]) -> set[str]:
    table = _countries()
    return {table[bare] for word in words if (bare := word.removesuffix("'s").removesuffix("’s")) in table}


def _noun_phrase(words: list[str]) -> list[str]:
    end = next((i for i, word in enumerate(words) if word in _CUTS and word != "of" and i), len(words))
    return words[:end]


def head_noun(words: list[str]) -> str:
    """The last word before the first preposition or participle."""
    last = ""
    for word in words:
        if word in _CUTS and last:
            break
        last = word
    return last
