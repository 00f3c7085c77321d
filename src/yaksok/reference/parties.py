"""Parties: countries, territories, organisations, groups and regions by canonical id.

Ids follow the reading contract: ISO 3166-1 alpha-3 for countries and territories (XKX for
Kosovo), otherwise the usual English acronym or name in capitals with underscores. The tables
stand in `data/`; docs/reference-data.md describes their columns and sources.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@cache
def _by_name() -> dict[str, str]:
    """Ids by every name and form, without regard to case; a name that several parties have leads to the first."""
    found: dict[str, str] = {}
    for one in all_parties():
        for name in (one.korean, one.english):
            found.setdefault(name.casefold(), one.id)
    for one in all_parties():
        for name in (*one.korean_forms, *one.english_forms):
            found.setdefault(name.casefold(), one.id)
    return found


def party_called(written: str) -> str | None:
    """The id of the party that an id or a name in Korean or English is meant for; None for none."""
    name = written.strip()
    return name.upper() if is_party(name.upper()) else _by_name().get(name.casefold())
