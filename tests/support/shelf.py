"""The statements of documents in memory, against which a ledger's are checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from yaksok.fulfilment.judging import is_judged
from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import published
from yaksok.views.finding import Found


class MemoryShelf:
    """The statements of documents in memory that were published by a day."""

    def __init__(self, documents: Iterable[StoredDocument], *, as_of: date) -> None:
        self._known = [stored for stored in documents if published(stored.document).by(as_of)]

    def at(self, doc: str, n: int) -> Sequence[Found]:
        """See `Shelf`."""
        exact = [stored for stored in self._known if stored.doc == doc]
        begun = exact or [stored for stored in self._known if stored.doc.startswith(doc)]
        return [one for stored in begun for one in _statements(stored) if one.ref.n == n]

    def by_id(self, beginning: str) -> Sequence[Found]:
        """See `Shelf`."""
        return [one for one in self.promises(()) if one.ref.id.startswith(beginning)]

    def promises(self, words: Sequence[str]) -> Iterable[Found]:  # noqa: ARG002 - a ledger looks for them
        """All statements; the caller sorts out what is none."""
        return (one for stored in self._known for one in _statements(stored))


def _statements(stored: StoredDocument) -> Iterator[Found]:
    for statement in stored.document.statements:
        yield Found(stored.ref(statement), statement.act, is_judged(statement))
