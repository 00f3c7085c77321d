"""The lines of a page as one text, with the layout that the page tells: places, tables, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from yaksok.read.html.furniture import Element
from yaksok.read.html.notes import PageNote
from yaksok.read.html.rows import Line
from yaksok.read.html.tables import CellDraft, TableDraft
from yaksok.read.office.limits import within_table
from yaksok.records.layout import Cell, Layout, Note, Place, PlaceKind, Table
from yaksok.records.mentions import Span


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of a page, the stretches of neighbouring lines that are furniture, and the layout."""

    text: str
    chrome: tuple[Span, ...]
    layout: Layout


@dataclass(slots=True)
class Page:
    """What was collected of a page. `furniture` says for each line whether it is some."""

    lines: Sequence[Line]
    elements: Sequence[Element]
    furniture: Sequence[bool]
    tables: Sequence[TableDraft]
    cells: list[CellDraft]
    notes: Sequence[PageNote]
    _uses: Counter[str] = field(default_factory=Counter)
    _note_lines: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._note_lines = frozenset(line for note in self.notes for line in range(note.first, note.last))

    def assemble(self) -> Assembled:
        """The page as text with a layout. Spans of furniture are whole lines."""
        starts, text, chrome = self._text()
        spans = [(start, start + len(line.text)) for start, line in zip(starts, self.lines, strict=True)]
        cells = self._cell_spans(spans)
        layout = Layout(
            places=tuple(
                place for number in range(len(spans)) for place in self._places(number, spans[number], cells)
            ),
            tables=tuple(sorted(self._tables(cells), key=lambda table: (table.span[0], -table.span[1]))),
            notes=tuple(self._note(note, spans) for note in self.notes),
        )
        return Assembled(text, chrome, layout)

    def _text(self) -> tuple[list[int], str, tuple[Span, ...]]:
        pieces: list[str] = []
        starts: list[int] = []
        chrome: list[Span] = []
        length = 0
        previous = False
        for line, is_furniture in zip(self.lines, self.furniture, strict=True):
            # Furniture and article are always set apart, so that neither runs on into the other.
            gap = "\n" if pieces and (line.apart or is_furniture != previous) else ""
            start = length + len(gap)
            piece = f"{gap}{line.text}\n"
            pieces.append(piece)
            starts.append(start)
            length += len(piece)
            if is_furniture and previous and chrome:
                chrome[-1] = (chrome[-1][0], length)
            elif is_furniture:
                chrome.append((start, length))
            previous = is_furniture
        return starts, "".join(pieces), tuple(chrome)

    # Places

    def _places(self, number: int, span: Span, cells: Mapping[int, Span]) -> list[Place]:
        line = self.lines[number]
        if line.cells:
            shown = ((self.cells[cell].selector, cells[cell]) for cell in line.cells)
            return [Place(at, self._path(selector)) for selector, at in shown if at[1] > at[0]]
        selector = self.elements[line.element].selector if line.element >= 0 else "body"
        kind: PlaceKind = "body"
        if number in self._note_lines:
            kind = "footnote"
        elif line.element >= 0 and self.elements[line.element].tag == "caption":
            kind = "caption"
        heading = 0 if self.furniture[number] else line.level
        return [Place(span, self._path(selector), kind=kind, heading=heading)]

    def _path(self, selector: str) -> str:
        """The address of an element's next line; the first has that of the element."""
        used = self._uses[selector]
        self._uses[selector] += 1
        return f"{selector}/line{used}" if used else selector

    # Tables

    def _cell_spans(self, spans: Sequence[Span]) -> dict[int, Span]:
        """The span of every cell that has a line: its part of a row's line, or its own lines."""
        found: dict[int, Span] = {}
        for line, (start, end) in zip(self.lines, spans, strict=True):
            if line.cells:
                found.update(_parts(line, start))
            for cell in line.inside:
                found[cell] = (found.get(cell, (start, end))[0], end + 1)
        return found

    def _tables(self, spans: Mapping[int, Span]) -> list[Table]:
        drafts = (draft for draft in self.tables if draft.is_data(self.cells))
        return [table for draft in drafts if (table := self._table(draft, spans)) is not None]

    def _table(self, draft: TableDraft, spans: Mapping[int, Span]) -> Table | None:
        known = [spans[number] for number in draft.cells if number in spans]
        if not known:
            return None
        cells: list[Cell] = []
        at = known[0][0]
        for number in draft.cells:
            cell = self.cells[number]
            span = spans.get(number, (at, at))
            at = max(at, span[1])
            rows = max(min(cell.row_span, draft.rows - cell.row), 1)
            cells.append(
                Cell(
                    span,
                    cell.row,
                    cell.column,
                    rows,
                    cell.column_span,
                    cell.header,
                    own_lines=not cell.phrase,
                )
            )
        span = known[0][0], max(end for _, end in known)
        return Table(span, draft.selector, within_table(_in_order(cells)))

    def _note(self, note: PageNote, spans: Sequence[Span]) -> Note:
        text = (spans[note.first][0], spans[note.last - 1][1] + 1)
        return Note(spans[note.line][0] + note.offset, text, note.mark, "footnote")


def _parts(line: Line, start: int) -> dict[int, Span]:
    """The cells of a row's line, which tabs part; cells at its end may be left out."""
    bare = line.text.lstrip(" ")
    at = start + len(line.text) - len(bare)
    found: dict[int, Span] = {}
    parts = bare.split("\t")
    for number, cell in enumerate(line.cells):
        part = parts[number] if number < len(parts) else ""
        found[cell] = (at, at + len(part))
        at += len(part) + (number + 1 < len(parts))
    return found


def _in_order(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells by rows, then columns; of cells that a page puts in one place the first."""
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return tuple(next(same) for _, same in groupby(ordered, key=lambda cell: (cell.row, cell.column)))
