"""Characters of symbol fonts, as they are shown.

Word keeps them as codes of the font, in the private-use area (U+F020 to U+F0FF) or as Latin letters. What is
seen stands in `symbol_fonts.csv`, and for Wingdings and Hancom's own signs in `private_use.csv`.
"""

from __future__ import annotations

from functools import cache

from yaksok.read.hancom.private_use import shown
from yaksok.reference.tables import rows

_AREA = 0xF000
_WINGDINGS = "wingdings"
_SYMBOL_FONTS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"})
# Word's own second-level bullet is the letter o in a typewriter font.
_LETTER_AS_RING = "o"
_SOFT_HYPHEN = "\xad"


def is_symbol_font(font: str) -> bool:
    """Whether a font has signs in the place of letters."""
    return font.lower() in _SYMBOL_FONTS


def symbol(code: int, font: str) -> tuple[str, int]:
    """The sign at a code of a font, and 1 if no table knows it."""
    place = code - _AREA if _AREA <= code <= _AREA + 0xFF else code
    name = font.lower()
    found = _signs().get((name, place))
    if found is not None:
        return found, 0
    if name == _WINGDINGS and 0x20 <= place <= 0xFF:
        return shown(chr(_AREA + place))
    if not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000:
        return "", 1
    return shown(chr(code))


def in_font(text: str, font: str) -> tuple[str, int]:
    """A run's text as its font shows it, and the number of signs that no table knows."""
    if text.isascii() and not is_symbol_font(font):
        return text, 0
    if not is_symbol_font(font):
        return shown(text)
    pieces = [_in_symbol_font(sign, font) for sign in text]
    return "".join(sign for sign, _ in pieces), sum(unknown for _, unknown in pieces)


def bullet_sign(template: str, font: str) -> str:
    """The bullet that a list level shows."""
    if template == _LETTER_AS_RING and not is_symbol_font(font):
        return "○"
    if template == _SOFT_HYPHEN:
        return "-"
    return in_font(template, font)[0].strip()


def _in_symbol_font(sign: str, font: str) -> tuple[str, int]:
    code = ord(sign)
    # Hangul and other letters that a symbol font lacks are shown in another font.
    return symbol(code, font) if 0x20 < code < 0x100 or _AREA <= code <= _AREA + 0xFF else shown(sign)


@cache
def _signs() -> dict[tuple[str, int], str]:
    signs: dict[tuple[str, int], str] = {}
    for row in rows("symbol_fonts"):
        font, _, code = row["glyph"].rpartition(" ")
        signs[font, int(code, 16)] = row["character"]
    return signs
