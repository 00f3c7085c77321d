"""Words of a statement and the characters that they were read from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.strategies import documents
from tests.support.reading import read

from yaksok.views.alignment import aligned


@pytest.mark.parametrize(
    ("words", "text", "offsets"),
    [
        ("협력 강화", "협력 강화", (0, 1, 2, 3, 4)),
        ("협력 강화", "협력\n  강화", (0, 1, 2, 5, 6)),
        ("협력 강화", "협력* 강화", (0, 1, 2, 4, 5)),
        ("대화", "대\n화", (0, 2)),
        ("협력", "**협력**", (2, 3)),
        ("협력", "<b>협력</b>", (3, 4)),
        ("- 1", "- 1", (0, 1, 2)),
        ("", " - ", ()),
    ],
)
def test_words_that_a_span_gives_back(words: str, text: str, offsets: tuple[int, ...]) -> None:
    assert aligned(words, text, (0, len(text))) == offsets


@pytest.mark.parametrize(
    ("words", "text"),
    [("협력", "협 조"), ("협력", "협력 강화"), ("협력 강화", "협력"), ("협력", "력협"), ("a", "")],
)
def test_words_that_a_span_does_not_give_back(words: str, text: str) -> None:
    assert aligned(words, text, (0, len(text))) is None


@pytest.mark.parametrize("span", [(-1, 1), (0, 3), (2, 1)])
def test_a_span_outside_of_the_text_gives_nothing_back(span: tuple[int, int]) -> None:
    assert aligned("가나", "가나", span) is None


@given(documents())
@settings(max_examples=60, deadline=None)
def test_every_statement_is_aligned(text: str) -> None:
    document = read(text)
    for statement in document.statements:
        offsets = aligned(statement.text, document.text, statement.span)
        if statement.role == "meta":
            continue
        assert offsets is not None
        for word, offset in zip(statement.text, offsets, strict=True):
            assert word == " " or document.text[offset] == word
