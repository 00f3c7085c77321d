"""Checks of a reading: every span gives back its words, nothing of the text is missing or told twice."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from yaksok.read.cleaning import clean_text
from yaksok.records.layout import Layout, Table
from yaksok.records.mentions import Mention, Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Document, Statement
from yaksok.views.alignment import aligned
from yaksok.views.safety import visible

_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that does not hold: of which statement (None: of the document), what, and both sides of it."""

    statement: int | None
    what: str
    expected: str
    found: str

    def line(self) -> str:
        """The difference in one line."""
        of = f"statement {self.statement}, " if self.statement is not None else ""
        return f"{of}{self.what}: expected {self.expected}, found {self.found}"


def differences(source: SourceText, document: Document) -> Iterator[Difference]:
    """What does not hold of a reading by itself."""
    yield from _tiling(document)
    for statement in document.statements:
        yield from _words(statement, document.text)
    if document.layout is not None:
        yield from _layout(document.layout, len(document.text))
    if Counter(source.text) != Counter(document.text):
        yield Difference(
            None,
            "characters of the text",
            f"the {len(source.text)} of the file",
            f"{len(document.text)} others",
        )


def fingerprint(source: SourceText, document: Document) -> str:
    """A hash of all that was read; two readings of the same bytes must have the same."""
    return hashlib.sha256(repr((source, document)).encode("utf-8", "surrogatepass")).hexdigest()


def quoted(text: str) -> str:
    """A text as it stands in a difference: on one line, cut, in quotes."""
    shown = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return json.dumps(visible(shown), ensure_ascii=False)


# -- statements -------------------------------------------------------------------------------


def _tiling(document: Document) -> Iterator[Difference]:
    place = 0
    for number, statement in enumerate(document.statements, 1):
        start, end = statement.extent
        if statement.n != number:
            yield Difference(statement.n, "number", str(number), str(statement.n))
        if start != place:
            yield Difference(statement.n, "beginning of its extent", str(place), str(start))
        if not start <= statement.span[0] <= statement.span[1] <= end:
            yield Difference(statement.n, "span", f"within its extent {start}–{end}", _range(statement.span))
        place = end
    if place != len(document.text) and document.text.strip():
        yield Difference(None, "end of the last extent", str(len(document.text)), str(place))


def _words(statement: Statement, text: str) -> Iterator[Difference]:
    if statement.role != "meta" and aligned(statement.text, text, statement.span) is None:
        yield Difference(statement.n, "text", quoted(statement.text), quoted(text[slice(*statement.span)]))
    for mention in mentions(statement):
        start, end = mention.span
        if not statement.span[0] <= start < end <= statement.span[1]:
            yield Difference(
                statement.n, "span of a mention", f"within {_range(statement.span)}", _range(mention.span)
            )
        elif aligned(mention.text, text, mention.span) is None:
            yield Difference(statement.n, "mention", quoted(mention.text), quoted(text[start:end]))
    for cell in statement.cells:
        if not 0 <= cell.span[0] <= cell.span[1] <= len(text):
            yield Difference(statement.n, "span of a cell", f"within 0–{len(text)}", _range(cell.span))


def mentions(statement: Statement) -> Iterable[Mention]:
    """All that a statement names."""
    return chain(statement.parties, statement.times, statement.quantities, statement.names)


# -- layout -----------------------------------------------------------------------------------


def _layout(layout: Layout, length: int) -> Iterator[Difference]:
    everything = (
        ("a paragraph", (place.span for place in layout.places)),
        ("a table", (table.span for table in layout.tables)),
        ("a note", (note.span for note in layout.notes)),
        ("an anchor of a note", ((note.anchor, note.anchor) for note in layout.notes)),
        ("a link", (link.span for link in layout.links)),
        ("an annotation", (annotation.span for annotation in layout.annotations)),
    )
    for name, spans in everything:
        for span in spans:
            if not 0 <= span[0] <= span[1] <= length:
                yield Difference(None, f"span of {name}", f"within 0–{length}", _range(span))
    for before, after in pairwise(layout.places):
        if after.span[0] < before.span[1]:
            what = f"beginning of {quoted(after.path)}"
            yield Difference(
                None, what, f"behind {quoted(before.path)} at {before.span[1]}", str(after.span[0])
            )
    yield from _paths(layout)
    for table in layout.tables:
        yield from _cells(table)


def _paths(layout: Layout) -> Iterator[Difference]:
    seen: set[str] = set()
    for place in layout.places:
        if place.path in seen:
            yield Difference(None, "address", f"{quoted(place.path)} once", "it twice")
        seen.add(place.path)


def _cells(table: Table) -> Iterator[Difference]:
    for cell in table.cells:
        if not table.span[0] <= cell.span[0] <= cell.span[1] <= table.span[1]:
            what = f"span of cell {cell.row}, {cell.column} of {quoted(table.path)}"
            yield Difference(None, what, f"within {_range(table.span)}", _range(cell.span))
    for before, after in pairwise(table.cells):
        if (after.row, after.column) <= (before.row, before.column):
            what = f"cell behind {before.row}, {before.column} of {quoted(table.path)}"
            yield Difference(None, what, "a later one", f"{after.row}, {after.column}")


# -- the file itself --------------------------------------------------------------------------


_RUNNING = frozenset({"header", "footer", "page_number"})


def address_differences(
    source: SourceText, located: Iterable[tuple[str, str | None]]
) -> Iterator[Difference]:
    """Where paragraphs of a file, found on another way, are not what the reading has at their addresses.

    `located` are paths with the characters that the file has there, None where that way cannot tell; a path that
    ends in a slash stands for all below it. White space does not count, and running heads need not be located.
    """
    layout = source.layout or Layout()
    read = {place.path: source.text[slice(*place.span)] for place in layout.places}
    running = {place.path for place in layout.places if place.kind in _RUNNING}
    untold: list[str] = []
    for path, text in located:
        if path.endswith("/"):
            untold.append(path)
            continue
        found = read.pop(path, "")
        if text is not None and _ink(found) != _ink(text) and not (path in running and not found):
            yield Difference(
                None, f"paragraph {quoted(path)}", f"{quoted(text)} as in the file", quoted(found)
            )
    for path, text in read.items():
        if _ink(text) and path not in running and not path.startswith(tuple(untold)):
            yield Difference(None, f"paragraph {quoted(path)}", "nothing, as in the file", quoted(text))


def _ink(text: str) -> str:
    return "".join(clean_text(text).text.split())


def _range(span: Span) -> str:
    return f"{span[0]}–{span[1]}"
