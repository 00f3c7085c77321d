"""A document beside its original: each paragraph, line or printed page with the statements it became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from yaksok.ledger import tables
from yaksok.records.layout import Box, Place
from yaksok.records.mentions import Span
from yaksok.records.statement import Act, Role
from yaksok.views.document_parts import Skeleton, load_layout
from yaksok.views.editions import Edition
from yaksok.views.safety import visible

_AT_ONCE = 400
_LONGEST = 4_000
"""Characters of one paragraph that are shown."""
_MOST_BOXES = 60


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A paragraph or line of the file with its address and its words as they stand; `mark` is not among them."""

    path: str
    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """A statement as it was read; `boxes` surround its lines on the page that is shown, in points."""

    n: int
    role: Role
    act: Act
    marker: str
    text: str
    span: Span
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalRow:
    """What belongs together: paragraphs, and the statements whose words stand in them."""

    places: tuple[SourcePlace, ...]
    statements: tuple[ReadStatement, ...]


@dataclass(frozen=True, slots=True)
class OriginalPart:
    """A part of a file of paragraphs or lines, beside its statements."""

    parts: tuple[range, ...]
    part: int
    rows: tuple[OriginalRow, ...]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of a PDF with its statements; `pages` are those that have text."""

    pages: tuple[int, ...]
    page: int
    statements: tuple[ReadStatement, ...]


def has_pages(edition: Edition) -> bool:
    """Whether the file shows itself as printed pages."""
    return edition.media_type == "application/pdf" and edition.size is not None


def printed_page(
    connection: Connection, edition: Edition, whole: Skeleton, *, page: int | None, at: int
) -> PrintedPage:
    """A page of a PDF: the one asked for, else the one on which statement `at` begins."""
    layout = load_layout(connection, edition.key)
    places = [place for place in layout.places if place.page is not None] if layout else []
    pages = sorted({place.page for place in places if place.page is not None})
    chosen = page or _page_of(places, whole, at) or (pages[0] if pages else 1)
    here = [place for place in places if place.page == chosen]
    numbers = _numbers(whole, [place.span for place in here])
    found = (_with_boxes(one, here) for one in _statements(connection, edition.key, numbers))
    return PrintedPage(tuple(pages), chosen, tuple(one for one in found if one.boxes))


def original_part(
    connection: Connection, edition: Edition, whole: Skeleton, *, at: int, part: int | None
) -> OriginalPart:
    """The part of a file that holds statement `at`, or the one with a number counted from 0."""
    place = whole.part_with(at) if part is None else min(max(part, 0), len(whole.parts) - 1)
    numbers = whole.parts[place]
    if not numbers:
        return OriginalPart(whole.parts, place, ())
    span = (whole.nodes[numbers[0] - 1].start, whole.nodes[numbers[-1] - 1].end)
    text = connection.execute(
        select(tables.versions.c.text).where(tables.versions.c.key == edition.key)
    ).scalar_one()
    layout = load_layout(connection, edition.key)
    if layout is not None and layout.places:
        within = [each for each in layout.places if span[0] <= each.span[0] < span[1]]
    else:
        within = list(_lines(text, span))
    statements = _statements(connection, edition.key, list(numbers))
    return OriginalPart(whole.parts, place, tuple(_rows(within, statements, text)))


def _page_of(places: Sequence[Place], whole: Skeleton, at: int) -> int | None:
    if not 1 <= at <= len(whole.nodes):
        return None
    start = whole.nodes[at - 1].first
    return next((place.page for place in places if place.span[1] > start), None)


def _numbers(whole: Skeleton, spans: Sequence[Span]) -> list[int]:
    """The statements whose extents meet some stretches of the text."""
    found: set[int] = set()
    for start, end in spans:
        found.update(range(max(1, whole.at(start)), whole.at(max(start, end - 1)) + 1))
    return sorted(found)


def _statements(connection: Connection, key: int, numbers: Sequence[int]) -> list[ReadStatement]:
    table = tables.statements
    columns = (table.c.n, table.c.role, table.c.act, table.c.marker, table.c.text)
    query = select(*columns, table.c.span_start, table.c.span_end).order_by(table.c.n)
    found: list[ReadStatement] = []
    for start in range(0, len(numbers), _AT_ONCE):
        chunk = numbers[start : start + _AT_ONCE]
        for row in connection.execute(query.where(table.c.version == key, table.c.n.in_(chunk))):
            span = (row.span_start, row.span_end)
            found.append(
                ReadStatement(row.n, row.role, row.act, visible(row.marker), visible(row.text), span)
            )
    return found


def _with_boxes(one: ReadStatement, places: Iterable[Place]) -> ReadStatement:
    boxes = tuple(place.box for place in places if place.box is not None and _meets(place.span, one.span))
    return ReadStatement(one.n, one.role, one.act, one.marker, one.text, one.span, boxes[:_MOST_BOXES])


def _lines(text: str, span: Span) -> Iterator[Place]:
    """The lines of a plain text within a stretch; addresses count from 1 as those of `yaksok convert` do."""
    number = text.count("\n", 0, span[0]) + 1
    at = span[0]
    for line in text[slice(*span)].split("\n"):
        yield Place((at, at + len(line)), f"line{number}")
        at += len(line) + 1
        number += 1


def _rows(places: Sequence[Place], statements: Sequence[ReadStatement], text: str) -> Iterator[OriginalRow]:
    """Paragraphs and statements put together wherever they share characters."""
    items: list[tuple[Span, Place | ReadStatement]] = [
        (place.span, place) for place in places if text[slice(*place.span)].strip() or place.mark
    ]
    items += [(one.span, one) for one in statements]
    items.sort(key=lambda item: (item[0], isinstance(item[1], ReadStatement)))
    together: list[Place | ReadStatement] = []
    end = -1
    for span, item in items:
        if together and span[0] >= end:
            yield _row(together, text)
            together = []
        together.append(item)
        end = max(end, span[1]) if len(together) > 1 else span[1]
    if together:
        yield _row(together, text)


def _row(together: Iterable[Place | ReadStatement], text: str) -> OriginalRow:
    places: list[SourcePlace] = []
    statements: list[ReadStatement] = []
    for item in together:
        if isinstance(item, ReadStatement):
            statements.append(item)
        else:
            words = text[item.span[0] : min(item.span[1], item.span[0] + _LONGEST)]
            places.append(SourcePlace(visible(item.path), visible(words.strip("\n")), visible(item.mark)))
    return OriginalRow(tuple(places), tuple(statements))


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
