"""A web page to text: the article, with the site's furniture in its place and marked as such."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from yaksok.errors import NestedTooDeep, SourceEmpty
from yaksok.read.cleaning import clean_text, encoding_problems
from yaksok.read.decoding import decode
from yaksok.read.html.charset import declared_charset, nests_deeper_than
from yaksok.read.html.furniture import Element, add_up, article, linked_branches, settle
from yaksok.read.html.layout import Page
from yaksok.read.html.lines import Flattener
from yaksok.read.html.notes import resolve
from yaksok.read.html.rows import Line
from yaksok.read.html.titles import language_hint, title_hint
from yaksok.read.sources import RawSource
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText

DEEPEST = 5_000
"""Hand-made and exported pages stay below 300; at this depth parsing still takes only a second."""

# A line that is one link and names a file or is a button's word ("목록", "인쇄") is furniture anywhere.
_FILE = re.compile(r"\.(?:hwpx?|pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|txt|odt)\b", re.IGNORECASE)
_BUTTON_LETTERS = 12


def read(raw: RawSource) -> SourceText:
    """The text of a page. Raises NestedTooDeep, NotText, EncodingUnknown or SourceEmpty."""
    decoded = decode(raw.data, origin=raw.origin, declared=declared_charset(raw.data))
    markup = clean_text(decoded.text)
    if nests_deeper_than(markup.text, DEEPEST):
        raise NestedTooDeep(path=raw.origin, limit=f"{DEEPEST:,}")
    tree = LexborHTMLParser(markup.text)
    page = Flattener()
    if tree.body is not None:
        page.flatten(tree.body)
    lines, notes = resolve(page.lines)
    furniture = _is_furniture(lines, page.elements)
    assembled = Page(lines, page.elements, furniture, page.tables, page.cells, notes).assemble()
    text = assembled.text
    if not text.strip():
        raise SourceEmpty(path=raw.origin)
    return SourceText(
        text=text,
        media_type="text/html",
        sha256=raw.sha256,
        encoding=decoded.encoding,
        origin=raw.origin,
        chrome=assembled.chrome,
        layout=assembled.layout,
        title_hint=title_hint(tree, _headings(lines, page.elements)),
        language_hint=language_hint(tree),
        problems=_problems(markup.problems, page.problems, encoding_problems(decoded, text)),
    )


def _is_furniture(lines: Sequence[Line], elements: Sequence[Element]) -> list[bool]:
    add_up(elements)
    furniture = settle(elements)
    linked = linked_branches(elements, article(elements, furniture)) if elements else []
    return [_is_furniture_line(line, furniture, linked) for line in lines]


def _is_furniture_line(line: Line, furniture: Sequence[bool], linked: Sequence[bool]) -> bool:
    if line.element >= 0 and furniture[line.element]:
        return True
    letters = len(line.text.strip())
    if line.link_letters * 10 >= letters * 9 and (letters <= _BUTTON_LETTERS or _FILE.search(line.text)):
        return True
    return line.element >= 0 and linked[line.element] and not line.heading


def _headings(lines: Sequence[Line], elements: Sequence[Element]) -> list[str]:
    furniture = settle(elements)
    return [line.text.strip() for line in lines if line.heading and not furniture[line.element]]


def _problems(
    first: tuple[Problem, ...], later: dict[str, Problem], decoding: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    known = {problem.number for problem in first}
    return (*decoding, *first, *(problem for number, problem in later.items() if number not in known))
