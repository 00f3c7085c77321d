"""Searching a ledger, for every interface: the index brought up to date, at once or in the background."""

from __future__ import annotations

import threading
from collections.abc import Generator
from datetime import date
from pathlib import Path
from typing import Self

from yaksok.errors import YaksokError
from yaksok.ledger.location import Place
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.records.search import SearchFilter, SearchLevel, SearchResult, SearchSort
from yaksok.search.asking import search
from yaksok.search.index import Progress, SearchIndex

SECONDS = 5.0
"""How often an index that is kept fresh is held against its ledger."""


def index_updates(ledger: Place, index: SearchIndex, *, again: bool = False) -> Generator[Progress]:
    """Bring the index of a ledger to its state, step by step. Raises LedgerError and errors of the index."""
    engine = open_for_reading(ledger)
    try:
        with errors_in_words(ledger), engine.connect() as connection:
            yield from index.update(connection, again=again)
    finally:
        engine.dispose()


def search_in(
    ledger: Place,
    index: SearchIndex,
    query: str,
    filters: SearchFilter | None = None,
    *,
    as_of: date,
    sort: SearchSort = "relevance",
    limit: int = 20,
    cursor: str = "",
    level: SearchLevel = "statement",
    facets: bool = True,
) -> SearchResult:
    """One page of what a query finds in a ledger, by the index as it is. Raises LedgerError and BadSearchCursor."""
    engine = open_for_reading(ledger)
    try:
        with errors_in_words(ledger), engine.connect() as connection:
            return search(
                index,
                connection,
                query,
                filters,
                as_of=as_of,
                sort=sort,
                limit=limit,
                cursor=cursor,
                level=level,
                facets=facets,
            )
    finally:
        engine.dispose()


class FreshIndex:
    """An index that a thread brings to the state of its ledger again and again; use it with `with`.

    What goes wrong is kept in `trouble` until an update goes well: another process may be writing, or the
    disk may be full for a while.
    """

    def __init__(self, ledger: Place, *, folder: Path | None = None, seconds: float = SECONDS) -> None:
        self.index = SearchIndex.open(ledger, folder=folder)
        self.trouble: YaksokError | None = None
        self._ledger = ledger
        self._seconds = seconds
        self._wanted, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._keep, name="search index", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._wanted.set()
        self._thread.join(timeout=30)

    def hurry(self) -> None:
        """Ask for an update now: something was written."""
        self._wanted.set()

    def _keep(self) -> None:
        while not self._over.is_set():
            try:
                for _progress in index_updates(self._ledger, self.index):
                    if self._over.is_set():  # the next server goes on from there
                        return
                self.trouble = None
            except YaksokError as error:
                self.trouble = error
            self._wanted.wait(self._seconds)
            self._wanted.clear()
