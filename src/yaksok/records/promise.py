"""What a promise says of itself: its parts, the strength of its wording, its deadlines and its targets.

Spans count characters of the document's text. `inherited` says that words stand in a heading above the
promise and not in the promise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yaksok.records.mentions import Span

PartName = Literal["action_or_outcome", "end_state", "deadline", "responsible_party"]
PARTS: tuple[PartName, ...] = ("action_or_outcome", "end_state", "deadline", "responsible_party")

Level = Literal["deed", "plan", "effort", "consider"]
LEVELS: tuple[Level, ...] = ("deed", "plan", "effort", "consider")
"""From the firmest to the weakest: to sign, to plan to sign, to strive, to consider."""

DeadlineKind = Literal["fixed", "relative", "conditional", "recurring"]
Comparison = Literal["at_least", "at_most", "exactly", "growth", "reduction"]
Outcome = Literal["reached", "short", "wrong_direction", "not_yet", "no_data"]


@dataclass(frozen=True, slots=True)
class Worded:
    """Words with their place."""

    words: str
    span: Span
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class TestabilityPart:
    """One of the four things that make a promise testable, with the words that supply it."""

    part: PartName
    words: str
    span: Span
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Strength:
    """How firmly a promise is worded, by the predicate that governs it.

    `span` counts characters of the text that was judged, not of the document.
    """

    level: Level
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time by the calendar, such as six months or 100 days."""

    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Awaited:
    """The event that a deadline hangs on.

    `groups` are the groups of deeds (see `yaksok.links.cues`) that report it, empty where it cannot be
    recognised, such as "여건 조성". `object` is what is done to, as its words name it; `parties` those that it
    names itself. `next`: the first one after the promise is meant.
    """

    words: str
    groups: tuple[str, ...] = ()
    object: str = ""
    parties: tuple[str, ...] = ()
    next: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a promise is to be kept, as it words that.

    fixed: by `date`, the last day (ISO). relative: within `interval` of `event`, or of the promise itself
    where there is none. conditional: at, or once there is, `event`. recurring: again after each `every`,
    None where no rhythm is worded ("정례적으로"). `date` is set only where the words or the document give it.
    """

    kind: DeadlineKind
    words: str
    span: Span
    inherited: bool = False
    date: str | None = None
    event: Awaited | None = None
    interval: Term | None = None
    every: Term | None = None


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event that a later statement reports: `on` its first day (ISO), `source` what names the statement."""

    text: str
    on: str
    parties: frozenset[str] = frozenset()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of the times at which a recurring promise is to be kept again: its first and last day (ISO).

    `passed`: the last day was over on the day of asking.
    """

    start: str
    end: str
    passed: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """A deadline with its day. `date` is None as long as the event is not known; `event` gave the day.

    `why` is one plain sentence.
    """

    deadline: Deadline
    date: str | None
    event: ToldEvent | None
    why: str


@dataclass(frozen=True, slots=True)
class NumericTarget:
    """A level that is to be reached.

    `value` and `unit` are as in mentions of amounts. growth and reduction: by `value` percent, or times,
    against `base_year` where one is worded. `basis` is what a share is taken of ("GNI"). `by` is the last
    day (ISO), `by_words` the words of it. `parties` are the canonical ids that the promise and its headings
    name.
    """

    indicator: Worded
    value: int | float
    unit: str
    comparison: Comparison
    words: Worded
    by: str | None = None
    by_words: str = ""
    base_year: int | None = None
    basis: Worded | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """A measured value: the last day (ISO) of the time it holds for, and the statement that gives it.

    `start` is the first day of that time; `source` is whom the row names, `span` its place in the series' text.
    """

    date: str
    value: float
    unit: str
    source: str = ""
    start: str = ""
    n: int = 0
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measured series says of a target.

    `observation` is the value that decides; `margin` is how far it lies beyond the target in its unit,
    negative if short of it. `sentence` says it in plain words.
    """

    outcome: Outcome
    observation: Observation | None
    margin: float | None
    sentence: str
