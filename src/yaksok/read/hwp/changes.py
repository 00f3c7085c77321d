"""Tracked changes within a paragraph: which of its units were inserted or deleted, and by whom.

A range tag (PARA_RANGE_TAG, table 63) of kind 0x10 marks inserted, of 0x11 deleted words; its lower 24 bits count
the change in DocInfo from 1. Other kinds mark formats and proof-reading.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from yaksok.read.hwp.docinfo import Change

_KINDS: dict[int, Literal["inserted", "deleted"]] = {0x10: "inserted", 0x11: "deleted"}
_UNKNOWN = Change("", "", "")


@dataclass(frozen=True, slots=True)
class ChangedRange:
    """Units `start` to `end` of a paragraph."""

    kind: Literal["inserted", "deleted"]
    start: int
    end: int
    author: str
    date: str


def changed_ranges(data: bytes, changes: tuple[Change, ...]) -> list[ChangedRange]:
    """The tracked changes among a paragraph's range tags, in order and apart from each other.

    Words that were inserted and deleted again count as deleted.
    """
    found: list[ChangedRange] = []
    for start, end, word in struct.iter_unpack("<III", data[: len(data) // 12 * 12]):
        kind = _KINDS.get(word >> 24)
        if kind is None:
            continue
        number = word & 0xFFFFFF
        change = changes[number - 1] if 0 < number <= len(changes) else _UNKNOWN
        found.append(ChangedRange(kind, start, end, change.author, change.date))
    deleted = _apart(each for each in found if each.kind == "deleted")
    inserted = _apart(each for each in found if each.kind == "inserted")
    return sorted([*deleted, *_outside(inserted, deleted)], key=lambda each: each.start)


def _apart(ranges: Iterable[ChangedRange]) -> list[ChangedRange]:
    """Ranges without what others before them have already."""
    found: list[ChangedRange] = []
    reached = 0
    for each in sorted(ranges, key=lambda each: (each.start, each.end)):
        start = max(each.start, reached)
        if start < each.end:
            found.append(replace(each, start=start))
            reached = each.end
    return found


def _outside(ranges: list[ChangedRange], others: list[ChangedRange]) -> list[ChangedRange]:
    """The stretches of ranges that no other one covers."""
    found: list[ChangedRange] = []
    at = 0
    for each in ranges:
        start = each.start
        while at < len(others) and others[at].end <= start:
            at += 1
        next_one = at
        while next_one < len(others) and others[next_one].start < each.end:
            if others[next_one].start > start:
                found.append(replace(each, start=start, end=others[next_one].start))
            start = max(start, others[next_one].end)
            next_one += 1
        if start < each.end:
            found.append(replace(each, start=start))
    return found
