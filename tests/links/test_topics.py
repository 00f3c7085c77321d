"""What a statement is about: its own words first, then the headings above it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.links.topics import MOST, topics_of
from yaksok.reference.topics import is_topic


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("주요국과 희토류 공급망을 함께 점검", ("economic_security",)),
        ("내년 상반기에 조지아와 사증면제협정을 맺는다", ("people_exchange",)),
        ("수혜국 보건소 열 곳에 백신 냉장고를 보낸다", ("health",)),
        ("탈북민 정착 경험 공유회 개최", ("north_korea",)),
        ("쿠릴 어장 조업 문제를 다룰 수산 당국 회의를 연다", ("maritime",)),
        ("북극이사회 옵서버 활동 강화", ("arctic",)),
        ("위성항법 분야 협력 약정에 서명", ("space",)),
        ("한글학교 교사 300명 초청", ("education", "overseas_koreans")),
        ("여행경보 단계를 매월 다시 살핀다", ("consular",)),
        ("공관 행정직원 처우를 개선", ("organisation",)),
        ("국제문화교류 사업 확대", ("public_diplomacy",)),
        ("사도광산 추도식에 유가족과 참석", ("history",)),
    ],
)
def test_korean_statements(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text, (), "ko")[: len(topics)] == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Talks on the free trade agreement will resume in May.", ("trade",)),
        ("Korea will send 200 peacekeepers to the mission.", ("peacekeeping",)),
        ("A hotline for victims of online scams opens next year.", ("terrorism_crime",)),
        ("We support a nuclear-weapon-free world and the NPT.", ("non_proliferation",)),
        ("Two more vocational training centres will be built with ODA.", ("development", "education")),
        ("The Convention on the Law of the Sea must be respected.", ("maritime",)),
        ("Girls in 40 villages will go to school.", ("women_youth", "education")),
    ],
)
def test_english_statements(text: str, topics: tuple[str, ...]) -> None:
    assert set(topics_of(text, (), "en")) >= set(topics)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "정상적인 절차에 따라 처리"),
        ("ko", "통상적으로 석 달이 걸린다"),
        ("ko", "역사적인 순간"),
        ("ko", "건설적 논의에 감사드린다"),
        ("ko", "보통상황에서는 그렇지 않다"),
        ("en", "Who will pay for it?"),
        ("en", "Nobody is aware of it."),
        ("en", "It was a war of words."),
    ],
)
def test_words_that_only_look_like_those_of_a_topic(language: str, text: str) -> None:
    assert topics_of(text, (), language) == ()


@pytest.mark.parametrize("written", ["핵심광물 협의체", "핵심 광물 협의체", "핵심·광물 협의체"])
def test_compounds_are_written_together_or_apart(written: str) -> None:
    assert topics_of(written, (), "ko") == ("economic_security", "energy_resources")


@pytest.mark.parametrize("text", ["ODA를 늘린다", "올해 ODA 규모", "(ODA) 규모", "무상ODA"])
def test_acronyms_in_korean_texts(text: str) -> None:
    assert "development" in topics_of(text, (), "ko")


def test_an_acronym_is_no_part_of_a_longer_one_and_no_small_word() -> None:
    assert topics_of("CODATA 모임", (), "ko") == ()
    assert topics_of("an oda to joy", (), "en") == ()


def test_what_most_words_tell_comes_first_and_three_are_given_at_most() -> None:
    text = "기후변화와 생물다양성, 탄소중립을 다루고 백신, 감염병도 다루며 관세, 방산, 우주를 언급"
    found = topics_of(text, (), "ko")
    assert found[:2] == ("climate_environment", "health")
    assert len(found) == MOST


def test_a_hint_gives_way_to_a_surer_word() -> None:
    assert topics_of("우리 국민 안전", (), "ko") == ("consular",)
    assert topics_of("안전 확인", (), "ko") == ("consular",)
    assert topics_of("원전 안전 확인", (), "ko") == ("energy_resources",)


def test_headings_are_asked_where_the_statement_tells_nothing() -> None:
    above = ("기후 대응", "백신 지원")
    assert topics_of("이를 위해 예년보다 크게 늘린다", above, "ko") == ("health",)
    assert topics_of("관세를 낮춘다", above, "ko") == ("trade",)
    assert topics_of("이를 위해 예년보다 크게 늘린다", ("기후 대응", "주요 내용"), "ko") == (
        "climate_environment",
    )


def test_a_sure_heading_outweighs_the_statements_hints() -> None:
    assert topics_of("두 배로 늘린 연수", (), "ko") == ("development",)
    assert topics_of("두 배로 늘린 연수", ("북극 연구",), "ko") == ("arctic",)
    assert topics_of("두 배로 늘린 연수", ("주요 내용",), "ko") == ("development",)


@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=3), st.sampled_from(["ko", "en"]))
def test_any_text_has_at_most_three_known_topics(text: str, above: list[str], language: str) -> None:
    found = topics_of(text, above, language)
    assert len(set(found)) == len(found) <= MOST
    assert all(map(is_topic, found))


@given(
    st.lists(st.sampled_from(["핵심", "광물", "안보", "ODA", "İ", "climate ", "ß", " ", "·"]), max_size=30)
)
def test_words_in_any_order_are_taken(parts: list[str]) -> None:
    for language in ("ko", "en"):
        assert len(topics_of("".join(parts), (), language)) <= MOST


@pytest.mark.parametrize("piece", ["핵심광물", "co", "가", "climate change ", "-"])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for language in ("ko", "en"):
        begun = time.perf_counter()
        topics_of(text, (), language)
        assert time.perf_counter() - begun < 3
