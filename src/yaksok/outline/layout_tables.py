"""Tables that the file itself tells: rows of phrases, and cells with lines of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from yaksok.outline.blocks import Block, BlockKind
from yaksok.outline.cleaning import clean
from yaksok.outline.lines import Line
from yaksok.outline.mapped_text import MappedText, join
from yaksok.outline.table_heads import Grid
from yaksok.outline.tables import TableRun, is_header_cell, is_header_row, row_block
from yaksok.records.layout import Cell, Table

_LONGEST_HEAD = 20
_MOST_FURNITURE_LINES = 16
"""Tables of senders and offices in charge are short."""

Joiner = Callable[[str, str], str]
"""What stands between two parts of a broken line in a cell: "" or a blank."""
JoinLines = Callable[[list[Line]], list[Block]]
"""The blocks of some lines that stand together."""


@dataclass(frozen=True, slots=True)
class TableRules:
    """How lines and broken cells of this document are joined."""

    joiner: Joiner
    join_lines: JoinLines


def layout_table_runs(
    text: str, lines: list[Line], taken: set[int], tables: Sequence[Table], rules: TableRules
) -> list[TableRun]:
    """The blocks of the file's tables, in runs of lines that follow each other.

    `taken` are lines that are furniture or the title; they are left out. A table inside of another
    keeps its own lines.
    """
    starts = [line.start for line in lines]
    owner: dict[int, int] = {}
    for number, table in enumerate(tables):
        for index in range(bisect_left(starts, table.span[0]), bisect_left(starts, table.span[1])):
            owner[index] = number
    runs: list[TableRun] = []
    for index in sorted(owner):
        if index in taken:
            continue
        if runs and runs[-1].last == index and owner[index - 1] == owner[index]:
            runs[-1] = TableRun(runs[-1].first, index + 1, ())
        else:
            runs.append(TableRun(index, index + 1, ()))
    started: set[int] = set()
    finished = []
    for run in runs:
        number = owner[run.first]
        blocks = _blocks(
            text, lines[run.first : run.last], tables[number], rules, opens=number not in started
        )
        if blocks and number not in started:
            blocks[0] = replace(blocks[0], opens_table=True)
        started.add(number)
        finished.append(TableRun(run.first, run.last, tuple(blocks)))
    return finished


def furniture_tables(lines: list[Line], furniture: set[int], tables: Sequence[Table]) -> set[int]:
    """The lines of tables that are furniture for the most part, such as those of offices in charge.

    Cells that span rows leave single words on the lines below, which nothing marks as furniture.
    """
    if not tables or not furniture:
        return set()
    starts = [line.start for line in lines]
    found: set[int] = set()
    for table in tables:
        own = range(bisect_left(starts, table.span[0]), bisect_left(starts, table.span[1]))
        if len(own) > _MOST_FURNITURE_LINES:
            continue
        if 2 * sum(1 for index in own if index in furniture) >= len(own):
            found.update(own)
    return found


def _blocks(text: str, lines: list[Line], table: Table, rules: TableRules, *, opens: bool) -> list[Block]:
    """The blocks of neighbouring lines of one table; `opens`: they hold its first row."""
    grid = Grid(text, table.cells)
    rows = _rows(lines, table)
    grid.head_rows = _head_rows(table, grid)
    blocks: list[Block] = []
    cell_lines: list[Line] = []
    current: Cell | None = None
    for number, (line, cells) in enumerate(rows):
        if cells and not cells[0].own_lines:
            blocks.extend(_cell_blocks(cell_lines, current, grid, rules))
            cell_lines, current = [], None
            head = opens and cells[0].row < grid.head_rows
            below = rows[number + 1][1] if number + 1 < len(rows) else []
            kind: BlockKind = "header_row" if head else "row"
            if not head and below and below[0].own_lines:
                kind = "cell"
            blocks.append(_row(line, cells, grid, rules, kind=kind))
            continue
        cell = cells[0] if cells else None
        if cell is not current:
            blocks.extend(_cell_blocks(cell_lines, current, grid, rules))
            cell_lines, current = [], cell
        cell_lines.append(line)
    blocks.extend(_cell_blocks(cell_lines, current, grid, rules))
    return blocks


def _rows(lines: list[Line], table: Table) -> list[tuple[Line, list[Cell]]]:
    """Each line with the cells that stand on it, or the cell that it stands in."""
    cells = sorted(table.cells, key=lambda cell: cell.span)
    found = []
    at = 0
    for line in lines:
        while at < len(cells) and cells[at].span[1] <= line.start:
            at += 1
        upto = at
        while upto < len(cells) and cells[upto].span[0] < line.end:
            upto += 1
        found.append((line, cells[at:upto]))
    return found


def _head_rows(table: Table, grid: Grid) -> int:
    """How many rows at the top are heads: as the file says, else as the words look."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    rows = sorted(by_row)
    if len(rows) < 2:
        return 0
    told = 0
    for row in rows:
        if not all(cell.header for cell in by_row[row]):
            break
        told = row + 1
    if told and told <= rows[-1]:
        return told
    words = [[grid.words(cell) for cell in by_row[row]] for row in rows]
    filled = [[word for word in row if word] for row in words]
    mixed = any(cell.own_lines for cell in table.cells)
    corner_is_empty = min(cell.column for cell in by_row[rows[0]]) == 0 and not words[0][0]
    short = all(len(word) <= _LONGEST_HEAD for word in filled[0])
    if len(filled[0]) < 2 or not ((corner_is_empty and short) or _is_head(filled, mixed=mixed)):
        return 0
    # A corner cell that covers several rows has heads of several rows beside it.
    corner = min(by_row[rows[0]], key=lambda cell: cell.column)
    deep = min(corner.row_span, max((cell.row_span for cell in by_row[rows[0]]), default=1))
    return rows[0] + (deep if 1 < deep < len(rows) and deep <= 3 else 1)


def _is_head(rows: Sequence[list[str]], *, mixed: bool) -> bool:
    """Whether the first row heads the others. A form has its heads in the first column ("기간", "목표")."""
    first, others = rows[0], rows[1:]
    below = [row[0] for row in others if row]
    form = 2 * sum(map(is_header_cell, below)) >= len(below) > 0
    if form and not all(map(is_header_cell, first)):
        return False
    if is_header_cell(first[0]) and all(len(cell) <= _LONGEST_HEAD for cell in first):
        return True
    return is_header_row(first, [] if mixed else others)


def _row(line: Line, cells: list[Cell], grid: Grid, rules: TableRules, *, kind: BlockKind) -> Block:
    """One row: its cells from left to right, joined by blanks."""
    parts = [_cell_text(line, cell, rules) for cell in cells]
    filled = [part for part in parts if part.text]
    whole = join(filled, [" "] * len(filled)).collapsed() if filled else clean(line.text, 0, 0)
    known = tuple(grid.with_heads(cell) for cell, part in zip(cells, parts, strict=True) if part.text)
    block = replace(row_block(kind, whole, (line.start, line.full_end), line.indent), cells=known)
    if line.mark is not None and line.automatic and not block.marks:
        return replace(block, marks=(line.mark,))
    return block


def _cell_text(line: Line, cell: Cell, rules: TableRules) -> MappedText:
    """The text of a cell on a row's line; its broken lines joined."""
    start, end = max(cell.span[0], line.start), min(cell.span[1], line.end)
    if end <= start:
        return MappedText("", (0,), (start,))
    edges = [start, *[at for at in cell.breaks if start < at < end], end]
    parts: list[MappedText] = []
    joiners: list[str] = []
    for left, right in pairwise(edges):
        raw = line.text[left - line.start : right - line.start]
        part = MappedText(raw, (0,), (left,)).slice(0, len(raw))
        if not part.text:
            continue
        joiners.append(rules.joiner(parts[-1].text, part.text) if parts else "")
        parts.append(part)
    return join(parts, joiners) if parts else MappedText("", (0,), (start,))


def _cell_blocks(lines: list[Line], cell: Cell | None, grid: Grid, rules: TableRules) -> list[Block]:
    """The lines of a cell: its bullets below each other, one level deeper than the cells to its left."""
    if not lines:
        return []
    blocks = rules.join_lines(lines)
    if cell is None:
        return blocks
    known = (grid.with_heads(cell),)
    levels: list[str] = []
    result = []
    for block in blocks:
        if block.is_note or block.kind == "meta":
            result.append(replace(block, cells=known))
            continue
        family = block.marks[0].family if block.marks else ""
        if family in levels:
            del levels[levels.index(family) + 1 :]
        elif family:
            levels.append(family)
        else:
            levels.clear()
        depth = 2 * min(cell.column, 20) + len(levels)
        result.append(replace(block, kind="cell", depth=depth, cells=known))
    return result
