"""Who belonged to which group on a day: "a promise to ASEAN in 2019" is one to its members of 2019.

The tables are `data/group_members.csv` (one party's time in a group) and `data/group_lists.csv` (what kind
of group it is, and since when its list is complete); docs/reference-data.md describes both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from yaksok.reference.parties import is_party
from yaksok.reference.tables import rows

GroupKind = Literal["bloc", "circle", "forum", "regime", "organ", "agreement", "region"]
Certainty = Literal["", "earlier", "doubtful", "suspension"]
Concern = Literal["itself", "member", "none"]

_KINDS: Mapping[str, GroupKind] = {kind: kind for kind in get_args(GroupKind)}
_CERTAINTIES: Mapping[str, Certainty] = {certainty: certainty for certainty in get_args(Certainty)}

COUNTERPARTS: frozenset[GroupKind] = frozenset({"bloc", "circle", "agreement", "region"})
"""Groups that stand for their members when something is promised to them.

Large meetings (APEC, OECD), export-control regimes and organs of the United Nations do not: what a state
undertakes there is no promise to each of those who sit there.
"""


@dataclass(frozen=True, slots=True)
class Membership:
    """A party's time in a group: `joined` and `left` are its first and last day, None if it is still in.

    `certainty` is "earlier" where it had joined before that day already, "doubtful" where sources
    disagree on a day, "suspension" where a suspension and no exit ended or began it.
    """

    group: str
    member: str
    joined: date
    left: date | None
    certainty: Certainty = ""

    def holds(self, on: date) -> bool:
        """Whether the party belongs to the group on that day."""
        return self.joined <= on and (self.left is None or on <= self.left)


@dataclass(frozen=True, slots=True)
class GroupList:
    """What is known of a group's members: its kind, and the day since which all of them are listed."""

    group: str
    kind: GroupKind
    complete_since: date


@cache
def memberships() -> tuple[Membership, ...]:
    """All dated memberships of the tables."""
    return (*_united_nations(), *map(_membership, rows("group_members")))


@cache
def group_lists() -> Mapping[str, GroupList]:
    """The groups whose members are listed, by id; agreements among them need not be parties."""
    return {
        row["group"]: GroupList(row["group"], _KINDS[row["kind"]], date.fromisoformat(row["complete_since"]))
        for row in rows("group_lists")
    }


def members(group: str, on: date) -> frozenset[str]:
    """The ids of the parties that belong to a group on a day.

    Empty for a party whose members no table lists, and before the group was founded; KeyError for an
    unknown id. Before `group_lists()[group].complete_since` some may be missing.
    """
    if group not in group_lists() and not is_party(group):
        raise KeyError(group)
    return frozenset(each.member for each in _by("group").get(group, ()) if each.holds(on))


def groups_of(party: str, on: date, *, kinds: Collection[GroupKind] | None = None) -> frozenset[str]:
    """The groups that a party belongs to on a day; all, or those of some kinds."""
    lists = group_lists()
    return frozenset(
        each.group
        for each in _by("member").get(party, ())
        if each.holds(on) and (kinds is None or lists[each.group].kind in kinds)
    )


def groups_ever(party: str) -> frozenset[str]:
    """The groups that a party belonged to at any time."""
    return frozenset(each.group for each in _by("member").get(party, ()))


def concerns(
    parties: Iterable[str],
    party: str,
    published: date | str | None,
    *,
    through: Collection[GroupKind] = COUNTERPARTS,
) -> Concern:
    """How a promise that names `parties` concerns a party: by name, as a member then, or not.

    `published` is the day of the promise, or its document's date as written ("2019", "2019-03"), which
    counts by its first day; without one no membership can be told. `through` are the kinds of
    groups that stand for their members. Membership is not handed on: what is promised to the G20 is
    promised to the European Union there, not to France through it.
    """
    named = set(parties)
    if party in named:
        return "itself"
    day = _first_day(published) if isinstance(published, str) else published
    if day is None or named.isdisjoint(groups_of(party, day, kinds=through)):
        return "none"
    return "member"


def through_groups(
    parties: Iterable[str],
    party: str,
    published: date | str | None,
    *,
    through: Collection[GroupKind] = COUNTERPARTS,
) -> tuple[str, ...]:
    """The groups among `parties` by which a promise concerns a party, in alphabetical order.

    None for a party that is among them itself. Without a day of the promise those count to which it
    belonged at any time.
    """
    named = set(parties)
    if party in named:
        return ()
    day = _first_day(published) if isinstance(published, str) else published
    belonged = groups_ever(party) if day is None else groups_of(party, day)
    lists = group_lists()
    return tuple(sorted(group for group in belonged & named if lists[group].kind in through))


@cache
def _by(field: Literal["group", "member"]) -> Mapping[str, tuple[Membership, ...]]:
    found: defaultdict[str, list[Membership]] = defaultdict(list)
    for each in memberships():
        found[each.group if field == "group" else each.member].append(each)
    return {key: tuple(several) for key, several in found.items()}


def _united_nations() -> Iterator[Membership]:
    """UN membership, kept as the year of joining in the table of countries."""
    for row in rows("countries"):
        if row["un_joined"]:
            yield Membership("UN", row["id"], _first_day(row["un_joined"]), None)


def _membership(row: dict[str, str]) -> Membership:
    left = row["left"]
    if len(left) == len("2019"):
        left += "-12-31"
    return Membership(
        row["group"],
        row["member"],
        _first_day(row["joined"]),
        date.fromisoformat(left) if left else None,
        _CERTAINTIES[row["note"]],
    )


def _first_day(written: str) -> date:
    """The first day that "2019", "2019-03" or "2019-03-17" means."""
    return date.fromisoformat(written + "-01-01"[len(written) - len("2019") :])
