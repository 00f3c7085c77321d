"""The paragraphs of an HWPX file on a second way, which knows no formats, marks or numbers.

For checks (`yaksok verify`): it finds the characters at each address by the nesting of the elements alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.errors import DamagedFile
from yaksok.read.hancom.private_use import shown
from yaksok.read.hwpx.package import open_package, parts_of
from yaksok.read.sources import RawSource

if TYPE_CHECKING:
    from lxml.etree import _Element

Located = tuple[str, str | None]

_HYPHENS = frozenset({"hyphen"})
_UNTOLD = frozenset(
    {"autoNum", "compose", "dutmal", "equation", "btn", "checkBtn", "radioBtn", "comboBox", "edit"}
)
_DRAWN = frozenset(
    "pic rect ellipse arc polygon curve line connectLine container textart ole video chart unknownObject".split()
)
_NOTES = {"footNote": "footnote", "endNote": "endnote"}


def locate(raw: RawSource) -> Iterator[Located]:
    """Path and characters of each paragraph; None where they depend on numbers or joined letters."""
    package = open_package(raw)
    for number, name in enumerate(parts_of(package).sections):
        path = f"section{number}"
        try:
            root = package.tree(name)
        except DamagedFile:
            # The reading has a problem for it.
            continue
        yield from _paragraphs(root, path, _Heads(path))


@dataclass(slots=True)
class _Heads:
    """Headers and footers count through their section."""

    section: str
    counts: Counter[str] = field(default_factory=Counter)

    def path(self, name: str) -> str:
        self.counts[name] += 1
        return f"{self.section}/{name}{self.counts[name] - 1}"


@dataclass(slots=True)
class _Open:
    """A paragraph while it is walked through."""

    path: str
    pieces: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    deleted: int = 0
    told: bool = True
    inside: list[Located] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text and not self.deleted:
            self.pieces.append(text)

    def next(self, name: str) -> str:
        self.counts[name] += 1
        return f"{self.path}/{name}{self.counts[name] - 1}"


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2]


def _paragraphs(
    holder: _Element | None, path: str, heads: _Heads, *, note: bool = False
) -> Iterator[Located]:
    elements = [each for each in holder if _name(each) == "p"] if holder is not None else []
    for number, element in enumerate(elements):
        line = _Open(f"{path}/p{number}")
        for run in element:
            if _name(run) == "run":
                _walk(run, line, heads, leads_note=note and number == 0)
        text = shown("".join(line.pieces).replace("\u00ad", "-"))[0]
        yield line.path, text if line.told else None
        yield from line.inside


def _walk(holder: _Element, line: _Open, heads: _Heads, *, leads_note: bool) -> None:
    for element in holder:
        name = _name(element)
        if name == "t":
            _text(element, line)
        elif name == "ctrl":
            _walk(element, line, heads, leads_note=leads_note)
        elif name == "switch":
            branch = next((each for each in element if _name(each) in {"case", "default"}), None)
            if branch is not None:
                _walk(branch, line, heads, leads_note=leads_note)
        elif name == "tbl":
            _table(element, line.next("table"), line, heads)
        elif name in _NOTES:
            held = _first(element, "subList")
            line.inside += _paragraphs(held, line.next(_NOTES[name]), heads, note=True)
        elif name in {"header", "footer"}:
            line.inside += _paragraphs(_first(element, "subList"), heads.path(name), heads)
        elif name in _DRAWN:
            _drawn(element, line, heads)
        elif name in _UNTOLD and not (name == "autoNum" and leads_note):
            line.told = False
            if name == "equation":
                _caption(element, line.next(name), line, heads)


def _text(element: _Element, line: _Open) -> None:
    line.add(element.text)
    for inside in element:
        name = _name(inside)
        if name == "deleteBegin":
            line.deleted += 1
        elif name == "deleteEnd":
            line.deleted = max(0, line.deleted - 1)
        elif name in _HYPHENS:
            line.add("-")
        line.add(inside.tail)


def _table(element: _Element, path: str, line: _Open, heads: _Heads) -> None:
    cells = list(element.iterfind("{*}tr/{*}tc"))
    addresses = [_address(cell) for cell in cells]
    # A damaged table, with cells without an address or two at one, has no addresses of its own.
    sound = None not in addresses and len(set(addresses)) == len(cells)
    for cell, address in zip(cells, addresses, strict=True):
        if sound:
            line.inside += _paragraphs(_first(cell, "subList"), f"{path}/{address}", heads)
    if not sound:
        line.inside.append((f"{path}/", None))
    _caption(element, path, line, heads)


def _address(cell: _Element) -> str | None:
    found = _first(cell, "cellAddr")
    row, column = (found.get("rowAddr", ""), found.get("colAddr", "")) if found is not None else ("", "")
    return f"r{int(row)}c{int(column)}" if row.isdecimal() and column.isdecimal() else None


def _drawn(element: _Element, line: _Open, heads: _Heads) -> None:
    words = _first(element, "drawText")
    art = element.get("text", "") if _name(element) == "textart" else ""
    path = line.next("picture" if words is None and not art else "box")
    found = list(_paragraphs(_first(words, "subList"), path, heads)) if words is not None else []
    line.inside += found
    if art:
        own = sum(1 for each, _ in found if each.rpartition("/")[0] == path)
        line.inside.append((f"{path}/p{own}", shown(art)[0]))
    _caption(element, path, line, heads)
    for part in element:
        if _name(part) in _DRAWN:
            _drawn(part, line, heads)


def _caption(element: _Element, path: str, line: _Open, heads: _Heads) -> None:
    caption = _first(element, "caption")
    if caption is not None:
        line.inside += _paragraphs(_first(caption, "subList"), f"{path}/caption", heads)


def _first(element: _Element, name: str) -> _Element | None:
    return next((each for each in element if _name(each) == name), None)
