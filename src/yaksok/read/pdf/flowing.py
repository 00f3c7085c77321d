"""Pages to the flow that all office formats hand over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yaksok.read.hancom.private_use import shown
from yaksok.read.office.flow import FlowBlock, FlowCell, FlowNote, FlowTable, Paragraph
from yaksok.read.pdf.content import Item, Line, NoteText, Page, TableBlock
from yaksok.read.pdf.frame import turned_back_box
from yaksok.records.layout import Box


@dataclass(slots=True)
class FlowWriter:
    """Writes pages as paragraphs and tables; `unknown` counts private-use characters without a meaning."""

    unknown: int = 0

    def blocks(self, pages: Sequence[Page]) -> Iterator[FlowBlock]:
        """The blocks of all pages in reading order."""
        for page in pages:
            yield from self._page(page)

    def _page(self, page: Page) -> Iterator[FlowBlock]:
        lines = tables = 0
        first = True
        for item in page.items:
            block: FlowBlock
            if isinstance(item, Line):
                block = self._line(item, page, f"page{page.number}/line{lines}")
                if first and page.number > 1:
                    block = replace(block, new_page=True)
                lines += 1
            else:
                block = self._table(item, page, f"page{page.number}/table{tables}", new_page=first)
                tables += 1
            first = False
            yield block

    def _line(self, line: Line, page: Page, path: str) -> Paragraph:
        text, unknown = shown(line.text)
        self.unknown += unknown
        return Paragraph(
            path,
            text,
            kind=line.kind,
            indent=line.indent,
            gap=line.gap,
            continues=line.continues,
            page=page.number,
            box=_box(line, page),
            notes=tuple(self._note(note, page) for note in line.notes),
        )

    def _note(self, note: NoteText, page: Page) -> FlowNote:
        lines = tuple(
            self._line(line, page, f"page{page.number}/footnote{note.number}/line{place}")
            for place, line in enumerate(note.lines)
        )
        return FlowNote(note.offset, "footnote", note.mark, lines)

    def _table(self, table: TableBlock, page: Page, path: str, *, new_page: bool) -> FlowTable:
        cells = []
        for cell in table.cells:
            place = cell.place
            inside = f"{path}/r{place.row}c{place.column}"
            blocks = tuple(self._inside(cell.items, page, inside))
            if new_page and blocks and isinstance(blocks[0], Paragraph) and page.number > 1:
                blocks = (replace(blocks[0], new_page=True), *blocks[1:])
                new_page = False
            cells.append(FlowCell(place.row, place.column, blocks, place.row_span, place.column_span))
        return FlowTable(path, tuple(cells))

    def _inside(self, items: Sequence[Item], page: Page, path: str) -> Iterator[FlowBlock]:
        lines = tables = 0
        for item in items:
            if isinstance(item, Line):
                yield self._line(item, page, f"{path}/line{lines}")
                lines += 1
            else:
                yield self._table(item, page, f"{path}/table{tables}", new_page=False)
                tables += 1


def _box(line: Line, page: Page) -> Box | None:
    """The extent of a line on the page as it is shown, in tenths of points; None for recognised text."""
    if line.right <= line.left:
        return None
    left, top, right, bottom = turned_back_box(line.box, page.quarter)
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)
