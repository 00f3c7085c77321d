"""How a text is broken into lines: at all, inside words or between them, single or double spaced."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from yaksok.outline.endings import is_sentence
from yaksok.outline.lines import Line, display_width
from yaksok.outline.word_breaks import CERTAIN, ragged_width, unmarked_odds, whole_word_odds

_FIRST_TOKEN = re.compile(r"[가-힣]|[^\s가-힣]+")
_FIRST_WORD = re.compile(r"\S+")
_MAX_WRAP_WIDTH = 140
_MIN_WRAP_WIDTH = 36
_MIN_EDGE = 64
_NEAR = 5
# Fewer lines that all end with a space may do so by chance.
_FEW = 4
# What shows that somebody broke the lines of a file that keeps paragraphs.
_SPREAD = 12
_FEW_OVERLONG = 0.03
_NEARLY_FULL = 0.8
_BROKEN_BY_HAND = 4
_SHARE_BROKEN = 0.12


@dataclass(frozen=True, slots=True)
class Wrapping:
    """Layout habits of one document.

    `width` is the narrowest column at which lines are regularly broken (None: lines are whole
    paragraphs). `double_spaced`: an empty line stands between nearly all lines, so that it parts
    nothing. `marks_spaces`: broken lines end with a space where a word ends. `whole_words`:
    lines break between words only. `continuation` is the indent that most continued lines have.
    `trailing_tells`: a space at the end of a line means something, for not nearly all lines have one.
    `whole_odds`: the log-odds of `whole_words` (None: it is certain, as it says). `unmarked_odds`: what
    a line without a space at its end adds to the log-odds of a space, where `marks_spaces` holds.
    `told`: the file itself keeps its paragraphs apart.
    """

    width: int | None
    double_spaced: bool
    marks_spaces: bool
    whole_words: bool
    continuation: int | None = None
    trailing_tells: bool = True
    whole_odds: float | None = None
    unmarked_odds: float = -4.0
    told: bool = False

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first unit of the following line would not have fitted on the line."""
        if self.width is None:
            return False
        pattern = _FIRST_WORD if self.whole_words else _FIRST_TOKEN
        match = pattern.match(following.text)
        unit = display_width(match.group()) if match else 0
        return line.width + min(unit, 40) + 1 > self.width - 2


UNBROKEN = Wrapping(None, False, False, False, told=True)
"""Every line is a paragraph, for the file says so."""


def paragraph_wrapping(lines: list[Line]) -> Wrapping:
    """The layout habits of a file that keeps its paragraphs: none, unless lines were broken by hand.

    Texts that were pasted line by line have a paragraph for each line. That must be plain to see: no line is
    much longer than the others, and several full ones stop in mid-sentence.
    """
    found = wrapping_of(lines)
    if found.width is None:
        return UNBROKEN
    limit = found.width + _SPREAD
    if sum(1 for line in lines if line.width > limit) > _FEW_OVERLONG * len(lines):
        return UNBROKEN
    broken = sum(
        1
        for line, following in pairwise(lines)
        if line.opens
        and following.opens
        and not (following.marked or is_sentence(line.text))
        and following.blanks <= found.double_spaced
        and line.width >= _NEARLY_FULL * found.width
    )
    return found if broken >= max(_BROKEN_BY_HAND, _SHARE_BROKEN * len(lines)) else UNBROKEN


def wrapping_of(lines: list[Line], *, whole_words: bool = False) -> Wrapping:
    """The layout habits that a document's lines show; `whole_words` is what its file says of them."""
    width = _wrap_width(lines)
    if width is None:
        # Where single lines are known to go on, nothing tells whether they break inside words.
        broken = any(not line.opens for line in lines)
        odds = 0.0 if broken and not whole_words else None
        return Wrapping(None, False, False, whole_words, whole_odds=odds)
    if whole_words:
        return _habits(lines, width, CERTAIN)
    return _habits(lines, width, whole_word_odds(lines, width))


def _habits(lines: list[Line], width: int, whole_odds: float) -> Wrapping:
    """The habits of lines that are broken at a width."""
    double = _is_double_spaced(lines, width)
    full = [
        (line, following)
        for line, following in pairwise(lines)
        if line.width >= width - _NEAR and not following.marked
    ]
    spaced = sum(1 for line, _ in full if line.trailing_space)
    whole_words = whole_odds > 0
    marks_spaces = not whole_words and 0.05 * len(full) <= spaced <= 0.9 * len(full) and spaced >= 2
    if whole_words:
        width = ragged_width(lines, width, _MAX_WRAP_WIDTH)
    return Wrapping(
        width,
        double,
        marks_spaces,
        whole_words,
        _continuation_indent(full),
        trailing_tells=spaced <= 0.9 * len(full) or spaced < _FEW,
        whole_odds=-CERTAIN if marks_spaces else whole_odds,
        unmarked_odds=unmarked_odds(lines, width) if marks_spaces else 0.0,
    )


def _is_double_spaced(lines: list[Line], width: int) -> bool:
    """Whether an empty line stands between most lines, inside of paragraphs too."""
    gaps = Counter(min(line.blanks, 3) for line in lines[1:])
    total = sum(gaps.values())
    if total >= 10 and gaps[1] >= 0.7 * total:
        return True
    inner = [
        following.blanks
        for line, following in pairwise(lines)
        if line.width >= 0.8 * width and not is_sentence(line.text) and not following.marked
    ]
    return len(inner) >= 3 and inner.count(1) >= 0.6 * len(inner)


def _continuation_indent(full: list[tuple[Line, Line]]) -> int | None:
    """The indent that at least six in ten continued lines share."""
    indents = Counter(following.indent for _, following in full)
    if not indents:
        return None
    indent, count = indents.most_common(1)[0]
    return indent if count >= 0.6 * len(full) else None


def _wrap_width(lines: list[Line]) -> int | None:
    """The narrowest width near which lines pile up while the next line goes on without a mark."""
    widths = [line.width for line in lines]
    followed = Counter(
        width
        for width, following in zip(widths, lines[1:], strict=False)
        if _MIN_WRAP_WIDTH <= width <= _MAX_WRAP_WIDTH and not following.marked
    )
    long_lines = sum(1 for width in widths if width > _MIN_WRAP_WIDTH)
    if not long_lines:
        return None
    overlong = sum(1 for width in widths if width > _MAX_WRAP_WIDTH)
    if overlong > 0.15 * long_lines:
        return None
    best, best_count = None, 0
    for width in sorted(followed):
        count = sum(followed[near] for near in range(width - _NEAR, width + 1))
        if count > best_count:
            best, best_count = width, count
    if best is None or best_count < max(3, 0.12 * long_lines):
        return _edge(lines, max(widths)) if not overlong else None
    return best


def _edge(lines: list[Line], widest: int) -> int | None:
    """The margin of a text with few broken lines: the widest lines, where one goes on without a mark."""
    broken = [
        line.width
        for line, following in pairwise(lines)
        if line.width >= max(widest - _NEAR, _MIN_EDGE)
        and not following.marked
        and not following.blanks
        and not is_sentence(line.text)
    ]
    return min(broken) if broken else None
