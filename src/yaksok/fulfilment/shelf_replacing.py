"""Promises in columns brought up to date: the promises of a few versions are taken out and put in again.

What comes out is what taking all lines apart anew would give; it costs some passes over the columns instead.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from yaksok.fulfilment.shelf_bits import ones
from yaksok.fulfilment.shelf_lines import Line, Parts, number_of, parts_of

MOST_MOVED = 64
"""Where promises come or go within so many documents, the others are moved; within more all are read anew."""


class Block(NamedTuple):
    """The promises of one version: where they stood, from one place to before another, and what stands there now."""

    start: int
    stop: int
    lines: tuple[Line, ...]

    @property
    def grows(self) -> int:
        """By how many promises."""
        return len(self.lines) - (self.stop - self.start)


class Replaced(NamedTuple):
    """The new parts. `moved` tells for each old place the new one, -1 for what was taken out; `fresh` what was put in.

    `stays`: the same promises stand at the same places.
    """

    parts: Parts
    moved: Sequence[int]
    fresh: Sequence[int]
    stays: bool


def replaced(parts: Parts, versions: Collection[int], lines: Iterable[Line]) -> Replaced | None:
    """The parts with the promises of some versions replaced by lines, all of these versions; None: read all anew.

    `lines` come in the order of the columns.
    """
    blocks = _blocks(parts, versions, lines)
    if blocks is None or (any(block.grows for block in blocks) and len(blocks) > MOST_MOVED):
        return None
    now = parts_of(line for block in blocks for line in block.lines)
    moved = array("i", _moved(blocks, len(parts.numbers)))
    fresh = array("i", _fresh(blocks))
    return Replaced(
        Parts(
            _spliced(parts.versions, now.versions, blocks),
            _spliced(parts.numbers, now.numbers, blocks),
            _spliced(parts.days, now.days, blocks),
            _spliced(parts.dues, now.dues, blocks),
            _spliced_list(parts.stems, now.stems, blocks),
            _spliced_bytes(parts.statuses, now.statuses, blocks),
            _masks(parts, now, blocks, fresh),
        ),
        moved,
        fresh,
        stays=all(_stays(parts, block) for block in blocks),
    )


def _blocks(parts: Parts, versions: Collection[int], lines: Iterable[Line]) -> list[Block] | None:
    """Where versions stood with what they have now, in the order of the columns; None where one is of another day now."""
    now = {version: tuple(several) for version, several in groupby(lines, key=lambda line: line.version)}
    found = []
    for version in versions:
        mine = now.get(version, ())
        start, stop = _of_day(parts, version, mine[0]) if mine else (0, 0)
        if start == stop:
            old = _anywhere(parts, version)
            if old and mine:
                return None
            start, stop = old or (start, stop)
        if mine or stop > start:
            found.append(Block(start, stop, mine))
    return sorted(found, key=lambda block: (block.start, block.stop, _first(block)))


def _stays(parts: Parts, block: Block) -> bool:
    return list(parts.numbers[block.start : block.stop]) == [line.n for line in block.lines]


def _first(block: Block) -> tuple[int, int]:
    return (number_of(block.lines[0].day), block.lines[0].version) if block.lines else (0, 0)


def _of_day(parts: Parts, version: int, line: Line) -> tuple[int, int]:
    """Where the promises of a version stand that is of the day of a line, or would."""
    day = number_of(line.day)
    first, last = bisect_left(parts.days, day), bisect_right(parts.days, day)
    start = bisect_left(parts.versions, version, first, last)
    return start, bisect_right(parts.versions, version, start, last)


def _anywhere(parts: Parts, version: int) -> tuple[int, int] | None:
    """Where the promises of a version stand; None where it has none."""
    try:
        start = parts.versions.index(version)
    except ValueError:
        return None
    stop = start
    while stop < len(parts.versions) and parts.versions[stop] == version:
        stop += 1
    return start, stop


def _moved(blocks: Sequence[Block], size: int) -> Iterator[int]:
    """For each old place the new one."""
    place = by = 0
    for block in blocks:
        yield from range(place + by, block.start + by)
        yield from (-1 for _ in range(block.start, block.stop))
        place, by = block.stop, by + block.grows
    yield from range(place + by, size + by)


def _fresh(blocks: Sequence[Block]) -> Iterator[int]:
    """The places of what was put in."""
    by = 0
    for block in blocks:
        yield from range(block.start + by, block.start + by + len(block.lines))
        by += block.grows


def _spliced(old: array[int], new: array[int], blocks: Sequence[Block]) -> array[int]:
    found, place, at = array(old.typecode), 0, 0
    for block in blocks:
        found += old[place : block.start]
        found += new[at : at + len(block.lines)]
        place, at = block.stop, at + len(block.lines)
    return found + old[place:]


def _spliced_list(old: list[str], new: list[str], blocks: Sequence[Block]) -> list[str]:
    found: list[str] = []
    place = at = 0
    for block in blocks:
        found += old[place : block.start]
        found += new[at : at + len(block.lines)]
        place, at = block.stop, at + len(block.lines)
    return found + old[place:]


def _spliced_bytes(old: bytes, new: bytes, blocks: Sequence[Block]) -> bytes:
    found, place, at = bytearray(), 0, 0
    for block in blocks:
        found += old[place : block.start]
        found += new[at : at + len(block.lines)]
        place, at = block.stop, at + len(block.lines)
    return bytes(found + old[place:])


def _masks(
    parts: Parts, now: Parts, blocks: Sequence[Block], fresh: Sequence[int]
) -> dict[str, dict[str, int]]:
    """The promises of each value, with those of the blocks put in."""
    moves = any(block.grows for block in blocks)
    kept = ~sum((1 << block.stop) - (1 << block.start) for block in blocks)
    found: dict[str, dict[str, int]] = {}
    for name, column in parts.masks.items():
        added = {value: _at(held, fresh) for value, held in now.masks[name].items()}
        values: defaultdict[str, int] = defaultdict(int)
        for value, held in column.items():
            values[value] = (_shifted(held, blocks) if moves else held & kept) | added.get(value, 0)
        for value, held in added.items():
            values[value] |= held
        found[name] = {value: held for value, held in values.items() if held}
    return found


def _at(held: int, fresh: Sequence[int]) -> int:
    """The bits of what was put in at their places among all."""
    return sum(1 << fresh[place] for place in ones(held))


def _shifted(held: int, blocks: Sequence[Block]) -> int:
    """A mask without the blocks, and with room for what stands there now."""
    found = place = by = 0
    for block in blocks:
        found |= (held >> place & (1 << block.start - place) - 1) << place + by
        place, by = block.stop, by + block.grows
    return found | (held >> place) << place + by
