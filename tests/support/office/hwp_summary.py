"""The summary of an HWP 5 file: a property set [MS-OLEPS] with its title."""

from __future__ import annotations

import struct
from uuid import UUID

SUMMARY = "\x05HwpSummaryInformation"
_FORMAT = UUID("9fa2b660-1061-11d4-b4c6-006097c09d8c")
_TITLE, _WIDE_STRING = 2, 0x1F


def summary(title: str) -> bytes:
    """The stream with the title as its only property."""
    encoded = (title + "\0").encode("utf-16-le")
    value = struct.pack("<II", _WIDE_STRING, len(encoded) // 2) + encoded
    value += b"\0" * (-len(value) % 4)
    properties = struct.pack("<II", 1, 0)[:4] + struct.pack("<II", _TITLE, 16) + value
    section = struct.pack("<I", 4 + len(properties)) + properties
    head = struct.pack("<HHI16sI", 0xFFFE, 0, 0x00020005, bytes(16), 1)
    return head + _FORMAT.bytes_le + struct.pack("<I", 48) + section
