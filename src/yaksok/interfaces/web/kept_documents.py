"""Whole documents that were loaded for a page, kept for the next ones: a version never changes."""

from __future__ import annotations

from collections import OrderedDict
from functools import cache
from threading import Lock

from sqlalchemy import Connection, select

from yaksok.ledger import tables
from yaksok.ledger.location import Location
from yaksok.ledger.reader import StoredDocument, stored_document

MOST_LETTERS = 20_000_000
"""Documents with so many letters together are kept, the last asked for; with their statements some 200 MB."""


class KeptDocuments:
    """The documents of one ledger by the ids of their versions, which are hashes of what was read."""

    def __init__(self, *, most_letters: int = MOST_LETTERS) -> None:
        self._most_letters = most_letters
        self._letters = 0
        self._kept: OrderedDict[str, StoredDocument] = OrderedDict()
        self._lock = Lock()

    def document(self, connection: Connection, version: str) -> StoredDocument:
        """The document of a version, loaded over a connection where it is not at hand. Raises KeyError."""
        with self._lock:
            found = self._kept.get(version)
            if found is not None:
                self._kept.move_to_end(version)
                return found
        table = tables.versions
        key = connection.execute(select(table.c.key).where(table.c.id == version)).scalar()
        if key is None:
            raise KeyError(version)
        loaded = stored_document(connection, key)
        with self._lock:
            self._keep(version, loaded)
        return loaded

    def _keep(self, version: str, loaded: StoredDocument) -> None:
        if version in self._kept:
            return  # another thread loaded it at the same time
        self._kept[version] = loaded
        self._letters += len(loaded.document.text)
        while self._letters > self._most_letters:
            _, gone = self._kept.popitem(last=False)
            self._letters -= len(gone.document.text)


@cache
def kept_documents(_ledger: Location) -> KeptDocuments:
    """What this process keeps of a ledger: always the same."""
    return KeptDocuments()
