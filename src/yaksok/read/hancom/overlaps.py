"""Letters that are printed on one another (글자겹침), such as a number in a circle."""

from __future__ import annotations

from yaksok.read.hancom.number_formats import written
from yaksok.read.hancom.private_use import shown

# Programs before 2007 kept the two halves of a circled number at other codes, in the same order.
_FORMER_CODES = {0xA491 + at: 0xF0289 + at for at in range(19)}
_BLACK = "❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴"


def overlapped(text: str, frame: str) -> tuple[str, int]:
    """What overlapping letters show, and how many private-use characters no table explains.

    `frame` is OWPML's circleType, such as "SHAPE_CIRCLE" or "CHAR" for none. A number in a frame becomes the
    circled number, a black one in a reversed frame; other letters are set one after another.
    """
    plain, unknown = shown(text.translate(_FORMER_CODES))
    plain = plain.strip()
    if frame.startswith("SHAPE") and plain.isdecimal() and 1 <= len(plain) <= 2 and 1 <= int(plain) <= 20:
        number = int(plain)
        return (_BLACK[number - 1] if "REVERSAL" in frame else written(number, "CIRCLED_DIGIT")), unknown
    return plain, unknown
