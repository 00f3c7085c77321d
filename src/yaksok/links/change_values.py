"""Times that moved and amounts that changed between an earlier and a later wording of one promise.

Another year's target is not a changed amount, nor is the next yearly event a postponed one: an amount
counts as changed only for the same measure and the same year, a time as moved only for the same deed,
done once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yaksok.links.aliases import concepts, squash
from yaksok.links.change_words import has_word
from yaksok.links.deed import Deed, kinds, units
from yaksok.links.deeds import promised_deeds
from yaksok.links.numbering import numbers
from yaksok.records.chain import Change, ChangeKind
from yaksok.records.mentions import Mention, QuantityMention, TimeMention
from yaksok.records.statement import Statement

_ONCE = frozenset("found conclude enact in_force relate draw start complete join restore".split())
"""Deeds that are done once: in another year they are the same, put off."""

_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute"})
_COUNTS = frozenset({"count", "person", "times"})
_COMPARED = re.compile(r"\s*(?:\([^()]{0,20}\)\s*)?(?:대비|보다|에 비해|비\s|levels?\b|compared)")
_COMPARING = re.compile(
    r"(?:대비|에 비해|보다|compared (?:to|with)|relative to|below|above)[^,;]{0,16}$", re.IGNORECASE
)
_BY_HOW_MUCH = re.compile(
    r"\s*(?:↑|↓|증가|감소|(?:increase|decrease|rise|growth|reduction)\b)", re.IGNORECASE
)
_FORMERLY = re.compile(r"(?:당초|originally|formerly)[^,;]{0,20}$", re.IGNORECASE)
_FROM_TO = re.compile(r"(?:규모|수준)?에서\s*(?:[가-힣]{1,8}\s)?|\s*(?:→|⇒|->)\s*|\s+to\s+")
_AROUND_BEFORE, _AROUND_AFTER = 24, 12
_ALIKE = 0.34
_SAME_TEXT = 0.6
_HANGUL = re.compile("[가-힣]")


class _Amount(NamedTuple):
    mention: QuantityMention
    place: int
    about: frozenset[str]
    due: str | None


def changed_amounts(earlier: Statement, later: Statement) -> list[Change]:
    """Amounts of the same measure, unit and year whose value differs."""
    mine, theirs = list(_amounts(earlier)), list(_amounts(later))
    found = []
    for before in mine:
        same_unit = [each for each in theirs if each.mention.unit == before.mention.unit]
        after = _restated_as_from_to(before, same_unit, later.text)
        if after is None and not _is_among(before, same_unit):
            new = [each for each in same_unit if not _is_among(each, mine)]
            after = _counterpart(before, new, mine, earlier, later)
        if after is not None:
            found.append(_change("amount_changed", before.mention, after.mention))
    return found


def moved_times(earlier: Statement, later: Statement) -> list[Change]:
    """Days by which, or times at which, the same deed is to be done, where they moved."""
    if has_word(earlier.text, "yearly") or has_word(later.text, "yearly"):
        return []
    if _other_targets(earlier, later):
        return []
    mine, theirs = _coming(earlier), _coming(later)
    found = []
    for before in mine:
        pairs = [(before, after) for after in theirs if _same_deed(before, after, mine, theirs)]
        if len(pairs) == 1:
            kind = _moved(*pairs[0], earlier, later)
            if kind is not None:
                found.append(_change(kind, before.mention, pairs[0][1].mention))
    return found


def common_words(earlier: str, later: str) -> float:
    """The part of the shorter text's pairs of syllables and stems that both texts have."""
    mine, theirs = units(earlier), units(later)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least >= 2 else 0.0


# Amounts


def _amounts(statement: Statement) -> Iterator[_Amount]:
    text = statement.text
    start = 0
    for mention in statement.quantities:
        place = text.find(mention.text, start)
        if place < 0:
            continue
        start = end = place + len(mention.text)
        if mention.unit in _DURATIONS or _BY_HOW_MUCH.match(text, end):
            continue
        if _COMPARING.search(text[max(0, place - _AROUND_BEFORE) : place]) or _COMPARED.match(text, end):
            continue
        around = text[max(0, place - _AROUND_BEFORE) : place] + " " + text[end : end + _AROUND_AFTER]
        yield _Amount(mention, place, units(re.sub(r"\d+", "", around)), _year_of(place, statement))


def _year_of(place: int, statement: Statement) -> str | None:
    """The day by which an amount is meant: that of the nearest time before it, in English after it."""
    before: list[tuple[int, str]] = []
    after: list[tuple[int, str]] = []
    for time in statement.times:
        at = statement.text.find(time.text)
        last = time.end or time.start
        if at < 0 or last is None or _COMPARED.match(statement.text, at + len(time.text)):
            continue
        (before if at < place else after).append((abs(at - place), last))
    sides = (before, after) if _HANGUL.search(statement.text) else (after, before)
    return next((min(side)[1] for side in sides if side), None)


def _is_among(amount: _Amount, others: Sequence[_Amount]) -> bool:
    key = amount.mention.value, amount.mention.unit
    return any((other.mention.value, other.mention.unit) == key for other in others)


def _restated_as_from_to(before: _Amount, theirs: Sequence[_Amount], text: str) -> _Amount | None:
    """The amount that a later text says the earlier one is raised or lowered to."""
    for old, new in pairwise(theirs):
        between = text[old.place + len(old.mention.text) : new.place]
        if old.mention.value == before.mention.value and _FROM_TO.fullmatch(between):
            return new
    return None


def _counterpart(
    before: _Amount, new: Sequence[_Amount], mine: Sequence[_Amount], earlier: Statement, later: Statement
) -> _Amount | None:
    """The one amount of the later statement that measures the same for the same year."""
    alone = len(new) == 1 and sum(each.mention.unit == before.mention.unit for each in mine) == 1
    alike = [each for each in new if alone or _likeness(before.about, each.about) >= _ALIKE]
    if len(alike) > 1:
        best = max(_likeness(before.about, each.about) for each in alike)
        alike = [each for each in alike if _likeness(before.about, each.about) == best]
    if len(alike) != 1 or common_words(earlier.text, later.text) < _ALIKE:
        return None
    return alike[0] if _same_target(before, alike[0], earlier, later) else None


def _likeness(mine: frozenset[str], theirs: frozenset[str]) -> float:
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else 0.0


def _same_target(before: _Amount, after: _Amount, earlier: Statement, later: Statement) -> bool:
    if has_word(earlier.text, "yearly") != has_word(later.text, "yearly"):
        return False
    if before.due and after.due:
        return before.due == after.due
    if has_word(earlier.text, "budget") or has_word(later.text, "budget"):
        return False
    if before.due or after.due:
        return has_word(later.text, "revised_amount")
    if _names(earlier) & _names(later):
        return True
    # So many a year, in plans of every year, is no target that changed.
    if before.mention.unit in _COUNTS:
        return has_word(earlier.text, "yearly") or has_word(later.text, "revised_amount")
    return common_words(earlier.text, later.text) >= _SAME_TEXT


def _names(statement: Statement) -> frozenset[str]:
    return concepts(statement.text) | {squash(name.text) for name in statement.names}


# Times


class _Coming(NamedTuple):
    mention: TimeMention
    start: str | None
    end: str
    deed: Deed | None


def _coming(statement: Statement) -> list[_Coming]:
    """The times at which something is to happen, without those that hold a narrower one."""
    found = []
    deeds = promised_deeds(statement.text)
    korean = _HANGUL.search(statement.text) is not None
    for time in statement.times:
        place = statement.text.find(time.text)
        last = time.end or time.start
        if time.role not in {"due", "planned"} or last is None or place < 0:
            continue
        if _COMPARED.match(statement.text, place + len(time.text)):
            continue
        if _FORMERLY.search(statement.text[max(0, place - _AROUND_BEFORE) : place]):
            continue
        found.append(_Coming(time, time.start, last, _deed_at(place, deeds, korean=korean)))
    return [
        one for one in found if not any(other is not one and _within(other, one) for other in found)
    ]  # fmt: skip


def _deed_at(place: int, deeds: Sequence[Deed], *, korean: bool) -> Deed | None:
    """The deed that a time belongs to: in Korean the next one, in English the last one before it."""
    after = next((deed for deed in deeds if deed.end > place), None)
    before = next((deed for deed in reversed(deeds) if deed.end <= place), None)
    return (after or before) if korean else (before or after)


def _within(inner: _Coming, outer: _Coming) -> bool:
    if inner.start is None or outer.start is None:
        return False
    same = (inner.start, inner.end) == (outer.start, outer.end)
    return not same and outer.start <= inner.start and inner.end <= outer.end


def _same_deed(before: _Coming, after: _Coming, mine: Sequence[_Coming], theirs: Sequence[_Coming]) -> bool:
    if before.deed is None or after.deed is None:
        return len(mine) == len(theirs) == 1 and before.deed is after.deed
    one, other = before.deed, after.deed
    if one.group != other.group and {one.group, other.group} != {"found", "start"}:
        return False  # a treaty signed this year and in force next year is no delay
    if not (one.is_met_by(other) or other.is_met_by(one)):
        return len(mine) == len(theirs) == 1 and one.likeness(other.units) > 0
    return True


def _moved(before: _Coming, after: _Coming, earlier: Statement, later: Statement) -> ChangeKind | None:
    if before.end == after.end or _within(before, after) or _within(after, before):
        return None
    both_due = before.mention.role == after.mention.role == "due"
    if not both_due and before.start is None and after.end <= before.end:
        return None  # to be done in June is within "by the end of the year"
    if not both_due and after.start is None and before.end[:4] == after.end[:4]:
        return None  # and "by the end of the year" leaves June open
    if _is_next_one(before, after, earlier, later, both_due=both_due):
        return None
    if common_words(earlier.text, later.text) < _ALIKE:
        return None
    return _direction(before, after)


def _direction(before: _Coming, after: _Coming) -> ChangeKind:
    return "postponed" if after.end > before.end else "brought_forward"


def _is_next_one(
    before: _Coming, after: _Coming, earlier: Statement, later: Statement, *, both_due: bool
) -> bool:
    """Whether a time of another year means the next event or the next year's work rather than a delay."""
    if before.end[:4] == after.end[:4] or has_word(later.text, "moved"):
        return False
    if before.deed is not None and before.deed.group in _ONCE:
        return False
    if before.deed is not None and before.deed.group == "hold":
        return not (_same_number(earlier, later) or _are_first(earlier, later) or _is_no_kind(before.deed))
    if before.deed is not None:
        return False
    return not both_due or _is_yearly_step(before, after, earlier, later)


def _is_yearly_step(before: _Coming, after: _Coming, earlier: Statement, later: Statement) -> bool:
    """Whether the same day of another year is named with other amounts: a further target."""
    same_day = before.end[4:] == after.end[4:]
    return same_day and _other_targets(earlier, later)


def _other_targets(earlier: Statement, later: Statement) -> bool:
    """Whether both name amounts of a unit, and none in common: targets of different years."""
    mine, theirs = list(_amounts(earlier)), list(_amounts(later))
    shared = {each.mention.unit for each in mine} & {each.mention.unit for each in theirs}
    return any(
        not any(_is_among(each, theirs) for each in mine if each.mention.unit == unit) for unit in shared
    )


def _same_number(earlier: Statement, later: Statement) -> bool:
    theirs = numbers(later.text)
    return any(
        one.kind in {"ordinal", "acronym"} and one.numbers_the_same(other) and one.number == other.number
        for one in numbers(earlier.text)
        for other in theirs
    )


def _are_first(earlier: Statement, later: Statement) -> bool:
    return has_word(earlier.text, "first") and has_word(later.text, "first")


def _is_no_kind(deed: Deed) -> bool:
    """Whether what is held is no meeting or other event of a kind that comes again."""
    return bool(deed.head) and not deed.head.endswith(tuple(kinds()))


def _change(kind: ChangeKind, before: Mention, after: Mention) -> Change:
    return Change(kind, before.text, after.text, before.span, after.span)
