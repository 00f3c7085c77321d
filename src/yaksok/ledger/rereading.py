"""Reading stored sources again where the rules have changed; earlier readings stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Self

from yaksok.ledger import writer
from yaksok.ledger.location import Place
from yaksok.ledger.opening import errors_in_words, open_for_reading, open_for_writing
from yaksok.ledger.series import carry_over
from yaksok.ledger.stored_readings import StoredReading, outdated_count, outdated_readings
from yaksok.records.source import SourceText
from yaksok.records.statement import Document
from yaksok.reference.rules import READING, rules_version


class Rereading:
    """One run of reading the stored sources of a ledger again; a context manager.

    Every method raises LedgerError if the ledger cannot be read or written.
    """

    def __init__(self, place: Place, *, program: str) -> None:
        """`program` is the version that reads."""
        self._place = place
        self._rules = rules_version(READING)
        # A writer's transaction holds the lock of all writers, so what is to be read is asked for beside it.
        self._writing = open_for_writing(place)
        self._reading = open_for_reading(place)
        with errors_in_words(place):
            self._run = writer.start_run(self._writing, command="reread", program=program, rules=self._rules)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writing.dispose()
        self._reading.dispose()

    def count(self) -> int:
        """How many current readings were made by other rules than today's and have a stored source."""
        with errors_in_words(self._place), self._reading.connect() as connection:
            return outdated_count(connection, rules=self._rules)

    def outdated(self) -> Iterator[StoredReading]:
        """These readings, one at a time."""
        with errors_in_words(self._place), self._reading.connect() as connection:
            yield from outdated_readings(connection, rules=self._rules)

    def store(self, old: tuple[str, str], source: SourceText, document: Document) -> bool:
        """Store a reading made today after the `old` one (its address and stem); False if it says the same."""
        address, stem = old
        read = writer.Source(
            address=address,
            stem=stem,
            sha256=source.sha256,
            data=b"",  # the ledger has the copy from which it was read
            rules=self._rules,
            media_type=source.media_type,
            encoding=source.encoding,
            problems=source.problems,
        )
        with errors_in_words(self._place), self._writing.begin() as connection:
            added = writer.add_reading(connection, read, document, run=self._run)
            if added is not None:
                carry_over(connection, *added, run=self._run)
            return added is not None
