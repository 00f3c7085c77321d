"""What several pages list of a ledger, worked out once for each of its states."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar

from yaksok.fulfilment.shelf import state
from yaksok.interfaces.web.asked import Asked
from yaksok.interfaces.web.filters import GENRES
from yaksok.interfaces.web.keeping import kept_of
from yaksok.records.statement import Genre
from yaksok.views.document_list import (
    Coverage,
    DocumentEntry,
    DocumentSort,
    coverage_of,
    document_entries,
    in_order,
    issuers_of,
)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Listed:
    """The documents of a ledger on a day, newest first, with what they come to."""

    entries: tuple[DocumentEntry, ...]
    statements: int
    promises: int
    undated: int
    issuers: tuple[tuple[str, int], ...]
    genres: tuple[Genre, ...]
    coverage: Coverage


def documents_of(asked: Asked) -> Listed:
    """The documents of the ledger that were published by the day."""
    return _kept(asked, ("listed", asked.as_of), lambda: _listed(_published(asked)))


def in_order_of(asked: Asked, sort: DocumentSort) -> tuple[DocumentEntry, ...]:
    """The same documents in an order."""
    entries = documents_of(asked).entries
    if sort == "-day":
        return entries
    return _kept(asked, ("in order", sort, asked.as_of), lambda: in_order(entries, sort))


def _published(asked: Asked) -> tuple[DocumentEntry, ...]:
    newest = kept_of(asked.request).get("newest documents", "", _Newest)
    every = _kept(asked, "documents", lambda: newest.look(asked))
    day = asked.as_of.isoformat()
    if not every or (every[0].day or "") <= day:  # the newest comes first
        return every
    return tuple(one for one in every if one.day is None or one.day <= day)


class _Newest:
    """The documents as they were found last, so that only what came in since has to be read."""

    def __init__(self) -> None:
        self._entries: tuple[DocumentEntry, ...] = ()

    def look(self, asked: Asked) -> tuple[DocumentEntry, ...]:
        """The documents as they are now."""
        self._entries = found = document_entries(asked.connection, self._entries)
        return found


def _listed(entries: tuple[DocumentEntry, ...]) -> Listed:
    kinds = {one.genre for one in entries}
    return Listed(
        entries=entries,
        statements=sum(one.statements for one in entries),
        promises=sum(one.promises for one in entries),
        undated=sum(not one.year for one in entries),
        issuers=tuple(issuers_of(entries)),
        genres=tuple(genre for genre in GENRES if genre in kinds),
        coverage=coverage_of(entries),
    )


def _kept(asked: Asked, name: Hashable, make: Callable[[], Value]) -> Value:
    return kept_of(asked.request).get(name, state(asked.connection), make)
