"""Proposing links: for each promise the most similar later statements, with their relation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from yaksok.ledger.reader import StoredDocument
from yaksok.links.cues import words_of
from yaksok.links.deed import kinds, met_deed
from yaksok.links.index import Index
from yaksok.links.numbering import order
from yaksok.links.profile import Profile, profiles
from yaksok.links.reasons import reasons
from yaksok.links.relations import same_event, tell
from yaksok.links.timeline import published
from yaksok.links.words import pairs_of
from yaksok.records.link import WORK_RELATIONS, Link
from yaksok.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a pair must reach to be proposed.

    `lowest` is the least score; `lowest_best` is the least where the promise is made of stock words
    alone, both are about the same party, and no other statement of the later document is nearer;
    `lowest_other_matter` is the least where they share a kind of thing and no more of what they are about;
    `lowest_one_word` is the least where one word is all that the two share;
    `share_of_best` the least part of the best score that the promise
    reaches in the same later document; `per_document` the most links of one promise into one
    document (`per_same_document` into its own), `per_promise` the most in all. `other_parties` is what a score keeps where the two name different parties.
    """

    lowest: float = 0.175
    lowest_best: float = 0.1
    share_of_best: float = 0.5
    lowest_one_word: float = 0.3
    per_document: int = 4
    per_same_document: int = 2
    per_promise: int = 24
    other_parties: float = 0.3
    same_document: float = 0.9
    lowest_same_event: float = 0.05
    lowest_other_matter: float = 0.4
    lowest_named: float = 0.14

    @property
    def least(self) -> float:
        """The least score at which any pair is looked at."""
        return min(self.lowest, self.lowest_best, self.lowest_same_event, self.lowest_named)


DEFAULT = Thresholds()

_LONG_WORD = 4
_SEVERAL = 2
_ACRONYM = re.compile(r"[a-z][a-z0-9]+")


def propose_links(documents: Iterable[StoredDocument], *, thresholds: Thresholds = DEFAULT) -> list[Link]:
    """The links between the statements of documents, best score first.

    A link leads from a promise to a statement of a later document, or to a result that the same
    document reports on it.
    """
    found = list(profiles(_in_time_order(documents)))
    index = Index(found, may_follow=is_followed)
    begins: dict[int, int] = {}
    for place, profile in enumerate(found):
        begins.setdefault(profile.position, place)
    links = [
        link
        for place, profile in enumerate(found)
        if may_promise(profile)
        for link, _ in links_of(index, place, thresholds, since=begins[profile.position])
    ]
    return sorted(
        links, key=lambda link: (-link.score, link.source.doc, link.source.n, link.target.doc, link.target.n)
    )


def _in_time_order(documents: Iterable[StoredDocument]) -> list[StoredDocument]:
    """The documents as they follow each other; what has no date at all comes last."""

    def moment(stored: StoredDocument) -> tuple[bool, date, str, str]:
        day = published(stored.document).reckoned()
        return day is None, day or date.max, stored.doc, stored.version

    return sorted(documents, key=moment)


def may_be_linked(
    one: Profile, *, promises: bool, score: float, meets: bool, knows_other: bool, thresholds: Thresholds
) -> bool:
    """Whether a score can come to a link with a statement of another document that is known by its parties alone.

    `promises`: `one` would be the promise, else the later statement. `meets`: a party of one, or of its headings, is
    one of the other; `knows_other`: the other has parties at all. Said with care: where it is False,
    `links_of` proposes the same without the other statement.
    """
    if one.all_parties and knows_other and not meets:
        score *= thresholds.other_parties
    if score >= min(thresholds.lowest, thresholds.lowest_best, thresholds.lowest_named):
        return True
    # What is left is linked only as the same event, see `same_event`.
    by_month = meets and bool(one.months) and bool(one.parties)
    by_heading = bool(one.deeds if promises else one.heading_deeds)
    return (by_month or by_heading) and score >= thresholds.lowest_same_event


class Neighbours(Protocol):
    """Statements by their places, with what is near to each of them: an index, or a part of one."""

    @property
    def profiles(self) -> Sequence[Profile] | Mapping[int, Profile]:
        """The statements by their places."""

    def similar(self, place: int, *, since: int = 0, least: float = 0.0) -> Mapping[int, float]:
        """The statements near to one, from the place `since` on, with their scores."""

    def shared(self, one: int, other: int) -> Sequence[tuple[str, float]]:
        """The features that two statements share, with what each adds to the score."""


def links_of(
    index: Neighbours, place: int, thresholds: Thresholds, *, since: int = 0
) -> Iterator[tuple[Link, int]]:
    """The links of one promise, each with the place of its later end; nearest first."""
    made = 0
    for score, other in _pairs(index, place, since, thresholds):
        link = _link(index, place, other, score)
        if link is not None:
            yield link, other
            made += 1
            if made == thresholds.per_promise:
                return


def _pairs(index: Neighbours, place: int, since: int, thresholds: Thresholds) -> Iterator[tuple[float, int]]:
    """The statements near enough to a promise, the nearest first, each with its score."""
    earlier = index.profiles[place]
    least = thresholds.lowest_best if earlier.stock_only else thresholds.lowest
    reach = min(least, _reach(earlier, thresholds))
    found = []
    for other, score in index.similar(place, since=since, least=reach).items():
        later = index.profiles[other]
        if _may_follow(earlier, later):
            found.append((score * _weight(earlier, later, thresholds), other))
    taken: dict[int, _Taken] = {}
    for score, other in sorted(found, key=lambda pair: (-pair[0], pair[1])):
        if score < reach:
            return
        later = index.profiles[other]
        before = taken.get(later.position)
        same = later.position == earlier.position
        most = thresholds.per_same_document if same else thresholds.per_document
        if before and before.links >= most:
            continue
        event = same_event(earlier, later) is not None
        if before and score < before.best * thresholds.share_of_best and not event:
            continue
        if _are_other_events(earlier, later):
            continue
        if event or score >= _lowest(earlier, later, thresholds, nearest=before is None):
            yield score, other
        elif score < least:
            continue
        taken[later.position] = _Taken(before.best, before.links + 1) if before else _Taken(score, 1)


class _Taken(NamedTuple):
    """What a document has had for one promise: the best score, and how many statements."""

    best: float
    links: int


def _lowest(earlier: Profile, later: Profile, thresholds: Thresholds, *, nearest: bool) -> float:
    if _rests_on_one_word(earlier, later):
        return thresholds.lowest_one_word
    if are_other_matters(earlier, later):
        return thresholds.lowest_other_matter
    if earlier.parties & later.parties and earlier.matter & later.matter:
        return thresholds.lowest_named
    if nearest and earlier.stock_only and earlier.about & later.about:
        return thresholds.lowest_best
    return thresholds.lowest


def _link(index: Neighbours, place: int, other: int, score: float) -> Link | None:
    earlier, later = index.profiles[place], index.profiles[other]
    told = tell(earlier, later, by_number=order(earlier.numbers, later.numbers))
    if told is None:
        return None
    if not is_promise(earlier.statement) and told.relation != "fulfilled_by":
        # A view or a bare topic is followed up only where the very thing it names is done.
        return None
    if earlier.position == later.position and told.relation not in WORK_RELATIONS:
        return None
    found = reasons(earlier, later, index.shared(place, other), told.rule)
    return Link(earlier.ref, later.ref, told.relation, round(min(score, 1.0), 4), found)


def may_promise(profile: Profile) -> bool:
    """Whether a statement can be the earlier end of a link."""
    return profile.statement.act in {"commitment", "position"}


def is_promise(statement: Statement) -> bool:
    """A commitment, or a view whose sentence holds a promise in an earlier clause."""
    if statement.act == "commitment":
        return True
    return statement.act == "position" and any(words in statement.text for words in words_of("promising"))


def is_followed(profile: Profile) -> bool:
    """Whether a statement can be the later end of a link: of context only what reports a failure."""
    act = profile.statement.act
    return act in {"commitment", "result", "position"} or (act == "context" and profile.reports_failure)


def _may_follow(earlier: Profile, later: Profile) -> bool:
    if earlier.position == later.position:
        return later.statement.act == "result"
    if not earlier.published.before(later.published):
        return False
    return later.statement.act != "result" or not _was_over(earlier, later)


def _was_over(earlier: Profile, later: Profile) -> bool:
    """Whether a later document reports what was over before the promise was made."""
    first = earlier.published.first
    if first is None or earlier.published.estimated:
        return False
    ends = [time.end for time in later.statement.times if time.role == "occurred" and time.end]
    return bool(ends) and max(ends) < first.isoformat()


def _are_other_events(earlier: Profile, later: Profile) -> bool:
    """Whether both are to be held, and each carries an acronym that the other lacks."""
    # An English object is all Latin letters, so that an acronym does not stand out in it.
    mine = [deed for deed in earlier.deeds if deed.group == "hold" and deed.head]
    theirs = [deed for deed in later.deeds if deed.group == "hold" and deed.head]
    if not mine or not theirs:
        return False
    return all(
        (own := _ACRONYM.findall(one.object))
        and (other := _ACRONYM.findall(two.object))
        and not set(own) & set(other)
        for one in mine
        for two in theirs
    )


def _weight(earlier: Profile, later: Profile, thresholds: Thresholds) -> float:
    weight = thresholds.same_document if earlier.position == later.position else 1.0
    if earlier.all_parties and later.all_parties and not earlier.all_parties & later.all_parties:
        weight *= thresholds.other_parties
    return weight


def _reach(profile: Profile, thresholds: Thresholds) -> float:
    """The least score by words at which a statement can still be linked to a promise by what else it shares."""
    if profile.deeds or (profile.months and profile.parties):
        return thresholds.lowest_same_event
    return thresholds.lowest_named if profile.parties else thresholds.lowest


def are_other_matters(earlier: Profile, later: Profile) -> bool:
    """Whether all that two statements share is a kind of thing: another treaty, with the same country perhaps."""
    shared = earlier.matter & later.matter
    if not shared or not shared <= kinds():
        return False
    if earlier.concepts & later.concepts or earlier.names & later.names:
        return False
    mine, theirs = earlier.matter - kinds(), later.matter - kinds()
    several = len(mine) >= _SEVERAL and len(theirs) >= _SEVERAL
    return several and not pairs_of(mine) & pairs_of(theirs)


def _rests_on_one_word(earlier: Profile, later: Profile) -> bool:
    """Whether two statements share one word of their own, and no party, programme, name or deed."""
    if earlier.all_parties & later.all_parties:
        return False
    if earlier.concepts & later.concepts or earlier.names & later.names:
        return False
    if met_deed(earlier.deeds, later.deeds, done=False):
        return False
    shared = earlier.own_words & later.own_words
    if later.reports_failure and any(len(word) >= _LONG_WORD for word in shared):
        return False
    return len(shared) == 1
