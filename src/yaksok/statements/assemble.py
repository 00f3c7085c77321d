"""Outline to statements: the order of this stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yaksok.outline.blocks import Block
from yaksok.outline.mapped_text import MappedText, from_source
from yaksok.outline.outline import Outline
from yaksok.records.layout import Layout
from yaksok.records.mentions import (
    Mention,
    NameMention,
    PartyMention,
    QuantityMention,
    Span,
    TimeMention,
)
from yaksok.records.statement import Statement, TableCell
from yaksok.statements.hanging import Assembler
from yaksok.statements.judging import Setting, judge, setting_of
from yaksok.statements.language import LanguageRules, rules_of
from yaksok.statements.layout import extents_of, reading_order
from yaksok.statements.moving import moved_cell, moved_layout
from yaksok.statements.nodes import Node

M = TypeVar("M", bound=Mention)
_Found = tuple[
    tuple[PartyMention, ...], tuple[TimeMention, ...], tuple[QuantityMention, ...], tuple[NameMention, ...]
]


@dataclass(frozen=True, slots=True)
class Assembled:
    """A document's text in reading order, the statements, whose extents tile it, and its layout.

    All spans count characters of this text.
    """

    text: str
    statements: tuple[Statement, ...]
    layout: Layout | None


def statements_of(outline: Outline, text: str, layout: Layout | None = None) -> Assembled:
    """The statements of an outline; `text` and `layout` are the source's."""
    rules = rules_of(outline.head.language)
    nodes = Assembler(outline, rules).nodes() or _layout_only(text)
    text, moved = reading_order(text, nodes)
    setting = setting_of(outline, text, rules)
    judge(nodes, outline, rules, setting)
    extents = extents_of(nodes, len(text))
    found = _mentions([node for node in nodes if node.role != "meta"], rules, setting)
    statements = tuple(
        [
            _meta(number, node, extent)
            if node.role == "meta"
            else _statement(number, node, extent, next(found), _cells(outline.blocks[node.block], moved))
            for number, (node, extent) in enumerate(zip(nodes, extents, strict=True), start=1)
        ]
    )
    if layout is not None and moved is not None:
        layout = moved_layout(layout, moved)
    return Assembled(text, statements, layout)


def _cells(block: Block, moved: Sequence[int] | None) -> tuple[TableCell, ...]:
    """The cells that a block was read from."""
    if not block.cells or moved is None:
        return block.cells
    return tuple(moved_cell(cell, moved) for cell in block.cells)


def _mentions(nodes: list[Node], rules: LanguageRules, setting: Setting) -> Iterator[_Found]:
    """What each statement mentions.

    One finder after another runs over all statements, not all finders over one: so the tables of a
    finder stay at hand in the processor, which makes the whole a tenth faster.
    """
    texts = [node.text.text for node in nodes]
    contexts = [setting.context(node) for node in nodes]
    times = [rules.find_times(text, context) for text, context in zip(texts, contexts, strict=True)]
    parties = [rules.find_parties(text) for text in texts]
    quantities = [
        rules.find_quantities(text, known, context=context)
        for text, known, context in zip(texts, times, contexts, strict=True)
    ]
    names = [
        rules.find_names(text, known, context=context)
        for text, known, context in zip(texts, parties, contexts, strict=True)
    ]
    return iter(zip(parties, times, quantities, names, strict=True))


def _layout_only(text: str) -> list[Node]:
    """One piece of furniture for a text of nothing but bars and blanks, so that it is not dropped unseen."""
    signs = text.split()
    if not signs:
        return []
    at = text.find(signs[0])
    return [Node(from_source(text, at, at + len(signs[0])), "", 0, None, "meta")]


def _meta(number: int, node: Node, extent: Span) -> Statement:
    """A piece of furniture, which mentions nothing and does nothing."""
    return Statement(number, _span(node, extent), extent, "meta", "none", "", node.text.text, (), None)


def _statement(
    number: int, node: Node, extent: Span, found: _Found, cells: tuple[TableCell, ...]
) -> Statement:
    parties, times, quantities, names = found
    return Statement(
        number,
        _span(node, extent),
        extent,
        node.role,
        node.act,
        node.marker,
        node.text.text,
        node.trail,
        node.parent + 1 if node.parent is not None else None,
        _moved(parties, node.text),
        _moved(times, node.text),
        _moved(quantities, node.text),
        _moved(names, node.text),
        cells,
    )


def _span(node: Node, extent: Span) -> Span:
    text = node.text.text
    return node.text.source((0, len(text))) if text else (extent[0], extent[0])


def _moved(mentions: tuple[M, ...], text: MappedText) -> tuple[M, ...]:
    return (
        tuple([mention.shifted(text.source(mention.span)) for mention in mentions]) if mentions else mentions
    )
