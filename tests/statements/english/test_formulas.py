"""Salutations, thanks and datelines in English (GUIDE-en, rule 9)."""

from __future__ import annotations

import pytest

from yaksok.statements.english.formulas import dateline_end, is_formula


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.",
        "Thank you very much.",
        "Good morning.",
        "Ladies and gentlemen,",
        "Excellencies, distinguished guests,",
        "Dear colleagues,",
    ],
)
def test_formulas(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize(
    "text",
    [
        "We will open new ports.",
        "Good trade needs open ports.",
        "The ministers thanked the people of Chile.",
        "Welcome news came from Santiago today, where both sides signed.",
    ],
)
def test_sentences_that_say_something(text: str) -> None:
    assert not is_formula(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("SEOUL, May 21 – The ministers met.", "The ministers met."),
        ("SEOUL – The ministers met.", "The ministers met."),
        ("SEOUL, South Korea, May 21, 2025 — The ministers met.", "The ministers met."),
        ("The ministers met – and parted.", "The ministers met – and parted."),
        ("Trade: ports", "Trade: ports"),
    ],
)
def test_datelines(text: str, rest: str) -> None:
    assert text[dateline_end(text) :] == rest
