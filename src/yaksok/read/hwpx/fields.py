"""Fields (links, memos) and automatic numbers within a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaksok.read.hancom.links import LONGEST_TARGET, address_in
from yaksok.read.hancom.number_formats import written
from yaksok.read.hancom.private_use import shown
from yaksok.read.hwpx.formats import Change
from yaksok.read.hwpx.xml import child, children, local, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTE_NUMBERS = frozenset({"FOOTNOTE", "ENDNOTE"})
_PAGE_NUMBERS = frozenset({"PAGE", "TOTAL_PAGE"})


def parameters(begin: _Element) -> dict[str, str]:
    """The parameters of a field by name."""
    found: dict[str, str] = {}
    for group in children(begin, "parameters"):
        for each in group:
            found.setdefault(each.get("name", ""), each.text or "")
    return found


def link_target(begin: _Element) -> str:
    """The address that a hyperlink leads to, "" for a place in the same document."""
    known = parameters(begin)
    command = known.get("Command") or begin.get("command") or begin.get("name") or ""
    return (known.get("Path") or address_in(command)).strip()[:LONGEST_TARGET]


def plain_text(element: _Element) -> str:
    """The words of the paragraphs below an element, a line each: memos and hidden comments."""
    lines: list[str] = []
    for paragraph in element.iter("{*}p", "p"):
        pieces: list[str] = []
        for run in children(paragraph, "run"):
            for text in children(run, "t"):
                pieces.append(text.text or "")
                pieces.extend(
                    INLINE_SIGNS.get(local(inside.tag), "") + (inside.tail or "") for inside in text
                )
        lines.append(shown("".join(pieces))[0])
    return "\n".join(lines).strip()


INLINE_SIGNS: dict[str, str] = {
    "lineBreak": "\n",
    "tab": "\t",
    "nbSpace": "\u00a0",
    "fwSpace": " ",
    "hyphen": "-",
}
"""Elements within a text that stand for one sign."""


def memo_author(begin: _Element) -> Change:
    """Who wrote a memo, and when."""
    known = parameters(begin)
    return Change(known.get("Author", ""), known.get("CreateDateTime") or known.get("Date", ""))


def is_note_number(kind: str) -> bool:
    """Whether an automatic number counts foot- or endnotes."""
    return kind in _NOTE_NUMBERS


def is_page_number(kind: str) -> bool:
    """Whether an automatic number counts pages, which the file does not know."""
    return kind in _PAGE_NUMBERS


def shown_number(automatic: _Element, counted: int) -> str:
    """An automatic number as it is shown, such as "1)"; `counted` is its value if the file names none."""
    return _dressed(number(automatic.get("num"), counted), child(automatic, "autoNumFormat"))


def note_mark(note: _Element, counted: int, section_format: _Element | None) -> str:
    """The mark of a foot- or endnote as it is shown.

    The number at the head of its text says it; else the note's own attributes, else the section's format.
    """
    for automatic in note.iter("{*}autoNum", "autoNum"):
        if is_note_number(automatic.get("numType", "")):
            return shown_number(automatic, counted)
    value = number(note.get("number"), counted)
    own_suffix = number(note.get("suffixChar"), 0)
    if own_suffix:
        return _character(number(note.get("prefixChar"), 0)) + str(value) + _character(own_suffix)
    return _dressed(value, section_format)


def _dressed(value: int, number_format: _Element | None) -> str:
    if number_format is None:
        return str(value)
    kind, own = number_format.get("type", "DIGIT"), number_format.get("userChar", "")
    plain = own if kind == "USER_CHAR" and own else written(value, kind)
    mark = number_format.get("prefixChar", "") + plain + number_format.get("suffixChar", "")
    return shown(mark)[0].strip()


def _character(code: int) -> str:
    return chr(code) if 0x20 < code < 0xD800 else ""
