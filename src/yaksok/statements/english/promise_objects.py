"""Promises inside other clauses: what is pledged, reported or agreed."""

from __future__ import annotations

from yaksok.statements.english.clause_words import AUXILIARIES, MODALS, Clause, subject_nouns
from yaksok.statements.english.subjects import ADVERBIAL, head_noun
from yaksok.statements.english.verbs import verb_of

EFFECT_VERBS = frozenset(
    "help enable allow create bring contribute boost benefit strengthen increase reduce improve add raise lower give"
    " generate save lead make provide support facilitate promote deepen enhance accelerate serve expand stimulate"
    " ensure open attract cut result yield become ease encourage foster further spur pave play shorten protect"
    " be have mean prevent reach".split()
)
PROMISE_NOUNS = frozenset(
    "commitment commitments pledge pledges determination resolve intention intentions resolution will promise"
    " promises plan plans willingness readiness vow intent".split()
)
_PROMISE_STARTS = frozenset(
    "will would shall plans plan intends intend aims aim intended planned pledged promised committed".split()
)
_NOT_AFTER_TO = frozenset("the a an this that their its our all each every these those".split())
_OPENS_OBJECT = frozenset("the a an its their our all any this these those each".split())
# Verbs that are nouns as well: what follows tells ("to support Kenya", "commitment to trade and growth").
_EITHER = frozenset(
    "support work trade increase address help change cut aid export import visit research progress exchange".split()
)
_NOUN_FOLLOWERS = frozenset(("and", "of", "", ",", "for"))
_POSSESSIVES = ("'s", "’s")
_OWNERS = frozenset("their its our his her my the strong firm shared a respective".split())


def main_word(clause: Clause, index: int) -> int:
    """The index of the first word after the auxiliary at `index`, adverbs and what stands between commas."""
    lower = clause.lower
    index += 1
    while index < len(lower):
        if lower[index] == "," and "," in lower[index + 1 : index + 12]:
            index = lower.index(",", index + 1) + 1
        elif lower[index] in ADVERBIAL or lower[index] == "since" or lower[index].endswith("ly"):
            index += 1
        else:
            break
    return index


def holds_promise(rest: list[str]) -> bool:
    """Whether the words after a verb of saying or agreeing hold a promise of the speaker's own.

    What a scheme will bring ("said that the hub will create jobs") and what firms or other people
    will do is none.
    """
    start = rest.index("that") + 1 if "that" in rest[:4] else 0
    for j in range(start, len(rest)):
        word = rest[j]
        if word in _PROMISE_STARTS:
            following = rest[j + 1] if j + 1 < len(rest) else ""
            noun = head_noun(rest[start:j])
            kind = None if noun in {"it", "this"} else subject_nouns().get(noun)
            return kind != "other" and not (
                kind == "scheme" and word in MODALS and following in EFFECT_VERBS - {"be"}
            )
        if word in {"is", "are", "was", "were"} and rest[j + 1 : j + 2] == ["to"]:
            return True
    return False


def promises_deed(clause: Clause, i: int) -> bool:
    """Whether the verb's object is a promise to do: "their commitment to establish X", not "commitment to peace"."""
    lower = clause.lower
    for j in range(i + 1, min(i + 9, len(lower))):
        if lower[j] in {"that", "which", ",", ";", "for", "on", "with"}:
            return False
        if (lower[j] in PROMISE_NOUNS or lower[j] == "decision") and lower[j + 1 : j + 2] == ["to"]:
            return _own_possessor(clause, i, j) and leads_to_deed(clause, j + 1)
    return False


def _own_possessor(clause: Clause, i: int, j: int) -> bool:
    between = clause.lower[i + 1 : j]
    return not between or any(word in _OWNERS or word.endswith(_POSSESSIVES) for word in between)


def leads_to_deed(clause: Clause, i: int) -> bool:
    """Whether "to" at i is followed by a verb ("to establish", "to working") rather than a noun."""
    j = main_word(clause, i)
    if j >= len(clause.lower):
        return False
    word = clause.lower[j]
    if word in AUXILIARIES or word == "be":
        return True
    verb = verb_of(word)
    if word.endswith("ing") and len(word) > 5:
        return True
    if verb is None:
        return _looks_like_base(clause, j)
    if verb.form != "base":
        return False
    following = clause.lower[j + 1] if j + 1 < len(clause.lower) else ""
    return word not in _EITHER or following not in _NOUN_FOLLOWERS


def _looks_like_base(clause: Clause, j: int) -> bool:
    """An unknown word after "to" is a verb where an article or possessive follows it."""
    following = clause.lower[j + 1] if j + 1 < len(clause.lower) else ""
    return clause.lower[j] not in _NOT_AFTER_TO and following in _OPENS_OBJECT and clause.words[j].islower()
