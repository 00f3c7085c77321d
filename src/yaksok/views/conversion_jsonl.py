"""A reading as objects, one for each thing of the layout, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from yaksok.records.layout import Annotation, Layout, Place, Table
from yaksok.records.mentions import Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Document

Element = dict[str, object]


def elements_of(source: SourceText, document: Document) -> Iterator[Element]:
    """The document, then its paragraphs, tables, notes, links, annotations and page breaks.

    Spans count characters of the document's text. Text that stands in no paragraph of a layout gives one object
    for each of its lines, whose path is its number from 1.
    """
    layout = document.layout or Layout()
    yield _document(source, document)
    text = document.text
    found: list[tuple[int, int, Element]] = []
    found += [(place.span[0], 2, _paragraph(place, text)) for place in layout.places]
    found += [(start, 2, line) for start, line in _lines(text, layout.places)]
    found += [(table.span[0], 1, _table(table, text)) for table in layout.tables]
    for note in layout.notes:
        element: Element = {"element": "note", "kind": note.kind, "mark": note.mark, "anchor": note.anchor}
        found.append((note.span[0], 1, element | _stretch(note.span, text)))
    for link in layout.links:
        found.append(
            (link.span[0], 3, {"element": "link", "target": link.target} | _stretch(link.span, text))
        )
    found += [(annotation.span[0], 4, _annotation(annotation)) for annotation in layout.annotations]
    found += [(offset, 0, {"element": "page_break", "offset": offset}) for offset in source.page_breaks]
    found.sort(key=lambda entry: entry[:2])
    yield from (element for _, _, element in found)


def _document(source: SourceText, document: Document) -> Element:
    return {
        "element": "document",
        "path": source.origin,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "title": document.title,
        "language": document.language,
        "characters": len(document.text),
    }


def _paragraph(place: Place, text: str) -> Element:
    return {
        "element": "paragraph",
        "path": place.path,
        "kind": place.kind,
        "page": place.page,
        "box": list(place.box) if place.box else None,
        "mark": place.mark,
        "level": place.mark_level,
        "heading": place.heading,
        "indent": place.indent,
    } | _stretch(place.span, text)


def _table(table: Table, text: str) -> Element:
    cells = [
        {
            "row": cell.row,
            "column": cell.column,
            "row_span": cell.row_span,
            "column_span": cell.column_span,
            "header": cell.header,
        }
        | _stretch(cell.span, text)
        for cell in table.cells
    ]
    return {"element": "table", "path": table.path, "span": list(table.span), "cells": cells}


def _annotation(annotation: Annotation) -> Element:
    return {
        "element": "annotation",
        "kind": annotation.kind,
        "author": annotation.author,
        "date": annotation.date,
        "span": list(annotation.span),
        "text": annotation.text,
    }


def _stretch(span: Span, text: str) -> Element:
    return {"span": list(span), "text": text[span[0] : span[1]]}


def _lines(text: str, places: tuple[Place, ...]) -> Iterator[tuple[int, Element]]:
    """Lines with a sign on them that no paragraph has, each without what paragraphs have of it."""
    spans = sorted(place.span for place in places)
    starts = [start for start, _ in spans]
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = at + len(line)
        first = max(0, bisect_right(starts, at) - 1)
        start = at
        for place_start, place_end in spans[first : bisect_right(starts, end)]:
            if start < place_start and text[start:place_start].strip():
                yield start, _line(number, (start, place_start), text)
            start = max(start, place_end)
        if start < end and text[start:end].strip():
            yield start, _line(number, (start, end), text)
        at = end + 1


def _line(number: int, span: Span, text: str) -> Element:
    return {"element": "line", "path": f"line{number}"} | _stretch(span, text)
