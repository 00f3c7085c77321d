"""A reading as blocks that a template writes down: statements, tables, pages, notes, with every mention marked.

What is shown where is decided by `yaksok.views.conversion`; here its lines are cut into what belongs to one
statement and, inside of that, to one mention. All text is fit to be shown (`yaksok.views.safety`), none of it is markup.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from yaksok.records.mentions import Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Act, Document, Role, Statement
from yaksok.views.conversion import (
    PageBreak,
    Part,
    Rank,
    Shown,
    ShownCell,
    ShownStatement,
    ShownTable,
    shown,
    table_rows,
)
from yaksok.views.conversion_lines import Line, NoteMark, Piece, Words
from yaksok.views.mention_values import AnyMention, Told, told, told_link
from yaksok.views.safety import visible

RunKind = Literal["words", "inserted", "deleted", "note", "remark"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words, or the mark of the note or remark with a number (from 1); `text` is what is shown."""

    kind: RunKind
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that something is known of: one mention, or several that overlap. `number` counts them on the page."""

    runs: tuple[Run, ...]
    told: tuple[Told, ...]
    number: int

    @property
    def plain(self) -> bool:
        """Whether there is nothing but words in it, so that all of it can be a link."""
        return all(run.kind in {"words", "inserted"} for run in self.runs)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one statement in one place. `first`: it begins here. `n` is 0 for signs of no statement."""

    n: int
    first: bool
    role: Role
    act: Act
    mark: str
    runs: tuple[Run | Marked, ...]


@dataclass(frozen=True, slots=True)
class StatementBlock:
    """A statement outside of tables; `level` and `depth` as in `ShownStatement`."""

    stretch: Stretch
    level: int
    depth: int
    kind: Literal["statement"] = "statement"


@dataclass(frozen=True, slots=True)
class CellBlock:
    """A cell with the rows and columns it spans: lines of stretches, and tables inside of it."""

    header: bool
    rows: int
    columns: int
    content: tuple[tuple[Stretch, ...] | TableBlock, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table by rows, None where no cell reaches; `furniture`: nothing of it belongs to the text."""

    rows: tuple[tuple[CellBlock | None, ...], ...]
    furniture: bool
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A new page begins; None where the file gives no numbers."""

    page: int | None
    kind: Literal["page"] = "page"


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A foot- or endnote with its number on the page and its mark."""

    number: int
    mark: str
    lines: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class RemarkBlock:
    """A memo, comment or tracked change: what kind, by whom, when, what it says and on which words."""

    number: int
    kind: str
    author: str
    date: str
    text: str
    on: str


Block = StatementBlock | TableBlock | PageBlock


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A reading, or a part of one, as blocks in the order of the text; notes and remarks stand behind it."""

    blocks: tuple[Block, ...]
    notes: tuple[NoteBlock, ...]
    remarks: tuple[RemarkBlock, ...]


_SHORT = 300


def reading_page(
    source: SourceText, document: Document, *, ranks: Mapping[int, Rank] | None = None
) -> ReadingPage:
    """The blocks of a reading. `ranks` are needed for a part of a document, see `conversion.shown`."""
    marks = {statement.n: _groups(statement) for statement in document.statements}
    cuts = [edge for groups in marks.values() for group in groups for edge in group.span]
    return _Writer(shown(source, document, ranks=ranks, cuts=cuts), marks).page()


@dataclass(frozen=True, slots=True)
class _Group:
    """Mentions that overlap, with the stretch that they cover together."""

    span: Span
    mentions: tuple[AnyMention, ...]


def mentions_of(statement: Statement) -> list[AnyMention]:
    """All mentions of a statement by their place, the longest of those that begin together first."""
    found: list[AnyMention] = [
        *statement.names,
        *statement.parties,
        *statement.times,
        *statement.quantities,
    ]
    return sorted(found, key=lambda mention: (mention.span[0], -mention.span[1]))


def _groups(statement: Statement) -> tuple[_Group, ...]:
    groups: list[_Group] = []
    for mention in mentions_of(statement):
        if groups and mention.span[0] < groups[-1].span[1]:
            last = groups[-1]
            span = (last.span[0], max(last.span[1], mention.span[1]))
            groups[-1] = _Group(span, (*last.mentions, mention))
        elif mention.span[0] < mention.span[1]:
            groups.append(_Group(mention.span, (mention,)))
    return tuple(groups)


class _Writer:
    """Turns what is shown into blocks; every statement begins once, every mark has its own number."""

    def __init__(self, page: Shown, marks: Mapping[int, Sequence[_Group]]) -> None:
        self._shown = page
        self._marks = marks
        self._begun: set[int] = set()
        self._marked = 0

    def page(self) -> ReadingPage:
        blocks = tuple(map(self._block, self._shown.parts))
        notes = tuple(
            NoteBlock(
                number,
                visible(note.note.mark) or str(number),
                tuple(self._line(line) for line in note.lines),
            )
            for number, note in enumerate(self._shown.notes, start=1)
        )
        return ReadingPage(blocks, notes, tuple(self._remarks()))

    def _block(self, part: Part) -> Block:
        if isinstance(part, PageBreak):
            return PageBlock(part.page)
        if isinstance(part, ShownTable):
            return self._table(part)
        return self._statement(part)

    def _statement(self, part: ShownStatement) -> StatementBlock:
        statement = part.statement
        stretch = self._stretch(statement, part.line.pieces, part.line.mark)
        return StatementBlock(stretch, part.level, part.depth)

    def _table(self, table: ShownTable) -> TableBlock:
        rows = tuple(
            tuple(None if spot is None else self._cell(*spot) for spot in row) for row in table_rows(table)
        )
        return TableBlock(rows, table.furniture)

    def _cell(self, cell: ShownCell, rows: int, columns: int) -> CellBlock:
        content = tuple(
            self._line(entry) if isinstance(entry, Line) else self._table(entry) for entry in cell.content
        )
        return CellBlock(cell.header, rows, columns, content)

    def _line(self, line: Line) -> tuple[Stretch, ...]:
        """A line by the statements whose words stand in it; marks of notes go with the words before them."""
        stretches: list[tuple[Statement | None, list[Piece]]] = []
        for piece in line.pieces:
            owner = piece.statement if isinstance(piece, Words) else None
            if isinstance(piece, Words) and (not stretches or stretches[-1][0] is not owner):
                stretches.append((owner, [piece]))
            elif stretches:
                stretches[-1][1].append(piece)
            else:
                stretches.append((None, [piece]))
        mark = line.mark
        made = []
        for owner, pieces in stretches or [(None, [])]:
            made.append(self._stretch(owner, pieces, mark))
            mark = ""
        return tuple(made)

    def _stretch(self, statement: Statement | None, pieces: Iterable[Piece], mark: str) -> Stretch:
        if statement is None:
            return Stretch(0, False, "meta", "none", visible(mark), tuple(map(self._run, pieces)))
        first = statement.n not in self._begun
        self._begun.add(statement.n)
        runs = tuple(self._runs(list(pieces), self._marks.get(statement.n, ())))
        return Stretch(statement.n, first, statement.role, statement.act, visible(mark), runs)

    def _runs(self, pieces: Sequence[Piece], groups: Sequence[_Group]) -> Iterator[Run | Marked]:
        starts = [group.span[0] for group in groups]
        places = []
        covering = -1
        for piece in pieces:
            if isinstance(piece, Words):
                number = bisect_right(starts, piece.at) - 1
                covering = number if number >= 0 and piece.at < groups[number].span[1] else -1
                places.append((covering, piece.link))
            else:  # a mark goes with the words before it
                places.append((covering, places[-1][1] if places else None))
        together = groupby(zip(places, pieces, strict=True), key=lambda entry: entry[0])
        for (number, link), entries in together:
            inside = [piece for _, piece in entries]
            runs = tuple(map(self._run, inside))
            facts = [told(mention) for mention in groups[number].mentions] if number >= 0 else []
            if link is not None and link.target.strip():
                facts.append(told_link(link, "".join(run.text for run in runs)))
            if not facts:
                yield from runs
                continue
            self._marked += 1
            yield Marked(runs, tuple(facts), self._marked)

    def _run(self, piece: Piece) -> Run:
        if isinstance(piece, NoteMark):
            mark = visible(self._shown.notes[piece.note].note.mark) or str(piece.note + 1)
            return Run("note", mark, piece.note + 1)
        if isinstance(piece, Words):
            return Run("inserted" if piece.change is not None else "words", visible(piece.text))
        annotation = self._shown.layout.annotations[piece.annotation]
        if annotation.kind in {"deleted", "moved_from"}:
            return Run("deleted", visible(annotation.text[:_SHORT]), piece.annotation + 1)
        return Run("remark", str(piece.annotation + 1), piece.annotation + 1)

    def _remarks(self) -> Iterator[RemarkBlock]:
        text = self._shown.document.text
        for number, one in enumerate(self._shown.layout.annotations, start=1):
            on = " ".join(visible(text[slice(*one.span)][:_SHORT]).split())
            yield RemarkBlock(
                number,
                one.kind,
                visible(one.author),
                visible(one.date),
                visible(one.text),
                on if on != one.text else "",
            )
