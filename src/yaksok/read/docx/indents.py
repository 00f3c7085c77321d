"""How far a paragraph's first line is set in (ECMA-376 part 1, 17.3.1.12), in columns of half a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaksok.read.docx.names import integer, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_TWIPS_IN_HALF_POINT = 10
_COLUMNS_IN_LETTER = 2
_WIDEST = 400


@dataclass(frozen=True, slots=True)
class Indents:
    """Left margin and first line in twips, and in hundredths of a letter, which win over twips unless 0.

    None where nothing is said. A hanging first line is a negative one.
    """

    left: int | None = None
    first: int | None = None
    left_letters: int | None = None
    first_letters: int | None = None

    def over(self, below: Indents) -> Indents:
        """These indents, with those of `below` where they say nothing."""
        if self is UNSAID:
            return below
        if below is UNSAID:
            return self
        return Indents(
            below.left if self.left is None else self.left,
            below.first if self.first is None else self.first,
            below.left_letters if self.left_letters is None else self.left_letters,
            below.first_letters if self.first_letters is None else self.first_letters,
        )

    def columns(self, half_points: int) -> int:
        """The columns of the first line's indent for letters of this size; 0 if it juts out."""
        # A letter of Hangul is as wide as its size, so a column is half of that.
        twips = max(half_points, 2) * _TWIPS_IN_HALF_POINT / _COLUMNS_IN_LETTER
        left = _columns(self.left, self.left_letters, twips)
        first = _columns(self.first, self.first_letters, twips)
        return min(max(0, round(left + first)), _WIDEST)


UNSAID = Indents()


def read_indents(properties: _Element | None) -> Indents:
    """What paragraph properties say of indents."""
    element = properties.find(w("ind")) if properties is not None else None
    if element is None:
        return UNSAID
    return Indents(
        _either(element, "left", "start"),
        _first_line(element, ""),
        _either(element, "leftChars", "startChars"),
        _first_line(element, "Chars"),
    )


def _either(element: _Element, *names: str) -> int | None:
    numbers = (integer(element.get(w(name))) for name in names)
    return next((number for number in numbers if number is not None), None)


def _first_line(element: _Element, ending: str) -> int | None:
    hanging = integer(element.get(w(f"hanging{ending}")))
    if hanging is not None:
        return -hanging
    return integer(element.get(w(f"firstLine{ending}")))


def _columns(twips: int | None, hundredths: int | None, column: float) -> float:
    if hundredths:
        return hundredths / 100 * _COLUMNS_IN_LETTER
    return (twips or 0) / column
