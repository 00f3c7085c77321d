"""Bytes to text: what a file holds, in the characters that every later span counts.

`sources` opens a file, a folder's files or standard input; `bids` lets the readers bid for it; each
format has a folder of its own whose `__init__` offers one `READER`. `read_source` is the whole way.
"""

from __future__ import annotations

from yaksok.read.bids import choose_reader
from yaksok.read.sources import DEFAULT_MAX_BYTES, RawSource, open_source
from yaksok.records.source import SourceText

__all__ = ["DEFAULT_MAX_BYTES", "RawSource", "choose_reader", "open_source", "read_raw", "read_source"]


def read_source(path: str, *, max_bytes: int = DEFAULT_MAX_BYTES) -> SourceText:
    """The text of one file, or of standard input for "-". Raises a ReadingError."""
    return read_raw(open_source(path, max_bytes=max_bytes))


def read_raw(raw: RawSource) -> SourceText:
    """The text of a source that was opened before. Raises a ReadingError."""
    return choose_reader(raw).read(raw)
