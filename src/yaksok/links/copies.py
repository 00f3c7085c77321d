"""Counting once: what stands in several documents of a family is one statement, and its links are one.

A promise that the translation or the republication repeats is one commitment, stated first in the original; a
result told in both is one event. No document of a family is a later document that restates a promise of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from yaksok.ledger.reader import StoredDocument
from yaksok.links.alignment import same_statement
from yaksok.links.families import Family, Member, originals
from yaksok.records.link import WORK_RELATIONS, Link, StatementRef

Place = tuple[str, int]
"""A version and the number of a statement in it."""

_FAITHFUL = 0.75
"""A translation of which so much stands in the original says nothing of its own."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Which statements are copies of others.

    `of` leads from each copy to the statement of the original that it repeats. `unplaced` are
    statements of faithful translations whose counterpart was not found: they say nothing new either.
    """

    of: Mapping[Place, StatementRef]
    unplaced: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Collapsed:
    """Links between what counts; `left_out` are those that say nothing of their own.

    Their ends lie in one family, or one of them is an unplaced piece of a translation, or what came later was
    only published again later.
    """

    links: tuple[Link, ...]
    left_out: tuple[Link, ...]


def copies(families: Iterable[Family], documents: Mapping[str, StoredDocument]) -> Copies:
    """The copies among the statements of families; `documents` holds their members by version.

    A member that is not in `documents` has no copies. What hangs on a member and not on the original is
    followed to the original.
    """
    of: dict[Place, StatementRef] = {}
    unplaced: set[Place] = set()
    for family in families:
        for member in _outermost_first(family):
            source, stored = documents.get(member.of or ""), documents.get(member.version)
            if source is None or stored is None:
                continue
            placed = same_statement(stored, source, whole=member.kind != "annex")
            by_number = {statement.n: statement for statement in source.document.statements}
            for n, theirs in placed.items():
                first = of.get((source.version, theirs))
                of[stored.version, n] = first or source.ref(by_number[theirs])
            if member.kind == "translation" and member.score >= _FAITHFUL:
                every = {(stored.version, statement.n) for statement in stored.document.statements}
                unplaced |= every - of.keys()
    return Copies(of, frozenset(unplaced))


def collapse(
    links: Iterable[Link],
    families: Iterable[Family],
    found: Copies,
    *,
    days: Mapping[str, date | None] | None = None,
) -> Collapsed:
    """Links as they are when every family counts as one document, in the order they came.

    Both ends are moved to the originals. Of links that then join the same two statements the one between
    originals is kept, else the best. Inside a family only the work that
    an annex reports on a promise of another text stays, as it would inside one document. `days` are
    the days of versions, so far as known: a link goes whose target was first said before its source.
    """
    whole = tuple(families)
    home = originals(whole)
    annexes = {member.version for family in whole for member in family.members if member.kind == "annex"}
    kept: dict[tuple[Place, Place], tuple[Link, Link]] = {}
    left_out: list[Link] = []
    for link in links:
        moved = replace(link, source=_first(link.source, found), target=_first(link.target, found))
        if (
            _is_unplaced(link, found)
            or _is_within(moved, home, annexes)
            or (moved != link and _runs_back(moved, days or {}))
        ):
            left_out.append(link)
            continue
        ends = (moved.source.version, moved.source.n), (moved.target.version, moved.target.n)
        before = kept.get(ends)
        if before is None or _is_better(link, moved, before):
            kept[ends] = moved, link
    return Collapsed(links=tuple(moved for moved, _ in kept.values()), left_out=tuple(left_out))


def _outermost_first(family: Family) -> Iterator[Member]:
    """The members, each after the one it was made from."""
    waiting = list(family.members[1:])
    known = {family.id}
    while waiting:
        ready = [member for member in waiting if member.of in known]
        if not ready:
            return
        yield from ready
        known |= {member.version for member in ready}
        waiting = [member for member in waiting if member.version not in known]


def _first(ref: StatementRef, found: Copies) -> StatementRef:
    return found.of.get((ref.version, ref.n), ref)


def _is_unplaced(link: Link, found: Copies) -> bool:
    ends = (link.source.version, link.source.n), (link.target.version, link.target.n)
    return not found.unplaced.isdisjoint(ends)


def _is_within(moved: Link, home: Mapping[str, str], annexes: set[str]) -> bool:
    """Whether a link stays in a family and is not the work that an annex or its main text reports."""
    source, target = moved.source, moved.target
    if source.version == target.version:
        return source.n == target.n
    if source.version not in home or home[source.version] != home.get(target.version):
        return False
    between = annexes & {source.version, target.version}
    return not between or moved.relation not in WORK_RELATIONS


def _runs_back(moved: Link, days: Mapping[str, date | None]) -> bool:
    source, target = days.get(moved.source.version), days.get(moved.target.version)
    return source is not None and target is not None and target < source


def _is_better(link: Link, moved: Link, before: tuple[Link, Link]) -> bool:
    """Whether a link says it better than the one kept: as it was made between originals, or with more weight."""
    native, other_native = moved == link, before[0] == before[1]
    return (native, link.score) > (other_native, before[1].score)
