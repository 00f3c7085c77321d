"""What stands in the calendar: due dates, reported meetings and instruments, and anniversaries of what they tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from yaksok.records.commitment import Status
from yaksok.records.statement import Language

EntryKind = Literal["due", "meeting", "instrument", "event", "anniversary"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
"""due: a promise falls due. meeting, instrument, event: a document reports that something was held or visited, was
concluded or came into force, or was done otherwise. anniversary: of relations, a treaty or a membership."""

MOST_ENTRIES = 2_000
"""So many entries of each sort are looked up for one calendar."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar.

    `day` is its first day (ISO), `end` its last one. Not `exact`: the source words only the month, or more.
    `id` names the statement (empty for what the reviewed tables tell), `doc` and `n` where it stands, `title` that
    of its document. `status` and `late` are those of a promise. For an anniversary `years` is how many, and
    `since` the day it is that of. `told` is in how many statements the event is told. A membership has
    no words of a document: `text` is empty and `parties` are the group and the member.
    """

    day: str
    end: str
    kind: EntryKind
    text: str
    language: Language
    parties: tuple[str, ...]
    exact: bool = True
    id: str = ""
    doc: str = ""
    n: int = 0
    title: str = ""
    status: Status | None = None
    late: bool = False
    years: int = 0
    since: str = ""
    told: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFilter:
    """Which entries are meant: from the first day to the last, both included; of some kinds, with a party."""

    first: date
    last: date
    kinds: frozenset[EntryKind] = frozenset(ENTRY_KINDS)
    party: str | None = None


class Stand(NamedTuple):
    """An entry without its words: where its statement stands and all that is known before it is looked up.

    In the order of the calendar: by day, those of a whole month before those of its days, then by kind.
    `rank` is the place of the kind in `ENTRY_KINDS`, `version` the key of the version; `doc` is empty and
    `version` 0 for a membership, whose group is `group`. The other fields are those of `Entry`.
    """

    day: str
    exact: bool
    rank: int
    doc: str
    n: int
    version: int
    end: str
    parties: tuple[str, ...] = ()
    told: int = 1
    years: int = 0
    since: str = ""
    group: str = ""

    @property
    def kind(self) -> EntryKind:
        """Which kind of entry it is."""
        return ENTRY_KINDS[self.rank]


class Found(NamedTuple):
    """What falls into a stretch of days, in the order of the calendar.

    Of the promises that fall due only the first are in `stands`, and first ones of each day; `due` counts all by day.
    """

    stands: list[Stand]
    due: Mapping[str, int]

    @property
    def number(self) -> int:
        """How many entries there are."""
        return self.without_due + sum(self.due.values())

    @property
    def without_due(self) -> int:
        """How many there are of other kinds."""
        return sum(one.rank != DUE for one in self.stands)


DUE = ENTRY_KINDS.index("due")
