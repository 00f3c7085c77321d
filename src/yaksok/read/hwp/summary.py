"""The title in a document's summary, a property set as [MS-OLEPS] describes it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from yaksok.errors import DamagedFile
from yaksok.read.hwp.container import Container
from yaksok.read.hwp.tables import flat
from yaksok.read.office.flow import FlowBlock

_STREAM = "\x05HwpSummaryInformation"
_FIRST_SET: Final = 44
_TITLE: Final = 2
_ANSI, _WIDE = 30, 31
_MOST_PROPERTIES = 256
_LONGEST = 1_000
_FIRST_PARAGRAPHS = 60
_SHORTEST = 5


def shown_title(container: Container, blocks: Iterable[FlowBlock]) -> str | None:
    """The title in the summary, if the first page shows it: it is often left over from another document."""
    if not container.has(_STREAM):
        return None
    try:
        title = title_in(container.raw(_STREAM))
    except DamagedFile:
        return None
    wanted = "".join(title.split())
    if len(wanted) < _SHORTEST:
        return None
    first = islice(flat(blocks), _FIRST_PARAGRAPHS)
    return title if any("".join(each.text.split()) == wanted for each in first) else None


def title_in(data: bytes) -> str:
    """The title of a property set, "" where there is none or the set is damaged."""
    start = _u32(data, _FIRST_SET)
    for number in range(min(_u32(data, start + 4), _MOST_PROPERTIES)):
        at = start + 8 + 8 * number
        if _u32(data, at) == _TITLE:
            return _string(data, start + _u32(data, at + 4))
    return ""


def _string(data: bytes, at: int) -> str:
    kind, length, begin = _u32(data, at), _u32(data, at + 4), at + 8
    if length > _LONGEST:
        return ""
    if kind == _WIDE:
        text = data[begin : begin + 2 * length].decode("utf-16-le", "replace")
    elif kind == _ANSI:
        text = data[begin : begin + length].decode("cp949", "replace")
    else:
        text = ""
    return text.split("\0", 1)[0].strip()


def _u32(data: bytes, position: int) -> int:
    return int.from_bytes(data[position : position + 4], "little")
