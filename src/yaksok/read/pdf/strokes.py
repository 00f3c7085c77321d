"""The straight lines of a page, and its pictures: what tables are ruled with, and what scans are made of."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from yaksok.read.pdf import library
from yaksok.read.pdf.frame import Frame, ordered
from yaksok.records.layout import Box

MOST_OBJECTS = 300_000
"""Objects of one page; dotted frames alone make ten thousand."""
_DEEPEST_FORM = 12
_MOST_SEGMENTS = 4_000
_MOST_SEGMENTS_OF_PAGE = 200_000
# A rule is at most this thick, in points; what is thicker is an area.
_THICKEST = 3.0
# Between the dashes of a dotted line, in points.
_DASH_GAP = 3.0
_START = itemgetter(1)
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]
# Place, start and end, as in Stroke; a plain tuple is made many times faster.
_Line = tuple[float, float, float]


class Stroke(NamedTuple):
    """A straight line: at `place` (y of a horizontal one, x of a vertical one) from `start` to `end`."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Straight lines and pictures of a page as it is shown.

    `shapes` counts the paths that are no straight line; `cut`: there were more objects than are looked at.
    """

    across: tuple[Stroke, ...] = ()
    down: tuple[Stroke, ...] = ()
    images: tuple[Box, ...] = ()
    shapes: int = 0
    cut: bool = False


def drawing_of(page: int, frame: Frame) -> Drawing:
    """The straight lines and pictures of a page; `page` is the address of PDFium's page."""
    scan = _Scan()
    scan.walk(page)
    across, down = _merged(scan.across), _merged(scan.down)
    shown: tuple[list[Stroke], list[Stroke]] = ([], [])
    for place, start, end in across:
        _add_shown(shown, frame.point(start, place), frame.point(end, place))
    for place, start, end in down:
        _add_shown(shown, frame.point(place, start), frame.point(place, end))
    images = tuple(frame.box(*box) for box in scan.images)
    return Drawing(tuple(shown[0]), tuple(shown[1]), images, scan.shapes, scan.cut)


def _add_shown(
    shown: tuple[list[Stroke], list[Stroke]], first: tuple[float, float], second: tuple[float, float]
) -> None:
    (x0, y0), (x1, y1) = first, second
    if abs(x0 - x1) >= abs(y0 - y1):
        shown[0].append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    else:
        shown[1].append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


class _Scan:
    """One walk over the objects of a page; strokes and boxes in the page's user space."""

    def __init__(self) -> None:
        self.across: list[_Line] = []
        self.down: list[_Line] = []
        self.images: list[Box] = []
        self.shapes = 0
        self.cut = False
        self._floats = (ctypes.c_float * 6)()
        self._address = ctypes.addressof(self._floats)
        self._objects = 0
        self._segments = 0

    def walk(self, page: int) -> None:
        count = library.count_objects(page)
        self.cut = count > MOST_OBJECTS
        object_at, object_type = library.object_at, library.object_type
        bounds, address, floats = library.object_bounds, self._address, self._floats
        add_across = self.across.append
        path = library.PATH
        # A frame of dots is made of thousands of paths. Those that are as thin as a rule are taken here at
        # once, and one that goes on from the one before makes it longer.
        place, start, end = -1.0, 0.0, 0.0
        for index in range(min(count, MOST_OBJECTS)):
            item = object_at(page, index)
            kind = object_type(item)
            if kind == path:
                if not bounds(item, address, address + 4, address + 8, address + 12):
                    continue
                left, bottom, right, top = floats[:4]
                if top - bottom > _THICKEST:
                    if right - left > _THICKEST:
                        self._add_shape(item, _IDENTITY)
                    else:
                        self._add_down((left + right) / 2, bottom, top)
                    continue
                if top - bottom >= right - left:
                    self._add_down((left + right) / 2, bottom, top)
                    if top - bottom > right - left:
                        continue
                middle = (bottom + top) / 2
                if middle == place and start <= left <= end + _DASH_GAP:
                    end = max(end, right)
                else:
                    add_across((place, start, end))
                    place, start, end = middle, left, right
            elif kind in {library.IMAGE, library.FORM}:
                self._look(item, kind, _IDENTITY, 0)
        add_across((place, start, end))

    def _add_down(self, place: float, start: float, end: float) -> None:
        """Adds a line down; a dash that goes on from the one before makes it longer."""
        if self.down:
            before = self.down[-1]
            if before[0] == place and before[1] - _DASH_GAP <= end and start <= before[2] + _DASH_GAP:
                self.down[-1] = (place, min(before[1], start), max(before[2], end))
                return
        self.down.append((place, start, end))

    def _look(self, item: int, kind: int, matrix: Matrix, depth: int) -> None:
        """Adds a picture, or what is in a form."""
        if kind == library.PATH:
            box = self._bounds(item, matrix)
            if box[2] - box[0] > _THICKEST and box[3] - box[1] > _THICKEST:
                self._add_shape(item, matrix)
            else:
                self._add_box(box)
        elif kind == library.IMAGE:
            self.images.append(self._bounds(item, matrix))
        elif kind == library.FORM and depth < _DEEPEST_FORM:
            library.object_matrix(item, self._address)
            inner = _product(_matrix(self._floats), matrix)
            for index in range(library.count_form_objects(item)):
                self._objects += 1
                if self._objects > MOST_OBJECTS:
                    self.cut = True
                    return
                member = library.form_object_at(item, index)
                self._look(member, library.object_type(member), inner, depth + 1)

    def _bounds(self, item: int, matrix: Matrix) -> Box:
        address = self._address
        if not library.object_bounds(item, address, address + 4, address + 8, address + 12):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._floats[:4]
        return ordered(*_applied(matrix, left, bottom), *_applied(matrix, right, top))

    def _add_box(self, box: Box) -> None:
        """Adds a box that is no wider or no higher than a rule."""
        left, bottom, right, top = box
        if right - left >= top - bottom:
            self.across.append(((bottom + top) / 2, left, right))
        if top - bottom >= right - left:
            self._add_down((left + right) / 2, bottom, top)

    def _add_shape(self, item: int, matrix: Matrix) -> None:
        """Adds the sides of a path that is no rule as a whole: a stroked box, many rules in one path."""
        self.shapes += 1
        count = library.count_segments(item)
        self._segments += count
        if count > _MOST_SEGMENTS or self._segments > _MOST_SEGMENTS_OF_PAGE:
            return
        stroked = self._is_stroked(item)
        # One filled area is a background.
        if stroked or count > 6:
            for points in self._outlines(item, count, matrix):
                self._add_outline(points, stroked=stroked)

    def _is_stroked(self, item: int) -> bool:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        library.draw_mode(item, ctypes.addressof(mode), ctypes.addressof(stroke))
        return bool(stroke.value)

    def _outlines(self, item: int, count: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
        """The polygons of a path; nothing of a path with curves."""
        library.object_matrix(item, self._address)
        whole = _product(_matrix(self._floats), matrix)
        outlines: list[list[tuple[float, float]]] = []
        for index in range(count):
            segment = library.segment_at(item, index)
            kind = library.segment_type(segment)
            if kind == library.CURVE_TO:
                return []
            library.segment_point(segment, self._address, self._address + 4)
            if kind == library.MOVE_TO or not outlines:
                outlines.append([])
            outlines[-1].append(_applied(whole, self._floats[0], self._floats[1]))
        return outlines

    def _add_outline(self, points: list[tuple[float, float]], *, stroked: bool) -> None:
        """Adds the sides of a stroked polygon, or a filled one that is as thin as a rule."""
        if len(points) < 2:
            return
        if not stroked:
            across, up = [x for x, _ in points], [y for _, y in points]
            box = (min(across), min(up), max(across), max(up))
            if box[2] - box[0] <= _THICKEST or box[3] - box[1] <= _THICKEST:
                self._add_box(box)
            return
        closed = [*points, points[0]] if len(points) in {4, 5} else points
        for (x0, y0), (x1, y1) in pairwise(closed):
            if abs(y0 - y1) <= 0.5 < abs(x0 - x1):
                self.across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= 0.5 < abs(y0 - y1):
                self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _merged(strokes: list[_Line]) -> list[_Line]:
    """Strokes that go on from each other, as the dashes of a dotted line do, as one."""
    rows: dict[int, list[_Line]] = {}
    for stroke in strokes:
        row = rows.get(int(stroke[0]))
        if row is None:
            rows[int(stroke[0])] = [stroke]
        else:
            row.append(stroke)
    result: list[_Line] = []
    for row in rows.values():
        row.sort(key=_START)
        place, start, end = row[0]
        for stroke in row:
            if stroke[1] > end + _DASH_GAP:
                result.append((place, start, end))
                place, start, end = stroke
            elif stroke[2] > end:
                end = stroke[2]
        result.append((place, start, end))
    return result


def _matrix(floats: ctypes.Array[ctypes.c_float]) -> Matrix:
    a, b, c, d, e, f = floats
    return a, b, c, d, e, f


def _applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies the first, then the second."""
    a, b, c, d, e, f = first
    origin = _applied(second, e, f)
    right = (second[0] * a + second[2] * b, second[1] * a + second[3] * b)
    up = (second[0] * c + second[2] * d, second[1] * c + second[3] * d)
    return (*right, *up, *origin)
