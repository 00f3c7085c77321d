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
    that was read; `n` is the statement's number in it.
    """

    version: str
    doc: str
    n: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """What `source`, the earlier statement, became in `target`, the later one.

    `score` lies between 0 and 1. `why` gives the reasons in words: which words, parties, names
    and times met, and which rule told the relation.
    """

    source: StatementRef
    target: StatementRef
    relation: Relation
    score: float
    why: str
