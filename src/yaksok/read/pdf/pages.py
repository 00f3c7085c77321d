"""One page of a PDF: its characters and lines, put together as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pypdfium2 import PdfPage

from yaksok.read.pdf import library
from yaksok.read.pdf.columns import Piece, Region, regions_of
from yaksok.read.pdf.content import Item, Line, Page
from yaksok.read.pdf.frame import Frame, Quarter, frame_of, turned_back_box, turned_box
from yaksok.read.pdf.glyphs import Glyph, PageGlyphs, glyphs_of
from yaksok.read.pdf.grids import grids_of
from yaksok.read.pdf.line_text import line_text, wide_gaps
from yaksok.read.pdf.rows import Row, rows_of
from yaksok.read.pdf.strokes import Drawing, Stroke, drawing_of
from yaksok.read.pdf.tables import tables_of

# Fewer characters on a page that a picture covers are a stamp or a page number on a scan.
_FEW_CHARACTERS = 20
_COVERS = 0.4
_MANY_SHAPES = 400
_ALIGNED = 3.0
# A line across that is neither a margin-wide rule nor a dash.
_SHORT_RULE = (0.08, 0.55)


def page_of(page: PdfPage, number: int, room: int) -> Page:
    """The content of a page; `room` is the number of characters that may still be read."""
    frame = frame_of(page.get_bbox(), page.get_rotation())
    text_page = page.get_textpage()
    try:
        count = min(text_page.count_chars(), room)
        glyphs = glyphs_of(library.address_of(text_page.raw), count, frame)
    finally:
        text_page.close()
    drawing = drawing_of(library.address_of(page.raw), frame)
    return assembled(glyphs, drawing, frame, number)


def assembled(glyphs: PageGlyphs, drawing: Drawing, frame: Frame, number: int) -> Page:
    """The content of a page from its characters and lines."""
    covered = _covered(drawing, frame)
    shown = _visible(glyphs, covered)
    quarter: Quarter = max(shown, key=lambda key: (len(shown[key]), -key)) if shown else 0
    view = turned_box((0.0, 0.0, frame.width, frame.height), quarter)
    page = Page(number, view[2] - view[0], view[3] - view[1], quarter, view[0], view[1])
    page.characters = glyphs.read
    page.meaningless = glyphs.meaningless
    page.cut = drawing.cut
    page.picture = _is_picture(sum(map(len, shown.values())), covered, drawing.shapes)
    across, down = _strokes(drawing, quarter)
    main = _inside(shown.get(quarter, []), view)
    aside = _turned_lines(shown, quarter, glyphs.oblique)
    tables = tables_of(grids_of(across, down), main, aside)
    rows = rows_of(tables.outside)
    page.items = [item for region in regions_of(rows, tables.blocks) for item in _items(region)]
    page.items.extend(tables.lines_outside)
    page.rules = _short_rules(across, down, page.width)
    return page


def _is_picture(characters: int, covered: float, shapes: int) -> bool:
    """Whether a page is a scan, perhaps with a stamp, or has all its letters drawn as shapes."""
    if covered >= _COVERS:
        return characters <= _FEW_CHARACTERS
    return characters == 0 and shapes >= _MANY_SHAPES


def _covered(drawing: Drawing, frame: Frame) -> float:
    """The share of the page that its largest picture covers."""
    area = max(frame.width * frame.height, 1.0)
    return max(
        ((right - left) * (bottom - top) / area for left, top, right, bottom in drawing.images), default=0.0
    )


def _visible(glyphs: PageGlyphs, covered: float) -> dict[Quarter, list[Glyph]]:
    """What is read: what is painted, and over a picture what text recognition laid there."""
    if not glyphs.hidden or covered < _COVERS:
        return glyphs.shown
    quarters = glyphs.shown.keys() | glyphs.hidden.keys()
    return {
        quarter: [*glyphs.shown.get(quarter, []), *glyphs.hidden.get(quarter, [])]
        for quarter in sorted(quarters)
    }


def _strokes(drawing: Drawing, quarter: Quarter) -> tuple[list[Stroke], list[Stroke]]:
    """Lines across and down in a view."""
    if quarter == 0:
        return list(drawing.across), list(drawing.down)
    across: list[Stroke] = []
    down: list[Stroke] = []
    boxes = [(line.start, line.place, line.end, line.place) for line in drawing.across]
    boxes += [(line.place, line.start, line.place, line.end) for line in drawing.down]
    for box in boxes:
        left, top, right, bottom = turned_box(box, quarter)
        if right - left >= bottom - top:
            across.append(Stroke((top + bottom) / 2, left, right))
        else:
            down.append(Stroke((left + right) / 2, top, bottom))
    return across, down


def _inside(glyphs: list[Glyph], view: tuple[float, float, float, float]) -> list[Glyph]:
    """Glyphs that stand on the page; what is set beside it is not printed."""
    left, top, right, bottom = view
    return [
        glyph
        for glyph in glyphs
        if left <= (glyph.left + glyph.right) / 2 <= right
        and top <= glyph.baseline - glyph.size / 3 <= bottom
    ]


def _turned_lines(shown: dict[Quarter, list[Glyph]], main: Quarter, oblique: list[Glyph]) -> list[Line]:
    """Lines that run in other directions than most of the page, with their boxes in its view."""
    lines = []
    for quarter in sorted(shown):
        if quarter == main:
            continue
        for row in rows_of(shown[quarter]):
            line = _line(row.glyphs, row, 0)
            box = turned_box(turned_back_box(line.box, quarter), main)
            line.left, _, line.right, bottom = box
            line.baseline = bottom
            line.quarter = quarter
            lines.append(line)
    if oblique:
        text = "".join(glyph.text for glyph in oblique).strip()
        first = oblique[0]
        if text:
            lines.append(Line(text, first.left, first.right, first.baseline, first.size, kind="footer"))
    return lines


def _short_rules(
    across: Iterable[Stroke], down: Sequence[Stroke], width: float
) -> list[tuple[float, float, float]]:
    """Lines across that touch no line down, such as the one above footnotes."""
    least, most = _SHORT_RULE
    return [
        (stroke.place, stroke.start, stroke.end)
        for stroke in across
        if least * width <= stroke.end - stroke.start <= most * width
        and not any(
            line.start - 2 <= stroke.place <= line.end + 2
            and stroke.start - 2 <= line.place <= stroke.end + 2
            for line in down
        )
    ]


@dataclass(slots=True)
class _Joined:
    """Pieces of one row that one region holds."""

    pieces: list[Piece]
    gaps: list[tuple[int, float]]

    def glyphs(self) -> tuple[Glyph, ...]:
        return tuple(glyph for piece in self.pieces for glyph in piece.glyphs)


def _items(region: Region) -> list[Item]:
    """Lines and tables of a region; the pieces of a row are one line."""
    rows: dict[int, list[Piece]] = {}
    for piece in region.pieces:
        rows.setdefault(piece.row, []).append(piece)
    joined = []
    for pieces in rows.values():
        pieces.sort(key=lambda piece: piece.left)
        line = _Joined(pieces, [])
        if len(pieces) > 1:
            glyphs = line.glyphs()
            line.gaps = [
                (number, glyphs[number].left)
                for number in wide_gaps(glyphs)
                if glyphs[number - 1].text != " "
            ]
        joined.append(line)
    items: list[Item] = []
    for number, line in enumerate(joined):
        first = line.pieces[0]
        if first.table is not None:
            first.table.column = region.column
            items.append(first.table)
            continue
        beside = [near.gaps for near in joined[max(0, number - 1) : number + 2] if near is not line]
        tabs = frozenset(place for place, left in line.gaps if _is_aligned(left, beside))
        glyphs = line.glyphs()
        text = line_text(glyphs, tabs=tabs)
        baseline = first.top + first.size
        items.append(
            Line(
                text.text,
                glyphs[0].left,
                max(piece.right for piece in line.pieces),
                baseline,
                first.size,
                region.column,
                text.raised,
            )
        )
    return items


def _is_aligned(left: float, beside: Iterable[list[tuple[int, float]]]) -> bool:
    """Whether a line next to this one also goes on at a place behind a wide gap."""
    return any(abs(left - other) <= _ALIGNED for gaps in beside for _, other in gaps)


def _line(glyphs: Sequence[Glyph], row: Row, column: int) -> Line:
    text = line_text(glyphs)
    return Line(text.text, row.left, row.right, row.baseline, row.size, column, text.raised)
