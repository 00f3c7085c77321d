"""Words by which a text says how far a promise reaches, how often, and that it was moved or revised."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from yaksok.records.chain import Change, ChangeKind
from yaksok.records.mentions import Span
from yaksok.records.statement import Statement
from yaksok.reference.tables import rows

ChangeWord = Literal[
    "limited", "full", "yearly", "budget", "revised_amount", "moved", "first", "handed_over", "withdrawn"
]
"""Groups of `change_words.csv`."""


def first_word(text: str, group: ChangeWord) -> tuple[str, int] | None:
    """The first word of a group in a text with its place; Korean words count where a word begins."""
    found = _pattern(group).search(text)
    return (found[0], found.start()) if found else None


def has_word(text: str, group: ChangeWord) -> bool:
    """Whether a text has a word of a group."""
    return first_word(text, group) is not None


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """The words of one group as one pattern, the longest first: some twenty words, read by their starts."""
    words = sorted(
        (row for row in rows("change_words") if row["group"] == group), key=lambda row: -len(row["word"])
    )
    parts = []
    for row in words:
        # The end of an English word is its end; a Korean one goes on with particles.
        unwanted = f"(?!{row['not_followed_by']})" if row["not_followed_by"] else ""
        after = r"(?![A-Za-z])" if row["language"] == "en" else unwanted
        parts.append(re.escape(row["word"]) + after)
    return re.compile(r"(?<![가-힣A-Za-z])(?:" + "|".join(parts) + ")", re.IGNORECASE)


def place_in_document(statement: Statement, words: str, place: int | None = None) -> Span | None:
    """Where words of a statement stand in its document's text.

    None where the statement's text is no plain slice of it (lines joined, marks left out).
    """
    start = statement.text.find(words) if place is None else place
    if start < 0 or statement.span[1] - statement.span[0] != len(statement.text):
        return None
    return statement.span[0] + start, statement.span[0] + start + len(words)


def worded(
    kind: ChangeKind, earlier: Statement, before: tuple[str, int], later: Statement, after: tuple[str, int]
) -> Change:
    """A change shown by words of both statements, each with its place in the statement's text."""
    return Change(
        kind,
        before[0],
        after[0],
        place_in_document(earlier, *before),
        place_in_document(later, *after),
    )


def whole(kind: ChangeKind, earlier: Statement, later: Statement) -> Change:
    """A change that the two statements show as wholes."""
    return Change(kind, earlier.text, later.text, earlier.span, later.span)
