"""The paragraphs of a Word document on a second way, which knows no styles, lists or fields.

For checks (`yaksok verify`): it finds the characters at each address by the nesting of the elements alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.docx.boxes import ALTERNATIVES, chosen, text_boxes
from yaksok.read.docx.names import VALUE, integer_of, switch, w
from yaksok.read.docx.parts import Parts
from yaksok.read.docx.styles import Styles
from yaksok.read.sources import RawSource

if TYPE_CHECKING:
    from lxml.etree import _Element

Located = tuple[str, str | None]

_REMOVED = frozenset({w("del"), w("moveFrom")})
_GROUPS = frozenset(
    w(name)
    for name in "ins moveTo hyperlink smartTag customXml sdt sdtContent fldSimple dir bdo rubyBase".split()
)
_BLOCK_GROUPS = frozenset(w(name) for name in "ins moveTo sdt sdtContent customXml smartTag dir bdo".split())
# What these show depends on fonts, counters, or what a program made of them.
_UNTOLD = frozenset(w(name) for name in "sym ruby fldChar pgNum specVanish".split())
_DRAWINGS = frozenset(w(name) for name in ("drawing", "pict", "object"))
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_MATHEMATICS = "/math}"
_MOST_COLUMNS = 1024


def locate(raw: RawSource) -> Iterator[Located]:
    """Path and characters of each paragraph of the body; None where they depend on more than the text."""
    parts = Parts.open(raw.data, path=raw.origin)
    name = parts.main_name()
    root = parts.tree(name)
    body = root.find(w("body"))
    if body is None:
        return
    if _uses_hidden_styles(root, parts.optional_tree(parts.related(name, "styles"))):
        # Which words and marks of paragraphs are hidden is told by styles, which this way does not know.
        breaks = len(body.findall(f".//{w('pPr')}/{w('sectPr')}"))
        yield from ((f"section{number}/", None) for number in range(breaks + 1))
        return
    notes: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        part = parts.optional_tree(parts.related(name, f"{kind}s"))
        for element in part.iterfind(w(kind)) if part is not None else ():
            notes[kind, element.get(w("id"), "")] = element
    section: list[_Element] = []
    number = 0
    for element in _blocks(body):
        section.append(element)
        if element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            yield from _located(section, f"section{number}", notes)
            section, number = [], number + 1
    yield from _located(section, f"section{number}", notes)


Notes = dict[tuple[str, str], "_Element"]


def _uses_hidden_styles(root: _Element, styles: _Element | None) -> bool:
    if styles is None or next(styles.iter(w("vanish")), None) is None:
        return False
    known = Styles(styles)
    used = {each.get(VALUE) for each in root.iter(w("pStyle"), w("rStyle"))}
    return any(known.get(name).hidden for name in used) or known.paragraph(None).hidden


@dataclass(slots=True)
class _Open:
    """A paragraph while it is walked through; several whose marks between them are gone are one."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, _Element]] = field(default_factory=list)
    typed: set[int] = field(default_factory=set)
    boxes: list[_Element] = field(default_factory=list)
    told: bool = True


def _blocks(container: _Element) -> Iterator[_Element]:
    for element in container:
        if element.tag in {w("p"), w("tbl")}:
            yield element
        elif element.tag in _BLOCK_GROUPS:
            yield from _blocks(element)
        elif element.tag == ALTERNATIVES and (version := chosen(element)) is not None:
            yield from _blocks(version)


def _located(elements: Iterable[_Element], path: str, notes: Notes) -> Iterator[Located]:
    number = tables = 0
    line: _Open | None = None
    for element in elements:
        if element.tag == w("p"):
            line = line or _Open()
            _walk(element, line, notes)
            if _mark_is_gone(element):
                continue
            yield from _close(line, f"{path}/p{number}", notes)
            line, number, tables = None, number + 1, 0
            continue
        if line is not None:
            yield from _close(line, f"{path}/p{number}", notes)
            line, number, tables = None, number + 1, 0
        anchor = f"{path}/p{number - 1}" if number else path
        yield from _table(element, f"{anchor}/table{tables}", notes)
        tables += 1
    if line is not None:
        yield from _close(line, f"{path}/p{number}", notes)


def _mark_is_gone(paragraph: _Element) -> bool:
    own = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return own is not None and any(own.find(tag) is not None for tag in (*_REMOVED, w("vanish")))


def _close(line: _Open, path: str, notes: Notes) -> Iterator[Located]:
    yield path, "".join(line.pieces) if line.told else None
    for number, (kind, text) in enumerate(line.notes):
        for place, characters in _located(_blocks(text), f"{path}/{kind}{number}", notes):
            # The mark that an author typed may be repeated in front of the note's own words.
            yield place, None if number in line.typed and place.endswith("/p0") else characters
    for number, box in enumerate(line.boxes):
        yield from _located(_blocks(box), f"{path}/box{number}", notes)


def _walk(parent: _Element, line: _Open, notes: Notes) -> None:
    for element in parent:
        tag = element.tag
        if tag == w("r"):
            _run(element, line, notes)
        elif tag in _GROUPS:
            _walk(element, line, notes)
        elif tag == ALTERNATIVES and (version := chosen(element)) is not None:
            _walk(version, line, notes)
        elif _MATHEMATICS in tag:
            line.told = False


def _run(run: _Element, line: _Open, notes: Notes) -> None:
    if switch(run.find(w("rPr")), "vanish"):
        return
    for element in run:
        tag = element.tag
        if tag == w("t"):
            line.pieces.append((element.text or "").replace("\u00ad", ""))
            line.told = line.told and "\u00ad" not in (element.text or "")
        elif tag == w("noBreakHyphen"):
            line.pieces.append("-")
        elif tag in _UNTOLD:
            line.told = False
        elif tag == w("rPr"):
            # Fonts whose letters are signs.
            line.told = line.told and not any(each.tag in _UNTOLD or _is_sign_font(each) for each in element)
        elif tag in _NOTES:
            key = (_NOTES[tag], element.get(w("id"), ""))
            if key in notes:
                if element.get(w("customMarkFollows")) is not None:
                    line.typed.add(len(line.notes))
                line.notes.append((key[0], notes.pop(key)))
            line.told = line.told and element.get(w("customMarkFollows")) is None
        elif tag in _DRAWINGS:
            line.boxes += text_boxes(element)
        elif tag == ALTERNATIVES and (version := chosen(element)) is not None:
            _run(version, line, notes)


def _is_sign_font(element: _Element) -> bool:
    fonts = " ".join(str(each) for each in element.attrib.values()) if element.tag == w("rFonts") else ""
    return any(name in fonts for name in ("Symbol", "dings"))


def _table(table: _Element, path: str, notes: Notes) -> Iterator[Located]:
    number = 0
    open_columns: dict[int, int] = {}
    for row in _members(table, w("tr")):
        if row.find(f"{w('trPr')}/{w('del')}") is not None:
            continue
        column = min(max(0, integer_of(row.find(w("trPr")), "gridBefore") or 0), _MOST_COLUMNS)
        first = True
        for cell in _members(row, w("tc")):
            about = cell.find(w("tcPr"))
            if about is not None and about.find(w("cellDel")) is not None:
                continue
            above = _goes_on(about, "vMerge") and open_columns.get(column) == number - 1
            if not above and not (_goes_on(about, "hMerge") and not first):
                yield from _located(_blocks(cell), f"{path}/r{number}c{column}", notes)
                first = False
            if about is not None and about.find(w("vMerge")) is not None:
                open_columns[column] = number
            column = min(column + max(1, integer_of(about, "gridSpan") or 1), _MOST_COLUMNS)
        number += 1


def _goes_on(about: _Element | None, name: str) -> bool:
    """Whether a cell says that it is a part of the one above or before it, whose words are not shown."""
    merge = about.find(w(name)) if about is not None else None
    return merge is not None and merge.get(VALUE, "continue") == "continue"


def _members(parent: _Element, tag: str) -> Iterator[_Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _BLOCK_GROUPS:
            yield from _members(element, tag)
