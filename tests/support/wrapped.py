"""Lines as office programs break Korean text: at any syllable, or between words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yaksok.outline.lines import display_width

# Words in Latin letters and figures stay whole; closing signs stay on the line of what they close.
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,'&%]*|\s+|.")
_NOT_FIRST = frozenset("),.」』’”》〉;:?!]%·‧ㆍ")


def broken_anywhere(paragraph: str, width: int) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph set at `width` columns, and whether a space stood at each line's end."""
    line, columns = "", 0
    for token in _TOKEN.findall(paragraph):
        size = 1 if token.isspace() else display_width(token)
        if columns + size > width and line.strip() and not token.isspace() and token not in _NOT_FIRST:
            yield line.rstrip(), line.endswith(" ")
            line, columns = "", 0
        line += " " if token.isspace() else token
        columns += size
    if line.strip():
        yield line.rstrip(), False


def broken_between_words(paragraph: str, width: int) -> Iterator[tuple[str, bool]]:
    """The same, where a line breaks between words only."""
    line = ""
    for word in paragraph.split():
        if line and display_width(f"{line} {word}") > width:
            yield line, True
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line, False


def text_of(
    paragraphs: Iterable[Iterable[tuple[str, bool]]], *, marked: bool
) -> tuple[str, list[bool | None]]:
    """One text of broken paragraphs, and for each line whether a space stood at its end (None: a paragraph's).

    `marked` keeps these spaces in the text.
    """
    lines: list[str] = []
    spaces: list[bool | None] = []
    for paragraph in paragraphs:
        for line, space in paragraph:
            lines.append(line + " " * (marked and space))
            spaces.append(space)
        spaces[-1] = None
    return "\n".join(lines), spaces
