"""Which side of a joint document is to keep a promise, as far as its words say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import Literal

from yaksok.fulfilment.responsible import responsible
from yaksok.records.statement import Statement
from yaksok.reference.tables import rows

Side = Literal["both", "partner", "home", "others", "unknown"]
"""Both sides together; the partner; the home government; a third party; the words do not say."""

_HOME_LETTER = "한"
_SIGNS = re.compile(r"[\s·‧ㆍ・\-–]")

SIDES: tuple[Side, ...] = ("partner", "both", "home", "others", "unknown")


def side_of(statement: Statement, partner: str, *, above: Iterable[Statement] = ()) -> tuple[Side, str]:
    """The side that is to keep a promise, with the words that say so; ("unknown", "") where none do.

    `partner` is the id of the other party. A word for all signatories (양측, "the two leaders") stands for both. A
    bullet without a subject takes that of the sentence it hangs on; `above` are the headings and bullets
    above it, the nearest first. Who acts is told by `yaksok.fulfilment.responsible`. Reference: side_words.csv.
    """
    lead_ins = takewhile(lambda one: one.role == "item", above)
    found = ((one, responsible(one)) for one in (statement, *lead_ins))
    for one, span in found:
        if span is not None:
            return _side(one, one.text[span[0] : span[1]], partner)
    return "unknown", ""


def _side(statement: Statement, words: str, partner: str) -> tuple[Side, str]:
    named = {party.id for party in statement.parties if party.text and party.text in words}
    sides = set(_sides_in(words))
    home = "home" in sides or _pairs_home(words)
    if "both" in sides or (home and partner in named):
        return "both", words
    if partner in named:
        return "partner", words
    if named or "others" in sides:
        return "others", words
    return ("home" if home else "unknown"), words


def _pairs_home(words: str) -> bool:
    """Whether a compound pairs the home country with others: 한미, "한·일·중"."""
    return any(form in _SIGNS.sub("", words) for form in _home_compounds())


@cache
def _home_compounds() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("party_compounds") if row["form"].startswith(_HOME_LETTER))


def _sides_in(words: str) -> list[str]:
    """The sides that some words name, the longest form first: "North Korea" is no "Korea"."""
    rest = f" {words.lower()} "
    found = []
    for form, side in _forms():
        if form in rest:
            found.append(side)
            rest = rest.replace(form, " ")
    return found


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Words with their side, the longest first; English ones stand between blanks."""
    forms = (
        (row["form"] if row["language"] == "ko" else f" {row['form']} ", row["side"])
        for row in rows("side_words")
    )
    return tuple(sorted(forms, key=lambda each: -len(each[0])))
