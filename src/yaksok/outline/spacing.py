"""Whether a space stands between two joined lines.

A Korean text may be broken inside a word. Signs at the break, a space at the end of the broken
line, syllable statistics, the document's own words, known names and grammar all speak for or
against a space; their log-odds are added up. docs/formats.md says how often that is right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import exp

from yaksok.outline.lines import Line
from yaksok.outline.own_words import OwnWords, own_words
from yaksok.outline.word_breaks import CERTAIN, MODEL_BASE, MODEL_WEIGHT
from yaksok.outline.wrapping import Wrapping
from yaksok.reference.known_words import is_split_name
from yaksok.reference.syllables import space_odds

_LAST_RUN = re.compile(r"[가-힣]{1,12}$")
_FIRST_RUN = re.compile(r"[가-힣]{1,12}")
_CLOSING = re.compile(r"[,.)\]」』’”》〉:;?!%]")
# The apostrophe of a short year (’23) closes nothing.
_YEAR = re.compile(r"[’‘']\d\d")
_OPENING = "(「『‘“[《〈"
# Signs that stand either free or without a space on both sides: the side seen tells the other.
_BETWEEN = "·‧ㆍ/→⇒+=~"
_BULLETS = "▲▴△▶▷■□◆◇①②③④⑤⑥⑦⑧⑨⑩※"

# Evidence is added up in natural log-odds. These weights were fitted by logistic regression on
# official texts broken at 76 to 92 columns, each document judged by weights from the others.
_OWN_WORDS = (-1.5, 0.95, 0.3, 0.25, 0.35, 0.0, -0.85, 0.65)
# Not fitted: a name of a state or person is never parted; what is left is chance.
_NAME = -4.0
# Log-odds of whole words at which no break is looked at any more.
_SURELY_WHOLE = 4.0

_RIEUL_VERBS = "할될열을릴킬낼질갈올볼늘둘쓸줄일설"
_BOUND_NOUN = re.compile(r"(?:수|것|때|바|데|줄|뿐|만큼)(?=[\s이을은가도를,.]|$)")
_PLAN_NOUN = re.compile(r"예정|계획(?:이|임|입|을|인)|경우|필요(?:가|성|는)?|가능성")
_YEAR_WORD = re.compile(r"(?:내년|올해|금년|작년|지난해|이듬해)$")
_PART_OF_YEAR = re.compile(r"[상하]반기|\d")
_BIG_NUMBER = re.compile(r"\d[만억조]$")
_UNIT = re.compile(r"(?:원|불|명|건|톤|개|대)(?![가-힣]{2})")
# 측 "side" behind who it is, and verbs that their object and adverb make one word with (뜻을 같이하다).
_SIDE = re.compile(r"측(?:[이은을과의에도]|으로|에서)?(?![가-힣])")
_WITH = re.compile(r"[을를] (?:같이|함께|달리)$")


# A quoted title begins a word; a straight or closing sign may also end one.
_OPENS_TITLE = re.compile(r"[‘“「『]\S")


def by_signs(left: str, right: str) -> str | None:
    """`""` or `" "` where the signs at the break tell; None between letters and digits."""
    last, first = left[-1], right[0]
    if last in _BETWEEN:
        return " " if left[-2:-1].isspace() else ""
    if first in _BETWEEN:
        return " " if right[1:2].isspace() or right.startswith("/끝/") else ""
    if last in ",;:" and not (left[-2:-1].isdigit() and right[:3].isdigit()):
        return "" if right.startswith("//") else " "
    if (_CLOSING.match(right) and not _YEAR.match(right)) or last in _OPENING:
        return ""
    if last in ".?!" and not left[-2:-1].isdigit():
        return " "
    if first in _BULLETS or _YEAR.match(right) or _OPENS_TITLE.match(right):
        return " "
    if last.isascii() and first.isascii() and last.isalnum() and first.isalnum():
        return " "
    return None


def grammar(left: str, right: str) -> float:
    """Log-odds from word classes.

    Nouns that -ㄹ forms lean on and parts of a year stand apart; units join a big number, 측 joins who it is the side of.
    """
    last = ord(left[-1])
    if 0xAC00 <= last <= 0xD7A3 and (last - 0xAC00) % 28 == 8:
        if _BOUND_NOUN.match(right):
            return 3.0
        if left[-1] in _RIEUL_VERBS and _PLAN_NOUN.match(right):
            return 4.0
    if _PART_OF_YEAR.match(right) and _YEAR_WORD.search(left[-3:]):
        return 3.0
    if _BIG_NUMBER.search(left[-2:]) and _UNIT.match(right):
        return -2.0
    if _SIDE.match(right) or (right[0] in "하한할함했" and _WITH.search(left[-6:])):
        return -4.0
    return 0.0


@dataclass(frozen=True, slots=True)
class Spacing:
    """Decides on joining spaces for one document; `words` is None where no break stands inside a word."""

    wrapping: Wrapping
    words: OwnWords | None

    def joiner(self, line: Line, left: str, right: str) -> str:
        """`""` or `" "`: what stands between two lines that belong together.

        `left` and `right` are what the lines hold, `line` is the first one as the layout shows it.
        """
        if not left or not right:
            return ""
        if line.trailing_space and self.wrapping.trailing_tells:
            return " "
        return self.between(left, right)

    def between(self, left: str, right: str) -> str:
        """`""` or `" "` by the words alone, where no trailing space told."""
        decided = by_signs(left, right)
        if decided is not None:
            return decided
        if self.words is None:
            return " "
        if left[-1] in _BULLETS:
            return ""
        if left[-1] == ",":
            # Only a figure comes here ("1," and "500"); a year behind a date has four digits.
            return " " if right[3:4].isdigit() else ""
        return " " if self.is_apart(left, right) else ""

    def is_apart(self, left: str, right: str) -> bool:
        """Whether a space is likelier than none: surely if only whole words were broken off, else by odds."""
        whole = self.wrapping.whole_odds
        if whole is None:
            whole = CERTAIN if self.wrapping.whole_words else -CERTAIN
        sure = 1 / (1 + exp(-whole))
        return sure + (1 - sure) / (1 + exp(-self.odds(left, right))) > 0.5

    def odds(self, left: str, right: str) -> float:
        """Natural log-odds of a space between two lines of a text broken inside words."""
        total = MODEL_WEIGHT * space_odds().odds(left, right) + MODEL_BASE + grammar(left, right)
        if self.wrapping.marks_spaces:
            total += self.wrapping.unmarked_odds
        if self.words is None:
            return total
        before, after = _LAST_RUN.search(left[-12:]), _FIRST_RUN.match(right)
        if before is None or after is None:
            return total
        if is_split_name(before.group(), after.group()):
            total += _NAME
        shown = self.words.evidence(before.group(), after.group())
        return total + sum(weight * figure for weight, figure in zip(_OWN_WORDS, shown, strict=True))


def spacing_of(lines: list[Line], wrapping: Wrapping) -> Spacing:
    """Spacing rules for a document, with its own words where lines are broken inside words."""
    odds = wrapping.whole_odds
    certain = wrapping.whole_words and (odds is None or odds > _SURELY_WHOLE)
    if certain or (wrapping.width is None and odds is None):
        return Spacing(wrapping, None)
    width = wrapping.width if wrapping.width is not None else max(line.width for line in lines)
    return Spacing(wrapping, own_words(lines, width))
