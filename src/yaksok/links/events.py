"""Events behind statements: several later statements may tell of one and the same event.

A summit that a release, a plan and an evaluation report is one summit. Two reports tell of one event
where the same deed is done to the same object, with no other parties and on no other day; a report
without a day joins one that has a day only if that is the only one of its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaksok.links.deed import Deed
from yaksok.links.deeds import deeds
from yaksok.links.numbering import Numbered, numbers, order
from yaksok.records.mentions import TimeMention
from yaksok.records.statement import Statement

_NEAR = 3  # letters between a deed and the bracketed day that belongs to it: "출범(18.8.28)"
_DONE = frozenset({"named", "past"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A report as told by one statement: what it reports done, with whom, and between which days (ISO).

    `place` tells the statement apart from others. Without a deed or a day of its own nothing is known of its event.
    """

    place: tuple[str, int]
    deeds: tuple[Deed, ...]
    numbers: tuple[Numbered, ...]
    parties: frozenset[str]
    start: str = ""
    end: str = ""


def telling_of(place: tuple[str, int], statement: Statement) -> Telling:
    """What a statement reports; a promise or a view reports nothing."""
    parties = frozenset(party.id for party in statement.parties)
    if statement.act != "result":
        return Telling(place, (), (), parties)
    done = tuple(deed for deed in deeds(statement.text) if deed.told in _DONE)
    day = _day_of(statement, done[0]) if done else None
    return Telling(
        place,
        done,
        numbers(statement.text),
        parties,
        start=(day.start or "") if day else "",
        end=(day.end or day.start or "") if day else "",
    )


def told_in(place: tuple[str, int], text: str) -> Telling:
    """What the bare words of a report tell, where its days and parties are not at hand."""
    done = tuple(deed for deed in deeds(text) if deed.told in _DONE)
    return Telling(place, done, numbers(text), frozenset())


def is_one_event(one: Telling, other: Telling) -> bool:
    """Whether two statements report the same event; where a day is missing the rest decides."""
    if one.parties and other.parties and not one.parties & other.parties:
        return False
    if one.start and other.start and (one.end < other.start or other.end < one.start):
        return False
    if order(one.numbers, other.numbers) != "same":
        return False
    same = one.parties == other.parties
    return any(
        mine.group == theirs.group and mine.same_object(theirs, same_parties=same)
        for mine in one.deeds
        for theirs in other.deeds
    )


def events(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """For each telling a key, the same for those that tell of one event; "" for those that report no deed.

    A key is made of what the earliest dated telling of the event says, so that it does not depend on
    the order in which they are given.
    """
    dated = sorted((telling for telling in tellings if telling.deeds and telling.start), key=_rank)
    undated = sorted((telling for telling in tellings if telling.deeds and not telling.start), key=_rank)
    groups: list[list[Telling]] = []
    for telling in dated:
        group = next((group for group in groups if all(is_one_event(telling, one) for one in group)), None)
        groups.append([telling]) if group is None else group.append(telling)
    for telling in undated:
        near = [group for group in groups if all(is_one_event(telling, one) for one in group)]
        groups.append([telling]) if len(near) != 1 else near[0].append(telling)
    keys = {telling.place: _key(group[0]) for group in groups for telling in group}
    return tuple(keys.get(telling.place, "") for telling in tellings)


def _rank(telling: Telling) -> tuple[int, str, tuple[str, int]]:
    """The most exact day first, since a month may contain several days; then by time and place."""
    return -len(_common_start(telling)), telling.start, telling.place


def _common_start(telling: Telling) -> str:
    """The part of a date that begin and end have in common: the day, the month or the year."""
    return (
        telling.start
        if telling.start == telling.end
        else telling.start[: 7 if _is_in_a_month(telling) else 4]
    )


def _is_in_a_month(telling: Telling) -> bool:
    return telling.start[:7] == telling.end[:7]


def _key(telling: Telling) -> str:
    deed = telling.deeds[0]
    parts = (deed.group, *sorted(telling.parties), deed.object, _common_start(telling))
    return " ".join(part for part in parts if part)


def _day_of(statement: Statement, deed: Deed) -> TimeMention | None:
    """The day behind the deed, or the only one that the statement reports."""
    times = [time for time in statement.times if time.role == "occurred" and time.start]
    for time in times:
        place = statement.text.find(time.text)
        if deed.end <= place <= deed.end + _NEAR:
            return time
    return times[0] if len(times) == 1 else None
