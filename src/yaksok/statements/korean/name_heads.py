"""Head nouns of Korean titles: which noun at the end of a chain makes it the title of what.

The table is `reference/data/korean_name_heads.csv`. `needs` says what a chain must have besides
its head to be a proper name and not a kind of thing ("정상회의" is a kind, "민주주의 정상회의" a name):

- word: a word of its own; party: a party, place, year, ordinal or acronym;
- subject: such an anchor and a word of its own; number: an ordinal;
- founded: subject, or a word of its own where the text founds it ("…을 발족한다");
- concluded: subject, or where the text concludes it ("… 체결"); title: quotation marks or an acronym;
- compound: a word of its own written together with the head, or an anchor, or a founding;
- acronym: a relation with its acronym before the word 관계;
- solid: a long compound written as one word; relation: a word that grades the relation; law: a statute.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from yaksok.records.mentions import NameType
from yaksok.reference.tables import rows
from yaksok.statements.korean.name_words import PARTICLE_STARTS


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun (written without blanks), the type of name it makes and what it needs."""

    noun: str
    type: NameType
    needs: str


@cache
def heads() -> dict[str, Head]:
    """The heads by their noun."""
    return {
        row["head"]: Head(row["head"], cast("NameType", row["type"]), row["needs"])
        for row in rows("korean_name_heads")
    }


@cache
def _by_tail() -> dict[str, tuple[Head, ...]]:
    """The heads by their last two letters, longest first."""
    filed: dict[str, list[Head]] = {}
    for head in heads().values():
        filed.setdefault(head.noun[-2:], []).append(head)
    return {tail: tuple(sorted(found, key=lambda head: -len(head.noun))) for tail, found in filed.items()}


@cache
def head_tail_pattern() -> re.Pattern[str]:
    """A pattern for the last two characters of any head: one branch per first character.

    The tail ends a word, or what follows starts as particles do.
    """
    tails: dict[str, set[str]] = {}
    for noun in heads():
        tails.setdefault(noun[-2], set()).add(noun[-1])
    branches = (
        f"{re.escape(first)} ?[{''.join(sorted(map(re.escape, lasts)))}]"
        for first, lasts in sorted(tails.items())
    )
    return re.compile(f"(?:{'|'.join(branches)})(?:(?![가-힣])|(?=[{PARTICLE_STARTS}]))")


def head_ending(compact_text: str) -> Head | None:
    """The longest head that a text without blanks ends with."""
    for head in _by_tail().get(compact_text[-2:], ()):
        if compact_text.endswith(head.noun):
            return head
    return None
