"""The words in which deadlines are put, from the reviewed table deadline_words.csv."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yaksok.records.mentions import Span
from yaksok.records.promise import DeadlineKind, Term
from yaksok.reference.tables import rows

_TERM = re.compile(r"(\d+)([md])")


class Phrase(NamedTuple):
    """A deadline found in a text; spans count its characters. `event` is where the event is named."""

    kind: DeadlineKind
    span: Span
    event: Span | None = None
    interval: Term | None = None
    every: Term | None = None
    next: bool = False


@cache
def forms(language: str, kind: str) -> dict[str, str]:
    """The words of a kind with their meanings, the longest first."""
    found = {
        row["form"]: row["meaning"]
        for row in rows("deadline_words")
        if row["language"] == language and row["kind"] == kind
    }
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))


@cache
def by_first_letter(language: str, kind: str) -> dict[str, tuple[str, ...]]:
    """The words of a kind by their first letter, the longest first."""
    found: dict[str, list[str]] = {}
    for form in forms(language, kind):
        found.setdefault(form[0], []).append(form)
    return {letter: tuple(words) for letter, words in found.items()}


def length(meaning: str) -> Term | None:
    """The length that a cell of the table gives: "3m", "7d"; None for an empty one."""
    match = _TERM.fullmatch(meaning)
    if match is None:
        return None
    number = int(match[1])
    return Term(months=number) if match[2] == "m" else Term(days=number)


@cache
def event_heads() -> tuple[str, ...]:
    """Last words of Korean names of events, which are held: a summit, a general assembly; the longest first."""
    heads = {row["head"] for row in rows("korean_name_heads") if row["type"] == "event"}
    return tuple(sorted(heads, key=len, reverse=True))


@cache
def action_nouns() -> frozenset[str]:
    """Korean nouns for what is done, and those that only a condition words."""
    nouns = {row["noun"] for row in rows("korean_act_nouns") if row["class"] in {"deed", "state"}}
    nouns.update(forms("ko", "condition"), forms("ko", "anchor"))
    return frozenset(noun for noun in nouns if len(noun) > 1)


def apart(found: list[Phrase]) -> list[Phrase]:
    """The phrases in text order without those that overlap a longer one."""
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda each: each.span[0] - each.span[1]):
        if all(phrase.span[1] <= other.span[0] or other.span[1] <= phrase.span[0] for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda each: each.span)
