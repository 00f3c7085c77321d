"""A description as plain text, as a reader would type what the page shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.support.office.description import (
    Block,
    Change,
    Description,
    Note,
    Paragraph,
    Piece,
    Table,
    placed,
)
from tests.support.office.marks import Counter


def write_text(description: Description) -> str:
    """The text: automatic marks typed, a table's rows on lines with tabs, foot- and endnotes at the end."""
    writer = _Writer(Counter(description.lists))
    writer.blocks(description.blocks)
    if writer.notes:
        writer.lines += ["", *writer.notes]
    return "\n".join(writer.lines) + "\n"


@dataclass
class _Writer:
    counter: Counter
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
                continue
            # A page that begins leaves a form feed, as programs do that print to text.
            self.lines.append(("\f" if block.new_page else "") + self._shown(block))
            for box in block.boxes:
                self.blocks(box.blocks)

    def _shown(self, paragraph: Paragraph) -> str:
        mark = f"{self.counter.next(paragraph.mark)} " if paragraph.mark else ""
        return " " * paragraph.indent + mark + "".join(self._piece(piece) for piece in paragraph.pieces)

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, Note):
            mark = f"{len(self.notes) + 1})"
            self.notes.append("")
            first, *more = (self._shown(block) for block in piece.blocks)
            self.notes[int(mark[:-1]) - 1] = "\n".join((f"{mark} {first}", *more))
            return mark
        if isinstance(piece, Change) and piece.kind == "deleted":
            return ""
        return piece.text

    def _table(self, table: Table) -> None:
        if table.caption:
            self.lines.append(table.caption)
        cells = placed(table)
        for row in range(len(table.rows)):
            beginning = [at.cell.blocks for at in cells if at.row == row]
            if not beginning:
                continue
            if all(len(blocks) == 1 for blocks in beginning):
                self.lines.append("\t".join(self._cell_line(blocks) for blocks in beginning))
            else:
                for blocks in beginning:
                    self.blocks(blocks)

    def _cell_line(self, blocks: tuple[Block, ...]) -> str:
        (block,) = blocks
        return self._shown(block) if isinstance(block, Paragraph) else ""
