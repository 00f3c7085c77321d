"""How far the documents of an issuer and genre reach: all that statuses ask of what was looked through.

One row for each issuer and genre takes the place of all its documents. When documents come in, the rows that
change show which promises may stand otherwise (see `yaksok.fulfilment.shelf_hinges`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, literal, or_, select

from yaksok.fulfilment.coverage import ACCOUNTS, same_kind
from yaksok.ledger import derived_tables as derived
from yaksok.records.standing import Place
from yaksok.records.statement import Genre

Kind = tuple[str, str]
"""An issuer, "" where it is not known, and a genre."""


class Reach(NamedTuple):
    """The newest day (ISO) of documents of the issuer and kind, of the issuer, and of all; "" for none.

    `accounts` is the day of the last plan or evaluation of the issuer but one.
    """

    of_kind: str
    own: str
    every: str
    accounts: str


def reaches(connection: Connection, *, as_of: date) -> dict[Kind, Reach]:
    """How far each issuer and genre reaches in documents that were published by a day."""
    table = derived.dated
    kinds = {
        (row.issuer or "", row.genre)
        for row in connection.execute(select(table.c.issuer, table.c.genre).distinct())
    }
    known = (table.c.counted, table.c.day <= as_of.isoformat())
    newest = select(table.c.issuer, table.c.genre, func.max(table.c.day).label("day")).where(*known)
    by_kind: defaultdict[str, dict[Genre, str]] = defaultdict(dict)
    for row in connection.execute(newest.group_by(table.c.issuer, table.c.genre)):
        by_kind[row.issuer or ""][row.genre] = row.day
    every = max((day for days in by_kind.values() for day in days.values()), default="")
    last_but_one = {issuer: _last_but_one(connection, issuer, known) for issuer in by_kind if issuer}
    found = {}
    for issuer, genre in kinds:
        own = by_kind[issuer] if issuer else {}
        like = [day for other, day in own.items() if other in same_kind(genre)] if genre in own else []
        found[issuer, genre] = Reach(
            max(like, default=""), max(own.values(), default=""), every, last_but_one.get(issuer, "")
        )
    return found


def _last_but_one(connection: Connection, issuer: str, known: tuple[ColumnElement[bool], ...]) -> str:
    """The day of the last plan or evaluation of an issuer but one."""
    table = derived.dated
    days: list[str] = []
    for genre in sorted(ACCOUNTS):
        query = select(table.c.day).where(table.c.issuer == issuer, table.c.genre == genre, *known)
        days += connection.execute(query.order_by(table.c.day.desc()).limit(2)).scalars().all()
    return sorted(days)[-2] if len(days) > 1 else ""


def stored_reaches(connection: Connection) -> dict[Kind, Reach]:
    """What was kept last."""
    table = derived.reach
    return {
        (row.issuer, row.genre): Reach(row.of_kind, row.own, row.every, row.accounts)
        for row in connection.execute(select(table))
    }


def store_reaches(connection: Connection, found: Mapping[Kind, Reach]) -> None:
    """Keep these in the place of the last ones, in the caller's transaction."""
    table = derived.reach
    connection.execute(table.delete())
    rows = [{"issuer": issuer, "genre": genre, **one._asdict()} for (issuer, genre), one in found.items()]
    if rows:
        connection.execute(table.insert(), rows)


def told_otherwise(
    connection: Connection, before: Mapping[Kind, Reach], now: Mapping[Kind, Reach]
) -> set[Place]:
    """The kept promises whose status was told by an answer that is another one now."""
    found: set[Place] = set()
    for kind, reach in now.items():
        old = before.get(kind)
        if old == reach:
            continue
        # Where only documents of others are newer, it matters to promises that nothing of their own followed.
        only_others = old is not None and old._replace(every=reach.every) == reach
        found |= _otherwise(connection, kind, reach, since=reach.own if only_others else "")
    return found


def _otherwise(connection: Connection, kind: Kind, reach: Reach, *, since: str) -> set[Place]:
    table = derived.standing
    conditions: list[ColumnElement[bool]] = [table.c.issuer == kind[0], table.c.genre == kind[1]]
    if since:
        conditions.append(table.c.day >= since)
    holds = _holds(table, reach)
    wrong = or_(and_(table.c.answer, ~holds), and_(~table.c.answer, holds))
    query = select(table.c.version, table.c.n).where(*conditions, table.c.hinge != "", wrong)
    return {(row.version, row.n) for row in connection.execute(query)}


def _holds(table: Any, reach: Reach) -> ColumnElement[bool]:
    """Whether what a promise hangs on holds now."""
    day = func.coalesce(table.c.day, "~")  # after every day: nothing follows what has none
    until = case(
        *((literal(newest) > day, literal(newest)) for newest in (reach.of_kind, reach.own, reach.every)),
        else_=literal(""),
    )
    return or_(
        and_(table.c.hinge == "any", until != ""),
        and_(table.c.hinge == "after", until > table.c.hinge_day),
        and_(
            table.c.hinge == "accounts", table.c.day.is_not(None), literal(reach.accounts) > table.c.hinge_day
        ),
    )
