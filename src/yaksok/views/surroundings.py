"""What stands around a statement in its document, looked up without loading the rest."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from yaksok.ledger import tables
from yaksok.records.statement import Act, Role

_REACH = 15
"""So many numbers before and after are looked at: page furniture may stand between two statements."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A statement near another one, or that one itself (`here`)."""

    n: int
    id: str
    role: Role
    act: Act
    marker: str
    text: str
    here: bool


def around(
    connection: Connection, version: int, n: int, *, before: int = 2, after: int = 2
) -> tuple[Neighbour, ...]:
    """A statement of a version (by its key) with the nearest before and after it that are no page furniture."""
    table = tables.statements
    query = (
        select(table.c.n, table.c.id, table.c.role, table.c.act, table.c.marker, table.c.text)
        .where(table.c.version == version, table.c.n.between(n - _REACH, n + _REACH))
        .order_by(table.c.n)
    )
    rows = [row for row in connection.execute(query) if row.role != "meta" or row.n == n]
    place = next((index for index, row in enumerate(rows) if row.n == n), None)
    if place is None:
        return ()
    near = rows[max(0, place - before) : place + 1 + after]
    return tuple(
        Neighbour(row.n, row.id, row.role, row.act, row.marker, row.text, here=row.n == n) for row in near
    )
