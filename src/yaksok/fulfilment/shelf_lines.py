"""What of each promise lists are chosen, sorted and counted by, taken apart into columns as it comes."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from yaksok.fulfilment.shelf_bits import bits
from yaksok.records.commitment import STATUSES
from yaksok.records.standing import Place

NEVER = 99_991_231
"""The number of no day: greater than that of any day."""


class Line(NamedTuple):
    """What of a promise is filtered, sorted and counted; see `yaksok.records.standing.PromiseRow`."""

    version: int
    n: int
    day: str | None
    issuer: str | None
    genre: str
    stem: str
    status: str
    search: str
    due: str | None
    late: bool
    self_reported: bool | None
    testable: bool
    strength: str | None
    parties: str
    topics: str
    done: str | None = None
    work: bool = False


class Falling(NamedTuple):
    """A promise with the day on which it falls due (ISO), and the stem of its document."""

    place: Place
    due: str
    stem: str


class Due(NamedTuple):
    """The first promises that fall due, and how many do on each day (ISO)."""

    first: list[Falling]
    by_day: Mapping[str, int]


class Parts(NamedTuple):
    """Lines taken apart: what each promise has, and for each column and value the promises that have it."""

    versions: array[int]
    numbers: array[int]
    days: array[int]
    dues: array[int]
    stems: list[str]
    statuses: bytes
    masks: dict[str, dict[str, int]]


def parts_of(lines: Iterable[Line]) -> Parts:
    """Lines taken apart."""
    read = _Reading(lines)
    statuses = bytes(read.statuses)
    return Parts(read.versions, read.numbers, read.days, read.dues, read.stems, statuses, read.masks())


class _Reading:
    """Lines taken apart as they come: promises that are alike in most are noted together."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.versions, self.numbers = array("q"), array("q")
        self.days, self.dues = array("i"), array("i")
        self.stems: list[str] = []
        self.statuses = bytearray()
        self._alike: defaultdict[_Alike, array[int]] = defaultdict(_places)
        self._several: dict[str, defaultdict[str, array[int]]] = {
            name: defaultdict(_places) for name in ("party", "topic", "due_month")
        }
        parties, topics, months = self._several.values()
        ranks = {status: rank for rank, status in enumerate(STATUSES)}
        for place, line in enumerate(lines):
            (
                version, n, day, issuer, genre, stem, status, search, due,
                late, own, testable, level, named, told, done, work,
            ) = line  # fmt: skip
            self.versions.append(version)
            self.numbers.append(n)
            self.days.append(number_of(day))
            self.dues.append(number_of(due))
            self.stems.append(intern(stem))
            self.statuses.append(ranks[status])  # type: ignore[index]
            self._alike[issuer, genre, status, search, level, late, own, testable, done, work].append(place)
            if due:
                months[due].append(place)
            parties[named].append(place)
            topics[told].append(place)

    def masks(self) -> dict[str, dict[str, int]]:
        """For each column and value the promises that have it."""
        size = len(self.numbers)
        found: dict[str, defaultdict[str, int]] = {
            name: defaultdict(int) for name in (*_ALIKE, *self._several)
        }
        for values, places in self._alike.items():
            held = bits(places, size)
            for name, value in zip(_ALIKE, values, strict=True):
                if value is not None and value != "":
                    found[name][_written(value)] |= held
        for name, column in self._several.items():
            for several, places in column.items():
                held = bits(places, size)
                for value in [several[: len("2025-03")]] if name == "due_month" else several.split():
                    found[name][value] |= held
        return {name: dict(column) for name, column in found.items()}


_Alike = tuple[str | None, str, str, str, str | None, bool, bool | None, bool, str | None, bool]
_ALIKE = (
    *("issuer", "genre", "status", "search", "strength", "late", "self_reported", "testable"),
    *("done", "work"),
)


def _places() -> array[int]:
    return array("i")


def _written(value: str | bool) -> str:  # noqa: FBT001 - the value of a column
    return value if isinstance(value, str) else "true" if value else "false"


@lru_cache(maxsize=1 << 15)
def number_of(day: str | None) -> int:
    """A day as a number, such as 20190317."""
    return int(day.replace("-", "")) if day else NEVER


@lru_cache(maxsize=1 << 15)
def iso_of(day: int) -> str:
    """A day from its number."""
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}"
