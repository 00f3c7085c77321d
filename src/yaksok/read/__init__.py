"""Bytes to text: what a file holds, in the characters that every later span counts.

`sources` opens a file, a folder's files or standard input; `bids` lets the readers bid for it; each
format has a folder of its own whose `__init__` offers one `READER`. `read_source` is the whole way.

`yaksok.read` is also the function by which people read a file. Python puts a package that is imported in the
place of what its parent has under the same name, so this package can be called as that function.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

import yaksok
from yaksok.read.bids import choose_reader
from yaksok.read.sources import DEFAULT_MAX_BYTES, RawSource, open_source
from yaksok.records.source import SourceText
from yaksok.records.statement import Document

__all__ = ["DEFAULT_MAX_BYTES", "RawSource", "choose_reader", "open_source", "read_raw", "read_source"]


def read_source(path: str, *, max_bytes: int = DEFAULT_MAX_BYTES) -> SourceText:
    """The text of one file, or of standard input for "-". Raises a ReadingError."""
    return read_raw(open_source(path, max_bytes=max_bytes))


def read_raw(raw: RawSource) -> SourceText:
    """The text of a source that was opened before. Raises a ReadingError."""
    return choose_reader(raw).read(raw)


class _CallablePackage(ModuleType):
    """This package as it stands in for `yaksok.read`."""

    def __call__(self, path: str | os.PathLike[str]) -> Document:
        """The document in a file ("-" for standard input). Raises a `yaksok.errors.ReadingError`."""
        return yaksok.read_document(path)


sys.modules[__name__].__class__ = _CallablePackage
