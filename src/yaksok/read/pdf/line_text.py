"""A row of characters to the text of a line: where words part, what was raised, what ends with a blank.

Blanks that the file has are kept as they are, those at the end of the line too: they say that a new word begins on the
next one. Where a file moves its words instead of writing blanks, the gaps tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from yaksok.read.pdf.glyphs import Glyph
from yaksok.records.mentions import Span

# Shares of the type size: a gap that parts words, beyond the usual distance of the row's letters, and one that parts columns.
_WORD_GAP = 0.17
# Layout programs set Korean letters and figures or Latin letters a quarter apart; only a wider gap parts words there.
_SCRIPT_GAP = 0.29
_WIDEST_SPACING = 0.45
WIDE_GAP = 1.6
_JAMO = re.compile("[\u1100-\u11ff]{2,}")
_FEW = 4


@dataclass(frozen=True, slots=True)
class LineText:
    """The text of a line and the spans in it that are raised."""

    text: str
    raised: tuple[Span, ...] = ()


def line_text(glyphs: Sequence[Glyph], *, tabs: frozenset[int] = frozenset()) -> LineText:
    """The text of a row's glyphs; in front of the glyphs numbered `tabs` a gap is a tab."""
    spacing = letter_spacing(glyphs)
    pieces: list[str] = []
    raised: list[Span] = []
    length = 0
    last: Glyph | None = None
    for number, glyph in enumerate(glyphs):
        if number in tabs or (last is not None and glyph.text != " " and last.text != " "):
            gap = "\t" if number in tabs else _gap(last, glyph, spacing)
            pieces.append(gap)
            length += len(gap)
        pieces.append(glyph.text)
        end = length + len(glyph.text)
        if glyph.raised and glyph.text != " ":
            if raised and raised[-1][1] == length:
                raised[-1] = (raised[-1][0], end)
            else:
                raised.append((length, end))
        length = end
        last = glyph
    text = "".join(pieces)
    if _JAMO.search(text) and not raised:
        text = _JAMO.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)
    return LineText(text, tuple(raised))


def letter_spacing(glyphs: Sequence[Glyph]) -> float:
    """The usual distance between the letters of a word, as a share of the size; negative where set tight."""
    gaps = [
        (right.left - left.right) / right.size
        for left, right in pairwise(glyphs)
        if left.text != " " and right.text != " "
    ]
    if len(gaps) < _FEW:
        return 0.0
    gaps.sort()
    return max(-_WIDEST_SPACING, min(_WIDEST_SPACING, gaps[len(gaps) * 3 // 10]))


def wide_gaps(glyphs: Sequence[Glyph]) -> list[int]:
    """Numbers of the glyphs that stand behind a gap as wide as between columns."""
    found: list[int] = []
    last: Glyph | None = None
    for number, glyph in enumerate(glyphs):
        if glyph.text == " ":
            continue
        if last is not None and glyph.left - last.right > WIDE_GAP * max(glyph.size, last.size):
            found.append(number)
        last = glyph
    return found


def _gap(last: Glyph | None, glyph: Glyph, spacing: float) -> str:
    if last is None:
        return ""
    gap = (glyph.left - last.right) / max(glyph.size, last.size)
    if gap <= _WORD_GAP + spacing:
        return ""
    if glyph.raised:
        # A figure that points to a note stands close to its word.
        return " " if gap > 2 * _WORD_GAP + spacing else ""
    if gap <= _SCRIPT_GAP + spacing and _changes_script(last.text, glyph.text):
        return ""
    return " "


def _changes_script(left: str, right: str) -> bool:
    """Whether one of two neighbours is a Korean or Chinese letter and the other a figure or Latin letter."""
    return (left >= "\u2e80" and right.isascii() and right.isalnum()) or (
        right >= "\u2e80" and left.isascii() and left.isalnum()
    )
