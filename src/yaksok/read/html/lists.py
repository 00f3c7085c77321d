"""The marks of list items: what a browser would draw before them, unless the text brings its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLET = "• "

# Marks that authors type themselves: bullets, dashes, asterisks, reference marks, numbers and letters with
# a bracket or full stop, circled and Roman numbers, and private-use bullets of word processors.
_OWN_MARK = re.compile(
    r"[\u2022\u2023\u25a0-\u25ff\u2666\u274d\u2756\u3147\u318d\u00b7\u203b\u2460-\u24ff\u2160-\u217f\u2776-\u2793\u3200-\u32ff"
    r"\ue000-\uf8ff]"
    r"|[-\u2013\u2014*]\s"
    r"|\(?(?:\d{1,3}|[가-하]|[a-zA-Z]|[ivxIVX]{1,5})[.)](?:\s|(?<=\))|(?=[가-힣A-Z]))"
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class ListLevel:
    """An open list: its kind, and the mark that its next text line still needs."""

    ordered: bool
    style: str = "1"
    counter: int = 0
    pending: str | None = None

    def start(self, value: str | None) -> None:
        """Sets the first number, from HTML's `start`."""
        if value and re.fullmatch(r"-?\d{1,6}", value):
            self.counter = int(value) - 1

    def open_item(self, value: str | None) -> None:
        """A new item begins, perhaps with a number of its own."""
        self.counter = int(value) if value and re.fullmatch(r"-?\d{1,6}", value) else self.counter + 1
        self.pending = f"{number(self.counter, self.style)}. " if self.ordered else BULLET

    def take_mark(self, text: str) -> str | None:
        """The mark for a line: None if the item's first line has had it, "" if the text brings its own."""
        mark, self.pending = self.pending, None
        return "" if mark is not None and has_own_mark(text) else mark


def has_own_mark(text: str) -> bool:
    """Whether a line begins with a bullet or number that its author typed."""
    return _OWN_MARK.match(text) is not None


def number(value: int, style: str) -> str:
    """A list number as HTML's `type` asks: 1, a, A, i or I."""
    if style in {"a", "A"} and 1 <= value <= 26:
        return chr(ord(style) + value - 1)
    if style in {"i", "I"} and 1 <= value <= 39:
        letters = ""
        for worth, roman in _ROMAN:
            letters += roman * (value // worth)
            value %= worth
        return letters if style == "i" else letters.upper()
    return str(value)
