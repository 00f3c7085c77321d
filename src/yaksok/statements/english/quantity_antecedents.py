"""The unit of an English figure without a noun of its own, from what was counted before it."""

from __future__ import annotations

import re

from yaksok.records.mentions import QuantityMention
from yaksok.statements.english.quantity_words import is_person

_OF_THEM = re.compile(r"\sof (?:them|these|those|whom)\b")
_NO_NOUN = re.compile(r"(?:\s(?:by|in|for|per|and|last|this|a)\b|[.,;)]|$)")
_TO = frozenset((" to ", " to only ", " to just ", " to about ", " to over ", " to nearly "))
# Words between two figures of the same things ("640,000 people, against a target of 600,000").
_COMPARED = re.compile(
    r"\b(?:targets?|goals?|against|instead of|reached|achieved|compared|up from|down from|more than the|out of|actual|planned)\b"
)
_NUMBER_OF = re.compile(r"\bnumbers? of (?:[\w’'-]{1,30} ){0,3}?([a-z]+s|people|men|women|children)\b")
_WORDS = re.compile(r"[a-z]+")
# "with a staff of 30": people are counted without being named.
_GROUP_OF = re.compile(
    r"\b(?:staff|team|crew|delegation|workforce|contingent|membership|population) of (?:about |some |over |nearly |up to |around )?$"
)
# How far back a figure may look for what is counted.
_REACH = 200


def unit_from_before(text: str, start: int, end: int, found: list[QuantityMention]) -> str:
    """The unit of the bare figure at [start, end): that of an earlier figure or noun it goes on with, else "count".

    `found` are the quantities before it in the statement.
    """
    if _OF_THEM.match(text, end):
        return _of_them(text, start, end, found)
    if not _NO_NOUN.match(text, end):
        return "person" if text.startswith(" to ", end) and _counts_persons(text, start) else "count"
    if _GROUP_OF.search(text, max(0, start - 40), start):
        return "person"
    last = found[-1] if found else None
    if last is not None:
        between = text[max(last.span[1], start - _REACH) : start]
        if between in _TO or (last.unit == "person" and _COMPARED.search(between)):
            return last.unit
    return "person" if _counts_persons(text, start) else "count"


def _of_them(text: str, start: int, end: int, found: list[QuantityMention]) -> str:
    things = [mention.unit for mention in found[-3:] if mention.unit in {"person", "count"}]
    if things:
        return things[-1]
    for word in reversed(_WORDS.findall(text[max(0, start - _REACH) : start])):
        if word.endswith(("s", "n")) and is_person(word):
            return "person"
    # Who is meant stands in a sentence before; thousands "of them" are people.
    return "person" if "," in text[start:end] else "count"


def _counts_persons(text: str, start: int) -> bool:
    """Whether the sentence tells of "the number of pupils" before the figure."""
    counted = _NUMBER_OF.search(text, max(0, start - _REACH), start)
    return counted is not None and is_person(counted.group(1))
