"""Words that only name a party."""

from __future__ import annotations

import pytest

from yaksok.links.party_words import matter_of, party_words
from yaksok.links.words import own_words, terms


@pytest.mark.parametrize("word", ["페루", "아세안", "유엔", "peru", "asean", "zealand"])
def test_names_of_parties(word: str) -> None:
    assert word in party_words()


@pytest.mark.parametrize("word", ["항만", "등대", "원자력", "energy", "lighthouse"])
def test_words_for_matters(word: str) -> None:
    assert word not in party_words()


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("한-페루 항만 협력 강화", {"항만"}),
        ("페루와 등대 협정 체결", {"등대", "협정"}),
        ("페루와의 협력 강화", set()),
    ],
)
def test_what_a_text_is_about(text: str, matter: set[str]) -> None:
    assert matter_of(own_words(terms(text))) == matter
