"""Brackets: inside them nothing splits."""

from __future__ import annotations

import re
from bisect import bisect_left

_BRACKETS = re.compile(r"[()\[\]「」『』〈〉《》]")


class Brackets:
    """The brackets of one text, counted once, so that a text of many marks takes no longer than its length."""

    def __init__(self, text: str) -> None:
        self._places: list[int] = []
        self._depths = [0]
        for match in _BRACKETS.finditer(text):
            self._places.append(match.start())
            self._depths.append(self._depths[-1] + (1 if match.group() in "([「『〈《" else -1))

    def is_outside(self, start: int, end: int) -> bool:
        """Whether an offset is outside of the brackets opened since `start`."""
        return self._depth(end) <= self._depth(start)

    def _depth(self, offset: int) -> int:
        return self._depths[bisect_left(self._places, offset)]
