"""One block of the review: some of the most doubtful links weighed against their verdicts, and one in full.

Links are put in order by what a query can tell of them (`yaksok.ledger.doubtful`), and taken in blocks of
`BLOCK`. Within a block they are weighed by all that `yaksok.views.doubt` looks at, so that what is looked at
stays small however many links there are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypedDict, get_args

from sqlalchemy import Connection, select

from yaksok.fulfilment.evidence import DECIDING, DECIDING_PROOF
from yaksok.fulfilment.imagining import Imagining, Outcomes
from yaksok.fulfilment.judging import Case
from yaksok.fulfilment.standing import Standing
from yaksok.fulfilment.status import status_of
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.doubtful import LinkPlace, Measure, doubtful_links, judged_among
from yaksok.ledger.per_head import PerHead
from yaksok.ledger.places import at
from yaksok.ledger.reader import StoredDocument, partial_documents
from yaksok.links.deciding import Pair, Ruled, apply_rulings, pair_of
from yaksok.links.proposing import DEFAULT
from yaksok.records.commitment import Status
from yaksok.records.decision import DecisionKind
from yaksok.records.link import Link, Reasons, Relation, StatementRef
from yaksok.records.statement import Language
from yaksok.reference.membership import groups_ever
from yaksok.views.doubt import NEAR, Doubt, by_doubt
from yaksok.views.pieces import Piece, shared_pieces
from yaksok.views.promise_card import Quoted, quoted
from yaksok.views.shared_words import shared_spans
from yaksok.views.surroundings import Neighbour, around

BLOCK = 12
MOST_BLOCKS = 200
"""So many blocks are looked through for a link that nobody decided on."""

_AT_ONCE = 400

_DECIDED: PerHead[set[LinkPlace]] = PerHead()

MEASURE = Measure(DECIDING, 3.0, DECIDING_PROOF, DEFAULT.lowest, NEAR)


ReviewState = Literal["undecided", "accepted", "relabelled", "rejected"]
REVIEW_STATES: tuple[ReviewState, ...] = get_args(ReviewState)
_KINDS: dict[DecisionKind, ReviewState] = {
    "accept": "accepted",
    "draw": "accepted",
    "relabel": "relabelled",
    "reject": "rejected",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFilter:
    """Which links are meant: a party that the promise names, a document at either end, a relation, and their state."""

    party: str | None = None
    document: str | None = None
    relation: Relation | None = None
    state: ReviewState = "undecided"


@dataclass(frozen=True, slots=True)
class Side:
    """One statement in its place, cut by the words that the other one has too."""

    quoted: Quoted
    language: Language
    pieces: tuple[Piece, ...]
    around: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """A link to decide on. `now` is the status of its promise; None where it has no verdict."""

    doubt: Doubt
    promise: Side
    later: Side
    outcomes: Outcomes
    now: Status | None


@dataclass(frozen=True, slots=True)
class ReviewBlock:
    """Links to decide on, the most doubtful first. `number` counts blocks from 0; `total` counts all links."""

    number: int
    doubts: tuple[Doubt, ...]
    total: int


class ReviewQueue:
    """The links of a ledger that are to be decided on, over one connection.

    `ruling` has for each link that people decided on the decision that holds, the newest last.
    """

    def __init__(self, connection: Connection, *, as_of: date, ruling: Mapping[Pair, Ruled]) -> None:
        self._connection = connection
        self._ruling = ruling
        self._standing = Standing(
            connection, as_of=as_of, deciding=lambda links: apply_rulings(links, ruling)
        )
        self._decided = _DECIDED.get(
            connection, lambda: _places_of(connection, ruling), name=frozenset(ruling)
        )

    def block(self, wanted: ReviewFilter, *, first: int = 0, skipped: Collection[str] = ()) -> ReviewBlock:
        """The first block from `first` on with a link that is neither decided on nor among `skipped`.

        `skipped` are names of links (`name_of`). The block is empty where none is left.
        """
        if wanted.state != "undecided":
            return self._decided_block(wanted, first, skipped)
        named = _conditions(wanted)
        number, total = first, 0
        while number < first + MOST_BLOCKS:
            places, counted = doubtful_links(
                self._connection, MEASURE, skip=number * BLOCK, most=BLOCK, **named
            )
            if not places:
                break
            total = counted
            doubts = self._weighed([place for place in places if place not in self._decided])
            if any(name_of(doubt.link) not in skipped for doubt in doubts):
                return ReviewBlock(number, doubts, total)
            number += 1
        return ReviewBlock(number, (), total)

    def _decided_block(self, wanted: ReviewFilter, first: int, skipped: Collection[str]) -> ReviewBlock:
        """Links that people decided on, the newest decision first; nothing is weighed."""
        parties = _conditions(wanted)["parties"]
        found = [
            ruled
            for ruled in reversed(list(self._ruling.values()))
            if _KINDS[ruled.decision.kind] == wanted.state
            and wanted.document in {None, ruled.promise.doc, ruled.later.doc}
            and wanted.relation in {None, ruled.decision.relation}
        ]
        if parties is not None:
            naming = self._naming([self._place(ruled.promise) for ruled in found], parties)
            found = [ruled for ruled in found if self._place(ruled.promise) in naming]
        for number in range(first, len(found) // BLOCK + 1):
            doubts = tuple(_as_doubt(ruled) for ruled in found[number * BLOCK : (number + 1) * BLOCK])
            if any(name_of(doubt.link) not in skipped for doubt in doubts):
                return ReviewBlock(number, doubts, len(found))
        return ReviewBlock(first, (), len(found))

    def _naming(self, places: Sequence[tuple[int, int]], parties: Collection[str]) -> set[tuple[int, int]]:
        """Those of some promises that name one of some parties."""
        table = derived.promise_parties
        found: set[tuple[int, int]] = set()
        for start in range(0, len(places), _AT_ONCE):
            there = at(table.c.version, table.c.n, places[start : start + _AT_ONCE])
            query = select(table.c.version, table.c.n).where(there, table.c.party.in_(sorted(parties)))
            found.update((row.version, row.n) for row in self._connection.execute(query))
        return found

    def _as_it_is(self, link: Link) -> Link:
        """A link as the ledger and the decisions have it."""
        at_source = self._standing.links_at((link.source.version, link.source.n))
        same = pair_of(link.source, link.target)
        return next((one for one in at_source if pair_of(one.source, one.target) == same), link)

    def card(self, doubt: Doubt) -> ReviewCard:
        """A link with both statements where they stand, and what each decision would lead to."""
        link = doubt.link if doubt.link.state == "proposed" else self._as_it_is(doubt.link)
        doubt = replace(doubt, link=link)
        place = self._place(link.source)
        case = next(self._standing.cases([place]))
        refs = [link.source, link.target, *(one.target for one in case.links)]
        keyed = {(self._standing.key_of(ref.version), ref.n) for ref in refs}
        found = partial_documents(self._connection, sorted(keyed), with_text=True, with_layout=True)
        documents = {stored.version: stored for stored in found.values()}
        imagining = Imagining(case, documents, self._days(documents))
        judged = bool(judged_among(self._connection, [place]))
        return ReviewCard(
            doubt=doubt,
            promise=self._side(link.source, documents, other=link.target.text),
            later=self._side(link.target, documents, other=link.source.text),
            outcomes=imagining.outcomes(link),
            now=status_of(case.facts).status if judged else None,
        )

    def _weighed(self, places: Collection[LinkPlace]) -> tuple[Doubt, ...]:
        """The links at some places that nobody decided on, by how doubtful they are."""
        wanted = sorted({place.promise for place in places})
        judged = judged_among(self._connection, wanted)
        cases = {self._place(case.promise): case for case in self._standing.cases(wanted)}
        chosen = set(places)
        doubts = by_doubt(
            [link for case in cases.values() for link in case.links],
            without=lambda link: _without(link, cases, judged, self._place(link.source)),
        )
        return tuple(doubt for doubt in doubts if self._at(doubt.link) in chosen)

    def _at(self, link: Link) -> LinkPlace:
        return LinkPlace(*self._place(link.source), *self._place_or_none(link.target))

    def _place(self, ref: StatementRef) -> tuple[int, int]:
        return self._standing.key_of(ref.version), ref.n

    def _place_or_none(self, ref: StatementRef) -> tuple[int, int]:
        """The place of a later statement; a measured value is at none."""
        try:
            return self._place(ref)
        except KeyError:
            return 0, ref.n

    def _side(self, ref: StatementRef, documents: Mapping[str, StoredDocument], *, other: str) -> Side:
        stored = documents[ref.version]
        return Side(
            quoted(ref, documents),
            stored.document.language,
            shared_pieces(ref.text, shared_spans(ref.text, other)),
            around(self._connection, stored.key, ref.n),
        )

    def _days(self, documents: Mapping[str, StoredDocument]) -> dict[str, str | None]:
        table = derived.dated
        by_key = {stored.key: version for version, stored in documents.items()}
        rows = self._connection.execute(
            select(table.c.version, table.c.day).where(table.c.version.in_(sorted(by_key)))
        )
        return {by_key[row.version]: row.day for row in rows}


def _places_of(connection: Connection, pairs: Collection[Pair]) -> set[LinkPlace]:
    """The places of links that are known by the ids of versions."""
    table = tables.versions
    ids = sorted({version for pair in pairs for version in (pair[0], pair[2])})
    keys: dict[str, int] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = select(table.c.id, table.c.key).where(table.c.id.in_(ids[start : start + _AT_ONCE]))
        keys.update((row.id, row.key) for row in connection.execute(query))
    return {
        LinkPlace(keys[promise], n, keys[later], later_n)
        for promise, n, later, later_n in pairs
        if promise in keys and later in keys
    }


def name_of(link: Link) -> str:
    """A short name of a link, by the ids of both ends."""
    return f"{link.source.id[:8]}-{link.target.id[:8]}"


def _as_doubt(ruled: Ruled) -> Doubt:
    """A link that was decided on, as far as the decision tells."""
    decision = ruled.decision
    link = Link(
        source=ruled.promise,
        target=ruled.later,
        relation=decision.relation or "restated_as",
        score=0.0,
        reasons=Reasons(rule=""),
        proposer=decision.person,
        state="rejected" if decision.kind == "reject" else "accepted",
        decision=decision.id,
    )
    return Doubt(link, 0.0, ())


class _Conditions(TypedDict):
    """What the look-up of links takes."""

    parties: set[str] | None
    document: str | None
    relation: Relation | None


def _conditions(wanted: ReviewFilter) -> _Conditions:
    parties = {wanted.party, *groups_ever(wanted.party)} if wanted.party is not None else None
    return {"parties": parties, "document": wanted.document, "relation": wanted.relation}


def _without(
    link: Link, cases: Mapping[tuple[int, int], Case], judged: set[tuple[int, int]], place: tuple[int, int]
) -> tuple[Status, Status] | None:
    """The status of a promise, and what it is without the link among the evidence."""
    if place not in judged:
        return None
    facts = cases[place].facts
    kept = tuple(one for one in facts.evidence if one.statement != link.target)
    return status_of(facts).status, status_of(replace(facts, evidence=kept)).status
