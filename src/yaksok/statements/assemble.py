"""Outline to statements: the order of this stage."""

from __future__ import annotations

from typing import TypeVar

from yaksok.outline.mapped_text import MappedText, from_source
from yaksok.outline.outline import Outline
from yaksok.records.mentions import Mention, Span
from yaksok.records.statement import Statement
from yaksok.statements.context import StatementContext
from yaksok.statements.hanging import Assembler
from yaksok.statements.judging import judge, setting_of
from yaksok.statements.language import LanguageRules, rules_of
from yaksok.statements.layout import extents_of, reading_order
from yaksok.statements.nodes import Node

M = TypeVar("M", bound=Mention)


def statements_of(outline: Outline, text: str) -> tuple[str, tuple[Statement, ...]]:
    """The document's text in reading order and the statements, whose extents tile it.

    Spans count characters of the returned text.
    """
    rules = rules_of(outline.head.language)
    nodes = Assembler(outline, rules).nodes() or _layout_only(text)
    text = reading_order(text, nodes)
    setting = setting_of(outline, text, rules)
    judge(nodes, outline, rules, setting)
    extents = extents_of(nodes, len(text))
    statements = tuple(
        _statement(number, node, extent, rules, setting.context(node))
        for number, (node, extent) in enumerate(zip(nodes, extents, strict=True), start=1)
    )
    return text, statements


def _layout_only(text: str) -> list[Node]:
    """One piece of furniture for a text of nothing but bars and blanks, so that it is not dropped unseen."""
    signs = text.split()
    if not signs:
        return []
    at = text.find(signs[0])
    return [Node(from_source(text, at, at + len(signs[0])), "", 0, None, "meta")]


def _statement(
    number: int, node: Node, extent: Span, rules: LanguageRules, context: StatementContext
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
    return (
        tuple([mention.shifted(text.source(mention.span)) for mention in mentions]) if mentions else mentions
    )
