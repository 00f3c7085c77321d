"""What the kept promises were made from, and whether the ledger has gone on since."""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, exists, func, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import counting_generation
from yaksok.reference.rules import LINKING, rules_version

NOTHING = -1
"""The serial number where nothing was kept yet."""

_KEY = 1  # of the one row


class Made(NamedTuple):
    """The records that promises are judged by, as of one moment: what was added since then shows by greater keys.

    `series` names the measured series whose version is current, `rules` the rules of the program.
    """

    version: int
    linking: int
    decision: int
    series: str
    generation: int
    rules: str


class Noted(NamedTuple):
    """The state of what is kept. `serial` counts up with every change.

    `whole`: nothing is missing, on every day from `day` to `until`.
    """

    serial: int
    made: Made
    whole: bool
    day: date
    until: date

    def serves(self, day: date, made: Made) -> bool:
        """Whether the kept rows tell how all promises stand on a day, in a ledger that is so."""
        return self.whole and self.made == made and self.day <= day <= self.until


_NO_RECORDS = Made(0, 0, 0, "", 0, "")
UNKNOWN = Noted(NOTHING, _NO_RECORDS, whole=False, day=date.min, until=date.min)


def made_of(connection: Connection) -> Made:
    """The records as they are now."""
    version, linking, decision = connection.execute(_newest()).one()
    return Made(
        version=int(version or 0),
        linking=int(linking or 0),
        decision=int(decision or 0),
        series=_series(connection),
        generation=counting_generation(connection),
        rules=rules_version(LINKING),
    )


def _series(connection: Connection) -> str:
    keys = connection.execute(_current_series()).scalars()
    return blake2b(repr(keys.all()).encode(), digest_size=8).hexdigest()


# Queries that every answer asks are built once.
@cache
def _newest() -> Select[Any]:
    keys = (table.c.key for table in (tables.versions, tables.linkings, tables.decisions))
    return select(*(select(func.max(key)).scalar_subquery() for key in keys))


@cache
def _current_series() -> Select[Any]:
    table, later = tables.series, tables.versions.alias("later")
    current = ~exists().where(later.c.supersedes == table.c.version)
    return select(table.c.key).where(current).order_by(table.c.key)


_NOTED = select(derived.shelf).where(derived.shelf.c.key == _KEY)
_HEAD = select(tables.journal.c.id).order_by(tables.journal.c.key.desc()).limit(1)


def noted(connection: Connection) -> Noted:
    """What was noted last; UNKNOWN where nothing was. The derived tables must be there."""
    row = connection.execute(_NOTED).first()
    if row is None:
        return UNKNOWN
    return Noted(
        row.serial,
        Made(row.version, row.linking, row.decision, row.series, row.generation, row.rules),
        whole=row.whole,
        day=date.fromisoformat(row.day),
        until=date.fromisoformat(row.until),
    )


def note(connection: Connection, state: Noted) -> None:
    """Note a state in the place of the last one, in the caller's transaction."""
    table = derived.shelf
    connection.execute(table.delete())
    connection.execute(
        table.insert().values(
            key=_KEY,
            serial=state.serial,
            **state.made._asdict(),
            whole=state.whole,
            day=state.day.isoformat(),
            until=state.until.isoformat(),
        )
    )


def state(connection: Connection) -> str:
    """A short token that changes with every record that is added to a ledger and with every change of what is kept."""
    if not derived.have_derived_tables(connection):
        said: tuple[object, ...] = ()
    else:
        said = (noted(connection).serial, derived.noted_as_linked(connection))
    whole = (*said, connection.execute(_HEAD).scalar(), rules_version(LINKING))
    return blake2b(repr(whole).encode(), digest_size=12).hexdigest()
