"""The characters of a page with their places, as they are drawn."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from math import hypot
from typing import NamedTuple

from yaksok.read.pdf import library
from yaksok.read.pdf.frame import Frame, Quarter, turned
from yaksok.read.pdf.signs import is_meaningless, sign_of


class Glyph(NamedTuple):
    """One drawn character in a view: horizontal extent with its side bearings, baseline, type size (points).

    `raised` marks a small character above the baseline of its line, as figures of notes are.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    raised: bool = False


@dataclass(slots=True)
class PageGlyphs:
    """The characters of a page by the direction in which they run.

    `hidden` are characters that are not painted, as text recognition lays them over a scan. `oblique` ones run in no
    right angle, as watermarks do. `meaningless` counts those that the fonts do not explain, `read` all.
    """

    shown: dict[Quarter, list[Glyph]] = field(default_factory=dict)
    hidden: dict[Quarter, list[Glyph]] = field(default_factory=dict)
    oblique: list[Glyph] = field(default_factory=list)
    read: int = 0
    meaningless: int = 0


class _Style(NamedTuple):
    """What the characters of one text object share.

    `plain`: their boxes can be taken as PDFium gives them. `explained`: the font says what they mean.
    """

    quarter: Quarter | None
    size: float
    baseline: float
    glyphs: list[Glyph]
    plain: bool
    explained: bool


def glyphs_of(text_page: int, count: int, frame: Frame) -> PageGlyphs:
    """The characters of a page; `text_page` is the address of PDFium's text page, `count` its characters."""
    scan = _Scan(text_page, frame)
    scan.walk(count)
    return scan.page


class _Scan:
    """One walk over the characters of a page, with room for what PDFium writes."""

    def __init__(self, text_page: int, frame: Frame) -> None:
        self.page = PageGlyphs()
        self._text_page = text_page
        self._frame = frame
        self._floats = (ctypes.c_float * 6)()
        self._doubles = (ctypes.c_double * 4)()
        self._float_address = ctypes.addressof(self._floats)
        self._double_address = ctypes.addressof(self._doubles)

    def walk(self, count: int) -> None:
        unicode_of, box_of, object_of = library.unicode_of, library.loose_box_of, library.text_object_of
        text_page, page = self._text_page, self.page
        floats, address = self._floats, self._float_address
        styles: dict[int, _Style] = {}
        style = _Style(0, 1.0, 0.0, [], plain=True, explained=True)
        _, size, baseline, glyphs, plain, explained = style
        last_object = -1
        before = (0, 0.0, 0.0)
        shift = self._frame.e
        for index in range(count):
            drawn_by = object_of(text_page, index)
            if drawn_by is None:
                continue
            box_of(text_page, index, address)
            left, bottom, right, top = floats[:4]
            if bottom == top and library.is_generated(text_page, index):
                continue
            if drawn_by != last_object:
                if drawn_by not in styles:
                    styles[drawn_by] = self._style(index, drawn_by)
                style = styles[drawn_by]
                _, size, baseline, glyphs, plain, explained = style
                last_object = drawn_by
            code = unicode_of(text_page, index)
            page.read += 1
            if not explained or is_meaningless(code):
                page.meaningless += 1
            if not plain or bottom == top:
                glyphs.append(self._turned_glyph(index, sign_of(code), style))
            elif drawn_by == before[0] and left == before[1] and right == before[2] and left != right:
                # PDFium takes a ligature apart: its letters share one box.
                last = glyphs.pop()
                glyphs.append(last._replace(text=last.text + sign_of(code)))
            else:
                before = (drawn_by, left, right)
                glyphs.append(Glyph(sign_of(code), left + shift, right + shift, baseline, size))

    def _style(self, index: int, drawn_by: int) -> _Style:
        """The style of a text object, from its first character."""
        library.matrix_of(self._text_page, index, self._float_address)
        a, b, c, d, _, _ = self._floats
        quarter = self._frame.direction(a, b)
        size = library.font_size_of(self._text_page, index) * hypot(c, d)
        x, y = self._origin(index)
        hidden = library.render_mode_of(drawn_by) == library.INVISIBLE
        if quarter is None:
            target = self.page.oblique
        else:
            target = (self.page.hidden if hidden else self.page.shown).setdefault(quarter, [])
            x, y = turned(x, y, quarter)
        plain = quarter == 0 and self._frame.a == 1 and abs(b) < abs(a) * 1e-3
        explained = not library.has_no_meaning(self._text_page, index)
        return _Style(quarter, size if size > 0 else 1.0, y, target, plain, explained)

    def _origin(self, index: int) -> tuple[float, float]:
        address = self._double_address
        library.origin_of(self._text_page, index, address, address + 8)
        return self._frame.point(self._doubles[0], self._doubles[1])

    def _turned_glyph(self, index: int, text: str, style: _Style) -> Glyph:
        """A character that runs in another direction, or that PDFium gives no advance width for."""
        x, y = self._origin(index)
        quarter: Quarter = style.quarter or 0
        left, baseline = turned(x, y, quarter)
        address = self._double_address
        right = left + style.size / 4
        if not text.isspace() and library.ink_box_of(
            self._text_page, index, address, address + 8, address + 16, address + 24
        ):
            first_x, last_x, first_y, last_y = self._doubles
            corners = (
                turned(*self._frame.point(first_x, first_y), quarter),
                turned(*self._frame.point(last_x, last_y), quarter),
            )
            right = max(corners[0][0], corners[1][0], left)
        return Glyph(text, left, right, baseline, style.size)
