"""Where words stand in a file, said so that a reader finds them there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaksok.records.layout import Layout
from yaksok.records.mentions import Span
from yaksok.records.statement import Document
from yaksok.views.addresses import Addresses

_SECTION = re.compile(r"section(\d+)/")
_PARAGRAPH = re.compile(r"section\d+/p(\d+)")
_CELL = re.compile(r"/table(\d+)/r(\d+)c\d+(?:/|$)")
_LONGEST_HEADING = 60
_HEADINGS = 2  # a page repeats its lower headings, so that one alone would not lead there


@dataclass(frozen=True, slots=True)
class Where:
    """Where words stand in a file; numbers count from 1, and 0 or "" says that the file tells nothing of it.

    `under` is the heading above, for a web page, which has neither pages nor countable paragraphs.
    """

    page: int = 0
    section: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    line: int = 0
    under: str = ""


def where(document: Document, span: Span) -> Where:
    """Where a stretch of a document's text stands in its file, by what a reader could look for."""
    layout = document.layout
    if layout is None or not layout.places:
        return Where(line=document.text.count("\n", 0, span[0]) + 1)
    covered = Addresses(layout).places(span)
    if not covered:
        return Where()
    first = covered[0]
    if first.page is not None:
        return Where(page=first.page)
    if _SECTION.match(first.path):
        return _in_file(first.path, of_several=_has_several_sections(layout))
    return Where(under=_heading_above(document, span))


def place_in_words(document: Document, span: Span) -> str:
    """Such as "page 3", "paragraph 12", "section 2, paragraph 4, table 1, row 3", "line 7", under “Goals”.

    Empty if the file tells nothing that a reader could look for.
    """
    return in_words(where(document, span))


def in_words(found: Where) -> str:
    """A place in English words; empty if the file tells nothing that a reader could look for."""
    if found.under:
        return f"under “{found.under}”"
    numbered = (
        ("page", found.page),
        ("section", found.section),
        ("paragraph", found.paragraph),
        ("table", found.table),
        ("row", found.row),
        ("line", found.line),
    )
    return ", ".join(f"{name} {number}" for name, number in numbered if number)


def _has_several_sections(layout: Layout) -> bool:
    found = (_SECTION.match(place.path) for place in reversed(layout.places))
    return any(match is not None and match[1] != "0" for match in found)


def _in_file(path: str, *, of_several: bool) -> Where:
    section, paragraph, cell = _SECTION.match(path), _PARAGRAPH.match(path), _CELL.search(path)
    return Where(
        section=int(section[1]) + 1 if section and of_several else 0,
        paragraph=int(paragraph[1]) + 1 if paragraph else 0,
        table=int(cell[1]) + 1 if cell else 0,
        row=int(cell[2]) + 1 if cell else 0,
    )


def _heading_above(document: Document, span: Span) -> str:
    statement = next((each for each in document.statements if each.span[0] <= span[0] < each.span[1]), None)
    if statement is None or not statement.trail:
        return ""
    heading = " › ".join(statement.trail[-_HEADINGS:])
    return heading if len(heading) <= _LONGEST_HEADING else heading[: _LONGEST_HEADING - 1] + "…"
