"""Data records: the units of the streams DocInfo and SectionN.

A record is a header of 32 bits (tag: 10, level: 10, size: 12; a size of 4,095 means that four more bytes hold
it) and its data. Levels make a tree: a record belongs to the nearest one before it with a lower level.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yaksok.errors import DamagedFile, NestedTooDeep, ReadingError, UnpacksTooLarge

DEEPEST = 256
"""Levels of records; real files stay below 20, and a table in a table costs two."""
MOST_RECORDS = 4_000_000
"""Records of one document; a book of a thousand pages has some 200,000."""

# DocInfo
DOCUMENT_PROPERTIES: Final = 0x10
ID_MAPPINGS: Final = 0x11
CHAR_SHAPE: Final = 0x15
NUMBERING: Final = 0x17
BULLET: Final = 0x18
PARA_SHAPE: Final = 0x19
STYLE: Final = 0x1A
DISTRIBUTION_DATA: Final = 0x1C
TRACK_CHANGE: Final = 0x60
TRACK_CHANGE_AUTHOR: Final = 0x61
# Sections
PARA_HEADER: Final = 0x42
PARA_TEXT: Final = 0x43
PARA_CHAR_SHAPE: Final = 0x44
PARA_LINE_SEG: Final = 0x45
PARA_RANGE_TAG: Final = 0x46
CTRL_HEADER: Final = 0x47
LIST_HEADER: Final = 0x48
FOOTNOTE_SHAPE: Final = 0x4A
SHAPE_COMPONENT: Final = 0x4C
TABLE: Final = 0x4D
CTRL_DATA: Final = 0x57
EQUATION: Final = 0x58
TEXT_ART: Final = 0x5A
FORM_OBJECT: Final = 0x5B
MEMO_LIST: Final = 0x5D

_WORD = struct.Struct("<I").unpack_from
_LONG = 0xFFF


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one stream: parallel lists by number.

    `starts` and `ends` are where the data of each record stand in `data`; `after` is the number of the first
    record behind it that is no part of it. `whole`: the last record ends where the stream ends.
    """

    data: bytes
    tags: list[int]
    levels: list[int]
    starts: list[int]
    ends: list[int]
    after: list[int]
    whole: bool

    def __len__(self) -> int:
        return len(self.tags)

    def content(self, number: int) -> bytes:
        """The data of a record."""
        return self.data[self.starts[number] : self.ends[number]]

    def children(self, number: int) -> Iterator[int]:
        """The records right below one, in order."""
        return self.between(number + 1, self.after[number])

    def between(self, first: int, end: int) -> Iterator[int]:
        """The topmost records of a stretch."""
        after = self.after
        while first < end:
            yield first
            first = after[first]


def parse_records(data: bytes, *, path: str) -> Records:
    """The records of an inflated stream. A last one that is cut off is left out.

    Raises NestedTooDeep, UnpacksTooLarge, or DamagedFile for levels that no record leads up to.
    """
    tags: list[int] = []
    levels: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    length = len(data)
    whole = True
    while position < length and len(tags) <= MOST_RECORDS:
        if length - position < 4:
            whole = False
            break
        (word,) = _WORD(data, position)
        position += 4
        size = word >> 20
        if size == _LONG:
            if length - position < 4:
                whole = False
                break
            (size,) = _WORD(data, position)
            position += 4
        end = position + size
        if end > length:
            whole = False
            break
        tags.append(word & 0x3FF)
        levels.append(word >> 10 & 0x3FF)
        starts.append(position)
        ends.append(end)
        position = end
    if len(levels) > MOST_RECORDS:
        raise UnpacksTooLarge(path=path, limit=f"{MOST_RECORDS:,} records")
    if levels and max(levels) > DEEPEST:
        raise _too_deep(levels, path)
    return Records(data, tags, levels, starts, ends, _ends_of_branches(levels), whole)


def _ends_of_branches(levels: list[int]) -> list[int]:
    count = len(levels)
    after = [count] * count
    open_ones: list[int] = []
    for number, level in enumerate(levels):
        while open_ones and levels[open_ones[-1]] >= level:
            after[open_ones.pop()] = number
        open_ones.append(number)
    return after


def _too_deep(levels: list[int], path: str) -> ReadingError:
    """Levels grow one by one where records nest; in noise they jump."""
    at = next(number for number, level in enumerate(levels) if level > DEEPEST)
    if at and levels[at - 1] >= DEEPEST:
        return NestedTooDeep(path=path, limit=f"{DEEPEST:,}")
    return DamagedFile(path=path, format="HWP", reason="its records do not fit together")
