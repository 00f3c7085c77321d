"""What could be searched for a promise: the documents after it, and those of its issuer among them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self

from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import Published, published
from yaksok.records.proof import Reach, Scope
from yaksok.records.statement import Genre, Statement

ACCOUNTS: frozenset[Genre] = frozenset({"work_plan", "agenda_page", "evaluation"})
"""Genres in which an issuer goes through all it has undertaken, so that a gap in them tells."""

MOST_NAMED = 20
"""So many documents are kept by name for a search, the newest; the others are counted."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with its time and its statements by number."""

    stored: StoredDocument
    published: Published
    by_number: dict[int, Statement]


class Series(Protocol):
    """Documents in the order of their days."""

    def count_after(self, day: date | None) -> int:
        """How many documents were published after a day; none if there is no day."""

    def newest_after(self, day: date | None, most: int) -> tuple[tuple[date, str], ...]:
        """The newest of the documents after a day with their days, oldest first; `MOST_NAMED` at most."""


class _Series:
    """Documents in the order of their days. Asking it takes no longer the more documents it holds."""

    def __init__(self, documents: Iterable[tuple[date, str]]) -> None:
        self._documents = sorted(documents)
        self._days = [day for day, _ in self._documents]

    def count_after(self, day: date | None) -> int:
        """How many documents were published after a day; none if there is no day."""
        return 0 if day is None else len(self._days) - bisect_right(self._days, day)

    def newest_after(self, day: date | None, most: int) -> tuple[tuple[date, str], ...]:
        """The newest of the documents after a day with their days, oldest first."""
        count = min(self.count_after(day), most)
        return tuple(self._documents[len(self._documents) - count :])


NOTHING: Series = _Series(())


class Searchable(ABC):
    """The documents known on a day, to be asked for what came after a promise."""

    @abstractmethod
    def _everything(self) -> Series:
        """All documents."""

    @abstractmethod
    def _own(self, issuer: str) -> Series:
        """Those of an issuer; none for ""."""

    @abstractmethod
    def _of_kind(self, issuer: str, genre: Genre) -> Series:
        """Those of an issuer that are of the same kind as its documents of a genre."""

    @abstractmethod
    def _accounts(self, issuer: str) -> Series:
        """The plans and evaluations of an issuer."""

    def scope(self, one: Dated) -> Scope:
        """The later documents that could tell of the promises of one document."""
        document = one.stored.document
        day = one.published.reckoned()
        issuer = document.issuer or ""
        series, reach = self._narrowest(issuer, document.genre, day)
        named = series.newest_after(day, MOST_NAMED)
        number = series.count_after(day)
        return Scope(
            reach=reach,
            number=number,
            documents=tuple(name for _, name in named),
            since=day.isoformat() if day else None,
            until=named[-1][0].isoformat() if named else None,
            issuer=document.issuer,
            kinds=tuple(sorted(same_kind(document.genre))),
            others=self._everything().count_after(day) - number,
        )

    def _narrowest(self, issuer: str, genre: Genre, day: date | None) -> tuple[Series, Reach]:
        of_kind = self._of_kind(issuer, genre)
        if of_kind.count_after(day):
            return of_kind, "issuer_and_kind"
        own = self._own(issuer)
        if own.count_after(day):
            return own, "issuer"
        return self._everything(), "others" if issuer else "anyone"

    def accounts(self, one: Dated) -> tuple[tuple[str, str], ...]:
        """The newest plans and evaluations of the issuer after a document, by day and stem, oldest first."""
        series = self._accounts(one.stored.document.issuer or "")
        newest = series.newest_after(one.published.reckoned(), MOST_NAMED)
        return tuple((day.isoformat(), name) for day, name in newest)

    def accounts_since(self, one: Dated, mentions: Iterable[Dated]) -> tuple[str, ...]:
        """The newest of the issuer's accounts after the last document that mentions a promise."""
        days = [day for each in (one, *mentions) if (day := each.published.reckoned())]
        last = max(days, default=None)
        return tuple(name for day, name in self.accounts(one) if last and day > last.isoformat())


class Coverage(Searchable):
    """The coverage of documents in memory; `known` are those published by the day, by version."""

    def __init__(self, dated: Iterable[Dated], *, as_of: date) -> None:
        self.known = {one.stored.version: one for one in dated if one.published.by(as_of)}
        self._series = _Series(_named(self.known.values()))
        by_issuer: defaultdict[str, list[Dated]] = defaultdict(list)
        for one in self.known.values():
            if one.stored.document.issuer:
                by_issuer[one.stored.document.issuer].append(one)
        self._by_issuer = {issuer: _Series(_named(own)) for issuer, own in by_issuer.items()}
        self._by_account = {issuer: _of_genres(own, ACCOUNTS) for issuer, own in by_issuer.items()}
        self._by_kind = {
            (issuer, genre): _of_genres(own, same_kind(genre))
            for issuer, own in by_issuer.items()
            for genre in {one.stored.document.genre for one in own}
        }

    @classmethod
    def of(cls, documents: Iterable[StoredDocument], *, as_of: date) -> Self:
        """The coverage of documents in memory."""
        return cls(map(_dated, documents), as_of=as_of)

    def _everything(self) -> Series:
        return self._series

    def _own(self, issuer: str) -> Series:
        return self._by_issuer.get(issuer, NOTHING)

    def _of_kind(self, issuer: str, genre: Genre) -> Series:
        return self._by_kind.get((issuer, genre), NOTHING)

    def _accounts(self, issuer: str) -> Series:
        return self._by_account.get(issuer, NOTHING)


def same_kind(genre: Genre) -> frozenset[Genre]:
    """The genres that count as of the same kind: the same one, and those that go through everything."""
    return ACCOUNTS | {genre}


def _of_genres(documents: Iterable[Dated], genres: frozenset[Genre]) -> _Series:
    return _Series(_named(one for one in documents if one.stored.document.genre in genres))


def _dated(stored: StoredDocument) -> Dated:
    by_number = {statement.n: statement for statement in stored.document.statements}
    return Dated(stored, published(stored.document), by_number)


def _named(documents: Iterable[Dated]) -> Iterator[tuple[date, str]]:
    for one in documents:
        day = one.published.reckoned()
        if day is not None:
            yield day, one.stored.doc
