"""Chains: one commitment through all the statements that state, change, report and end it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.link import Link, StatementRef
from yaksok.records.mentions import Span

ChangeKind = Literal[
    "renamed",
    "narrowed",
    "widened",
    "postponed",
    "brought_forward",
    "amount_changed",
    "weakened",
    "strengthened",
    "handed_over",
    "merged",
    "split",
    "replaced",
    "withdrawn",
    "failed",
    "fulfilled",
]

StepKind = Literal["first_stated", "restated", "changed", "reported", "ended"]

PROMISE_STEPS: frozenset[StepKind] = frozenset({"first_stated", "restated", "changed"})
"""Steps whose statement is a promise that belongs to the chain, unless it is a member of another one."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a later statement makes of an earlier one.

    `before` and `after` are the words of both sides that show it; the spans say where they stand in
    the texts of the two documents, None where the words could not be traced to one stretch.
    """

    kind: ChangeKind
    before: str
    after: str
    before_span: Span | None = None
    after_span: Span | None = None


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One statement of a chain, and how it came into it.

    `date` is that of its document, as written. `link` leads from the earlier promise of the chain that
    `changes` compares it with; None for the first statement and for one that its own document says again.
    `into` is the id of another chain: that of the statement where it belongs there, since the commitment
    was merged into it or replaced by it; empty otherwise.
    """

    statement: StatementRef
    date: str | None
    kind: StepKind
    changes: tuple[Change, ...] = ()
    link: Link | None = None
    into: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """A commitment: its statements and the reports on it in the order of time.

    `id` is derived from the first statement's id: it stays as long as that statement is the first.
    """

    id: str
    steps: tuple[ChainStep, ...]

    @property
    def promises(self) -> tuple[StatementRef, ...]:
        """The promises that belong to the chain; each promise belongs to exactly one."""
        return tuple(step.statement for step in self.steps if step.kind in PROMISE_STEPS and not step.into)

    @property
    def reports(self) -> tuple[ChainStep, ...]:
        """The steps that tell what became of it."""
        return tuple(step for step in self.steps if step.kind not in PROMISE_STEPS)

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes, in order."""
        return tuple(change for step in self.steps for change in step.changes)

    @property
    def has_ended(self) -> bool:
        """Whether a report says that it came to an end, and no promise after it takes it up."""
        return any(step.kind == "ended" for step in self.steps)
