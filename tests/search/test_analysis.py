"""Cutting texts and queries into words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.search.analysis import SurfaceAnalyser, folded, stem, surface, written_words
from yaksok.search.fields import days, field_named, values_of, years
from yaksok.search.names import names_in
from yaksok.search.schema import packed, place_of, unpacked, version_and_number
from yaksok.search.vocabulary import cut

VOCABULARY = {"공급망", "안정", "정상", "회의", "정상회의", "추진", "북", "미사일", "하", "관하", "위하"}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("공급망을", ["공급", "급망", "망을"]),
        ("북 미사일", ["북", "미사", "사일"]),
        ("KASI(한-아세안)", ["kasi", "한", "아세", "세안"]),
        ("3.4조원 24.10월 1,000", ["3.4", "조원", "24.10", "월", "1,000"]),
        ("북핵ㆍ미사일", ["북핵", "미사", "사일"]),
        ("2030년AI", ["2030", "년", "ai"]),
        ("對美", ["對美"]),
        ("Müller’s Straße", ["muller", "s", "straße"]),
        ("?!… —", []),
    ],
)
def test_the_surface(text: str, forms: list[str]) -> None:
    assert [token.form for token in surface(text)] == forms


@given(st.text(max_size=80))
@settings(deadline=None)
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in surface(text):
        assert 0 <= token.start < token.end <= len(text)
        assert folded(text[token.start : token.end])[:60] == token.form or not token.form.isascii()
    for tokens in SurfaceAnalyser().words([text]):
        assert all(0 <= token.start < token.end <= len(text) for token in tokens)
        assert not any(" " in token.form for token in tokens)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_tokens_are_kept_as_they_are(text: str) -> None:
    tokens = surface(text)
    assert unpacked(" ".join(token.form for token in tokens), packed(tokens)) == tokens


@given(st.integers(1, 2**38), st.integers(0, 2**24 - 1))
@settings(deadline=None)
def test_places_are_numbers(version: int, n: int) -> None:
    assert version_and_number(place_of(version, n)) == (version, n)
    assert place_of(version, n) < 2**63


@pytest.mark.parametrize(
    ("one", "other"), [("summits", "summit"), ("agreements", "agreement"), ("strengthening", "strengthen")]
)
def test_endings_do_not_matter(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("word", "known", "pairs"),
    [
        ("공급망을", ("공급망",), ()),
        ("공급망안정을", ("공급망", "안정"), ()),
        ("정상회의에서", ("정상회의", "정상", "회의"), ()),
        ("추진하여야", ("추진",), ()),
        ("관한", ("관하",), ()),
        ("위하여", ("위하",), ()),
        ("북미사일", ("북", "미사일"), ()),
        ("메탄행동", (), ("메탄", "탄행", "행동")),
        ("메탄공급망", ("공급망",), ("메탄",)),
        ("Summits", (stem("summits"),), ()),
    ],
)
def test_a_query_is_cut_by_what_is_known(word: str, known: tuple[str, ...], pairs: tuple[str, ...]) -> None:
    found = cut(word, frequency=_known, letters=_seldom, entries=9, kept={})
    assert [(each.known, each.pairs) for each in found] == [(known, pairs)]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("관한", ("관하",)),  # a noun in two entries, where Kiwi went wrong
        ("비정규직", ("비", "정규직")),
        ("활성화를", ("활성",)),  # what makes a noun of another one is no word
        ("등에", ()),
    ],
)
def test_a_word_that_kiwi_seldom_finds_where_its_letters_stand_is_none(
    word: str, known: tuple[str, ...]
) -> None:
    counts = {
        "관한": 2,
        "관하": 30_000,
        "비정규직": 2,
        "비": 5_000,
        "정규직": 200,
        "활성": 5_000,
        "화": 20,
        "등": 60,
    }
    letters = dict.fromkeys(("비정", "정규", "규직"), 400)
    found = cut(
        word,
        frequency=lambda term: counts.get(term, 0),
        letters=lambda pair: letters.get(pair, 20_000),
        entries=60_000,
        kept={},
    )
    assert [each.known for each in found] == [known]


@given(st.text(max_size=100))
@settings(deadline=None)
def test_every_word_of_a_query_is_cut(text: str) -> None:
    found = cut(text, frequency=_known, letters=_seldom, entries=9, kept={})
    assert [each.start for each in found] == [word.start for word in written_words(text)]


@pytest.mark.parametrize(
    ("text", "named", "form"),
    [
        ("베트남과 협력", "베트남", "Vietnam"),
        ("in Viet Nam", "Viet Nam", "베트남"),
        ("한아세안 연대구상", "한아세안 연대구상", "KASI"),
        ("supply chains", "supply chains", "공급망"),
        ("Camp David", "Camp David", "캠프 데이비드"),
        ("ROK-U.S. alliance", "ROK-U.S. alliance", "한미동맹"),
        ("정상회의를", "정상회의", "summit"),
    ],
)
def test_names_are_known_in_both_languages(text: str, named: str, form: str) -> None:
    found = [each for each in names_in(text) if form in each.concept.forms]
    assert {text[each.start : each.end] for each in found} == {named}


def test_names_begin_where_words_begin() -> None:
    assert not [each for each in names_in("보통상황") if "통상" in each.concept.forms]


@given(st.text(max_size=100))
@settings(deadline=None)
def test_names_stand_where_they_say(text: str) -> None:
    for found in names_in(text):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2023", (2023, 2023)),
        ("2023년", (2023, 2023)),
        ("2020..2024", (2020, 2024)),
        ("2020-2024", (2020, 2024)),
        ("2020..", (2020, None)),
        ("..2024", (None, 2024)),
        ("..", None),
        ("23", None),
        ("x", None),
    ],
)
def test_years(written: str, found: tuple[int | None, int | None] | None) -> None:
    assert years(written) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-01..2025-06", ("2025-01-01", "2025-06-30")),
        ("2025-3-1", ("2025-03-01", "2025-03-01")),
        ("..2025", (None, "2025-12-31")),
        ("2025..", ("2025-01-01", None)),
        ("2025-02-30", None),
        ("0000", None),
        ("..", None),
    ],
)
def test_days(written: str, found: tuple[str | None, str | None] | None) -> None:
    assert days(written) == found


@given(st.text(max_size=12))
@settings(deadline=None)
def test_periods_are_read_or_not(written: str) -> None:
    years(written)
    days(written)


@pytest.mark.parametrize(
    ("field", "written", "values"),
    [
        ("party", "vnm", ("VNM",)),
        ("party", "베트남", ("VNM",)),
        ("party", "Viet Nam", ("VNM",)),
        ("party", "Atlantis", ()),
        ("status", "언급 없음", ("silent",)),
        ("status", "not-yet-due", ("not_yet_due",)),
        ("act", "약속", ("commitment",)),
        ("genre", "보도자료", ("press_release",)),
        ("language", "한국어", ("ko",)),
        ("topic", "climate_environment", ("climate_environment",)),
    ],
)
def test_values_of_fields(field: str, written: str, values: tuple[str, ...]) -> None:
    assert values_of(field, written) == values


@pytest.mark.parametrize(
    ("name", "field"), [("party", "party"), ("국가", "party"), ("LANG", "language"), ("http", None)]
)
def test_names_of_fields(name: str, field: str | None) -> None:
    assert field_named(name) == field


def _known(term: str) -> int:
    return int(term in VOCABULARY)


def _seldom(_pair: str) -> int:
    return 1
