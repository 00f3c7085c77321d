"""Scorecards: promises under a grading scheme, by document, party, topic, administration, issuer or year.

The promises of a ledger are counted by what a grade is derived from, in the shelf's columns, and
each kind is graded once (`yaksok.fulfilment.grading`). What cannot be graded and what rests on the issuer's own
word alone is always counted beside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, func, select

from yaksok.fulfilment.grading import Grade, GradeName, Parts, Scheme, grade_of, scheme
from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.shelf_columns import Columns
from yaksok.ledger import derived_tables as derived
from yaksok.records.commitment import STATUSES, Status
from yaksok.records.standing import Facet, PromiseFilter
from yaksok.records.statement import Genre
from yaksok.reference.administrations import administrations

CardBy = Literal["document", "party", "topic", "administration", "issuer", "year"]
CARD_BY: tuple[CardBy, ...] = ("year", "administration", "issuer", "document", "party", "topic")

MOST_DOCUMENTS = 200
"""So many documents are told apart, the newest."""

FEW = 20
"""Shares of fewer gradable promises say little; pages mark them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFilter:
    """Which promises are graded; what is empty restricts nothing. `party`: also through a group it belonged to then."""

    party: str | None = None
    issuers: frozenset[str] = frozenset()
    genres: frozenset[Genre] = frozenset()


class Kind(NamedTuple):
    """Promises that every scheme grades alike, with a value they are listed under ("" for none) and their number."""

    value: str
    parts: Parts
    self_reported: bool | None
    number: int


@dataclass(frozen=True, slots=True)
class CardLine:
    """The promises under one value: by status, by grade, and without a grade by reason.

    Grades that say only that there is no rating yet are among the reasons. Of the graded, `on_reports` rest
    on reports of known issuers, `self_reported` on the promise's own issuer alone.
    """

    value: str
    number: int
    statuses: Mapping[Status, int]
    grades: Mapping[str, int]
    ungraded: Mapping[str, int]
    on_reports: int
    self_reported: int

    @property
    def graded(self) -> int:
        """How many have a grade."""
        return sum(self.grades.values())

    @property
    def ungraded_share(self) -> float | None:
        """The share without a grade; None of nothing."""
        return _share(self.number - self.graded, self.number)

    @property
    def self_reported_share(self) -> float | None:
        """The share of what rests on reports that rests on the issuer's own alone."""
        return _share(self.self_reported, self.on_reports)

    def share(self, grade: str) -> float | None:
        """The share of the graded that has a grade."""
        return _share(self.grades.get(grade, 0), self.graded)

    @property
    def has_few(self) -> bool:
        """Whether its shares are of few promises."""
        return self.graded < FEW


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard: all promises, and a line for each value."""

    scheme: Scheme
    by: CardBy
    whole: CardLine
    lines: tuple[CardLine, ...]

    @property
    def rated(self) -> tuple[GradeName, ...]:
        """The grades that rate, in the scheme's order, the best first."""
        return tuple(each for each in self.scheme.grades if each.rated)

    @property
    def best(self) -> GradeName:
        """The grade for what was kept."""
        return self.rated[0]


def kinds_of(
    connection: Connection, shelf: Shelf, by: CardBy, wanted: CardFilter, *, as_of: date
) -> tuple[Kind, ...]:
    """The promises that a filter means, counted by what grades are derived from and by the values of `by`.

    A promise about several parties or topics is counted under each; under "" stand those without any. By
    document only the newest `MOST_DOCUMENTS` are told apart.
    """
    columns = shelf.columns
    chosen = columns.chosen(PromiseFilter(party=wanted.party, issuers=wanted.issuers, genres=wanted.genres))
    alike = list(_alike(columns, chosen, _latest(connection, as_of)))
    found: list[Kind] = []
    rest = chosen
    for value, held in _values(columns, by, connection, as_of):
        both = chosen & held
        rest &= ~held
        if both:
            found += _numbers(value, both, alike)
    if by != "document":
        found += _numbers("", rest, alike)
    return tuple(found)


def every_kind(connection: Connection, shelf: Shelf, wanted: CardFilter, *, as_of: date) -> tuple[Kind, ...]:
    """The same for all promises that a filter means, each once."""
    chosen = shelf.columns.chosen(
        PromiseFilter(party=wanted.party, issuers=wanted.issuers, genres=wanted.genres)
    )
    alike = list(_alike(shelf.columns, chosen, _latest(connection, as_of)))
    return tuple(_numbers("", chosen, alike))


def card(kinds: Iterable[Kind], whole: Iterable[Kind], name: str, by: CardBy) -> Card:
    """The scorecard of a scheme. `whole` are all promises once. Raises UnknownScheme."""
    chosen = scheme(name)
    graded: dict[Parts, Grade] = {}
    found: defaultdict[str, list[Kind]] = defaultdict(list)
    for kind in kinds:
        found[kind.value].append(kind)
    lines = tuple(_line(value, found[value], name, graded) for value in _in_order(found, by))
    return Card(chosen, by, _line("", list(whole), name, graded), lines)


def _line(value: str, kinds: Iterable[Kind], name: str, graded: dict[Parts, Grade]) -> CardLine:
    statuses: Counter[Status] = Counter()
    grades: Counter[str] = Counter()
    ungraded: Counter[str] = Counter()
    reports: Counter[bool] = Counter()
    for kind in kinds:
        grade = graded.get(kind.parts) or graded.setdefault(kind.parts, grade_of(kind.parts, name))
        statuses[kind.parts.status] += kind.number
        if grade.rated and grade.name:
            grades[grade.name.id] += kind.number
            if kind.self_reported is not None:
                reports[kind.self_reported] += kind.number
        else:
            ungraded[grade.ungraded or (grade.name.id if grade.name else "")] += kind.number
    return CardLine(value, statuses.total(), statuses, grades, ungraded, reports.total(), reports[True])


def _in_order(found: Mapping[str, list[Kind]], by: CardBy) -> list[str]:
    """Years and administrations by time, all else by the number of promises; what has no value comes last."""
    if by == "administration":
        order = [each.id for each in administrations()]
        return sorted(found, key=lambda value: (not value, order.index(value) if value else 0))
    if by == "year":
        return sorted(found, key=lambda value: (not value, value))
    numbers = {value: sum(kind.number for kind in kinds) for value, kinds in found.items()}
    return sorted(found, key=lambda value: (not value, -numbers[value], value))


def _share(count: int, of: int) -> float | None:
    return count / of if of else None


# -- counting -----------------------------------------------------------------------------------


class _Alike(NamedTuple):
    """Promises that every scheme grades alike, a bit for each."""

    parts: Parts
    self_reported: bool | None
    held: int


def _numbers(value: str, held: int, alike: Iterable[_Alike]) -> Iterator[Kind]:
    for each in alike:
        number = (held & each.held).bit_count()
        if number:
            yield Kind(value, each.parts, each.self_reported, number)


def _alike(columns: Columns, chosen: int, latest: Mapping[str, str]) -> Iterator[_Alike]:
    """The promises parted by all that grades are derived from; parts that none has are left out."""
    own = 0
    for issuer, day in latest.items():
        own |= columns.having("issuer", issuer) & columns.between("0000-00-00", day)
    sides: tuple[tuple[tuple[Any, int], ...], ...] = (
        tuple((status, columns.having("status", status)) for status in STATUSES),
        _yes_or_no(columns, "late"),
        (*((done, columns.having("done", done)) for done in ("whole", "part")), ("none", -1)),
        _yes_or_no(columns, "work"),
        (("none", columns.having("search", "not_looked")), ("own", own), ("others", -1)),
        (*_yes_or_no(columns, "self_reported"), (None, -1)),
    )
    parted: list[tuple[tuple[Any, ...], int]] = [((), chosen)]
    for side in sides:
        parted = [((*said, value), held) for said, mask in parted for value, held in _parted(mask, side)]
    for said, held in parted:
        yield _Alike(Parts(*said[:-1]), said[-1], held)


def _parted(mask: int, side: Iterable[tuple[Any, int]]) -> Iterator[tuple[Any, int]]:
    """A mask by the first of several values that each of its bits has."""
    for value, held in side:
        both = mask & held
        if both:
            yield value, both
            mask &= ~held


def _yes_or_no(columns: Columns, name: str) -> tuple[tuple[bool, int], ...]:
    return (True, columns.having(name, "true")), (False, columns.having(name, "false"))


def _values(columns: Columns, by: CardBy, connection: Connection, as_of: date) -> Iterable[tuple[str, int]]:
    """The values that lines are made for, with their promises."""
    if by == "administration":
        terms = administrations()
        ends = [*(each.since for each in terms[1:]), "9999-12-31"]
        return [(each.id, columns.between(each.since, end)) for each, end in zip(terms, ends, strict=True)]
    if by == "document":
        newest = _newest(connection, as_of)
        return [(stem, columns.chosen(PromiseFilter(documents=frozenset({stem})))) for stem in newest]
    facet: Facet = by
    return columns.values(facet)


def _newest(connection: Connection, as_of: date) -> list[str]:
    """The stems of the newest documents that make promises."""
    table, promises = derived.dated, derived.promises
    makes = select(promises.c.n).where(promises.c.version == table.c.version).exists()
    query = (
        select(table.c.stem)
        .where(table.c.counted, table.c.day <= as_of.isoformat(), makes)
        .order_by(table.c.day.desc(), table.c.stem.desc())
        .limit(MOST_DOCUMENTS)
    )
    return list(dict.fromkeys(connection.execute(query).scalars()))


def _latest(connection: Connection, as_of: date) -> dict[str, str]:
    """The newest day of each issuer's documents that are searched."""
    table = derived.dated
    # From issuer to issuer and to the end of each by the index: there are few issuers and many documents.
    first = select(func.min(table.c.issuer).label("issuer")).cte("issuers", recursive=True)
    after = select(func.min(table.c.issuer)).where(table.c.issuer > first.c.issuer).scalar_subquery()
    issuers = first.union_all(select(after).where(first.c.issuer.is_not(None)))
    newest = (
        select(func.max(table.c.day))
        .where(table.c.issuer == issuers.c.issuer, table.c.counted, table.c.day <= as_of.isoformat())
        .scalar_subquery()
    )
    rows = connection.execute(select(issuers.c.issuer, newest.label("day")))
    return {row.issuer: row.day for row in rows if row.issuer is not None and row.day is not None}
