"""One promise explained, and all of them graded, for every interface."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from yaksok.errors import UnknownDocument
from yaksok.fulfilment.explaining import explained
from yaksok.fulfilment.grading import Scorecard, scheme, scorecard
from yaksok.fulfilment.ledger_misses import candidates_of
from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.standing import Standing
from yaksok.fulfilment.strength import strength
from yaksok.interfaces.asking import reading
from yaksok.interfaces.deciding import deciding_on
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.location import Place
from yaksok.ledger.reader import StoredDocument, stored_document
from yaksok.records.commitment import Verdict
from yaksok.records.statement import Language
from yaksok.views.finding import find_promise
from yaksok.views.ledger_shelf import LedgerShelf
from yaksok.views.promise_card import PromiseCard, promise_card

UNKNOWN_STRENGTH = "no predicate"


def card_in(ledger: Place, wanted: str, *, as_of: date) -> PromiseCard:
    """The one promise that is meant (see `yaksok.views.finding`), explained as of a day.

    Of a promise that a copy of a document repeats the original is explained. Raises LedgerError,
    PromiseNotFound, NotAPromise, PromiseAmbiguous.
    """
    with reading(ledger) as connection:
        promise = find_promise(wanted, LedgerShelf(connection, as_of=as_of), as_of=as_of)
        standing = Standing(connection, as_of=as_of, deciding=deciding_on(connection))
        first = standing.original(promise)
        case = next(standing.cases([(standing.key_of(first.version), first.n)]))
        verdict = explained(case, candidates_of(connection, as_of=as_of))
        cited = [verdict.promise.version, *(one.statement.version for one in verdict.evidence)]
        return promise_card(verdict, case.links, _documents(connection, cited))


def scorecard_in(
    ledger: Place, name: str, *, as_of: date, party: str | None = None, document: str | None = None
) -> Scorecard:
    """The promises made by a day under a grading scheme, by how firmly they are worded.

    Only those that name a party or a group it belonged to then, or stand in the document with this stem.
    Raises LedgerError, UnknownScheme, UnknownDocument.
    """
    scheme(name)
    with reading(ledger) as connection:
        if document is not None:
            _check_document(connection, document)
        shelf = Shelf(connection, as_of=as_of)
        verdicts = [
            verdict
            for verdict in shelf.every_verdict(party=party)
            if document is None or verdict.promise.doc == document
        ]
        languages = _languages(connection)

    def wording(verdict: Verdict) -> str:
        found = strength(verdict.promise.text, languages[verdict.promise.version])
        return found.level if found else UNKNOWN_STRENGTH

    return scorecard(verdicts, name, class_of=wording)


def _check_document(connection: Connection, stem: str) -> None:
    table = derived.dated
    if connection.execute(select(table.c.version).where(table.c.stem == stem).limit(1)).first() is None:
        raise UnknownDocument(value=stem)


def _keys(connection: Connection, versions: Iterable[str]) -> dict[str, int]:
    table = tables.versions
    rows = connection.execute(select(table.c.id, table.c.key).where(table.c.id.in_(sorted(set(versions)))))
    return {row.id: row.key for row in rows}


def _documents(connection: Connection, versions: Iterable[str]) -> dict[str, StoredDocument]:
    """Whole documents by version, with where each stretch stands in its file."""
    keys = _keys(connection, versions)
    return {version: stored_document(connection, key, with_layout=True) for version, key in keys.items()}


def _languages(connection: Connection) -> dict[str, Language]:
    table = tables.versions
    return {row.id: row.language for row in connection.execute(select(table.c.id, table.c.language))}
