"""Which links count as evidence of what became of a promise.

A link says that two statements are about the same matter; evidence must be about the very thing
promised. Where a relation decides the verdict its own rule has already compared the deeds.
"""

from __future__ import annotations

from collections.abc import Iterable

from yaksok.links.aliases import concepts
from yaksok.links.deeds import deeds, units
from yaksok.links.relations import same_deed
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

MOST = 5


def evidence_among(links: Iterable[Link]) -> tuple[Evidence, ...]:
    """The links of one promise that count, best first, a few at most; one statement counts once."""
    found: dict[tuple[str, int], Evidence] = {}
    for link in sorted(links, key=lambda link: -link.score):
        if counts(link):
            place = (link.target.version, link.target.n)
            found.setdefault(place, Evidence(link.target, link.relation, link.score, link.why))
    return tuple(found.values())[:MOST]


def counts(link: Link) -> bool:
    """Whether a link is evidence."""
    promised = deeds(link.source.text)
    same = same_deed(promised, deeds(link.target.text), done=False) is not None
    if link.source.version == link.target.version:
        return same
    if same or link.relation in DECIDING:
        return link.score >= DECIDING_PROOF
    if link.score < PROOF:
        return False
    if not promised or concepts(link.source.text) & concepts(link.target.text):
        return True
    told = units(link.target.text)
    return any(deed.likeness(told) >= ABOUT_OBJECT for deed in promised)
