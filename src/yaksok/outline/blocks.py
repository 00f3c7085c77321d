"""The block: a paragraph, bullet, heading, table row or piece of furniture, joined from its lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.outline.mapped_text import MappedText
from yaksok.outline.marks import NOTES, Mark
from yaksok.records.mentions import Span
from yaksok.records.statement import TableCell

BlockKind = Literal["text", "title", "caption", "header_row", "row", "cell", "meta"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    `text` is cleaned and without its marks. `marks` are the marks in front of it, outermost
    first. `extent` covers its lines from the first indent to the last line break. `indent` is
    the column of its first mark or word; `blanks` counts empty lines above it. `depth` nests
    the cells of a table. `is_sentence`: it ends like a sentence of prose. `anchor` is the offset that
    a footnote belongs to. `opens_table`: a table begins with it. `cells` are the cells of a row, or the one that the block stands in.
    """

    kind: BlockKind
    text: MappedText
    marks: tuple[Mark, ...]
    extent: Span
    indent: int = 0
    blanks: int = 0
    depth: int = 0
    is_sentence: bool = False
    lines: int = 1
    hashes: int = 0
    anchor: int | None = None
    opens_table: bool = False
    cells: tuple[TableCell, ...] = ()

    @property
    def is_note(self) -> bool:
        """Whether one of its marks is a note sign."""
        return not NOTES.isdisjoint([mark.kind for mark in self.marks])
