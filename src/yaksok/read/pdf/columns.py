"""The reading order of a page: columns one after the other, what spans them in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from yaksok.read.pdf.content import TableBlock
from yaksok.read.pdf.glyphs import Glyph
from yaksok.read.pdf.rows import Row

# Shares of the type size: a gap that may lie between columns, and the narrowest gutter.
_PIECE_GAP = 0.9
_GUTTER = 0.7
_NARROWEST_COLUMN = 9.0
_LEAST_LINES = 4
# Lines of prose fill their column; cells of a table without rules do not.
_FILLED = 0.6
_SAME_EDGE = 2.0
_MOST_COLUMNS = 5
_WHITE = 1.3


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a row between wide gaps, or a table."""

    left: float
    right: float
    top: float
    row: int
    size: float
    glyphs: tuple[Glyph, ...] = ()
    table: TableBlock | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """Pieces that are read from top to bottom; `column` is 0 unless they are one of several columns."""

    column: int
    pieces: tuple[Piece, ...]


def regions_of(rows: Sequence[Row], tables: Sequence[TableBlock]) -> list[Region]:
    """The regions of a page in reading order."""
    pieces = [piece for number, row in enumerate(rows) for piece in _pieces(row, number)]
    for number, table in enumerate(tables, len(rows)):
        left, top, right, _ = table.box
        pieces.append(Piece(left, right, top, number, 0.0, table=table))
    pieces.sort(key=lambda piece: (piece.top, piece.left))
    return _ordered(pieces, 0)


def _pieces(row: Row, number: int) -> list[Piece]:
    """The parts of a row between gaps that could be a gutter; blanks stay with the part before them."""
    starts = [0]
    right = row.glyphs[0].right
    for index, glyph in enumerate(row.glyphs):
        if glyph.text == " ":
            continue
        if index and glyph.left - right > _PIECE_GAP * row.size:
            starts.append(index)
        right = max(right, glyph.right)
    result = []
    for start, end in zip(starts, [*starts[1:], len(row.glyphs)], strict=True):
        glyphs = row.glyphs[start:end]
        ink = max(glyph.right for glyph in glyphs if glyph.text != " ")
        result.append(Piece(glyphs[0].left, ink, row.baseline - row.size, number, row.size, glyphs))
    return result


def _ordered(pieces: list[Piece], column: int) -> list[Region]:
    """Regions of some pieces that are in order from the top; `column` is the one that they are in."""
    if not pieces:
        return []
    split = _two_sides(pieces)
    if split is None or column >= _MOST_COLUMNS:
        return [Region(column, tuple(pieces))]
    before, left, right, behind = split
    return [
        *_ordered(before, column),
        *_ordered(left, column + 1),
        *_ordered(right, column + 2),
        *_ordered(behind, column),
    ]


def _two_sides(
    pieces: list[Piece],
) -> tuple[list[Piece], list[Piece], list[Piece], list[Piece]] | None:
    """The pieces above, left and right of a gutter, and below it."""
    texts = [piece for piece in pieces if piece.table is None]
    if len(texts) < 2 * _LEAST_LINES:
        return None
    margin = min(piece.left for piece in texts)
    edges = Counter(round(piece.left / _SAME_EDGE) for piece in texts)
    starts = [
        edge * _SAME_EDGE
        for edge, _ in edges.most_common(12)
        if edges[edge] + edges[edge - 1] + edges[edge + 1] >= _LEAST_LINES
        and edge * _SAME_EDGE > margin + _NARROWEST_COLUMN * texts[0].size / 2
    ]
    for start in sorted(starts):
        found = _run_beside(pieces, start - 2 * _SAME_EDGE)
        if found is not None:
            return found
    return None


def _run_beside(
    pieces: list[Piece], gutter: float
) -> tuple[list[Piece], list[Piece], list[Piece], list[Piece]] | None:
    """The longest run of pieces of which none crosses a place, if both sides of it are columns of prose."""
    best = (0, 0)
    start = 0
    for number, piece in enumerate([*pieces, None]):
        if piece is not None and not piece.left < gutter < piece.right:
            continue
        if number - start > best[1] - best[0]:
            best = (start, number)
        start = number + 1
    best = (
        best[0],
        best[1] - _headings_below(pieces[best[0] : best[1]], gutter, ends=best[1] == len(pieces)),
    )
    run = pieces[best[0] : best[1]]
    left = [piece for piece in run if piece.right <= gutter]
    right = [piece for piece in run if piece.left >= gutter]
    if not (_is_column(left) and _is_column(right) and _stand_side_by_side(left, right)):
        return None
    inner = max(piece.right for piece in left)
    if min(piece.left for piece in right) - inner < _GUTTER * median(
        piece.size for piece in run if piece.size
    ):
        return None
    return pieces[: best[0]], left, right, pieces[best[1] :]


def _headings_below(run: list[Piece], gutter: float, *, ends: bool) -> int:
    """How many pieces at the end of a run stand below both columns, above what spans them: short headings.

    `ends`: nothing follows, so that a column that is longer than the other just goes on.
    """
    tops = [piece.top for piece in run]
    steps = [below - above for above, below in pairwise(tops) if below - above > 1]
    if ends or not steps:
        return 0
    usual = median(steps)
    right_end = max((piece.top for piece in run if piece.left >= gutter), default=0.0)
    for number in range(len(run) - 1, 0, -1):
        if run[number].left >= gutter:
            return 0
        white = tops[number] - tops[number - 1]
        if white > _WHITE * usual and abs(tops[number - 1] - right_end) <= 2.5 * usual:
            return len(run) - number
    return 0


def _is_column(pieces: list[Piece]) -> bool:
    """Whether pieces are lines of prose that fill their column."""
    rows: dict[int, tuple[float, float]] = {}
    for piece in pieces:
        if piece.table is None:
            left, right = rows.get(piece.row, (piece.left, piece.right))
            rows[piece.row] = (min(left, piece.left), max(right, piece.right))
    if len(rows) < _LEAST_LINES:
        return False
    size = median(piece.size for piece in pieces if piece.table is None)
    width = max(right for _, right in rows.values()) - min(left for left, _ in rows.values())
    usual = median(right - left for left, right in rows.values())
    return width >= _NARROWEST_COLUMN * size and usual >= _FILLED * width


def _stand_side_by_side(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the shorter of two columns stands beside the other for at least half of its height."""
    shared = min(left[-1].top, right[-1].top) - max(left[0].top, right[0].top)
    shorter = min(left[-1].top - left[0].top, right[-1].top - right[0].top)
    return shared >= 0.5 * max(shorter, 1.0)
