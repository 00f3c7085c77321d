"""Sets of places as large integers, a bit for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FILLED = re.compile(rb"[^\x00]+")
_SET = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def bits(places: Iterable[int], size: int) -> int:
    """An integer with the bits at some places."""
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


def stretch(start: int, stop: int) -> int:
    """An integer with the bits from one place to before another."""
    return (1 << stop) - (1 << start) if stop > start else 0


def ones(mask: int) -> Iterator[int]:
    """The places of the bits of an integer."""
    held = mask.to_bytes(mask.bit_length() // 8 + 1, "little")
    for filled in _FILLED.finditer(held):
        for index, byte in enumerate(filled[0], filled.start()):
            for bit in _SET[byte]:
                yield index * 8 + bit
