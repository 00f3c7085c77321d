"""Bringing what is kept of promises to the state of the ledger and to the day.

First what no longer holds is removed and the new state noted, in one transaction; then what is missing is judged
and written, batch by batch. Whoever stops in between leaves less than there could be and nothing that is wrong: the
state is noted as whole only at the end. Each write looks whether another process noted a newer state since the
facts were read, and then begins anew; so several may refresh at once.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from yaksok.fulfilment.holding import Held
from yaksok.fulfilment.shelf_changes import Changes, changes_since
from yaksok.fulfilment.shelf_facts import written
from yaksok.fulfilment.shelf_kept import Searches, kept_cases
from yaksok.fulfilment.shelf_noted import Made, Noted, made_of, note, noted
from yaksok.fulfilment.shelf_reach import reaches, store_reaches, stored_reaches, told_otherwise
from yaksok.fulfilment.shelf_rows import Told, told_of, worded_of
from yaksok.fulfilment.shelf_rulings import Decided
from yaksok.fulfilment.shelf_steps import begin_step, touch
from yaksok.fulfilment.standing import Standing, next_document
from yaksok.fulfilment.targets import targets
from yaksok.ledger import derived_tables as derived
from yaksok.ledger.places import at
from yaksok.records.standing import Place

BATCH = 400
"""So many promises are written in one transaction."""

BATCHES = 25
"""After so many batches the ledger is looked at anew: a long look keeps SQLite's journal from being emptied."""

_AT_ONCE = 400
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How far a refresh is: promises judged anew of those to be judged."""

    promises: int
    of: int


class _Overtaken(Exception):
    """Another process noted a newer state."""


def refresh(reading: Engine, writing: Engine, *, today: date) -> Generator[Refreshed]:
    """Bring the kept promises of a ledger to its state and to a day; tells of each batch.

    Both engines are on the same ledger. Costs little where nothing changed, and else what changed costs. Does
    nothing on a ledger that was never indexed. Raises sqlalchemy.exc.DBAPIError.
    """
    while True:
        with suppress(_Overtaken):
            yield from _Refreshing(reading, writing, today).run()
            return


class _Refreshing:
    def __init__(self, reading: Engine, writing: Engine, today: date) -> None:
        self._reading = reading
        self._writing = writing
        self._today = today

    def run(self) -> Iterator[Refreshed]:
        with self._reading.connect() as connection:
            if not derived.have_derived_tables(connection):
                return
            before, made = noted(connection), made_of(connection)
            if before.serves(self._today, made):
                return
            changes = changes_since(connection, before, made)
        now = before
        if (before.made, before.day) != (made, self._today):
            now, changes = self._drop(before, made, changes)
        yield from self._judge(now, before, changes)
        self._tell_anew(now, before)

    # -- what no longer holds -----------------------------------------------------------------

    def _drop(self, before: Noted, made: Made, changes: Changes) -> tuple[Noted, Changes]:
        """Remove what no longer holds and note the state that all that is kept from now on is made from."""
        day = self._today
        now = Noted(before.serial + 1, made, whole=False, day=day, until=day)
        with self._writing.begin() as connection:
            derived.make_derived_tables(connection)
            self._check(connection, before.serial)
            changes = replace(changes, places=changes.places | self._outdated(connection, before))
            begin_step(connection, now.serial, listed=before.whole and not changes.everything)
            touch(connection, now.serial, {*changes.versions, *(version for version, _ in changes.places)})
            _remove(connection, changes)
            _take_in(connection, changes)
            note(connection, now)
        return now, changes

    def _outdated(self, connection: Connection, before: Noted) -> frozenset[Place]:
        """The promises whose facts do not hold on the day."""
        facts = derived.facts
        over = self._does_not_hold(facts.c.since, facts.c.until, before)
        query = select(facts.c.version, facts.c.n).where(over)
        return frozenset((row.version, row.n) for row in connection.execute(query))

    def _does_not_hold(
        self, since: ColumnElement[str], until: ColumnElement[str], before: Noted
    ) -> ColumnElement[bool]:
        """That what is kept from one day to another does not hold on the day."""
        day = self._today.isoformat()
        if before.whole and before.day <= self._today:
            return until < day  # by the index: all held on a day that was not later
        return or_(until < day, since > day)

    def _check(self, connection: Connection, serial: int) -> None:
        if noted(connection).serial != serial:
            raise _Overtaken

    # -- what is missing ----------------------------------------------------------------------

    def _judge(self, now: Noted, before: Noted, changes: Changes) -> Iterator[Refreshed]:
        with self._reading.connect() as connection:
            self._check(connection, now.serial)
            if before.whole and not changes.everything and before.day <= self._today:
                missing = self._missing_of(connection, changes, before.day)
            else:
                missing = self._missing(connection)
        done = 0
        for start in range(0, len(missing), BATCH * BATCHES):
            with self._reading.connect() as connection:
                self._check(connection, now.serial)
                standing = Standing(connection, as_of=self._today, deciding=Decided(connection))
                part = missing[start : start + BATCH * BATCHES]
                for places in _chunks(part, BATCH):
                    self._keep(list(standing.held(places)), now.serial)
                    done += len(places)
                    yield Refreshed(done, len(missing))

    def _missing(self, connection: Connection) -> list[Place]:
        """All promises published by the day of which nothing is kept."""
        table = derived.promises
        query = select(table.c.version, table.c.n).where(self._is_published(), _nothing_kept())
        return [
            (row.version, row.n) for row in connection.execute(query.order_by(table.c.version, table.c.n))
        ]

    def _missing_of(self, connection: Connection, changes: Changes, since: date) -> list[Place]:
        """The same, where all was kept before some changes."""
        table = derived.promises
        where = [
            *(table.c.version.in_(versions) for versions in _chunks(sorted(changes.versions))),
            *(at(table.c.version, table.c.n, places) for places in _chunks(sorted(changes.places))),
        ]
        if since < self._today:
            where.append(table.c.day > since.isoformat())
        found: set[Place] = set()
        for condition in where:
            query = select(table.c.version, table.c.n).where(condition, self._is_published(), _nothing_kept())
            found |= {(row.version, row.n) for row in connection.execute(query)}
        return sorted(found)

    def _is_published(self) -> ColumnElement[bool]:
        table = derived.promises
        return or_(table.c.day.is_(None), table.c.day <= self._today.isoformat())

    def _keep(self, judged: Sequence[Held], serial: int) -> None:
        facts = {held.place: _facts_row(held) for held in judged}
        rows = {held.place: _standing_row(held) for held in judged}
        with self._writing.begin() as connection:
            self._check(connection, serial)
            table = derived.facts
            keys = [row["key"] for row in facts.values()]
            there = select(table.c.version, table.c.n).where(table.c.key.in_(keys))
            for row in connection.execute(there).all() if facts else ():
                del facts[row.version, row.n], rows[row.version, row.n]  # another process kept them first
            if facts:
                connection.execute(insert(table), list(facts.values()))
                connection.execute(insert(derived.standing), list(rows.values()))
                touch(connection, serial, {version for version, _ in facts})

    # -- what stands otherwise on the day ---------------------------------------------------------

    def _tell_anew(self, now: Noted, before: Noted) -> None:
        """Tell statuses anew that another day or other documents change, and note that all is there."""
        with self._reading.connect() as connection:
            self._check(connection, now.serial)
            stored = stored_reaches(connection) if before.whole else {}
            reach = reaches(connection, as_of=self._today)
            waiting = sorted(told_otherwise(connection, stored, reach) | self._expired(connection, before))
            searches = Searches(connection, as_of=self._today)
            for places in _chunks(waiting):
                told = [
                    {"at_version": place[0], "at_n": place[1], **told_of(case.facts, until=until)._asdict()}
                    for place, case, until in kept_cases(connection, places, searches, as_of=self._today)
                ]
                with self._writing.begin() as writing:
                    self._check(writing, now.serial)
                    if told:
                        writing.execute(_update_told(), told)
                        touch(writing, now.serial, {row["at_version"] for row in told})
            ahead = next_document(connection, self._today)
        with self._writing.begin() as connection:
            self._check(connection, now.serial)
            store_reaches(connection, reach)
            note(connection, now._replace(whole=True, until=_until(connection, ahead)))

    def _expired(self, connection: Connection, before: Noted) -> set[Place]:
        """The promises of which it is not told how they stand on the day."""
        table = derived.standing
        over = self._does_not_hold(table.c.checked, table.c.until, before)
        query = select(table.c.version, table.c.n).where(over)
        return {(row.version, row.n) for row in connection.execute(query)}


def _remove(connection: Connection, changes: Changes) -> None:
    """Remove what no longer holds."""
    facts, rows = derived.facts, derived.standing
    if changes.everything:
        connection.execute(delete(facts))
        connection.execute(delete(rows))
        return
    for version in sorted(changes.versions):
        first, end = derived.facts_key(version, 0), derived.facts_key(version + 1, 0)
        connection.execute(delete(facts).where(facts.c.key >= first, facts.c.key < end))
        connection.execute(delete(rows).where(rows.c.version == version))
    for places in _chunks(sorted(changes.places)):
        keys = [derived.facts_key(*place) for place in places]
        connection.execute(delete(facts).where(facts.c.key.in_(keys)))
        connection.execute(delete(rows).where(at(rows.c.version, rows.c.n, places)))


def _nothing_kept() -> ColumnElement[bool]:
    table, facts = derived.promises, derived.facts
    return ~exists().where(facts.c.key == derived.facts_key(table.c.version, table.c.n))


def _facts_row(held: Held) -> dict[str, Any]:
    document = held.document
    goals = targets(held.statement, held.above, document.date, text=document.text)
    return {
        "key": derived.facts_key(*held.place),
        "version": held.place[0],
        "n": held.place[1],
        "since": held.holding.since.isoformat(),
        "until": held.holding.until.isoformat(),
        "awaits": held.holding.awaits,
        "measurable": bool(goals),
        "facts": written(held.case, document.genre),
    }


def _standing_row(held: Held) -> dict[str, Any]:
    told = told_of(held.case.facts, until=held.holding.until)
    return {**worded_of(held)._asdict(), **told._asdict()}


def _update_told() -> Update:
    table = derived.standing
    here = and_(table.c.version == bindparam("at_version"), table.c.n == bindparam("at_n"))
    return update(table).where(here).values({name: bindparam(name) for name in Told._fields})


def _until(connection: Connection, ahead: date | None) -> date:
    """The last day on which all that is kept holds, with the day of the next document that is there already."""
    days = [date.max] if ahead is None else [ahead - _DAY]
    for table in (derived.facts, derived.standing):
        first = connection.execute(select(func.min(table.c.until))).scalar()
        days += [date.fromisoformat(first)] if first else []
    return min(days)


def _take_in(connection: Connection, changes: Changes) -> None:
    """Note the documents, families and decisions that are reckoned with from now on."""
    for versions in _chunks(sorted(changes.gone)):
        connection.execute(delete(derived.shelved).where(derived.shelved.c.version.in_(versions)))
    if changes.added:
        connection.execute(insert(derived.shelved), [{"version": one} for one in sorted(changes.added)])
    if changes.kin is not None:
        names = ("member", "original", "kind", "score")
        _replace(
            connection, derived.shelved_kin, [dict(zip(names, edge, strict=True)) for edge in changes.kin]
        )
    if changes.rulings is not None:
        rows = [
            {"version": version, "n": n, "ruling": ruling} for (version, n), ruling in changes.rulings.items()
        ]
        _replace(connection, derived.shelved_rulings, rows)


def _replace(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    connection.execute(delete(table))
    if rows:
        connection.execute(insert(table), rows)


Item = TypeVar("Item")


def _chunks(items: Sequence[Item], size: int = _AT_ONCE) -> Iterator[Sequence[Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))
