"""Blocks to nodes: splits every block into units and hangs them on the outline."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from yaksok.outline.blocks import Block
from yaksok.outline.mapped_text import MappedText, join
from yaksok.outline.outline import Outline
from yaksok.outline.tree import Place, Tier
from yaksok.records.statement import Role
from yaksok.statements.language import LanguageRules
from yaksok.statements.nodes import Node
from yaksok.statements.units import Unit, units_of

_TITLE_MARKS = frozenset(
    {"chapter", "roman", "letter", "number", "bare_number", "decimal", "hangul", "bracket"}
)


class Assembler:
    """Walks the blocks once and hangs their units."""

    def __init__(self, outline: Outline, rules: LanguageRules) -> None:
        self._outline = outline
        self._rules = rules
        self._nodes: list[Node] = []
        self._last_of: dict[int, int] = {}
        self._waiting: dict[str, list[int]] = {}
        self._chrome: list[MappedText] = []
        self._paragraph: tuple[int, ...] = ()
        self._last_statement: int | None = None

    def nodes(self) -> list[Node]:
        """The nodes of all blocks, furniture merged where it is contiguous."""
        footnotes = frozenset(
            mark.glyph
            for block in self._outline.blocks
            if block.anchor is None
            for mark in block.marks
            if mark.kind == "footnote"
        )
        for index, (block, place) in enumerate(zip(self._outline.blocks, self._outline.places, strict=True)):
            if block.kind == "meta" or not block.text.text:
                self._meta(index, block.text)
                continue
            self._hang(index, self._after_dateline(index, block), place, footnotes)
        self._close_meta()
        return self._in_order()

    def _in_order(self) -> list[Node]:
        """The nodes in the order in which they begin.

        A page number between two sentences of a paragraph comes behind the whole paragraph as a block,
        but stands between the two.
        """
        begins = [
            node.text.sources[0] if node.text.text else self._outline.blocks[node.block].extent[0]
            for node in self._nodes
        ]
        order = sorted(range(len(begins)), key=begins.__getitem__)
        if all(new == old for new, old in enumerate(order)):
            return self._nodes
        moved = {old: new for new, old in enumerate(order)}
        nodes = [self._nodes[old] for old in order]
        for node in nodes:
            node.parent = moved[node.parent] if node.parent is not None else None
        return nodes

    def _meta(self, index: int, text: MappedText) -> None:
        """A line of furniture, kept until the last of its neighbours is known."""
        if self._chrome and self._is_apart(text):
            self._close_meta()
        if not self._chrome:
            self._nodes.append(Node(text, "", index, None, "meta"))
        self._chrome.append(text)

    def _is_apart(self, text: MappedText) -> bool:
        """Whether words of the paragraph above stand between a line of furniture and the last one."""
        at = bisect_right(self._paragraph, self._chrome[-1].sources[0])
        return at < len(self._paragraph) and self._paragraph[at] < text.sources[0]

    def _close_meta(self) -> None:
        """Neighbouring lines of furniture as one statement."""
        if self._chrome:
            self._nodes[-1].text = join(self._chrome, ["", *[" "] * (len(self._chrome) - 1)]).collapsed()
            self._chrome = []

    def _after_dateline(self, index: int, block: Block) -> Block:
        """The block without the dateline in front of its first sentence, which is furniture."""
        end = self._rules.dateline_end(block.text.text[:100]) if block.kind == "text" else 0
        if not end or block.marks:
            return block
        self._meta(index, block.text.slice(0, end))
        return replace(block, text=block.text.slice(end, len(block.text.text)))

    def _hang(self, index: int, block: Block, place: Place | None, footnotes: frozenset[str]) -> None:
        units = units_of(block, self._rules, footnotes)
        self._paragraph = block.text.sources
        level = self._last_of.get(place.parent) if place is not None and place.parent is not None else None
        positions: list[int] = []
        annotated: dict[str, int | None] = {}
        for unit in units:
            if not block.is_note and self._rules.is_formula(unit.text.text):
                self._meta(index, unit.text)
                positions.append(len(self._nodes) - 1)
                continue
            parent, role = self._place_of(unit, level, positions, block, annotated)
            if parent is not None:
                self._nodes[parent].children += role != "note" or self._nodes[parent].role == "note"
            self._close_meta()
            self._nodes.append(Node(unit.text, unit.marker, index, parent, role, unit))
            positions.append(len(self._nodes) - 1)
            self._remember(index, unit, role)
        self._settle_roles(block, place, positions)
        if place is not None and place.tier is Tier.HEADING:
            self._waiting = {sign: at for sign, at in self._waiting.items() if sign[0] not in "*†‡"}
        if _is_question(block) and positions:
            for position in positions:
                self._nodes[position].asks = position == positions[-1]
                self._nodes[position].tells = position != positions[-1]

    def _place_of(
        self,
        unit: Unit,
        level: int | None,
        positions: list[int],
        block: Block,
        annotated: dict[str, int | None],
    ) -> tuple[int | None, Role]:
        if block.kind == "title":
            return None, "title"
        if unit.lead is not None and unit.lead < len(positions):
            role: Role = "note" if unit.note else "item"
            return positions[unit.lead], role
        if unit.note is not None:
            if unit.note not in annotated and block.anchor is not None:
                annotated[unit.note] = self._anchored(block.anchor)
            elif unit.note not in annotated:
                annotated[unit.note] = self._annotated(unit.note)
            return annotated[unit.note], "note"
        return level, "item"

    def _anchored(self, anchor: int) -> int | None:
        """The statement that stands at the offset where the mark of a note does; None if it is the title."""
        for position in range(len(self._nodes) - 1, -1, -1):
            node = self._nodes[position]
            if node.role in ("meta", "note") or not node.text.text:
                continue
            if node.text.sources[0] < max(anchor, 1):
                return None if node.role == "title" else position
        return None

    def _annotated(self, sign: str) -> int | None:
        """The statement with the sign of a note, else the last statement before the note.

        A note on the title hangs on nothing, as nothing does on a title.
        """
        if self._waiting.get(sign):
            position = self._waiting[sign].pop()
            return None if self._nodes[position].role == "title" else position
        return self._above_table(self._last_statement)

    def _above_table(self, position: int | None) -> int | None:
        """A note below the rows of a table hangs on the caption (GUIDE Decision 31)."""
        while position is not None:
            node = self._nodes[position]
            if self._outline.blocks[node.block].kind not in ("row", "header_row") or node.parent is None:
                break
            position = node.parent
        return position

    def _remember(self, block: int, unit: Unit, role: Role) -> None:
        position = len(self._nodes) - 1
        for pointer in unit.pointers:
            self._waiting.setdefault(pointer, []).append(position)
        if role in ("item", "heading"):
            self._last_of[block] = position
            self._last_statement = position
        elif role == "note" and block not in self._last_of:
            self._last_of[block] = position

    def _settle_roles(self, block: Block, place: Place | None, positions: list[int]) -> None:
        """Section titles and table heads are headings whatever hangs on them."""
        if place is None or not positions:
            return
        above = self._outline.places[place.parent] if place.parent is not None else None
        in_item = above is not None and above.tier in (Tier.ARTICLE, Tier.PROSE, Tier.BULLET)
        structural = (
            place.tier is Tier.HEADING
            and not in_item
            and (
                not block.marks or block.marks[0].kind in _TITLE_MARKS or block.marks[0].kind == "attachment"
            )
        )
        cell = block.kind in ("header_row", "caption") or (block.kind == "cell" and not block.marks)
        if structural or cell or _is_question(block):
            last = self._nodes[positions[-1]]
            if last.role == "item":
                last.role = "heading"


def _is_question(block: Block) -> bool:
    return bool(block.marks) and block.marks[0].kind == "speaker" and block.marks[0].value == 1
