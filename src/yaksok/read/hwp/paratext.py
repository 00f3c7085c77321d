"""The characters of a paragraph: runs of text, and the controls between them.

PARA_TEXT holds units of 16 bits. Units below 32 are controls: some take one unit, the others eight, of which
the second and third name the control (Hancom's format description, table 6). Positions here count units,
as everything else in the file does.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FIELD_BEGIN: Final = 3
FIELD_END: Final = 4
TAB: Final = 9
LINE_BREAK: Final = 10
PARAGRAPH_END: Final = 13

_WIDE = frozenset({*range(1, 10), 11, 12, *range(14, 24)})
# Those that have a control record of their own, in the same order as in the text.
_EXTENDED = frozenset({1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23})
_CONTROL = re.compile("[\x00-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHOWN = {TAB: "\t", LINE_BREAK: "\n", 24: "-", 30: "\u00a0", 31: " "}
_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Run:
    """Characters without a control among them, from `start` on; `units` is their number in the file."""

    start: int
    units: int
    text: str

    def part(self, start: int, end: int) -> str:
        """The text of some of its units, counted as in the paragraph."""
        if (start, end) == (self.start, self.start + self.units):
            return self.text
        data = self.text.encode("utf-16-le")
        if len(data) < 2 * self.units:
            # One shown character for a control of eight units, which a range takes whole or not at all.
            return self.text if start == self.start else ""
        return data[2 * (start - self.start) : 2 * (end - self.start)].decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class Mark:
    """A control at `start`; `extended` ones have a record. `id` is its name, such as "tbl ", if it has one."""

    start: int
    code: int
    id: str
    extended: bool


def plain_text(data: bytes) -> str | None:
    """The text of a paragraph without controls, None for one that has some (most have none)."""
    try:
        text = data.decode("utf-16-le")
    except UnicodeDecodeError:
        return None
    text = text.removesuffix("\r")
    return None if _CONTROL.search(text) else text


def split_text(data: bytes) -> Iterator[Run | Mark]:
    """The runs and controls of a paragraph up to its end. Half a pair of surrogates becomes U+FFFD."""
    units = _units(data)
    position = 0
    length = len(units)
    while position < length:
        match = _CONTROL.search(units, position)
        end = match.start() if match else length
        if end > position:
            yield Run(position, end - position, characters(units[position:end]))
        if match is None:
            break
        code = ord(units[end])
        if code == PARAGRAPH_END:
            break
        position = end + (_WIDTH if code in _WIDE else 1)
        if code in _SHOWN:
            yield Run(end, position - end, _SHOWN[code])
        elif code in _WIDE:
            yield Mark(end, code, _name(units[end + 1 : end + 3]), code in _EXTENDED)


def characters(units: str) -> str:
    """Text from a string of 16-bit units, in which pairs of surrogates stand apart."""
    if _SURROGATE.search(units) is None:
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def control_name(code: int) -> str:
    """The name of a control from its 32 bits: 0x74626C20 is "tbl "."""
    return code.to_bytes(4, "big").decode("latin-1")


def _units(data: bytes) -> str:
    """One character for each unit of 16 bits, whatever they mean together."""
    try:
        text = data.decode("utf-16-le")
    except UnicodeDecodeError:
        text = ""
    if len(text) * 2 == len(data):
        return text
    return "".join(map(chr, struct.unpack_from(f"<{len(data) // 2}H", data)))


def _name(units: str) -> str:
    if len(units) < 2:
        return ""
    return control_name(ord(units[0]) | ord(units[1]) << 16)
