"""Two texts of one document side by side: what changed between versions, or which words of a translation are which."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol, TypeVar

from sqlalchemy import Connection, Table, select

from yaksok.ledger import tables
from yaksok.ledger.reader import StoredDocument
from yaksok.ledger.rows import statements_from_rows
from yaksok.links.alignment import same_statement, same_texts
from yaksok.records.statement import Act, Document, Role
from yaksok.views.editions import Edition
from yaksok.views.safety import visible

Change = Literal["same", "changed", "removed", "added", "aligned"]
"""same, changed: of one statement in two texts of a language. aligned: it says the same in another language.

removed, added: only the one or the other text has it.
"""
CHANGES: tuple[Change, ...] = ("same", "aligned", "changed", "removed", "added")

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_TOKENS = 500
"""Of statements with more words together the changed ones are not looked for."""
_WIDEST_GAP = 144
"""Pairs of statements between two that are the same of which each is looked at."""
_LEAST_ALIKE = 0.6
_LONGEST = 300
"""Letters of a statement that are compared to find its later wording."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Words of a statement; `changed`: the other text does not have them there."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A statement in one of the texts."""

    n: int
    role: Role
    act: Act
    marker: str
    bits: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement as both texts have it, or only one. `acts`: both have it, and read it as different acts."""

    change: Change
    one: Side | None
    other: Side | None
    acts: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Which statement of one text is which of the other, before anything of it is shown; 0 for none."""

    change: Change
    one: int
    other: int


class Said(Protocol):
    """What of a statement is compared and shown."""

    @property
    def n(self) -> int:
        """Its number."""

    @property
    def role(self) -> Role:
        """What it is in its document."""

    @property
    def act(self) -> Act:
        """What it does."""

    @property
    def marker(self) -> str:
        """The number or bullet before it."""

    @property
    def text(self) -> str:
        """Its words."""


class Line(NamedTuple):
    """A statement as far as that."""

    n: int
    role: Role
    act: Act
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two texts with their statements put side by side, in the order of both."""

    one: Edition
    other: Edition
    matches: tuple[Match, ...]
    statements: tuple[Mapping[int, Said], Mapping[int, Said]]

    def counts(self) -> dict[Change, int]:
        """How many there are of each kind, without those of which there is none."""
        counted = Counter(match.change for match in self.matches)
        return {change: counted[change] for change in CHANGES if counted[change]}

    def pairs(self, matches: Iterable[Match]) -> list[Pair]:
        """Some of the matches with their words."""
        return [self._pair(match) for match in matches]

    def _pair(self, match: Match) -> Pair:
        one = self.statements[0].get(match.one)
        other = self.statements[1].get(match.other)
        bits = _changed_words(one.text, other.text) if match.change == "changed" and one and other else None
        return Pair(
            match.change,
            _side(one, bits[0] if bits else None),
            _side(other, bits[1] if bits else None),
            acts=one is not None and other is not None and one.act != other.act,
        )


def aligned(connection: Connection, one: Edition, other: Edition, *, whole: bool) -> Aligned:
    """Two versions side by side.

    `whole`: both are texts of the same document, not two that have something in common.
    """
    left: Sequence[Said]
    right: Sequence[Said]
    foreign = one.language != other.language
    if foreign:
        mine, theirs = (_loaded(connection, edition) for edition in (one, other))
        left, right = _content(mine.document.statements), _content(theirs.document.statements)
        pairs = same_statement(mine, theirs, whole=whole)
    else:
        left, right = (_content(_lines(connection, edition)) for edition in (one, other))
        pairs = _alike(left, right)
    matches = _merged(left, right, pairs, foreign=foreign)
    numbered = ({each.n: each for each in left}, {each.n: each for each in right})
    return Aligned(one, other, tuple(matches), numbered)


def _loaded(connection: Connection, edition: Edition) -> StoredDocument:
    """A version as it is compared with one in another language: its statements and mentions without its text."""
    rows = _rows(connection, tables.statements, edition.key)
    found = _rows(connection, tables.mentions, edition.key)
    return StoredDocument(
        key=edition.key,
        version=edition.version,
        doc=edition.stem,
        address=edition.address,
        document=Document(
            title=edition.title,
            date=edition.date,
            issuer=edition.issuer,
            genre=edition.genre,
            language=edition.language,
            text="",
            statements=tuple(statements_from_rows(rows, found)),
        ),
        source=edition.source,
    )


def _rows(connection: Connection, table: Table, key: int) -> list[dict[str, object]]:
    query = select(table).where(table.c.version == key).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(query).mappings()]


def _lines(connection: Connection, edition: Edition) -> list[Line]:
    """The statements of a version, as far as texts of one language are compared."""
    table = tables.statements
    query = select(*(table.c[name] for name in Line._fields)).where(table.c.version == edition.key)
    return [Line._make(row) for row in connection.execute(query.order_by(table.c.n))]


Some = TypeVar("Some", bound=Said)


def _content(statements: Iterable[Some]) -> list[Some]:
    return [each for each in statements if each.role != "meta"]


def _alike(left: Sequence[Said], right: Sequence[Said]) -> dict[int, int]:
    """The same statements of two texts in one language: first those that both have word for word and only once."""
    anchors = _once_in_both([one.text for one in left], [other.text for other in right])
    pairs = {left[one].n: right[other].n for one, other in anchors}
    for before, after in pairwise([(-1, -1), *anchors, (len(left), len(right))]):
        mine, theirs = left[before[0] + 1 : after[0]], right[before[1] + 1 : after[1]]
        if mine and theirs:
            pairs |= _alike_between(mine, theirs)
    return pairs


def _once_in_both(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The places of texts that stand once on either side; as many as stand in the same order on both."""
    here, there = Counter(left), Counter(right)
    places = {text: place for place, text in enumerate(right) if there[text] == 1}
    found = [(place, places[text]) for place, text in enumerate(left) if here[text] == 1 and text in places]
    # The longest rising row of the other side's places: `ends` has the least end of a row of each length.
    ends: list[int] = []
    last: list[int] = []
    before = [-1] * len(found)
    for number, (_, other) in enumerate(found):
        length = bisect_left(ends, other)
        before[number] = last[length - 1] if length else -1
        ends[length : length + 1] = [other]
        last[length : length + 1] = [number]
    rising = []
    number = last[-1] if last else -1
    while number >= 0:
        rising.append(found[number])
        number = before[number]
    return rising[::-1]


def _alike_between(left: Sequence[Said], right: Sequence[Said]) -> dict[int, int]:
    """The same statements of two stretches: equal ones at both ends first, then what is alike."""
    head = _equal(left, right)
    tail = _equal(left[head:][::-1], right[head:][::-1])
    pairs = {left[place].n: right[place].n for place in range(head)}
    pairs |= {left[-place].n: right[-place].n for place in range(1, tail + 1)}
    mine, theirs = left[head : len(left) - tail], right[head : len(right) - tail]
    if mine and theirs:
        same = same_texts([each.text for each in mine], [each.text for each in theirs])
        found = {mine[one].n: theirs[other].n for one, other in same}
        pairs |= found | dict(_reworded(mine, theirs, found))
    return pairs


def _reworded(
    left: Sequence[Said], right: Sequence[Said], pairs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Statements between two pairs that stand in the same place and share most of their letters."""
    there = {statement.n: place for place, statement in enumerate(right)}
    anchors = [(place, there[pairs[one.n]]) for place, one in enumerate(left) if one.n in pairs]
    for before, after in pairwise([(-1, -1), *anchors, (len(left), len(right))]):
        mine, theirs = left[before[0] + 1 : after[0]], right[before[1] + 1 : after[1]]
        if 0 < len(mine) * len(theirs) <= _WIDEST_GAP:
            yield from _in_order(mine, theirs)


def _in_order(left: Sequence[Said], right: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """The most alike pairs of two short stretches that keep the order of both."""
    alike = [[_likeness(one, other) for other in right] for one in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for row in range(len(left) - 1, -1, -1):
        for column in range(len(right) - 1, -1, -1):
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                best[row + 1][column + 1] + alike[row][column],
            )
    row = column = 0
    while row < len(left) and column < len(right):
        here = alike[row][column]
        if here and best[row][column] == best[row + 1][column + 1] + here:
            yield left[row].n, right[column].n
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1


def _likeness(one: Said, other: Said) -> float:
    """The share of letters that two statements of the same role have in the same order; 0 below a half."""
    if one.role != other.role:
        return 0.0
    matcher = SequenceMatcher(None, one.text[:_LONGEST], other.text[:_LONGEST], autojunk=False)
    if matcher.quick_ratio() < _LEAST_ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _LEAST_ALIKE else 0.0


def _equal(left: Sequence[Said], right: Sequence[Said]) -> int:
    """With how many equal statements two texts begin."""
    number = 0
    for one, other in zip(left, right, strict=False):
        if one.text != other.text:
            break
        number += 1
    return number


def _merged(
    left: Sequence[Said], right: Sequence[Said], pairs: Mapping[int, int], *, foreign: bool
) -> Iterator[Match]:
    """Both texts in one order: what only one of them has stands before the next that both have."""
    there = {statement.n: place for place, statement in enumerate(right)}
    at = 0
    for one in left:
        if one.n not in pairs:
            yield Match("removed", one.n, 0)
            continue
        place = there[pairs[one.n]]
        yield from (Match("added", 0, other.n) for other in right[at:place])
        other = right[place]
        at = place + 1
        same: Change = "same" if one.text == other.text else "changed"
        yield Match("aligned" if foreign else same, one.n, other.n)
    yield from (Match("added", 0, other.n) for other in right[at:])


def _side(statement: Said | None, bits: tuple[Bit, ...] | None) -> Side | None:
    if statement is None:
        return None
    plain = (Bit(visible(statement.text), changed=False),)
    return Side(statement.n, statement.role, statement.act, visible(statement.marker), bits or plain)


def _changed_words(one: str, other: str) -> tuple[tuple[Bit, ...], tuple[Bit, ...]] | None:
    """The words of two wordings, those that differ marked; None where they are too long to be compared."""
    mine, theirs = _TOKEN.findall(one), _TOKEN.findall(other)
    if len(mine) + len(theirs) > _MOST_TOKENS:
        return None
    left: list[Bit] = []
    right: list[Bit] = []
    for kind, start, end, at, to in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        changed = kind != "equal"
        left += [Bit(visible("".join(mine[start:end])), changed)] if end > start else []
        right += [Bit(visible("".join(theirs[at:to])), changed)] if to > at else []
    return tuple(left), tuple(right)
