"""Promises with their verdicts, looked up fast: pages, counts and whole verdicts as of a day.

What is kept of promises (`yaksok.fulfilment.shelf_refresh`) is taken where it holds; what is not kept, or does
not hold on the day, is judged when it is asked for. So the answers are always those of `Standing`; where much
was added since the last refresh they take longer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import islice
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Select, select

from yaksok.fulfilment.holding import Held
from yaksok.fulfilment.judging import Case, verdict_of
from yaksok.fulfilment.shelf_ahead import standing_otherwise
from yaksok.fulfilment.shelf_changes import Changes, changes_since
from yaksok.fulfilment.shelf_columns import Columns
from yaksok.fulfilment.shelf_cursors import cursor_at, place_of
from yaksok.fulfilment.shelf_facts import due_in
from yaksok.fulfilment.shelf_kept import Searches, joined, kept_cases, ref_columns
from yaksok.fulfilment.shelf_lines import Line
from yaksok.fulfilment.shelf_noted import Made, Noted, made_of, noted, state
from yaksok.fulfilment.shelf_recent import recent
from yaksok.fulfilment.shelf_refresh import Refreshed, refresh
from yaksok.fulfilment.shelf_rows import (
    Head,
    Told,
    Worded,
    line_of,
    row_of,
    told_of,
    worded_from,
    worded_of,
)
from yaksok.fulfilment.shelf_rulings import Decided
from yaksok.fulfilment.shelf_steps import step_at, touched_since
from yaksok.fulfilment.standing import Deciding, Standing, promise_places
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.places import at, at_given, given
from yaksok.records.commitment import Verdict
from yaksok.records.link import StatementRef
from yaksok.records.standing import Cell, Count, Facet, Page, Place, PromiseFilter, PromiseRow, Sort
from yaksok.reference.membership import concerns, groups_ever

__all__ = ["Refreshed", "Shelf", "is_kept", "refresh", "state"]

EVERYTHING = PromiseFilter()

_AT_ONCE = 400
_FIRST = 50  # so few are looked up first, so that the first answers come soon


class Shelf:
    """The promises of an indexed and linked ledger and how they stand on a day, over one connection.

    `deciding` makes links those that people decided on; None looks the ledger's decisions up when they are
    needed.
    """

    def __init__(self, connection: Connection, *, as_of: date, deciding: Deciding | None = None) -> None:
        self._connection = connection
        self._as_of = as_of
        self._deciding = deciding if deciding is not None else Decided(connection)

    # -- lists --------------------------------------------------------------------------------

    def page(
        self, wanted: PromiseFilter = EVERYTHING, *, sort: Sort = "day", limit: int = 50, cursor: str = ""
    ) -> Page[PromiseRow]:
        """Some of the promises that a filter means, in an order; `cursor` is one that a page gave.

        Raises BadParameter for one that is of no page in this order.
        """
        columns = self._columns
        after = before = None
        if cursor:
            forwards, key = place_of(cursor, sort)
            after, before = (key, None) if forwards else (None, key)
        found = columns.page(wanted, sort, limit=limit, after=after, before=before)
        return Page(
            rows=tuple(self.rows(found.places)),
            total=columns.count(wanted),
            next=cursor_at(sort, found.last, forwards=True) if found.after else "",
            previous=cursor_at(sort, found.first, forwards=False) if found.before else "",
        )

    def count(self, wanted: PromiseFilter = EVERYTHING) -> int:
        """How many promises a filter means."""
        return self._columns.count(wanted)

    def counts(self, wanted: PromiseFilter = EVERYTHING, *, by: Facet) -> list[Count]:
        """How many of the promises that a filter means have each value; see `Columns.counts`."""
        return self._columns.counts(wanted, by)

    def cells(
        self,
        wanted: PromiseFilter = EVERYTHING,
        *,
        rows: Facet,
        columns: Facet,
        of: Collection[str] | None = None,
    ) -> list[Cell]:
        """How many of the promises that a filter means have each pair of values; `of`: only rows of these values."""
        return self._columns.cells(wanted, rows, columns, of=of)

    def places(self, wanted: PromiseFilter = EVERYTHING, *, sort: Sort = "day") -> list[Place]:
        """Where all the promises stand that a filter means, in an order."""
        return self._columns.page(wanted, sort, limit=max(self._columns.size, 1)).places

    # -- single promises ------------------------------------------------------------------------

    def rows(self, places: Sequence[Place]) -> list[PromiseRow]:
        """The promises at some places as lists show them, in that order; those not published by the day are left out."""
        if self._serves:
            found = self._kept_rows(places)
        else:
            found = {}
            for worded, told, case, head in self._judged(places):
                row = row_of(worded, told, case.promise, case.facts.due, head, as_of=self._as_of)
                found[row.key] = row
        return [found[place] for place in places if place in found]

    def verdicts(self, places: Iterable[Place]) -> Iterator[Verdict]:
        """The whole verdicts on the promises at some places, in that order, as they are asked for.

        Those not published by the day are left out.
        """
        yield from map(verdict_of, self._cases_at(places))

    def every_verdict(self, *, party: str | None = None) -> Iterator[Verdict]:
        """The whole verdicts on all promises by the day of their document, as they are asked for.

        `party`: only on those that name it, or a group that it belonged to when the promise was made.
        """
        if party is None:
            yield from self.verdicts(promise_places(self._connection))
            return
        for case in self._cases_at(promise_places(self._connection, {party, *groups_ever(party)})):
            if concerns(case.parties, party, case.facts.made or None) != "none":
                yield verdict_of(case)

    def _cases_at(self, places: Iterable[Place]) -> Iterator[Case]:
        """The promises at some places with their facts, in that order, a few first."""
        rest, size = iter(places), _FIRST
        while chunk := list(islice(rest, size)):
            cases = self._cases(chunk)
            yield from (cases[place] for place in chunk if place in cases)
            size = min(2 * size, _AT_ONCE)

    def _cases(self, places: Sequence[Place]) -> Mapping[Place, Case]:
        found = {
            place: case
            for place, case, _ in kept_cases(
                self._connection, self._holding(places), self._searches, as_of=self._as_of
            )
        }
        for held in self._standing.held(place for place in places if place not in found):
            found[held.place] = held.case
        return found

    # -- what is kept ---------------------------------------------------------------------------

    @cached_property
    def _noted(self) -> Noted:
        return noted(self._connection)

    @cached_property
    def _made(self) -> Made:
        return made_of(self._connection)

    @cached_property
    def _serves(self) -> bool:
        """Whether what is kept tells how all promises stand on the day."""
        return self._noted.serves(self._as_of, self._made)

    @cached_property
    def _changes(self) -> Changes:
        """What of the kept promises no longer holds."""
        return changes_since(self._connection, self._noted, self._made)

    def _holding(self, places: Sequence[Place]) -> Sequence[Place]:
        """The places at which what is kept may be taken, if it is of the day."""
        if self._noted.made == self._made:
            return places
        return [place for place in places if not self._changes.touch(place)]

    @cached_property
    def _searches(self) -> Searches:
        return Searches(self._connection, as_of=self._as_of)

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self._connection, as_of=self._as_of, deciding=self._deciding)

    @property
    def columns(self) -> Columns:
        """The promises in columns, for what lists and counts do not answer."""
        return self._columns

    @cached_property
    def _columns(self) -> Columns:
        """The promises in columns; those of the last states asked for stay in memory."""
        key = (state(self._connection), None if self._serves else self._as_of)
        return recent(key, self._kept_columns if self._serves else self._columns_of_now)

    def _columns_of_now(self) -> Columns:
        """What is kept in columns, with the promises put in that stand otherwise now; else all judged anew."""
        versions = standing_otherwise(self._connection, self._noted, self._changes, as_of=self._as_of)
        if versions is not None:
            lines = sorted(self._judged_lines(self._promises_of(versions)), key=_in_columns)
            made = self._kept_columns().with_lines(versions, lines)
            if made is not None:
                return made
        return Columns(self._judged_lines(promise_places(self._connection)))

    def _promises_of(self, versions: Collection[int]) -> list[Place]:
        table, wanted = derived.promises, sorted(versions)
        found: list[Place] = []
        for start in range(0, len(wanted), _AT_ONCE):
            query = select(table.c.version, table.c.n)
            query = query.where(table.c.version.in_(wanted[start : start + _AT_ONCE]))
            found += [(version, n) for version, n in self._connection.execute(query)]
        return sorted(found)

    def _kept_columns(self) -> Columns:
        """What is kept in columns: those that were made of it before, brought up to date by what changed since."""
        step = step_at(self._connection, self._noted.serial)
        for earlier in recent.kept() if step else ():
            touched = (
                touched_since(self._connection, earlier.step, self._noted.serial) if earlier.step else None
            )
            if touched is not None:
                made = earlier.with_lines(touched, self._lines_of(touched), step=step)
                if made is not None:
                    return made
        return Columns(_lines_of_all(self._connection), step=step)

    def _lines_of(self, versions: Collection[int]) -> Iterator[Line]:
        """The kept promises of some versions, in the order of columns."""
        table, wanted = derived.standing, sorted(versions)
        found: list[Line] = []
        for start in range(0, len(wanted), _AT_ONCE):
            query = _lines().where(table.c.version.in_(wanted[start : start + _AT_ONCE]))
            found += cast("Iterable[Line]", self._connection.execute(query))
        yield from sorted(found, key=_in_columns)

    def _judged_lines(self, promises: Iterable[Place]) -> Iterator[Line]:
        """How the promises at some places stand on the day, in that order."""
        places = iter(list(promises))
        while chunk := list(islice(places, _AT_ONCE)):
            found = {
                (worded.version, worded.n): line_of(worded, told)
                for worded, told, _, _ in self._judged(chunk)
            }
            yield from (found[place] for place in chunk if place in found)

    # -- what is judged now ---------------------------------------------------------------------

    def _judged(self, places: Sequence[Place]) -> Iterator[_Judged]:
        """How the promises at some places stand on the day, in any order."""
        kept = {
            place: case
            for place, case, _ in kept_cases(
                self._connection, self._holding(places), self._searches, as_of=self._as_of
            )
        }
        for row in self._worded(list(kept)):
            case = kept[row.version, row.n]
            yield _Judged(worded_from(row), told_of(case.facts), case, _head_of(row))
        for held in self._standing.held(place for place in places if place not in kept):
            yield _Judged(worded_of(held), told_of(held.case.facts), held.case, _head(held))

    def _worded(self, places: Sequence[Place]) -> Iterator[Any]:
        table, versions = derived.standing, tables.versions
        query = select(
            *(table.c[name] for name in Worded._fields),
            versions.c.title,
            versions.c.date,
            versions.c.language,
        ).join(versions, versions.c.key == table.c.version)
        for start in range(0, len(places), _AT_ONCE):
            there = at(table.c.version, table.c.n, places[start : start + _AT_ONCE])
            yield from self._connection.execute(query.where(there))

    def _kept_rows(self, places: Sequence[Place]) -> dict[Place, PromiseRow]:
        found = {}
        for start in range(0, len(places), _AT_ONCE):
            for row in self._connection.execute(_rows_at(), given(places[start : start + _AT_ONCE])):
                worded, told = Worded._make(row[:_WORDED]), Told._make(row[_WORDED:_TOLD])
                version, statement, text, first, last, facts, *head = row[_TOLD:]
                one = row_of(
                    worded,
                    told,
                    StatementRef(version, worded.stem, worded.n, text, (first, last), statement),
                    due_in(facts) if told.due else None,
                    Head(*head),
                    as_of=self._as_of,
                )
                found[one.key] = one
        return found


@cache
def _lines() -> Select[Any]:
    """All kept promises as columns take them, in their order."""
    table = derived.standing
    query = select(*(table.c[name] for name in Line._fields))
    return query.order_by(table.c.day.is_(None), table.c.day, table.c.version, table.c.n)


def _in_columns(line: Line) -> tuple[bool, str, int, int]:
    """The order of columns."""
    return line.day is None, line.day or "", line.version, line.n


def _lines_of_all(connection: Connection) -> Iterable[Line]:
    return cast("Iterable[Line]", connection.execute(_lines()))


_WORDED = len(Worded._fields)
_TOLD = _WORDED + len(Told._fields)


@cache
def _rows_at() -> Select[Any]:
    """Kept promises at some places: what `Worded`, `Told`, a reference, facts and `Head` are made of, in this order."""
    table, facts, versions = derived.standing, derived.facts, tables.versions
    query = joined(
        select(
            *(table.c[name] for name in (*Worded._fields, *Told._fields)),
            *ref_columns(),
            *(facts.c.facts, versions.c.title, versions.c.date, versions.c.language),
        ),
        table.join(facts, facts.c.key == derived.facts_key(table.c.version, table.c.n)),
    )
    return query.where(at_given(table.c.version, table.c.n))


def is_kept(connection: Connection, day: date) -> bool:
    """Whether what is kept tells how all promises of a ledger stand on a day; also where nothing was indexed yet."""
    if not derived.have_derived_tables(connection):
        return True
    return noted(connection).serves(day, made_of(connection))


class _Judged(NamedTuple):
    worded: Worded
    told: Told
    case: Case
    head: Head


def _head_of(row: Any) -> Head:
    return Head(row.title, row.date, row.language)


def _head(held: Held) -> Head:
    return Head(held.document.title, held.document.date, held.document.language)
