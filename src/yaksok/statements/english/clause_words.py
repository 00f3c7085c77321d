"""The words by which English clauses are told apart, and the parts of a clause that is found."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yaksok.reference.tables import rows
from yaksok.statements.english.verbs import Verb

_TOKEN = re.compile(r"[$€£]?\d+(?:[.,]\d+)*%?|[^\W\d_](?:[\w’'.&-]*\w)?|[;:,()“”\"—–]")

# How many words a look ahead or back may cross; keeps the work on endless lines linear.
REACH = 60

MODALS = frozenset(
    "will shall would should must may can could might cannot ought won't i'll we'll they'll".split()
)
BE = frozenset("is are was were am i'm we're they're it's isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had we've i've they've hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
AUXILIARIES = MODALS | BE | HAVE | DO

SUBORDINATORS = frozenset(
    "that which who whom whose where when while because if although though whereas whether unless until how what"
    " why than whereby wherein".split()
)
OPENING_SUBORDINATORS = frozenset(
    "as since after before once until when while if although though because".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with under to into within through during over between among against about across"
    " towards toward including following regarding concerning upon via per despite without as like since before"
    " after amid alongside beyond throughout around near above below building".split()
)
DETERMINERS = frozenset(
    "the a an its their his her our your my this these those each every any some all no such both".split()
)
ADVERBS = frozenset(
    "also then further again jointly thus therefore not now still already always never just even together too once"
    " subsequently hereby only both".split()
)
COORDINATORS = frozenset(("and", "but", "or"))
# Participles that stand before nouns as adjectives far more often than they are verbs.
ADJECTIVAL = frozenset(
    "enhanced strengthened increased expanded improved advanced shared renewed continued deepened integrated"
    " extended sustained coordinated accelerated combined proposed planned agreed related detailed joint designated"
    " dedicated updated diversified balanced developed skilled trusted".split()
)
SINGULAR_ENDINGS = ("'s", "’s", "ss", "us", "is")
ADJECTIVES = frozenset(
    "next first second third key main new high-level joint other recent future last final mutual".split()
)
PLURAL_SUBJECTS = frozenset("we i they you who both governments sides".split())
PRONOUNS = frozenset("we i they you".split())
NEW_SUBJECTS = PRONOUNS | frozenset(
    "the our both he she it this these those his her my all its their a an no".split()
)
RELATIVES = frozenset("which who whom whose where".split())
SPEAKING = frozenset(("position", "promise", "report", "announce"))


class Head(NamedTuple):
    """A main verb: the place of its first word (auxiliary or verb), its subject's words, its verb.

    `verb` is None where the word is an auxiliary.
    """

    at: int
    subject: tuple[int, int]
    verb: Verb | None


class Clause(NamedTuple):
    """Words of a sentence without brackets, as written and in lower case, with the main verbs found."""

    words: list[str]
    lower: list[str]
    heads: list[Head]


def tokens_of(text: str) -> list[str]:
    """Words and the punctuation that parts clauses; what stands in round brackets is left out."""
    if "(" not in text:
        return _TOKEN.findall(text)
    words: list[str] = []
    depth = 0
    for word in _TOKEN.findall(text):
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif not depth:
            words.append(word)
    return words


@cache
def subject_nouns() -> dict[str, str]:
    """Nouns that stand for an acting body, a scheme, or others, in lower case."""
    return {row["noun"]: row["kind"] for row in rows("english_subject_nouns")}
