"""Commitments as chains: derived from links, never stored as the only copy.

Promises that a link joins (`yaksok.links.lineage`) are one chain; reports of work, failure and
replacement hang on it. Three rules keep a chain in shape:

- Merged: where strong links lead from promises of two chains to one later promise, that promise belongs
  to the chain of the best link. The other chain tells of it in a step `merged`, by which it ends unless a
  promise of its own follows.
- Split: where one promise goes on as several of one later document, all stay in the chain, marked `split`.
- Ended: the first report of a final outcome after the last promise of a chain ends it; a promise that
  is said again after such a report is open again.

A chain is a pure function of documents and links, whatever their order. `chain_of` finds the chain of
one promise from its neighbourhood only, and the same one for each of its promises.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from yaksok.ledger.identity import digest
from yaksok.links.change_words import has_word, whole
from yaksok.links.changes import Wording, changes
from yaksok.links.lineage import (
    DEFAULT,
    DocumentOf,
    Edge,
    Joining,
    Lineage,
    Moment,
    Place,
    is_decided,
    source_of,
    target_of,
)
from yaksok.records.chain import Chain, ChainStep, Change, ChangeKind, StepKind
from yaksok.records.link import WORK_RELATIONS, Link, Relation, StatementRef

_OUTCOME: dict[Relation, ChangeKind] = {
    "fulfilled_by": "fulfilled",
    "contradicted_by": "failed",
    "superseded_by": "replaced",
}
_TELLING: tuple[Relation, ...] = (
    "contradicted_by",
    "fulfilled_by",
    "superseded_by",
    "partly_fulfilled_by",
    "progressed_by",
    "continued_as",
    "restated_as",
)
"""Where a report is linked to several promises of a chain, the link that says most is told."""


class _Placed(NamedTuple):
    """A step with where it stands in time: promises of a document before what it reports."""

    moment: Moment
    report: bool
    step: ChainStep


def chain_of(
    promise: StatementRef,
    links_of: Callable[[Place], Iterable[Link]],
    document_of: DocumentOf,
    *,
    joining: Joining = DEFAULT,
    wording: Wording | None = None,
) -> Chain | None:
    """The chain that a promise belongs to; None for a statement that is no promise.

    `links_of` gives the links that touch a statement, by version and number, at either end;
    `document_of` the document of a version. Only the chain and what is linked to it are asked for.
    """
    lineage = Lineage(document_of, links_of, joining=joining)
    place = (promise.version, promise.n)
    if not lineage.is_promise(place):
        return None
    root = lineage.root(place)
    members: list[Place] = []
    waiting = [root]
    while waiting:
        members.append(waiting.pop())
        waiting.extend(lineage.following(members[-1]))
    return _chain(root, members, lineage, wording)


def _chain(root: Place, members: Sequence[Place], lineage: Lineage, wording: Wording | None) -> Chain:
    ordered = sorted(members, key=lineage.moment)
    placed = [*_promise_steps(ordered, lineage, wording), *_report_steps(ordered, lineage)]
    placed.sort(key=lambda each: (each.moment[:-1], each.report, each.moment[-1]))
    return Chain(_chain_id(root, lineage), tuple(_with_end(placed)))


def _chain_id(root: Place, lineage: Lineage) -> str:
    first = lineage.ref(root)
    return digest(("chain", first.id or digest((first.version, first.n))))


def _promise_steps(ordered: Sequence[Place], lineage: Lineage, wording: Wording | None) -> Iterator[_Placed]:
    edges = {place: _edge_within(place, lineage) for place in ordered}
    # What a document says twice is no split: the second time goes on from the first.
    new = (edge for place, edge in edges.items() if edge and (lineage.origin(place) or place)[0] != place[0])
    parts = Counter((edge.earlier, edge.later[0]) for edge in new)
    for place in ordered:
        edge = edges[place]
        if edge is None:
            kind: StepKind = "first_stated" if lineage.origin(place) is None else "restated"
            yield _Placed(lineage.moment(place), report=False, step=_step(place, lineage, kind=kind))
            continue
        found = [*_told_by(edge, lineage, wording)]
        if parts[edge.earlier, edge.later[0]] > 1:
            found.append(_from_to("split", edge.earlier, place, lineage))
        found += [_from_to("merged", other.earlier, place, lineage) for other in lineage.merging(place)]
        kind = "changed" if found else "restated"
        step = _step(place, lineage, kind=kind, changes=tuple(found), link=edge.link)
        yield _Placed(lineage.moment(place), report=False, step=step)


def _edge_within(place: Place, lineage: Lineage) -> Edge | None:
    """The link from the last promise of the same chain before this one, which it is compared with."""
    if lineage.origin(place) is None:
        return None
    root = lineage.root(place)
    within = [edge for edge in lineage.qualifying(place) if lineage.root(edge.earlier) == root]
    # Of the last document, the best: links come in that order already.
    return max(within, key=lambda edge: lineage.moment(edge.earlier)[:-1], default=None)


def _told_by(edge: Edge, lineage: Lineage, wording: Wording | None) -> Iterator[Change]:
    """What the later promise of a link makes of the earlier one."""
    if edge.link.relation == "superseded_by":
        yield _from_to("replaced", edge.earlier, edge.later, lineage)
    yield from changes(
        lineage.statement(edge.earlier),
        lineage.statement(edge.later),
        above_earlier=lineage.above(edge.earlier),
        above_later=lineage.above(edge.later),
        wording=wording,
    )


def _report_steps(ordered: Sequence[Place], lineage: Lineage) -> Iterator[_Placed]:
    """What later statements tell of the promises of a chain, each once, and the chains they went over to."""
    members = set(ordered)
    told: dict[Place, Link] = {}
    for place in ordered:
        for link in lineage.touching(place):
            target = target_of(link)
            if source_of(link) == place and _reports(link, lineage, members):
                before = told.get(target)
                if before is None or _telling(link, lineage) < _telling(before, lineage):
                    told[target] = link
    merged = {
        edge.later: edge.link
        for place in ordered
        for edge in lineage.edges(place)
        if edge.earlier == place and edge.later not in members and edge in lineage.merging(edge.later)
    }
    for target, link in (told | merged).items():
        kind = "merged" if target in merged else _outcome(link)
        source = source_of(link) if source_of(link) in members else target_of(link)
        found = (_from_to(kind, source, target, lineage),) if kind else ()
        into = ""
        if kind in {"merged", "replaced"} and lineage.is_promise(target):
            into = _chain_id(lineage.root(target), lineage)
        step = _step(target, lineage, kind="reported", changes=found, link=link, into=into)
        yield _Placed(lineage.moment(target), report=True, step=step)


def _reports(link: Link, lineage: Lineage, members: Container[Place]) -> bool:
    """Whether a link leads to a report: of work, of failure, or of what took the promise's place."""
    if link.relation in WORK_RELATIONS or link.relation == "contradicted_by":
        return True
    if link.relation == "superseded_by":
        return target_of(link) not in members
    return is_decided(link) and not lineage.is_promise(target_of(link))


def _telling(link: Link, lineage: Lineage) -> tuple[object, ...]:
    return (
        not is_decided(link),
        _TELLING.index(link.relation),
        -link.score,
        lineage.moment(source_of(link)),
    )


def _outcome(link: Link) -> ChangeKind | None:
    kind = _OUTCOME.get(link.relation)
    if kind == "failed" and has_word(link.target.text, "withdrawn"):
        return "withdrawn"
    return kind


def _with_end(placed: Sequence[_Placed]) -> Iterator[ChainStep]:
    """The steps in order; the first final outcome after the last promise is the end."""
    last = max((each.moment[:-1] for each in placed if not each.report), default=None)
    ended = False
    for each in placed:
        final = (
            each.report
            and not ended
            and each.step.changes
            and (each.step.kind == "reported")
            and (last is None or each.moment[:-1] >= last)
        )
        ended = ended or bool(final)
        yield replace(each.step, kind="ended") if final else each.step


def _from_to(kind: ChangeKind, before: Place, after: Place, lineage: Lineage) -> Change:
    return whole(kind, lineage.statement(before), lineage.statement(after))


def _step(
    place: Place,
    lineage: Lineage,
    *,
    kind: StepKind,
    changes: tuple[Change, ...] = (),
    link: Link | None = None,
    into: str = "",
) -> ChainStep:
    return ChainStep(lineage.ref(place), lineage.document(place[0]).document.date, kind, changes, link, into)
