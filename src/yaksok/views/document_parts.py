"""A stored document part by part: its skeleton, and a stretch of it with the layout of that stretch alone.

A page of a document that has ten thousand statements loads a few hundred of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, case, func, select

from yaksok.ledger import tables
from yaksok.ledger.layout_rows import layout_from
from yaksok.ledger.rows import statements_from_rows
from yaksok.records.layout import Layout, Note
from yaksok.records.layout import Table as LaidTable
from yaksok.records.mentions import Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Document
from yaksok.views.conversion import Rank, ranks_of
from yaksok.views.editions import Edition

PART = 120
"""So many statements of a long document are shown at once, about."""
_WHOLE = 320
"""A document of no more statements is shown in one go."""
_LAST = PART * 4 // 3
"""The last part may be so much longer."""
_BEGINNING = 160
"""Letters of a statement that the skeleton holds: more than a heading has."""
_AT_ONCE = 400


class Node(NamedTuple):
    """A statement in the skeleton of its document.

    `text` is the beginning of a title or heading, empty for all others; `start` and `end` are those of its extent, `first` and `last` those of its span.
    """

    n: int
    parent: int | None
    role: str
    act: str
    marker: str
    text: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All statements of a document in short, with their ranks by number, and the parts it is shown in."""

    nodes: tuple[Node, ...]
    ranks: Mapping[int, Rank]
    parts: tuple[range, ...]

    def part_with(self, n: int) -> int:
        """The place among the parts of the one that holds a statement; the first for a number that none has."""
        return next((place for place, part in enumerate(self.parts) if n in part), 0)

    def at(self, offset: int) -> int:
        """The number of the statement whose extent holds a character; 0 for a document without any."""
        return bisect_right(self.nodes, offset, key=lambda node: node.start) if self.nodes else 0


def skeleton(connection: Connection, key: int) -> Skeleton:
    """The skeleton of the version with this key."""
    table = tables.statements
    query = select(
        table.c.n,
        table.c.parent,
        table.c.role,
        table.c.act,
        table.c.marker,
        case((table.c.role.in_(("title", "heading")), func.substr(table.c.text, 1, _BEGINNING)), else_=""),
        table.c.extent_start,
        table.c.extent_end,
        table.c.span_start,
        table.c.span_end,
    )
    rows = connection.execute(query.where(table.c.version == key).order_by(table.c.n)).all()
    nodes = tuple(map(Node._make, rows))
    ranks = ranks_of(nodes)
    return Skeleton(nodes, ranks, tuple(_parts(nodes, ranks)))


def _parts(nodes: Sequence[Node], ranks: Mapping[int, Rank]) -> Iterable[range]:
    """Stretches of statements, each beginning with a heading where one is near."""
    count, start = len(nodes), 1
    while count - start + 1 > (_WHOLE if start == 1 else _LAST):
        window = range(start + PART * 3 // 5, start + PART + 1)
        headings = [n for n in window if ranks[n].level]
        # The highest heading, of equal ones the last.
        cut = min(headings, key=lambda n: (ranks[n].level, -n), default=start + PART)
        yield range(start, cut)
        start = cut
    yield range(start, count + 1)


def load_part(
    connection: Connection, edition: Edition, whole: Skeleton, numbers: range
) -> tuple[SourceText, Document]:
    """Some statements of a version as a document with its whole text, and the layout of their stretch.

    Statements of notes come with what the notes hang on.
    """
    versions = tables.versions
    text = connection.execute(select(versions.c.text).where(versions.c.key == edition.key)).scalar_one()
    full = load_layout(connection, edition.key)
    wanted, layout = _narrowed(full, whole, numbers)
    document = Document(
        title=edition.title,
        date=edition.date,
        issuer=edition.issuer,
        genre=edition.genre,
        language=edition.language,
        text=text,
        statements=tuple(
            statements_from_rows(
                _rows(connection, tables.statements, edition.key, wanted),
                _rows(connection, tables.mentions, edition.key, wanted),
            )
        ),
        layout=layout,
    )
    source = SourceText(text, edition.media_type, edition.source, edition.encoding, edition.address)
    return source, document


def load_layout(connection: Connection, key: int) -> Layout | None:
    """The layout of the version with this key; None for a file of nothing but characters."""
    table = tables.layouts
    stored = connection.execute(select(table.c.content).where(table.c.version == key)).scalar()
    return None if stored is None else layout_from(stored)


def _rows(
    connection: Connection, table: Table, version: int, numbers: Sequence[int]
) -> list[Mapping[str, Any]]:
    """The rows of some statements with full trails: those that hang on statements left out have theirs empty."""
    found: list[Mapping[str, Any]] = []
    for start in range(0, len(numbers), _AT_ONCE):
        chunk = numbers[start : start + _AT_ONCE]
        query = select(table).where(table.c.version == version, table.c.n.in_(chunk))
        ordered = query.order_by(*table.primary_key.columns)
        found += map(dict, connection.execute(ordered).mappings().all())
    if table is tables.statements:
        inside = set(numbers)
        return [{**row, **_trail(row, inside)} for row in found]
    return found


def _trail(row: Mapping[str, Any], inside: set[int]) -> dict[str, str]:
    # A trail is stored where it is not the parent's; no part of a page shows it.
    return {} if row["trail"] or row["parent"] is None or row["parent"] in inside else {"trail": "[]"}


def _narrowed(layout: Layout | None, whole: Skeleton, numbers: range) -> tuple[list[int], Layout | None]:
    """The statements to load, and the layout of their stretch."""
    if layout is None or len(numbers) == len(whole.nodes):
        return list(numbers), layout
    span = (whole.nodes[numbers[0] - 1].start, whole.nodes[numbers[-1] - 1].end)
    hung: list[Note] = []
    apart: list[Span] = []
    for note in layout.notes:
        if span[0] <= note.anchor < span[1]:
            hung.append(note)
        elif _meets(note.span, span):
            apart.append(note.span)
    elsewhere = _Stretches(apart)
    wanted = {n for n in numbers if not elsewhere.hold(whole.nodes[n - 1])}
    for note in hung:
        around = range(max(1, whole.at(note.span[0])), whole.at(max(note.span[0], note.span[1] - 1)) + 1)
        noted = _Stretches([note.span])
        wanted.update(n for n in around if noted.hold(whole.nodes[n - 1]))
    shown = _Stretches([span, *(note.span for note in hung)])
    return sorted(wanted), replace(
        layout,
        places=tuple(place for place in layout.places if shown.meet(place.span)),
        tables=tuple(_rows_within(table, span) for table in layout.tables if _meets(table.span, span)),
        notes=tuple(hung),
        annotations=tuple(one for one in layout.annotations if shown.meet(one.span)),
        links=tuple(link for link in layout.links if shown.meet(link.span)),
    )


class _Stretches:
    """Stretches of a text, to be asked quickly what stands in them; those that overlap count as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for start, end in sorted(spans):
            if self._spans and start < self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def meet(self, span: Span) -> bool:
        """Whether a stretch meets one of these."""
        place = bisect_right(self._spans, span[0], key=_start)
        return any(_meets(span, one) for one in self._spans[max(0, place - 1) : place + 1])

    def hold(self, node: Node) -> bool:
        """Whether all of a statement's words stand in one of these."""
        place = bisect_right(self._spans, node.first, key=_start) - 1
        return place >= 0 and node.last <= self._spans[place][1]


def _start(span: Span) -> int:
    return span[0]


def _rows_within(table: LaidTable, span: Span) -> LaidTable:
    """A table without the cells that stand outside of a stretch."""
    if span[0] <= table.span[0] and table.span[1] <= span[1]:
        return table
    return replace(table, cells=tuple(cell for cell in table.cells if _meets(cell.span, span)))


def _meets(one: Span, other: Span) -> bool:
    """Whether a stretch, which may be empty, has a character in common with another or stands inside of it."""
    return other[0] <= one[0] < other[1] or one[0] < other[0] < one[1]
