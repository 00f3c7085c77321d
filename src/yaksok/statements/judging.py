"""Trails, roles and acts of the nodes, parents before children."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yaksok.outline.blocks import BlockKind
from yaksok.outline.endings import is_sentence
from yaksok.outline.outline import Outline
from yaksok.records.statement import Act, Genre
from yaksok.statements.context import StatementContext
from yaksok.statements.language import LanguageRules
from yaksok.statements.nodes import Node
from yaksok.statements.sections import section_year_of

_SHARES = re.compile(r"\s등(?:[을를이의에은]|에서|으로|과|와)?\s\S")


def judge(nodes: list[Node], outline: Outline, rules: LanguageRules, setting: Setting) -> None:
    """Trails, section acts, roles and acts, parents before children."""
    base = _BASE_ACT.get(setting.genre, "none")
    titled_year: int | None = (
        None  # An evaluation speaks of the year in its title ("2023년도 자체평가 보고서").
    )
    for node in nodes:
        if node.role == "meta":
            continue
        above = nodes[node.parent] if node.parent is not None else None
        node.trail = (*above.trail, above.text.text) if above is not None else ()
        inherited = above.section_act if above is not None else base
        if node.role == "item" and node.children:
            node.role = "heading"
        node.section_act = inherited
        if node.role == "heading" and outline.blocks[node.block].kind != "header_row":
            node.section_act = rules.section_act_of(node.text.text, inherited)
        node.section_year = section_year_of(node.text.text) if node.role in ("heading", "title") else None
        if node.role == "title" and setting.genre == "evaluation":
            titled_year = titled_year or node.section_year
        if node.section_year is None:
            node.section_year = titled_year if above is None else above.section_year
        if node.role != "title":
            context = setting.context(node)
            node.act = rules.act_of(
                node.text.text, section_act=inherited, context=context, has_children=node.children > 0
            )
            node.act = _table_act(node, outline.blocks[node.block].kind, _asked_act(node))
            _hand_down(node, above, rules)
    _share_predicates(nodes)


def _hand_down(node: Node, above: Node | None, rules: LanguageRules) -> None:
    """What a sentence does, lines below it follow, where no section title says otherwise."""
    untitled = node.section_act == "none" or (above is not None and not above.titled)
    if not node.children or not untitled:
        return
    named = rules.section_act_of(node.text.text, "none")
    node.titled = named != "none"
    if not node.titled and node.act != "none":
        node.section_act = node.act


def _table_act(node: Node, kind: BlockKind, act: Act) -> Act:
    """A head row does nothing; a row of figures in a table of the state of things is a result."""
    if kind == "header_row":
        return "none"
    if kind == "row" and act == "context" and sum(map(str.isdigit, node.text.text)) >= 4:
        return "result"
    return act


def _asked_act(node: Node) -> Act:
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


def _one_predicate(run: list[Node]) -> bool:
    """Whether only the last element of an inline list closes like a sentence."""
    last = run[-1].text.text
    return (
        not last.isascii()
        and is_sentence(last)
        and not any(is_sentence(node.text.text) or node.text.text.endswith(("고", "며")) for node in run[:-1])
    )


def _share_predicates(nodes: list[Node]) -> None:
    """Inline elements that run into one predicate take its act (GUIDE Decision 14)."""
    run: list[Node] = []
    for node in [*nodes, None]:
        element = node is not None and node.unit is not None and node.unit.element
        if (
            element
            and node is not None
            and (not run or (run[-1].block == node.block and run[-1].parent == node.parent))
        ):
            run.append(node)
            continue
        if len(run) > 1 and (_SHARES.search(run[-1].text.text) or _one_predicate(run)):
            for other in run[:-1]:
                other.act = run[-1].act
        elif len(run) > 1:
            for other in run[:-1]:
                other.act = run[-1].act if other.act == "none" else other.act
        run = [node] if element and node is not None else []


@dataclass(frozen=True, slots=True)
class Setting:
    """What all statements of a document share: genre, date and its precision, who speaks."""

    genre: Genre
    date: date | None
    precision: str
    home: str | None

    def context(self, node: Node) -> StatementContext:
        """What the act rules and mention finders may know of a node.

        Lines that only describe count as results in a section of results: their dates are past.
        """
        reported = node.section_act == "result" and node.act in ("context", "none")
        return StatementContext(
            document_date=self.date,
            date_precision=self.precision,
            section_year=node.section_year,
            role=node.role,
            act="result" if reported else node.act,
            genre=self.genre,
            trail=node.trail,
            home=self.home,
        )


def setting_of(outline: Outline, text: str, rules: LanguageRules) -> Setting:
    """The setting of a document from its outline and text."""
    if outline.date is None:
        return Setting(outline.head.genre, None, "none", rules.home_of(text))
    parts = [int(part) for part in outline.date.split("-")]
    precision = ("year", "month", "day")[len(parts) - 1]
    first_day = date(*[*parts, 1, 1][:3])
    return Setting(outline.head.genre, first_day, precision, rules.home_of(text))
