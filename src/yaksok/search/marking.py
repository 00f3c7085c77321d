"""Which stretches of a statement matched, in its own words and in the text of its document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yaksok.records.mentions import Span
from yaksok.search.analysis import Token, surface

_MOST = 200
"""So many stretches of one statement are marked."""


@dataclass(slots=True)
class Marks:
    """What is to be marked in a hit: terms of the words' field and rows of them, rows of the surface, parties."""

    words: set[str] = field(default_factory=set)
    stems: dict[tuple[str, ...], None] = field(default_factory=dict)
    runs: dict[tuple[str, ...], None] = field(default_factory=dict)
    parties: dict[str, None] = field(default_factory=dict)


def matches_in(
    text: str, words: Sequence[Token], marks: Marks, party_words: Iterable[str]
) -> tuple[Span, ...]:
    """The stretches of a statement's text that matched, in order, without overlap.

    `words` are its words with their spans as the index holds them, `party_words` the words by which it
    mentions the parties that were asked for.
    """
    found: list[Span] = [(token.start, token.end) for token in words if token.form in marks.words]
    if marks.stems:
        found += _runs_in(words, marks.stems)
    if marks.runs:
        found += _runs_in(surface(text), marks.runs)
    for written in set(party_words):
        at = text.find(written)
        while at >= 0 and written:
            found.append((at, at + len(written)))
            at = text.find(written, at + len(written))
    return tuple(_joined(found))[:_MOST]


def places_of(text: str, matches: Sequence[Span], source: str, start: int) -> tuple[Span, ...]:
    """The same stretches in the document, where `source` begins at `start` and the text was read from it.

    Reading mends broken lines: blanks, hyphens and signs may differ. A stretch that cannot be found again is
    left out; one that a line break cuts covers it.
    """
    if not matches:
        return ()
    if text == source:
        return tuple((start + begin, start + end) for begin, end in matches)
    offsets = _offsets(text, source)
    found = []
    for begin, end in matches:
        inside = [offsets[at] for at in range(begin, min(end, len(offsets))) if offsets[at] >= 0]
        if inside and not text[begin].isspace() and offsets[begin] >= 0 and offsets[end - 1] >= 0:
            found.append((start + inside[0], start + inside[-1] + 1))
    return tuple(found)


def _offsets(text: str, source: str) -> list[int]:
    """Where each letter of a text stands in what it was read from; -1 for one that is not there."""
    offsets, at = [], 0
    for letter in text:
        if letter.isspace():
            offsets.append(-1)
            continue
        found = source.find(letter, at)
        offsets.append(found)
        if found >= 0:
            at = found + 1
    return offsets


def _runs_in(tokens: Sequence[Token], runs: Iterable[tuple[str, ...]]) -> Iterator[Span]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for run in runs:
        by_first.setdefault(run[0], []).append(run)
    forms = [token.form for token in tokens]
    for at, form in enumerate(forms):
        for run in by_first.get(form, ()):
            if tuple(forms[at : at + len(run)]) == run:
                yield tokens[at].start, tokens[at + len(run) - 1].end


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for start, end in sorted(spans):
        if start >= end:
            continue
        if last is not None and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last
