"""A reading laid out to be looked at: its statements in order, tables as tables, notes apart, pages marked.

Every format of `yaksok convert` is made from this. Nothing of the text is left out: what stands in no table and
no note is shown where it stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol

from yaksok.records.layout import Cell, Layout, Note, Place, Table
from yaksok.records.mentions import Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Document, Statement
from yaksok.views.addresses import Addresses
from yaksok.views.conversion_lines import Cutter, Line
from yaksok.views.conversion_tables import NestedTable, grid_of, nested_tables

_LONGEST_HEADING = 100
"""Letters of a numbered heading that is shown as one; longer ones are sentences that have something below them."""
_DEEPEST_HEADING = 6
# Letters that serve as bullets, so that a statement behind them is an item of a list.
_LETTER_BULLETS = frozenset("ㅇoO0")


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement, or a part of it that stands outside of tables.

    `level` is 2 to 6 for what is shown as a heading, 1 for the title, 0 for items; `depth` counts the
    items that it hangs below.
    """

    statement: Statement
    line: Line
    level: int
    depth: int


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell with its lines and inner tables, in order."""

    cell: Cell
    header: bool
    content: tuple[Line | ShownTable, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table; `furniture`: nothing in it but page furniture."""

    table: Table
    cells: tuple[ShownCell, ...]
    furniture: bool


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page begins, with its number if the file has one; the first page begins without."""

    page: int | None


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note and its lines."""

    note: Note
    lines: tuple[Line, ...]


Part = ShownStatement | ShownTable | PageBreak
Spanned = tuple[ShownCell, int, int]
"""A cell with the rows and columns that it spans."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading as it is shown. `notes` are in the order of the layout."""

    source: SourceText
    document: Document
    addresses: Addresses | None
    parts: tuple[Part, ...]
    notes: tuple[ShownNote, ...]

    @property
    def layout(self) -> Layout:
        """The document's layout; an empty one for a file of nothing but characters."""
        return self.document.layout or Layout()


class Rank(NamedTuple):
    """How a statement is shown: `level` and `depth` are those of `ShownStatement`."""

    level: int
    depth: int


class Ranked(Protocol):
    """What the rank of a statement is told by."""

    @property
    def parent(self) -> int | None:
        """The number of the statement above."""

    @property
    def role(self) -> str:
        """Its role."""

    @property
    def marker(self) -> str:
        """Its marker."""

    @property
    def text(self) -> str:
        """Its words, or more of their beginning than a heading has."""


def shown(
    source: SourceText,
    document: Document,
    *,
    ranks: Mapping[int, Rank] | None = None,
    cuts: Iterable[int] = (),
) -> Shown:
    """The reading of a source, laid out.

    Of a part of a document, whose statements are not all there, `ranks` are needed, by number. `cuts` are
    offsets at which words are cut, so that marks can be set there.
    """
    known = ranks_of(document.statements) if ranks is None else ranks
    return _Layouter(source, document, known, cuts).shown()


def table_rows(table: ShownTable) -> list[list[Spanned | None]]:
    """The cells by rows, None for gaps; each in one row and column where the cells make no grid."""
    grid = grid_of([cell.cell for cell in table.cells])
    if grid is None:
        rows: dict[int, list[Spanned | None]] = {}
        for cell in table.cells:
            rows.setdefault(cell.cell.row, []).append((cell, 1, 1))
        return list(rows.values())
    placed: list[list[tuple[int, Spanned | None]]] = [[(gap, None) for gap in gaps] for gaps in grid.gaps]
    for cell, spot in zip(table.cells, grid.spots, strict=True):
        placed[spot.row].append((spot.column, (cell, spot.row_span, spot.column_span)))
    return [[entry for _, entry in sorted(row, key=lambda each: each[0])] for row in placed]


class _Layouter:
    """Takes a reading apart: first which stretch is shown where, then the lines themselves."""

    def __init__(
        self, source: SourceText, document: Document, ranks: Mapping[int, Rank], cuts: Iterable[int]
    ) -> None:
        self._source = source
        self._document = document
        self._layout = document.layout or Layout()
        self._addresses = Addresses(self._layout)
        self._notes = sorted(note.span for note in self._layout.notes)
        self._note_starts = [start for start, _ in self._notes]
        outer = nested_tables(self._layout.tables)
        self._tables = [table for table in outer if not self._in_note(table.table.span[0])]
        self._ranks = ranks
        self._body = self._stretches_of_statements()
        in_tables = [span for table in self._tables for span in self._stretches_of_table(table)]
        self._note_lines = [list(self._lines_of(note.span, (), own=note)) for note in self._layout.notes]
        in_notes = [span for lines in self._note_lines for span, _ in lines]
        every = sorted({*(span for spans in self._body for span in spans), *in_tables, *in_notes})
        self._cutter = Cutter(document, every, cuts)

    def shown(self) -> Shown:
        document = self._document
        parts: list[tuple[int, int, Part]] = [
            (span[0], 2, self._statement(statement, span))
            for statement, spans in zip(document.statements, self._body, strict=True)
            for span in spans
        ]
        parts += [(table.table.span[0], 1, self._table(table)) for table in self._tables]
        parts += [(offset, 0, PageBreak(page)) for offset, page in self._pages()]
        parts.sort(key=lambda part: part[:2])
        return Shown(
            self._source,
            document,
            self._addresses if document.layout is not None else None,
            tuple(part for _, _, part in parts),
            tuple(
                ShownNote(note, tuple(self._cutter.line(span, mark=mark) for span, mark in lines))
                for note, lines in zip(self._layout.notes, self._note_lines, strict=True)
            ),
        )

    # Which stretch stands where

    def _in_note(self, offset: int) -> bool:
        number = bisect_right(self._note_starts, offset) - 1
        return number >= 0 and offset < self._notes[number][1]

    def _stretches_of_statements(self) -> list[list[Span]]:
        cells = [cell.span for table in self._tables for cell in table.table.cells]
        hidden = _merged(sorted([*cells, *self._notes]))
        starts = [start for start, _ in hidden]
        text = self._document.text
        result: list[list[Span]] = []
        for statement in self._document.statements:
            left = [span for span in _without(statement.span, hidden, starts) if text[slice(*span)].strip()]
            empty = statement.span[0] == statement.span[1]
            result.append([statement.span] if empty and not self._in_note(statement.span[0]) else left)
        return result

    def _stretches_of_table(self, table: NestedTable) -> Iterator[Span]:
        for cell, inner in zip(table.table.cells, table.inner, strict=True):
            yield from (span for span, _ in self._lines_of(cell.span, inner))
            for nested in inner:
                yield from self._stretches_of_table(nested)

    def _lines_of(
        self, span: Span, inner: Sequence[NestedTable], *, own: Note | None = None
    ) -> Iterator[tuple[Span, str]]:
        """The lines of a cell or note with their automatic marks; without inner tables, and notes other than `own`."""
        first, last = bisect_left(self._note_starts, span[0]), bisect_left(self._note_starts, span[1])
        apart = [note for note in self._notes[first:last] if own is None or note != own.span]
        hidden = _merged(sorted([*(table.table.span for table in inner), *apart]))
        marked = [place for place in self._addresses.at(*span) if place.mark]
        starts = [start for start, _ in hidden]
        for part in _without(span, hidden, starts):
            at = part[0]
            for line in self._document.text[part[0] : part[1]].split("\n"):
                stretch = (at, at + len(line))
                for piece, mark in _by_marks(stretch, marked):
                    if mark or self._document.text[piece[0] : piece[1]].strip():
                        yield piece, mark
                at += len(line) + 1

    def _pages(self) -> Iterator[tuple[int, int | None]]:
        """Where pages begin: as their paragraphs say, else as the file's page breaks do."""
        page = None
        for place in self._layout.places:
            if place.page is not None and page is not None and place.page > page:
                yield place.span[0], place.page
            page = place.page or page
        if page is None:
            # Office files tell only the breaks that their author set, so they give no numbers.
            counted = self._document.layout is None
            for number, offset in enumerate(self._source.page_breaks, start=2):
                yield offset, number if counted else None

    # What is shown of them

    def _statement(self, statement: Statement, span: Span) -> ShownStatement:
        level, depth = self._ranks[statement.n]
        mark = statement.marker if span[0] == statement.span[0] else ""
        return ShownStatement(statement, self._cutter.line(span, mark=mark, of=statement), level, depth)

    def _table(self, table: NestedTable) -> ShownTable:
        cells = tuple(
            self._cell(cell, inner) for cell, inner in zip(table.table.cells, table.inner, strict=True)
        )
        lines = [line for cell in cells for line in cell.content if isinstance(line, Line)]
        owners = [
            self._cutter.statement_at(line.span[1] - 1) for line in lines if line.span[0] < line.span[1]
        ]
        furniture = bool(owners) and all(owner is not None and owner.role == "meta" for owner in owners)
        return ShownTable(table.table, cells, furniture)

    def _cell(self, cell: Cell, inner: Sequence[NestedTable]) -> ShownCell:
        content: list[tuple[int, Line | ShownTable]] = [
            (span[0], self._cutter.line(span, mark=mark)) for span, mark in self._lines_of(cell.span, inner)
        ]
        content += [(nested.table.span[0], self._table(nested)) for nested in inner]
        content.sort(key=lambda entry: entry[0])
        start, end = cell.span
        owner = self._cutter.statement_at(end - 1) if end > start else None
        header = cell.header or (owner is not None and owner.role == "heading" and not cell.own_lines)
        return ShownCell(cell, header, tuple(entry for _, entry in content))


def ranks_of(statements: Sequence[Ranked]) -> dict[int, Rank]:
    """The ranks of all statements of a document, by number: headings down to the first bullet, items below."""
    result: dict[int, Rank] = {}
    for n, statement in enumerate(statements, start=1):
        above = result[statement.parent] if statement.parent else Rank(1, -1)
        rank = Rank(0, above.depth + 1)
        if statement.role == "title":
            rank = Rank(1, 0)
        elif above.level and _is_heading(statement):
            rank = Rank(min(above.level + 1, _DEEPEST_HEADING), -1)
        result[n] = rank
    return result


def _is_heading(statement: Ranked) -> bool:
    if statement.role != "heading" or len(statement.text) > _LONGEST_HEADING:
        return False
    marker = statement.marker
    return not marker or any(sign.isalnum() and sign not in _LETTER_BULLETS for sign in marker)


def _by_marks(span: Span, marked: Sequence[Place]) -> Iterator[tuple[Span, str]]:
    """A line cut where a paragraph with an automatic mark begins inside of it; most are not cut."""
    start, end = span
    first = bisect_left(marked, start, key=_start)
    last = bisect_right(marked, start, key=_start) if start == end else bisect_left(marked, end, key=_start)
    found = {place.span[0]: place.mark for place in marked[first:last]}
    for edge, following in pairwise([*sorted({start, *found}), end]):
        yield (edge, following), found.get(edge, "")


def _start(place: Place) -> int:
    return place.span[0]


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch put together."""
    result: list[Span] = []
    for start, end in spans:
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _without(span: Span, hidden: Sequence[Span], starts: Sequence[int]) -> Iterator[Span]:
    """What is left of a span without the hidden ones, which are in order and apart; `starts` are theirs."""
    at, end = span
    for number in range(max(0, bisect_right(starts, at) - 1), bisect_left(starts, end)):
        start, stop = hidden[number]
        if start > at:
            yield at, min(start, end)
        at = max(at, stop)
    if at < end:
        yield at, end
