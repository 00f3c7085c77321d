"""Which links count as evidence of what became of a promise.

A link says that two statements are about the same matter; evidence must be about the very thing
promised. Where a relation decides the verdict its own rule has already compared the deeds.
"""

from __future__ import annotations

from collections.abc import Iterable

from yaksok.links.aliases import concepts
from yaksok.links.deed import met_deed, units
from yaksok.links.deeds import deeds, promised_deeds
from yaksok.links.words import own_words, terms_of
from yaksok.records.commitment import Evidence
from yaksok.records.link import Link, Relation

DECIDING: frozenset[Relation] = frozenset(
    {"fulfilled_by", "partly_fulfilled_by", "superseded_by", "contradicted_by"}
)

PROOF = 0.28
"""The least score of a link that only shows that a matter goes on."""

DECIDING_PROOF = 0.18
"""The least score of a link whose two ends do the same to the same object, or whose relation decides."""

ABOUT_OBJECT = 0.34
"""The least likeness between the object of a promised deed and the later statement."""

ENOUGH_WORDS = 2
"""So many words of its own that a later statement shares show it to be about the same thing."""

MOST = 5


def evidence_among(links: Iterable[Link]) -> tuple[Evidence, ...]:
    """The links of one promise that count, best first, a few at most; one statement counts once.

    What decides the verdict comes before the rest, and the best of each document before its others.
    """
    deciding: list[Link] = []
    firsts: list[Link] = []
    others: list[Link] = []
    seen: set[tuple[str, int]] = set()
    documents: set[str] = set()
    for link in sorted(links, key=lambda link: -link.score):
        decides = link.relation in DECIDING
        first = link.target.version not in documents
        chosen = deciding if decides else firsts if first else others
        place = (link.target.version, link.target.n)
        if len(chosen) < MOST and place not in seen and counts(link):
            chosen.append(link)
            seen.add(place)
            documents.add(link.target.version)
    kept = sorted([*deciding, *firsts, *others][:MOST], key=lambda link: -link.score)
    return tuple(Evidence(link.target, link.relation, link.score, link.reasons) for link in kept)


def counts(link: Link) -> bool:
    """Whether a link is evidence."""
    if link.relation in DECIDING:
        return link.score >= DECIDING_PROOF
    if link.score < DECIDING_PROOF:
        return False
    promised = promised_deeds(link.source.text)
    if met_deed(promised, deeds(link.target.text), done=False):
        return True
    if link.score < PROOF:
        return False
    shared = len(own_words(terms_of(link.source.text)) & own_words(terms_of(link.target.text)))
    if link.source.version == link.target.version:
        return shared >= ENOUGH_WORDS
    if concepts(link.source.text) & concepts(link.target.text):
        return True
    if not promised:
        return shared >= 1
    told = units(link.target.text)
    return shared >= ENOUGH_WORDS or any(deed.likeness(told) >= ABOUT_OBJECT for deed in promised)


def is_background(link: Link) -> bool:
    """Whether a link only tells what a document reports beside its own promise, and not of the same deed."""
    if link.source.version != link.target.version:
        return False
    return met_deed(promised_deeds(link.source.text), deeds(link.target.text), done=False) is None
