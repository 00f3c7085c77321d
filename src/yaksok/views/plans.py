"""Which documents can be set against each other, and where the attention went over the years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from sqlalchemy import Connection, Select, select

from yaksok.fulfilment.shelf import Shelf
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.records.standing import Facet, PromiseFilter
from yaksok.records.statement import Genre, Language

PLANS: tuple[Genre, ...] = ("work_plan", "agenda_page")
"""Kinds of documents that say what is to be done in a year or a term."""

MOST_PLANS = 200
_EVERY_YEAR = (1, 9998)


@dataclass(frozen=True, slots=True)
class Plan:
    """A document that can be compared; `day` is ISO, "" where nothing is known."""

    version: int
    stem: str
    title: str
    day: str
    written: str
    issuer: str | None
    genre: Genre
    language: Language


@dataclass(frozen=True, slots=True)
class Attention:
    """How much of the promises of each year is about each value: shares of the year's promises, 0 to 1.

    A promise about several counts for each, so a year's shares may add up to more than 1. `promises` are the
    promises of each year.
    """

    years: tuple[str, ...]
    promises: tuple[int, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]


def plans(connection: Connection, *, as_of: date) -> list[Plan]:
    """The work plans and agendas known on a day, the newest first; copies and translations are left out."""
    table = derived.dated
    query = (
        _plans()
        .where(table.c.genre.in_(PLANS), table.c.counted, table.c.first <= as_of.isoformat())
        .order_by(table.c.day.desc(), table.c.stem)
        .limit(MOST_PLANS)
    )
    return [_plan(row) for row in connection.execute(query)]


def plan_named(connection: Connection, stem: str, *, as_of: date) -> Plan | None:
    """The newest document with a stem that is known on a day, of any genre."""
    table = derived.dated
    query = _plans().where(table.c.stem == stem).order_by(table.c.version.desc())
    rows = [row for row in connection.execute(query) if not row.first or row.first <= as_of.isoformat()]
    return _plan(rows[0]) if rows else None


def likely_pairs(found: Iterable[Plan]) -> list[tuple[Plan, Plan]]:
    """Documents of one issuer and kind that follow each other, the earlier first; the newest pair first."""
    series: defaultdict[tuple[str | None, Genre], list[Plan]] = defaultdict(list)
    for plan in found:
        if plan.day:
            series[plan.issuer, plan.genre].append(plan)
    pairs = [
        pair
        for each in series.values()
        for pair in pairwise(sorted(each, key=lambda plan: (plan.day, plan.stem)))
    ]
    return sorted(pairs, key=lambda pair: (pair[1].day, pair[1].stem), reverse=True)


def in_order(one: Plan, other: Plan) -> tuple[Plan, Plan]:
    """Two documents, the earlier first; what has no day is taken for the later."""
    return (one, other) if (one.day or "9999") <= (other.day or "9999") else (other, one)


def attention(
    shelf: Shelf,
    by: Literal["topic", "party"],
    *,
    issuer: str | None,
    genres: Sequence[Genre],
    most: int = 14,
) -> Attention:
    """The share of each year's promises that is about each topic, or names each party; the strongest first."""
    dated = PromiseFilter(
        issuers=frozenset({issuer} if issuer else ()), genres=frozenset(genres), years=_EVERY_YEAR
    )
    facet: Facet = by
    numbers = {each.value: each.number for each in shelf.counts(dated, by="year")}
    years = tuple(sorted(numbers))
    totals = sorted(shelf.counts(dated, by=facet), key=lambda each: (-each.number, each.value))
    strongest = [each.value for each in totals[:most]]
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for cell in shelf.cells(dated, rows=facet, columns="year", of=strongest):
        found[cell.row][cell.column] = cell.number
    rows = tuple(
        (value, tuple(found[value].get(year, 0) / numbers[year] for year in years)) for value in strongest
    )
    return Attention(years, tuple(numbers[year] for year in years), rows)


def _plans() -> Select[Any]:
    table, versions = derived.dated, tables.versions
    return select(
        table.c.version,
        table.c.stem,
        table.c.day,
        table.c.first,
        table.c.issuer,
        table.c.genre,
        versions.c.title,
        versions.c.date,
        versions.c.language,
    ).join(versions, versions.c.key == table.c.version)


def _plan(row: Any) -> Plan:
    return Plan(
        row.version, row.stem, row.title, row.day or "", row.date or "", row.issuer, row.genre, row.language
    )
