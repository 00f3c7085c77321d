"""A statement in the making: where it hangs, before acts and mentions."""

from __future__ import annotations

from dataclasses import dataclass

from yaksok.outline.mapped_text import MappedText
from yaksok.records.statement import Act, Role
from yaksok.statements.units import Unit


@dataclass(slots=True)
class Node:
    """One statement in document order; `parent` is its index among the nodes.

    `section_act` is the act that lines below it follow, `section_year` the year they speak of.
    `titled`: that act stems from a section title, not from a sentence above. `asks` and `tells` mark the sentences of a reporter's question.
    """

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
    titled: bool = True
    trail: tuple[str, ...] = ()
    asks: bool = False
    tells: bool = False
