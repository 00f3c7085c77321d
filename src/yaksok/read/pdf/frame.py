"""From the coordinates of a PDF page to those of the eye: points from the upper left corner, downwards.

A page may be shifted (crop box) and turned (its /Rotate entry); text on it may be turned again. A `View` is the page as it has to be
held to read the text of one direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.layout import Box

Quarter = Literal[0, 1, 2, 3]
"""The direction in which a text runs, in quarter turns clockwise: rightwards, down, leftwards, up."""

# A text that leans by more than this share (some six degrees) runs in no such direction.
_OBLIQUE = 0.1


@dataclass(frozen=True, slots=True)
class Frame:
    """x' = a x + c y + e, y' = b x + d y + f: user space of a page to the page as it is shown."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of user space is shown."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a box of user space is shown."""
        return ordered(*self.point(left, bottom), *self.point(right, top))

    def direction(self, x: float, y: float) -> Quarter | None:
        """The direction of a vector of user space as it is shown; None if it is oblique."""
        across = self.a * x + self.c * y
        down = self.b * x + self.d * y
        if abs(down) <= _OBLIQUE * abs(across):
            return 0 if across > 0 else 2
        if abs(across) <= _OBLIQUE * abs(down):
            return 1 if down > 0 else 3
        return None


def frame_of(box: tuple[float, float, float, float], rotation: int) -> Frame:
    """The frame of a page: its box in user space (left, bottom, right, top), turned clockwise by degrees."""
    left, bottom, right, top = box
    width, height = abs(right - left), abs(top - bottom)
    turn = rotation % 360
    if turn == 90:
        return Frame(0, 1, 1, 0, -bottom, -left, height, width)
    if turn == 180:
        return Frame(-1, 0, 0, 1, right, -bottom, width, height)
    if turn == 270:
        return Frame(0, -1, -1, 0, top, right, height, width)
    return Frame(1, 0, 0, -1, -left, top, width, height)


def ordered(x0: float, y0: float, x1: float, y1: float) -> Box:
    """The box between two corners."""
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def turned(x: float, y: float, quarter: Quarter) -> tuple[float, float]:
    """A point of the shown page, in a view where text of a direction runs rightwards."""
    if quarter == 0:
        return x, y
    if quarter == 1:
        return y, -x
    return (-x, -y) if quarter == 2 else (-y, x)


def turned_back(x: float, y: float, quarter: Quarter) -> tuple[float, float]:
    """The point of the shown page that a point of a view is."""
    if quarter == 0:
        return x, y
    if quarter == 1:
        return -y, x
    return (-x, -y) if quarter == 2 else (y, -x)


def turned_box(box: Box, quarter: Quarter) -> Box:
    """A box of the shown page in a view."""
    return ordered(*turned(box[0], box[1], quarter), *turned(box[2], box[3], quarter))


def turned_back_box(box: Box, quarter: Quarter) -> Box:
    """The box of the shown page that a box of a view is."""
    return ordered(*turned_back(box[0], box[1], quarter), *turned_back(box[2], box[3], quarter))
