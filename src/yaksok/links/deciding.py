"""Links with what people decided: the newest decision on a pair that was not taken back holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from yaksok.ledger.matching import Match
from yaksok.records.decision import MAKING_KINDS, RULING_KINDS, Decision, DecisionKind, StatementKey
from yaksok.records.link import Link, LinkState, Reasons, StatementRef

Find = Callable[[StatementKey], Match]
"""Finds a statement again; given by whoever has an index (`yaksok.ledger.matching.match_statements`)."""

Pair = tuple[str, int, str, int]
"""Version and number of the promise, version and number of the later statement."""

_STATES: dict[DecisionKind, LinkState] = {
    "accept": "accepted",
    "draw": "accepted",
    "relabel": "relabelled",
    "reject": "rejected",
}
_MADE = {"accept": "accepted by", "draw": "drawn by", "relabel": "relabelled by"}


def apply_decisions(links: Sequence[Link], decisions: Iterable[Decision], *, find: Find) -> list[Link]:
    """The links as people decided on them.

    Those of pairs on which a decision holds change their state, and with accept and relabel their relation;
    score, reasons and proposer stay. Pairs that somebody accepted or drew and the program does not propose
    come first, as links of that person with score 1. Rejected ones stay in the list.
    """
    return apply_rulings(links, ruling_decisions(decisions, find=find))


@dataclass(frozen=True, slots=True)
class Ruled:
    """The decision that holds for a pair, with the statements of the pair as they are now.

    `link` is the link that it makes where the program proposes none; None where it makes none.
    """

    decision: Decision
    promise: StatementRef
    later: StatementRef
    link: Link | None = None


def ruling_decisions(decisions: Iterable[Decision], *, find: Find) -> dict[Pair, Ruled]:
    """For each pair the decision that holds, in the order of the newest."""
    ruling: dict[Pair, Ruled] = {}
    for decision in standing(decisions):
        if decision.kind in RULING_KINDS and decision.later is not None:
            for promise, later in product(find(decision.promise).refs, find(decision.later).refs):
                pair = pair_of(promise, later)
                ruling.pop(pair, None)
                link = _made(decision, promise, later) if decision.kind in MAKING_KINDS else None
                ruling[pair] = Ruled(decision, promise, later, link)
    return ruling


def apply_rulings(links: Sequence[Link], ruling: Mapping[Pair, Ruled]) -> list[Link]:
    """The same with what holds already worked out, for many calls."""
    result = []
    seen = set()
    for link in links:
        pair = pair_of(link.source, link.target)
        seen.add(pair)
        ruled = ruling.get(pair)
        result.append(link if ruled is None else _decided(link, ruled.decision))
    made = [ruled.link for pair, ruled in ruling.items() if ruled.link is not None and pair not in seen]
    return [*made, *result]


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody took back, the newest last; undos that hold are among them.

    What an undo takes back holds again when the undo itself is taken back.
    """
    ordered = in_order(decisions)
    undone = taken_back(ordered)
    return [decision for decision in ordered if decision.id not in undone]


def taken_back(decisions: Sequence[Decision]) -> set[str]:
    """The ids of the decisions that an undo takes back which itself holds."""
    by_id = {decision.id: decision for decision in decisions}
    waiting: defaultdict[str, int] = defaultdict(int)
    for decision in by_id.values():
        if decision.kind == "undo":
            waiting[decision.undoes] += 1
    # An id is a hash of what it undoes as well, so undos cannot go round in a circle: those that nothing
    # takes back come first, then what hangs on them.
    ready = [identity for identity in by_id if not waiting[identity]]
    undone: set[str] = set()
    while ready:
        decision = by_id[ready.pop()]
        if decision.kind != "undo":
            continue
        if decision.id not in undone:
            undone.add(decision.undoes)
        waiting[decision.undoes] -= 1
        if not waiting[decision.undoes] and decision.undoes in by_id:
            ready.append(decision.undoes)
    return undone


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions by the moment in which they were made; those of one moment stay as they come."""
    return sorted(decisions, key=lambda decision: datetime.fromisoformat(decision.decided_at))


def pair_of(promise: StatementRef, later: StatementRef) -> Pair:
    """The two statements of a link, as this ledger knows them."""
    return (promise.version, promise.n, later.version, later.n)


def key_of(ref: StatementRef) -> StatementKey:
    """By what a decision names a statement."""
    return StatementKey(ref.id, ref.doc, ref.text)


def keys_of(decisions: Iterable[Decision]) -> set[StatementKey]:
    """All the statements that some decisions name."""
    return {key for decision in decisions for key in (decision.promise, decision.later) if key is not None}


def _decided(link: Link, decision: Decision) -> Link:
    relation = decision.relation if decision.kind in MAKING_KINDS and decision.relation else link.relation
    return replace(link, relation=relation, state=_STATES[decision.kind], decision=decision.id)


def _made(decision: Decision, promise: StatementRef, later: StatementRef) -> Link:
    if decision.relation is None:
        raise ValueError(f"decision {decision.id} makes a link without a relation")
    return Link(
        source=promise,
        target=later,
        relation=decision.relation,
        score=1.0,
        reasons=Reasons(rule=f"{_MADE[decision.kind]} {decision.person}"),
        proposer=decision.person,
        state=_STATES[decision.kind],
        decision=decision.id,
    )
