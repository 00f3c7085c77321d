"""Which links a person should look at first, and why.

A link collects points, and those with most come first:

- 2 points if the verdict on the promise hangs on it: without it the status is another one;
- 1 point if it is evidence of a kind that decides (done, done in part, superseded, contradicted);
- 1 point if another link of the promise decides otherwise;
- up to 2 points for a score close above what a link needs to be proposed, or to be evidence: two at the
  limit itself, none from a tenth above it;
- up to 1 point for words that do not agree: the share of the promise's own words, names and parties that the
  later one lacks.

Equal ones come by the promise's document and number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from yaksok.fulfilment.evidence import DECIDING, DECIDING_PROOF, PROOF
from yaksok.links.proposing import DEFAULT
from yaksok.records.commitment import Status
from yaksok.records.link import Link, Relation
from yaksok.views.shared_words import shared_own_words

NEAR = 0.1
"""A score this far above a limit is near it no longer."""

_PROPOSED = (DEFAULT.lowest, "a link")
_DECIDES = (DECIDING_PROOF, "a link that decides")
_EVIDENCE = (PROOF, "evidence by its words alone")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A link with its points of doubt and the reasons for them in words, the weightiest first."""

    link: Link
    points: float
    reasons: tuple[str, ...]


Without = Callable[[Link], tuple[Status, Status] | None]
"""The status of a link's promise, and its status if the link is rejected; None where it has no verdict."""


def by_doubt(links: Iterable[Link], *, without: Without) -> list[Doubt]:
    """The links that nobody decided on yet, the most doubtful first.

    Pass all links of a promise, decided ones too, since they show what it is told otherwise.
    """
    of_promise: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        if link.state != "rejected":
            of_promise[link.source.version, link.source.n].append(link)
    found = [
        doubt_of(link, beside=beside, without=without(link) if link.relation in DECIDING else None)
        for beside in of_promise.values()
        for link in beside
        if link.state == "proposed"
    ]
    return sorted(found, key=_order)


def doubt_of(link: Link, *, beside: Iterable[Link], without: tuple[Status, Status] | None) -> Doubt:
    """How doubtful one link is. `beside` are all links of its promise."""
    weighed = [*_of_verdict(link, beside, without), *_of_score(link), *_of_words(link)]
    weighed.sort(key=lambda reason: -reason[0])
    points = sum(weight for weight, _ in weighed)
    return Doubt(link, round(points, 4), tuple(words for _, words in weighed if words))


def _of_verdict(
    link: Link, beside: Iterable[Link], without: tuple[Status, Status] | None
) -> list[tuple[float, str]]:
    if link.relation not in DECIDING:
        return []
    weighed = []
    if without is not None and without[0] != without[1]:
        weighed.append((2.0, f"the verdict {without[0]} hangs on it"))
    weighed.append((1.0, f"{link.relation} decides a verdict"))
    others: set[Relation] = {other.relation for other in beside if other.relation in DECIDING}
    if others - {link.relation}:
        told = ", ".join(sorted(others - {link.relation}))
        weighed.append((1.0, f"another link of the promise says {told}"))
    return weighed


def _of_score(link: Link) -> list[tuple[float, str]]:
    limits = (_PROPOSED, _DECIDES if link.relation in DECIDING else _EVIDENCE)
    above = [(link.score - limit, limit, what) for limit, what in limits if link.score >= limit]
    if not above:
        return [(2.0, f"score {link.score:.2f} is below what links usually need ({DEFAULT.lowest})")]
    margin, limit, what = min(above)
    if margin >= NEAR:
        return []
    return [(2.0 * (1 - margin / NEAR), f"score {link.score:.2f} is close to the least for {what} ({limit})")]


def _of_words(link: Link) -> list[tuple[float, str]]:
    shared, own = shared_own_words(link.source.text, link.target.text)
    # A programme, a name or a party agrees even where the two write it otherwise.
    same = len(link.reasons.programmes) + len(link.reasons.names) + len(link.reasons.named)
    shared, own = shared + same, own + same
    if not own:
        return [(1.0, "the promise is made of stock words")]
    noun = "word" if own == 1 else "words"
    told = f"{shared} of {own} {noun}, names and parties of its own found again" if shared < own else ""
    return [(1 - shared / own, told)]


def _order(doubt: Doubt) -> tuple[float, str, int, str, int]:
    link = doubt.link
    return (-doubt.points, link.source.doc, link.source.n, link.target.doc, link.target.n)
