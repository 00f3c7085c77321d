"""The figures and licences that the page about the data shows, from files of the package."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.web.assets import STATIC

ACCURACY = Path(__file__).parent / "accuracy.json"
"""The tables of docs/accuracy.md, which tools/accuracy_page.py writes."""

VENDOR = STATIC / "vendor"

MEASURES = {
    "statements_f1": N_("Statements found and cut as a reader would"),
    "spacing": N_("Words spaced as a reader would write them"),
    "role": N_("Role of a statement: heading, item, note"),
    "parent": N_("The heading or bullet above it"),
    "act": N_("What it does: promise, result, context"),
    "parties_f1": N_("Parties"),
    "times_f1": N_("Times"),
    "quantities_f1": N_("Quantities"),
    "names_f1": N_("Names"),
    "document": N_("Title, date, kind and language"),
    "provenance": N_("Place of a statement in its source"),
    "pairs judged certain that are linked": N_("Pairs judged certain that are linked"),
    "all judged pairs that are linked": N_("All judged pairs that are linked"),
    "pairs that look alike, are not about the same, and are linked all the same": N_(
        "Pairs that look alike, are not about the same, and are linked all the same"
    ),
    "family of the relation": N_("Family of the relation"),
    "exact relation": N_("Exact relation"),
    "commitments found": N_("Commitments found"),
    "status": N_("Status of a promise"),
    "due date": N_("Due date"),
    "evidence found": N_("Evidence found"),
}
"""The measures of docs/accuracy.md in words for readers of the page."""

_BOUNDS = {"at least": N_("at least %(number)s"), "at most": N_("at most %(number)s")}
_COUNTED = re.compile(r"(own|held out|benchmark) \((\d+)\)")
_BOUND = re.compile(r"(at least|at most) ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Score:
    """A measure of reading: what it aims at, and the mean over the documents of each group."""

    words: str
    aim: str
    own: str
    held_out: str
    benchmark: str


@dataclass(frozen=True, slots=True)
class Held:
    """A measure of links and verdicts: the bound that a test holds, as a message and its number, and the figure."""

    words: str
    bound: str
    number: str
    now: str


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What the project measured of itself, and over how many documents."""

    scores: tuple[Score, ...]
    documents: dict[str, int]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of a library in the package: the name of its file, and its text."""

    library: str
    text: str


@cache
def accuracy() -> Accuracy:
    """The figures, as the page of documentation has them."""
    said = json.loads(ACCURACY.read_text(encoding="utf-8"))
    groups = {found[1]: int(found[2]) for name in said["reading"][0] if (found := _COUNTED.fullmatch(name))}
    names = {found[1]: name for name in said["reading"][0] if (found := _COUNTED.fullmatch(name))}
    scores = tuple(
        Score(
            words=MEASURES[row["measure"]],
            aim=row["aim"],
            own=row[names["own"]],
            held_out=row[names["held out"]],
            benchmark=row[names["benchmark"]],
        )
        for row in said["reading"]
    )
    return Accuracy(scores, groups, tuple(map(_held, said["verdicts"])))


def _held(row: dict[str, str]) -> Held:
    found = _BOUND.fullmatch(row["held by a test"])
    if found is None:
        raise ValueError(row["held by a test"])
    return Held(MEASURES[row["measure"]], _BOUNDS[found[1]], found[2], row["now"])


@cache
def licences() -> tuple[Licence, ...]:
    """The licences of what the package brings along, by the name of the library."""
    return tuple(
        Licence(path.stem.removeprefix("LICENSE-"), path.read_text(encoding="utf-8").strip())
        for path in sorted(VENDOR.glob("LICENSE-*.txt"))
    )
