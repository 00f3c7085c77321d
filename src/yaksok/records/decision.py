"""Decisions: what a person said of a link, or of a promise alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.link import Relation

DecisionKind = Literal["accept", "reject", "relabel", "draw", "note", "undo"]
"""`draw` makes a link that the program did not propose; `undo` takes one decision back."""

KINDS: tuple[DecisionKind, ...] = ("accept", "reject", "relabel", "draw", "note", "undo")

RULING_KINDS: frozenset[DecisionKind] = frozenset({"accept", "reject", "relabel", "draw"})
"""Kinds that say where a link stands; the newest one of a pair that was not taken back holds."""

MAKING_KINDS: frozenset[DecisionKind] = frozenset({"accept", "relabel", "draw"})
"""Kinds after which there is a link, with the relation that the decision names."""


@dataclass(frozen=True, slots=True)
class StatementKey:
    """By what a statement is found again: its id, else the stem of its document and its words."""

    id: str
    doc: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided at one moment.

    `id` is the hash of all else, so the same decision has the same id in every ledger; empty before it is
    stored. `later` is None for a note on a promise alone. `relation` is that of the link as the person saw
    it, accepted, rejected or chose it. `decided_at` is ISO with its offset from UTC; among decisions on one
    pair the newest holds. `undoes` is the id of the decision that an undo takes back, empty for the others;
    an undo names the pair of that decision. Taking back an undo restores what it took back.
    """

    id: str
    kind: DecisionKind
    promise: StatementKey
    later: StatementKey | None
    relation: Relation | None
    person: str
    note: str
    decided_at: str
    undoes: str = ""
