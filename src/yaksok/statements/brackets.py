"""Brackets: inside them nothing splits."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"[()\[\]「」『』〈〉《》]")


def is_outside(text: str, start: int, end: int) -> bool:
    """Whether an offset is outside of the brackets opened since `start`."""
    depth = 0
    for match in _BRACKETS.finditer(text, start, end):
        depth += 1 if match.group() in "([「『〈《" else -1
    return depth <= 0
