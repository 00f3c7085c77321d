"""The inverted index of a ledger in its database: which stored statements share rare features with another one.

It scores as `yaksok.links.index` does; there the statements are in memory, here only those that share a rare
feature are loaded. Features are known by hashes of 64 bits.
"""

from __future__ import annotations

import heapq
import math
import struct
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Row, Select, Table, bindparam, delete, insert, select, update

from yaksok.ledger import derived_tables as derived
from yaksok.links.index import CANDIDATES, DIGITS, WALKED

Features = dict[int, float]
"""Hashes of features with their weights before rarity."""

_N_BITS = 23
_VERSION = _N_BITS + 1  # bits below the version in a key
_LOW = (1 << _VERSION) - 1
_LISTED = struct.Struct("<If")  # a statement of a posting list: the low bits of its key, and the weight
LARGEST_N = (1 << _N_BITS) - 1
"""Statements beyond this number of one document are not looked up; no document of this size was seen."""

_WIDEST = 5 * WALKED
"""A feature of more statements than this finds none by itself."""

_CHUNK = 900  # values in one query: both databases take that many
_KEPT = 50_000  # features of so many statements stay in memory
_KEPT_LISTS = 4_000  # lists of so many features stay in memory


class Entry(NamedTuple):
    """A statement in the index."""

    version: int
    n: int
    promises: bool

    @property
    def key(self) -> int:
        """The three as one integer, in the order of versions and statements."""
        return (self.version << _VERSION) | (self.n << 1) | self.promises


def entry_of(key: int) -> Entry:
    """The entry that a key means."""
    return Entry(key >> _VERSION, (key >> 1) & LARGEST_N, bool(key & 1))


def promises(key: int) -> bool:
    """Whether the entry that a key means can promise."""
    return key & 1 == 1


@lru_cache(maxsize=1 << 17)
def feature_hash(feature: str) -> int:
    """A feature as a signed integer of 64 bits, the same everywhere."""
    said = blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(said, "little", signed=True)


def hashed(features: Mapping[str, float]) -> Features:
    """Features by their hashes."""
    return {feature_hash(feature): weight for feature, weight in features.items()}


class _Vector(NamedTuple):
    """The features of an entry, and the length of their vector when they are weighed by their rarity."""

    features: Features
    length: float


EVERY = feature_hash("")
"""A feature of no statement, under which all statements of the index are counted."""


class Counted(NamedTuple):
    """In how many statements features stand, and how much they count by that; of the features that were asked for."""

    counts: dict[int, int]
    rarity: dict[int, float]


class Postings:
    """The index of one ledger, over one connection.

    Counts of features are read once: an instance is for one stretch of linking, after all of its
    statements were indexed.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        counted: Counted | None = None,
        published: tuple[date, date] | None = None,
    ) -> None:
        """`counted`: what was counted before, while the index was as it is; more is put into it.

        `published`: only statements of documents are found that are reckoned with a day after the first and not
        after the second.
        """
        self._connection = connection
        self._counts, self._rarity = counted if counted is not None else Counted({}, {})
        self._lists_query = (
            _lists_of_days() if published else _with_values(derived.postings, derived.postings.c.term)
        )
        self._days = dict(zip(("after", "until"), map(date.isoformat, published or ()), strict=False))
        self._vectors: dict[int, _Vector] = {}
        self._lists: dict[int, list[tuple[int, list[tuple[int, float]]]]] = {}
        table = derived.terms
        total = select(table.c.statements).where(table.c.term == EVERY)
        self._total = connection.execute(total).scalar() or 0

    def rarity(self, hashes: Iterable[int]) -> Mapping[int, float]:
        """How much features count by their rarity in the ledger; others that were asked for before are there too."""
        self._ask([one for one in hashes if one not in self._rarity])
        return self._rarity

    def _ask(self, missing: Collection[int]) -> None:
        """Know how much some features count."""
        if missing:
            self._count(missing)
            for one in missing:
                count = self._counts[one]
                self._rarity[one] = math.log(1 + self._total / count) if count > 0 else 0.0

    def _count(self, hashes: Iterable[int]) -> None:
        """Know in how many statements features stand."""
        table = derived.terms
        counts = {one: 0 for one in hashes if one not in self._counts}
        counts.update(
            (row.term, row.statements) for row in _found(self._connection, table, table.c.term, list(counts))
        )
        self._counts.update(counts)

    def similar(
        self,
        query: Features,
        *,
        least: float,
        eligible: Callable[[int], bool] = lambda _: True,
        among: Callable[[AbstractSet[int]], AbstractSet[int]] = lambda versions: versions,
    ) -> dict[int, float]:
        """The eligible entries (by key) of some versions whose cosine with a query is at least `least`, with it.

        `among` tells which of some versions, `eligible` which of their entries. Exact while the rare features that
        decide stand in no more than `WALKED` statements; in a larger ledger the nearest by the rarest
        features are found.
        """
        vector = self._unit(query)
        near = self._near(vector, least, eligible, among)
        self._load(near)
        rarity, found = self._rarity, {}
        for key in near:
            theirs, length = self._vectors[key]
            shared = vector.keys() & theirs.keys()
            score = sum([vector[one] * (theirs[one] * rarity[one] / length) for one in shared])
            score = round(score, DIGITS)
            if score >= least:
                found[key] = score
        return found

    def features_of(self, keys: Sequence[int]) -> Features | None:
        """The features of the first of some entries that the index has; None where it has none of them."""
        table = derived.entries
        found = {row.entry: row.features for row in _found(self._connection, table, table.c.entry, keys)}
        return next((unpacked(found[key]) for key in keys if key in found), None)

    def held(self, key: int) -> AbstractSet[int]:
        """The features of an entry that `similar` found last."""
        return self._vectors[key].features.keys()

    def _near(
        self,
        vector: Features,
        least: float,
        eligible: Callable[[int], bool],
        among: Callable[[AbstractSet[int]], AbstractSet[int]],
    ) -> list[int]:
        """The keys worth scoring: all that share a feature without which `least` cannot be reached."""
        walked, cut = self._rarest(vector, least)
        self._read_lists(walked)
        wanted = among({version for one in walked for version, _ in self._lists[one]})
        shared: defaultdict[int, float] = defaultdict(float)
        for one in walked:
            worth = vector[one] * self._rarity[one]
            for version, listed in self._lists[one]:
                if version in wanted:
                    for key, weight in listed:
                        shared[key] += worth * weight
        if not cut:
            return [key for key in shared if eligible(key)]
        near = [(score, -key) for key, score in shared.items() if eligible(key)]
        return [-key for _, key in heapq.nlargest(CANDIDATES, near)]

    def _read_lists(self, terms: Sequence[int]) -> None:
        """Have the lists of some features at hand, each as versions with their keys and weights."""
        missing = [one for one in terms if one not in self._lists]
        if not missing:
            return
        if len(self._lists) > _KEPT_LISTS:
            self._lists.clear()
            missing = list(terms)
        self._lists.update((one, []) for one in missing)
        for chunk in _chunks(missing):
            rows = self._connection.execute(self._lists_query, {"values": chunk, **self._days})
            for term, version, entries in rows:
                first = version << _VERSION
                listed = [(first | low, weight) for low, weight in _LISTED.iter_unpack(entries)]
                self._lists[term].append((version, listed))

    def _rarest(self, vector: Features, least: float) -> tuple[list[int], bool]:
        """The features to walk through, rarest first, and whether others would have been needed."""
        walked: list[int] = []
        entries, rest = 0, 1.0
        for one in sorted(vector, key=lambda one: (self._counts[one], one)):
            # A statement that shares only what is left cannot reach more than the length of that.
            if rest < least * least:
                break
            count = self._counts[one]
            if count > _WIDEST or (entries and entries + count > WALKED):
                return walked, True
            walked.append(one)
            entries += count
            rest -= vector[one] ** 2
        return walked, False

    def _load(self, keys: Sequence[int]) -> None:
        if len(self._vectors) > _KEPT:
            self._vectors.clear()
        table = derived.entries
        missing = [key for key in keys if key not in self._vectors]
        loaded = {
            row.entry: unpacked(row.features)
            for row in _found(self._connection, table, table.c.entry, missing)
        }
        try:
            lengths = list(map(self._length, loaded.values()))
        except KeyError:  # of some it is not known yet how rare they are
            self._ask({one for features in loaded.values() for one in features} - self._rarity.keys())
            lengths = list(map(self._length, loaded.values()))
        self._vectors.update(zip(loaded, map(_Vector, loaded.values(), lengths), strict=True))

    def _unit(self, features: Features) -> Features:
        """Features weighed by their rarity, as a vector of length one."""
        rarity = self.rarity(features)
        length = self._length(features)
        weighed = {one: weight * rarity[one] for one, weight in features.items()}
        return {one: weight / length for one, weight in weighed.items() if weight} if length else {}

    def _length(self, features: Features) -> float:
        """How long the vector of some features is whose rarities are known."""
        rarity = self._rarity
        weighed = [weight * rarity[one] for one, weight in features.items()]
        return math.sqrt(sum([weight * weight for weight in weighed]))


# -- writing ----------------------------------------------------------------------------------


def add_to_index(
    connection: Connection, documents: Sequence[tuple[int, Sequence[tuple[Entry | None, Features]]]]
) -> None:
    """Put the statements of several versions into the index, which costs less than one after the other."""
    counts: Counter[int] = Counter()
    rows, lists = [], []
    for version, statements in documents:
        counts.update(one for _, features in statements for one in features)
        counts[EVERY] += len(statements)
        listed: defaultdict[int, bytearray] = defaultdict(bytearray)
        for entry, features in statements:
            if entry is not None:
                rows.append({"entry": entry.key, "features": packed(features)})
                for term, weight in features.items():
                    listed[term] += _LISTED.pack(entry.key & _LOW, weight)
        lists += [{"term": one, "version": version, "entries": bytes(found)} for one, found in listed.items()]
    _count(connection, counts)
    if rows:
        connection.execute(insert(derived.entries), rows)
        # In the order of the table, so that neighbours are written together.
        connection.execute(insert(derived.postings), sorted(lists, key=_list_place))
    sizes = [{"version": version, "statements": len(statements)} for version, statements in documents]
    connection.execute(insert(derived.indexed), sizes)


def _list_place(row: Mapping[str, Any]) -> tuple[int, int]:
    return row["term"], row["version"]


def take_from_index(connection: Connection, version: int) -> None:
    """Remove a version that is no longer current; what its other statements made common stays counted."""
    first, last = Entry(version, 0, promises=False).key, Entry(version, LARGEST_N, promises=True).key
    table = derived.entries
    rows = connection.execute(select(table).where(table.c.entry.between(first, last))).all()
    counts: Counter[int] = Counter()
    for _, content in rows:
        counts.subtract(dict.fromkeys(unpacked(content), 1))
    postings, indexed = derived.postings, derived.indexed
    statements = connection.execute(select(indexed.c.statements).where(indexed.c.version == version)).scalar()
    counts[EVERY] -= statements or 0
    for chunk in _chunks(counts):
        connection.execute(delete(postings).where(postings.c.term.in_(chunk), postings.c.version == version))
    _count(connection, counts)
    connection.execute(delete(table).where(table.c.entry.between(first, last)))
    connection.execute(delete(indexed).where(indexed.c.version == version))


def packed(features: Features) -> bytes:
    """Features as bytes: for each the hash and, as a short float, the weight."""
    return b"".join(struct.pack("<qf", one, weight) for one, weight in sorted(features.items()))


def unpacked(content: bytes) -> Features:
    """The features that bytes hold."""
    return dict(struct.iter_unpack("<qf", content))


def _count(connection: Connection, counts: Mapping[int, int]) -> None:
    table = derived.terms
    known = {row.term for row in _found(connection, table, table.c.term, list(counts))}
    fresh = [{"term": one, "statements": count} for one, count in counts.items() if one not in known]
    more = [{"one": one, "count": count} for one, count in counts.items() if one in known]
    if fresh:
        connection.execute(insert(table), sorted(fresh, key=lambda row: row["term"]))
    if more:
        connection.execute(
            update(table)
            .where(table.c.term == bindparam("one"))
            .values(statements=table.c.statements + bindparam("count")),
            sorted(more, key=lambda row: row["one"]),
        )


def _found(
    connection: Connection, table: Table, column: Column[Any], values: Sequence[int]
) -> list[Row[Any]]:
    """The rows with one of some values, fetched by a query for each chunk of them."""
    query = _with_values(table, column)
    rows: list[Row[Any]] = []
    for chunk in _chunks(values):
        rows += connection.execute(query, {"values": chunk}).all()
    return rows


@cache
def _with_values(table: Table, column: Column[Any]) -> Select[Any]:
    """Built once for each table: it is asked some hundred times for a document."""
    return select(table).where(column.in_(bindparam("values", expanding=True)))


@cache
def _lists_of_days() -> Select[Any]:
    """The lists of some features in documents of some days."""
    table, dated = derived.postings, derived.dated
    return (
        select(table)
        .join(dated, dated.c.version == table.c.version)
        .where(
            table.c.term.in_(bindparam("values", expanding=True)),
            dated.c.day > bindparam("after"),
            dated.c.day <= bindparam("until"),
        )
    )


def _chunks(values: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(values)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
