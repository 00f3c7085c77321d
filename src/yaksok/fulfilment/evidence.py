"""Which links count as evidence of what became of a promise.

A link says that two statements are about the same matter; evidence must be about the very thing
promised. Where a relation decides the verdict its own rule has already compared the deeds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from yaksok.fulfilment.provenance import provenance
from yaksok.links.aliases import concepts
from yaksok.links.deed import kinds, met_deed, units
from yaksok.links.deeds import deeds, promised_deeds
from yaksok.links.events import Telling, events, telling_of, told_in
from yaksok.links.party_words import matter_of
from yaksok.links.words import own_words, terms_of
from yaksok.records.commitment import Evidence, Provenance
from yaksok.records.link import WORK_RELATIONS, Link, Relation, StatementRef
from yaksok.records.statement import Document, Statement

DECIDING: frozenset[Relation] = frozenset(
    {"fulfilled_by", "partly_fulfilled_by", "superseded_by", "contradicted_by"}
)

PROOF = 0.28
"""The least score of a link that only shows that a matter goes on."""

DECIDING_PROOF = 0.18
"""The least score of a link whose two ends do the same to the same object, or whose relation decides."""

NAMED_PROOF = 0.14
"""The least score where both name the same party and share a word of their own besides."""

A_MATTER = 2
"""So many words of its own, kinds of things such as a forum left out, say what a promise is about beside its parties."""

ABOUT_OBJECT = 0.34
"""The least likeness between the object of a promised deed and the later statement."""

ENOUGH_WORDS = 2
"""So many words of its own that a later statement shares show it to be about the same thing."""

MOST = 5
"""So many events, or statements that report none, are named as evidence of one promise."""

TELLINGS = 3
"""So many statements are named for one event."""


_OF_RELATIONS = frozenset({"hold", "visit", "relate", "conclude", "restore"})

LookUp = Callable[[StatementRef], "Source | None"]
"""Gives the statement of a reference with its document; None where it is not at hand."""


class Source(NamedTuple):
    """A statement with what its document says of itself."""

    document: Document
    statement: Statement


def evidence_among(links: Iterable[Link], *, look_up: LookUp | None = None) -> tuple[Evidence, ...]:
    """The links of one promise that count, best first, a few events at most; one statement counts once.

    What decides the verdict comes before the rest, and the best of each document before its others.
    With `look_up` each is told by which event it reports and whose word it is; without it the words
    of the statements alone tell events apart.
    """
    best: dict[tuple[str, int], Link] = {}
    for link in sorted(links, key=lambda link: -link.score):
        if counts(link):
            best.setdefault((link.target.version, link.target.n), link)
    ranked = list(best.values())
    keys = dict(zip(map(id, ranked), events([_telling(link, look_up) for link in ranked]), strict=True))
    chosen = _chosen(ranked, keys)
    return tuple(
        Evidence(
            link.target,
            link.relation,
            link.score,
            link.reasons,
            event=keys[id(link)],
            provenance=_provenance(link, look_up),
        )
        for link in ranked
        if id(link) in chosen
    )


def _chosen(ranked: Sequence[Link], keys: Mapping[int, str]) -> set[int]:
    """The links to name, by identity: those of the first few events, each told a few times."""
    documents: set[str] = set()
    deciding: list[Link] = []
    firsts: list[Link] = []
    others: list[Link] = []
    for link in ranked:
        first = link.target.version not in documents
        (deciding if link.relation in DECIDING else firsts if first else others).append(link)
        documents.add(link.target.version)
    chosen: set[int] = set()
    told: Counter[str] = Counter()
    for link in (*deciding, *firsts, *others):
        event = keys[id(link)] or f"statement {link.target.version} {link.target.n}"
        if told[event] < TELLINGS and (event in told or len(told) < MOST):
            told[event] += 1
            chosen.add(id(link))
    return chosen


def _telling(link: Link, look_up: LookUp | None) -> Telling:
    """What the later end reports; one that only promises again reports no event."""
    place = (link.target.version, link.target.n)
    if link.relation not in WORK_RELATIONS:
        return Telling(place, (), (), frozenset())
    source = look_up(link.target) if look_up is not None else None
    return telling_of(place, source.statement) if source is not None else told_in(place, link.target.text)


def _provenance(link: Link, look_up: LookUp | None) -> Provenance:
    if look_up is None:
        return "unknown"
    promise, later = look_up(link.source), look_up(link.target)
    if promise is None or later is None:
        return "unknown"
    parties = {party.id for party in promise.statement.parties} | set(link.reasons.parties)
    return provenance(
        promise.document.issuer,
        parties,
        later.document.issuer,
        later.document.genre,
        later_title=later.document.title,
    )


def counts(link: Link) -> bool:
    """Whether a link is evidence; one that a person accepted or relabelled is."""
    if link.state in {"accepted", "relabelled"}:
        return True
    if link.relation in DECIDING:
        return link.score >= DECIDING_PROOF
    if link.reasons.event:
        return True
    promised = promised_deeds(link.source.text)
    if link.score >= DECIDING_PROOF and met_deed(promised, deeds(link.target.text), done=False):
        return True
    mine = _matter(link.source.text)
    topics = len(mine & _matter(link.target.text))
    named = len(link.reasons.named)
    beside = link.source.version == link.target.version
    if not beside and named and topics and link.score >= NAMED_PROOF:
        return True
    of_relations = len(mine - kinds()) < A_MATTER
    if not beside and named and of_relations and not promised and _shows_relations(link):
        return link.score >= DECIDING_PROOF
    if link.score < PROOF or (named < ENOUGH_WORDS and not topics and not of_relations):
        # A promise that says what it is about is not met by what is said of its party only.
        return bool(concepts(link.source.text) & concepts(link.target.text)) and link.score >= PROOF
    if beside:
        return topics + named >= ENOUGH_WORDS
    if not promised or concepts(link.source.text) & concepts(link.target.text):
        return topics + named >= 1
    told = units(link.target.text)
    return topics + named >= ENOUGH_WORDS or any(deed.likeness(told) >= ABOUT_OBJECT for deed in promised)


def _shows_relations(link: Link) -> bool:
    """Whether the later end reports a meeting, a visit or an agreement, which shows that relations go on."""
    if link.relation not in WORK_RELATIONS:
        return False
    return any(
        deed.group in _OF_RELATIONS and deed.told in {"named", "past"} for deed in deeds(link.target.text)
    )


def _matter(text: str) -> frozenset[str]:
    return matter_of(own_words(terms_of(text)))


def is_background(link: Link) -> bool:
    """Whether a link only tells what a document reports beside its own promise, and not of the same deed."""
    if link.source.version != link.target.version:
        return False
    return met_deed(promised_deeds(link.source.text), deeds(link.target.text), done=False) is None
