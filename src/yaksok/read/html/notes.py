"""Raised note marks, and the notes at the foot of the page that open with the same mark.

While a page is walked, raised letters stand between two signs that no text has (noncharacters of Unicode);
`resolve` takes them out of the lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from yaksok.read.html.rows import Line

RAISED, LINKED, LOWERED = "\ufdd0", "\ufdd1", "\ufdd2"
SIGNS = re.compile("[\ufdd0-\ufdd2]")
_MARK = r"(?:주\s?)?\d{1,3}\)|\[\d{1,3}\]|\(\d{1,3}\)|[*†‡]{1,3}\)?"
_REFERENCE = re.compile(rf"{RAISED}({LINKED}?)\s?({_MARK}|\d{{1,3}})\s?{LOWERED}")
# A note opens with its mark, raised or not; a bare number only if it is raised or counts a list.
_OPENING = re.compile(
    rf"\s*(?:{RAISED}{LINKED}?\s?({_MARK}|\d{{1,3}})\s?{LOWERED}|({_MARK})(?=\s|[^\s\d)]))\s*"
)
_LIST_NUMBER = re.compile(r"\s*(\d{1,3})\.\s+")


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note: the line and offset of its mark, and the lines `first` to `last` (left out) of its text."""

    line: int
    offset: int
    mark: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Reference:
    line: int
    place: int
    mark: str
    linked: bool


def resolve(lines: Sequence[Line]) -> tuple[list[Line], tuple[PageNote, ...]]:
    """The lines without the signs, and their notes; marks that lead to a note are no longer in the text."""
    references = [
        _Reference(number, match.start(), match[2], linked=bool(match[1]))
        for number, line in enumerate(lines)
        if RAISED in line.text
        for match in _REFERENCE.finditer(line.text)
        if SIGNS.sub("", line.text[: match.start()]).strip()
    ]
    raised = [number for number, line in enumerate(lines) if RAISED in line.text]
    if not raised:
        return list(lines), ()
    pairs = _paired(lines, references)
    texts = [line.text for line in lines]
    for number in raised:
        texts[number] = SIGNS.sub("", texts[number])
    by_line: dict[int, list[_Reference]] = {}
    for reference in pairs:
        by_line.setdefault(reference.line, []).append(reference)
    anchors: dict[_Reference, int] = {}
    for number, own in by_line.items():
        texts[number], offsets = _without(lines[number].text, own)
        anchors.update(zip(own, offsets, strict=True))
    firsts = set(pairs.values())
    for first in firsts:
        texts[first] = _bare(lines[first].text, texts[first])
    notes = tuple(
        PageNote(reference.line, anchors[reference], reference.mark, first, _end(lines, first, firsts))
        for reference, first in pairs.items()
    )
    pairs_of_lines = zip(lines, texts, strict=True)
    return [line if text is line.text else replace(line, text=text) for line, text in pairs_of_lines], notes


def _paired(lines: Sequence[Line], references: Sequence[_Reference]) -> dict[_Reference, int]:
    """Each reference with the line of its note: of lines that open with the same mark, the last ones."""
    openings: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        mark = _opening(line) if not line.cells else None
        if mark is not None:
            openings.setdefault(mark, []).append(number)
    pairs: dict[_Reference, int] = {}
    by_mark: dict[str, list[_Reference]] = {}
    for reference in references:
        by_mark.setdefault(reference.mark, []).append(reference)
    for mark, own in by_mark.items():
        found = openings.get(mark, [])
        if mark.isdigit() and not found and all(reference.linked for reference in own):
            found = openings.get(f"{mark}.", [])
        notes = iter(found[-len(own) :])
        note = next(notes, None)
        for reference in own:
            if note is not None and note > reference.line:
                pairs[reference] = note
                note = next(notes, None)
    return dict(sorted(pairs.items(), key=lambda pair: (pair[0].line, pair[0].place)))


def _opening(line: Line) -> str | None:
    match = _OPENING.match(line.text)
    if match:
        return match[1] or match[2]
    match = _LIST_NUMBER.match(line.text)
    return f"{match[1]}." if match else None


def _without(text: str, references: Sequence[_Reference]) -> tuple[str, list[int]]:
    """A line without the marks of these references and without signs, and where the marks stood."""
    pieces: list[str] = []
    offsets: list[int] = []
    length = place = 0
    for reference in references:
        piece = SIGNS.sub("", text[place : reference.place])
        pieces.append(piece)
        length += len(piece)
        offsets.append(length)
        place = text.index(LOWERED, reference.place) + 1
    pieces.append(SIGNS.sub("", text[place:]))
    return "".join(pieces), offsets


def _bare(marked: str, text: str) -> str:
    """A note's line without its mark."""
    match = _OPENING.match(marked) or _LIST_NUMBER.match(marked)
    opening = SIGNS.sub("", match[0]) if match else ""
    return text.removeprefix(opening) or text


def _end(lines: Sequence[Line], first: int, notes: set[int]) -> int:
    """Behind the last line of a note: further lines of the same element belong to it."""
    last = first + 1
    while last < len(lines) and lines[last].element == lines[first].element and last not in notes:
        last += 1
    return last
