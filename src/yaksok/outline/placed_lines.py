"""What a file's layout says of lines: automatic marks, heading styles, indents, notes."""

from __future__ import annotations

import re
from dataclasses import replace

from yaksok.outline.lines import Line
from yaksok.outline.marks import NUMBERED, Mark, decimal_at, mark_at
from yaksok.records.layout import Layout, Note, Place

_NUMBER = re.compile(r"\d{1,3}")
_DEEPEST_HEADING = 9
_FEW_LINES = 4
# The share of lines below an empty one at which empty lines part nothing.
_EVENLY = 0.9
# What a mark is told by: it stands in front of a word.
_WORD = " 가나"


def evenly_spaced(lines: list[Line]) -> list[Line]:
    """The lines of a page that parts all its lines by an empty one, without those: they tell nothing.

    Web pages set paragraphs apart; where every line is a paragraph, what belongs together is told otherwise.
    """
    below = lines[1:]
    apart = sum(1 for line in below if line.blanks)
    if len(below) < _FEW_LINES or apart < _EVENLY * len(below):
        return lines
    return [replace(line, blanks=line.blanks - 1) if line.blanks else line for line in lines]


def placed_lines(lines: list[Line], layout: Layout) -> list[Line]:
    """The lines with what the layout knows of the paragraph that each of them stands in."""
    places = [place for place in layout.places if place.span[1] > place.span[0]]
    if not places:
        return lines
    notes = sorted(layout.notes, key=lambda note: note.span)
    result: list[Line] = []
    at = note_at = 0
    before = -1
    for line in lines:
        while at + 1 < len(places) and places[at + 1].span[0] <= line.start:
            at += 1
        while note_at < len(notes) and notes[note_at].span[1] <= line.start:
            note_at += 1
        place = places[at]
        if not place.span[0] <= line.start < place.span[1]:
            result.append(line)
            before = line.start
            continue
        note = notes[note_at] if note_at < len(notes) and notes[note_at].span[0] <= line.start else None
        result.append(_placed(line, place, note, opens=before < place.span[0] and not place.continues))
        before = line.start
    return result


def _placed(line: Line, place: Place, note: Note | None, *, opens: bool) -> Line:
    if note is not None:
        first = line.start - note.span[0] <= line.indent and opens
        glyph = note.mark if first else ""
        number = _NUMBER.search(glyph)
        mark = Mark(glyph, "footnote", int(number.group()) if number else 0, 0)
        return replace(line, mark=mark if opens else None, anchor=note.anchor, opens=opens, hashes=0)
    frame = _frame(place.path)
    size = place.box[3] - place.box[1] if place.box is not None else 0.0
    if not opens:
        return replace(line, opens=False, frame=frame, size=size)
    own = automatic_mark(place.mark) if place.mark else line.mark
    # A list's style sets its numbers in, whatever stands above them: only bullets nest by what the eye sees.
    numbered = bool(place.mark) and own is not None and own.kind in NUMBERED
    return replace(
        line,
        frame=frame,
        size=size,
        indent=line.indent + (0 if numbered else place.indent),
        hashes=min(place.heading, _DEEPEST_HEADING) or line.hashes,
        mark=own,
        automatic=bool(place.mark),
    )


def _frame(path: str) -> str:
    """The address of the cell or box around a paragraph, "" in the body."""
    container = path.rpartition("/")[0]
    return container if "/" in container else ""


def automatic_mark(glyph: str) -> Mark:
    """The mark that a program shows in front of a paragraph; it takes no room in the text."""
    found = mark_at(glyph + _WORD)
    if found is not None and found.kind not in ("bracket", "speaker", "attachment"):
        return Mark(glyph, found.kind, found.value, 0)
    decimal = decimal_at(glyph + _WORD)
    if decimal is not None:
        return Mark(glyph, "decimal", decimal[0].value, 0)
    numbers = _NUMBER.findall(glyph)
    if numbers:
        return Mark(glyph, "number", int(numbers[-1]), 0)
    return Mark(glyph, "dot", 0, 0)
