"""A reading as Markdown (CommonMark with the tables and footnotes of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from yaksok.records.layout import Annotation
from yaksok.records.source import SourceText
from yaksok.records.statement import Document
from yaksok.views.conversion import PageBreak, Part, Shown, ShownCell, ShownStatement, ShownTable, shown
from yaksok.views.conversion_lines import Line, NoteMark, Words, collapsed
from yaksok.views.conversion_tables import grid_of
from yaksok.views.conversion_words import Wordings, page_label, wordings
from yaksok.views.safety import is_safe_link, visible

# A backslash before any of these shows the sign itself (CommonMark, section 2.4); "$" opens formulas on GitHub.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~#&$^]|!(?=\[)|:(?=[\w+-]+:)")
# At the beginning of a line these would open a list, a rule or the underline of a heading.
_OPENING = re.compile(r"(?:[-+=]|\d{1,9}(?=[.)]))")
_SAFE_IN_ADDRESSES = "/:?#@!$&'()*+,;=%-._~"


def to_markdown(source: SourceText, document: Document) -> str:
    """The reading as Markdown: outline, tables, notes, and what is no part of the text behind it."""
    return _Page(shown(source, document)).text()


def escaped(text: str) -> str:
    """A text as Markdown that shows these very characters, also where a line begins with it."""
    safe = _SIGNS.sub(lambda match: "\\" + match.group(), visible(text))
    opening = _OPENING.match(safe)
    if opening is None:
        return safe
    # Digits cannot be escaped, but the sign behind them can.
    at = opening.end() if opening.group()[0].isdigit() else 0
    return safe[:at] + "\\" + safe[at:]


class _Page:
    """Writes one page; blocks are set apart by empty lines."""

    def __init__(self, page: Shown) -> None:
        self._shown = page
        self._words: Wordings = wordings(page.document.language)

    def text(self) -> str:
        blocks = [*self._head(), *self._body(), *self._notes(), *self._apart(), *self._furniture()]
        return "\n\n".join(blocks) + "\n"

    # Before the text

    def _head(self) -> Iterator[str]:
        document, source, words = self._shown.document, self._shown.source, self._words
        if not any(statement.role == "title" for statement in document.statements) and document.title:
            yield "# " + escaped(document.title)
        facts = [
            (words.source, f"{source.origin} ({source.media_type})"),
            (words.genre, words.kinds[document.genre]),
            (words.issuer, document.issuer or ""),
            (words.published, document.date or ""),
        ]
        lines = [f"> {escaped(name)}: {escaped(value)}" for name, value in facts if value]
        lines += [f"> {problem.number}: {escaped(problem.message)}" for problem in source.problems]
        yield "  \n".join(lines)

    # The text

    def _body(self) -> Iterator[str]:
        for is_list, parts in groupby(self._visible(), key=_is_list_item):
            if is_list:
                yield "\n".join(self._items([part for part in parts if isinstance(part, ShownStatement)]))
                continue
            for part in parts:
                yield from self._block(part)

    def _visible(self) -> Iterator[Part]:
        for part in self._shown.parts:
            if isinstance(part, ShownStatement) and part.statement.role == "meta":
                continue
            if isinstance(part, ShownTable) and part.furniture:
                continue
            yield part

    def _block(self, part: Part) -> Iterator[str]:
        if isinstance(part, PageBreak):
            yield f"<!-- {page_label(self._words, part.page)} -->"
        elif isinstance(part, ShownTable):
            yield self._table(part)
        else:
            sign = "#" * part.level + " " if part.level else ""
            yield sign + self._marked(part.line)

    def _items(self, parts: Sequence[ShownStatement]) -> Iterator[str]:
        # A list that goes on behind a table begins anew, and no item may stand two steps deeper than the one before.
        base = parts[0].depth
        before = -1
        for part in parts:
            base = min(base, part.depth)
            before = min(part.depth - base, before + 1)
            bold = part.statement.role == "heading"
            yield "  " * before + "- " + self._marked(part.line, bold=bold)

    def _marked(self, line: Line, *, bold: bool = False) -> str:
        inside = self._inline(line)
        if bold and inside:
            inside = f"**{inside}**"
        return " ".join(piece for piece in (escaped(line.mark), inside) if piece)

    def _inline(self, line: Line) -> str:
        pieces: list[str] = []
        for piece in line.pieces:
            if isinstance(piece, NoteMark):
                pieces.append(f"[^{piece.note + 1}]")
            elif isinstance(piece, Words):
                pieces.append(_linked(piece) if piece.link else escaped(piece.text))
        return "".join(pieces)

    # Tables

    def _table(self, table: ShownTable) -> str:
        rows = _rows(table)
        cells = [[self._cell(cell) if cell else "" for cell in row] for row in rows]
        headed = bool(rows) and all(cell.header for cell in rows[0] if cell)
        if not headed:
            cells.insert(0, [""] * len(cells[0]) if cells else [""])
        rule = "| " + " | ".join("---" for _ in cells[0]) + " |"
        drawn = ["| " + " | ".join(row) + " |" for row in cells]
        return "\n".join([drawn[0], rule, *drawn[1:]])

    def _cell(self, cell: ShownCell) -> str:
        return "<br>".join(self._cell_lines(cell))

    def _cell_lines(self, cell: ShownCell) -> Iterator[str]:
        for entry in cell.content:
            if isinstance(entry, Line):
                yield self._marked(entry)
                continue
            # Markdown has no tables inside of cells: each row of theirs is a line.
            for row in _rows(entry):
                yield r" \| ".join(self._cell(inner) for inner in row if inner)

    # Behind the text

    def _notes(self) -> Iterator[str]:
        for number, note in enumerate(self._shown.notes, start=1):
            first, *others = [self._marked(line) for line in note.lines] or [""]
            yield f"[^{number}]: " + "\n".join([first, *(f"    {line}" for line in others)])

    def _apart(self) -> Iterator[str]:
        found = self._shown.layout.annotations
        if found:
            yield f"## {self._words.apart}"
            yield "\n".join(f"- {self._annotation(annotation)}" for annotation in found)

    def _annotation(self, annotation: Annotation) -> str:
        words = self._words
        who = annotation.author or words.nobody
        on, _ = collapsed(self._shown.document.text, annotation.span)
        said = " ".join(annotation.text.split())
        text = f"{words.kinds[annotation.kind]}, {who}, {annotation.date or words.undated}: {said}"
        return escaped(text + (f" ({words.concerns}: {on})" if on and on != said else ""))

    def _furniture(self) -> Iterator[str]:
        pieces = [
            part
            for part in self._shown.parts
            if (isinstance(part, ShownStatement) and part.statement.role == "meta")
            or (isinstance(part, ShownTable) and part.furniture)
        ]
        statements = self._shown.document.statements
        furniture = sum(statement.role == "meta" for statement in statements)
        told = self._words.nothing_dropped.format(
            statements=len(statements), characters=len(self._shown.document.text), furniture=furniture
        )
        yield f"## {self._words.furniture}"
        yield escaped(told)
        if pieces:
            yield f"<details><summary>{furniture}</summary>"
            for is_table, group in groupby(pieces, key=lambda part: isinstance(part, ShownTable)):
                if is_table:
                    yield from (self._table(part) for part in group if isinstance(part, ShownTable))
                else:
                    yield "\n".join(
                        "- " + self._marked(part.line) for part in group if isinstance(part, ShownStatement)
                    )
            yield "</details>"


def _is_list_item(part: Part) -> bool:
    """Whether a part is an item of a list: below another item, or with a bullet or number of its own."""
    return (
        isinstance(part, ShownStatement)
        and not part.level
        and (part.depth > 0 or bool(part.line.mark) or bool(part.statement.marker))
    )


def _rows(table: ShownTable) -> Sequence[Sequence[ShownCell | None]]:
    """The cells by rows; with None where another cell reaches over, unless they make no grid."""
    grid = grid_of([cell.cell for cell in table.cells])
    if grid is None:
        return [list(row) for _, row in groupby(table.cells, key=lambda cell: cell.cell.row)]
    rows: list[list[ShownCell | None]] = [[None] * grid.columns for _ in range(grid.rows)]
    for cell, spot in zip(table.cells, grid.spots, strict=True):
        rows[spot.row][spot.column] = cell
    return rows


def _linked(words: Words) -> str:
    target = words.link.target if words.link else ""
    text = escaped(words.text)
    if is_safe_link(target):
        return f"[{text}](<{quote(target, safe=_SAFE_IN_ADDRESSES)}>)"
    return f"{text} ({escaped(target)})" if target.strip() else text
