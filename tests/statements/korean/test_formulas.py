"""Greetings, procedure and datelines (GUIDE Decision 38)."""

from __future__ import annotations

import pytest

from yaksok.statements.korean.formulas import dateline_end, is_formula, is_procedure


@pytest.mark.parametrize(
    "text",
    [
        "안녕하십니까?",
        "감사합니다.",
        "대단히 감사합니다.",
        "여러분, 안녕하십니까?",
        "경청해 주셔서 감사합니다.",
        "존경하는 내외 귀빈 여러분,",
        "고맙습니다.",
    ],
)
def test_formulas(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize(
    "text",
    [
        "산림을 지켜 주신 분들께 감사의 말씀을 드립니다.",
        "교역을 확대하겠습니다.",
        "국민 여러분과 함께 산림을 지키겠습니다.",
        "말씀드리겠습니다.",
    ],
)
def test_sentences_that_say_something(text: str) -> None:
    assert not is_formula(text)


@pytest.mark.parametrize(
    "text",
    [
        "먼저 결과를 말씀드리겠습니다.",
        "보고를 마치겠습니다.",
        "질문을 받겠습니다.",
        "바람일보 기자입니다.",
        "이어서 협정의 내용을 설명드리겠습니다.",
    ],
)
def test_procedure(text: str) -> None:
    assert is_procedure(text)


@pytest.mark.parametrize("text", ["교역을 확대하겠습니다.", "칠레와 협정을 맺겠습니다."])
def test_promises_are_no_procedure(text: str) -> None:
    assert not is_procedure(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("[서울=누리부] 누리부는 협정을 맺었다.", "누리부는 협정을 맺었다."),
        ("(서울=바람통신) 누리부는 협정을 맺었다.", "누리부는 협정을 맺었다."),
        ("누리부는 협정을 맺었다.", "누리부는 협정을 맺었다."),
        ("(서울) 누리부는 협정을 맺었다.", "(서울) 누리부는 협정을 맺었다."),
    ],
)
def test_datelines(text: str, rest: str) -> None:
    assert text[dateline_end(text) :] == rest
