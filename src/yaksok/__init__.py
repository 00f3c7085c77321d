"""yaksok (약속) reads what a foreign ministry publishes and says what became of every promise in it.

`yaksok.read(path)` gives the `Document` that a file holds: its text and its statements, each with its exact
source. `yaksok.Ledger(location)` keeps the statements of many documents and answers for them. Nothing heavy is
loaded before they are called; docs/python.md shows them at work.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaksok.interfaces.api import Ledger
    from yaksok.records.statement import Document

__all__ = ["Ledger", "__version__", "read", "read_document"]

__version__ = "0.1.0"


def read(path: str | os.PathLike[str]) -> Document:
    """The document in a file ("-" for standard input). Raises a `yaksok.errors.ReadingError`."""
    from yaksok.interfaces.documents import read_one  # noqa: PLC0415 - importing yaksok must cost nothing

    return read_one(os.fspath(path)).document


read_document = read
"""The same under its first name."""


if not TYPE_CHECKING:  # else every misspelt name would pass for one of these

    def __getattr__(name: str) -> object:
        """`Ledger`, loaded when it is first asked for."""
        if name == "Ledger":
            from yaksok.interfaces.api import Ledger  # noqa: PLC0415 - importing yaksok must cost nothing

            globals()[name] = Ledger
            return Ledger
        raise AttributeError(f"module 'yaksok' has no attribute {name!r}")
