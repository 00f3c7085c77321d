"""What a later wording of a promise changes in an earlier one, told by comparing the two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from yaksok.links.aliases import squash, successors, written_names
from yaksok.links.change_values import changed_amounts, common_words, moved_times
from yaksok.links.change_words import first_word, has_word, place_in_document, worded
from yaksok.links.deed import met_deed
from yaksok.links.deeds import promised_deeds
from yaksok.links.numbering import numbers, order
from yaksok.links.words import korean_stem
from yaksok.records.chain import Change
from yaksok.records.mentions import PartyMention
from yaksok.records.promise import LEVELS, Strength
from yaksok.records.statement import Statement
from yaksok.reference.membership import memberships

Wording = Callable[[str], Strength | None]
"""How firmly a text words its promise; None where that cannot be told."""

_ALIKE = 0.34
_SAME_MATTER = 0.5
"""What two texts must have in common, of the shorter, for their parties to be those of one undertaking."""
_BODY = r"[가-힣]{1,14}(?:부|처|청|원|위원회|실|국|공단|공사|재단|협회|기획단|사무국|대사관|대표부)"
_RESPONSIBLE = re.compile(
    rf"(?:주관|소관|담당|책임)\s?(?:부처|기관|부서)?\s?[:：]\s?(?P<a>{_BODY})"
    rf"|(?P<b>{_BODY})\s?(?:주관|소관|주도)(?![가-힣]{{3}})"
    rf"|(?P<c>{_BODY})(?:으)?로\s(?:업무를\s)?이관"
    r"|(?:[Ll]ead (?:ministry|agency|body)|[Rr]esponsible(?: body| agency)?):\s?"
    r"(?P<d>(?:[A-Z][\w&-]*)(?:\s(?:of|for|and|the|[A-Z][\w&-]*)){0,8})"
    r"|(?:[Ll]ed by|(?:transferred|handed over) to|taken over by) the\s"
    r"(?P<e>(?:[A-Z][\w&-]*)(?:\s(?:of|for|and|the|[A-Z][\w&-]*)){0,8})"
)
_FORMER_NAME = re.compile(
    r"\((?:구|舊|옛|이전 명칭|종전)\s?[:：]?\s?(?P<k>[^()]{2,40})\)|\(?(?:formerly|previously)\s(?:known as\s)?(?:the\s)?(?P<e>[^(),;.]{3,60})"
)
_OPEN_LIST = re.compile(r"[가-힣]\s?등(?:\s|의|과|에|을|$)|\b(?:such as|including|among others|e\.g\.)")
_OCCASION = re.compile(r"\s?(?:[가-힣]{1,8}\s?)?계기")
_LISTED = re.compile(r"\s?[,·ㆍ・、/]\s?|\s및\s|\s(?:and|&)\s")
_TAIL = re.compile(r"\s?(?:등|분야|부문).*$")
_ENGLISH_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_MOST_OF_AN_ITEM = 24
_KEPT = 2  # items that two lists have in common where they are one enumeration


def changes(
    earlier: Statement,
    later: Statement,
    *,
    above_earlier: Sequence[Statement] = (),
    above_later: Sequence[Statement] = (),
    wording: Wording | None = None,
) -> tuple[Change, ...]:
    """What the later one of two promises about the same undertaking changes, each with the words of both.

    `above_earlier` and `above_later` are the headings above, the nearest first: a party that a heading
    names is not a new one. Statements about another number ("제3차", "제4차") are other undertakings, of which
    nothing is compared. `wording` tells how firmly each is worded; without it that is not compared.
    """
    if order(numbers(earlier.text), numbers(later.text)) != "same":
        return ()
    return (
        *_renamed(earlier, later),
        *moved_times(earlier, later),
        *changed_amounts(earlier, later),
        *_other_reach(earlier, later, above_earlier, above_later),
        *_handed_over(earlier, later),
        *_other_wording(earlier, later, wording),
    )


# Names


def _renamed(earlier: Statement, later: Statement) -> Iterator[Change]:
    former = _FORMER_NAME.search(later.text)
    if former:
        old = (former["k"] or former["e"]).strip()
        place = earlier.text.find(old)
        if place >= 0:
            new = _name_before(later.text, former.start())
            yield worded("renamed", earlier, (old, place), later, new)
            return
    mine, theirs = written_names(earlier.text), written_names(later.text)
    kept = {concept for concept, _ in mine} & {concept for concept, _ in theirs}
    for concept, form in sorted(mine):
        others = sorted(other for known, other in theirs if known == concept)
        if concept in kept:
            # The abbreviation and the full name are one name, and so is the name in the other language.
            if form.isascii() or any(form in other or other in form for other in others):
                continue
            new_forms = [other for other in others if not other.isascii() and not _is_shortened(form, other)]
        else:
            new_forms = sorted(other for known, other in theirs if known in successors(concept))
        if new_forms and not _still_written(form, theirs):
            yield _names_change(earlier, form, later, new_forms[0])
            return


def _is_shortened(one: str, other: str) -> bool:
    """Whether one name is the other with letters left out."""
    shorter, longer = sorted((one, other), key=len)
    letters = iter(longer)
    return all(letter in letters for letter in shorter)


def _still_written(form: str, names: frozenset[tuple[str, str]]) -> bool:
    return any(form == other for _, other in names)


def _names_change(earlier: Statement, form: str, later: Statement, new: str) -> Change:
    return worded("renamed", earlier, _original(earlier.text, form), later, _original(later.text, new))


def _original(text: str, form: str) -> tuple[str, int]:
    """The stretch of a text that is written as a squashed form, with its place."""
    letters = [(squash(letter), place) for place, letter in enumerate(text)]
    kept = [(letter, place) for letter, place in letters if letter]
    at = "".join(letter for letter, _ in kept).find(form)
    start, end = kept[at][1], kept[at + len(form) - 1][1] + 1
    return text[start:end], start


def _name_before(text: str, end: int) -> tuple[str, int]:
    """The name right before a bracket: from the last comma, quote or particle on."""
    head = text[:end].rstrip(" (")
    start = max(head.rfind(mark) for mark in (",", "，", "‘", "「", "“", ":", ";")) + 1
    while start < len(head) and head[start] == " ":
        start += 1
    return head[start:].rstrip("’」”"), start


# Reach: parties, scope words, lists


def _other_reach(
    earlier: Statement, later: Statement, above_earlier: Sequence[Statement], above_later: Sequence[Statement]
) -> Iterator[Change]:
    if common_words(earlier.text, later.text) < _ALIKE:
        return
    for found in (
        _other_parties(earlier, later, above_earlier, above_later),
        _other_scope(earlier, later),
        _shorter_list(earlier, later),
    ):
        if found is not None:
            yield found
            return


def _other_parties(
    earlier: Statement, later: Statement, above_earlier: Sequence[Statement], above_later: Sequence[Statement]
) -> Change | None:
    mine, theirs = _parties(earlier), _parties(later)
    if not mine or not theirs or common_words(earlier.text, later.text) < _SAME_MATTER:
        return None
    added = [theirs[each] for each in theirs if each not in mine.keys() | _all_ids(above_earlier)]
    gone = [mine[each] for each in mine if each not in theirs.keys() | _all_ids(above_later)]
    if added and gone:
        if _all_members(added, gone):
            return _parties_change("narrowed", gone, added)
        return _parties_change("widened", gone, added) if _all_members(gone, added) else None
    # A member named beside its group adds nobody, and "A and others" leaves open who they are.
    if added and mine.keys() <= theirs.keys() and not _OPEN_LIST.search(earlier.text):
        new = [one for one in added if not _all_members([one], list(mine.values()))]
        return _parties_change("widened", list(mine.values()), new) if new else None
    if gone and theirs.keys() <= mine.keys() and not _OPEN_LIST.search(later.text):
        left = [one for one in gone if not _all_members([one], list(theirs.values()))]
        return _parties_change("narrowed", left, list(theirs.values())) if left else None
    return None


def _parties(statement: Statement) -> dict[str, PartyMention]:
    """The parties that a statement itself names, by id, without those that only give the occasion."""
    found: dict[str, PartyMention] = {}
    for party in statement.parties:
        place = statement.text.find(party.text)
        if not _OCCASION.match(statement.text, place + len(party.text)):
            found.setdefault(party.id, party)
    return found


def _all_ids(statements: Sequence[Statement]) -> set[str]:
    return {party.id for each in statements for party in each.parties}


def _all_members(some: Sequence[PartyMention], groups: Sequence[PartyMention]) -> bool:
    """Whether each party belongs, or once belonged, to one of the groups."""
    pairs = _membership()
    return all(any((group.id, one.id) in pairs for group in groups) for one in some)


@cache
def _membership() -> frozenset[tuple[str, str]]:
    # Every state is in the United Nations: to name one after "the UN" is no narrower scope.
    return frozenset((each.group, each.member) for each in memberships() if each.group != "UN")


def _parties_change(kind: str, before: Sequence[PartyMention], after: Sequence[PartyMention]) -> Change:
    one, other = _by_place(before), _by_place(after)
    return Change(
        "widened" if kind == "widened" else "narrowed",
        ", ".join(party.text for party in one),
        ", ".join(party.text for party in other),
        one[0].span if len(one) == 1 else None,
        other[0].span if len(other) == 1 else None,
    )


def _by_place(parties: Sequence[PartyMention]) -> list[PartyMention]:
    return sorted(parties, key=lambda party: party.span)


def _other_scope(earlier: Statement, later: Statement) -> Change | None:
    """A word that limits what was to be done in full, or the other way round, for the same deed."""
    before, after = earlier.text, later.text
    was_limited, is_limited = first_word(before, "limited"), first_word(after, "limited")
    was_full, is_full = first_word(before, "full"), first_word(after, "full")
    if was_limited and is_full and not is_limited:
        return worded("widened", earlier, was_limited, later, is_full)
    if was_full and is_limited and not is_full:
        return worded("narrowed", earlier, was_full, later, is_limited)
    met = met_deed(promised_deeds(before), promised_deeds(after), done=False)
    if met is None:
        return None
    mine, theirs = met
    if was_limited and not is_limited and not is_full:
        return worded("widened", earlier, was_limited, later, (theirs.word, _start(after, theirs.word)))
    if is_limited and not was_limited and not was_full:
        return worded("narrowed", earlier, (mine.word, _start(before, mine.word)), later, is_limited)
    return None


def _start(text: str, word: str) -> int:
    return max(0, text.lower().find(word.lower()))


def _shorter_list(earlier: Statement, later: Statement) -> Change | None:
    """A list that lost items, or got more, and keeps at least two."""
    if common_words(earlier.text, later.text) < _SAME_MATTER:
        return None
    mine, theirs = _items(earlier), _items(later)
    before, after = squash(earlier.text), squash(later.text)
    gone = [mine[each] for each in mine if each not in after]
    added = [theirs[each] for each in theirs if each not in before]
    if gone and not added and len(mine) - len(gone) >= _KEPT:
        kept = [mine[each] for each in mine if each in after]
        return _list_change("narrowed", earlier, gone, later, kept)
    if added and not gone and len(theirs) - len(added) >= _KEPT:
        kept = [theirs[each] for each in theirs if each in before]
        return _list_change("widened", earlier, kept, later, added)
    return None


def _list_change(
    kind: str, earlier: Statement, before: Sequence[str], later: Statement, after: Sequence[str]
) -> Change:
    return Change(
        "widened" if kind == "widened" else "narrowed",
        ", ".join(before),
        ", ".join(after),
        place_in_document(earlier, before[0]) if len(before) == 1 else None,
        place_in_document(later, after[0]) if len(after) == 1 else None,
    )


def _items(statement: Statement) -> dict[str, str]:
    """The items of the enumerations of a text, short ones only, by their squashed stems."""
    parts = _LISTED.split(statement.text)
    if len(parts) == 1:
        return {}
    named = {squash(party.text) for party in statement.parties}
    found: dict[str, str] = {}
    for place, part in enumerate(parts):
        item = _item(part, first=place == 0, last=place == len(parts) - 1)
        key = squash(item)
        if 2 <= len(key) <= _MOST_OF_AN_ITEM and key not in named and not key.isdigit():
            found[key] = item
    return found


def _item(part: str, *, first: bool, last: bool) -> str:
    """An item without the sentence around it: of the first part its end, of the last its beginning."""
    words = _TAIL.sub("", part).split() if last else part.split()
    if not words:
        return ""
    if _ENGLISH_WORD.fullmatch(words[0]) and not (first or last):
        return " ".join(words)
    word = words[-1] if first else words[0] if last else " ".join(words)
    return korean_stem(word) if "가" <= word[-1] <= "힣" else word


# Responsible bodies and wording


def _handed_over(earlier: Statement, later: Statement) -> Iterator[Change]:
    after = _responsible(later.text)
    if after is None:
        return
    before = _responsible(earlier.text)
    if before is not None and squash(before[0]) != squash(after[0]):
        yield worded("handed_over", earlier, before, later, after)
    elif (
        before is None
        and has_word(later.text, "handed_over")
        and squash(after[0]) not in squash(earlier.text)
    ):
        yield worded("handed_over", earlier, (earlier.text, 0), later, after)


def _responsible(text: str) -> tuple[str, int] | None:
    """The body that a text names as responsible, with its place; of several the last."""
    found = None
    for match in _RESPONSIBLE.finditer(text):
        group = match.lastgroup or "a"
        found = (match[group], match.start(group))
    return found


def _other_wording(earlier: Statement, later: Statement, wording: Wording | None) -> Iterator[Change]:
    before = wording(earlier.text) if wording else None
    after = wording(later.text) if wording else None
    if before is None or after is None or before.level == after.level:
        return
    weaker = LEVELS.index(after.level) > LEVELS.index(before.level)
    yield worded(
        "weakened" if weaker else "strengthened",
        earlier,
        (before.words, before.span[0]),
        later,
        (after.words, after.span[0]),
    )
