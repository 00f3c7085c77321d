"""A flow to text with a layout: the same way for every office format, so that the same content gives the same text.

A paragraph is a line. A table row is one line with tabs between its cells, unless a cell holds more than a
phrase; then every paragraph of the row is a line of its own. Frames drawn with tables (one cell, one row, one
column) are no tables. A note follows the paragraph that it is anchored in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from yaksok.errors import SourceEmpty
from yaksok.errors.notices import KEPT_APART
from yaksok.read.cleaning import clean_text
from yaksok.read.office.cells import is_phrase_row, rows_of, stands_alone
from yaksok.read.office.flow import Flow, FlowBlock, FlowCell, FlowNote, FlowTable, Paragraph
from yaksok.read.office.limits import LONGEST_MARK, bounded, check_flow, within_table
from yaksok.read.sources import RawSource
from yaksok.records.layout import Annotation, Cell, Hyperlink, Layout, Note, Place, Table
from yaksok.records.mentions import Span
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText

_FURNITURE = frozenset({"header", "footer", "page_number"})
# Everything that `clean_text` takes for a line end, and what separates cells.
_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")


def compose(flow: Flow, raw: RawSource) -> SourceText:
    """The text of a flow.

    Raises SourceEmpty if there is nothing but white space, NestedTooDeep or UnpacksTooLarge beyond `limits`.
    """
    check_flow(flow, path=raw.origin)
    writer = _Writer()
    for block in flow.blocks:
        writer.add(block)
    writer.settle()
    text = "".join(writer.pieces)
    if not text.strip():
        raise SourceEmpty(path=raw.origin)
    layout = Layout(
        places=tuple(writer.places),
        tables=tuple(sorted(writer.tables, key=lambda table: table.span)),
        notes=tuple(writer.notes),
        annotations=tuple(writer.annotations),
        links=tuple(writer.links),
        unbroken=flow.unbroken,
        whole_words=flow.whole_words,
    )
    apart = [KEPT_APART.problem(count=len(layout.annotations))] if layout.annotations else []
    return SourceText(
        text=text,
        media_type=flow.media_type,
        sha256=raw.sha256,
        encoding=None,
        origin=raw.origin,
        chrome=tuple(writer.furniture),
        page_breaks=tuple(dict.fromkeys(writer.page_breaks)),
        title_hint=flow.title,
        language_hint="ko" if flow.language == "ko" else "en" if flow.language == "en" else None,
        problems=(*flow.problems, *writer.problems.values(), *apart),
        layout=layout,
    )


@dataclass(slots=True)
class _Writer:
    """Collects the text and what stands where in it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Place] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    links: list[Hyperlink] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    page_breaks: list[int] = field(default_factory=list)
    waiting: list[tuple[int, FlowNote]] = field(default_factory=list)
    problems: dict[str, Problem] = field(default_factory=dict)

    def add(self, block: FlowBlock) -> None:
        """Writes a block on lines of its own."""
        if isinstance(block, FlowTable):
            self.settle()
            self._add_table(block)
        else:
            self._add_paragraph(block)

    def settle(self) -> None:
        """Writes the notes of the paragraph that has just ended."""
        notes, self.waiting = self.waiting, []
        self._add_notes(notes)

    def _write(self, text: str) -> Span:
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start, self.length

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        paragraph = bounded(paragraph)
        if not paragraph.continues:
            self.settle()
        if paragraph.new_page:
            self.page_breaks.append(self.length)
        self._write("\n" * paragraph.gap)
        span = self._write_inside(paragraph)
        self._write("\n")
        if paragraph.kind in _FURNITURE and span[1] > span[0]:
            self._mark_furniture((span[0], self.length))
        self.waiting.extend(self._anchored(paragraph, span))

    def _write_inside(self, paragraph: Paragraph) -> Span:
        """Writes a paragraph's text, and notes what stands where."""
        text = self._cleaned(paragraph.text)
        span = self._write(text)
        self.places.append(
            Place(
                span,
                paragraph.path,
                paragraph.page,
                paragraph.box,
                paragraph.kind,
                paragraph.mark,
                paragraph.mark_level,
                paragraph.heading,
                paragraph.indent,
                paragraph.continues,
            )
        )
        self._add_overlays(paragraph, span)
        return span

    def _cleaned(self, text: str) -> str:
        """The text without controls; signs that must not stand become blanks, so that offsets hold."""
        cleaned = clean_text(text)
        for problem in cleaned.problems:
            self.problems.setdefault(problem.number, problem)
        if len(cleaned.text) == len(text):
            return cleaned.text
        # Something was left out or put together: only one sign for one sign keeps the reader's offsets true.
        return text.translate({ord(sign): _single(sign) for sign in set(text)})

    def _add_overlays(self, paragraph: Paragraph, span: Span) -> None:
        start, end = span
        for link in paragraph.links:
            self.links.append(
                Hyperlink((min(start + link.start, end), min(start + link.end, end)), link.target)
            )
        for note in paragraph.annotations:
            at = (min(start + note.start, end), min(start + note.end, end))
            self.annotations.append(Annotation(note.kind, at, note.text, note.author, note.date))

    def _anchored(self, paragraph: Paragraph, span: Span) -> list[tuple[int, FlowNote]]:
        return [(min(span[0] + note.offset, span[1]), note) for note in paragraph.notes]

    def _add_notes(self, notes: Iterable[tuple[int, FlowNote]]) -> None:
        for anchor, note in notes:
            start = self.length
            for block in note.blocks:
                self.add(block)
            self.settle()
            self.notes.append(Note(anchor, (start, self.length), note.mark[:LONGEST_MARK], note.kind))

    def _mark_furniture(self, span: Span) -> None:
        if self.furniture and self.furniture[-1][1] == span[0]:
            span = (self.furniture.pop()[0], span[1])
        self.furniture.append(span)

    # Tables

    def _add_table(self, table: FlowTable) -> None:
        if stands_alone(table):
            for cell in table.cells:
                for block in cell.blocks:
                    self.add(block)
            return
        rows = rows_of(table)
        if len(rows) == 1 and is_phrase_row(rows[0]):
            self._add_row(rows[0], " ")
            return
        start = self.length
        cells: list[Cell] = []
        for row in rows:
            if is_phrase_row(row):
                cells.extend(self._add_row(row, "\t"))
            else:
                cells.extend(self._add_cell_lines(cell) for cell in row)
        self.tables.append(Table((start, self.length), table.path, within_table(cells)))

    def _add_row(self, row: Sequence[FlowCell], separator: str) -> list[Cell]:
        """One line for a row; its notes come behind it."""
        notes: list[tuple[int, FlowNote]] = []
        cells: list[Cell] = []
        for number, cell in enumerate(row):
            if number:
                self._write(separator)
            start = self.length
            breaks: list[int] = []
            for paragraph in _written(cell):
                if paragraph.new_page:
                    self.page_breaks.append(self.length)
                if self.length > start:
                    breaks.append(self._write(" ")[0])
                span = self._write_inside(_on_one_line(bounded(paragraph)))
                notes.extend(self._anchored(paragraph, span))
            cells.append(_cell(cell, (start, self.length), tuple(breaks), own_lines=False))
        self._write("\n")
        self._add_notes(notes)
        return cells

    def _add_cell_lines(self, cell: FlowCell) -> Cell:
        """A cell's blocks on lines of their own."""
        start = self.length
        for block in cell.blocks:
            self.add(block)
        self.settle()
        return _cell(cell, (start, self.length), (), own_lines=True)


def _cell(cell: FlowCell, span: Span, breaks: tuple[int, ...], *, own_lines: bool) -> Cell:
    return Cell(span, cell.row, cell.column, cell.row_span, cell.column_span, cell.header, own_lines, breaks)


def _written(cell: FlowCell) -> list[Paragraph]:
    return [block for block in cell.blocks if isinstance(block, Paragraph) and block.text.strip()]


def _on_one_line(paragraph: Paragraph) -> Paragraph:
    """The paragraph with blanks for its line breaks and tabs, which would end the cell."""
    text = paragraph.text.translate(_BREAKS)
    return paragraph if text == paragraph.text else replace(paragraph, text=text)


def _single(sign: str) -> str:
    cleaned = clean_text(sign).text
    return cleaned if len(cleaned) == 1 else " "
