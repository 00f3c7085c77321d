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
_FIRST_WORD = re.compile(r"\S+")
_LONGEST_WORD = 40
# The habit of a document shows in this many breaks; more cost time only.
_ENOUGH = 200
# Share of breaks at which a space stands in Korean that is broken at any syllable.
_SPACES = 0.4
# The statistics err in some cases: no single break may decide against whole words.
_DOUBT = 0.04
# Ragged ends are usual where words stay whole, and rare elsewhere.
_RAGGED = 1.5
_EVEN = -0.5


def whole_word_odds(lines: list[Line], width: int) -> float:
    """Natural log-odds that no break stands inside a word, for lines broken near `width` columns.

    Every break between two syllables is weighed: how much likelier are these two sides if a space
    must stand there than if a break may fall anywhere? Lines that end with a space tell nothing,
    unless all do. A text without such breaks (English) has none inside words: `CERTAIN`.
    """
    near = [
        (line, following)
        for line, following in pairwise(lines)
        if width - REACH <= line.width <= width + REACH and not following.marked and not is_sentence(line.text)
    ]
    if not near:
        return 0.0
    korean = [
        pair for pair in near if "가" <= pair[0].text[-1] <= "힣" and "가" <= pair[1].text[0] <= "힣"
    ]
    bare = [pair for pair in korean if not pair[0].trailing_space]
    if not korean:
        return CERTAIN
    ragged = sum(1 for line, _ in near if line.width < width - 3) >= 0.35 * len(near)
    odds = space_odds()
    total = _RAGGED if ragged else _EVEN
    for line, following in (bare or korean)[:_ENOUGH]:
        # Weights as in yaksok.outline.spacing.
        likely = 1 / (1 + exp(-(0.8 * odds.odds(line.text, following.text) + 0.7)))
        total += log((_DOUBT + (1 - _DOUBT) * likely) / _SPACES)
    return total


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
