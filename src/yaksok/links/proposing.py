"""Proposing links: for each promise the most similar later statements, with their relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yaksok.ledger.reader import StoredDocument
from yaksok.links.deeds import deeds
from yaksok.links.index import Index
from yaksok.links.profile import Profile, profiles
from yaksok.links.reasons import reasons
from yaksok.links.relations import same_deed, tell
from yaksok.links.words import is_stock
from yaksok.records.link import WORK_RELATIONS, Link
from yaksok.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a pair must reach to be proposed.

    `lowest` is the least score; `lowest_best` is the least where the promise is made of stock words
    alone, both are about the same party, and no other statement of the later document is nearer;
    `lowest_one_word` is the least where one word is all that the two share;
    `share_of_best` the least part of the best score that the promise
    reaches in the same later document; `per_document` the most links of one promise into one
    document (`per_same_document` into its own), `per_promise` the most in all. `other_parties` is what a score keeps where the two name different parties.
    """

    lowest: float = 0.165
    lowest_best: float = 0.1
    share_of_best: float = 0.5
    lowest_one_word: float = 0.3
    per_document: int = 4
    per_same_document: int = 2
    per_promise: int = 24
    other_parties: float = 0.3
    same_document: float = 0.9


DEFAULT = Thresholds()

_PROMISING = ("나가겠다", "나갈 것", "하겠다고", "하기로", "할 것이라", "would continue", "will continue")
"""Clauses by which a reported view promises something as well."""


def propose_links(documents: Iterable[StoredDocument], *, thresholds: Thresholds = DEFAULT) -> list[Link]:
    """The links between the statements of documents, best score first.

    A link leads from a promise to a statement of a later document, or to a result that the same
    document reports on it.
    """
    found = list(profiles(documents))
    index = Index(found)
    links = [
        link
        for place, profile in enumerate(found)
        if _may_promise(profile)
        for link in _links_of(index, place, thresholds)
    ]
    return sorted(
        links, key=lambda link: (-link.score, link.source.doc, link.source.n, link.target.doc, link.target.n)
    )


def _links_of(index: Index, place: int, thresholds: Thresholds) -> Iterator[Link]:
    pairs = sorted(_pairs(index, place, thresholds), reverse=True)
    for score, other in pairs[: thresholds.per_promise]:
        link = _link(index, place, other, score)
        if link is not None:
            yield link


def _pairs(index: Index, place: int, thresholds: Thresholds) -> Iterator[tuple[float, int]]:
    """The statements near enough to a promise, each with its score."""
    earlier = index.profiles[place]
    by_document: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for other, score in index.similar(place).items():
        later = index.profiles[other]
        if score >= thresholds.lowest_best and _may_follow(earlier, later):
            by_document[later.position].append((score * _weight(earlier, later, thresholds), other))
    for position, candidates in by_document.items():
        most = thresholds.per_same_document if position == earlier.position else thresholds.per_document
        candidates.sort(key=lambda candidate: (-candidate[0], candidate[1]))
        best = candidates[0][0]
        for rank, (score, other) in enumerate(candidates[:most]):
            lowest = _lowest(earlier, index.profiles[other], thresholds, nearest=rank == 0)
            if score >= max(lowest, best * thresholds.share_of_best):
                yield score, other


def _lowest(earlier: Profile, later: Profile, thresholds: Thresholds, *, nearest: bool) -> float:
    if _rests_on_one_word(earlier, later):
        return thresholds.lowest_one_word
    if nearest and earlier.stock_only and earlier.about & later.about:
        return thresholds.lowest_best
    return thresholds.lowest


def _link(index: Index, place: int, other: int, score: float) -> Link | None:
    earlier, later = index.profiles[place], index.profiles[other]
    told = tell(earlier, later)
    if not is_promise(earlier.statement) and told.relation != "fulfilled_by":
        # A view or a bare topic is followed up only where the very thing it names is done.
        return None
    if earlier.position == later.position and told.relation not in WORK_RELATIONS:
        return None
    why = reasons(earlier, later, index.shared(place, other), told.rule)
    return Link(earlier.ref, later.ref, told.relation, round(min(score, 1.0), 4), why)


def _may_promise(profile: Profile) -> bool:
    return profile.statement.act in {"commitment", "position"}


def is_promise(statement: Statement) -> bool:
    """A commitment, or a view whose sentence holds a promise in an earlier clause."""
    if statement.act == "commitment":
        return True
    return statement.act == "position" and any(words in statement.text for words in _PROMISING)


def _may_follow(earlier: Profile, later: Profile) -> bool:
    act = later.statement.act
    if earlier.position == later.position:
        return act == "result"
    if not earlier.published.before(later.published):
        return False
    return act in {"commitment", "result", "position"}


def _weight(earlier: Profile, later: Profile, thresholds: Thresholds) -> float:
    weight = thresholds.same_document if earlier.position == later.position else 1.0
    if earlier.all_parties and later.all_parties and not earlier.all_parties & later.all_parties:
        weight *= thresholds.other_parties
    return weight


def _rests_on_one_word(earlier: Profile, later: Profile) -> bool:
    """Whether two statements share one word of their own, and no party, programme, name or deed."""
    if earlier.all_parties & later.all_parties:
        return False
    if earlier.concepts & later.concepts or earlier.names & later.names:
        return False
    if same_deed(deeds(earlier.statement.text), deeds(later.statement.text), done=False):
        return False
    words = [term for term in earlier.terms if term in later.terms and term[0] not in "~#"]
    return sum(not is_stock(word) for word in words) == 1


def by_source(links: Sequence[Link]) -> dict[tuple[str, int], list[Link]]:
    """Links by the version and number of the promise they start from, in their order."""
    found: defaultdict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        found[link.source.version, link.source.n].append(link)
    return dict(found)
