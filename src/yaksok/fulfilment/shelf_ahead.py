"""Which versions have promises that stand otherwise now than they were kept, before they are judged and kept again."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from yaksok.fulfilment.shelf_changes import Changes
from yaksok.fulfilment.shelf_noted import Noted
from yaksok.fulfilment.shelf_reach import reaches, stored_reaches, told_otherwise
from yaksok.ledger import derived_tables as derived

MOST_JUDGED = 2_000
"""The promises of so many versions at most are judged beside what is kept of the others."""


def standing_otherwise(
    connection: Connection, before: Noted, changes: Changes, *, as_of: date
) -> frozenset[int] | None:
    """The versions of which what is kept does not tell how they stand on a day; None: too many, or not known.

    `changes` are those of the ledger since `before` was noted. It is what a refresh would judge or tell anew.
    """
    if not before.whole or changes.everything or before.day > as_of:
        return None
    day, since = as_of.isoformat(), before.day.isoformat()
    facts, rows, promises = derived.facts, derived.standing, derived.promises
    found = {*changes.versions, *(version for version, _ in changes.places)}
    for query in (
        select(facts.c.version).where(facts.c.until < day),
        select(rows.c.version).where(rows.c.until < day),
        select(promises.c.version).where(promises.c.day > since, promises.c.day <= day),
    ):
        found.update(connection.execute(query.distinct().limit(MOST_JUDGED + 1)).scalars())
    if len(found) <= MOST_JUDGED:
        otherwise = told_otherwise(connection, stored_reaches(connection), reaches(connection, as_of=as_of))
        found.update(version for version, _ in otherwise)
    return frozenset(found) if len(found) <= MOST_JUDGED else None
