"""What comes near a promise among documents in memory, as the index of a ledger gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from yaksok.fulfilment.misses import LEAST, Candidate, Candidates, kept_with_other_parties
from yaksok.ledger.reader import StoredDocument
from yaksok.links.index import Index
from yaksok.links.profile import FOLLOWED, profiles
from yaksok.records.link import StatementRef

Place = tuple[str, int]


def candidates_in(documents: Sequence[StoredDocument]) -> Candidates:
    """Candidates of documents in memory. The index is made when the first promise asks for them."""
    made: list[_Memory] = []

    def found(promise: StatementRef) -> Iterable[Candidate]:
        if not made:
            made.append(_Memory(documents))
        return made[0].near(promise)

    return found


class _Memory:
    """The statements of documents by their terms, with the dates of the documents."""

    def __init__(self, documents: Sequence[StoredDocument]) -> None:
        self._profiles = list(profiles(documents))
        self._index = Index(self._profiles, may_follow=lambda profile: profile.statement.act in FOLLOWED)
        self._places: Mapping[Place, int] = {
            (profile.ref.version, profile.ref.n): place for place, profile in enumerate(self._profiles)
        }
        self._dates = {stored.version: stored.document.date for stored in documents}

    def near(self, promise: StatementRef) -> Iterable[Candidate]:
        place = self._places.get((promise.version, promise.n))
        if place is None:
            return
        earlier = self._profiles[place]
        for other, score in self._index.similar(place, least=LEAST).items():
            later = self._profiles[other]
            if earlier.published.before(later.published):
                weighed = score * kept_with_other_parties(earlier.all_parties, later.all_parties)
                yield Candidate(later.ref, min(weighed, 1.0), self._dates[later.ref.version])
