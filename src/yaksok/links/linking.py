"""Linking a ledger: new documents are indexed, compared with all linked before, and their links stored.

Each document costs what its candidates cost, however large the ledger is. A batch is one transaction, so a
kill loses no more than the batch at work; the next call goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Select, delete, exists, insert, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import (
    Generation,
    StoredLink,
    add_linking,
    complete_generation,
    counting_generation,
    linked_versions,
    newest_generation,
    newest_keys,
)
from yaksok.ledger.reader import StoredDocument, partial_documents, stored_document
from yaksok.links.features import features
from yaksok.links.fingerprints import Fingerprint
from yaksok.links.grouping import group, ungroup
from yaksok.links.postings import (
    LARGEST_N,
    Entry,
    Features,
    Postings,
    add_all_to_index,
    entry_of,
    hashed,
    promises,
    take_from_index,
)
from yaksok.links.profile import Profile, numbered, profile_at, profiles
from yaksok.links.proposing import DEFAULT, Thresholds, is_followed, links_of, may_promise
from yaksok.links.timeline import Published, published
from yaksok.records.link import Link
from yaksok.records.statement import Statement

INDEXED = 128
"""Documents that are indexed together: their posting lists are written in one sweep through the table."""

BATCH = 16
"""Documents in one transaction: what a kill can cost."""

PROFILES = 4_000
"""Profiles of so many statements stay in memory while documents are linked."""

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
        with self.reading.connect() as connection:
            current = set(connection.execute(_current()).scalars())
            known = set(connection.execute(select(derived.indexed.c.version)).scalars())
        stale = sorted(known - current)
        if len(stale) * 2 > len(known):
            with self.writing.begin() as connection:
                derived.empty_derived_tables(connection)
            known, stale = set(), []
        for version in stale:
            with self.writing.begin() as connection:
                take_from_index(connection, version)
                ungroup(connection, version)
                connection.execute(delete(derived.dated).where(derived.dated.c.version == version))
        missing = sorted(current - known)
        prints: dict[int, Fingerprint] = {}
        for start in range(0, len(missing), INDEXED):
            with self.reading.connect() as connection:
                documents = [stored_document(connection, key) for key in missing[start : start + INDEXED]]
            prepared = [(stored, list(_entries(stored))) for stored in documents]
            with self.writing.begin() as connection:
                fresh = [each for each in prepared if not _is_indexed(connection, each[0].key)]
                if fresh:
                    add_all_to_index(connection, [(stored.key, entries) for stored, entries in fresh])
                    connection.execute(insert(derived.dated), [_dated_row(stored) for stored, _ in fresh])
                    group(connection, [stored for stored, _ in fresh], prints)

    def _plan(self, connection: Connection, *, again: bool) -> tuple[Generation, list[int]]:
        """The generation to go on with and the versions it lacks, in time order."""
        generation = newest_generation(connection)
        ordered = list(connection.execute(_in_time_order()).scalars())
        linked = linked_versions(connection, generation.number)
        waiting = [version for version in ordered if version not in linked]
        whole = len(waiting) * ALL_AGAIN >= len(ordered) - len(waiting) and bool(waiting)
        if again or (generation.complete and whole):
            return Generation(generation.number + 1, complete=False, rules=self.rules), ordered
        return generation, waiting

    def _batch(self, generation: int, versions: Sequence[int], profiled: dict[int, Profile]) -> _Batch | None:
        """Link those of some versions that are not linked yet; None if the ledger changed in the meantime.

        `profiled` keeps profiles for the next batch.
        """
        with self.reading.connect() as connection:
            linked = linked_versions(connection, generation)
            waiting = [version for version in versions if version not in linked]
            comparing = _Comparing(connection, linked, self.thresholds, profiled)
            if not comparing.knows(waiting):
                return None
            documents, found = [], []
            for version in waiting:
                stored = stored_document(connection, version)
                documents.append((version, stored.version))
                found += [self._stored(*each) for each in comparing.links_of(stored)]
        if documents:
            with self.writing.begin() as connection:
                if linked_versions(connection, generation) != linked:
                    return None
                add_linking(connection, generation, documents, found, rules=self.rules, run=self.run)
        return _Batch(len(documents), len(found))

    def _finish(self, generation: int) -> None:
        """Let the generation count, and note that all is linked, where it is."""
        with self.writing.begin() as connection:
            if generation > counting_generation(connection):
                complete_generation(connection, generation, rules=self.rules, run=self.run)
            if _covers_all(connection):
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
    return derived.noted_as_linked(connection) == newest_keys(connection) or _covers_all(connection)


def is_finished(connection: Connection) -> bool:
    """Whether there is nothing to link: no generation was begun and not finished, either."""
    return is_linked(connection) and newest_generation(connection).complete


class _Batch(NamedTuple):
    """How many versions were linked, and how many links made."""

    versions: int
    links: int


def _covers_all(connection: Connection) -> bool:
    current = set(connection.execute(_current()).scalars())
    known = set(connection.execute(select(derived.indexed.c.version)).scalars())
    return current == known and current <= linked_versions(connection, counting_generation(connection))


# -- comparing --------------------------------------------------------------------------------


class _Times(dict[int, Published]):
    """When each current version was published; worked out when it is asked for, since few of many are."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        dated = derived.dated
        query = select(dated.c.version, dated.c.first, dated.c.last, dated.c.estimated)
        self._rows = {row[0]: row for row in connection.execute(query)}

    @property
    def versions(self) -> AbstractSet[int]:
        """The versions whose time is known."""
        return self._rows.keys()

    def __missing__(self, version: int) -> Published:
        self[version] = found = _published(self._rows[version])
        return found


class _Comparing:
    """Compares documents with those linked before; each one compared counts as linked for the next."""

    def __init__(
        self,
        connection: Connection,
        linked: set[int],
        thresholds: Thresholds,
        profiled: dict[int, Profile],
    ) -> None:
        self._connection = connection
        self._postings = Postings(connection)
        self._published = _Times(connection)
        self._before = frozenset(linked)
        self._linked = set(linked) & self._published.versions
        self._thresholds = thresholds
        self._profiled = profiled

    def knows(self, versions: Sequence[int]) -> bool:
        """Whether the index holds some versions and all linked before."""
        current = set(self._connection.execute(_current()).scalars())
        needed = {*versions, *(self._before & current)}
        return needed <= set(self._connection.execute(select(derived.indexed.c.version)).scalars())

    def links_of(self, stored: StoredDocument) -> Iterator[tuple[Link, Profile, Profile]]:
        """The links of one document with itself and with every document linked before."""
        self._linked.add(stored.key)
        when = self._published[stored.key]
        own = {
            Entry(stored.key, profile.statement.n, may_promise(profile)).key: replace(
                profile, position=stored.key, published=when
            )
            for profile in profiles([stored])
            if profile.statement.n <= LARGEST_N
        }
        vectors = {key: hashed(features(profile)) for key, profile in own.items()}
        after = self._ahead(own, vectors, stored.key)
        before = self._behind(own, vectors, stored.key)
        known = {
            **self._profiles({*before, *(key for found in after.values() for key in found)} - set(own)),
            **own,
        }
        for promise, found in (*after.items(), *before.items()):
            neighbours = Neighbourhood(known, {promise: found}, self._postings)
            for link, later in links_of(neighbours, promise, self._thresholds):
                yield link, known[promise], known[later]

    def _ahead(
        self, own: Mapping[int, Profile], vectors: Mapping[int, Features], version: int
    ) -> dict[int, dict[int, float]]:
        """For each promise of the document, the statements of itself and of later documents near to it."""
        when = self._published[version]

        def among(other: int) -> bool:
            return other == version or (other in self._linked and when.before(self._published[other]))

        return {
            key: self._postings.similar(vectors[key], least=self._thresholds.least, among=among)
            for key, profile in own.items()
            if may_promise(profile)
        }

    def _behind(
        self, own: Mapping[int, Profile], vectors: Mapping[int, Features], version: int
    ) -> dict[int, dict[int, float]]:
        """For promises of earlier documents, the statements of the document near to them."""
        when = self._published[version]

        def among(other: int) -> bool:
            return other != version and other in self._linked and self._published[other].before(when)

        found: dict[int, dict[int, float]] = {}
        for key, profile in own.items():
            if is_followed(profile):
                near = self._postings.similar(
                    vectors[key], least=self._thresholds.least, eligible=promises, among=among
                )
                for promise, score in near.items():
                    found.setdefault(promise, {})[key] = score
        return found

    def _profiles(self, keys: set[int]) -> dict[int, Profile]:
        """The profiles of statements elsewhere in the ledger."""
        known = self._profiled
        missing = [entry_of(key) for key in sorted(keys - known.keys())]
        if len(known) + len(missing) > PROFILES:
            known.clear()
            missing = [entry_of(key) for key in sorted(keys)]
        documents = partial_documents(self._connection, [(entry.version, entry.n) for entry in missing])
        by_number = {version: numbered(stored.document) for version, stored in documents.items()}
        for entry in missing:
            stored, when = documents[entry.version], self._published[entry.version]
            known[entry.key] = profile_at(stored, entry.n, when, by_number[entry.version])
        return {key: known[key] for key in keys}


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Statements with the scores of their neighbours, in the place of an index of the whole ledger."""

    profiles: Mapping[int, Profile]
    scores: Mapping[int, Mapping[int, float]]
    postings: Postings

    def similar(self, place: int, *, since: int = 0, least: float = 0.0) -> dict[int, float]:
        """The neighbours of a statement whose score is at least `least`."""
        return {
            other: score
            for other, score in self.scores[place].items()
            if score >= least and other >= since and other != place
        }

    def shared(self, one: int, other: int) -> list[tuple[str, float]]:
        """The features that two statements share, with what each adds to the score; strongest first."""
        mine, theirs = features(self.profiles[one]), features(self.profiles[other])
        common = [feature for feature in mine if feature in theirs]
        hashes = hashed(dict.fromkeys(common, 0.0))
        rarity = self.postings.rarity(hashes)
        worth = {
            feature: mine[feature] * theirs[feature] * rarity[one] ** 2
            for feature, one in zip(common, hashes, strict=True)
        }
        return sorted(worth.items(), key=lambda found: (-found[1], found[0]))


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


def _published(row: Any) -> Published:
    return Published(
        date.fromisoformat(row.first) if row.first else None,
        date.fromisoformat(row.last) if row.last else None,
        estimated=row.estimated,
    )


def _is_indexed(connection: Connection, version: int) -> bool:
    table = derived.indexed
    return connection.execute(select(table.c.version).where(table.c.version == version)).first() is not None


def _current() -> Select[Any]:
    """Versions that nothing superseded; a measured series is no document that could tell of a promise."""
    versions, later, series = tables.versions, tables.versions.alias("later"), tables.series
    return select(versions.c.key).where(
        ~exists().where(later.c.supersedes == versions.c.key),
        ~exists().where(series.c.version == versions.c.key),
    )


def _in_time_order() -> Select[Any]:
    """Current versions as they follow each other; what has no date at all comes last."""
    dated, versions = derived.dated, tables.versions
    return (
        select(dated.c.version)
        .join(versions, versions.c.key == dated.c.version)
        .order_by(dated.c.day.is_(None), dated.c.day, dated.c.stem, versions.c.id)
    )
