"""Deciding on a link that somebody looks at, with the verdict before and after; for pages and the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from yaksok.errors import IncompleteDecision, NoSuchLink, PromiseNotFound
from yaksok.fulfilment.judging import verdict_of
from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.asking import reading
from yaksok.interfaces.deciding import Decider, deciding_on
from yaksok.interfaces.deciding_once import decide
from yaksok.interfaces.shelving import keep
from yaksok.ledger.location import Location
from yaksok.records.commitment import Status
from yaksok.records.decision import Decision, DecisionKind
from yaksok.records.link import Link, Relation, StatementRef
from yaksok.views.finding import named_statement
from yaksok.views.ledger_shelf import LedgerShelf


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to decide.

    `promise` is the id of the promise and `later` that of the later statement, "" for a note on the promise
    alone; a link that is drawn may name it as DOC:N too. `undoes` is the id of the decision that an undo takes
    back. `relation` is needed to relabel and to draw.
    """

    kind: DecisionKind
    promise: str
    later: str = ""
    relation: Relation | None = None
    note: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The decision as it is on record, and the status of the promise before and after; None where it has no verdict.

    `promise` is None only where a decision was taken back whose promise is not in the ledger any more.
    """

    decision: Decision
    promise: StatementRef | None
    before: Status | None
    after: Status | None


def decide_there(ledger: Location, wanted: Wanted, *, person: str, as_of: date, today: date) -> Made:
    """Put a decision on record and bring the kept verdicts to it.

    Raises PromiseNotFound, NoSuchLink, IncompleteDecision, UnknownDecision, UndoneAlready, LinkExists,
    CannotBeLinked, UnknownStatement, BadPerson, BadNote, LedgerError.
    """
    with reading(ledger) as connection:
        promise = _promise(connection, wanted, as_of)
        link = _link(connection, promise, wanted.later, as_of) if promise and _is_of_link(wanted) else None
        before = _status(connection, promise, as_of)
    decision = _decide(ledger, wanted, promise, link, person)
    for _ in keep(ledger, today=today):
        """Each batch of the kept verdicts; there is nobody to tell of it."""
    with reading(ledger) as connection:
        return Made(decision, promise, before, _status(connection, promise, as_of))


def _promise(connection: Connection, wanted: Wanted, as_of: date) -> StatementRef | None:
    """The promise that is meant; None where it is gone and a decision on it is only taken back."""
    try:
        return named_statement(wanted.promise, LedgerShelf(connection, as_of=as_of), as_of=as_of).ref
    except PromiseNotFound:
        if wanted.kind == "undo":
            return None
        raise


def _decide(
    ledger: Location, wanted: Wanted, promise: StatementRef | None, link: Link | None, person: str
) -> Decision:
    with Decider(ledger, person=person, command="serve") as decider:
        if wanted.kind == "undo" or promise is None:
            return decider.undo(wanted.undoes, note=wanted.note)
    if wanted.kind == "draw":
        if not wanted.later or wanted.relation is None:
            raise IncompleteDecision(kind="draw", missing="a later statement and a relation")
        return decide(
            ledger,
            promise.id,
            wanted.later,
            "draw",
            relation=wanted.relation,
            note=wanted.note,
            person=person,
        )
    with Decider(ledger, person=person, command="serve") as decider:
        if wanted.kind == "note":
            if not wanted.note.strip():
                raise IncompleteDecision(kind="note", missing="a note")
            later = link.target if link is not None else None
            return decider.decide("note", promise, later, note=wanted.note)
        if link is None:
            raise IncompleteDecision(kind=wanted.kind, missing="a later statement")
        if wanted.kind == "relabel" and wanted.relation is None:
            raise IncompleteDecision(kind="relabel", missing="a relation")
        relation = wanted.relation if wanted.kind == "relabel" else link.relation
        return decider.decide(wanted.kind, link.source, link.target, relation=relation, note=wanted.note)


def _is_of_link(wanted: Wanted) -> bool:
    return bool(wanted.later) and wanted.kind in {"accept", "reject", "relabel", "note"}


def _link(connection: Connection, promise: StatementRef, later: str, as_of: date) -> Link:
    """The link from a promise to the statement with an id, rejected or not. Raises NoSuchLink."""
    standing = Standing(connection, as_of=as_of, deciding=deciding_on(connection))
    at = (promise.version, promise.n)
    for link in standing.links_at(at):
        if (link.source.version, link.source.n) == at and link.target.id == later:
            return link
    case = next(standing.cases([(standing.key_of(promise.version), promise.n)]), None)
    for link in case.links if case is not None else ():
        if link.target.id == later:  # a measured value is linked by the day, not in the ledger
            return link
    raise NoSuchLink(promise=f"{promise.doc}:{promise.n}", later=later[:40])


def _status(connection: Connection, promise: StatementRef | None, as_of: date) -> Status | None:
    if promise is None:
        return None
    standing = Standing(connection, as_of=as_of, deciding=deciding_on(connection))
    case = next(standing.cases([(standing.key_of(promise.version), promise.n)]), None)
    return verdict_of(case).status if case is not None else None
