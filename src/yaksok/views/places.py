"""Where words stand in a file, said so that a reader finds them there."""

from __future__ import annotations

import re

from yaksok.records.layout import Layout
from yaksok.records.mentions import Span
from yaksok.records.statement import Document
from yaksok.views.addresses import Addresses

_SECTION = re.compile(r"section(\d+)/")
_PARAGRAPH = re.compile(r"section\d+/p(\d+)")
_CELL = re.compile(r"/table(\d+)/r(\d+)c\d+(?:/|$)")
_LONGEST_HEADING = 60
_HEADINGS = 2  # a page repeats its lower headings, so that one alone would not lead there


def place_in_words(document: Document, span: Span) -> str:
    """Such as "page 3", "paragraph 12", "section 2, paragraph 4, table 1, row 3", "line 7"; all count from 1.

    On a web page, which has neither pages nor countable paragraphs, it is the heading above: under “Goals”. Empty
    if the file tells nothing that a reader could look for.
    """
    layout = document.layout
    if layout is None or not layout.places:
        return f"line {document.text.count(chr(10), 0, span[0]) + 1}"
    covered = Addresses(layout).places(span)
    if not covered:
        return ""
    first = covered[0]
    if first.page is not None:
        return f"page {first.page}"
    if _SECTION.match(first.path):
        return _in_file(first.path, of_several=_has_several_sections(layout))
    return _under_heading(document, span)


def _has_several_sections(layout: Layout) -> bool:
    found = (_SECTION.match(place.path) for place in reversed(layout.places))
    return any(match is not None and match[1] != "0" for match in found)


def _in_file(path: str, *, of_several: bool) -> str:
    section, paragraph, cell = _SECTION.match(path), _PARAGRAPH.match(path), _CELL.search(path)
    words = [f"section {int(section[1]) + 1}"] if section and of_several else []
    words += [f"paragraph {int(paragraph[1]) + 1}"] if paragraph else []
    words += [f"table {int(cell[1]) + 1}, row {int(cell[2]) + 1}"] if cell else []
    return ", ".join(words)


def _under_heading(document: Document, span: Span) -> str:
    statement = next((each for each in document.statements if each.span[0] <= span[0] < each.span[1]), None)
    if statement is None or not statement.trail:
        return ""
    heading = " › ".join(statement.trail[-_HEADINGS:])
    short = heading if len(heading) <= _LONGEST_HEADING else heading[: _LONGEST_HEADING - 1] + "…"
    return f"under “{short}”"
