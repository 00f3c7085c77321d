"""What header.xml defines: paragraph formats, sizes of letters, styles, lists, the record of changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.hancom.indents import first_line_indent
from yaksok.read.hancom.numbering import MOST_LEVELS, Bullet, LevelFormat, Numbering
from yaksok.read.hancom.styles import HEADS_OF_HEADINGS, heading_level
from yaksok.read.hwpx.xml import child, children, local, number

if TYPE_CHECKING:
    from lxml.etree import _Element

DEFAULT_SIZE = 1000
"""Ten points, in units of 1/7200 inch."""


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """The head of a paragraph (number, bullet) and its first line's indent in 1/7200 inch."""

    head: str = "NONE"
    list_id: int = 0
    level: int = 0
    indent: int = 0
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed the text, and when."""

    author: str
    date: str


PLAIN = ParagraphFormat()
NO_CHANGE = Change("", "")


@dataclass(frozen=True, slots=True)
class Formats:
    """All definitions by their ids."""

    paragraphs: dict[str, ParagraphFormat] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)
    numberings: tuple[Numbering, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    changes: dict[str, Change] = field(default_factory=dict)

    def paragraph(self, reference: str | None) -> ParagraphFormat:
        """The format of a paragraph; a plain one if it is not defined."""
        return self.paragraphs.get(reference or "", PLAIN)

    def heading(self, style: str | None, head: str) -> int:
        """The level of a heading style, 0 for other paragraphs and for items of lists."""
        level = self.headings.get(style or "", 0)
        return level if level and head in HEADS_OF_HEADINGS else 0

    def columns(self, indent: int, letters: str | None) -> int:
        """An indent in columns, half a letter each, of the letters that a paragraph begins with."""
        size = self.sizes.get(letters or "", DEFAULT_SIZE)
        return max(0, min(round(indent * 2 / size), 200))


def formats_of(head: _Element) -> Formats:
    """The definitions of a header.xml."""
    lists = child(head, "refList")
    parts = {local(part.tag): part for part in (head if lists is None else lists)}
    authors = {each.get("id", ""): each.get("name", "") for each in _each(parts, "trackChangeAuthors")}
    return Formats(
        {each.get("id", ""): _paragraph_format(each) for each in _each(parts, "paraProperties")},
        {each.get("id", ""): _size(each) for each in _each(parts, "charProperties")},
        {
            each.get("id", ""): heading_level(each.get("name") or each.get("engName") or "", "NONE")
            for each in _each(parts, "styles")
        },
        tuple(_numbering(each) for each in _each(parts, "numberings")),
        tuple(
            Bullet(number(each.get("id")), each.get("char", ""), each.get("checkedChar", ""))
            for each in _each(parts, "bullets")
        ),
        {
            each.get("id", ""): Change(_author(authors, each.get("authorID", "")), each.get("date", ""))
            for each in _each(parts, "trackChanges")
        },
    )


def _each(parts: dict[str, _Element], name: str) -> list[_Element]:
    part = parts.get(name)
    return [] if part is None else list(part)


def _size(letters: _Element) -> int:
    size = number(letters.get("height"), DEFAULT_SIZE)
    return size if 100 <= size <= 100_000 else DEFAULT_SIZE


def _author(authors: dict[str, str], reference: str) -> str:
    """The author of a change. Where Hancom Office counts authors from 0, changes count them from 1."""
    if "0" in authors:
        return authors.get(str(number(reference) - 1), "")
    return authors.get(reference, "")


def _paragraph_format(element: _Element) -> ParagraphFormat:
    heading = margin = None
    doubled = True
    for part in element:
        name = local(part.tag)
        if name == "heading" and heading is None:
            heading = part
        elif name == "margin" and margin is None:
            margin = part
        elif name == "switch":
            # The branch for newer programs counts in plain units, all other margins in halves.
            heading = heading if heading is not None else _within_switch(part, "heading")
            if margin is None:
                margin = _within_switch(part, "margin")
                doubled = margin is None
    indent = 0
    if margin is not None:
        values = {local(each.tag): number(each.get("value")) for each in margin}
        indent = first_line_indent(values.get("left", 0), values.get("intent", values.get("indent", 0)))
    if heading is None:
        return ParagraphFormat(indent=indent // 2 if doubled else indent)
    return ParagraphFormat(
        heading.get("type", "NONE"),
        number(heading.get("idRef")),
        number(heading.get("level")),
        indent // 2 if doubled else indent,
        element.get("checked") == "1",
    )


def _within_switch(switch: _Element, name: str) -> _Element | None:
    case = child(switch, "case")
    return None if case is None else child(case, name)


def _numbering(element: _Element) -> Numbering:
    levels = [LevelFormat()] * MOST_LEVELS
    for head in children(element, "paraHead"):
        level = number(head.get("level"), 0)
        if 1 <= level <= MOST_LEVELS:
            levels[level - 1] = LevelFormat(
                head.text or "", head.get("numFormat", "DIGIT"), number(head.get("start"), 1)
            )
    return Numbering(number(element.get("id")), tuple(levels), number(element.get("start"), 1))
