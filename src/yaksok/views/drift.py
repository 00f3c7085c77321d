"""Plan against plan: what a later document carries on, changes or drops of an earlier one, and what is new in it.

Only links decide: promises belong together where they stand in one chain (`yaksok.links.lineage`), over the
documents of the same issuer between the two as well. Like words alone join nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.standing import Deciding
from yaksok.fulfilment.strength import strength
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import stored_links
from yaksok.ledger.reader import StoredDocument, stored_documents
from yaksok.links.changes import changes
from yaksok.links.lineage import Edge, Lineage, source_of, target_of
from yaksok.links.lineage import Place as Named
from yaksok.records.chain import Change
from yaksok.records.link import WORK_RELATIONS, Link, StatementRef
from yaksok.records.promise import Strength
from yaksok.records.standing import Place, PromiseRow

DriftKind = Literal["continued", "renamed", "changed", "dropped", "new"]
DRIFT_KINDS: tuple[DriftKind, ...] = ("continued", "renamed", "changed", "dropped", "new")

MOST_BETWEEN = 6
"""Through so many documents between the two a promise is followed, the newest."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One promise of the earlier document, of the later, or one of each that belong together.

    `changes` tell what the later wording makes of the earlier one. `reports` are statements of the later
    document that tell of work on the earlier promise, its end or its failure. `decided`: a person stands
    behind what joins the two; `score` is that of the link, None where they are joined over others.
    """

    kind: DriftKind
    earlier: PromiseRow | None
    later: PromiseRow | None
    changes: tuple[Change, ...] = ()
    reports: tuple[StatementRef, ...] = ()
    decided: bool = False
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents against each other, in the order of the earlier one, then what is new in the later.

    `between` are the stems of the documents over which promises were followed.
    """

    drifts: tuple[Drift, ...]
    between: tuple[str, ...]
    earlier_promises: int
    later_promises: int

    @property
    def numbers(self) -> Mapping[DriftKind, int]:
        """How many there are of each kind: of the earlier document's promises, and those new in the later."""
        counts = Counter(each.kind for each in self.drifts)
        return {kind: counts[kind] for kind in DRIFT_KINDS}

    @property
    def share_continued(self) -> float | None:
        """The share of the earlier document's promises that the later takes up; None if it has none."""
        taken_up = {
            each.earlier.n for each in self.drifts if each.earlier is not None and each.later is not None
        }
        return len(taken_up) / self.earlier_promises if self.earlier_promises else None

    @property
    def dropped_but_reported(self) -> int:
        """How many of the promises that are not taken up some later document reports on."""
        return sum(
            each.kind == "dropped"
            and (bool(each.reports) or (each.earlier is not None and each.earlier.evidence > 0))
            for each in self.drifts
        )


def compare(connection: Connection, shelf: Shelf, deciding: Deciding, earlier: int, later: int) -> Comparison:
    """The promises of two versions (keys), the earlier first, against each other."""
    between = _between(connection, earlier, later)
    versions = [earlier, *between, later]
    places = _promises(connection, versions)
    documents = dict(zip(versions, stored_documents(connection, versions), strict=True))
    links = _links(connection, deciding, versions)
    lineage = _lineage(documents.values(), links)
    rows = {
        row.key: row
        for row in shelf.rows([place for version in (earlier, later) for place in places[version]])
    }
    one, other = documents[earlier], documents[later]
    pairs = _pairs(lineage, one, other, [n for _, n in places[earlier]], [n for _, n in places[later]])
    reports = _reports(links, one.version, other.version)
    joined = {pair.later[1] for pair in pairs}
    by_earlier: defaultdict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        by_earlier[pair.earlier[1]].append(pair)
    drifts: list[Drift] = []
    for place in places[earlier]:
        mine = by_earlier.get(place[1], [])
        told = tuple(reports.get((one.version, place[1]), ()))
        drifts += [_joined(pair, rows, (earlier, later), told, lineage) for pair in mine]
        if not mine:
            drifts.append(Drift("dropped", rows.get(place), None, reports=told))
    drifts += [Drift("new", None, rows.get(place)) for place in places[later] if place[1] not in joined]
    return Comparison(
        tuple(each for each in drifts if each.earlier is not None or each.later is not None),
        tuple(documents[version].doc for version in between),
        earlier_promises=len(places[earlier]),
        later_promises=len(places[later]),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    earlier: Named
    later: Named
    edge: Edge | None


def _pairs(
    lineage: Lineage,
    one: StoredDocument,
    other: StoredDocument,
    earlier: Sequence[int],
    later: Sequence[int],
) -> list[_Pair]:
    """Promises of two documents that stand in one chain: by their link, else with the last of the chain before."""
    of_root: defaultdict[Named, list[Named]] = defaultdict(list)
    known = {(one.version, n) for n in earlier}
    for place in sorted(known, key=lambda each: each[1]):
        of_root[lineage.root(place)].append(place)
    found = []
    for n in later:
        place = (other.version, n)
        direct = {edge.earlier: edge for edge in lineage.qualifying(place) if edge.earlier in known}
        merged = {edge.earlier for edge in lineage.merging(place)}
        chain = of_root.get(lineage.root(place), [])
        chosen = [each for each in chain if each in direct] or chain[-1:]
        chosen += [each for each in direct if each in merged and each not in chosen]
        found += [_Pair(each, place, direct.get(each)) for each in chosen]
    return found


def _joined(
    pair: _Pair,
    rows: Mapping[Place, PromiseRow],
    versions: tuple[int, int],
    reports: tuple[StatementRef, ...],
    lineage: Lineage,
) -> Drift:
    found = changes(
        lineage.statement(pair.earlier),
        lineage.statement(pair.later),
        above_earlier=lineage.above(pair.earlier),
        above_later=lineage.above(pair.later),
        wording=_wording,
    )
    kinds = {each.kind for each in found}
    kind: DriftKind = "continued" if not kinds else "renamed" if kinds == {"renamed"} else "changed"
    return Drift(
        kind,
        rows.get((versions[0], pair.earlier[1])),
        rows.get((versions[1], pair.later[1])),
        found,
        reports,
        decided=pair.edge is not None and pair.edge.decided,
        score=pair.edge.link.score if pair.edge else None,
    )


def _wording(text: str) -> Strength | None:
    return strength(text, "ko" if any("가" <= letter <= "힣" for letter in text) else "en")


def _reports(links: Iterable[Link], one: str, other: str) -> dict[Named, list[StatementRef]]:
    """What a later document reports on the promises of an earlier one."""
    found: defaultdict[Named, list[StatementRef]] = defaultdict(list)
    for link in links:
        tells = link.relation in WORK_RELATIONS or link.relation == "contradicted_by"
        if tells and link.state != "rejected" and (link.source.version, link.target.version) == (one, other):
            found[source_of(link)].append(link.target)
    return found


def _lineage(documents: Iterable[StoredDocument], links: Iterable[Link]) -> Lineage:
    by_version = {stored.version: stored for stored in documents}
    touching: defaultdict[Named, list[Link]] = defaultdict(list)
    for link in links:
        if link.source.version in by_version and link.target.version in by_version:
            touching[source_of(link)].append(link)
            touching[target_of(link)].append(link)
    links_of: Callable[[Named], Sequence[Link]] = lambda place: touching.get(place, ())  # noqa: E731 - a look-up
    return Lineage(by_version.__getitem__, links_of)


def _links(connection: Connection, deciding: Deciding, versions: Sequence[int]) -> list[Link]:
    """The links among some versions, as people decided on them."""
    links = tables.links
    conditions = (links.c.promise_version.in_(versions), links.c.later_version.in_(versions))
    return list(deciding([each.link for each in stored_links(connection, *conditions)]))


def _promises(connection: Connection, versions: Sequence[int]) -> dict[int, list[Place]]:
    """The promises of some versions, without those that repeat another document."""
    table = derived.promises
    query = (
        select(table.c.version, table.c.n)
        .where(table.c.version.in_(versions))
        .order_by(table.c.version, table.c.n)
    )
    found: dict[int, list[Place]] = {version: [] for version in versions}
    for row in connection.execute(query):
        found[row.version].append((row.version, row.n))
    return found


def _between(connection: Connection, earlier: int, later: int) -> list[int]:
    """The documents of the same issuer and genre between the two, the newest of many."""
    table = derived.dated
    rows = {
        row.version: row
        for row in connection.execute(select(table).where(table.c.version.in_((earlier, later))))
    }
    one, other = rows[earlier], rows[later]
    if not one.issuer or one.issuer != other.issuer or not one.day or not other.day:
        return []
    query = (
        select(table.c.version)
        .where(
            table.c.issuer == one.issuer,
            table.c.counted,
            table.c.genre.in_(sorted({one.genre, other.genre})),
            table.c.day > one.day,
            table.c.day < other.day,
        )
        .order_by(table.c.day.desc())
        .limit(MOST_BETWEEN)
    )
    return list(reversed(list(connection.execute(query).scalars())))


def drifts_of(comparison: Comparison, kinds: frozenset[DriftKind]) -> Iterator[Drift]:
    """Those of some kinds, or all."""
    for each in comparison.drifts:
        if not kinds or each.kind in kinds:
            yield each
