"""How a later statement relates to an earlier promise, told by rules that can be read.

A later result, or a partner's support, is work on the promise: it fulfils it where the same deed is
done to the same object. A later promise restates the earlier one, continues it under another name or
at a further step, supersedes it where it aims lower, or contradicts it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yaksok.links.aliases import successors
from yaksok.links.cues import ACHIEVING, ends_with, says
from yaksok.links.deeds import Deed, deeds, units
from yaksok.links.profile import Profile
from yaksok.records.link import Relation


class Told(NamedTuple):
    """A relation and the rule that told it, in words."""

    relation: Relation
    rule: str


ABOUT_OBJECT = 0.5
"""The least likeness between a promised deed's object and a statement that it failed."""

_FAILURES = {
    "end": "the later statement reports an end or a failure of it",
    "undone": "the later statement reports that it was not done",
}


def tell(earlier: Profile, later: Profile) -> Told:
    """The relation of a later statement to an earlier promise about the same matter."""
    if later.statement.act in {"result", "position"}:
        return _work(earlier, later)
    return _promise(earlier, later)


def _work(earlier: Profile, later: Profile) -> Told:
    text = later.statement.text
    promised = deeds(earlier.statement.text)
    failure = next((group for group in ("end", "undone") if ends_with(text, group)), None)
    if failure is not None and any(deed.likeness(units(text)) >= ABOUT_OBJECT for deed in promised):
        return Told("contradicted_by", _FAILURES[failure])
    if failure is not None or later.statement.act == "position" or ends_with(text, "halfway"):
        return Told("progressed_by", "the later statement reports a step on the way")
    done = deeds(text)
    met = same_deed(promised, done)
    if met and earlier.position == later.position:
        # A plan that promises what it reports as done means what is still to come of it.
        return Told("progressed_by", f"the same document reports a step of it done ({met.word})")
    if met:
        return Told("fulfilled_by", f"the later result reports the same deed done ({met.word})")
    carried = _carried(earlier, later)
    if carried and any(deed.group in {"relate", "announce", "found"} for deed in done):
        return Told("superseded_by", f"{carried[0]} gave way to {carried[1]}")
    if _part_of(earlier, later, promised, done):
        return Told("partly_fulfilled_by", "the later result reports it for some of the parties")
    return Told("progressed_by", "the later result reports work on it")


def same_deed(promised: Sequence[Deed], told: Sequence[Deed], *, done: bool = True) -> Deed | None:
    """The first promised deed that is among those told, to the same object; None if there is none.

    `done` leaves out what is told as still to come.
    """
    there = [theirs for theirs in told if not (done and theirs.to_come)]
    return next((mine for mine in promised if any(_is_same(mine, theirs) for theirs in there)), None)


def _is_same(promised: Deed, done: Deed) -> bool:
    if promised.group != done.group and {promised.group, done.group} != {"relate", "conclude"}:
        return False
    return promised.same_object(done)


def _part_of(earlier: Profile, later: Profile, promised: Sequence[Deed], done: Sequence[Deed]) -> bool:
    if not (later.parties and later.parties < earlier.parties):
        return False
    return any(
        mine.same_kind_of_object(theirs) for mine in promised for theirs in done if theirs.group in ACHIEVING
    )


def _promise(earlier: Profile, later: Profile) -> Told:
    before, after = earlier.statement.text, later.statement.text
    parties = earlier.about & later.about
    if parties and says(before, "strengthen") and not says(before, "counter"):
        if says(after, "counter") and later.parties & earlier.about:
            return Told("contradicted_by", "what was to be strengthened is now to be countered")
        if "관계" in after and says(after, "hold_steady") and not says(after, "strengthen"):
            return Told("superseded_by", "the later promise aims lower: to manage, not to strengthen")
    carried = _carried(earlier, later)
    if carried:
        return Told("continued_as", f"{carried[0]} was carried on as {carried[1]}")
    if _new_names(earlier, later):
        return Told("continued_as", "the later promise carries it on under a further name")
    if says(after, "further") and not says(before, "further"):
        return Told("continued_as", "the later promise takes it a step further")
    return Told("restated_as", "the later promise says it again")


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
