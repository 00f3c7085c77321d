"""Which versions each change of the kept promises touched, so that what was made of them before is brought up to date.

A change is known by its serial number and a random token: two ledgers that were one until a moment, as a file and
its copy, number their changes alike but not by the same tokens.
"""

from __future__ import annotations

from collections.abc import Iterable
from secrets import token_hex
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from yaksok.ledger import derived_tables as derived

MOST_LISTED = 2_000
"""Of a change that touches more versions none are listed."""

STEPS_KEPT = 64

_AT_ONCE = 400


class Step(NamedTuple):
    """A change of what is kept."""

    serial: int
    token: str


def begin_step(connection: Connection, serial: int, *, listed: bool) -> None:
    """Note that a change begins, in the transaction that notes its serial number; old ones are forgotten.

    Not `listed`: which versions it touches will not be told.
    """
    steps, touched = derived.shelf_steps, derived.shelf_touched
    for table in (steps, touched):
        connection.execute(
            delete(table).where((table.c.serial >= serial) | (table.c.serial <= serial - STEPS_KEPT))
        )
    connection.execute(insert(steps).values(serial=serial, token=token_hex(16), listed=listed))


def touch(connection: Connection, serial: int, versions: Iterable[int]) -> None:
    """Note versions of which a change replaces what is kept, in the transaction that does."""
    steps, table = derived.shelf_steps, derived.shelf_touched
    listed = connection.execute(select(steps.c.listed).where(steps.c.serial == serial)).scalar()
    if not listed:
        return
    known = set(connection.execute(select(table.c.version).where(table.c.serial == serial)).scalars())
    fresh = sorted(set(versions) - known)
    if len(known) + len(fresh) > MOST_LISTED:
        connection.execute(update(steps).where(steps.c.serial == serial).values(listed=False))
        connection.execute(delete(table).where(table.c.serial == serial))
    elif fresh:
        connection.execute(insert(table), [{"serial": serial, "version": version} for version in fresh])


def step_at(connection: Connection, serial: int) -> Step | None:
    """The change with a serial number; None where it was not noted."""
    steps = derived.shelf_steps
    token = connection.execute(select(steps.c.token).where(steps.c.serial == serial)).scalar()
    return None if token is None else Step(serial, token)


def touched_since(connection: Connection, before: Step, serial: int) -> frozenset[int] | None:
    """The versions that were touched after a change, up to the one with a serial number; None: not known."""
    if before.serial > serial or step_at(connection, before.serial) != before:
        return None
    steps, table = derived.shelf_steps, derived.shelf_touched
    later = (steps.c.serial > before.serial, steps.c.serial <= serial)
    number = connection.execute(select(func.count()).where(*later, steps.c.listed)).scalar_one()
    if number < serial - before.serial:
        return None
    query = select(table.c.version).where(table.c.serial > before.serial, table.c.serial <= serial).distinct()
    return frozenset(connection.execute(query).scalars())
