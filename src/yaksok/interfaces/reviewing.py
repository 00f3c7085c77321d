"""Going through the links of a ledger, the most doubtful first, and deciding on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from yaksok.errors import UnknownDocument
from yaksok.fulfilment.evidence import DECIDING, DECIDING_PROOF
from yaksok.fulfilment.judging import Case, verdict_of
from yaksok.fulfilment.standing import Standing
from yaksok.fulfilment.status import status_of
from yaksok.interfaces.asking import reading
from yaksok.interfaces.deciding import Decider
from yaksok.interfaces.decision_json import RELATIONS
from yaksok.ledger.decisions import decisions
from yaksok.ledger.doubtful import Measure, doubtful_promises, judged_among
from yaksok.ledger.location import Place
from yaksok.ledger.matching import Match, has_document, match_statements
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.ledger.reader import stored_document
from yaksok.links.deciding import Pair, apply_decisions, keys_of, pair_of
from yaksok.links.proposing import DEFAULT
from yaksok.records.commitment import Status
from yaksok.records.decision import Decision, DecisionKind, StatementKey
from yaksok.records.link import Link, LinkState, Relation, StatementRef
from yaksok.records.standing import Place as Where
from yaksok.reference.membership import concerns, groups_ever
from yaksok.views.doubt import NEAR, Doubt, by_doubt
from yaksok.views.review_card import Card, card_of

MOST_LOOKED_AT = 1_000
"""So many of the most doubtful links are weighed against the verdicts; the others wait for another review."""

_MEASURE = Measure(DECIDING, 3.0, DECIDING_PROOF, DEFAULT.lowest, NEAR)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The status of a promise as things stand, and what it is if one of its links is accepted or rejected."""

    now: Status
    accepted: Status
    rejected: Status


class Review:
    """One person's way through the links of a ledger as it is when the review begins; a context manager.

    Raises LedgerError from every method if the ledger cannot be used.
    """

    def __init__(self, ledger: Place, *, person: str, as_of: date) -> None:
        """Reads the ledger. Raises BadPerson."""
        self._decider = Decider(ledger, person=person, command="review")
        self._ledger = ledger
        with reading(ledger):
            """A ledger that was not linked is linked now."""
        with errors_in_words(ledger):
            self._connection = open_for_reading(ledger).connect()
        with self._asked() as connection:
            self._decisions = decisions(connection)
            self._find = _Found(match_statements(connection, keys_of(self._decisions)))
            self._standing = Standing(connection, as_of=as_of, deciding=self._deciding)
        self._made: list[Decision] = []
        self._imagined: dict[Pair, tuple[LinkState, Relation]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._decider.__exit__(kind, error, trace)

    # -- what is there to be decided ----------------------------------------------------------

    def queue(
        self, *, party: str | None = None, document: str | None = None, relation: Relation | None = None
    ) -> list[Doubt]:
        """The links that nobody decided on, the most doubtful first (see `MOST_LOOKED_AT`).

        `party` is an id that the promise or a heading of it names, or a member of a group that they name;
        `document` the stem of either end. Raises UnknownDocument.
        """
        with self._asked() as connection:
            if document is not None and not has_document(connection, document):
                raise UnknownDocument(value=document)
            places = doubtful_promises(
                connection,
                _MEASURE,
                parties={party, *groups_ever(party)} if party is not None else None,
                document=document,
                relation=relation,
                most=MOST_LOOKED_AT,
            )
            judged = judged_among(connection, places)
            found = {self._place(case.promise): case for case in self._standing.cases(places)}
        cases = [
            case
            for case in found.values()
            if party is None or concerns(case.parties, party, case.facts.made or None) != "none"
        ]
        doubts = by_doubt(
            [link for case in cases for link in case.links],
            without=lambda link: _without(link, found, judged, self._place(link.source)),
        )
        return [
            doubt
            for doubt in doubts
            if (document is None or document in {doubt.link.source.doc, doubt.link.target.doc})
            and (relation is None or doubt.link.relation == relation)
        ]

    def current(self, link: Link) -> Link:
        """The link between the same statements as it is decided now; as it was given if there is none."""
        pair = pair_of(link.source, link.target)
        case = self._case(link.source)
        links = case.links if case is not None else ()
        return next((one for one in links if pair_of(one.source, one.target) == pair), link)

    def card(self, link: Link) -> Card:
        """Both statements of a link where they stand."""
        with self._asked() as connection:
            ends = (self._standing.key_of(ref.version) for ref in (link.source, link.target))
            promise, later = (stored_document(connection, key) for key in ends)
        return card_of(link, promise, later)

    def outcomes(self, link: Link) -> Outcomes | None:
        """The verdict as it is and after each answer; None where there is none."""
        with self._asked() as connection:
            if not judged_among(connection, [self._place(link.source)]):
                return None
        now = self._status(link)
        if now is None:
            return None
        return Outcomes(
            now=now,
            accepted=self._status(link, ("accepted", link.relation)) or now,
            rejected=self._status(link, ("rejected", link.relation)) or now,
        )

    def relabelled(self, link: Link) -> dict[Relation, Status]:
        """The status of the promise if the link had each of the relations."""
        found = {relation: self._status(link, ("relabelled", relation)) for relation in RELATIONS}
        return {relation: status for relation, status in found.items() if status is not None}

    # -- deciding -----------------------------------------------------------------------------

    def decide(
        self, link: Link, kind: DecisionKind, *, relation: Relation | None = None, note: str = ""
    ) -> Decision:
        """Put a decision on a link on record. Raises BadNote."""
        decision = self._decider.decide(
            kind, link.source, link.target, relation=relation or link.relation, note=note
        )
        self._find.add(decision, link)
        self._decisions.append(decision)
        self._made.append(decision)
        return decision

    def undo(self) -> Decision | None:
        """Take back the last decision of this review that still holds; None if there is none."""
        if not self._made:
            return None
        taken = self._made.pop()
        self._decisions.append(self._decider.undo(taken.id))
        return taken

    @property
    def made(self) -> tuple[Decision, ...]:
        """What was decided in this review and not taken back."""
        return tuple(self._made)

    # -- within -------------------------------------------------------------------------------

    @contextmanager
    def _asked(self) -> Iterator[Connection]:
        """The connection for one question: while a person thinks, nothing of the ledger is held."""
        with errors_in_words(self._ledger):
            try:
                yield self._connection
            finally:
                self._connection.rollback()

    def _deciding(self, links: Sequence[Link]) -> list[Link]:
        decided = apply_decisions(links, self._decisions, find=self._find) if self._decisions else links
        return [self._as_imagined(link) for link in decided]

    def _as_imagined(self, link: Link) -> Link:
        if not self._imagined:
            return link
        state, relation = self._imagined.get(pair_of(link.source, link.target), (link.state, link.relation))
        return replace(link, state=state, relation=relation)

    def _place(self, ref: StatementRef) -> Where:
        return (self._standing.key_of(ref.version), ref.n)

    def _case(self, promise: StatementRef) -> Case | None:
        with self._asked():
            return next(self._standing.cases([self._place(promise)]), None)

    def _status(self, link: Link, imagined: tuple[LinkState, Relation] | None = None) -> Status | None:
        self._imagined = {pair_of(link.source, link.target): imagined} if imagined else {}
        try:
            case = self._case(link.source)
        finally:
            self._imagined = {}
        return verdict_of(case).status if case is not None else None


def _without(
    link: Link, cases: dict[Where, Case], judged: set[Where], place: Where
) -> tuple[Status, Status] | None:
    """The status of a promise, and what it is without the link among the evidence."""
    if place not in judged:
        return None
    facts = cases[place].facts
    kept = tuple(one for one in facts.evidence if one.statement != link.target)
    return status_of(facts).status, status_of(replace(facts, evidence=kept)).status


class _Found:
    """Finds statements that decisions name: those of the ledger as it was, and those decided on since."""

    def __init__(self, matches: dict[StatementKey, Match]) -> None:
        self._matches = matches

    def __call__(self, key: StatementKey) -> Match:
        return self._matches[key]

    def add(self, decision: Decision, link: Link) -> None:
        """The statements of a link, known by the keys of a decision on it."""
        for key, ref in ((decision.promise, link.source), (decision.later, link.target)):
            if key is not None:
                self._matches.setdefault(key, Match((ref,), "id"))
