"""Automatic numbers and bullets: the lists of numbering.xml, and counting through them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yaksok.read.docx.indents import UNSAID, Indents, read_indents
from yaksok.read.docx.names import COMPATIBILITY, VALUE, integer, integer_of, switch, value, w
from yaksok.read.docx.numerals import numeral, padded
from yaksok.read.docx.styles import Numbering, Style, Styles, symbol_font
from yaksok.read.docx.symbols import bullet_sign

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
# A mark is a few signs; a longer template is no mark, and must not be written once for every paragraph.
_LONGEST_TEMPLATE = 64
_FALLBACK_FORMAT = f"{{{COMPATIBILITY}}}AlternateContent/{{{COMPATIBILITY}}}Choice/{w('numFmt')}"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the 1-based level behind which it begins anew, None for every higher one."""

    start: int = 0
    format: str = "decimal"
    pattern: str = ""
    template: str = ""
    font: str = ""
    style: str = ""
    legal: bool = False
    restart: int | None = None
    indents: Indents = UNSAID


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A list (w:num): lists with the same `abstract` share their counters; `starts` begin anew at its first use."""

    abstract: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list shows in front of a paragraph, its level from 0, and the level's indents."""

    text: str
    level: int
    indents: Indents


NO_MARK = Mark("", 0, UNSAID)


class Lists:
    """The lists of a document."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[int, _Element] = {}
        self._numbers: dict[int, _Element] = {}
        self._known: dict[int, ListDefinition | None] = {}
        for element in root.iterfind(w("abstractNum")) if root is not None else ():
            number = integer(element.get(w("abstractNumId")))
            if number is not None:
                self._abstracts.setdefault(number, element)
        for element in root.iterfind(w("num")) if root is not None else ():
            number = integer(element.get(w("numId")))
            if number is not None:
                self._numbers.setdefault(number, element)

    def get(self, num_id: int) -> ListDefinition | None:
        """A list by its id; None if there is none."""
        if num_id not in self._known:
            self._known[num_id] = self._read(num_id)
        return self._known[num_id]

    def _read(self, num_id: int) -> ListDefinition | None:
        element = self._numbers.get(num_id)
        abstract = self._abstract_of(num_id)
        if element is None or abstract is None:
            return None
        levels = _levels(self._abstracts[abstract])
        starts: dict[int, int] = {}
        for override in element.iterfind(w("lvlOverride")):
            index = integer(override.get(w("ilvl")))
            if index is None or not 0 <= index < LEVELS:
                continue
            own = override.find(w("lvl"))
            if own is not None:
                levels[index] = _level(own)
            start = integer_of(override, "startOverride")
            if start is not None:
                starts[index] = start
        return ListDefinition(abstract, levels, starts)

    def _abstract_of(self, num_id: int) -> int | None:
        """The definition behind a list, through list styles (numStyleLink), which may lead in a circle."""
        seen: set[int] = set()
        while num_id not in seen:
            seen.add(num_id)
            abstract = integer_of(self._numbers.get(num_id), "abstractNumId")
            if abstract is None or abstract not in self._abstracts:
                return None
            linked = value(self._abstracts[abstract], "numStyleLink")
            numbering = self._styles.get(linked).numbering if linked else None
            if numbering is None or numbering.num_id is None:
                return abstract
            num_id = numbering.num_id
        return None


@dataclass(slots=True)
class Counters:
    """Counts through a document's paragraphs, in order. Make a new one for each story (body, notes, a header)."""

    lists: Lists
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[int, int]] = field(default_factory=set)

    def next_mark(self, direct: Numbering | None, style: Style) -> Mark:
        """The mark of the next paragraph, by its own list and its style's; NO_MARK if it is in none."""
        num_id = direct.num_id if direct and direct.num_id is not None else None
        if num_id is None and style.numbering is not None:
            num_id = style.numbering.num_id
        definition = self.lists.get(num_id) if num_id else None
        if definition is None or num_id is None:
            return NO_MARK
        index = _index(definition, direct, style)
        level = definition.levels.get(index)
        if level is None:
            return NO_MARK
        counts = self._count(num_id, definition, index)
        return Mark(_shown(definition, index, counts), index, level.indents)

    def _count(self, num_id: int, definition: ListDefinition, index: int) -> Mapping[int, int]:
        counts = self._counts.setdefault(definition.abstract, {})
        start = definition.levels[index].start
        override = definition.starts.get(index)
        if override is not None and (num_id, index) not in self._started:
            self._started.add((num_id, index))
            counts[index] = override
        else:
            counts[index] = (
                counts[index] + 1 if index in counts else (start if override is None else override)
            )
        for other, level in definition.levels.items():
            if other < index and other not in counts:
                # A higher level that was left out counts as shown (1.1 before any 1).
                counts[other] = definition.starts.get(other, level.start)
            elif other > index and other in counts and (level.restart is None or index < level.restart):
                del counts[other]
        return counts


def _index(definition: ListDefinition, direct: Numbering | None, style: Style) -> int:
    if direct is not None and direct.level is not None:
        chosen = direct.level
    else:
        chosen = next(_levels_of_styles(definition, style), 0)
    return min(max(chosen, 0), LEVELS - 1)


def _levels_of_styles(definition: ListDefinition, style: Style) -> Iterator[int]:
    """The levels that a style and those it is based on ask for, nearest first."""
    for name, own in style.numbered_by:
        # A level that names the style goes before the number that the style itself gives.
        yield from (index for index, level in definition.levels.items() if level.style == name)
        if own is not None:
            yield own


def _shown(definition: ListDefinition, index: int, counts: Mapping[int, int]) -> str:
    level = definition.levels[index]
    if level.format == "bullet":
        return bullet_sign(level.template, level.font)

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = definition.levels.get(place)
        if other is None or place > index:
            return ""
        if other.pattern and not level.legal:
            return padded(counts[place], other.pattern)
        return numeral(counts[place], "decimal" if level.legal and other.format != "none" else other.format)

    return _PLACE.sub(number, level.template).strip()


def _levels(abstract: _Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in abstract.iterfind(w("lvl")):
        index = integer(element.get(w("ilvl")))
        if index is not None and 0 <= index < LEVELS:
            levels.setdefault(index, _level(element))
    return levels


def _level(element: _Element) -> Level:
    text = element.find(w("lvlText"))
    template = (text.get(VALUE) or "") if text is not None else ""
    level = Level(
        start=integer_of(element, "start") or 0,
        format=value(element, "numFmt") or "decimal",
        template=template if len(template) <= _LONGEST_TEMPLATE else "",
        font=symbol_font(element.find(w("rPr"))) or "",
        style=value(element, "pStyle") or "",
        legal=switch(element, "isLgl") or False,
        restart=integer_of(element, "lvlRestart"),
        indents=read_indents(element.find(w("pPr"))),
    )
    custom = element.find(_FALLBACK_FORMAT)
    if custom is not None and custom.get(VALUE) == "custom":
        return replace(level, format="decimal", pattern=custom.get(w("format"), ""))
    own = element.find(w("numFmt"))
    if own is not None and level.format == "custom":
        return replace(level, format="decimal", pattern=own.get(w("format"), ""))
    return level
