"""A text cut into pieces by the stretches of it that something is said of, so that pages can mark them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from yaksok.records.mentions import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text with the names of what covers it, in the order in which they were given."""

    text: str
    names: tuple[str, ...] = ()


def pieces(text: str, named: Iterable[tuple[str, Span]]) -> tuple[Piece, ...]:
    """The text in pieces; spans count its characters and may overlap. What lies outside of the text is cut off."""
    inside = [
        (name, max(0, start), min(end, len(text)))
        for name, (start, end) in named
        if start < len(text) and end > 0 and start < end
    ]
    cuts = sorted({0, len(text), *(start for _, start, _ in inside), *(end for _, _, end in inside)})
    return tuple(
        Piece(
            text[start:end],
            tuple(dict.fromkeys(name for name, first, last in inside if first <= start and end <= last)),
        )
        for start, end in pairwise(cuts)
    )


def shared_pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The text in pieces, those in `spans` named "shared"."""
    return pieces(text, (("shared", span) for span in spans))
