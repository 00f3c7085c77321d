"""The search index of a ledger: opening it, bringing it to the ledger's state, reading beside a writer."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import Connection

from yaksok.errors import SearchIndexNotWritable, SearchPackageMissing
from yaksok.ledger.location import Place
from yaksok.records.search import SearchLevel
from yaksok.search.analysis import Analyser, best_analyser
from yaksok.search.filling import (
    current_versions,
    documents_with_words,
    has_entry,
    newest_entry,
    newest_version,
)
from yaksok.search.folder import (
    INCOMPLETE,
    Note,
    folder_of,
    read_note,
    remove_others,
    state_of_note,
    write_note,
    writing,
)
from yaksok.search.generation import Generation, GenerationDamaged, Readers
from yaksok.search.schema import FORMAT
from yaksok.search.vocabulary import Terms

BUSY_SECONDS = 10.0
"""How long one who wants to write waits for another."""


class Progress(NamedTuple):
    """How far an update is: documents done of those to be done."""

    done: int
    documents: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The index as it is now: searchers of statements and of documents, and what it notes of itself.

    `last_day` is the latest day of a document, as a number. `frequencies` and `cuts` are kept from search to
    search, for each level: in how many entries a term stands, and how a word of a query is cut.
    """

    statements: Any
    documents: Any
    note: Note
    last_day: int
    frequencies: dict[SearchLevel, dict[str, int]] = field(
        default_factory=lambda: {"statement": {}, "document": {}}
    )
    cuts: dict[SearchLevel, dict[str, Terms]] = field(
        default_factory=lambda: {"statement": {}, "document": {}}
    )


class SearchIndex:
    """The index of one ledger. One object can be shared by the threads of a server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._state: tuple[int, int] | None = None
        self._generation = ""
        self._readers: Readers | None = None
        self._snapshot: Snapshot | None = None
        self._damaged = ""

    @classmethod
    def open(cls, ledger: Place, *, folder: Path | None = None) -> SearchIndex:
        """The index of a ledger, which need not be there yet: `update` makes it.

        It lies beside an SQLite file or else in the user's cache, unless `folder` says where.
        Raises SearchPackageMissing.
        """
        if find_spec("tantivy") is None:
            raise SearchPackageMissing(package="tantivy")
        return cls(folder or folder_of(ledger))

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder

    # -- reading --------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot | None:
        """The index as it is now; None where there is none that this program reads."""
        with self._lock:
            state = state_of_note(self._folder)
            if state != self._state:
                try:
                    self._snapshot = self._read()
                except GenerationDamaged:
                    self._snapshot = self._readers = None
                self._state = state
            return self._snapshot

    def note_damage(self, snapshot: Snapshot) -> None:
        """Note that files of a snapshot could not be read: the next update makes the index anew."""
        self._damaged = snapshot.note.generation

    def is_fresh(self, connection: Connection) -> bool:
        """Whether the index holds what the ledger holds, and can be read as far as is known."""
        found = self.snapshot()
        return (
            found is not None
            and found.note.generation != self._damaged
            and found.note.newest == newest_version(connection)
            and has_entry(connection, found.note.journal_key, found.note.journal)
        )

    def _read(self) -> Snapshot | None:
        note = read_note(self._folder)
        if note is None or note.format != FORMAT or not (self._folder / note.generation).is_dir():
            self._readers = None
            return None
        if self._readers is None or self._generation != note.generation:
            self._readers = Readers(self._folder / note.generation)
            self._generation = note.generation
        statements, documents = self._readers.searchers()
        return Snapshot(statements, documents, note, self._readers.last_day(documents))

    # -- writing --------------------------------------------------------------------------------

    def update(
        self,
        connection: Connection,
        *,
        again: bool = False,
        analyser: Analyser | None = None,
        wait_seconds: float = BUSY_SECONDS,
    ) -> Generator[Progress]:
        """Bring the index to the state of the ledger; tells how far it is.

        What is missing, damaged, of an earlier program, or of another ledger is made anew, and with `again`
        all of it. What was superseded is taken out, what is new is put in. A stop in between loses little:
        the next call goes on. Ends the
        transaction of the connection. Raises SearchIndexBusy and SearchIndexNotWritable.
        """
        if not again and self.is_fresh(connection):
            return
        with writing(self._folder, wait_seconds=wait_seconds):
            connection.rollback()  # another one may have written ledger and index since it was read
            if not again and self.is_fresh(connection):
                return
            note = read_note(self._folder)
            cutting = analyser or best_analyser()
            if not again and note is not None and self._can_go_on(note, connection, cutting):
                try:
                    yield from self._go_on(note, connection, cutting)
                except GenerationDamaged:
                    self._damaged = note.generation
                else:
                    return
            try:
                yield from self._make(note, connection, cutting)
            except GenerationDamaged as error:  # what was written just now: the disk is full, for one
                raise SearchIndexNotWritable(path=self._folder, reason=error) from error

    def _can_go_on(self, note: Note, connection: Connection, analyser: Analyser) -> bool:
        return (
            note.format == FORMAT
            and note.generation != self._damaged
            and note.analyser == analyser.name
            and has_entry(connection, note.journal_key, note.journal)
            and Readers.can_read(self._folder / note.generation)
        )

    def _make(self, before: Note | None, connection: Connection, analyser: Analyser) -> Generator[Progress]:
        """A generation of its own; whoever searches meanwhile has the one before, if it can be read."""
        journal_key, journal = newest_entry(connection)
        note = Note(
            format=FORMAT,
            analyser=analyser.name,
            generation=f"g{time.time_ns():x}",
            journal_key=journal_key,
            journal=journal,
        )
        usable = (
            before is not None
            and before.format == FORMAT
            and before.generation != self._damaged
            and has_entry(connection, before.journal_key, before.journal)
            and Readers.can_read(self._folder / before.generation)
        )
        Generation.make(self._folder / note.generation)
        if not usable:
            write_note(self._folder, note)
        yield from self._go_on(note, connection, analyser, shown=not usable)
        remove_others(self._folder, note.generation)

    def _go_on(
        self, note: Note, connection: Connection, analyser: Analyser, *, shown: bool = True
    ) -> Generator[Progress]:
        """Put in what is missing and take out what was superseded."""
        journal_key, journal = newest_entry(connection)
        newest, current = newest_version(connection), current_versions(connection)
        with Generation(self._folder / note.generation) as generation:
            known = generation.versions()
            stale, missing = sorted(known - current), sorted(current - known)
            generation.remove([*stale, *missing])
            done = 0
            texts = documents_with_words(connection, missing, analyser)
            for number, (about, title, statements) in enumerate(texts, 1):
                if generation.add(about, title, statements):
                    done = number
                    if shown:
                        write_note(self._folder, replace(note, newest=INCOMPLETE))
                    yield Progress(done, len(missing))
            generation.commit()
            write_note(self._folder, replace(note, newest=newest, journal_key=journal_key, journal=journal))
        yield Progress(len(missing), len(missing))
