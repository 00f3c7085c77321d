"""Blocks to a tree: which block hangs on which, by marks, indents and custom.

A stack holds the open headings and bullets from the outside in. Numbered marks find their level
by the sequence they continue, else by the order of official papers; bullets by visible indent,
else by the rank of their glyphs (GUIDE Decisions 3, 4, 45).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from yaksok.outline.blocks import Block
from yaksok.outline.headings import introduces, is_closing, is_heading_line
from yaksok.outline.marks import BULLET_RANK, NUMBER_RANK, NUMBERED, Mark

_SEQUENCES = {"bare_number": "task", "circled": "task"}

# No document nests so deep. Below this level lines are siblings: the headings above every line of ten thousand
# levels would fill any memory.
_DEEPEST = 64
_PROSE_LETTERS = 40


class Tier(IntEnum):
    """What kind of node stands on the stack."""

    HEADING = 0
    CAPTION = 1
    ARTICLE = 2
    PROSE = 3
    BULLET = 4
    ROW = 5


@dataclass(frozen=True, slots=True)
class _Open:
    """An open node of the stack."""

    block: int
    tier: Tier
    family: str
    indent: int
    rank: float
    value: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the index of its parent block (None at the top) and its tier."""

    parent: int | None
    tier: Tier


class TreeBuilder:
    """Places blocks one after another."""

    def __init__(
        self, blocks: list[Block], *, sub_headlines: bool = False, tables_end_lists: bool = False
    ) -> None:
        """`sub_headlines`: unmarked lines below the title are sub-headlines, not section titles.

        `tables_end_lists`: a table that is set less far in than a list stands outside of it, as on web pages;
        in office files it belongs to the item above it.
        """
        self._tables_end_lists = tables_end_lists
        self._blocks = blocks
        self._below_title = sub_headlines
        self._stack: list[_Open] = []
        self._question: int | None = None
        self._below_rows = False

    def places(self) -> list[Place | None]:
        """The place of every block; None for furniture, title and notes (they hang on statements)."""
        return [self._place(index, block) for index, block in enumerate(self._blocks)]

    def _place(self, index: int, block: Block) -> Place | None:
        if block.kind in ("meta", "title"):
            return None
        if block.kind == "caption":
            return self._caption(index)
        if block.anchor is not None:
            return None
        if block.kind in ("header_row", "row", "cell"):
            return self._table(index, block)
        self._pop(lambda node: node.tier is Tier.ROW)
        if block.is_note:
            return None
        if self._below_rows:
            # What stands below its rows has left a table and its caption (GUIDE Decision 31).
            self._below_rows = False
            self._pop(lambda node: node.tier is Tier.CAPTION)
        if block.hashes:
            self._pop(lambda node: node.family != "hash" or node.rank >= block.hashes)
            return self._push(index, Tier.HEADING, "hash", 0, block.hashes)
        if not block.marks:
            return self._unmarked(index, block)
        mark = block.marks[0]
        if mark.kind == "speaker":
            return self._speaker(index, mark)
        if mark.kind == "attachment":
            self._stack.clear()
            return self._push(index, Tier.HEADING, "attachment", 0, -1)
        if mark.kind in NUMBERED:
            return self._numbered(index, block, mark)
        return self._bullet(index, block, mark)

    def _push(
        self, index: int, tier: Tier, family: str, indent: int, rank: float, *, value: int = 0
    ) -> Place:
        del self._stack[_DEEPEST:]
        parent = self._stack[-1].block if self._stack else None
        self._stack.append(_Open(index, tier, family, indent, rank, value))
        return Place(parent, tier)

    def _pop(self, unwanted: Callable[[_Open], bool]) -> None:
        while self._stack and unwanted(self._stack[-1]):
            self._stack.pop()

    # Numbered marks

    def _numbered(self, index: int, block: Block, mark: Mark) -> Place:
        family = mark.family if mark.kind == "decimal" else _SEQUENCES.get(mark.kind, mark.kind)
        tier = Tier.ARTICLE if _is_article(block, mark) else Tier.HEADING
        depth = self._below_prefix(mark) if mark.kind == "decimal" else None
        if depth is None:
            depth = self._sibling_depth(family, mark.value, block.indent)
        if depth is None:
            depth = self._new_depth(index, block, mark)
        del self._stack[depth:]
        return self._push(index, tier, family, block.indent, NUMBER_RANK[mark.kind], value=mark.value)

    def _below_prefix(self, mark: Mark) -> int | None:
        """Depth below the open number that a decimal number begins with: "4.1.2." stands below "4.1."."""
        prefix = mark.glyph.rstrip(".").rpartition(".")[0]
        for depth in range(len(self._stack) - 1, -1, -1):
            marks = self._blocks[self._stack[depth].block].marks
            if marks and marks[0].glyph.rstrip(".") == prefix:
                return depth + 1
        return None

    def _sibling_depth(self, family: str, value: int, indent: int) -> int | None:
        """Depth of the open node whose sequence the mark continues."""
        same = [depth for depth, node in enumerate(self._stack) if node.family == family]
        for depth in reversed(same):
            if value == self._stack[depth].value + 1:
                return depth
        if not same:
            return None
        innermost = self._stack[same[-1]]
        if value == 1 and indent > innermost.indent + 1 and self._stack[-1].tier >= Tier.PROSE:
            return None
        return same[-1]

    def _follows_heading(self, index: int) -> bool:
        """Whether the innermost open heading stands right above a block."""
        above = index - 1
        while above >= 0 and self._blocks[above].kind == "meta":
            above -= 1
        top = self._stack[-1] if self._stack else None
        return top is not None and top.tier is Tier.HEADING and top.block == above

    def _new_depth(self, index: int, block: Block, mark: Mark) -> int:
        """Depth of a sequence that opens here."""
        if mark.kind == "bracket":
            numbered = [d for d, node in enumerate(self._stack) if node.tier is Tier.HEADING]
            return numbered[-1] + 1 if numbered else 0
        if self._nests_in_item(block, mark) and not self._heads_prose(index):
            return len(self._stack)
        rank = NUMBER_RANK[mark.kind]
        opens_section = block.is_sentence or (mark.value == 1 and self._follows_heading(index))
        depth = 0
        for at, node in enumerate(self._stack):
            if node.tier is Tier.ARTICLE and not block.is_sentence:
                break
            if node.family == "hash":
                depth = at + 1
                continue
            if node.tier in (Tier.PROSE, Tier.BULLET, Tier.CAPTION) or node.family == "unmarked":
                if node.family == "unmarked" and opens_section:
                    depth = at + 1
                break
            if node.rank > rank and mark.value != 1 and node.tier is not Tier.ARTICLE:
                break
            depth = at + 1
        return depth

    def _heads_prose(self, index: int) -> bool:
        """Whether a numbered line below a sentence is the title of the prose below it, and no item of a list."""
        top, block = self._stack[-1], self._blocks[index]
        if top.tier is not Tier.PROSE or block.is_sentence or index + 1 >= len(self._blocks):
            return False
        below = self._blocks[index + 1]
        is_prose = below.is_sentence or len(below.text.text) > max(_PROSE_LETTERS, len(block.text.text))
        return below.kind == "text" and not below.marks and is_prose

    def _nests_in_item(self, block: Block, mark: Mark) -> bool:
        """Small marks (1) (a) ① open a list inside the bullet or sentence above them."""
        if not self._stack:
            return False
        top = self._stack[-1]
        if top.tier is Tier.HEADING:
            return False
        if top.tier is Tier.PROSE and mark.value == 1 and introduces(self._blocks[top.block].text.text):
            return True
        if top.tier is Tier.ARTICLE:
            return NUMBER_RANK[mark.kind] > top.rank
        if block.indent > top.indent:
            return True
        return mark.kind in ("circled", "paren_number", "paren_letter", "paren_roman", "number_paren") and (
            mark.value == 1 and (top.tier is Tier.PROSE or block.indent >= top.indent)
        )

    # Bullets

    def _bullet(self, index: int, block: Block, mark: Mark) -> Place:
        rank = BULLET_RANK.get(mark.kind, 2)
        depth = self._bullet_depth(block, mark, rank)
        del self._stack[depth:]
        return self._push(index, Tier.BULLET, mark.family, block.indent, rank)

    def _bullet_depth(self, block: Block, mark: Mark, rank: float) -> int:
        open_bullets = [d for d, node in enumerate(self._stack) if node.tier is Tier.BULLET]
        same = [d for d in open_bullets if self._stack[d].family == mark.family]
        if same:
            return self._same_glyph_depth(block, mark, same)
        depth = len(self._stack)
        while depth and self._is_outside(self._stack[depth - 1], block, mark, rank):
            depth -= 1
        if 0 < depth < len(self._stack) and rank == 0 and self._stack[depth - 1].tier is Tier.CAPTION:
            # A caption stands beside the squares of a text; what hangs on it ends with the next of them.
            depth -= 1
        return depth

    def _same_glyph_depth(self, block: Block, mark: Mark, same: list[int]) -> int:
        """The level of an open bullet with the same glyph, or one below when it is indented more."""
        innermost = self._stack[same[-1]]
        if block.indent > innermost.indent and mark.kind in ("dash", "dot", "circle", "private"):
            above = self._stack[-1]
            return len(self._stack) if block.indent > above.indent else same[-1] + 1
        for depth in reversed(same):
            if block.indent >= self._stack[depth].indent:
                return depth
        return same[0]

    def _is_outside(self, node: _Open, block: Block, mark: Mark, rank: float) -> bool:
        """Whether an open node ends where this bullet begins."""
        if node.tier is Tier.PROSE:
            introduced = introduces(self._blocks[node.block].text.text)
            return mark.kind == "square" and not introduced
        if node.tier is not Tier.BULLET:
            return False
        if node.rank == 0 and rank > 0:
            return False
        if rank == 0:
            return True
        if block.indent != node.indent:
            return block.indent < node.indent
        return rank <= node.rank

    # Lines without a mark

    def _unmarked(self, index: int, block: Block) -> Place:
        if self._is_inside_bullet(block):
            self._pop(lambda node: node.tier is Tier.BULLET and node.indent >= block.indent)
            parent = self._stack[-1].block if self._stack else None
            return Place(parent, Tier.PROSE)
        self._below_title = self._below_title and not block.is_sentence and block.blanks <= 2
        if self._below_title and is_heading_line(self._blocks, index):
            return Place(None, Tier.PROSE)
        if is_heading_line(self._blocks, index):
            asked = next((d for d, node in enumerate(self._stack) if node.family == "question"), None)
            del self._stack[asked if asked is not None else len(self._stack) :]
            self._pop(lambda node: node.tier >= Tier.CAPTION or node.family == "unmarked")
            return self._push(index, Tier.HEADING, "unmarked", block.indent, 99)
        self._pop(lambda node: node.tier in (Tier.BULLET, Tier.PROSE, Tier.ARTICLE, Tier.CAPTION))
        if is_closing(block.text.text):
            self._stack.clear()
        return self._push(index, Tier.PROSE, "prose", block.indent, 0)

    def _is_inside_bullet(self, block: Block) -> bool:
        bullets = [node for node in self._stack if node.tier is Tier.BULLET]
        if not bullets or self._stack[-1].tier is not Tier.BULLET:
            return False
        return block.indent > bullets[0].indent and not (
            block.is_sentence and block.lines > 1 and block.indent <= 2
        )

    # Tables, captions, questions

    def _caption(self, index: int) -> Place:
        self._below_rows = False
        self._pop(lambda node: node.tier is not Tier.HEADING)
        return self._push(index, Tier.CAPTION, "caption", 0, 0)

    def _table(self, index: int, block: Block) -> Place:
        if block.opens_table and self._tables_end_lists:
            self._pop(lambda node: node.tier is Tier.BULLET and node.indent > block.indent)
        if block.opens_table and self._below_rows:
            self._pop(lambda node: node.tier in (Tier.ROW, Tier.CAPTION))
        self._below_rows = True
        if block.kind == "header_row":
            self._pop(lambda node: node.tier is Tier.ROW)
            return self._push(index, Tier.ROW, "header", 0, 0)
        if block.kind == "row":
            self._pop(lambda node: node.family == "cell")
            parent = self._stack[-1].block if self._stack else None
            return Place(parent, Tier.ROW)
        if not any(node.tier is Tier.ROW for node in self._stack):
            self._pop(lambda node: node.tier not in (Tier.HEADING, Tier.CAPTION))
        self._pop(lambda node: node.tier is Tier.ROW and node.rank >= block.depth)
        return self._push(index, Tier.ROW, "cell", 0, block.depth)

    def _speaker(self, index: int, mark: Mark) -> Place:
        opened = [depth for depth, node in enumerate(self._stack) if node.family == "question"]
        if opened:
            del self._stack[opened[0] :]
        self._pop(lambda node: node.tier in (Tier.PROSE, Tier.ARTICLE, Tier.ROW, Tier.CAPTION))
        if mark.value == 1:
            self._question = index
            return self._push(index, Tier.HEADING, "question", 0, 98)
        if self._question is not None:
            self._stack.append(_Open(self._question, Tier.HEADING, "question", 0, 98))
        return self._push(index, Tier.PROSE, "prose", 0, 0)


def _is_article(block: Block, mark: Mark) -> bool:
    """A numbered sentence is an article; a chapter title may be worded like one, without a stop."""
    if mark.kind in ("roman", "chapter"):
        return block.text.text.endswith(".")
    return block.is_sentence and mark.kind != "bracket"
