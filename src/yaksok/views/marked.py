"""Text cut into what is marked and what is not, for every interface that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yaksok.records.mentions import Span


class Stretch(NamedTuple):
    """A stretch of text; `marked` where something matched."""

    text: str
    marked: bool


def stretches(text: str, spans: Iterable[Span]) -> Iterator[Stretch]:
    """The stretches of a text in order; together they are the text. Spans may overlap; what lies outside is left out."""
    at = 0
    for first, last in sorted(spans):
        start, end = max(first, at), min(last, len(text))
        if start >= end:
            continue
        if start > at:
            yield Stretch(text[at:start], marked=False)
        yield Stretch(text[start:end], marked=True)
        at = end
    if at < len(text):
        yield Stretch(text[at:], marked=False)
