"""The units of measured series as people write them: "억불" is 100000000 USD."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yaksok.records.mentions import QuantityMention
from yaksok.reference.tables import rows
from yaksok.statements.context import StatementContext
from yaksok.statements.language import rules_of

_CANONICAL = re.compile(r"[a-z][a-z_]{1,30}|[A-Z]{3}")
_LONGEST = 40


class Unit(NamedTuple):
    """A canonical unit, and what one of the written unit is in it."""

    name: str
    factor: float


def unit_of(written: str) -> Unit | None:
    """The unit that words mean, by the rules that read amounts in documents; None for no unit.

    "억불" and "USD 100 million" give USD, "만명" person, "%" percent; a canonical unit stands for itself.
    """
    words = written.strip()
    if len(words) > _LONGEST or words.replace(",", "").isdecimal() or not words:
        return None
    for text in _with_a_figure(words):
        found = _amount(text)
        if found is not None:
            return Unit(found.unit, found.value)
    if words.lower() in _person_nouns():
        return Unit("person", 1)
    return Unit(words, 1) if _CANONICAL.fullmatch(words) else None


def _with_a_figure(words: str) -> tuple[str, ...]:
    """The words as one of the unit: "1억불", "USD 1 million"; those with a figure stand as they are."""
    if any(letter.isdigit() for letter in words):
        return (words,)
    head, _, rest = words.partition(" ")
    between = (f"{head} 1 {rest}", f"{head}1 {rest}") if rest else ()
    return (f"1{words}", f"1 {words}", f"{words} 1", *between)


def _amount(text: str) -> QuantityMention | None:
    """The one amount that a text is, in either language."""
    for language in ("ko", "en"):
        rules = rules_of(language)
        found = rules.find_quantities(text, (), context=StatementContext())
        if len(found) == 1 and found[0].text.replace(" ", "") == text.replace(" ", ""):
            return found[0]
    return None


@cache
def _person_nouns() -> frozenset[str]:
    """Nouns whose figure counts persons: people, visitors."""
    return frozenset(row["noun"] for row in rows("english_person_nouns"))
