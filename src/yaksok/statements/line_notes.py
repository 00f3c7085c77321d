"""Notes that stand at the end of the line they annotate."""

from __future__ import annotations

import re
from itertools import pairwise

from yaksok.records.mentions import Span
from yaksok.statements.brackets import Brackets

_NOTE = re.compile(r"(?<=\s)(?:\*{1,3}|※)\s?(?=[^\s*])")


def split_notes(text: str) -> list[Span]:
    """The text before the first note sign in the line, then each note with its sign."""
    if "*" not in text and "※" not in text:
        return [(0, len(text))]
    brackets = Brackets(text)
    cuts = [
        match.start()
        for match in _NOTE.finditer(text)
        if match.start() > 1 and brackets.is_outside(0, match.start())
    ]
    edges = [0, *cuts, len(text)]
    return [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]
