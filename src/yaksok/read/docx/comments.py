"""Comments: who wrote what about which words (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaksok.read.docx.names import w

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = w("t")
_BLANKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_GONE = frozenset({w("del"), w("moveFrom")})


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; its paragraphs are lines of its text."""

    text: str
    author: str
    date: str


def read_comments(root: _Element | None) -> dict[str, Comment]:
    """The comments of a document by their ids."""
    comments: dict[str, Comment] = {}
    for element in root.iterfind(w("comment")) if root is not None else ():
        paragraphs = [plain_text(paragraph) for paragraph in element.iter(w("p"))]
        comment = Comment(
            "\n".join(paragraphs).strip(), element.get(w("author"), ""), element.get(w("date"), "")
        )
        comments.setdefault(element.get(w("id"), ""), comment)
    return comments


def plain_text(element: _Element, *, deleted: bool = False) -> str:
    """The letters in an element, without anything that hangs on them; with `deleted`, also what was deleted."""
    pieces: list[str] = []
    for child in element:
        tag = child.tag
        if tag == _TEXT or (deleted and tag == w("delText")):
            pieces.append(child.text or "")
        elif tag in _BLANKS:
            pieces.append(_BLANKS[tag])
        elif deleted or tag not in _GONE:
            pieces.append(plain_text(child, deleted=deleted))
    return "".join(pieces)
