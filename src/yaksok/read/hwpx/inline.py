"""What stands within a line: characters, tracked changes, fields, automatic numbers, joined letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.hancom.overlaps import overlapped
from yaksok.read.hwpx.fields import (
    INLINE_SIGNS,
    is_note_number,
    is_page_number,
    link_target,
    memo_author,
    plain_text,
    shown_number,
)
from yaksok.read.hwpx.formats import NO_CHANGE, Change
from yaksok.read.hwpx.line import Line
from yaksok.read.hwpx.xml import child, local, number

if TYPE_CHECKING:
    from lxml.etree import _Element

# Whether the words were deleted, and whether they begin here.
_CHANGES: dict[str, tuple[bool, bool]] = {
    "insertBegin": (False, True),
    "insertEnd": (False, False),
    "deleteBegin": (True, True),
    "deleteEnd": (True, False),
}
_FORMS = frozenset("btn checkBtn radioBtn comboBox edit listBox scrollBar".split())
_NOTES = {"FOOTNOTE": "footNote", "ENDNOTE": "endNote"}


@dataclass(slots=True)
class Inline:
    """Adds elements to a line. `counts` are the automatic numbers so far, through the whole document."""

    changes: dict[str, Change]
    counts: dict[str, int] = field(default_factory=dict)

    def text(self, element: _Element, line: Line) -> None:
        """Characters, with the signs and tracked changes among them."""
        line.add(element.text)
        for inside in element:
            name = local(inside.tag)
            sign = INLINE_SIGNS.get(name)
            if sign is not None:
                line.put(sign)
            elif name in _CHANGES:
                self._change(inside, line, *_CHANGES[name])
            line.add(inside.tail)

    def read(self, name: str, element: _Element, line: Line) -> None:
        """Any other element within a line; what shows nothing is passed over."""
        match name:
            case "fieldBegin":
                _begin_field(element, line)
            case "fieldEnd":
                line.end_field(element.get("beginIDRef", ""))
            case "autoNum":
                self._automatic_number(element, line)
            case "newNum":
                kind = element.get("numType", "")
                self.counts[_NOTES.get(kind, kind)] = number(element.get("num"), 1) - 1
            case "hiddenComment":
                line.annotate("comment", line.length, line.length, plain_text(element), NO_CHANGE)
            case "compose":
                text, unknown = overlapped(element.get("composeText", ""), element.get("circleType", ""))
                line.unknown += unknown
                line.put(text)
            case "dutmal":
                _ruby(element, line)
            case "equation":
                script = child(element, "script")
                line.add(" ".join((script.text or "").split()) if script is not None else None)
            case _ if name in _FORMS:
                typed = child(element, "text")
                words = typed.text if typed is not None else None
                line.add(words or element.get("caption") or element.get("selectedValue"))

    def next_number(self, kind: str) -> int:
        """Counts a note or another numbered thing."""
        self.counts[kind] = value = self.counts.get(kind, 0) + 1
        return value

    def _change(self, mark: _Element, line: Line, deleted: bool, begins: bool) -> None:  # noqa: FBT001 - from a table
        key = mark.get("Id") or mark.get("TcId") or ""
        if begins:
            line.begin_change(key, self.changes.get(mark.get("TcId", ""), NO_CHANGE), deleted=deleted)
        else:
            line.end_change(key, deleted=deleted)

    def _automatic_number(self, element: _Element, line: Line) -> None:
        kind = element.get("numType", "")
        if is_page_number(kind):
            line.page_number = True
        elif not (line.note_number and is_note_number(kind)):
            value = self.next_number(kind)
            self.counts[kind] = number(element.get("num"), value)
            line.add(shown_number(element, value))


def _begin_field(element: _Element, line: Line) -> None:
    key, kind = element.get("id", ""), element.get("type", "")
    if kind == "HYPERLINK":
        target = link_target(element)
        if target:
            line.begin_field(key, target=target)
    elif kind == "MEMO":
        line.begin_field(key, memo=plain_text(element), change=memo_author(element))


def _ruby(element: _Element, line: Line) -> None:
    """A word with small letters above or below it, which follow it in parentheses."""
    main, small = child(element, "mainText"), child(element, "subText")
    line.add(main.text if main is not None else None)
    if small is not None and small.text:
        line.add(f"({small.text})")
