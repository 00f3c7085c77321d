"""Words as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.links.words import english_stem, importance, korean_stem, terms


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("센터를", "센터"),
        ("협력을", "협력"),
        ("강화하고", "강화"),
        ("강화하였다", "강화"),
        ("대사관에서의", "대사관"),
        ("전략적으로", "전략"),
        ("정상회의", "정상회의"),
        ("정상회의의", "정상회의"),
        ("전문가", "전문가"),
        ("북한", "북한"),
        ("역할", "역할"),
        ("실적", "실적"),
        ("이를", "이를"),
    ],
)
def test_korean_words_lose_particles_and_endings(word: str, stem: str) -> None:
    assert korean_stem(word) == stem


@pytest.mark.parametrize(
    ("word", "stem"), [("Partnerships", "partnership"), ("signed", "sign"), ("Cities", "cit"), ("its", "its")]
)
def test_english_words_lose_their_commonest_endings(word: str, stem: str) -> None:
    assert english_stem(word) == stem


def test_compounds_meet_by_their_syllables() -> None:
    joined, apart = terms("통합전자행정시스템"), terms("통합 전자행정 시스템")
    assert {"~통합", "~전자", "~행정", "~시스"} <= set(joined) & set(apart)


def test_stock_words_count_little() -> None:
    assert importance("강화") < importance("대기질")
    assert importance("~협력") < importance("~기질")
    assert importance("#300") < 1


@given(st.text(max_size=200))
def test_any_text_has_terms(text: str) -> None:
    assert all(term and count > 0 for term, count in terms(text).items())
