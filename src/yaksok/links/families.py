"""Families: a document with its annexes, translations, republications and excerpts, which count once.

A family is a tree: each member hangs on the one document that it is nearest to, so that two documents which
quote the same text do not become one by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import Literal

from yaksok.ledger.reader import StoredDocument
from yaksok.links.fingerprints import Fingerprint, fingerprint
from yaksok.links.kinship import DEFAULT, Kinship, Limits, kinship

MemberKind = Literal["original", "annex", "translation", "republication", "excerpt"]

_LONGEST_POSTING = 16
"""Of documents that share a key, so many are compared: the first ones, and the newest as many again."""
_COMPARED = 24


@dataclass(frozen=True, slots=True)
class Member:
    """A document's place in a family: its version, file stem and kind.

    `of` is the version it was made from, None for the original; `score` and `reasons` tell how that is known.
    """

    version: str
    doc: str
    kind: MemberKind
    of: str | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that count as one; `id` is the version of the original, which comes first."""

    id: str
    members: tuple[Member, ...]

    @property
    def original(self) -> Member:
        """The document that all others were made from."""
        return self.members[0]


def families(documents: Iterable[StoredDocument], *, limits: Limits = DEFAULT) -> tuple[Family, ...]:
    """The families of two documents and more, by the time of their originals.

    Documents are read once, and only their fingerprints are kept. Each is compared with the few that
    share keys with it, so the time grows with the number of documents and not with that of pairs.
    """
    prints = sorted(map(fingerprint, documents), key=_moment)
    return families_of({each.version: each.doc for each in prints}, list(kinships(prints, limits=limits)))


def kinships(prints: Sequence[Fingerprint], *, limits: Limits = DEFAULT) -> Iterator[Kinship]:
    """Every relation found between documents, each with one that comes before it in `prints`."""
    shared = _shared_keys(prints)
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for place, mine in enumerate(prints):
        for other in _candidates(mine, postings):
            found = kinship(prints[other], mine, limits=limits)
            if found is not None:
                yield found
        for key in mine.keys:
            if key in shared:
                postings[key].append(place)


def families_of(names: Mapping[str, str], found: Iterable[Kinship]) -> tuple[Family, ...]:
    """The families that relations between documents make, each document under its nearest original.

    `names` are the file stems of versions in the order of time. A relation of a version that is not among them
    (a superseded one) counts for nothing; versions without any relation need not be there.
    """
    order = {version: place for place, version in enumerate(names)}
    known = (each for each in found if each.original in order and each.member in order)
    parents: dict[str, Kinship] = {}
    # The surest first; of equal ones the earliest original, so that copies of copies hang on the first.
    for each in sorted(known, key=lambda one: (-one.score, order[one.original], order[one.member])):
        if each.member not in parents and _root(each.original, parents) != each.member:
            parents[each.member] = each
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for version in sorted(parents, key=order.__getitem__):
        grouped[_root(version, parents)].append(version)
    return tuple(
        Family(
            root,
            (
                Member(root, names[root], "original"),
                *(_member(parents[version], names) for version in grouped[root]),
            ),
        )
        for root in sorted(grouped, key=order.__getitem__)
    )


def originals(found: Iterable[Family]) -> Mapping[str, str]:
    """For each version in a family the version of its original; documents on their own are not in it."""
    return {member.version: family.id for family in found for member in family.members}


def _member(link: Kinship, names: Mapping[str, str]) -> Member:
    return Member(link.member, names[link.member], link.kind, link.original, link.score, link.reasons)


def _root(version: str, parents: Mapping[str, Kinship]) -> str:
    while version in parents:
        version = parents[version].original
    return version


def _shared_keys(prints: Sequence[Fingerprint]) -> set[int]:
    """The keys of two documents and more: most belong to one, and need no place in memory."""
    every = sorted(chain.from_iterable(each.keys for each in prints))
    return {key for key, following in pairwise(every) if key == following}


def _candidates(mine: Fingerprint, postings: Mapping[int, Sequence[int]]) -> list[int]:
    """The places of documents that share keys with one; those that share rare ones come first."""
    shared: defaultdict[int, float] = defaultdict(float)
    for key in mine.keys:
        found = postings.get(key, ())
        rarity = 1 / max(1, len(found))
        if len(found) > 2 * _LONGEST_POSTING:
            found = (*found[:_LONGEST_POSTING], *found[-_LONGEST_POSTING:])
        for place in found:
            shared[place] += rarity
    return sorted(shared, key=lambda place: (-shared[place], place))[:_COMPARED]


def _moment(each: Fingerprint) -> tuple[bool, date, str, str]:
    day = each.published.reckoned()
    return day is None, day or date.max, each.doc, each.version
