"""One decision on one link that somebody names, with every doubt about it checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from yaksok.errors import CannotBeLinked, LinkExists, NoSuchLink, UnknownStatement
from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.asking import reading
from yaksok.interfaces.deciding import Decider, deciding_on
from yaksok.ledger.location import Place
from yaksok.ledger.matching import date_of_version, statements_at, statements_by_id
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.links.deciding import pair_of
from yaksok.links.timeline import interval
from yaksok.records.decision import Decision, DecisionKind
from yaksok.records.link import Link, Relation, StatementRef

_ID = re.compile(r"[0-9a-f]{6,32}", re.IGNORECASE)
_LARGEST_NUMBER = 1 << 31


def decide(
    ledger: Place,
    promise: str,
    later: str | None,
    kind: DecisionKind,
    *,
    relation: Relation | None,
    note: str,
    person: str,
) -> Decision:
    """Put a decision on record. Statements are named by id, the beginning of one, or DOCUMENT:NUMBER.

    Raises UnknownStatement, NoSuchLink, LinkExists, CannotBeLinked, BadPerson, BadNote, LedgerError.
    """
    with Decider(ledger, person=person, command="decide") as decider:
        engine = open_for_reading(ledger)
        with errors_in_words(ledger), engine.connect() as connection:
            source = statement_named(connection, promise)
            target = statement_named(connection, later) if later is not None else None
            if kind == "draw" and target is not None:
                _check_direction(connection, source, target)
        if kind != "note" and target is not None:
            link = _link(ledger, source, target)
            if kind == "draw" and link is not None and link.state != "rejected":
                raise LinkExists(promise=_named(source), later=_named(target), relation=link.relation)
            if kind != "draw" and link is None:
                raise NoSuchLink(promise=_named(source), later=_named(target))
            relation = relation or (link.relation if link is not None else None)
        return decider.decide(kind, source, target, relation=relation, note=note)


def statement_named(connection: Connection, name: str) -> StatementRef:
    """The statement with an id, the beginning of one, or at DOCUMENT:NUMBER. Raises UnknownStatement."""
    doc, _, number = name.rpartition(":")
    found: list[StatementRef] = []
    if doc and number.isascii() and number.isdecimal() and int(number[:12]) < _LARGEST_NUMBER:
        found = statements_at(connection, doc, int(number[:12]))
    elif _ID.fullmatch(name):
        found = statements_by_id(connection, name.lower())
    if len(found) != 1:
        raise UnknownStatement(value=name, count=len(found))
    return found[0]


def _link(ledger: Place, source: StatementRef, target: StatementRef) -> Link | None:
    """The link between two statements as people decided on it; only what touches the first is looked up."""
    with reading(ledger) as connection:
        standing = Standing(connection, as_of=date.max, deciding=deciding_on(connection))
        return _between(standing.links_at((source.version, source.n)), source, target)


def _between(links: Iterable[Link], source: StatementRef, target: StatementRef) -> Link | None:
    pair = pair_of(source, target)
    return next((link for link in links if pair_of(link.source, link.target) == pair), None)


def _check_direction(connection: Connection, source: StatementRef, target: StatementRef) -> None:
    """Raises CannotBeLinked."""
    ends = {"promise": _named(source), "later": _named(target)}
    if (source.version, source.n) == (target.version, target.n):
        raise CannotBeLinked(**ends, reason="they are one statement")
    before, after = (date_of_version(connection, ref.version) for ref in (source, target))
    if before and after and interval(after).before(interval(before)):
        reason = f"{target.doc} ({after}) was published before {source.doc} ({before})"
        raise CannotBeLinked(**ends, reason=reason)


def _named(ref: StatementRef) -> str:
    return f"{ref.doc}:{ref.n}"
