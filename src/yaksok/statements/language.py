"""What the shared stages need from each language's rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from yaksok.records.mentions import NameMention, PartyMention, QuantityMention, Span, TimeMention
from yaksok.records.statement import Act, Language
from yaksok.statements.context import StatementContext


class ActRule(Protocol):
    """The act of a statement from its own words, its section and its setting."""

    def __call__(self, text: str, *, section_act: Act, context: StatementContext, has_children: bool) -> Act:
        """The act."""
        ...


class QuantityFinder(Protocol):
    """Quantities of a statement outside the times found before."""

    def __call__(
        self, text: str, times: Sequence[TimeMention], *, context: StatementContext | None = None
    ) -> tuple[QuantityMention, ...]:
        """The quantities, in text order."""
        ...


class NameFinder(Protocol):
    """Names of a statement that are not parties."""

    def __call__(
        self, text: str, parties: Sequence[PartyMention], *, context: StatementContext | None = None
    ) -> tuple[NameMention, ...]:
        """The names, in text order."""
        ...


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """One language's rules, a function each."""

    split_sentences: Callable[[str], list[Span]]
    split_inline: Callable[[str], tuple[Span | None, list[tuple[str, Span]]]]
    split_notes: Callable[[str], list[Span]]
    split_slash: Callable[[str], list[Span]]
    is_formula: Callable[[str], bool]
    dateline_end: Callable[[str], int]
    home_of: Callable[[str], str | None]
    act_of: ActRule
    section_act_of: Callable[[str, Act], Act]
    find_parties: Callable[[str], tuple[PartyMention, ...]]
    find_times: Callable[[str, StatementContext], tuple[TimeMention, ...]]
    find_quantities: QuantityFinder
    find_names: NameFinder


def rules_of(language: Language) -> LanguageRules:
    """The rules of a language; its modules are loaded on first use."""
    folder = {"ko": "korean", "en": "english"}[language]
    rules: LanguageRules = import_module(f"yaksok.statements.{folder}.rules").RULES
    return rules
