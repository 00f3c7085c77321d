"""Parties: countries, territories, organisations, groups and regions by canonical id.

Ids follow the reading contract: ISO 3166-1 alpha-3 for countries and territories (XKX for
Kosovo), otherwise the usual English acronym or name in capitals with underscores. The tables
stand in `data/`; docs/reference-data.md describes their columns and sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from yaksok.reference.tables import rows

PartyKind = Literal["country", "territory", "organisation", "group", "region"]

HOME = "KOR"
"""The party that publishes: it is in the tables, but never a mention."""

_TABLES: tuple[tuple[str, PartyKind], ...] = (
    ("countries", "country"),
    ("territories", "territory"),
    ("organisations", "organisation"),
    ("groups", "group"),
    ("regions", "region"),
)


@dataclass(frozen=True, slots=True)
class Party:
    """One party: its id, kind, usual names and the key of the source the row was checked with."""

    id: str
    kind: PartyKind
    english: str
    korean: str
    source: str
    korean_forms: tuple[str, ...] = ()
    english_forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A party's time in a group: `joined` and `left` are its first and last day, None if it is still in."""

    group: str
    member: str
    joined: date
    left: date | None

    def holds(self, on: date) -> bool:
        """Whether the party belongs to the group on that day."""
        return self.joined <= on and (self.left is None or on <= self.left)


def split_forms(cell: str) -> tuple[str, ...]:
    """The forms of a table cell, which separates them by `|`."""
    return tuple(form for form in cell.split("|") if form)


@cache
def _by_id() -> dict[str, Party]:
    found: dict[str, Party] = {}
    for table, kind in _TABLES:
        for row in rows(table):
            found[row["id"]] = Party(
                id=row["id"],
                kind=kind,
                english=row["english"],
                korean=row["korean"],
                source=row["source"],
                korean_forms=(row["korean"], *split_forms(row["korean_forms"])),
                english_forms=(row["english"], *split_forms(row["english_forms"])),
            )
    return found


def all_parties() -> tuple[Party, ...]:
    """Every party of the tables, countries first, in file order."""
    return tuple(_by_id().values())


def party(party_id: str) -> Party:
    """The party with this id; KeyError for an id that no table has."""
    return _by_id()[party_id]


def is_party(party_id: str) -> bool:
    """Whether some table has this id."""
    return party_id in _by_id()


def _day(cell: str, *, last: bool) -> date:
    """A cell of the form YYYY or YYYY-MM-DD; a bare year is its first or its last day."""
    if len(cell) == 4:
        return date(int(cell), 12, 31) if last else date(int(cell), 1, 1)
    return date.fromisoformat(cell)


def _united_nations() -> Iterator[Membership]:
    """UN membership, kept as the year of joining in the table of countries."""
    for row in rows("countries"):
        if row["un_joined"]:
            yield Membership("UN", row["id"], _day(row["un_joined"], last=False), None)


@cache
def memberships() -> tuple[Membership, ...]:
    """All dated memberships of the tables."""
    listed = (
        Membership(
            row["group"],
            row["member"],
            _day(row["joined"], last=False),
            _day(row["left"], last=True) if row["left"] else None,
        )
        for row in rows("group_members")
    )
    return (*_united_nations(), *listed)


def members(party_id: str, on: date) -> tuple[str, ...]:
    """The ids of the parties that belong to a group or organisation on a day, in alphabetical order.

    Empty for a party whose members no table lists; KeyError for an unknown id.
    """
    party(party_id)
    held = {item.member for item in memberships() if item.group == party_id and item.holds(on)}
    return tuple(sorted(held))
