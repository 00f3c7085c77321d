"""The text that recognition made of a scanned PDF, given in a file beside it.

For `plan.pdf` that is `plan.pdf.ocr.txt`, its pages parted by form feeds, as the usual programs write it.
"""

from __future__ import annotations

from yaksok.errors import ReadingError
from yaksok.read.cleaning import clean_text
from yaksok.read.decoding import decode
from yaksok.read.pdf.content import Line
from yaksok.read.sources import STANDARD_INPUT, open_source

SUFFIX = ".ocr.txt"
_SIZE = 10.0
_INDENT = " \t\u3000"


def beside(origin: str) -> str | None:
    """The name of the file with the recognised text of a PDF; standard input has none."""
    return None if origin == STANDARD_INPUT else origin + SUFFIX


def recognised_pages(origin: str) -> list[str] | None:
    """The recognised text of each page; None without such a file. Raises as reading a text file does."""
    path = beside(origin)
    if path is None:
        return None
    try:
        raw = open_source(path)
    except ReadingError as error:
        if error.wording.number == "Y101":
            return None
        raise
    pages = decode(raw.data, origin=path).text.split("\f")
    # Some programs end the last page with a form feed too.
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return pages


def recognised_lines(text: str) -> list[Line]:
    """The lines of a recognised page: no place on the page, but indents and empty lines as they were written."""
    lines: list[Line] = []
    gap = 0
    for raw in clean_text(text).text.split("\n"):
        body = raw.lstrip(_INDENT)
        if not body.strip():
            gap += 1
            continue
        indent = sum(
            2 if sign == "\u3000" else 4 if sign == "\t" else 1 for sign in raw[: len(raw) - len(body)]
        )
        lines.append(Line(body, 0, 0, 0, _SIZE, indent=indent, gap=gap if lines else 0))
        gap = 0
    return lines
