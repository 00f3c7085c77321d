"""Comparing a document with those that a generation linked before: which of their statements are linked.

Statements are found by the index in the database; what is loaded of other documents is what their candidates need.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger.linkings import covers
from yaksok.ledger.reader import StoredDocument, partial_documents
from yaksok.links.features import features
from yaksok.links.postings import (
    LARGEST_N,
    Entry,
    Features,
    Postings,
    entry_of,
    feature_hash,
    hashed,
    promises,
)
from yaksok.links.profile import Profile, numbered, profile_at, profiles
from yaksok.links.proposing import Thresholds, is_followed, links_of, may_be_linked, may_promise
from yaksok.links.timeline import Published
from yaksok.records.link import Link
from yaksok.reference.parties import all_parties

PROFILES = 4_000
"""Profiles of so many statements stay in memory while documents are linked."""

_CHUNK = 900  # versions in one query


class _Times:
    """When the versions that a generation covers were published, looked up for those that are asked for."""

    def __init__(self, connection: Connection, generation: int) -> None:
        self._connection = connection
        dated = derived.dated
        self._dated = select(dated.c.version, dated.c.first, dated.c.last, dated.c.estimated, dated.c.day)
        self._covered = self._dated.where(
            dated.c.version.in_(bindparam("versions", expanding=True)), covers(generation, dated.c.version)
        )
        self._rows: dict[int, Any] = {}  # None for a version that is not covered

    def add(self, version: int) -> Published:
        """Have a version count as covered; when it was published."""
        query = self._dated.where(derived.dated.c.version == version)
        self._rows[version] = self._connection.execute(query).one()
        return self[version]

    def days(self, versions: AbstractSet[int]) -> Iterator[tuple[int, str | None]]:
        """Those of some versions that are covered, each with the day it is reckoned with."""
        missing = [version for version in versions if version not in self._rows]
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            self._rows.update(dict.fromkeys(chunk))
            found = self._connection.execute(self._covered, {"versions": chunk}).all()
            self._rows.update((row.version, row) for row in found)
        for version in versions:
            row = self._rows[version]
            if row is not None:
                yield version, row.day

    def __getitem__(self, version: int) -> Published:
        row = self._rows[version]
        if row is None:
            raise KeyError(version)
        return Published(_day(row.first), _day(row.last), estimated=row.estimated)


class Comparing:
    """Compares documents with those linked before; each one compared counts as linked for the next."""

    def __init__(
        self, connection: Connection, generation: int, thresholds: Thresholds, profiled: dict[int, Profile]
    ) -> None:
        self._connection = connection
        self._postings = Postings(connection)
        self._times = _Times(connection, generation)
        self._thresholds = thresholds
        self._profiled = profiled

    def links_of(self, stored: StoredDocument) -> Iterator[tuple[Link, Profile, Profile]]:
        """The links of one document with itself and with every document linked before."""
        when = self._times.add(stored.key)
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
        day = self._day(version)

        def among(others: AbstractSet[int]) -> set[int]:
            return {
                other
                for other, theirs in self._times.days(others)
                if other == version or _before(day, theirs)
            }

        found = {}
        for key, profile in own.items():
            if may_promise(profile):
                near = self._postings.similar(vectors[key], least=self._thresholds.least, among=among)
                found[key] = self._promising(profile, near, own, promises=True)
        return found

    def _behind(
        self, own: Mapping[int, Profile], vectors: Mapping[int, Features], version: int
    ) -> dict[int, dict[int, float]]:
        """For promises of earlier documents, the statements of the document near to them."""
        day = self._day(version)

        def among(others: AbstractSet[int]) -> set[int]:
            return {
                other
                for other, theirs in self._times.days(others)
                if other != version and _before(theirs, day)
            }

        found: dict[int, dict[int, float]] = {}
        for key, profile in own.items():
            if is_followed(profile):
                near = self._postings.similar(
                    vectors[key], least=self._thresholds.least, eligible=promises, among=among
                )
                for promise, score in self._promising(profile, near, own, promises=False).items():
                    found.setdefault(promise, {})[key] = score
        return found

    def _promising(
        self, profile: Profile, near: Mapping[int, float], own: Collection[int], *, promises: bool
    ) -> dict[int, float]:
        """Of what is near to a statement what can be linked to it, as far as the index tells.

        Most of it speaks of other parties: it need not be loaded.
        """
        mine = {feature_hash("@" + party) for party in profile.all_parties}
        found = {}
        for key, score in near.items():
            held = self._postings.held(key)
            if key in own or may_be_linked(
                profile,
                promises=promises,
                score=score,
                meets=not mine.isdisjoint(held),
                knows_other=not _party_features().isdisjoint(held),
                thresholds=self._thresholds,
            ):
                found[key] = score
        return found

    def _day(self, version: int) -> str | None:
        return dict(self._times.days({version}))[version]

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
            stored, when = documents[entry.version], self._times[entry.version]
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


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


@cache
def _party_features() -> frozenset[int]:
    """The features of all parties, see `yaksok.links.features`."""
    return frozenset(feature_hash("@" + party.id) for party in all_parties())


def _before(one: str | None, other: str | None) -> bool:
    """Whether one day lies before another; of what has no day nothing is known."""
    return one is not None and other is not None and one < other
