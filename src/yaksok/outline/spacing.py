"""Whether a space stands between two joined lines.

A Korean text may be broken inside a word. Where broken lines end with a space at word ends,
that space decides (50 of 51 breaks right on a real release; see docs/formats.md). Otherwise
the words of the document itself and the grammar of endings decide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from yaksok.outline.lines import Line
from yaksok.outline.wrapping import Wrapping

_WORD = re.compile(r"[가-힣]+")
_LAST_WORD = re.compile(r"[가-힣A-Za-z0-9]+$")
_FIRST_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_CLOSING = re.compile(r"[,.)\]」』’”》〉:;?!%·‧]")
# Particles and endings that cannot open a word; longer ones first. Grammar of Korean: Ministry
# of Culture's Hangul orthography, chapter 5 (particles are written together with the word before).
_DEPENDENT = re.compile(
    r"(?:에서는|에서도|에서의|에서|에게|으로서|으로써|으로의|으로|로서|로써|까지|부터|와의|과의|에의|처럼|보다|마다|조차|라는|라고|"
    r"였다|였으며|였고|였습니다|습니다|하였다|하였으며|하였고|하였습니다|했다|했으며|되었다|되었으며|된다|한다|하며|하고|하는|하여|하기|하고자|하도록|해야|해온|한|할|함|되는|되고|되어|된|될|됨|"
    r"시키고|시키는|시켜|시킬|시킨|이며|이다|인|적인|적으로|적|성|화|들의|들이|들과|들을|들은|들|을|를|은|는|의|와|과|도|만|에)(?=$|[\s,.)」’”])"
)
_FREE_SINGLE = frozenset("및등수것이그한더각또전중내간시후총약본타동양新舊美中日北韓")
_WORD_END = re.compile(
    r"(?:[을를은는의]|에서|에게|으로|하고|하며|하는|하여|위한|위해|통한|통해|대한|및|등|된|할|하게|되는|적인|적으로|있는|없는|있다|대해|관한|따라|따른|라는|라고)$"
)


# Object particles behind a word of two syllables or more end it whatever the layout says.
_SURE_WORD_END = re.compile(r"[가-힣]{2}[을를]$")
_BOUND_NOUN = re.compile(r"(?:수|것|때|바|데|줄|뿐)(?=[\s이을은가도를,.]|$)")


def _bound_noun(left: str, right: str) -> bool:
    """Whether a bound noun (수, 것, 때) follows a verb form in -ㄹ: they are written apart."""
    last = ord(left[-1])
    ends_in_rieul = 0xAC00 <= last <= 0xD7A3 and (last - 0xAC00) % 28 == 8
    return ends_in_rieul and _BOUND_NOUN.match(right) is not None


@dataclass(frozen=True, slots=True)
class Spacing:
    """Decides on joining spaces for one document."""

    wrapping: Wrapping
    words: Counter[str]

    def joiner(self, line: Line, left: str, right: str, *, own_line: bool = False) -> str:
        """`""` or `" "`: what stands between two lines that belong together."""
        if line.trailing_space and not own_line:
            return " "
        if not left or not right:
            return ""
        if left[-1] in ",;:" and not (left[-2:-1].isdigit() and right[:3].isdigit()):
            return " "
        if _CLOSING.match(right):
            return ""
        if left[-1] in "(「『‘“[‧·/~":
            return ""
        if left[-1] in ".?!" and not left[-2:-1].isdigit():
            return " "
        if self.wrapping.marks_spaces:
            return (
                " "
                if (_SURE_WORD_END.search(left) and not _DEPENDENT.match(right)) or _bound_noun(left, right)
                else ""
            )
        if self.wrapping.width is None or self.wrapping.whole_words:
            return " "
        return self._by_words(left, right)

    def _by_words(self, left: str, right: str) -> str:
        """Decide by the document's words and by grammar, for texts broken inside words."""
        if left[-1] == "," and not right[3:4].isdigit():
            # Only a figure comes here ("1," and "500"); a year behind a date has four digits.
            return ""
        last, first = _LAST_WORD.search(left), _FIRST_WORD.match(right)
        if last is None or first is None:
            return "" if right[0] == "(" else " "
        before, after = last.group(), first.group()
        if before[-1].isascii() and after[0].isascii():
            return " "
        if after[0].isascii() or before[-1].isascii():
            return "" if before[-1].isdigit() or _DEPENDENT.match(right) else " "
        joined = self._seen(before + after)
        if joined and joined >= self._seen(after):
            return ""
        if _DEPENDENT.match(right):
            return ""
        if len(before) == 1:
            return " " if before in _FREE_SINGLE else ""
        if _WORD_END.search(before):
            return " "
        apart = min(self.words[before], self._seen(after))
        return " " if apart or len(after) > 1 else ""

    def _seen(self, word: str) -> int:
        """How often the document has a word or, for longer ones, its stem without two syllables."""
        count = self.words[word]
        if not count and len(word) >= 4:
            count = self.words[word[:-1]] or self.words[word[:-2]]
        return count


def spacing_of(lines: list[Line], wrapping: Wrapping) -> Spacing:
    """Spacing rules with the words of a document, each also without its last one or two syllables."""
    words: Counter[str] = Counter()
    if wrapping.width is not None and not wrapping.marks_spaces and not wrapping.whole_words:
        for line in lines:
            inner = _WORD.findall(line.text)[1:-1]
            for word in inner:
                words[word] += 1
                if len(word) >= 3:
                    words[word[:-1]] += 1
                if len(word) >= 4:
                    words[word[:-2]] += 1
    return Spacing(wrapping, words)
