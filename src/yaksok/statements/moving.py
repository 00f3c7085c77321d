"""The layout of a text after some of its characters have moved (see `layout.reading_order`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yaksok.records.layout import Layout
from yaksok.records.mentions import Span
from yaksok.records.statement import TableCell


def moved_layout(layout: Layout, moved: Sequence[int]) -> Layout:
    """The layout with its spans on the moved text; `moved` gives the new offset of each old one."""
    places = [replace(place, span=moved_span(place.span, moved)) for place in layout.places]
    tables = [
        replace(
            table,
            span=moved_span(table.span, moved),
            cells=tuple(
                replace(
                    cell,
                    span=moved_span(cell.span, moved),
                    breaks=tuple(moved[at] for at in cell.breaks),
                )
                for cell in table.cells
            ),
        )
        for table in layout.tables
    ]
    return replace(
        layout,
        places=tuple(sorted(places, key=lambda place: place.span)),
        tables=tuple(tables),
        notes=tuple(
            replace(note, anchor=_moved_edge(note.anchor, moved), span=moved_span(note.span, moved))
            for note in layout.notes
        ),
        annotations=tuple(replace(note, span=moved_span(note.span, moved)) for note in layout.annotations),
        links=tuple(replace(link, span=moved_span(link.span, moved)) for link in layout.links),
    )


def moved_cell(cell: TableCell, moved: Sequence[int]) -> TableCell:
    """The cell of a statement on the moved text."""
    return replace(cell, span=moved_span(cell.span, moved))


def moved_span(span: Span, moved: Sequence[int]) -> Span:
    """Where a span has gone: from its first character to its last."""
    start, end = span
    if start >= end:
        at = _moved_edge(start, moved)
        return at, at
    first, last = moved[start], moved[end - 1]
    return (first, last + 1) if first <= last else (last, first + 1)


def _moved_edge(offset: int, moved: Sequence[int]) -> int:
    """An offset between two characters stays behind the one before it."""
    if not offset or not moved:
        return 0
    return moved[min(offset, len(moved)) - 1] + 1
