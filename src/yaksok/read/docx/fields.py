"""Fields: the result is shown, the code is not (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.docx.names import integer_of, switch, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:[\"“”]([^\"“”]*)[\"“”]|([^\s\\\"]\S*))", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_LONGEST_CODE = 4096
_FORM = w("ffData")


@dataclass(slots=True)
class OpenField:
    """A field that has begun: its code as far as it is known, and whether its result has begun too."""

    code: str = ""
    in_result: bool = False
    form: _Element | None = None

    def add_code(self, text: str) -> None:
        """Adds to the code; the rest of an endless one is nothing that we read."""
        if len(self.code) < _LONGEST_CODE:
            self.code += text


@dataclass(slots=True)
class FieldStack:
    """The fields that are open at a place of a story; a field may begin in one paragraph and end in another."""

    _open: list[OpenField] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether this stands in any field."""
        return bool(self._open)

    @property
    def in_code(self) -> bool:
        """Whether text here belongs to the code of a field, not to its result."""
        return any(not one.in_result for one in self._open)

    @property
    def target(self) -> str | None:
        """Where the innermost link field leads whose result this is, None outside of one."""
        found = (link_target(one.code) for one in reversed(self._open) if one.in_result)
        return next((target for target in found if target is not None), None)

    @property
    def in_page_number(self) -> bool:
        """Whether this is the result of a field that numbers pages."""
        return any(one.in_result and is_page_number(one.code) for one in self._open)

    def begin(self, element: _Element) -> None:
        """A field begins."""
        self._open.append(OpenField(form=element.find(_FORM)))

    def add_code(self, text: str) -> None:
        """A piece of the innermost field's code."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].add_code(text)

    def separate(self) -> None:
        """The innermost field's result begins."""
        if self._open:
            self._open[-1].in_result = True

    def end(self) -> str:
        """The innermost field ends; what it shows of itself, which is nothing but for form fields."""
        closed = self._open.pop() if self._open else None
        return form_text(closed.form) if closed and closed.form is not None and not closed.in_result else ""

    def close_unfinished(self) -> None:
        """Gives up codes without an end, so that they do not swallow what follows."""
        self._open = [one for one in self._open if one.in_result]


def link_target(code: str) -> str | None:
    """The address that a HYPERLINK code leads to; None for other fields and for places in the document."""
    match = _HYPERLINK.match(code)
    if match is None:
        return None
    return (match[1] if match[1] is not None else match[2]) or None


def is_page_number(code: str) -> bool:
    """Whether a field shows the number of a page, or of pages."""
    return _PAGE_NUMBER.match(code) is not None


def form_text(form: _Element) -> str:
    """What a form field without a result shows: a box, ticked or not, or the chosen entry of a list."""
    box = form.find(w("checkBox"))
    if box is not None:
        ticked = switch(box, "checked")
        return "☒" if (switch(box, "default") if ticked is None else ticked) else "☐"
    choices = form.find(w("ddList"))
    if choices is not None:
        entries = [entry.get(w("val"), "") for entry in choices.iterfind(w("listEntry"))]
        chosen = integer_of(choices, "result")
        chosen = (integer_of(choices, "default") or 0) if chosen is None else chosen
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""


def is_balanced(story: _Element) -> bool:
    """Whether every field of a story that begins also ends."""
    kinds = [element.get(w("fldCharType")) for element in story.iter(w("fldChar"))]
    return kinds.count("begin") == kinds.count("end")
