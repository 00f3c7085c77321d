"""Stored copies of sources: unpacked within their noted size."""

from __future__ import annotations

import zlib


def unpacked(copy: bytes, size: int) -> bytes:
    """The bytes of a source from its stored copy, `size` as its row says.

    Raises ValueError for a copy that is damaged or holds another number of bytes; no more are ever unpacked.
    """
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(copy, max(size, 0) + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("it holds more than it should, or ends too early")
    if len(data) != size:
        wrong = f"it holds {len(data):,} bytes, not {size:,}"
        raise ValueError(wrong)
    return data
