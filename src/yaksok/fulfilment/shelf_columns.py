"""Promises in columns, in memory: which of them a filter means, in an order, counted by what they are.

For each value of a column there is one large integer with a bit for each promise that has it, so a filter is a few
bitwise operations and a count takes microseconds, however many promises there are. Promises stand in the order
of their documents' days; what has no day comes last.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, cached_property, lru_cache, partial
from heapq import nlargest, nsmallest
from typing import Any, NamedTuple

from yaksok.fulfilment.shelf_bits import bits, ones, stretch
from yaksok.fulfilment.shelf_lines import NEVER, Due, Falling, Line, Parts, iso_of, number_of, parts_of
from yaksok.fulfilment.shelf_replacing import Replaced, replaced
from yaksok.fulfilment.shelf_steps import Step
from yaksok.records.commitment import STATUSES
from yaksok.records.standing import Cell, Count, Facet, Place, PromiseFilter, Sort
from yaksok.reference.membership import COUNTERPARTS, Membership, group_lists, memberships

SortKey = tuple[Any, ...]

_YEAR = 10_000  # days are numbers such as 20190317
_MONTH = 100
_MASKS_KEPT = 256
_DENSE = 16  # of so many promises one is meant: then an order is gone through


class Slice(NamedTuple):
    """Some places in an order, with the sort keys of the first and last, and whether more lie on either side."""

    places: list[Place]
    first: SortKey | None
    last: SortKey | None
    before: bool
    after: bool


class Columns:
    """The promises of a ledger on a day, in columns. Nothing in it changes once it is made."""

    def __init__(
        self, lines: Iterable[Line] = (), *, parts: Parts | None = None, step: Step | None = None
    ) -> None:
        """`lines` come by the day of their documents, those without one last, then as they stand in the ledger.

        `parts` are lines that were taken apart already; `step` is the change of what is kept after which they stood so.
        """
        self.step = step
        self._parts = parts_of(lines) if parts is None else parts
        self._versions, self._numbers, self._days, self._dues, self._stems, self._statuses, self._masks = (
            self._parts
        )
        self.size = len(self._numbers)
        self._earlier: dict[Sort, Callable[[], array[int]]] = {}
        self._everything = (1 << self.size) - 1
        self._ranks: dict[Sort, Sequence[int]] = {"day": range(self.size)}
        self._chosen: Callable[[PromiseFilter], int] = lru_cache(maxsize=_MASKS_KEPT)(self._choose)

    def with_lines(
        self, versions: Collection[int], lines: Iterable[Line], *, step: Step | None = None
    ) -> Columns | None:
        """New columns in which the promises of some versions are those of some lines, all of these versions.

        `lines` come in the order of the columns. None where it costs less to read all promises anew.
        """
        found = replaced(self._parts, versions, lines)
        if found is None:
            return None
        made = Columns(parts=found.parts, step=step)
        for sort, order in [each for each in list(self._orders.items()) if each[0] != "day"]:
            if found.stays and self._firsts_at(sort, found.fresh) == made._firsts_at(sort, found.fresh):
                made._orders[sort], made._ranks[sort] = order, self._ranks[sort]
            else:
                made._earlier[sort] = partial(made._reordered, sort, order, found)
        return made

    def _firsts_at(self, sort: Sort, places: Sequence[int]) -> list[Any]:
        """What an order goes by first, at some places."""
        firsts = self._firsts(sort.removeprefix("-"))  # type: ignore[arg-type]  # an order with "-" has one without
        return [firsts[place] for place in places]

    def _reordered(self, sort: Sort, order: Sequence[int], found: Replaced) -> array[int]:
        """An order of the columns from which these were made, with what was replaced put into its place."""
        key, moved = self._key(sort), found.moved
        kept = [place for place in map(moved.__getitem__, order) if place >= 0]
        fresh = sorted(found.fresh, key=key)
        made, at = array("i"), 0
        for one in fresh:
            step = bisect_left(kept, key(one), at, key=key)
            made.extend(kept[at:step])
            made.append(one)
            at = step
        made.extend(kept[at:])
        return made

    # -- choosing -----------------------------------------------------------------------------

    def chosen(self, wanted: PromiseFilter) -> int:
        """The promises that a filter means, a bit for each."""
        return self._chosen(wanted)

    def having(self, name: str, value: str) -> int:
        """The promises with a value in a column; columns of yes and no have "true" and "false"."""
        return self._of(name, value)

    def between(self, first: str, end: str) -> int:
        """The promises of documents from a day on (ISO) and before another."""
        return self._between_days(number_of(first), number_of(end))

    def values(self, by: Facet) -> list[tuple[str, int]]:
        """Each value that promises can be counted by, with its promises."""
        return self._values(by)

    def count(self, wanted: PromiseFilter) -> int:
        """How many promises a filter means."""
        return self._chosen(wanted).bit_count()

    def _choose(self, wanted: PromiseFilter) -> int:
        mask = self._everything
        for name, values in (
            ("status", wanted.statuses),
            ("issuer", wanted.issuers),
            ("genre", wanted.genres),
            ("topic", wanted.topics),
            ("strength", wanted.strengths),
        ):
            if values:
                mask &= self._any_of(name, values)
        for name, value in (
            ("late", wanted.late),
            ("self_reported", wanted.self_reported),
            ("testable", wanted.testable),
        ):
            if value is not None:
                mask &= self._of(name, "true" if value else "false")
        if wanted.documents:
            mask &= bits(
                (place for stem in wanted.documents for place in self._by_stem.get(stem, ())), self.size
            )
        if wanted.years is not None:
            first, last = wanted.years
            mask &= self._between_days(first * _YEAR, (last + 1) * _YEAR)
        if wanted.due_from is not None or wanted.due_until is not None:
            mask &= self._due_between(wanted.due_from, wanted.due_until)
        if wanted.party is not None:
            mask &= self._of_party(wanted.party)
        return mask

    def _of(self, name: str, value: str) -> int:
        return self._masks[name].get(value, 0)

    def _any_of(self, name: str, values: Collection[str]) -> int:
        mask = 0
        for value in values:
            mask |= self._of(name, value)
        return mask

    def _between_days(self, first: int, end: int) -> int:
        """The promises of documents from a day on and before another; no day lies between any."""
        start, stop = bisect_left(self._days, first), bisect_left(self._days, min(end, NEVER))
        return stretch(start, stop)

    def _due_between(self, first: str | None, last: str | None) -> int:
        steps = self._steps_due(first, last)
        return bits(self._order("due")[steps.start : steps.stop], self.size)

    def _steps_due(self, first: str | None, last: str | None) -> range:
        """Where in the order by due dates those between two days stand; all where no day is given."""
        if first is None and last is None:
            return range(self.size)
        order, key = self._order("due"), self._dues.__getitem__
        start = bisect_left(order, number_of(first) if first else 0, key=key)
        stop = bisect_right(order, min(number_of(last) if last else NEVER, NEVER - 1), key=key)
        return range(start, max(start, stop))

    def _of_party(self, party: str) -> int:
        """Promises that name a party, or a group while it belonged to it; see `membership.concerns`."""
        mask = self._of("party", party)
        for time in _times_in_groups(party):
            left = _day_number(time.left) + 1 if time.left else NEVER
            mask |= self._of("party", time.group) & self._between_days(_day_number(time.joined), left)
        return mask

    # -- ordering -----------------------------------------------------------------------------

    def page(
        self,
        wanted: PromiseFilter,
        sort: Sort,
        *,
        limit: int,
        after: SortKey | None = None,
        before: SortKey | None = None,
    ) -> Slice:
        """The promises that a filter means next to a sort key, or the first ones; `limit` at most."""
        order, key = self._order(sort), self._key(sort)
        if before is not None:
            steps = range(bisect_left(order, before, key=key) - 1, -1, -1)
            found = self._next(wanted, sort, steps, limit)
            return self._slice(found[:limit][::-1], sort, before=len(found) > limit, after=True)
        start = 0 if after is None else bisect_right(order, after, key=key)
        found = self._next(wanted, sort, range(start, self.size), limit)
        return self._slice(found[:limit], sort, before=after is not None, after=len(found) > limit)

    def due(self, wanted: PromiseFilter, *, limit: int, of_a_day: int = 0) -> Due:
        """The promises that a filter means and that have a due date, by it.

        Of those only the first are given, `limit` of them, and the first of each day, `of_a_day`.
        """
        order, dues = self._order("due"), self._dues
        steps = _both(range(self.size), self._steps_due(wanted.due_from or "0000-00-00", wanted.due_until))
        by_day: Counter[int] = Counter()
        found: list[Falling] = []
        meant = self._chosen(replace(wanted, due_from=None, due_until=None))
        for one in self._walk(meant, order, steps, self.size):
            by_day[dues[one]] += 1
            if len(found) < limit or by_day[dues[one]] <= of_a_day:
                found.append(Falling(self._place(one), iso_of(dues[one]), self._stems[one]))
        return Due(found, {iso_of(day): number for day, number in by_day.items()})

    def _next(self, wanted: PromiseFilter, sort: Sort, steps: range, limit: int) -> list[int]:
        """One more than `limit` promises that are meant, going through an order.

        Where many are meant the first ones are near; few may be far and are put into the order by themselves.
        """
        mask, order = self._chosen(wanted), self._order(sort)
        if sort == "due" and steps.step > 0:
            steps = _both(steps, self._steps_due(wanted.due_from, wanted.due_until))
        if mask.bit_count() * _DENSE > len(steps):
            return self._walk(mask, order, steps, limit)
        first = self._walk(mask, order, steps[: mask.bit_count()], limit)
        if len(first) > limit:
            return first
        ranks: Iterable[int] = map(self._rank(sort).__getitem__, ones(mask))
        if len(steps) < self.size:
            ranks = (step for step in ranks if step in steps)
        nearest = nsmallest if steps.step > 0 else nlargest
        return [order[step] for step in nearest(limit + 1, ranks)]

    def _walk(self, mask: int, order: Sequence[int], steps: range, limit: int) -> list[int]:
        held = mask.to_bytes(self.size // 8 + 1, "little")
        found = []
        for step in steps if mask else ():
            place = order[step]
            if held[place >> 3] >> (place & 7) & 1:
                found.append(place)
                if len(found) > limit:
                    break
        return found

    def _slice(self, found: Sequence[int], sort: Sort, *, before: bool, after: bool) -> Slice:
        key = self._key(sort)
        return Slice(
            [self._place(one) for one in found],
            key(found[0]) if found else None,
            key(found[-1]) if found else None,
            before and bool(found),
            after and bool(found),
        )

    def _place(self, one: int) -> Place:
        return self._versions[one], self._numbers[one]

    @cached_property
    def _orders(self) -> dict[Sort, Sequence[int]]:
        return {"day": range(self.size)}

    def _order(self, sort: Sort) -> Sequence[int]:
        """The promises in an order; worked out when it is first asked for."""
        found = self._orders.get(sort)
        if found is None:
            # Equal ones stay as they stand: by day, version and number, as their keys say.
            earlier = self._earlier.pop(sort, None)
            ordered = earlier() if earlier else sorted(range(self.size), key=self._firsts(sort).__getitem__)
            ranks = array("i", bytes(4 * self.size))
            for step, place in enumerate(ordered):
                ranks[place] = step
            self._ranks[sort] = ranks
            found = self._orders[sort] = array("i", ordered)
        return found

    def _rank(self, sort: Sort) -> Sequence[int]:
        """At which place of an order each promise stands."""
        self._order(sort)
        return self._ranks[sort]

    def _firsts(self, sort: Sort) -> Sequence[Any]:
        """What an order goes by first."""
        if sort == "status":
            return self._statuses
        if sort == "document":
            return self._stems
        days = self._days if sort in {"day", "-day"} else self._dues
        return [_downwards(day) for day in days] if sort.startswith("-") else days

    def _key(self, sort: Sort) -> Callable[[int], SortKey]:
        """The sort key of a promise: what the order goes by, then its place among all."""
        stands = self._days, self._versions, self._numbers
        firsts: Sequence[Any]
        if sort in {"-day", "-due"}:
            firsts = self._days if sort == "-day" else self._dues
            return lambda one: (_downwards(firsts[one]), *(column[one] for column in stands))
        firsts = self._firsts(sort)
        return lambda one: (firsts[one], *(column[one] for column in stands))

    # -- counting -----------------------------------------------------------------------------

    def counts(self, wanted: PromiseFilter, by: Facet) -> list[Count]:
        """How many of the promises that are meant have each value, by value; what none has is left out.

        A promise with several parties or topics counts for each, one without any for none.
        """
        mask = self._chosen(wanted)
        if by == "document":
            return [Count(*each) for each in sorted(Counter(self._stems[one] for one in ones(mask)).items())]
        numbers = ((value, (mask & held).bit_count()) for value, held in self._values(by))
        return [Count(value, number) for value, number in numbers if number]

    def cells(
        self, wanted: PromiseFilter, rows: Facet, columns: Facet, *, of: Collection[str] | None = None
    ) -> list[Cell]:
        """How many of the promises that are meant have each pair of values; pairs that none has are left out.

        `of`: only rows of these values.
        """
        mask = self._chosen(wanted)
        found = []
        across = self._values(columns)
        for row, held in self._values(rows):
            if of is not None and row not in of:
                continue
            both = mask & held
            if both:
                numbers = ((column, (both & other).bit_count()) for column, other in across)
                found += [Cell(row, column, number) for column, number in numbers if number]
        return found

    def _values(self, by: Facet) -> list[tuple[str, int]]:
        """Each value with its promises, in the order in which lists show them."""
        if by == "document":
            return [(stem, bits(places, self.size)) for stem, places in sorted(self._by_stem.items())]
        if by == "year":
            return self._years
        masks = self._masks[by]
        order: Iterable[str] = STATUSES if by == "status" else sorted(masks)
        return [(value, masks[value]) for value in order if value in masks]

    @cached_property
    def _years(self) -> list[tuple[str, int]]:
        years = sorted({day // _YEAR for day in self._days if day != NEVER})
        return [(f"{year:04}", self._between_days(year * _YEAR, (year + 1) * _YEAR)) for year in years]

    @cached_property
    def _by_stem(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, stem in enumerate(self._stems):
            found[stem].append(place)
        return found


@cache
def _times_in_groups(party: str) -> tuple[Membership, ...]:
    """The times that a party belonged to groups that stand for their members."""
    lists = group_lists()
    return tuple(
        each for each in memberships() if each.member == party and lists[each.group].kind in COUNTERPARTS
    )


def _both(one: range, other: range) -> range:
    """What two stretches have in common."""
    start = max(one.start, other.start)
    return range(start, max(start, min(one.stop, other.stop)))


def _day_number(day: date) -> int:
    return day.year * _YEAR + day.month * _MONTH + day.day


def _downwards(day: int) -> int:
    """The key of a day where the newest comes first; no day still comes last."""
    return 1 if day == NEVER else -day
