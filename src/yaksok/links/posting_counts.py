"""In how many statements features stand, kept for the next question as long as the index stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Select, func, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.links.postings import EVERY, Counted, Postings

_MOST_COUNTED = 300_000
_MOST_KEPT = 2

_State = tuple[str | None, int, int]
_COUNTS: OrderedDict[_State, Counted] = OrderedDict()
_LOCK = Lock()


def counted_in(connection: Connection) -> Counted:
    """The counts of features that were read before from the index as it is now; more may be put into it."""
    state = _state(connection)
    with _LOCK:
        counted = _COUNTS.setdefault(state, Counted({}, {}))
        if len(counted.counts) > _MOST_COUNTED:
            counted = _COUNTS[state] = Counted({}, {})
        _COUNTS.move_to_end(state)
        while len(_COUNTS) > _MOST_KEPT:
            _COUNTS.popitem(last=False)
        return counted


def read_counts(connection: Connection) -> None:
    """Read how rare all features are, unless they are too many to be kept: fewer are left to be looked up."""
    table, counts = derived.terms, counted_in(connection).counts
    total = connection.execute(select(func.count()).select_from(table)).scalar_one()
    if len(counts) < total <= _MOST_COUNTED:
        counts.update((term, number) for term, number in connection.execute(select(table)))
        Postings(connection, counted=counted_in(connection)).rarity(counts)


def _state(connection: Connection) -> _State:
    """What changes with every version that is put into the index of a ledger or taken from it.

    The newest version names the ledger and all versions before it; of these the index may lack some. Decisions and
    links change nothing.
    """
    newest, indexed, statements = connection.execute(_STATE).one()
    return newest, int(indexed or 0), int(statements or 0)


def _told() -> Select[Any]:
    versions, indexed, terms = tables.versions, derived.indexed, derived.terms
    return select(
        select(versions.c.id).order_by(versions.c.key.desc()).limit(1).scalar_subquery(),
        select(func.max(indexed.c.version)).scalar_subquery(),
        select(terms.c.statements).where(terms.c.term == EVERY).scalar_subquery(),
    )


_STATE = _told()
