"""Styles of Hancom Office that say what a paragraph is."""

from __future__ import annotations

import re

_OUTLINE_STYLE = re.compile(r"(?:개요|Outline)\s*(\d{1,2})", re.IGNORECASE)
HEADS_OF_HEADINGS = frozenset({"NONE", "OUTLINE"})
"""Kinds of paragraph heads that a heading may have."""


def heading_level(style_name: str, head_kind: str) -> int:
    """The level of a heading, from 1, 0 for other paragraphs.

    Headings have one of the built-in styles 개요 1 to 개요 10 ("Outline 1"). A paragraph that was given a
    bullet or the number of a list is an item, whatever its style.
    """
    match = _OUTLINE_STYLE.fullmatch(style_name.strip())
    if match is None or head_kind not in HEADS_OF_HEADINGS:
        return 0
    level = int(match.group(1))
    return level if 1 <= level <= 10 else 0
