"""The parties that a ledger speaks of, each with how often and with its promises by status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sqlalchemy import Connection, func, select

from yaksok.fulfilment.shelf import Shelf
from yaksok.ledger import derived_tables as derived
from yaksok.records.commitment import STATUSES, Status
from yaksok.records.standing import PromiseFilter
from yaksok.records.statement import Language
from yaksok.reference.parties import HOME, Party, PartyKind, all_parties

PartySort = Literal["promises", "statements", "overdue", "last", "name"]
PARTY_SORTS: tuple[PartySort, ...] = ("promises", "statements", "overdue", "last", "name")


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party, and what names it, itself or by a heading above: statements, documents, promises.

    `statuses` are the promises by status, those that have any; `last` is the day of the newest
    document (ISO), "" where none has a day.
    """

    party: Party
    statements: int = 0
    documents: int = 0
    last: str = ""
    promises: int = 0
    statuses: tuple[tuple[Status, int], ...] = ()

    def number(self, status: Status) -> int:
        """How many of its promises have a status."""
        return dict(self.statuses).get(status, 0)


def party_lines(lines: Mapping[str, PartyLine], shelf: Shelf) -> tuple[PartyLine, ...]:
    """Every party but the home one, those that nothing names as well, in the order of the tables.

    `lines` are those of `named_parties`. What is counted here names the party. Promises to a group are counted for the group alone.
    """
    statuses: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for cell in shelf.cells(PromiseFilter(), rows="party", columns="status"):
        statuses[cell.row][cell.column] = cell.number
    return tuple(
        _with_statuses(lines.get(party.id, PartyLine(party)), party, statuses[party.id])
        for party in all_parties()
        if party.id != HOME
    )


def named_parties(connection: Connection, *, as_of: date) -> dict[str, PartyLine]:
    """The parties that documents name up to a day, without their promises. Goes through all that name any."""
    table = derived.party_acts
    # Both groupings follow the key of the table, so that nothing is sorted.
    documents = (
        select(table.c.party, table.c.day, func.sum(table.c.number).label("number"))
        .where(table.c.day <= as_of.isoformat())
        .group_by(table.c.party, table.c.day, table.c.version)
        .subquery()
    )
    query = select(
        documents.c.party,
        func.sum(documents.c.number).label("statements"),
        func.count().label("documents"),
        func.max(documents.c.day).label("last"),
    ).group_by(documents.c.party)
    by_id = {party.id: party for party in all_parties()}
    return {
        row.party: PartyLine(by_id[row.party], int(row.statements), int(row.documents), row.last)
        for row in connection.execute(query)
        if row.party in by_id
    }


def _with_statuses(line: PartyLine, party: Party, numbers: dict[str, int]) -> PartyLine:
    ordered = tuple((status, numbers[status]) for status in STATUSES if status in numbers)
    return replace(line, party=party, promises=sum(number for _, number in ordered), statuses=ordered)


def chosen(
    lines: Iterable[PartyLine],
    *,
    words: str = "",
    kinds: frozenset[PartyKind] = frozenset(),
    mentioned: bool = True,
) -> list[PartyLine]:
    """The lines whose party has a name or id with some words in it, of some kinds; `mentioned`: named at all."""
    wanted = _plain(words)
    return [
        line
        for line in lines
        if (not kinds or line.party.kind in kinds)
        and (line.statements or not mentioned)
        and (not wanted or any(wanted in _plain(name) for name in names_of(line.party)))
    ]


def names_of(party: Party) -> tuple[str, ...]:
    """All names of a party, its id first, each once."""
    return tuple(
        dict.fromkeys((party.id, party.korean, party.english, *party.korean_forms, *party.english_forms))
    )


def ordered(lines: Sequence[PartyLine], sort: PartySort, language: Language) -> list[PartyLine]:
    """Lines in an order: the greatest number or the newest day first; by name in a language."""

    def name(line: PartyLine) -> str:
        return line.party.korean if language == "ko" else line.party.english

    by_name = sorted(lines, key=name)
    if sort == "name":
        return by_name
    if sort == "last":
        return sorted(by_name, key=lambda line: line.last, reverse=True)
    if sort == "overdue":
        return sorted(by_name, key=lambda line: line.number("overdue_no_evidence"), reverse=True)
    if sort == "statements":
        return sorted(by_name, key=lambda line: line.statements, reverse=True)
    return sorted(by_name, key=lambda line: (line.promises, line.statements), reverse=True)


def _plain(text: str) -> str:
    return "".join(text.casefold().split())
