"""What a character code of a PDF reads as.

Fonts and producers leave their traces in the codes: ligatures, presentation forms, radicals for
whole characters, PDFium's own sign for a hyphen at the end of a line. Compatibility forms that mean something of their own
(full width, circled, raised figures) stay.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# PDFium puts these for a hyphen that ends a line.
_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD, 0x2010})
_BLANKS = frozenset({0x09, 0x20, 0xA0, 0x2002, 0x2003, 0x2005, 0x2009, 0x200A, 0x202F, 0x3000})
# Latin ligatures; CJK radicals, and ideographs that exist twice: what they are drawn for is their usual form.
_FORMS = ((0xFB00, 0xFB06), (0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFD))


@lru_cache(maxsize=16384)
def sign_of(code: int) -> str:
    """The text of a character code: mostly one sign, more for a ligature, blank for control characters."""
    if code in _BLANKS:
        return " "
    if code in _HYPHENS:
        return "-"
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code < 0x20 or 0x7F <= code < 0xA0:
        return " "
    if any(first <= code <= last for first, last in _FORMS):
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)


@lru_cache(maxsize=16384)
def is_meaningless(code: int) -> bool:
    """Whether a code says nothing of the letter that is drawn: none at all, or one of the font's own."""
    if code in {0, 0xFFFD} or code > 0x10FFFF:
        return True
    return any(first <= code <= last for first, last in _PRIVATE)
