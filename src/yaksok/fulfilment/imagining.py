"""What the verdict on a promise would be if a person decided otherwise on one of its links.

Nothing is looked up again: the facts of the promise are taken with other links.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from yaksok.fulfilment.evidence import Source, counts, evidence_among, is_background
from yaksok.fulfilment.judging import Case
from yaksok.fulfilment.occurrence import reported_on
from yaksok.fulfilment.status import status_of
from yaksok.ledger.reader import StoredDocument
from yaksok.records.commitment import Status
from yaksok.records.link import Link, LinkState, Relation, StatementRef
from yaksok.records.statement import Statement

RELATIONS: tuple[Relation, ...] = (
    "fulfilled_by",
    "partly_fulfilled_by",
    "progressed_by",
    "restated_as",
    "continued_as",
    "superseded_by",
    "contradicted_by",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a verdict would be."""

    status: Status
    late: bool


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What the verdict is, and what it would be after each decision on one link."""

    now: Outcome
    accepted: Outcome
    rejected: Outcome
    relabelled: tuple[tuple[Relation, Outcome], ...]


class Imagining:
    """One promise with its links, to be asked what decisions would make of it.

    `documents` by version hold the promise and the later ends of its links; `days` are the days (ISO) with which
    they are reckoned, where one is known.
    """

    def __init__(
        self, case: Case, documents: Mapping[str, StoredDocument], days: Mapping[str, str | None]
    ) -> None:
        self._case = case
        self._documents = documents
        self._days = days
        # What does not count now, counts no more when another link is decided on.
        self._counting = tuple(link for link in case.links if counts(link))
        self._statements = {
            (version, statement.n): statement
            for version, stored in documents.items()
            for statement in stored.document.statements
        }

    def outcomes(self, link: Link) -> Outcomes:
        """What each decision on a link would lead to; it may be one that was rejected and counts for nothing."""
        return Outcomes(
            now=self._outcome(self._counting),
            accepted=self._if(link, "accepted", link.relation),
            rejected=self._if(link, "rejected", link.relation),
            relabelled=tuple((relation, self._if(link, "relabelled", relation)) for relation in RELATIONS),
        )

    def _if(self, link: Link, state: LinkState, relation: Relation) -> Outcome:
        others = [one for one in self._counting if one.target != link.target]
        imagined = [] if state == "rejected" else [replace(link, state=state, relation=relation)]
        return self._outcome([*others, *imagined])

    def _outcome(self, links: Sequence[Link]) -> Outcome:
        evidence = evidence_among(links, look_up=self._source)
        versions = {one.statement.version for one in evidence}
        days = {version: day for version in versions if (day := self._days.get(version))}
        told = status_of(
            replace(
                self._case.facts,
                evidence=evidence,
                published={version: self._documents[version].document.date for version in versions},
                days={**self._case.facts.days, **days},
                background=frozenset(
                    (link.target.version, link.target.n) for link in links if is_background(link)
                ),
                occurred=self._occurred(links),
            )
        )
        return Outcome(told.status, told.late)

    def _occurred(self, links: Sequence[Link]) -> dict[tuple[str, int], str]:
        promise = self._statement(self._case.promise)
        found = {}
        for link in links:
            later = self._statement(link.target)
            day = reported_on(link.relation, promise, later) if promise and later else None
            if day:
                found[link.target.version, link.target.n] = day
        return found

    def _statement(self, ref: StatementRef) -> Statement | None:
        return self._statements.get((ref.version, ref.n))

    def _source(self, ref: StatementRef) -> Source | None:
        statement = self._statement(ref)
        return Source(self._documents[ref.version].document, statement) if statement else None
