"""How a later statement relates to an earlier promise, told by rules that can be read.

A later result, or a partner's support, is work on the promise: it fulfils it where the same deed is
done to the same object, contradicts it where that is told as failed. A later promise restates the
earlier one, continues it under another name or at a further step, supersedes it where it aims lower
or takes its place, or contradicts it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from yaksok.links.aliases import concepts, successors
from yaksok.links.announcing import announced_start
from yaksok.links.cues import ACHIEVING, ends_with, levels, says, words_of
from yaksok.links.deed import Deed, met_deed, units
from yaksok.links.giving import falls_short, told_figures, told_gift
from yaksok.links.numbering import Order
from yaksok.links.profile import Profile
from yaksok.links.words import is_stock, korean_stem
from yaksok.records.link import Relation


class Told(NamedTuple):
    """A relation and the rule that told it, in words."""

    relation: Relation
    rule: str


ABOUT_OBJECT = 0.5
"""The least likeness between a promised deed's object and a statement that it failed."""

SAID_AGAIN = 0.6
"""The part of a promise's own words that a later promise has in common where it only says it again."""

_FAILURES = {
    "end": "the later statement reports an end or a failure of it",
    "undone": "the later statement reports that it was not done",
}
_INSTEAD = re.compile(r"^(?:[가-힣]+[은는]\s)?(?:그\s)?대신(?:에)?[,\s]|^Instead[,\s]")
_LEVELLED = frozenset({"hold", "visit"})
_SEVERAL = 2  # words that name a matter together
_CORE = 4  # syllables of a word that names a matter by itself


def tell(earlier: Profile, later: Profile, *, by_number: Order = "same") -> Told | None:
    """The relation of a later statement to an earlier promise about the same matter, if there is one.

    `by_number` is how the two stand by the numbers of what they name: about another number nothing follows.
    """
    if by_number == "apart":
        instead = later.statement.act == "commitment" and _INSTEAD.search(later.statement.text)
        return Told("superseded_by", "the later promise names another one instead") if instead else None
    if later.statement.act == "commitment":
        return _promise(earlier, later, next_one=by_number == "next")
    return _work(earlier, later, next_one=by_number == "next")


def same_event(earlier: Profile, later: Profile) -> str | None:
    """By what a later statement is known to tell of the promised event in other words, if it does.

    What it reports happened in the month of the event with a party of it; or its heading says the very
    thing promised and it does a part of that: "장관회의 200회 개최" below "정상회의 개최".
    """
    if earlier.position == later.position:
        return None
    if later.statement.act == "result":
        months = earlier.months & later.months
        parties = earlier.parties & later.parties
        if months and parties:
            return f"in {min(months)} with {', '.join(sorted(parties))}"
    met = met_deed(earlier.deeds, later.heading_deeds, done=False)
    if met is not None and any(deed.group == met[1].group for deed in later.deeds):
        return f"a part of what its heading names ({met[1].word})"
    return None


def _work(earlier: Profile, later: Profile, *, next_one: bool) -> Told | None:
    act = later.statement.act
    figures = None if next_one or act != "result" else told_figures(earlier, later)
    if figures is not None:
        return Told(*figures)
    failure = None if next_one else _failure(earlier, later)
    if failure is not None:
        return failure
    met = None if next_one or act != "result" or _is_ahead(later) else _met(earlier, later)
    step = None if met or next_one or act != "result" else _met(earlier, later, partly=True)
    if act == "context":
        return None
    replaced = _replaced(earlier, later)
    if replaced:
        return Told("superseded_by", replaced)
    text = later.statement.text
    if later.reports_failure and met is None:
        return Told("progressed_by", "the later statement reports where it stands")
    if step is not None:
        return Told(
            "partly_fulfilled_by", f"the later result reports a formal step on the way ({step[1].word})"
        )
    if act == "position" or (met is None and ends_with(text, "halfway")):
        return Told("progressed_by", "the later statement reports a step on the way")
    if met is not None:
        return _done(earlier, later, met)
    if not next_one and _reached(earlier, later):
        return Told("fulfilled_by", "the later result reports that the amount was reached")
    given = None if next_one or act != "result" else told_gift(earlier, later)
    if given is not None:
        return Told(*given)
    carried = _carried(earlier, later)
    if carried and any(deed.group in {"relate", "draw", "announce", "found"} for deed in later.deeds):
        return Told("superseded_by", f"{carried[0]} gave way to {carried[1]}")
    if _part_of(earlier, later):
        return Told("partly_fulfilled_by", "the later result reports it for some of the parties")
    return Told("progressed_by", "the later result reports work on it")


def _is_ahead(later: Profile) -> bool:
    """Whether all that a document dates in a statement lies after its own day: it cannot be done yet."""
    last = later.published.last
    starts = [time.start for time in later.statement.times if time.start and time.role != "reference"]
    return last is not None and bool(starts) and min(starts) > last.isoformat()


def _done(earlier: Profile, later: Profile, met: tuple[Deed, Deed]) -> Told:
    promised, done = met
    if falls_short(earlier, later):
        return Told("partly_fulfilled_by", f"the later result reports a smaller amount ({done.word})")
    if promised.group in _LEVELLED and _are_other_levels(earlier, later):
        return Told("partly_fulfilled_by", f"the later result reports it at another level ({done.word})")
    if earlier.position == later.position:
        # A plan that promises what it reports as done means what is still to come of it.
        return Told("progressed_by", f"the same document reports a step of it done ({promised.word})")
    stages = _stages(later)
    if stages and not stages <= _stages(earlier):
        return Told("progressed_by", f"the later result reports one stage of it done ({done.word})")
    if done.partly and not promised.partly:
        return Told("partly_fulfilled_by", f"the later result reports a part of it done ({done.word})")
    return Told("fulfilled_by", f"the later result reports the same deed done ({promised.word})")


def _are_other_levels(earlier: Profile, later: Profile) -> bool:
    """Whether each names a level of office and none is common to both: a minister came, no president."""
    mine, theirs = levels(earlier.statement.text), levels(later.statement.text)
    return bool(mine and theirs) and not mine & theirs


def _stages(profile: Profile) -> set[tuple[int, ...]]:
    return {number.number for number in profile.numbers if number.kind == "stage"}


def _met(earlier: Profile, later: Profile, *, partly: bool = False) -> tuple[Deed, Deed] | None:
    same_parties = bool(earlier.parties) and earlier.parties == later.parties
    return met_deed(earlier.deeds, later.deeds, same_parties=same_parties, partly=partly)


def _failure(earlier: Profile, later: Profile) -> Told | None:
    """The later statement's report that the promised thing failed, if it is about that."""
    if not later.reports_failure or _speaks_of_before(earlier, later):
        return None
    text = later.statement.text
    if _has_said_end(earlier, later):
        return None
    for failed in later.deeds:
        if failed.told == "failed" and any(
            failed.group in {promised.group, "lost"} and _concerns(promised, failed, text)
            for promised in earlier.deeds
        ):
            return Told("contradicted_by", _FAILURES["undone"])
    group = next((group for group in _FAILURES if ends_with(text, group)), None)
    if group is None:
        return None
    told = units(text)
    if any(
        deed.likeness(told) >= ABOUT_OBJECT for deed in earlier.deeds if deed.told in {"named", "to_come"}
    ):
        return Told("contradicted_by", _FAILURES[group])
    if earlier.amounts & later.amounts or _same_matter(earlier, later):
        return Told("contradicted_by", _FAILURES[group])
    return None


def _concerns(promised: Deed, failed: Deed, text: str) -> bool:
    return promised.same_object(failed) or promised.likeness(units(text)) >= ABOUT_OBJECT


def _has_said_end(earlier: Profile, later: Profile) -> bool:
    """Whether the promise itself was to end something, so that its end is no failure."""
    return any(deed.group == "halt" for deed in earlier.deeds) and any(
        deed.group == "halt" for deed in later.deeds
    )


def _speaks_of_before(earlier: Profile, later: Profile) -> bool:
    """Whether all times of the later statement were over when the promise was made."""
    first = earlier.published.first
    ends = [time.end for time in later.statement.times if time.end and time.role != "reference"]
    return first is not None and bool(ends) and max(ends) < first.isoformat()


def _same_matter(earlier: Profile, later: Profile) -> bool:
    """Whether a name, a programme or one long word of its own is common to both."""
    if earlier.deeds and any(deed.told in {"named", "to_come"} for deed in earlier.deeds):
        return False
    if earlier.names & later.names or earlier.concepts & later.concepts:
        return True
    # A region may be common to many matters.
    named = tuple(party.text[:2] for party in earlier.statement.parties)
    return any(
        len(word) >= _CORE and "가" <= word[0] <= "힣" and not word.startswith(named)
        for word in earlier.own_words & later.own_words
    )


def _reached(earlier: Profile, later: Profile) -> bool:
    if not says(later.statement.text, "reach") or later.reports_failure:
        return False
    about = earlier.all_parties & later.all_parties or not (earlier.all_parties or later.all_parties)
    return bool(about and earlier.amounts & later.amounts and earlier.own_words & later.own_words)


def _replaced(earlier: Profile, later: Profile) -> str | None:
    """The rule, where a statement names something that takes the place of what was promised."""
    text = later.statement.text
    if not says(text, "replace"):
        return None
    for word in words_of("replace"):
        before, found, _ = text.partition(word)
        if not found:
            continue
        gone = before if not word.isascii() else text.partition(word)[2]
        gone_concepts = concepts(gone)
        if gone_concepts & earlier.concepts and not gone_concepts & concepts(text.replace(gone, "")):
            return f"the later statement puts another in place of {min(gone_concepts & earlier.concepts)}"
        words = {stem for part in gone.split()[-_CORE:] if not is_stock(stem := korean_stem(part))}
        shared = words & earlier.own_words
        if len(shared) >= _SEVERAL or any(len(each) >= _CORE for each in shared):
            return "the later statement puts another in its place"
    return None


def _part_of(earlier: Profile, later: Profile) -> bool:
    if not (later.parties and later.parties < earlier.parties):
        return False
    return any(
        mine.same_kind_of_object(theirs)
        for mine in earlier.deeds
        for theirs in later.deeds
        if theirs.group in ACHIEVING
    )


def _promise(earlier: Profile, later: Profile, *, next_one: bool) -> Told | None:
    before, after = earlier.statement.text, later.statement.text
    parties = earlier.about & later.about
    start = announced_start(later)
    if start and met_deed(earlier.deeds, later.deeds, done=False):
        # Who announces what will happen has not done it yet.
        return Told("progressed_by", f"the release announces it for {start}, and does not report it done")
    if parties and says(before, "strengthen") and not says(before, "counter"):
        if says(after, "counter") and later.parties & earlier.about:
            return Told("contradicted_by", "what was to be strengthened is now to be countered")
        if "관계" in after and says(after, "hold_steady") and not says(after, "strengthen"):
            return Told("superseded_by", "the later promise aims lower: to manage, not to strengthen")
    replaced = _replaced(earlier, later)
    if replaced:
        return Told("superseded_by", replaced)
    carried = _carried(earlier, later)
    if carried:
        return Told("continued_as", f"{carried[0]} was carried on as {carried[1]}")
    if next_one:
        return Told("continued_as", "the later promise is about the next one of the series")
    if _new_names(earlier, later) and _coverage(earlier, later) < SAID_AGAIN:
        return Told("continued_as", "the later promise carries it on under a further name")
    if says(after, "further") and not says(before, "further"):
        return Told("continued_as", "the later promise takes it a step further")
    return Told("restated_as", "the later promise says it again")


def _coverage(earlier: Profile, later: Profile) -> float:
    return len(earlier.own_words & later.own_words) / len(earlier.own_words) if earlier.own_words else 0.0


def _carried(earlier: Profile, later: Profile) -> tuple[str, str] | None:
    """A programme of the earlier statement and its successor in the later one, which no longer names it."""
    if earlier.concepts & later.concepts:
        return None
    found = [
        (concept, after) for concept in earlier.concepts for after in successors(concept) & later.concepts
    ]
    return min(found, default=None)


def _new_names(earlier: Profile, later: Profile) -> bool:
    """Whether the later promise names a programme and the earlier one another or none of its own."""
    mine = earlier.names | earlier.concepts
    theirs = later.names | later.concepts
    return bool(theirs - mine) and not theirs & mine and bool(mine or later.names)
