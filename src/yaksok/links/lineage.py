"""Which earlier promise each promise goes on from.

A link between two promises joins them only if it is more than one of many: it was accepted by a person,
or it is strong by itself, or each end is the other's best in the document of the other and both share more than parties and stock
words. Promises of amounts must be about the same parties. Of the links that
qualify, each promise takes one as its origin, so that promises form trees, and a tree is a chain.
What a promise's origin is depends only on the links that touch it and those that touch its candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yaksok.ledger.reader import StoredDocument
from yaksok.links.aliases import squash
from yaksok.links.matters import Matter, matter
from yaksok.links.profile import headings, numbered
from yaksok.links.proposing import is_promise
from yaksok.links.timeline import published
from yaksok.links.words import own_words, terms
from yaksok.records.link import PROMISE_RELATIONS, Link, StatementRef
from yaksok.records.statement import Statement

Place = tuple[str, int]
"""A statement by the version of its document and its number."""

Moment = tuple[bool, date, str, str, int]
"""Where a statement stands in time: undated documents last, then by document and number."""

LinksOf = Callable[[Place], Iterable[Link]]
"""The links that touch a statement, at either end."""

DocumentOf = Callable[[str], StoredDocument]
"""The document of a version."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What a link between two promises must reach to join them, by its score.

    `lowest` where each end is the other's best in the document of the other; `strong` otherwise.

    Measured on the five real documents, of whose 15 certain pairs of promises 8 stand in one chain: as
    many from 0.2 to 0.3 for `lowest`, 6 at 0.35; of the values that keep 8 the highest joins least beside
    them (38 chains of several promises against 51). `strong` at 0.7 loses one of the 8, at 0.5 it
    merges and splits more (10 promises against 3) and finds no further pair.
    """

    lowest: float = 0.3
    strong: float = 0.6


DEFAULT = Joining()


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two promises, from the earlier to the later one in time."""

    earlier: Place
    later: Place
    link: Link

    @property
    def decided(self) -> bool:
        """Whether a person stands behind the link."""
        return is_decided(self.link)


def is_decided(link: Link) -> bool:
    """Whether a person accepted a link, or relabelled it."""
    return link.state in {"accepted", "relabelled"}


class Lineage:
    """Origins of promises, looked up statement by statement; what was looked up is kept."""

    def __init__(self, document_of: DocumentOf, links_of: LinksOf, *, joining: Joining = DEFAULT) -> None:
        self._document_of = document_of
        self._links_of = links_of
        self._joining = joining
        self._read: dict[str, _Read] = {}
        self._touching: dict[Place, tuple[Link, ...]] = {}
        self._behind: dict[Place, dict[str, list[Edge]]] = {}
        self._ahead: dict[Place, dict[str, list[Edge]]] = {}
        self._matters: dict[Place, Matter] = {}
        self._qualifying: dict[Place, tuple[Edge, ...]] = {}
        self._merging: dict[Place, tuple[Edge, ...]] = {}
        self._origins: dict[Place, Place | None] = {}
        self._roots: dict[Place, Place] = {}

    def document(self, version: str) -> StoredDocument:
        """The document of a version."""
        return self._known(version).stored

    def statement(self, place: Place) -> Statement:
        """The statement at a place; KeyError if its document has none of that number."""
        return self._known(place[0]).by_number[place[1]]

    def ref(self, place: Place) -> StatementRef:
        """The reference to the statement at a place."""
        return self._known(place[0]).stored.ref(self.statement(place))

    def above(self, place: Place) -> tuple[Statement, ...]:
        """The headings above a statement, the nearest first."""
        known = self._known(place[0])
        return tuple(headings(known.by_number[place[1]], known.by_number))

    def moment(self, place: Place) -> Moment:
        """Where a statement stands in time."""
        known = self._known(place[0])
        return (*known.moment, place[1])

    def is_promise(self, place: Place) -> bool:
        """Whether a statement is a promise by its act, or by a person's decision on a link from it."""
        statement = self._known(place[0]).by_number.get(place[1])
        if statement is None or statement.role in {"meta", "title"}:
            return False
        return is_promise(statement) or any(
            is_decided(link) and source_of(link) == place for link in self.touching(place)
        )

    def touching(self, place: Place) -> tuple[Link, ...]:
        """The links that touch a statement and were not rejected, whatever the order they came in."""
        found = self._touching.get(place)
        if found is None:
            live = {link for link in self._links_of(place) if link.state != "rejected"}
            found = self._touching[place] = tuple(sorted(live, key=_order))
        return found

    def edges(self, place: Place) -> Iterator[Edge]:
        """The links that tie a promise to other promises and were not rejected."""
        for link in self.touching(place):
            ends = source_of(link), target_of(link)
            if link.relation in PROMISE_RELATIONS and ends[0] != ends[1] and all(map(self.is_promise, ends)):
                earlier, later = sorted(ends, key=self.moment)
                yield Edge(earlier, later, link)

    def qualifying(self, place: Place) -> tuple[Edge, ...]:
        """The links by which a promise may go on from earlier ones, the best first."""
        if place not in self._qualifying:
            found = (
                edge
                for edges in self._edges_behind(place).values()
                for edge in edges
                if self._qualifies(edge)
            )
            self._qualifying[place] = tuple(sorted(found, key=self._rank))
        return self._qualifying[place]

    def merging(self, place: Place) -> tuple[Edge, ...]:
        """Strong links into a promise from other chains than its own, the best of each."""
        if place not in self._merging:
            best: dict[Place, Edge] = {}
            own = self.root(place)
            for edge in self.qualifying(place):
                root = self.root(edge.earlier)
                if root != own and self._is_strong(edge):
                    best.setdefault(root, edge)
            self._merging[place] = tuple(best.values())
        return self._merging[place]

    def _is_strong(self, edge: Edge) -> bool:
        """Whether a link joins by itself: it was accepted, or is strong and the earlier end's best there."""
        if edge.decided:
            return True
        best = self._edges_ahead(edge.earlier)[edge.later[0]][0]
        return edge.link.score >= self._joining.strong and best.later == edge.later

    def origin(self, place: Place) -> Place | None:
        """The earlier promise that this one goes on from; None for the first of a chain."""
        if place not in self._origins:
            self._origins[place] = self._origin(place)
        return self._origins[place]

    def root(self, place: Place) -> Place:
        """The first promise of the chain."""
        way = [place]
        while way[-1] not in self._roots:
            before = self.origin(way[-1])
            if before is None:
                self._roots[way[-1]] = way[-1]
            else:
                way.append(before)
        root = self._roots[way[-1]]
        self._roots.update(dict.fromkeys(way, root))
        return root

    def following(self, place: Place) -> list[Place]:
        """The promises whose origin a promise is, in no order."""
        ahead = {edge.later for edges in self._edges_ahead(place).values() for edge in edges}
        return [
            other
            for other in ahead | {(place[0], n) for n in self._known(place[0]).said_again(place[1])}
            if other != place and self.is_promise(other) and self.origin(other) == place
        ]

    def _origin(self, place: Place) -> Place | None:
        edges = self.qualifying(place)
        if edges and edges[0].decided:
            return edges[0].earlier
        first = self._known(place[0]).first_of.get(place[1])
        if first is not None:
            return (place[0], first)
        return edges[0].earlier if edges else None

    def _qualifies(self, edge: Edge) -> bool:
        if edge.decided:
            return True
        if edge.link.score < self._joining.lowest:
            return False
        mine, theirs = self._matter(edge.earlier), self._matter(edge.later)
        if mine.measures_otherwise_than(theirs):
            return False
        if edge.link.score >= self._joining.strong:
            return True
        return self._is_mutual(edge) and mine.shares_matter_with(theirs)

    def _matter(self, place: Place) -> Matter:
        if place not in self._matters:
            self._matters[place] = matter(self.statement(place), self.above(place))
        return self._matters[place]

    def _is_mutual(self, edge: Edge) -> bool:
        best_behind = self._edges_behind(edge.later)[edge.earlier[0]][0]
        best_ahead = self._edges_ahead(edge.earlier)[edge.later[0]][0]
        return best_behind.earlier == edge.earlier and best_ahead.later == edge.later

    def _edges_behind(self, place: Place) -> dict[str, list[Edge]]:
        """Links to earlier promises by their documents, the best first."""
        if place not in self._behind:
            self._sort_edges(place)
        return self._behind[place]

    def _edges_ahead(self, place: Place) -> dict[str, list[Edge]]:
        if place not in self._ahead:
            self._sort_edges(place)
        return self._ahead[place]

    def _sort_edges(self, place: Place) -> None:
        behind: dict[str, list[Edge]] = {}
        ahead: dict[str, list[Edge]] = {}
        for edge in sorted(self.edges(place), key=self._rank):
            if edge.later == place:
                behind.setdefault(edge.earlier[0], []).append(edge)
            else:
                ahead.setdefault(edge.later[0], []).append(edge)
        self._behind[place], self._ahead[place] = behind, ahead

    def _rank(self, edge: Edge) -> tuple[object, ...]:
        """Accepted links first, then the highest score, then the nearest in time."""
        earlier, later = self.moment(edge.earlier), self.moment(edge.later)
        return (
            not edge.decided,
            -edge.link.score,
            -earlier[1].toordinal(),
            later[1].toordinal(),
            earlier,
            later,
            edge.link.relation,
        )

    def _known(self, version: str) -> _Read:
        found = self._read.get(version)
        if found is None:
            found = self._read[version] = _Read(self._document_of(version))
        return found


class _Read:
    """A document with what is asked of it again and again."""

    def __init__(self, stored: StoredDocument) -> None:
        day = published(stored.document).reckoned()
        self.stored = stored
        self.by_number = numbered(stored.document)
        self.moment = (day is None, day or date.max, stored.doc, stored.version)

    @cached_property
    def first_of(self) -> dict[int, int]:
        """For a promise that the document says again, the number of its first statement."""
        first: dict[tuple[str, frozenset[str]], int] = {}
        found = {}
        for statement in self.stored.document.statements:
            said = self._said(statement)
            if said is not None and first.setdefault(said, statement.n) != statement.n:
                found[statement.n] = first[said]
        return found

    def said_again(self, n: int) -> list[int]:
        """The numbers of the statements by which the document says a promise again."""
        return [again for again, first in self.first_of.items() if first == n]

    def _said(self, statement: Statement) -> tuple[str, frozenset[str]] | None:
        """What a promise says and about whom, by which a document's summary repeats its own text.

        None for what is no promise and for words that mean something only under their heading.
        """
        if not is_promise(statement) or statement.role in {"meta", "title"}:
            return None
        if len(own_words(terms(statement.text))) < _WORDS_OF_ITS_OWN:
            return None
        above = (heading for heading in headings(statement, self.by_number) if heading.parties)
        named = statement.parties or next((heading.parties for heading in above), ())
        return squash(statement.text), frozenset(party.id for party in named)


_WORDS_OF_ITS_OWN = 2


def source_of(link: Link) -> Place:
    """The place of a link's earlier end."""
    return link.source.version, link.source.n


def target_of(link: Link) -> Place:
    """The place of a link's later end."""
    return link.target.version, link.target.n


def _order(link: Link) -> tuple[object, ...]:
    return (
        source_of(link),
        target_of(link),
        link.relation,
        -link.score,
        link.state,
        link.proposer,
        repr(link),
    )
