"""All chains of documents in memory, each found from every one of its promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from yaksok.ledger.reader import StoredDocument
from yaksok.links.chains import chain_of
from yaksok.links.lineage import Lineage, Place, source_of, target_of
from yaksok.records.chain import Chain
from yaksok.records.link import Link


def chains(
    documents: Iterable[StoredDocument], links: Iterable[Link], *, from_each: bool = True
) -> tuple[Chain, ...]:
    """Every promise of the documents in its chain, the chains in the order of their first statements.

    Links to documents that are not among these count for nothing. Fails if a promise is not in the chain that
    it finds, and with `from_each` if two promises of one chain find different ones.
    """
    known = {stored.version: stored for stored in documents}
    touching: defaultdict[Place, list[Link]] = defaultdict(list)
    for link in links:
        if link.source.version in known and link.target.version in known:
            touching[source_of(link)].append(link)
            touching[target_of(link)].append(link)
    found: dict[Place, Chain] = {}
    for stored in known.values():
        for statement in stored.document.statements:
            ref = stored.ref(statement)
            if not from_each and (ref.version, ref.n) in found:
                continue
            chain = chain_of(ref, lambda place: touching.get(place, ()), known.__getitem__)
            if chain is not None:
                assert ref in chain.promises
                for each in chain.promises:
                    assert found.setdefault((each.version, each.n), chain) == chain
    lineage = Lineage(known.__getitem__, lambda place: touching.get(place, ()))
    whole = {_first(chain): chain for chain in found.values()}
    return tuple(whole[first] for first in sorted(whole, key=lineage.moment))


def _first(chain: Chain) -> Place:
    first = chain.promises[0]
    return first.version, first.n
