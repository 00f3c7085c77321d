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
from yaksok.ledger.location import Place
from yaksok.ledger.opening import errors_in_words, open_for_writing
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText
from yaksok.records.statement import Document
from yaksok.reference.rules import READING, rules_version

STANDARD_INPUT = "-"
UPLOADED = "upload:"
"""Begins the address of what was sent to a server: the name of the file follows."""


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
    """One run of adding documents to the ledger at `place`; a context manager.

    Every method raises LedgerError if the ledger cannot be written. When `store` has returned, the
    document is safely in the ledger.
    """

    def __init__(self, place: Place, *, program: str, largest: int, uploaded: bool = False) -> None:
        """`program` is the version that reads; files over `largest` bytes are not hashed beforehand.

        `uploaded`: origins are names that somebody gave to files and no paths, so nothing is opened by them.
        """
        self._place = place
        self._largest = largest
        self._uploaded = uploaded
        self._engine = open_for_writing(place)
        with errors_in_words(place):
            self._run = writer.start_run(
                self._engine, command="add", program=program, rules=rules_version(READING)
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    def known(self, origin: str, data: bytes | None = None) -> Taken | None:
        """What is to be said of a file that the ledger holds already, None for one to be read.

        `data` are its bytes where they are at hand.
        """
        data = self._bytes(origin) if data is None else data
        if data is None:
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        address = self._address(origin, sha256)
        with errors_in_words(self._place):
            with self._engine.connect() as connection:
                found = writer.known_as(connection, address=address, sha256=sha256)
                kept = found is not None and writer.is_kept(connection, address=address, sha256=sha256)
            if found is None:
                return None
            if not kept:
                writer.sight(self._engine, address=address, sha256=sha256, data=data, run=self._run)
        return Taken(origin, found[0], found[1])

    def store(self, source: SourceText, document: Document, data: bytes) -> Taken:
        """Put a document that was read from `data` into the ledger, with the bytes."""
        origin = source.origin
        row = writer.Source(
            address=self._address(origin, source.sha256),
            stem="stdin" if origin == STANDARD_INPUT else Path(origin).stem,
            sha256=source.sha256,
            data=data,
            rules=rules_version(READING),
            media_type=source.media_type,
            encoding=source.encoding,
            problems=source.problems,
        )
        with errors_in_words(self._place):
            outcome, stem = writer.add_document(self._engine, row, document, run=self._run)
        return Taken(origin, outcome, stem, statements=len(document.statements))

    def fail(self, origin: str, error: YaksokError, data: bytes | None = None) -> Taken:
        """Put on record that a file could not be read; `data` are its bytes where they are at hand."""
        data = self._bytes(origin) if data is None else data
        sha256 = "" if data is None else hashlib.sha256(data).hexdigest()
        with errors_in_words(self._place):
            writer.add_problem(
                self._engine,
                address=self._address(origin, sha256),
                sha256=sha256,
                problem=Problem(error.number, error.message(), error.next_step()),
                run=self._run,
            )
        return Taken(origin, error=error)

    def _address(self, origin: str, sha256: str) -> str:
        return f"{UPLOADED}{origin}" if self._uploaded else address_of(origin, sha256)

    def _bytes(self, origin: str) -> bytes | None:
        return None if self._uploaded else _plain_file(origin, self._largest)


def address_of(origin: str, sha256: str) -> str:
    """The address of a document: its absolute path, or its content if it came by standard input."""
    if origin == STANDARD_INPUT:
        return f"stdin:{sha256}"
    return os.path.abspath(origin)  # noqa: PTH100 - resolving would give a link its target's name


def _plain_file(origin: str, largest: int) -> bytes | None:
    """The bytes of a plain file; None for what is no such file, is too large or cannot be opened."""
    if origin == STANDARD_INPUT:
        return None
    try:
        status = Path(origin).stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
            return None
        return Path(origin).read_bytes()
    except (OSError, ValueError):
        # Reading the file will fail in the same way, and say so with its number.
        return None
