"""The answers of the tools: the same views as the pages and the REST API show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from yaksok.errors import BadDate, BadParameter, DocumentNotFound, HomeParty, UnknownParty
from yaksok.fulfilment.shelf import Shelf
from yaksok.interfaces.asking import reading
from yaksok.interfaces.chaining import chain_in
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.explaining import card_in
from yaksok.interfaces.mcp import shapes
from yaksok.interfaces.rest import models
from yaksok.interfaces.rest.search import hit_shape
from yaksok.interfaces.rest.shapes import card, commitment, count, place
from yaksok.interfaces.searching import index_updates, search_in
from yaksok.ledger.browsing import addresses_of, key_of, newest_version
from yaksok.ledger.location import Location
from yaksok.ledger.reader import partial_documents
from yaksok.records.commitment import Status
from yaksok.records.link import StatementRef
from yaksok.records.search import SearchSort
from yaksok.records.standing import PromiseFilter
from yaksok.records.statement import Language
from yaksok.reference.parties import HOME, is_party
from yaksok.reference.parties import party as party_of
from yaksok.search.index import SearchIndex
from yaksok.search.notices import in_words
from yaksok.views.drift import compare
from yaksok.views.party_page import brief

OPEN: frozenset[Status] = frozenset({"not_yet_due", "in_progress"})
"""What is still to be kept."""


class Answering:
    """Answers questions about one ledger. Every method raises YaksokError."""

    def __init__(self, ledger: Location, *, today: date, index: Path | None = None) -> None:
        self._ledger = ledger
        self._today = today
        self._index = index

    def search(
        self, query: str, *, sort: SearchSort, limit: int, as_of: str, language: Language
    ) -> shapes.Found:
        """Statements that match a query; notices are told in one language."""
        index = SearchIndex.open(self._ledger, folder=self._index)
        for _step in index_updates(self._ledger, index):
            pass
        result = search_in(
            self._ledger, index, query, as_of=self._day(as_of), sort=sort, limit=limit, facets=False
        )
        with reading(self._ledger) as connection:
            addresses = addresses_of(connection, (hit.key for hit in result.hits))
        return shapes.Found(
            total=result.total,
            hits=tuple(hit_shape(hit, addresses) for hit in result.hits),
            also_searched=tuple(name for _, name in result.also),
            notices=tuple(in_words(notice, language) for notice in result.notices),
        )

    def promise(self, statement: str, *, as_of: str, language: Language) -> models.CommitmentCard:
        """One promise with its proof, told in one language."""
        day = self._day(as_of)
        shown = card_in(self._ledger, statement, as_of=day)
        found = chain_in(self._ledger, shown.verdict.promise.id, as_of=day)
        with reading(self._ledger) as connection:
            shelf = Shelf(connection, as_of=day, deciding=deciding_on(connection))
            ref = shown.verdict.promise
            (row,) = shelf.rows([(key_of(connection, ref.version), ref.n)])
        return card(row, shown, found, language=language)

    def brief(self, party: str, *, limit: int, as_of: str) -> shapes.Brief:
        """What stands between the home country and a party."""
        day, name = self._day(as_of), self._party(party)
        with reading(self._ledger) as connection:
            shelf = Shelf(connection, as_of=day, deciding=deciding_on(connection))
            found = brief(connection, shelf, name, as_of=day)
            addresses = addresses_of(
                connection, (owed.row.key[0] for part in found.parts for owed in part.owed[:limit])
            )
            parts = tuple(
                shapes.Part(
                    part=part.id,
                    total=part.total,
                    promises=tuple(commitment(owed.row, addresses) for owed in part.owed[:limit]),
                )
                for part in found.parts
            )
            last = tuple(place(ref) for ref in _refs(connection, [(one.stem, one.n) for one in found.last]))
        told = party_of(name)
        return shapes.Brief(
            party=name,
            english=told.english,
            korean=told.korean,
            as_of=day.isoformat(),
            by_status=tuple(count(one) for one in found.statuses),
            parts=parts,
            groups=tuple(one.other for one in found.groups),
            last_said=last,
        )

    def due(self, *, days: int, party: str, overdue: bool, limit: int, as_of: str) -> shapes.DueList:
        """Promises that are still to be kept and fall due within some days, or that are overdue."""
        day = self._day(as_of)
        until = day if overdue else day + timedelta(days=days)
        wanted = PromiseFilter(
            party=self._party(party) if party else None,
            statuses=frozenset({"overdue_no_evidence"}) if overdue else OPEN,
            due_from=None if overdue else day.isoformat(),
            due_until=until.isoformat(),
        )
        with reading(self._ledger) as connection:
            shelf = Shelf(connection, as_of=day, deciding=deciding_on(connection))
            found = shelf.page(wanted, sort="-due" if overdue else "due", limit=limit)
            total = shelf.count(wanted) if found.total is None else found.total
            addresses = addresses_of(connection, (row.key[0] for row in found.rows))
        return shapes.DueList(
            as_of=day.isoformat(),
            until=until.isoformat(),
            total=total,
            promises=tuple(commitment(row, addresses) for row in found.rows),
        )

    def compare(self, earlier: str, later: str, *, limit: int, as_of: str) -> shapes.Comparison:
        """Two documents against each other."""
        day = self._day(as_of)
        with reading(self._ledger) as connection:
            keys = []
            for stem in (earlier, later):
                key = newest_version(connection, stem)
                if key is None:
                    raise DocumentNotFound(value=stem[:200])
                keys.append(key)
            if keys[0] == keys[1]:
                raise BadParameter(name="later", value=later[:40], known="another document than the earlier")
            deciding = deciding_on(connection)
            shelf = Shelf(connection, as_of=day, deciding=deciding)
            found = compare(connection, shelf, deciding, keys[0], keys[1])
            addresses = addresses_of(connection, keys)
        return shapes.Comparison(
            earlier=earlier,
            later=later,
            numbers={str(kind): number for kind, number in found.numbers.items()},
            share_continued=found.share_continued,
            promises=tuple(
                shapes.DriftStep(
                    kind=one.kind,
                    earlier=commitment(one.earlier, addresses) if one.earlier else None,
                    later=commitment(one.later, addresses) if one.later else None,
                    changes=tuple(
                        shapes.Change(kind=each.kind, before=each.before, after=each.after)
                        for each in one.changes
                    ),
                    reports=tuple(place(ref) for ref in one.reports),
                )
                for one in found.drifts[:limit]
            ),
        )

    def _day(self, written: str) -> date:
        if not written:
            return self._today
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise BadDate(value=written[:40]) from None

    @staticmethod
    def _party(written: str) -> str:
        name = written.upper()
        if name == HOME:
            raise HomeParty(value=name)
        if not is_party(name):
            raise UnknownParty(value=written[:40])
        return name


def _refs(connection: Connection, named: Sequence[tuple[str, int]]) -> list[StatementRef]:
    """Statements by the names of their documents and their numbers."""
    keys = {stem: newest_version(connection, stem) for stem in {stem for stem, _ in named}}
    places = [(key, n) for stem, n in named if (key := keys[stem]) is not None]
    documents = partial_documents(connection, places)
    found = []
    for key, n in places:
        statement = next(one for one in documents[key].document.statements if one.n == n)
        found.append(documents[key].ref(statement))
    return found
