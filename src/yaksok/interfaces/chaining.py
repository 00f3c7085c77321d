"""The chain of one promise through the years, for every interface."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.asking import reading
from yaksok.interfaces.deciding import deciding_on
from yaksok.ledger.location import Place
from yaksok.ledger.reader import StoredDocument, stored_document
from yaksok.links.chains import chain_of
from yaksok.records.chain import Chain
from yaksok.records.link import Link
from yaksok.views.finding import find_promise
from yaksok.views.ledger_shelf import LedgerShelf
from yaksok.views.promise_chain import wording

_DOCUMENTS_KEPT = 64


def chain_in(ledger: Place, wanted: str, *, as_of: date) -> Chain:
    """The chain of the one promise that is meant (see `yaksok.views.finding`), as far as published by a day.

    Raises LedgerError, PromiseNotFound, NotAPromise, PromiseAmbiguous.
    """
    with reading(ledger) as connection:
        promise = find_promise(wanted, LedgerShelf(connection, as_of=as_of), as_of=as_of)
        standing = Standing(connection, as_of=as_of, deciding=deciding_on(connection))

        @lru_cache(maxsize=_DOCUMENTS_KEPT)
        def document_of(version: str) -> StoredDocument:
            return stored_document(connection, standing.key_of(version))

        def links_of(place: tuple[str, int]) -> list[Link]:
            return standing.links_at(place)

        found = chain_of(standing.original(promise), links_of, document_of, wording=wording)
        if found is None:
            raise RuntimeError("a promise that was found belongs to no chain")
        return found
