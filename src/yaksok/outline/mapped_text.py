"""Cleaned text that remembers where each of its characters stands in the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from yaksok.records.mentions import Span

_SPACES = re.compile(r"[ \t\u00a0\u3000]{2,}|[\t\u00a0\u3000]")


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text made of runs of document characters.

    `starts[k]` is the local offset of run k and `sources[k]` the document offset of its first
    character; inside a run both count alike. A joiner (the one space that stands for a line
    break) is a run of its own, mapped to the break.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def position(self, local: int) -> int:
        """Document offset of the character at a local offset."""
        run = bisect_right(self.starts, local) - 1
        return self.sources[run] + local - self.starts[run]

    def source(self, span: Span) -> Span:
        """Document span of a non-empty local span."""
        if len(self.starts) == 1:
            shift = self.sources[0]
            return span[0] + shift, span[1] + shift
        return self.position(span[0]), self.position(span[1] - 1) + 1

    def is_contiguous(self) -> bool:
        """Whether the runs stand in document order."""
        return all(a < b for a, b in zip(self.sources, self.sources[1:], strict=False))

    def slice(self, start: int, end: int) -> MappedText:
        """The part between two local offsets, without white space at its ends."""
        part = self.text[start:end]
        stripped = part.strip()
        if len(stripped) == len(self.text):
            return self
        if not stripped:
            return EMPTY
        start += len(part) - len(part.lstrip())
        end = start + len(stripped)
        if len(self.starts) == 1:
            return MappedText(stripped, (0,), (self.sources[0] + start,))
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1)
        starts = [max(0, local - start) for local in self.starts[first:last]]
        sources = list(self.sources[first:last])
        sources[0] += start - self.starts[first]
        return MappedText(stripped, tuple(starts), tuple(sources))

    def without(self, spans: Iterable[Span]) -> MappedText:
        """The text with some local spans left out; doubled spaces at the seams become one."""
        parts: list[MappedText] = []
        position = 0
        for start, end in spans:
            parts.append(self._exact(position, start))
            position = end
        parts.append(self._exact(position, len(self.text)))
        return join([part for part in parts if part.text], [""] * len(parts)).collapsed()

    def _exact(self, start: int, end: int) -> MappedText:
        if end <= start:
            return EMPTY
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1)
        starts = tuple(max(0, local - start) for local in self.starts[first:last])
        sources = list(self.sources[first:last])
        sources[0] += start - self.starts[first]
        return MappedText(self.text[start:end], starts, tuple(sources))

    def collapsed(self) -> MappedText:
        """The text with every run of white space as one plain space."""
        # Plain look-ups first: the pattern would stop at every single space.
        text = self.text
        if "  " not in text and "\t" not in text and "\u00a0" not in text and "\u3000" not in text:
            return self
        parts: list[MappedText] = []
        joiners: list[str] = []
        position = 0
        for match in _SPACES.finditer(self.text):
            parts.append(self._exact(position, match.start()))
            joiners.append(" ")
            position = match.end()
        parts.append(self._exact(position, len(self.text)))
        joiners.append(" ")
        return join([part for part in parts if part.text], joiners)


EMPTY = MappedText("", (0,), (0,))


def from_source(text: str, start: int, end: int) -> MappedText:
    """The characters of a document between two offsets, as they are."""
    return MappedText(text[start:end], (0,), (start,))


def join(parts: list[MappedText], joiners: list[str]) -> MappedText:
    """Parts one behind the other; `joiners[k]` ("" or " ") stands before part k.

    A joining space is mapped to the character behind the part before it, the line break.
    """
    if len(parts) == 1:
        return parts[0]
    text: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0
    for part, joiner in zip(parts, joiners, strict=False):
        if joiner and text:
            starts.append(length)
            sources.append(sources[-1] + length - starts[-2] if len(starts) > 1 else part.sources[0])
            text.append(joiner)
            length += len(joiner)
        starts.extend(length + local for local in part.starts)
        sources.extend(part.sources)
        text.append(part.text)
        length += len(part.text)
    if not starts:
        return EMPTY
    return MappedText("".join(text), tuple(starts), tuple(sources))
