"""Footnotes "1)" at the foot of a page, told from list items by the reference above them."""

from __future__ import annotations

import re
from dataclasses import replace

from yaksok.outline.blocks import Block
from yaksok.outline.marks import Mark

_REFERENCE = re.compile(r"(?<=[가-힣A-Za-z」』’”.,)%])(\d{1,2})\)")
_KINDS = ("number_paren",)


def with_footnotes(blocks: list[Block]) -> list[Block]:
    """Blocks whose number "1)" is referred to in the text above them get marks of kind `footnote`."""
    if not any(block.marks and block.marks[0].kind in _KINDS for block in blocks):
        return blocks
    open_references: set[int] = set()
    result = []
    for block in blocks:
        mark = block.marks[0] if block.marks and block.anchor is None else None
        if mark is not None and mark.kind in _KINDS and mark.value in open_references:
            open_references.discard(mark.value)
            note = Mark(mark.glyph, "footnote", mark.value, mark.length)
            result.append(replace(block, marks=(note, *block.marks[1:])))
            continue
        if block.kind != "meta":
            open_references.update(_references(block.text.text))
        result.append(block)
    return result


def _references(text: str) -> set[int]:
    """Numbers of footnotes that a text points to: "1)" behind a word, with no bracket open."""
    if ")" not in text:
        return set()
    found: set[int] = set()
    position = depth = 0
    for match in _REFERENCE.finditer(text):
        at = match.start()
        depth += text.count("(", position, at) - text.count(")", position, at)
        position = at
        if depth <= 0:
            found.add(int(match.group(1)))
    return found
