"""Values of another type than their column: SQLite takes them, and nothing that reads rows expects them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Float,
    Integer,
    LargeBinary,
    Select,
    Table,
    and_,
    func,
    or_,
    select,
)
from sqlalchemy.types import TypeEngine

from yaksok.ledger import tables
from yaksok.ledger.findings import Finding


def misfits(connection: Connection) -> Iterator[Finding]:
    """Rows that cannot be read as what they are; where there are any, nothing else can be checked.

    A PostgreSQL server lets no such value in.
    """
    if connection.dialect.name != "sqlite":
        return
    for table in tables.RECORDS:
        for row in connection.execute(_question(table)):
            place = "/".join(map(str, row))
            yield Finding(table.name, place, "", "holds a value of another type than its column")


@cache
def _question(table: Table) -> Select[Any]:
    wrong = (
        and_(column.is_not(None), func.typeof(column).not_in(_types(column.type))) for column in table.columns
    )
    # As text, because the key itself may be of another type.
    own = [func.quote(column) for column in table.primary_key.columns]
    return select(*own).where(or_(*wrong))


def _types(kind: TypeEngine[Any]) -> tuple[str, ...]:
    """What SQLite calls the values that belong into a column."""
    match kind:
        case Integer() | Boolean():
            return ("integer",)
        case Float():
            return ("real", "integer")
        case LargeBinary():
            return ("blob",)
        case _:
            return ("text",)
