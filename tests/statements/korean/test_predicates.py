"""Which lines end in a finite verb, and which only look like it."""

from __future__ import annotations

import pytest

from yaksok.statements.context import StatementContext
from yaksok.statements.korean.predicates import is_predicate, predicate_act


@pytest.mark.parametrize(
    "text",
    [
        "교역을 확대한다.",
        "교역을 확대하였다",
        "교역을 확대하겠습니다.",
        "언제 발효됩니까?",
        "함께 나아갑시다.",
        "교역을 확대하기로 함.",
        "교역이 증가하였음",
        "교역이 늘어날 전망임.",
        "“교역을 확대한다.”",
        "교역을 확대한다(3월).",
        "교역을 확대한다 (3월, 서울).",
        "장관은 이를 강조함.",
    ],
)
def test_predicates(text: str) -> None:
    assert is_predicate(text)


@pytest.mark.parametrize(
    "text",
    [
        "교역 확대",
        "필요",
        "사람마다",
        "산보다 바다",
        "수요",
        "주요",
        "전문가",
        "당사자",
        "교역 확대 추진",
        "개요",
        "칠레",
        "바다",
        "칠레, 캐나다",
        "르완다(3월)",
        "우간다.",
        "한·캐나다",
        "2025년",
        "",
    ],
)
def test_nouns(text: str) -> None:
    assert not is_predicate(text)


@pytest.mark.parametrize(
    ("plain", "honorific"),
    [
        ("협정을 체결하였다.", "협정을 체결하였습니다."),
        ("협정을 체결하겠다.", "협정을 체결하겠습니다."),
        ("협정을 체결할 계획이다.", "협정을 체결할 계획입니다."),
        ("대화가 필요하다.", "대화가 필요합니다."),
        ("결정을 환영한다.", "결정을 환영합니다."),
        ("교역이 늘어날 것으로 기대된다.", "교역이 늘어날 것으로 기대됩니다."),
        ("칠레는 자원이 풍부한 나라이다.", "칠레는 자원이 풍부한 나라입니다."),
        ("협정을 체결하기로 했다.", "협정을 체결하기로 했습니다."),
        ("창구를 넓혔다.", "창구를 넓혔습니다."),
        ("회담을 추진하고 있다.", "회담을 추진하고 있습니다."),
    ],
)
def test_honorific_endings_change_nothing(plain: str, honorific: str) -> None:
    context = StatementContext(genre="press_release")
    acts = {
        predicate_act(text, section_act="none", context=context, has_children=False)
        for text in (plain, honorific)
    }
    assert len(acts) == 1


@pytest.mark.parametrize("text", ["주요 내용은 다음과 같다.", "협력 분야는 아래와 같다."])
def test_a_sentence_that_only_announces_a_list_does_nothing(text: str) -> None:
    context = StatementContext(role="heading", genre="joint_statement")
    assert predicate_act(text, section_act="commitment", context=context, has_children=True) == "none"
