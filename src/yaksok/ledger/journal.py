"""The journal: one row for each unit that was written, chained by hashes, so that tampering shows.

A unit is what one record says with all that belongs to it: a version with its statements, mentions and
layout, a pass of linking with its links. The chain names every unit in the order of writing: one cannot go
missing without a trace.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Table, insert, select

from yaksok.ledger import tables
from yaksok.ledger.identity import ID_BYTES, digest

Kind = Literal[
    "migration", "run", "source", "sighting", "version", "problem", "linking", "decision", "series"
]
FIRST = "0" * (2 * ID_BYTES)
"""What the first row of a journal names as the one before it."""

_NUMBER = "key"
"""The column that is not part of what a row says: the database gives it, and the journal has the order."""


class Unit(NamedTuple):
    """What was written: its kind, its id and the digest of what it says."""

    kind: Kind
    subject: str
    digest: str


def content_digest(parts: Iterable[tuple[Table, Iterable[Mapping[str, Any]]]]) -> str:
    """The digest of a unit: of its rows, table by table, in the order given."""
    said = blake2b(digest_size=ID_BYTES)
    for table, rows in parts:
        columns = sorted(column.name for column in table.columns if column.name != _NUMBER)
        said.update(f"{table.name}\n".encode())
        for row in rows:
            # Empty columns are left out: a later schema may add some.
            values = {name: _value(row[name]) for name in columns if row.get(name) is not None}
            said.update(json.dumps(values, ensure_ascii=True).encode())
    return said.hexdigest()


def record(connection: Connection, units: Sequence[Unit]) -> None:
    """Append units to the journal, in the transaction that writes them."""
    table = tables.journal
    last = connection.execute(select(table.c.id).order_by(table.c.key.desc()).limit(1)).scalar()
    rows = list(_chained(last or FIRST, units))
    if rows:
        connection.execute(insert(table), rows)


def _chained(previous: str, units: Iterable[Unit]) -> Iterator[dict[str, str]]:
    for unit in units:
        identity = entry_id(previous, unit)
        yield {"id": identity, "previous": previous, **unit._asdict()}
        previous = identity


def entry_id(previous: str, unit: Unit) -> str:
    """The id of a row of the journal: it says which one came before it."""
    return digest(("journal", previous, *unit))


def _value(value: Any) -> Any:
    # Stored copies may be long, so their hash stands for them.
    return blake2b(value, digest_size=ID_BYTES).hexdigest() if isinstance(value, bytes) else value
