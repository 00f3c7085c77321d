"""The strength of an English promise: the verb behind will or to, or the verb of intention before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaksok.fulfilment.strength_words import firmer, graded, weaker
from yaksok.records.promise import Level, Strength
from yaksok.statements.english.verbs import verb_forms

_TOKEN = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*|[,;:.()]")
_MOST_TOKENS = 120
_MODALS = frozenset({"will", "shall", "would", "should", "must", "we'll", "we’ll"})
_BE = frozenset({"be", "is", "are", "been", "being", "was", "were"})
_RELATIVE = frozenset({"which", "that", "who", "where", "whose"})
_ADVERBS = frozenset(
    "also further jointly together never soon now again therefore thus both each sides all not no always"
    " then once still even more better where appropriate themselves itself ourselves and as well best".split()
)
_DETERMINERS = frozenset(
    "the a an this that these those their its our his her of for in on by with new".split()
)
_TO_ADJECTIVES = {
    "ready": "effort",
    "willing": "effort",
    "able": "effort",
    "keen": "effort",
    "open": "consider",
}
_SOFT_OBJECTS = frozenset("effort efforts steps step progress measures attempt attempts".split())
_SOFT_VERBS = frozenset({"make", "take", "continue", "redouble", "step", "exert"})
_PLEDGES = frozenset({"commitment", "commitments", "pledge", "pledges", "promise"})
_JOINERS = frozenset({"and", "or", ","})
_REACH = 4  # words between a verb of intention and its "to"


class _Word(NamedTuple):
    word: str
    start: int
    end: int


def english_strength(text: str) -> Strength | None:
    """The strength of the governing verb of a text."""
    words = [
        _Word(match[0].lower(), match.start(), match.end())
        for match, _ in zip(_TOKEN.finditer(text), range(_MOST_TOKENS), strict=False)
    ]
    start = _governing(words)
    if start is None:
        return _headline(text, words)
    return _along(text, words, start)


def _governing(words: list[_Word]) -> int | None:
    """Where the chain of verbs begins: at the first modal or verb of intention outside a relative clause."""
    fallback: int | None = None
    for place, word in enumerate(words):
        before = words[place - 1].word if place else ""
        if word.word in _MODALS:
            if before not in _RELATIVE:
                return place + 1
            fallback = fallback if fallback is not None else place + 1
        elif _is_to(words, place) or _intends(words, place, before):
            return place
    return fallback


def _is_to(words: list[_Word], place: int) -> bool:
    """Whether "is to", "are ready to", "is negotiating" or "its commitment to" begins here."""
    following = _at(words, place + 1)
    if words[place].word in _PLEDGES:
        return following == "to"
    if words[place].word not in {"is", "are"}:
        return False
    under_way = following.endswith("ing") and _lemma(following) in graded("en", "content", "governing")
    return following == "to" or under_way or (following in _TO_ADJECTIVES and _at(words, place + 2) == "to")


def _intends(words: list[_Word], place: int, before: str) -> bool:
    """Whether a verb of intention governs here: "agreed to", "plans to", "are committed to"."""
    lemma = _lemma(words[place].word)
    if lemma not in graded("en", "governing") or (before in _DETERMINERS):
        return False
    following = _at(words, place + 1)
    if following in {"to", "that"}:
        return True
    if before in _BE or not before:
        return following not in _BE
    form = verb_forms().get(words[place].word)
    return (
        form is not None and form.form in {"past", "participle"} and following in {"on", "upon", "themselves"}
    )


def _along(text: str, words: list[_Word], place: int) -> Strength | None:
    """The weakest verb of the chain that begins at a place."""
    level: Level | None = None
    first: int | None = None
    last = place
    while place < len(words):
        word = words[place].word
        if not word[0].isalpha():
            break
        if _is_filler(word):
            place += 1
            continue
        lemma = _lemma(word)
        first = place if first is None else first
        last = place
        governing = graded("en", "governing").get(lemma)
        if word in _TO_ADJECTIVES and _at(words, place + 1) == "to":
            level = weaker(level, _TO_ADJECTIVES[word])  # type: ignore[arg-type]  # levels above
            place += 2
            continue
        if governing is None:
            level = weaker(level, _content(words, place))
            break
        following = _next_verb(words, place)
        if following is None:
            own: Level = "effort" if lemma in {"continue", "proceed"} else _content(words, place)
            level = weaker(level, own)
            break
        level = weaker(level, governing.level)
        place = following
    if level is None or first is None:
        return None
    span = (words[first].start, words[last].end)
    return Strength(level, text[slice(*span)], span)


def _is_filler(word: str) -> bool:
    """Whether a word stands between will and its verb without a say in it."""
    if word in _ADVERBS or word in _BE or word in _PLEDGES or word == "to":
        return True
    return word.endswith("ly") and word not in {"apply", "supply", "rely"}


def _next_verb(words: list[_Word], place: int) -> int | None:
    """Where the verb stands that one of intention takes: behind "to", or in -ing right after it."""
    following = _at(words, place + 1)
    if following.endswith("ing") and _is_verb(following):
        return place + 1
    for ahead in range(place + 1, min(place + 1 + _REACH, len(words))):
        word = words[ahead].word
        if word in {"to", "towards", "toward", "on"}:
            nearest = ahead + 1
            while _at(words, nearest) in _ADVERBS or _at(words, nearest).endswith("ly"):
                nearest += 1
            candidate = _at(words, nearest)
            return nearest if _is_verb(candidate) or candidate in _BE else None
        if word in {",", ";", ".", ":"}:
            return None
    return None


def _content(words: list[_Word], place: int) -> Level:
    """The level of a verb that names what is done; of several joined ones the firmest."""
    level = _level_of(words, place)
    ahead = place + 1
    while _at(words, ahead) in _JOINERS or _at(words, ahead).endswith("ly"):
        ahead += 1
    if ahead > place + 1 and _at(words, ahead - 1) in _JOINERS and _joins(words, place, ahead):
        return firmer(level, _level_of(words, ahead))
    return level


def _joins(words: list[_Word], place: int, ahead: int) -> bool:
    known = {**graded("en", "content"), **graded("en", "governing")}
    mine, theirs = words[place].word, _at(words, ahead)
    same_form = mine.endswith("ing") == theirs.endswith("ing")
    return same_form and _lemma(theirs) in known


def _level_of(words: list[_Word], place: int) -> Level:
    lemma = _lemma(words[place].word)
    if lemma in _SOFT_VERBS:
        near = {word.word for word in words[place + 1 : place + 5]}
        if near & _SOFT_OBJECTS:
            return "effort"
    found = graded("en", "content").get(lemma) or graded("en", "governing").get(lemma)
    return found.level if found else "deed"


def _headline(text: str, words: list[_Word]) -> Strength | None:
    """A line without a finite verb: "Strengthening cooperation", "Establishment of a liaison office"."""
    for place, word in enumerate(words[:3]):
        if word.word.endswith("ly"):
            continue
        noun = graded("en", "noun").get(word.word)
        if noun is not None:
            return Strength(noun.level, text[word.start : word.end], (word.start, word.end))
        lemma = _lemma(word.word)
        form = verb_forms().get(word.word)
        base = form is not None and form.form in {"base", "ing"}
        if base and (lemma in graded("en", "content") or lemma in graded("en", "governing")):
            return _along(text, words, place)
        if place == 0 and len(words) > 1 and words[1].word not in {"and", ","}:
            continue
        break
    return _last_noun(text, words)


def _last_noun(text: str, words: list[_Word]) -> Strength | None:
    """A label that ends in what is done: "trade expansion"."""
    nouns = graded("en", "noun")
    for word in reversed(words):
        if word.word in nouns:
            return Strength(nouns[word.word].level, text[word.start : word.end], (word.start, word.end))
    return None


def _at(words: list[_Word], place: int) -> str:
    return words[place].word if 0 <= place < len(words) else ""


def _is_verb(word: str) -> bool:
    known = graded("en", "content", "governing")
    return word in verb_forms() or _lemma(word) in known or word.endswith("ing")


def _lemma(word: str) -> str:
    """The base form of a verb form, as the tables of verbs or the regular endings give it."""
    known = graded("en", "content", "governing")
    if word in known:
        return word
    form = verb_forms().get(word)
    if form is not None:
        return form.lemma
    for ending, base in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("s", ""),
    ):
        if word.endswith(ending) and word[: -len(ending)] + base in known:
            return word[: -len(ending)] + base
    return word
