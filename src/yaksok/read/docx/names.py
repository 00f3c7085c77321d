"""Names of WordprocessingML, and what its attributes say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATHEMATICS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING_TEXT = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"

STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": WORD,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": RELATION,
    "http://purl.oclc.org/ooxml/officeDocument/math": MATHEMATICS,
    "http://purl.oclc.org/ooxml/drawingml/main": DRAWING_TEXT,
}
"""Namespaces of the strict standard, and those that all other files use for the same elements."""

VALUE = f"{{{WORD}}}val"
_OFF = frozenset({"0", "false", "off"})
_LARGEST = 1 << 31


@cache
def w(name: str) -> str:
    """The tag or attribute of this name."""
    return f"{{{WORD}}}{name}"


def value(parent: _Element | None, name: str) -> str | None:
    """The value of a child element, None if there is no such child or it has none."""
    child = parent.find(w(name)) if parent is not None else None
    return child.get(VALUE) if child is not None else None


def switch(parent: _Element | None, name: str) -> bool | None:
    """Whether a property is on; None if the element does not say."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(VALUE, "1").lower() not in _OFF


def integer(text: str | None) -> int | None:
    """A whole number, also one written with decimals or a unit of points ("12pt"); None for anything else."""
    if text is None or len(text) > 24:
        return None
    try:
        number = float(text[:-2]) * 20 if text.endswith("pt") else float(text)
    except ValueError:
        return None
    return int(number) if -_LARGEST < number < _LARGEST else None


def integer_of(parent: _Element | None, name: str) -> int | None:
    """The whole number that a child element has as its value."""
    return integer(value(parent, name))
