"""How likely a space stands between two pieces of Korean text, from syllable statistics.

The figures stand in `data/spacing.txt`, which tools/build_spacing.py makes. For a context around
a position (the last syllables before it, the first ones behind it, the lengths of the words there)
the file has what that context adds to the log-odds of a space. Contexts that add nothing to
shorter ones are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

REACH = 3
"""Syllables on each side that a context can hold."""
LENGTHS = 6
"""Words of this many syllables or more count as equally long."""
SECTIONS: tuple[tuple[int, int], ...] = (
    (1, 0), (2, 0), (3, 0), (0, 1), (0, 2), (0, 3), (1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3),
)  # fmt: skip
"""How many signs before and behind the position each kind of context holds."""
SCALE = 10
"""The file holds log-odds in tenths."""
SPACE = "_"
RARE = "?"
_CLASSES = {
    **dict.fromkeys("‧·ㆍ․•･∙⋅", "·"),
    **dict.fromkeys("“‘「『(〈《[{（【", "("),
    **dict.fromkeys("”’」』)〉》]}）】", ")"),
    **dict.fromkeys(",、，", ","),
    **dict.fromkeys(".。", "."),
    **dict.fromkeys("\"'", '"'),
    **dict.fromkeys("%％", "%"),
    **dict.fromkeys("-–—~∼～", "-"),
    **dict.fromkeys(":;/", ":"),
}


def sign_of(character: str) -> str:
    """The sign that stands for a character in contexts: itself for a Hangul syllable, else its class."""
    if "가" <= character <= "힣":
        return character
    if character in _CLASSES:
        return _CLASSES[character]
    if character.isspace():
        return SPACE
    if character.isascii() and character.isalnum():
        return "0" if character.isdigit() else "A"
    return "H" if "\u4e00" <= character <= "\u9fff" else "*"


class _Signs(dict[int, str]):
    """The signs of characters by code point, for str.translate; what is not listed is worked out anew."""

    def __missing__(self, code: int) -> str:
        sign = sign_of(chr(code))
        return RARE if sign >= "가" else sign


@dataclass(frozen=True, slots=True)
class SpaceOdds:
    """The figures of the data file: what each context adds, in tenths of log-odds."""

    signs: _Signs
    bias: int
    contexts: tuple[dict[str, int], ...]
    lengths: dict[str, int]

    def odds(self, left: str, right: str) -> float:
        """Natural log-odds that a space stands between `left` and `right`.

        Spaces inside both pieces count; pieces of one line or sentence on each side suffice.
        """
        before = (SPACE * REACH + left[-LENGTHS:].translate(self.signs))[-LENGTHS:]
        behind = (right[:LENGTHS].translate(self.signs) + SPACE * REACH)[:LENGTHS]
        total = self.bias
        for (lefts, rights), table in zip(SECTIONS, self.contexts, strict=True):
            total += table.get(before[len(before) - lefts :] + behind[:rights], 0)
        return (total + self.lengths.get(word_lengths(before, behind), 0)) / SCALE


def word_lengths(before: str, behind: str) -> str:
    """Two digits: signs since the last space and signs until the next one, each at most `LENGTHS`."""
    left = len(before) - 1 - before.rfind(SPACE)
    right = behind.find(SPACE)
    return f"{min(left, LENGTHS)}{LENGTHS if right < 0 else right}"


@cache
def space_odds() -> SpaceOdds:
    """The statistics, read at first use."""
    path = resources.files("yaksok.reference").joinpath("data", "spacing.txt")
    return parse_space_odds(path.read_text(encoding="utf-8"))


def parse_space_odds(text: str) -> SpaceOdds:
    """Statistics from the text of a data file.

    Lines are tab-separated: `common` and all frequent syllables; `bias` and a figure; `lengths`, a
    figure and its two-digit keys; or two digits (signs before and behind), a figure and the
    contexts with that figure. Blanks separate keys. Lines with `#` are comments. ValueError for
    other lines.
    """
    signs = _Signs((code, sign_of(chr(code))) for code in range(128))
    bias = 0
    tables: dict[str, dict[str, int]] = {f"{lefts}{rights}": {} for lefts, rights in SECTIONS}
    tables["lengths"] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, *cells = line.split("\t")
        if name == "common":
            signs.update((ord(syllable), syllable) for syllable in cells[0])
        elif name == "bias":
            bias = int(cells[0])
        elif name in tables and len(cells) == 2:
            tables[name].update(dict.fromkeys(cells[1].split(" "), int(cells[0])))
        else:
            message = f"no section {name!r}"
            raise ValueError(message)
    contexts = tuple(tables[f"{lefts}{rights}"] for lefts, rights in SECTIONS)
    return SpaceOdds(signs, bias, contexts, tables["lengths"])
