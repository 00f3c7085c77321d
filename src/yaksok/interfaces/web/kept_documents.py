"""Whole documents that were loaded for a page, kept for the next ones: a version never changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from functools import cache
from threading import Lock

from sqlalchemy import Connection

from yaksok.ledger.location import Location
from yaksok.ledger.reader import StoredDocument, keys_of, stored_documents

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
        return self.documents(connection, [version])[version]

    def documents(self, connection: Connection, versions: Collection[str]) -> dict[str, StoredDocument]:
        """The documents of some versions; those that are not at hand are loaded together. Raises KeyError."""
        found = {}
        with self._lock:
            for version in versions:
                if version in self._kept:
                    self._kept.move_to_end(version)
                    found[version] = self._kept[version]
        missing = [version for version in versions if version not in found]
        keys = keys_of(connection, missing)
        for loaded in stored_documents(connection, [keys[version] for version in missing]):
            found[loaded.version] = loaded
            with self._lock:
                self._keep(loaded.version, loaded)
        return found

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
