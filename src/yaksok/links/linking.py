"""Linking a ledger: new documents are indexed, compared with all linked before, and their links stored.

Each document costs what its candidates cost, however large the ledger is. A batch is one transaction, so a
kill loses no more than the batch at work; the next call goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import Connection, Engine, delete, insert

from yaksok.ledger import derived_tables as derived
from yaksok.ledger.linkings import (
    Generation,
    StoredLink,
    add_linking,
    complete_generation,
    counting_generation,
    covered_among,
    newest_generation,
    newest_keys,
    newest_pass,
)
from yaksok.ledger.reader import StoredDocument, stored_document
from yaksok.links.comparing import Comparing
from yaksok.links.features import features
from yaksok.links.fingerprints import Fingerprint
from yaksok.links.grouping import group, ungroup
from yaksok.links.outstanding import (
    count_of_most,
    covers_all,
    current_among,
    in_time_order,
    index_holds,
    indexed_among,
    indexed_up_to,
    outdated,
    unindexed,
    unlinked,
)
from yaksok.links.postings import LARGEST_N, Entry, Features, add_to_index, hashed, take_from_index
from yaksok.links.profile import Profile, profiles
from yaksok.links.proposing import DEFAULT, Thresholds, is_followed, may_promise
from yaksok.links.timeline import published
from yaksok.records.link import Link
from yaksok.records.statement import Statement

INDEXED = 128
"""Documents that are indexed together: their posting lists are written in one sweep through the table."""

BATCH = 16
"""Documents in one transaction: what a kill can cost."""

ALL_AGAIN = 4
"""A call that brings a quarter as many documents as were linked links all anew, with the counts of all."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a link is worth as evidence; see `StoredLink`."""

    counts: bool
    background: bool
    occurred: str | None


Weigh = Callable[[Link, Statement, Statement], Worth]
"""Judges a link between a promise and a later statement."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a call of `link_all` is: documents linked of those to be linked, links made so far."""

    linked: int
    documents: int
    links: int


@dataclass(frozen=True, slots=True)
class Linker:
    """What linking needs: an engine that writes, one that reads, the rules' version, the run, the judge."""

    writing: Engine
    reading: Engine
    rules: str
    run: int
    weigh: Weigh
    thresholds: Thresholds = DEFAULT

    def link_all(self, *, again: bool = False) -> Iterator[Progress]:
        """Link every current document that its generation lacks; `again`: all anew. Yields after each batch.

        Several processes may do so at once: what another one linked meanwhile is passed over.
        """
        with self.writing.begin() as connection:
            derived.make_derived_tables(connection)
            if again:
                derived.empty_derived_tables(connection)
        self._index()
        with self.reading.connect() as connection:
            generation, waiting = self._plan(connection, again=again)
        made = done = 0
        profiled: dict[int, Profile] = {}
        while waiting:
            batch = self._batch(generation.number, waiting[:BATCH], profiled)
            if batch is None:
                self._index()  # another process changed what is there
                continue
            waiting = waiting[BATCH:]
            if batch.versions:
                made, done = made + batch.links, done + batch.versions
                yield Progress(done, done + len(waiting), made)
        self._finish(generation.number)

    # -- what is to be done -------------------------------------------------------------------

    def _index(self) -> None:
        """Bring the index to the current versions."""
        prints: dict[int, Fingerprint] = {}
        while not self._indexed(prints):
            pass  # another process changed the index meanwhile

    def _indexed(self, prints: dict[int, Fingerprint]) -> bool:
        """Do so, unless another process changes what was found; whether it is done.

        Versions go in in the order of their keys: `yaksok.links.outstanding` relies on it.
        """
        with self.reading.connect() as connection:
            gone, missing = outdated(connection), unindexed(connection)
            reached = indexed_up_to(connection)
            most_are_gone = bool(gone) and count_of_most(connection, 2 * len(gone)) < 2 * len(gone)
        if gone:
            self._take_out(gone, all_of_it=most_are_gone)
            return False
        for start in range(0, len(missing), INDEXED):
            chunk = missing[start : start + INDEXED]
            with self.reading.connect() as connection:
                documents = [stored_document(connection, key) for key in chunk]
            prepared = [(stored, list(_entries(stored))) for stored in documents]
            with self.writing.begin() as connection:
                if indexed_up_to(connection) < reached:
                    return False  # it was emptied: what comes first must go in first
                wanted = current_among(connection, chunk) - indexed_among(connection, chunk)
                fresh = [each for each in prepared if each[0].key in wanted]
                if fresh:
                    add_to_index(connection, [(stored.key, entries) for stored, entries in fresh])
                    connection.execute(insert(derived.dated), [_dated_row(stored) for stored, _ in fresh])
                    group(connection, [stored for stored, _ in fresh], prints)
                    reached = max(reached, *wanted)
        return True

    def _take_out(self, gone: Sequence[int], *, all_of_it: bool) -> None:
        """Take versions that are no longer current out of the index, each in a transaction of its own."""
        if all_of_it:
            with self.writing.begin() as connection:
                derived.empty_derived_tables(connection)
            return
        for version in gone:
            with self.writing.begin() as connection:
                take_from_index(connection, version)
                ungroup(connection, version)
                connection.execute(delete(derived.dated).where(derived.dated.c.version == version))

    def _plan(self, connection: Connection, *, again: bool) -> tuple[Generation, list[int]]:
        """The generation to go on with and the versions it lacks, in time order."""
        generation = newest_generation(connection)
        waiting = unlinked(connection, generation.number)
        many = len(waiting) * (ALL_AGAIN + 1)
        whole = bool(waiting) and count_of_most(connection, many + 1) <= many
        if again or (generation.complete and whole):
            return Generation(generation.number + 1, complete=False, rules=self.rules), in_time_order(
                connection
            )
        return generation, waiting

    def _batch(self, generation: int, versions: Sequence[int], profiled: dict[int, Profile]) -> _Batch | None:
        """Link those of some versions that are current and not linked yet; None if the ledger changed in the meantime.

        `profiled` keeps profiles for the next batch.
        """
        with self.reading.connect() as connection:
            newest = newest_pass(connection, generation)
            # What was superseded meanwhile is no longer in the index, and need not be linked.
            lacking = current_among(connection, versions) - covered_among(connection, versions, generation)
            waiting = [version for version in versions if version in lacking]
            if not index_holds(connection, waiting, generation):
                return None
            comparing = Comparing(connection, generation, self.thresholds, profiled)
            documents, found = [], []
            for version in waiting:
                stored = stored_document(connection, version)
                documents.append((version, stored.version))
                found += [self._stored(*each) for each in comparing.links_of(stored)]
        if documents:
            with self.writing.begin() as connection:
                if newest_pass(connection, generation) != newest:
                    return None
                add_linking(connection, generation, documents, found, rules=self.rules, run=self.run)
        return _Batch(len(documents), len(found))

    def _finish(self, generation: int) -> None:
        """Let the generation count, and note that all is linked, where it is."""
        with self.writing.begin() as connection:
            if generation > counting_generation(connection):
                complete_generation(connection, generation, rules=self.rules, run=self.run)
            if covers_all(connection):
                derived.note_linked(connection, newest_keys(connection))

    def _stored(self, link: Link, earlier: Profile, later: Profile) -> StoredLink:
        worth = self.weigh(link, earlier.statement, later.statement)
        return StoredLink(
            replace(link, proposer=f"rules {self.rules}"),
            promise_version=earlier.stored.key,
            later_version=later.stored.key,
            counts=worth.counts,
            background=worth.background,
            occurred=worth.occurred,
        )


def is_linked(connection: Connection) -> bool:
    """Whether every current version is indexed and linked."""
    if not derived.have_derived_tables(connection):
        return False
    return derived.noted_as_linked(connection) == newest_keys(connection) or covers_all(connection)


def is_finished(connection: Connection) -> bool:
    """Whether there is nothing to link: no generation was begun and not finished, either."""
    return is_linked(connection) and newest_generation(connection).complete


class _Batch(NamedTuple):
    """How many versions were linked, and how many links made."""

    versions: int
    links: int


# -- rows -------------------------------------------------------------------------------------


def _entries(stored: StoredDocument) -> Iterator[tuple[Entry | None, Features]]:
    for profile in profiles([stored]):
        listed = is_followed(profile) and profile.statement.n <= LARGEST_N
        entry = Entry(stored.key, profile.statement.n, may_promise(profile)) if listed else None
        yield entry, hashed(features(profile))


def _dated_row(stored: StoredDocument) -> dict[str, object]:
    when = published(stored.document)
    day = when.reckoned()
    return {
        "version": stored.key,
        "stem": stored.doc,
        "first": when.first.isoformat() if when.first else None,
        "last": when.last.isoformat() if when.last else None,
        "estimated": when.estimated,
        "day": day.isoformat() if day else None,
        "issuer": stored.document.issuer,
        "genre": stored.document.genre,
        "counted": True,  # until it is found to repeat another one; see yaksok.links.grouping
    }
