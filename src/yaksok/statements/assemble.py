"""Outline to statements: splits blocks, hangs them, judges acts, finds mentions, lays spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from yaksok.outline.blocks import Block
from yaksok.outline.mapped_text import MappedText, join
from yaksok.outline.outline import Outline
from yaksok.outline.tree import Place, Tier
from yaksok.records.mentions import Mention, Span
from yaksok.records.statement import Act, Genre, Role, Statement
from yaksok.statements.context import StatementContext
from yaksok.statements.language import LanguageRules, rules_of
from yaksok.statements.sections import section_year_of
from yaksok.statements.units import Unit, units_of

M = TypeVar("M", bound=Mention)
_SHARES = re.compile(r"\s등(?:[을를이의에은]|에서|으로|과|와)?\s\S")
_TITLE_MARKS = frozenset({"chapter", "roman", "letter", "number", "bare_number", "hangul", "bracket"})


@dataclass(slots=True)
class _Node:
    """A statement in the making, in document order."""

    text: MappedText
    marker: str
    block: int
    parent: int | None
    role: Role
    unit: Unit | None = None
    children: int = 0
    act: Act = "none"
    section_act: Act = "none"
    section_year: int | None = None
    trail: tuple[str, ...] = ()
    asks: bool = False
    tells: bool = False


def statements_of(outline: Outline, document_text: str) -> tuple[Statement, ...]:
    """The statements of an outline; their extents tile the document's text.

    Spans count characters of `document_text`.
    """
    rules = rules_of(outline.head.language)
    nodes = _Assembler(outline, rules).nodes()
    _judge(nodes, outline, rules)
    extents = _extents(nodes, len(document_text))
    when, precision = _document_date(outline.date)
    return tuple(
        _statement(number, node, extent, rules, _context(node, outline.head.genre, when, precision))
        for number, (node, extent) in enumerate(zip(nodes, extents, strict=True), start=1)
    )


class _Assembler:
    """Walks the blocks once and hangs their units."""

    def __init__(self, outline: Outline, rules: LanguageRules) -> None:
        self._outline = outline
        self._rules = rules
        self._nodes: list[_Node] = []
        self._last_of: dict[int, int] = {}
        self._waiting: list[tuple[str, int]] = []
        self._last_statement: int | None = None

    def nodes(self) -> list[_Node]:
        """The nodes of all blocks, furniture merged where it is contiguous."""
        footnotes = frozenset(
            mark.glyph for block in self._outline.blocks for mark in block.marks if mark.kind == "footnote"
        )
        for index, (block, place) in enumerate(zip(self._outline.blocks, self._outline.places, strict=True)):
            if block.kind == "meta" or not block.text.text:
                self._meta(index, block.text)
                continue
            self._hang(index, self._after_dateline(index, block), place, footnotes)
        return self._nodes

    def _meta(self, index: int, text: MappedText) -> None:
        if self._nodes and self._nodes[-1].role == "meta":
            last = self._nodes[-1]
            last.text = join([last.text, text], ["", " "])
            return
        self._nodes.append(_Node(text, "", index, None, "meta"))

    def _after_dateline(self, index: int, block: Block) -> Block:
        """The block without the dateline in front of its first sentence, which is furniture."""
        end = self._rules.dateline_end(block.text.text[:100]) if block.kind == "text" else 0
        if not end or block.marks:
            return block
        self._meta(index, block.text.slice(0, end))
        return replace(block, text=block.text.slice(end, len(block.text.text)))

    def _hang(self, index: int, block: Block, place: Place | None, footnotes: frozenset[str]) -> None:
        units = units_of(block, self._rules, footnotes)
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
            self._nodes.append(_Node(unit.text, unit.marker, index, parent, role, unit))
            positions.append(len(self._nodes) - 1)
            self._remember(index, unit, role)
        self._settle_roles(block, place, positions)
        if place is not None and place.tier is Tier.HEADING:
            self._waiting = [(sign, at) for sign, at in self._waiting if sign[0] not in "*†‡"]
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
            if unit.note not in annotated:
                annotated[unit.note] = self._annotated(unit.note)
            return annotated[unit.note], "note"
        return level, "item"

    def _annotated(self, sign: str) -> int | None:
        """The statement with the sign of a note, else the last statement before the note."""
        for at in range(len(self._waiting) - 1, -1, -1):
            if self._waiting[at][0] == sign:
                return self._waiting.pop(at)[1]
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
            self._waiting.append((pointer, position))
        if role in ("item", "heading"):
            self._last_of[block] = position
            self._last_statement = position
        elif role == "note" and block not in self._last_of:
            self._last_of[block] = position

    def _settle_roles(self, block: Block, place: Place | None, positions: list[int]) -> None:
        """Section titles and table heads are headings whatever hangs on them."""
        if place is None or not positions:
            return
        structural = place.tier is Tier.HEADING and (
            not block.marks or block.marks[0].kind in _TITLE_MARKS or block.marks[0].kind == "attachment"
        )
        cell = block.kind in ("header_row", "caption") or (block.kind == "cell" and not block.marks)
        if structural or cell or _is_question(block):
            last = self._nodes[positions[-1]]
            if last.role == "item":
                last.role = "heading"


def _judge(nodes: list[_Node], outline: Outline, rules: LanguageRules) -> None:
    """Trails, section acts, roles and acts, parents before children."""
    base = _BASE_ACT.get(outline.head.genre, "none")
    when, precision = _document_date(outline.date)
    for node in nodes:
        if node.role == "meta":
            continue
        above = nodes[node.parent] if node.parent is not None else None
        node.trail = (*above.trail, above.text.text) if above is not None else ()
        inherited = above.section_act if above is not None else base
        if node.role == "item" and node.children:
            node.role = "heading"
        node.section_act = inherited
        if node.role == "heading":
            node.section_act = rules.section_act_of(node.text.text, inherited)
        node.section_year = section_year_of(node.text.text) if node.role in ("heading", "title") else None
        if node.section_year is None and above is not None:
            node.section_year = above.section_year
        if node.role != "title":
            context = _context(node, outline.head.genre, when, precision)
            node.act = rules.act_of(
                node.text.text, section_act=inherited, context=context, has_children=node.children > 0
            )
            node.act = _asked_act(node)
            if node.children and node.section_act == "none":
                node.section_act = node.act
    _share_predicates(nodes)


def _is_question(block: Block) -> bool:
    return bool(block.marks) and block.marks[0].kind == "speaker" and block.marks[0].value == 1


def _asked_act(node: _Node) -> Act:
    """In a reporter's question the asking sentence does nothing, what is told before is context."""
    if node.asks:
        return "none"
    return "context" if node.tells and node.act != "none" else node.act


_BASE_ACT: dict[Genre, Act] = {
    "work_plan": "commitment",
    "agenda_page": "commitment",
    "evaluation": "result",
    "joint_statement": "commitment",
}


def _share_predicates(nodes: list[_Node]) -> None:
    """Inline elements that run into one predicate take its act (GUIDE Decision 14)."""
    run: list[_Node] = []
    for node in [*nodes, None]:
        element = node is not None and node.unit is not None and node.unit.element
        if (
            element
            and node is not None
            and (not run or (run[-1].block == node.block and run[-1].parent == node.parent))
        ):
            run.append(node)
            continue
        if len(run) > 1 and _SHARES.search(run[-1].text.text):
            for other in run[:-1]:
                other.act = run[-1].act
        run = [node] if element and node is not None else []


def _context(node: _Node, genre: Genre, when: date | None, precision: str) -> StatementContext:
    return StatementContext(
        document_date=when,
        date_precision=precision,
        section_year=node.section_year,
        role=node.role,
        act="result" if node.section_act == "result" and node.act in ("context", "none") else node.act,
        genre=genre,
        trail=node.trail,
    )


def _document_date(text: str | None) -> tuple[date | None, str]:
    """The first day of a document's date and how much of it is given."""
    if text is None:
        return None, "none"
    parts = [int(part) for part in text.split("-")]
    precision = ("year", "month", "day")[len(parts) - 1]
    return date(*[*parts, 1, 1][:3]), precision


def _extents(nodes: Sequence[_Node], length: int) -> list[Span]:
    """Tiles of the text, one a node: from behind the node before to the node's own end."""
    extents: list[Span] = []
    start = 0
    for number, node in enumerate(nodes):
        last = number == len(nodes) - 1
        end = length if last else max(start, node.text.position(max(0, len(node.text.text) - 1)) + 1)
        extents.append((start, end))
        start = end
    return extents


def _statement(
    number: int, node: _Node, extent: Span, rules: LanguageRules, context: StatementContext
) -> Statement:
    text = node.text.text
    span = node.text.source((0, len(text))) if text else (extent[0], extent[0])
    if node.role == "meta":
        return Statement(number, span, extent, "meta", "none", "", text, (), None)
    times = rules.find_times(text, context)
    parties = rules.find_parties(text)
    return Statement(
        number,
        span,
        extent,
        node.role,
        node.act,
        node.marker,
        text,
        node.trail,
        node.parent + 1 if node.parent is not None else None,
        _moved(parties, node.text),
        _moved(times, node.text),
        _moved(rules.find_quantities(text, times, context=context), node.text),
        _moved(rules.find_names(text, parties, context=context), node.text),
    )


def _moved(mentions: tuple[M, ...], text: MappedText) -> tuple[M, ...]:
    return tuple(mention.shifted(text.source(mention.span)) for mention in mentions)
