"""Footnotes: small lines at the foot of a page that raised figures in its text point to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from yaksok.read.pdf.content import Line, NoteText, Page
from yaksok.records.mentions import Span

_REFERENCE = re.compile(r"\(?(?P<sign>\d{1,3}|[*†‡§]{1,3}|[a-z])\)?$")
_NOTE_MARK = re.compile(r"\s*(?P<mark>\(?(?P<sign>\d{1,3}|[*†‡§]{1,3}|[a-z])[).]?)\s*")
# Notes are set smaller than the text, and in the lower part of the page.
_SMALLER = 0.97
_LOWER_PART = 0.35
# The rule above them is a quarter of a page wide or a little more.
_SHORT_RULE = 0.34


@dataclass(slots=True)
class _Found:
    """A note at the foot: what points to it, its mark as shown, where its text begins, its lines."""

    sign: str
    mark: str
    text_start: int
    lines: list[Line]


def anchor_notes(page: Page) -> None:
    """Moves the footnotes of a page to the lines that point to them; the signs that point leave those lines.

    Notes that nothing points to stay where they are.
    """
    lines = [line for line in page.lines if line.kind == "body"]
    foot = _foot(page, lines)
    if not foot:
        return
    body = [line for line in lines if not any(line is other for other in foot)]
    notes = _notes(foot)
    for number, note in enumerate(notes):
        place = _reference(body, note.sign)
        if place is None:
            continue
        line, span = place
        _anchor(line, span, note, number)
        taken = {id(part) for part in note.lines}
        page.items = [item for item in page.items if id(item) not in taken]
    for line in body:
        line.notes = tuple(sorted(line.notes, key=lambda note: note.offset))


def _foot(page: Page, lines: Sequence[Line]) -> list[Line]:
    """The lines at the foot that may be notes: below a short rule, or smaller than the text above."""
    if not lines:
        return []
    usual = median(line.size for line in lines)
    edge = page.top_edge + _LOWER_PART * page.height
    ruled = [
        height
        for height, left, right in page.rules
        if height > edge
        and any(line.top >= height - 1 for line in lines)
        and (
            right - left <= _SHORT_RULE * page.width
            or all(line.size < _SMALLER * usual or line.raised for line in lines if line.top >= height - 1)
        )
        and left <= min(line.left for line in lines) + 3 * usual
    ]
    if ruled:
        return [line for line in lines if line.top >= min(ruled) - 1]
    foot: list[Line] = []
    for line in sorted(lines, key=lambda line: line.baseline, reverse=True):
        if line.size >= _SMALLER * usual or line.top < edge:
            break
        foot.append(line)
    return [line for line in lines if any(line is other for other in foot)]


def _notes(foot: Sequence[Line]) -> list[_Found]:
    """The lines at the foot by the note that they belong to; lines before the first mark belong to none."""
    notes: list[_Found] = []
    for line in foot:
        match = _NOTE_MARK.match(line.text)
        if match is not None and _opens(line, match, notes):
            notes.append(_Found(match.group("sign"), match.group("mark"), match.end(), [line]))
        elif notes:
            notes[-1].lines.append(line)
    return notes


def _opens(line: Line, match: re.Match[str], notes: Sequence[_Found]) -> bool:
    """Whether a mark at the head of a line is a note's: raised, with a bracket, or the next number."""
    sign, mark = match.group("sign"), match.group("mark")
    if match.end() >= len(line.text):
        return False
    if any(start <= match.start("sign") < end for start, end in line.raised):
        return True
    if not sign.isdigit():
        return sign[0] in "*†‡§" or mark != sign
    expected = next((int(note.sign) + 1 for note in reversed(notes) if note.sign.isdigit()), None)
    return mark != sign or expected is None or int(sign) == expected


def _reference(body: Sequence[Line], sign: str) -> tuple[Line, Span] | None:
    """The line and the raised characters in it that point to a note."""
    for line in body:
        for start, end in line.raised:
            match = _REFERENCE.match(line.text[start:end])
            if match is not None and match.group("sign") == sign and start > 0:
                return line, (start, end)
    return None


def _anchor(line: Line, span: Span, note: _Found, number: int) -> None:
    _cut(line, span)
    _cut(note.lines[0], (0, note.text_start))
    line.notes = (*line.notes, NoteText(number, span[0], note.mark, note.lines))
    for part in note.lines:
        part.kind = "footnote"


def _cut(line: Line, span: Span) -> None:
    """Takes characters out of a line, and moves what stands behind them."""
    start, end = span
    length = end - start
    line.text = line.text[:start] + line.text[end:]
    line.raised = tuple(
        (first - length, last - length) if first >= end else (first, last)
        for first, last in line.raised
        if last <= start or first >= end
    )
    for note in line.notes:
        if note.offset >= end:
            note.offset -= length
