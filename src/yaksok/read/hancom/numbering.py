"""Automatic numbers and bullets of paragraphs, counted as Hancom Office counts them.

The rules were read off documents with known labels (the preview pictures that Hancom Office stores in its
files, and labels copied out of the program):

- one definition is one list: it counts on across other paragraphs, lists, tables and sections;
- a deeper level begins anew when a shallower one counts on; a level that is skipped counts as begun, so after
  "1." and "1.1.1." follows "1.2.";
- the outline takes its definition from the section; one whose start is 0 goes on from the outline of the
  section before, any other begins anew. Numbered lists always begin anew with a definition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from yaksok.read.hancom.number_formats import written
from yaksok.read.hancom.private_use import shown

HeadKind = Literal["NONE", "OUTLINE", "NUMBER", "BULLET"]

MOST_LEVELS = 10
_LONGEST_TEMPLATE = 64
_LONGEST_MARK = 80
# "^3" is the number of the third level, "^n" the numbers of all levels down to the paragraph's, joined
# by full stops, "^N" the same with a full stop behind.
_TOKEN = re.compile(r"\^(10|[1-9]|[nN])")


@dataclass(frozen=True, slots=True)
class LevelFormat:
    """One level of a numbering: its template ("^1.", "(^5)", "" for no mark), its format, its first number."""

    template: str = ""
    number_format: str = "DIGIT"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Numbering:
    """A definition of a list or outline. `start` 0: an outline goes on from the section before."""

    id: int
    levels: tuple[LevelFormat, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet and, for lists to tick off, what it turns into."""

    id: int
    glyph: str
    checked_glyph: str = ""


class Counter:
    """Counts the numbered paragraphs of one document, which must be shown to it in reading order.

    A table's cells come after the paragraph that holds the table.
    """

    def __init__(self, numberings: Iterable[Numbering] = (), bullets: Iterable[Bullet] = ()) -> None:
        self._numberings = {each.id: each for each in numberings}
        self._bullets = {each.id: each for each in bullets}
        self._lists: dict[int, list[int]] = {}
        self._outlines: dict[int, list[int]] = {}
        self._outline_id: int | None = None

    def begin_section(self, outline_id: int) -> None:
        """A section begins, whose outline has this definition; one that is not there leaves it without."""
        definition = self._numberings.get(outline_id)
        if definition is not None and outline_id not in self._outlines:
            before = self._outlines.get(self._outline_id) if self._outline_id is not None else None
            goes_on = definition.start == 0 and before is not None
            self._outlines[outline_id] = list(before) if goes_on and before else []
        self._outline_id = outline_id if definition is not None else None

    def mark(self, kind: str, numbering_id: int, level: int, *, checked: bool = False) -> str:
        """The mark of the next paragraph, "" if it has none.

        `numbering_id` names a numbering or bullet (an outline takes that of its section); `level` counts
        from 0.
        """
        if kind == "BULLET":
            bullet = self._bullets.get(numbering_id)
            if bullet is None:
                return ""
            glyph = bullet.checked_glyph if checked and bullet.checked_glyph else bullet.glyph
            return shown(glyph[:_LONGEST_MARK])[0][:_LONGEST_MARK].strip()
        if kind == "OUTLINE":
            if self._outline_id is None:
                return ""
            numbering_id = self._outline_id
            counts = self._outlines.setdefault(numbering_id, [])
        elif kind == "NUMBER" and numbering_id in self._numberings:
            counts = self._lists.setdefault(numbering_id, [])
        else:
            return ""
        levels = self._numberings[numbering_id].levels
        level = max(0, min(level, MOST_LEVELS - 1))
        _count(counts, level, levels)
        return _label(counts, level, levels)


def _count(counts: list[int], level: int, levels: tuple[LevelFormat, ...]) -> None:
    del counts[level + 1 :]
    if len(counts) == level + 1:
        counts[level] += 1
        return
    while len(counts) <= level:
        counts.append(_start(levels, len(counts)))


def _start(levels: tuple[LevelFormat, ...], level: int) -> int:
    return max(levels[level].start, 1) if level < len(levels) else 1


def _label(counts: list[int], level: int, levels: tuple[LevelFormat, ...]) -> str:
    if level >= len(levels):
        return ""
    template = levels[level].template[:_LONGEST_TEMPLATE]
    if "^" not in template:
        return shown(template)[0].strip()
    shown_counts = [_number(counts, at, levels) for at in range(level + 1)]

    def number(at: int) -> str:
        return shown_counts[at] if at <= level else _number(counts, at, levels)

    def numbers(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in ("n", "N"):
            path = ".".join(shown_counts)
            return path + "." if name == "N" else path
        if name == "10" and level < MOST_LEVELS - 1:
            return number(0) + "0"
        return number(int(name) - 1)

    return _TOKEN.sub(numbers, shown(template)[0])[:_LONGEST_MARK].strip()


def _number(counts: list[int], at: int, levels: tuple[LevelFormat, ...]) -> str:
    value = counts[at] if at < len(counts) else _start(levels, at)
    return written(value, levels[at].number_format if at < len(levels) else "DIGIT")
