"""Decisions in a ledger: added with their unit of the journal, read back in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select

from yaksok.ledger import tables
from yaksok.ledger.identity import digest
from yaksok.ledger.journal import Unit, content_digest, record
from yaksok.ledger.per_head import PerHead
from yaksok.records.decision import Decision, StatementKey

_IDS_AT_ONCE = 500
_EVERY: PerHead[tuple[Decision, ...]] = PerHead()


def decision_id(decision: Decision) -> str:
    """The id of a decision: the hash of everything else that it says."""
    promise, later = decision.promise, decision.later
    return digest(
        (
            "decision",
            decision.kind,
            *(promise.id, promise.doc, promise.text),
            *((later.id, later.doc, later.text) if later else ("no later statement",)),
            decision.relation or "",
            decision.person,
            decision.note,
            decision.decided_at,
            decision.undoes,
        )
    )


def add_decision(engine: Engine, decision: Decision, *, run: int) -> Decision:
    """Store a decision; it comes back with its id. One that the ledger has already adds nothing."""
    return add_decisions(engine, [decision], run=run)[0][0]


def add_decisions(engine: Engine, decisions: Sequence[Decision], *, run: int) -> list[tuple[Decision, bool]]:
    """Store decisions, all or none; each comes back with its id and whether it is new to the ledger."""
    with engine.begin() as connection:
        known = _known(connection, map(decision_id, decisions))
        result = []
        units = []
        for decision in decisions:
            row = _row(decision, run=run)
            identity = row["id"]
            if is_new := identity not in known:
                known.add(identity)
                connection.execute(insert(tables.decisions).values(row))
                units.append(Unit("decision", identity, content_digest([(tables.decisions, [row])])))
            result.append((decision_of(row), is_new))
        record(connection, units)
        return result


def decisions(connection: Connection) -> list[Decision]:
    """Every decision in the order in which the ledger got them."""
    return list(_EVERY.get(connection, lambda: tuple(_read(connection))))


def _read(connection: Connection) -> Iterator[Decision]:
    table = tables.decisions
    for row in connection.execute(select(table).order_by(table.c.key)).mappings():
        yield decision_of(dict(row))


def newest_moment(connection: Connection) -> str:
    """When the newest decision was made; empty where there is none."""
    return str(connection.execute(select(func.max(tables.decisions.c.decided_at))).scalar() or "")


def decision_of(row: Mapping[str, Any]) -> Decision:
    """The decision that a row of the table says."""
    later = None
    if row["later_id"] is not None:
        later = StatementKey(row["later_id"], row["later_doc"], row["later_text"])
    return Decision(
        id=row["id"],
        kind=row["kind"],
        promise=StatementKey(row["promise_id"], row["promise_doc"], row["promise_text"]),
        later=later,
        relation=row["relation"],
        person=row["person"],
        note=row["note"],
        decided_at=row["decided_at"],
        undoes=row["undoes"] or "",
    )


def _row(decision: Decision, *, run: int) -> dict[str, Any]:
    later = decision.later
    return {
        "id": decision_id(decision),
        "kind": decision.kind,
        "promise_id": decision.promise.id,
        "promise_doc": decision.promise.doc,
        "promise_text": decision.promise.text,
        "later_id": later.id if later else None,
        "later_doc": later.doc if later else None,
        "later_text": later.text if later else None,
        "relation": decision.relation,
        "person": decision.person,
        "note": decision.note,
        "decided_at": decision.decided_at,
        "undoes": decision.undoes or None,
        "run": run,
    }


def _known(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Which of these ids the ledger has."""
    wanted = list(ids)
    table = tables.decisions
    found: set[str] = set()
    for start in range(0, len(wanted), _IDS_AT_ONCE):
        chunk = wanted[start : start + _IDS_AT_ONCE]
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(chunk))).scalars())
    return found
