"""Amounts that were promised: given, set aside only, given in part, or reached by their own figures.

Only what was handed over counts as given. An allocation is a part, a sum up to now tells of no gift of
its own, and a pledge says the promise again (the life of money in OECD and IATI terms).
"""

from __future__ import annotations

from yaksok.links.cues import ends_with, says
from yaksok.links.figures import measured
from yaksok.links.profile import Profile
from yaksok.records.link import Relation

_SHARES = frozenset({"percent", "percentage_point"})
_SEVERAL = 2


def told_gift(earlier: Profile, later: Profile) -> tuple[Relation, str] | None:
    """The relation of a later result to a promise of an amount, with the rule; None if it is about none."""
    units = _units(earlier) & _units(later)
    if not units or not earlier.matter & later.matter:
        return None
    if earlier.all_parties and later.all_parties and not earlier.all_parties & later.all_parties:
        return None
    text = later.statement.text
    if ends_with(text, "halfway") or later.reports_failure:
        return None
    if says(text, "cumulative"):
        return "progressed_by", "the later result reports a sum up to now, not this amount"
    if says(text, "give"):
        if falls_short(earlier, later):
            return "partly_fulfilled_by", "the later result reports that a part of the amount was given"
        return "fulfilled_by", "the later result reports that the amount was given"
    if says(text, "allocate"):
        return "partly_fulfilled_by", "the later result reports that the amount was set aside"
    return None


def told_figures(earlier: Profile, later: Profile) -> tuple[Relation, str] | None:
    """The relation of a later result that sets the target and result of the promised indicator side by side.

    What is behind its target is a part only once that target was due, or where an evaluation closes the account.
    """
    if not _is_same_indicator(earlier, later):
        return None
    found = measured(later.statement)
    if found is None:
        return None
    promised = {value for value, unit in earlier.amounts if unit}
    if found.target is not None and promised and found.target not in promised:
        return "progressed_by", "the later result measures it against another target"
    if found.reached:
        return "fulfilled_by", "the later result gives figures that reach the target"
    if found.result == 0 or not _is_closed(earlier, later):
        return "progressed_by", "the later result gives figures that are behind the target"
    return "partly_fulfilled_by", "the later result gives figures that fell short of the target"


def _is_same_indicator(earlier: Profile, later: Profile) -> bool:
    if earlier.all_parties and later.all_parties and not earlier.all_parties & later.all_parties:
        return False
    shared = earlier.matter & later.matter
    return len(shared) >= _SEVERAL or (bool(shared) and 2 * len(shared) >= len(earlier.matter))


def _is_closed(earlier: Profile, later: Profile) -> bool:
    """Whether the target was due when the later document was written, or it is an evaluation."""
    ends = [time.end for time in earlier.statement.times if time.end and time.role in {"due", "planned"}]
    if not ends:
        return later.stored.document.genre == "evaluation"
    return later.published.first is not None and later.published.first.isoformat() > max(ends)


def falls_short(earlier: Profile, later: Profile) -> bool:
    """Whether both measure in the same unit and the later result names less than was promised."""
    return any(_most(later, unit) < _most(earlier, unit) for unit in _units(earlier) & _units(later))


def _units(profile: Profile) -> set[str]:
    """The units that a statement counts or pays in; shares only say how something grew."""
    return {unit for _, unit in profile.amounts if unit and unit not in _SHARES}


def _most(profile: Profile, unit: str) -> float:
    return max(value for value, theirs in profile.amounts if theirs == unit)
