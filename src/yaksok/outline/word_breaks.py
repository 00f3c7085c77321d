"""Whether the lines of a text break between words only, and the width that then holds for them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import exp, log

from yaksok.outline.endings import is_sentence
from yaksok.outline.lines import Line, display_width
from yaksok.reference.syllables import space_odds

# How far from the usual width the end of a broken line can lie where words stay whole.
REACH = 16
CERTAIN = 50.0
# Official documents write more words apart than the bills that the statistics come from. Fitted
# with the weights in yaksok.outline.spacing.
MODEL_WEIGHT = 0.8
MODEL_BASE = 0.7
_FIRST_WORD = re.compile(r"\S+")
_LONGEST_WORD = 40
# At these log-odds no further break changes the outcome.
_SETTLED = 20.0
# Share of breaks at which a space stands in Korean that is broken at any syllable.
_SPACES = 0.4
# The statistics err in some cases: no single break may decide against whole words.
_DOUBT = 0.01
# Before a document is looked at: as many word ends are taken as marked, and as few as lost.
_USUALLY_MARKED = 4
_ONE_LOST = 0.1
_SURELY_MARKED = -4.0
_ROUNDS = 4
_ENOUGH = 400
_FULL = 5
# Ragged ends are usual where words stay whole; elsewhere they come from letters of unequal width.
_RAGGED = 1.5
_RAGGED_SHARE = 0.35
_EVEN = -0.5
_NEARLY_ALL = 0.8
_FULL_LINE = -0.7
_ENOUGH_LINES = 8
_WIDEST = 140


def whole_word_odds(lines: list[Line], width: int) -> float:
    """Natural log-odds that no break stands inside a word, for lines broken near `width` columns.

    Every break between two syllables is weighed: how much likelier are these two sides if a space
    must stand there than if a break may fall anywhere? Lines that end with a space tell nothing,
    unless all do. A text without such breaks (English) has none inside words: `CERTAIN`.
    """
    near = [
        (line, following)
        for line, following in pairwise(lines)
        if width - REACH <= line.width <= _WIDEST and not following.marked and not is_sentence(line.text)
    ]
    if not near:
        return 0.0
    korean = [pair for pair in near if _between_syllables(*pair)]
    bare = [pair for pair in korean if not pair[0].trailing_space]
    if not korean:
        return CERTAIN
    total = _edge_odds([line.width for line, _ in near])
    for line, following in bare or korean:
        if abs(total) > _SETTLED:
            break
        likely = 1 / (1 + exp(-_odds(line, following)))
        total += log((_DOUBT + (1 - _DOUBT) * likely) / _SPACES)
    return total


def _edge_odds(widths: list[int]) -> float:
    """What the ends of broken lines say: words of usual length leave one line in four full by chance."""
    edge = max(widths)
    full = sum(1 for width in widths if width >= edge - 1)
    if full >= _NEARLY_ALL * len(widths):
        return _FULL_LINE * min(full, _ENOUGH_LINES)
    ragged = sum(1 for width in widths if width < edge - 3)
    return _RAGGED if ragged >= _RAGGED_SHARE * len(widths) else _EVEN


def _between_syllables(line: Line, following: Line) -> bool:
    return "가" <= line.text[-1] <= "힣" and "가" <= following.text[0] <= "힣"


def _odds(line: Line, following: Line) -> float:
    return MODEL_WEIGHT * space_odds().odds(line.text, following.text) + MODEL_BASE


def unmarked_odds(lines: list[Line], width: int) -> float:
    """Log-odds against a space where a broken line ends without one, in a text whose lines mark spaces.

    Some texts mark every word end, others lost some of the marks. Of the word ends, the share that
    is marked is estimated from the marked ones and from how many of the others look like word ends.
    """
    near = [
        pair
        for pair in pairwise(lines)
        if pair[0].width >= width - _FULL and not pair[1].marked and _between_syllables(*pair)
    ][:_ENOUGH]
    marked = sum(1 for line, _ in near if line.trailing_space) + _USUALLY_MARKED
    bare = [_odds(*pair) for pair in near if not pair[0].trailing_space and not is_sentence(pair[0].text)]
    against = _SURELY_MARKED
    for _ in range(_ROUNDS):
        unmarked = sum(1 / (1 + exp(-odds - against)) for odds in bare)
        against = max(_SURELY_MARKED, log((unmarked + _ONE_LOST) / (marked + unmarked + _ONE_LOST)))
    return against


def ragged_width(lines: list[Line], width: int, widest: int) -> int:
    """The width at which a text broken between words was set, at most `widest` columns.

    It is the least column that fits most line ends: not before the end of the line, and before
    the end of the next line's first word, had that stood on the line too.
    """
    steps: Counter[int] = Counter()
    for line, following in pairwise(lines):
        if following.marked or not width - REACH <= line.width <= widest:
            continue
        word = _FIRST_WORD.match(following.text)
        steps[line.width] += 1
        steps[line.width + 1 + min(display_width(word.group()) if word else 0, _LONGEST_WORD)] -= 1
    best, best_fit, fit = width, 0, 0
    for column in sorted(steps):
        fit += steps[column]
        if fit > best_fit:
            best, best_fit = column, fit
    return best
