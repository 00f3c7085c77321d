"""A description as a web page, or as a page for printing. Marks are typed, as ministries do."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from tests.support.office.description import (
    Block,
    Change,
    Description,
    Link,
    Note,
    Paragraph,
    Piece,
    Table,
    placed,
)
from tests.support.office.marks import Counter

_BLANK = "&nbsp;"


def write_html(description: Description) -> str:
    """A web page in UTF-8; foot- and endnotes stand at its end."""
    return _page(description, "", _Writer(Counter(description.lists)))


def write_print(description: Description, style: str) -> str:
    """A page with a style sheet for printing; footnotes stand where their marks are, for the printer to move."""
    return _page(
        description, f"<style>{style}</style>\n", _Writer(Counter(description.lists), for_print=True)
    )


def _page(description: Description, head: str, writer: _Writer) -> str:
    body = writer.blocks(description.blocks)
    notes = "".join(f"<p>{note}</p>\n" for note in writer.notes)
    return (
        f'<!DOCTYPE html>\n<html lang="{description.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(description.title)}</title>\n{head}</head>\n<body>\n<main>\n{body}{notes}</main>\n</body>\n</html>\n"
    )


@dataclass
class _Writer:
    counter: Counter
    for_print: bool = False
    notes: list[str] = field(default_factory=list)
    numbers: int = 0

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        written = "".join(
            self._table(block) if isinstance(block, Table) else self._paragraph(block) for block in blocks
        )
        # Lines of a title that follow each other are one heading.
        return written.replace("</h1>\n<h1>", "<br>")

    def _paragraph(self, paragraph: Paragraph) -> str:
        mark = f"{escape(self.counter.next(paragraph.mark))} " if paragraph.mark else ""
        inside = mark + "".join(self._piece(piece) for piece in paragraph.pieces)
        boxes = "".join(f'<div class="box">\n{self.blocks(box.blocks)}</div>\n' for box in paragraph.boxes)
        tag = "h1" if paragraph.title else f"h{paragraph.heading + 1}" if paragraph.heading else "p"
        look = ' class="page"' if paragraph.new_page and self.for_print else ""
        # An empty paragraph would vanish from a page.
        inside = _BLANK * (paragraph.indent + _blanks(inside)) + inside.lstrip(" ")
        return f"<{tag}{look}>{inside or _BLANK}</{tag}>\n{boxes}"

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return escape(piece, quote=False).replace("\n", "<br>").replace("\t", f"{_BLANK * 3} ")
        if isinstance(piece, Note):
            return self._note(piece)
        if isinstance(piece, Link):
            return f'<a href="{escape(piece.target)}">{escape(piece.text)}</a>'
        if isinstance(piece, Change) and piece.kind == "deleted":
            return ""
        return escape(piece.text, quote=False)

    def _note(self, note: Note) -> str:
        self.numbers += 1
        inside = "<br>".join("".join(self._piece(piece) for piece in block.pieces) for block in note.blocks)
        if self.for_print and note.kind == "footnote":
            return f'<span class="note" data-mark="{self.numbers})">{inside}</span>'
        self.notes.append(f"{self.numbers}) {inside}")
        return f"<sup>{self.numbers})</sup>"

    def _table(self, table: Table) -> str:
        caption = f"<caption>{escape(table.caption)}</caption>\n" if table.caption else ""
        rows = []
        cells = placed(table)
        for row in range(len(table.rows)):
            inside = "".join(
                self._cell(at.cell.blocks, at.cell.row_span, at.cell.column_span, "th" if at.header else "td")
                for at in cells
                if at.row == row
            )
            rows.append(f"<tr>{inside}</tr>\n")
        return f"<table>\n{caption}{''.join(rows)}</table>\n"

    def _cell(self, blocks: tuple[Block, ...], rows: int, columns: int, tag: str) -> str:
        spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
        inside = self.blocks(blocks)
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            inside = inside.removeprefix("<p>").removesuffix("</p>\n")
        return f"<{tag}{spans}>{inside}</{tag}>"


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
