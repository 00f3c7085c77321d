"""What a paragraph's and a run's style says, with what it inherits (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from yaksok.read.docx.indents import UNSAID, Indents, read_indents
from yaksok.read.docx.names import integer_of, switch, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

Value = TypeVar("Value")

# Files name built-in styles in English whatever the program's language; converters write what they see.
_HEADING_NAME = re.compile(
    r"(?:heading|제목|머리글 제목|개요|überschrift|titre|título|見出し|标题)\s*([1-9])", re.IGNORECASE
)
_TITLE_NAMES = frozenset({"title", "제목", "문서 제목", "document title"})
_CAPTION_NAMES = frozenset({"caption", "캡션"})
_DEFAULT_HALF_POINTS = 20
_MOST_ANCESTORS = 64
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Numbering:
    """A reference to a list: `num_id` of numbering.xml and the level from 0; None where it is not said."""

    num_id: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits.

    `numbering` is None where no list is set; `numbered_by` are this style and those it is based on, nearest first,
    each with the level of a list that it sets itself.
    `heading` is the level of a heading from 1, 0 for other paragraphs. `half_points` is twice the size.
    """

    numbering: Numbering | None = None
    numbered_by: tuple[tuple[str, int | None], ...] = ()
    indents: Indents = UNSAID
    heading: int = 0
    half_points: int = _DEFAULT_HALF_POINTS
    hidden: bool = False
    new_page: bool = False
    is_title: bool = False
    is_caption: bool = False
    font: str = ""


class Styles:
    """The styles of a document, put together with what they inherit when they are first asked for."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default_paragraph = ""
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if root is not None else None
        indents = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}") if root is not None else None
        self._base = Style(
            half_points=integer_of(defaults, "sz") or _DEFAULT_HALF_POINTS, indents=read_indents(indents)
        )
        for element in root.iterfind(w("style")) if root is not None else ():
            style_id = element.get(w("styleId"), "")
            self._elements.setdefault(style_id, element)
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in {"1", "true", "on"}:
                self._default_paragraph = style_id

    def paragraph(self, style_id: str | None) -> Style:
        """The style of a paragraph; the default one if it names none that there is."""
        known = style_id if style_id in self._elements else self._default_paragraph
        return self.get(known)

    def get(self, style_id: str | None) -> Style:
        """A style by its id; what the document sets for all text if there is none."""
        if style_id is None or style_id not in self._elements:
            return self._base
        found = self._resolved.get(style_id)
        if found is None:
            found = self._resolved[style_id] = self._resolve(style_id)
        return found

    def _resolve(self, style_id: str) -> Style:
        chain = tuple(self._chain(style_id))
        elements = [self._elements[name] for name in chain]
        paragraphs = [element.find(w("pPr")) for element in elements]
        runs = [element.find(w("rPr")) for element in elements]
        names = [(value(element, "name") or "").lower() for element in elements]
        indents = self._base.indents
        for properties in reversed(paragraphs):
            indents = read_indents(properties).over(indents)
        return Style(
            numbering=_numbering(paragraphs),
            numbered_by=tuple(zip(chain, map(_own_level, paragraphs), strict=True)),
            indents=indents,
            heading=_heading(chain, names, paragraphs),
            half_points=_first(integer_of(run, "sz") for run in runs) or self._base.half_points,
            hidden=_first(switch(run, "vanish") for run in runs) or False,
            new_page=_first(switch(properties, "pageBreakBefore") for properties in paragraphs) or False,
            is_title=names[0] in _TITLE_NAMES or chain[0].lower() == "title",
            is_caption=names[0] in _CAPTION_NAMES,
            font=_first(_font(run) for run in runs) or "",
        )

    def _chain(self, style_id: str) -> Iterator[str]:
        seen: set[str] = set()
        name: str | None = style_id
        while (
            name is not None and name in self._elements and name not in seen and len(seen) < _MOST_ANCESTORS
        ):
            seen.add(name)
            yield name
            name = value(self._elements[name], "basedOn")


def read_numbering(properties: _Element | None) -> Numbering | None:
    """The list that some paragraph properties name; None if they name none."""
    element = properties.find(w("numPr")) if properties is not None else None
    if element is None:
        return None
    return Numbering(integer_of(element, "numId"), integer_of(element, "ilvl"))


def outline_heading(properties: _Element | None) -> int | None:
    """The heading level, from 1, that properties set as an outline level; 0 for body text, None if unsaid."""
    level = integer_of(properties, "outlineLvl")
    if level is None:
        return None
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def symbol_font(run: _Element | None) -> str | None:
    """The font that run properties set for Latin letters and signs, None if they set none."""
    return _font(run)


def _font(run: _Element | None) -> str | None:
    fonts = run.find(w("rFonts")) if run is not None else None
    return None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))


def _own_level(properties: _Element | None) -> int | None:
    own = read_numbering(properties)
    return own.level if own is not None else None


def _numbering(paragraphs: list[_Element | None]) -> Numbering | None:
    found = [numbering for properties in paragraphs if (numbering := read_numbering(properties))]
    if not found:
        return None
    return Numbering(_first(one.num_id for one in found), _first(one.level for one in found))


def _heading(chain: tuple[str, ...], names: list[str], paragraphs: list[_Element | None]) -> int:
    for style_id, name, properties in zip(chain, names, paragraphs, strict=True):
        outline = outline_heading(properties)
        if outline is not None:
            return outline
        match = _HEADING_NAME.fullmatch(name) or _HEADING_NAME.fullmatch(style_id)
        if match:
            return int(match[1])
    return 0


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((one for one in values if one is not None), None)
