"""The lines of a text as the layout shows them: indent, width, blank lines, trailing space."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaksok.outline.marks import Mark, mark_at

_INDENT = re.compile(r"[ \t\u00a0\u2000-\u200b\u3000\ufeff]*")
_MARKUP = re.compile(r"(?:>\s?){0,3}(?:(#{1,6})\s+)?")
_WIDE_SPACE = "\u3000"
TAB_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line with ink on it.

    `start` and `end` are document offsets of its body, without indent and trailing white space;
    `full_end` is the offset of its line break. `indent` counts columns (a full-width space is
    two, a tab four). `blanks` is the number of blank lines above it. `trailing_space` tells
    that white space follows the body, which in texts wrapped inside words says "a new word
    begins on the next line". `hashes` is the level of a Markdown heading, 0 for other lines; its
    signs, whole-line bold and quote signs are no part of the body. `mark` is what it opens with; an
    `automatic` one takes no room in the text. Where the file keeps paragraphs, `opens` is False for the lines
    of a paragraph behind its first. `anchor` is the offset that a line of a footnote belongs to.
    `frame` is the address of the cell or text box that it stands in, `size` the height of its letters in points,
    0 where the file does not tell.
    """

    start: int
    end: int
    full_end: int
    indent: int
    blanks: int
    trailing_space: bool
    text: str
    new_page: bool = False
    hashes: int = 0
    mark: Mark | None = None
    opens: bool = True
    anchor: int | None = None
    automatic: bool = False
    frame: str = ""
    size: float = 0.0

    @property
    def marked(self) -> bool:
        """Whether it opens with a mark."""
        return self.mark is not None

    @property
    def width(self) -> int:
        """Columns from the margin to the end of the body."""
        return self.indent + display_width(self.text)


def display_width(text: str) -> int:
    """Columns of a text as Korean type sets it: what KS X 1001 holds is two wide, ASCII one.

    Measured by encoding, which is many times faster than asking for each character.
    """
    return len(text) if text.isascii() else len(text.encode("cp949", "replace"))


def indent_columns(blank: str) -> int:
    """Columns that leading white space takes."""
    if blank.isascii() and "\t" not in blank:
        return len(blank)
    columns = 0
    for sign in blank:
        if sign == "\t":
            columns += TAB_WIDTH
        elif sign == _WIDE_SPACE:
            columns += 2
        elif sign not in "\u200b\ufeff":
            columns += 1
    return columns


def _markup(body: str) -> tuple[int, int, int]:
    """Level of a Markdown heading, and how many signs to leave out at both ends of a line."""
    match = _MARKUP.match(body)
    left = match.end() if match else 0
    hashes = len(match.group(1) or "") if match else 0
    inner = body[left:]
    if inner.startswith("**") and inner.endswith("**") and len(inner) > 4 and "**" not in inner[2:-2]:
        return hashes, left + 2, 2
    return (hashes, left, 0) if inner.strip() else (0, 0, 0)


def split_lines(text: str, page_breaks: tuple[int, ...] = ()) -> list[Line]:
    """The lines of a document that carry ink, in order; `page_breaks` are offsets of new pages."""
    lines: list[Line] = []
    position = blanks = 0
    new_page = False
    breaks = iter(page_breaks)
    next_break = next(breaks, None)
    for raw in text.split("\n"):
        end = position + len(raw)
        while next_break is not None and next_break <= end:
            new_page = True
            next_break = next(breaks, None)
        body = raw.strip(" \t\r\v\u00a0\u2000\u2001\u2002\u2003\u2009\u200a\u200b\u3000\ufeff|")
        if not body:
            blanks += 1
        else:
            at = raw.find(body)
            blank = _INDENT.match(raw)
            width = indent_columns(blank.group()) if blank else 0
            start = position + at
            body_end = start + len(body)
            trailing = body_end < end and raw[at + len(body)] in " \u00a0\u3000"
            hashes = 0
            if body[0] in "#>*":
                hashes, left, right = _markup(body)
                start, body_end, body = start + left, body_end - right, body[left : len(body) - right]
            lines.append(
                Line(
                    start,
                    body_end,
                    end,
                    width,
                    blanks,
                    trailing,
                    body,
                    new_page,
                    hashes,
                    mark_at(body),
                )
            )
            blanks = 0
            new_page = False
        position = end + 1
    return lines
