"""Taking documents into a ledger one after another, and keeping count of what could not be read."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from yaksok.errors import YaksokError
from yaksok.ledger import writer
from yaksok.ledger.opening import errors_in_words, open_for_writing
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText
from yaksok.records.statement import Document

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: an outcome, or the error that stopped it.

    `stem` is what the ledger calls it; for a copy, the document that it repeats.
    """

    origin: str
    outcome: writer.Outcome | None = None
    stem: str = ""
    statements: int = 0
    error: YaksokError | None = None


class Intake:
    """One run of adding documents to the ledger at `path`; a context manager.

    Every method raises LedgerError if the ledger cannot be written. When `store` has returned, the
    document is safely in the ledger.
    """

    def __init__(self, path: Path, *, program: str, largest: int) -> None:
        """`program` is the version that reads; files over `largest` bytes are not hashed beforehand."""
        self._path = path
        self._largest = largest
        self._engine = open_for_writing(path)
        with errors_in_words(path):
            self._run = writer.start_run(self._engine, command="add", program=program)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    def known(self, origin: str) -> Taken | None:
        """What is to be said of a file that the ledger holds already, None for one to be read."""
        sha256 = _file_hash(origin, self._largest)
        if sha256 is None:
            return None
        with errors_in_words(self._path), self._engine.connect() as connection:
            found = writer.known_as(connection, address=address_of(origin, sha256), sha256=sha256)
        return None if found is None else Taken(origin, found[0], found[1])

    def store(self, source: SourceText, document: Document) -> Taken:
        """Put a document that was read into the ledger."""
        origin = source.origin
        row = writer.Source(
            address=address_of(origin, source.sha256),
            stem="stdin" if origin == STANDARD_INPUT else Path(origin).stem,
            sha256=source.sha256,
            media_type=source.media_type,
            encoding=source.encoding,
            problems=source.problems,
        )
        with errors_in_words(self._path):
            outcome, stem = writer.add_document(self._engine, row, document, run=self._run)
        return Taken(origin, outcome, stem, statements=len(document.statements))

    def fail(self, origin: str, error: YaksokError) -> Taken:
        """Put on record that a file could not be read."""
        sha256 = _file_hash(origin, self._largest) or ""
        with errors_in_words(self._path):
            writer.add_problem(
                self._engine,
                address=address_of(origin, sha256),
                sha256=sha256,
                problem=Problem(error.number, error.message(), error.next_step()),
                run=self._run,
            )
        return Taken(origin, error=error)


def address_of(origin: str, sha256: str) -> str:
    """The address of a document: its absolute path, or its content if it came by standard input."""
    if origin == STANDARD_INPUT:
        return f"stdin:{sha256}"
    return os.path.abspath(origin)  # noqa: PTH100 - resolving would give a link its target's name


def _file_hash(origin: str, largest: int) -> str | None:
    """SHA-256 of a plain file's bytes; None for what is no such file, is too large or cannot be opened."""
    if origin == STANDARD_INPUT:
        return None
    try:
        status = Path(origin).stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
            return None
        with Path(origin).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        # Reading the file will fail in the same way, and say so with its number.
        return None
