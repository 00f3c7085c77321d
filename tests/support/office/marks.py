"""Automatic numbers as programs count them, for the writers that must type them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.support.office.description import ListMark, ListStyle, NumberFormat

_HANGUL = "가나다라마바사아자차카타파하"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_PLACEHOLDER = re.compile(r"\^(\d)")


class Counter:
    """Counts the numbers of lists: a deeper level begins anew under each number above it."""

    def __init__(self, lists: Iterable[ListStyle]) -> None:
        self._lists = {style.name: style for style in lists}
        self._counts: dict[str, list[int]] = {name: [0] * 10 for name in self._lists}

    def next(self, mark: ListMark) -> str:
        """The mark that comes next in its list at its level, as it is shown."""
        style = self._lists[mark.list_name]
        level = style.levels[mark.level]
        if level.format == "bullet":
            return level.template
        counts = self._counts[mark.list_name]
        counts[mark.level] += 1
        counts[mark.level + 1 :] = [0] * (len(counts) - mark.level - 1)

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return number(max(1, counts[at]), style.levels[at].format)

        return _PLACEHOLDER.sub(shown, level.template)


def number(value: int, style: NumberFormat) -> str:
    """A number in a format, such as 가, ① or Ⅰ."""
    if style == "digit":
        return str(value)
    if style == "latin":
        return chr(ord("a") + value - 1)
    letters = {"hangul": _HANGUL, "roman": _ROMAN, "circled": _CIRCLED}[style]
    return letters[value - 1]
