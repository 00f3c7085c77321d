"""The rules of both languages answer the same questions."""

from __future__ import annotations

from dataclasses import fields

import pytest

from yaksok.records.statement import Language
from yaksok.statements.context import StatementContext
from yaksok.statements.language import LanguageRules, rules_of

LANGUAGES: tuple[Language, ...] = ("ko", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_can_be_called(language: Language) -> None:
    rules = rules_of(language)
    assert all(callable(getattr(rules, field.name)) for field in fields(LanguageRules))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "가", "A", "1", "*", "(", "“", "."])
def test_rules_hold_on_next_to_nothing(language: Language, text: str) -> None:
    rules = rules_of(language)
    context = StatementContext()
    times = rules.find_times(text, context)
    assert rules.find_quantities(text, times, context=context) is not None
    assert rules.find_names(text, rules.find_parties(text), context=context) == ()
    assert all(text[a:b].strip() for a, b in rules.split_sentences(text)) or not text.strip()
    assert rules.dateline_end(text) == 0


def test_an_english_slash_never_splits() -> None:
    text = "sign the trade accord / open the new port in May"
    assert rules_of("en").split_slash(text) == [(0, len(text))]
