"""Text boxes in a drawing, and which of several versions of it to read (markup compatibility)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yaksok.read.docx.names import COMPATIBILITY, w

if TYPE_CHECKING:
    from lxml.etree import _Element

ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
_CHOICE = f"{{{COMPATIBILITY}}}Choice"
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_BOX = w("txbxContent")
_READABLE = tuple(
    w(name) for name in ("t", "txbxContent", "sym", "tab", "br", "fldChar", "footnoteReference", "p")
)


def chosen(alternatives: _Element) -> _Element | None:
    """The version to read: the first choice that holds any text, or else the fallback.

    Word writes a text box twice, as a drawing and as VML for older programs; both hold the same.
    """
    for choice in alternatives.iterfind(_CHOICE):
        if next(choice.iter(*_READABLE), None) is not None:
            return choice
    fallback = alternatives.find(_FALLBACK)
    return fallback if fallback is not None else alternatives.find(_CHOICE)


def text_boxes(drawing: _Element) -> Iterator[_Element]:
    """The contents of a drawing's outermost text boxes, in order."""
    for child in drawing:
        if child.tag == _BOX:
            yield child
        elif child.tag == ALTERNATIVES:
            version = chosen(child)
            if version is not None:
                yield from text_boxes(version)
        else:
            yield from text_boxes(child)
