"""Links: revisable judgements that two statements are about the same undertaking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.mentions import Span

Relation = Literal[
    "fulfilled_by",
    "partly_fulfilled_by",
    "progressed_by",
    "restated_as",
    "continued_as",
    "superseded_by",
    "contradicted_by",
]

WORK_RELATIONS: frozenset[Relation] = frozenset({"fulfilled_by", "partly_fulfilled_by", "progressed_by"})
"""Relations whose later end reports work on the earlier one."""

PROMISE_RELATIONS: frozenset[Relation] = frozenset({"restated_as", "continued_as", "superseded_by"})
"""Relations whose later end is a promise again."""


@dataclass(frozen=True, slots=True)
class StatementRef:
    """A place in the ledger: which version of which document, and which stretch of its text.

    `doc` is the stem of the file's name, as people quote it; `version` is the id of the version
    that was read; `n` is the statement's number in it. `id` is the statement's own id, the same in
    every ledger; empty for a statement that is in none.
    """

    version: str
    doc: str
    n: int
    text: str
    span: Span
    id: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What two statements have in common, and the rule that told how they relate.

    `words` are what they share, the rarest first; `times` and `amounts` are as the later one writes them.
    `named` are those of `parties` that both name themselves, not in a heading only. `event` says by
    what the later one is known to tell of the promised event in other words, "" where nothing tells so.
    """

    rule: str
    words: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    event: str = ""

    def sentence(self) -> str:
        """The reasons in one line, the rule last."""
        shared = (
            ("same words", self.words),
            ("same party", self.parties),
            ("same programme", self.programmes),
            ("same name", self.names),
            ("same time", self.times),
            ("same amount", self.amounts),
            ("same event", (self.event,) if self.event else ()),
        )
        return "; ".join([*(f"{label}: {', '.join(found)}" for label, found in shared if found), self.rule])


LinkState = Literal["proposed", "accepted", "relabelled", "rejected"]
"""Where a link stands: as the program proposes it, or as a person decided."""


@dataclass(frozen=True, slots=True)
class Link:
    """What `source`, the earlier statement, became in `target`, the later one.

    `score` lies between 0 and 1. `proposer` is the rules that made it, with their version, or the person who
    drew it. Rejected links stay on record; they count for nothing. `decision` is the id of the decision that
    `state` comes from, empty for a proposal.
    """

    source: StatementRef
    target: StatementRef
    relation: Relation
    score: float
    reasons: Reasons
    proposer: str = "rules"
    state: LinkState = "proposed"
    decision: str = ""

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return self.reasons.sentence()
