"""The chain of a promise, with what it asks for loaded together instead of one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from yaksok.fulfilment.standing import Standing
from yaksok.fulfilment.strength import strength
from yaksok.ledger.reader import StoredDocument
from yaksok.links.chains import chain_of
from yaksok.links.lineage import DEFAULT, Place, is_decided, source_of, target_of
from yaksok.records.chain import Chain
from yaksok.records.link import PROMISE_RELATIONS, Link, StatementRef
from yaksok.records.promise import Strength

DocumentsOf = Callable[[Collection[str]], Mapping[str, StoredDocument]]
"""The whole documents of some versions (by their ids)."""

MOST_TOGETHER = 60
"""The links of so many promises are looked up together."""


def chain_around(
    standing: Standing, promise: StatementRef, links: Iterable[Link], documents_of: DocumentsOf
) -> Chain | None:
    """The chain that a promise belongs to; None for a statement that is no promise. `links` are those that touch it."""
    near = _Near(standing, documents_of)
    near.add({(promise.version, promise.n): list(links)})
    near.load(end[0] for link in near.links_of((promise.version, promise.n)) for end in _ends(link))
    return chain_of(promise, near.links_of, near.document_of, wording=wording)


def wording(text: str) -> Strength | None:
    """How firmly a promise is worded, by the language of its letters."""
    return strength(text, "ko" if any("가" <= letter <= "힣" for letter in text) else "en")


class _Near:
    """Links and documents around a promise. What one asks for of a neighbour is loaded for the others, too."""

    def __init__(self, standing: Standing, documents_of: DocumentsOf) -> None:
        self._standing = standing
        self._documents_of = documents_of
        self._documents: dict[str, StoredDocument] = {}
        self._links: dict[Place, list[Link]] = {}
        self._waiting: dict[Place, None] = {}

    def add(self, found: Mapping[Place, list[Link]]) -> None:
        """Take in the links of some statements; the promises that these lead to may be asked for next."""
        self._links.update(found)
        near = [link for links in found.values() for link in links if _may_join(link)]
        ends = [end for link in near for end in _ends(link)]
        self._waiting.update(dict.fromkeys(end for end in ends if end not in self._links))
        self.load(version for version, _ in ends)

    def links_of(self, place: Place) -> list[Link]:
        """The links that touch a statement."""
        if place not in self._links:
            self._waiting.pop(place, None)
            wanted = [place, *list(self._waiting)[: MOST_TOGETHER - 1]]
            for one in wanted:
                self._waiting.pop(one, None)
            self.add(self._standing.links_around(wanted))
        return self._links[place]

    def load(self, versions: Iterable[str]) -> None:
        """Have the documents of some versions at hand."""
        missing = sorted(set(versions) - self._documents.keys())
        if missing:
            self._documents.update(self._documents_of(missing))

    def document_of(self, version: str) -> StoredDocument:
        """The document of a version."""
        self.load([version])
        return self._documents[version]


def _may_join(link: Link) -> bool:
    """Whether a link may tie two promises into a chain, so that the links of both are needed."""
    if link.relation not in PROMISE_RELATIONS or link.state == "rejected":
        return False
    return is_decided(link) or link.score >= DEFAULT.lowest


def _ends(link: Link) -> tuple[Place, Place]:
    return source_of(link), target_of(link)
