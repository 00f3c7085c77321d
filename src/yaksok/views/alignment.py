"""Where each character of a statement's words stands in the document's text."""

from __future__ import annotations

import re

from yaksok.records.mentions import Span

# What a span may hold beside the words that were read from it: the reading contract compares texts
# without white space, bullets, decoration and tags.
_FILLER = frozenset("*|▲▴•·‧ㆍ□ㅇ○▪※-–─")
_TAG = re.compile(r"<[^<>]{1,80}>")


def aligned(words: str, text: str, span: Span) -> tuple[int, ...] | None:
    """The offset in `text` of each character of `words`, which were read from `span`.

    A blank that stands for a broken line has the offset of the break, or of the character that follows
    where the line broke without one. None if the span does not give the words back: a character of
    theirs is not there, or it holds more than them and decoration.
    """
    at, end = span
    if not 0 <= at <= end <= len(text):
        return None
    if text[at:end] == words:
        return tuple(range(at, end))
    offsets: list[int] = []
    for character in words:
        found = _find(character, text, at, end)
        if found is None:
            return None
        offsets.append(found)
        at = found + 1 if found < end and _stands_for(text[found], character) else found
    return tuple(offsets) if _skipped(text, at, end) == end else None


def _find(character: str, text: str, at: int, end: int) -> int | None:
    """Where the character stands, decoration passed over; a blank stands anywhere."""
    while True:
        if at < end and _stands_for(text[at], character):
            return at
        if character == " ":
            return at
        after = _after_filler(text, at, end)
        if after == at:
            return None
        at = after


def _stands_for(found: str, character: str) -> bool:
    return found == character or (character == " " and found.isspace())


def _after_filler(text: str, at: int, end: int) -> int:
    """The offset behind one piece of decoration or white space; the same offset if there is none."""
    if at >= end:
        return at
    if text[at] in _FILLER or text[at].isspace():
        return at + 1
    if text[at] == "<" and (tag := _TAG.match(text, at, end)):
        return tag.end()
    return at


def _skipped(text: str, at: int, end: int) -> int:
    while at < end and (after := _after_filler(text, at, end)) > at:
        at = after
    return at
