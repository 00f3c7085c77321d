"""Where statements stand: extents that tile the text, and a reading order that keeps each in one piece."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaksok.outline.mapped_text import MappedText
from yaksok.records.mentions import Span
from yaksok.statements.nodes import Node

# What may stand inside a statement's span without being part of its text: white space, bullets
# and decoration (the reading contract compares texts without them).
_BETWEEN = re.compile(r"(?:<[^<>]{1,80}>|\*\*|[\s*|▲▴•·‧ㆍ□ㅇ○▪※\-–─])*")


def extents_of(nodes: Sequence[Node], length: int) -> list[Span]:
    """Tiles of the text, one a node: from behind the node before to the node's own end."""
    extents: list[Span] = []
    start = 0
    for number, node in enumerate(nodes):
        last = number == len(nodes) - 1
        end = length if last else max(start, node.text.position(max(0, len(node.text.text) - 1)) + 1)
        extents.append((start, end))
        start = end
    return extents


def reading_order(text: str, nodes: Sequence[Node]) -> tuple[str, Sequence[int] | None]:
    """The text with every statement in one piece; moves the nodes' texts along with it.

    The second value gives for each offset of the old text the new one, None if nothing moved.

    A page number or running head inside of a sentence goes behind the sentence, and so does the
    number of a footnote ("협정1)에 따라"). Nothing else moves and no character is lost. The text is
    returned as it is where no statement is interrupted, which is the rule.
    """
    if all(_is_whole(text, node.text) for node in nodes) and _follow_each_other(nodes):
        return text, None
    owners = _owners(text, nodes)
    order: list[int] = []
    for number in range(len(nodes)):
        order.extend(owners[number])
    moved = [0] * len(text)
    for new, old in enumerate(order):
        moved[old] = new
    for node in nodes:
        node.text = _moved(node.text, moved)
    return "".join(text[old] for old in order), moved


def _is_whole(text: str, mapped: MappedText) -> bool:
    """Whether the runs of a statement stand in order with nothing of others between them."""
    if len(mapped.sources) == 1:
        return True
    ends = [*mapped.starts[1:], len(mapped.text)]
    before: int | None = None
    for start, end, source in zip(mapped.starts, ends, mapped.sources, strict=True):
        if before is not None and (source < before or not _is_filler(text, before, source)):
            return False
        before = source + end - start
    return True


def _follow_each_other(nodes: Sequence[Node]) -> bool:
    """Whether each statement begins behind the one before; the rule of a table may stand within a row."""
    end = 0
    for node in nodes:
        if not node.text.text:
            continue
        if node.text.position(0) < end:
            return False
        end = node.text.position(len(node.text.text) - 1) + 1
    return True


def _is_filler(text: str, start: int, end: int) -> bool:
    if start == end:
        return True
    match = _BETWEEN.match(text, start, end)
    return match is not None and match.end() == end


def _owners(text: str, nodes: Sequence[Node]) -> list[list[int]]:
    """For each node the offsets that it owns: its own characters first, then strays inside of it.

    Characters that no node claims go with the node before them.
    """
    owner = [-1] * len(text)
    for number, node in enumerate(nodes):
        ends = [*node.text.starts[1:], len(node.text.text)]
        for start, end, source in zip(node.text.starts, ends, node.text.sources, strict=True):
            owner[source : source + end - start] = [number] * (end - start)
    owned: list[list[int]] = [[] for _ in nodes]
    strays: list[list[int]] = [[] for _ in nodes]
    last_of = {number: offset for offset, number in enumerate(owner) if number >= 0}
    current, begun = 0, False
    for offset, number in enumerate(owner):
        if number >= 0:
            current, begun = number, True
            owned[number].append(offset)
        elif begun and offset < last_of.get(current, -1) and not _is_filler(text, offset, offset + 1):
            strays[current].append(offset)
        else:
            owned[current].append(offset)
    return [own + stray for own, stray in zip(owned, strays, strict=True)]


def _moved(mapped: MappedText, moved: Sequence[int]) -> MappedText:
    """A statement's text at its new place; a joining space whose break went elsewhere stays beside it."""
    if not mapped.text:
        return mapped
    starts: list[int] = []
    sources: list[int] = []
    ends = [*mapped.starts[1:], len(mapped.text)]
    for start, end, source in zip(mapped.starts, ends, mapped.sources, strict=True):
        for local in range(start, end):
            place = moved[source + local - start] if source + local - start < len(moved) else len(moved)
            if not sources or place != sources[-1] + local - starts[-1]:
                starts.append(local)
                sources.append(place)
    return MappedText(mapped.text, tuple(starts), tuple(sources))
