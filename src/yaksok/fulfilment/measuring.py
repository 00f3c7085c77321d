"""A measured series beside a target: reached, short of it, or moved the wrong way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import isclose
from typing import NamedTuple

from yaksok.fulfilment.target_words import SHARES
from yaksok.records.promise import Measured, NumericTarget, Observation

_STALE = timedelta(days=366)
"""A value that holds for a time which ended more than a year before the due date says nothing of it."""


class _Goal(NamedTuple):
    """The level to reach and where the matter stood before: `up` if more is better, None if neither is."""

    level: float
    up: bool | None
    base: Observation | None


def measure(
    target: NumericTarget, observations: Iterable[Observation], as_of: date, *, published: str | None = None
) -> Measured:
    """What a series says of a target by the end of a day.

    Only values that hold for a time over by then count. Reached early is reached; else the value of the time
    that holds the due date decides, or the last one before it, if it is not a year older. `published` is the
    date of the promise: what was measured until then is no fulfilment, and the last of it is the base of a
    growth that names no year. Raises nothing; a series of another unit gives no_data.
    """
    known = sorted(
        (each for each in observations if each.date <= as_of.isoformat()),
        key=lambda each: (each.date, each.n),
    )
    if not known:
        return _no_data(target, f"The series has no value by {as_of}.")
    fitting = [each for each in known if _fits(target, each)]
    if not fitting:
        return _no_data(target, f"The series is in {known[0].unit}, the target in {target.unit}.")
    goal = _goal(target, fitting, published)
    if goal is None:
        base = f"of {target.base_year}" if target.base_year else "before the promise"
        return _no_data(target, f"The series has no value {base} to compare with.")
    later = [each for each in fitting if published is None or each.date > published]
    return _judged(target, goal, later, as_of)


def _judged(target: NumericTarget, goal: _Goal, later: Sequence[Observation], as_of: date) -> Measured:
    due = target.by
    in_time = [each for each in later if due is None or (each.start or each.date) <= due]
    first = next((each for each in in_time if _margin(goal, each) >= 0), None)
    if first is not None and goal.up is not None:
        return _measured("reached", target, goal, first)
    if due is None or due > as_of.isoformat():
        last = later[-1] if later else None
        if last is None:
            return _no_data(target, "The series has no value after the promise.")
        reached = goal.up is None and due is None and _margin(goal, last) >= 0
        return _measured("reached" if reached else "not_yet", target, goal, last)
    deciding = in_time[-1] if in_time else None
    if deciding is None or date.fromisoformat(due) - date.fromisoformat(deciding.date) > _STALE:
        return _no_data(target, f"The series has no value for the time up to {due}.")
    if _margin(goal, deciding) >= 0:
        return _measured("reached", target, goal, deciding)
    outcome = _measured(
        "wrong_direction" if _turned(goal, deciding, later) else "short", target, goal, deciding
    )
    after = next((each for each in later if each.date > deciding.date and _margin(goal, each) >= 0), None)
    if after is None:
        return outcome
    return Measured(
        outcome.outcome,
        deciding,
        outcome.margin,
        f"{outcome.sentence} Reached later: {_value(after)} for the time to {after.date}.",
    )


def _fits(target: NumericTarget, observation: Observation) -> bool:
    """Whether a value can be compared: growth by percent or times is of whatever unit the series has."""
    if target.comparison in {"growth", "reduction"} and target.unit in {"percent", "times"}:
        return True
    return observation.unit == target.unit or {observation.unit, target.unit} == SHARES


def _goal(target: NumericTarget, known: Sequence[Observation], published: str | None) -> _Goal | None:
    if target.comparison in {"at_least", "at_most", "exactly"}:
        up = {"at_least": True, "at_most": False, "exactly": None}[target.comparison]
        return _Goal(float(target.value), up, _base(target, known, published) or known[0])
    base = _base(target, known, published)
    if base is None:
        return None
    up = target.comparison == "growth"
    sign = 1 if up else -1
    if target.unit == "percent":
        level = base.value * (1 + sign * target.value / 100)
    elif target.unit == "times":
        level = base.value * target.value if up else base.value / target.value
    else:
        level = base.value + sign * target.value
    return _Goal(level, up, base)


def _base(target: NumericTarget, known: Sequence[Observation], published: str | None) -> Observation | None:
    """The value of the base year, else the last one by the day of the promise."""
    if target.base_year is not None:
        year = str(target.base_year)
        within = [each for each in known if each.date[:4] == year]
        return within[-1] if within else None
    if published is None:
        return None
    before = [each for each in known if each.date <= published]
    return before[-1] if before else None


def _margin(goal: _Goal, observation: Observation) -> float:
    """How far a value lies beyond the level; differences of rounding are none."""
    if isclose(observation.value, goal.level, rel_tol=1e-9, abs_tol=1e-12):
        return 0.0
    if goal.up is None:
        return -abs(observation.value - goal.level)
    beyond = observation.value - goal.level
    return beyond if goal.up else -beyond


def _turned(goal: _Goal, deciding: Observation, later: Sequence[Observation]) -> bool:
    """Whether the matter moved away from the level since the base, or since the first value after the promise."""
    base = goal.base
    if base is None or base.date >= deciding.date:
        base = next((each for each in later if each.date < deciding.date), None)
    if base is None or goal.up is None:
        return False
    return deciding.value < base.value if goal.up else deciding.value > base.value


def _measured(outcome: str, target: NumericTarget, goal: _Goal, observation: Observation) -> Measured:
    margin = _margin(goal, observation)
    name = target.indicator.words
    said = f"{name}: {_value(observation)} for the time to {observation.date}{_source(observation)}"
    level = f"{_number(goal.level)} {observation.unit}"
    by = f" by {target.by}" if target.by else ""
    if outcome == "reached":
        return Measured("reached", observation, margin, f"{said}; the target of {level}{by} is reached.")
    if outcome == "not_yet":
        return Measured(
            "not_yet", observation, margin, f"{said}; the target is {level}{by}, not reached so far."
        )
    if outcome == "wrong_direction":
        start = f" from {_number(goal.base.value)}" if goal.base else ""
        return Measured(
            "wrong_direction",
            observation,
            margin,
            f"{said}; it moved away{start}, from the target of {level}{by}.",
        )
    return Measured(
        "short", observation, margin, f"{said}; {_number(-margin)} short of the target of {level}{by}."
    )


def _no_data(target: NumericTarget, reason: str) -> Measured:
    return Measured("no_data", None, None, f"{target.indicator.words}: {reason}")


def _value(observation: Observation) -> str:
    return f"{_number(observation.value)} {observation.unit}"


def _source(observation: Observation) -> str:
    return f" ({observation.source})" if observation.source else ""


def _number(value: float) -> str:
    """A figure as people write it, without the noise of binary fractions."""
    return f"{round(value, 6):,.6f}".rstrip("0").rstrip(".")
