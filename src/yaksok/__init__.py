"""yaksok (약속) reads what a foreign ministry publishes and says what became of every promise in it.

`read_document(path)` gives the `Document` that a file holds: its text and its statements, each with its
exact source. Nothing heavy is loaded before it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaksok.records.statement import Document

__all__ = ["__version__", "read_document"]

__version__ = "0.1.0"


def read_document(path: str) -> Document:
    """The document in a file ("-" for standard input). Raises a `yaksok.errors.ReadingError`."""
    from yaksok.interfaces.documents import read_one  # noqa: PLC0415 - importing yaksok must cost nothing

    return read_one(path).document
