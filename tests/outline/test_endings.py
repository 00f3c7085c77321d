"""Line ends: a full sentence, or the middle of a phrase."""

from __future__ import annotations

import pytest

from yaksok.outline.endings import is_open, is_salutation, is_sentence


@pytest.mark.parametrize(
    "line",
    [
        "교역을 확대한다.",
        "확대했습니다.",
        "무엇을 할 것인가?",
        "“함께 가자.”",
        "We will act.",
        "He said “no.”",
        "확대하겠습니다",
    ],
)
def test_sentences(line: str) -> None:
    assert is_sentence(line)
    assert not is_open(line)


@pytest.mark.parametrize(
    "line", ["교역 확대", "2025. 1. 17.", "10.21.", "나.", "교역 확대 추진", "Trade and aid", "1."]
)
def test_no_sentences(line: str) -> None:
    assert not is_sentence(line)


@pytest.mark.parametrize(
    "line",
    [
        "교역을",
        "칠레와의",
        "확대를 위한",
        "항공 및",
        "교역,",
        "교역(항공",
        "교역액은 150억 달러로",
        "전년보다 3.5%의",
        "「교역 협정",
        "목표로 하고",
        "the ministers of",
        "Chile and",
    ],
)
def test_open_lines(line: str) -> None:
    assert is_open(line)


@pytest.mark.parametrize("line", ["교역 확대", "칠레", "성과", "회의", "Trade"])
def test_closed_lines(line: str) -> None:
    assert not is_open(line)


@pytest.mark.parametrize(
    "line",
    [
        "존경하는 각국 대표 여러분,",
        "의장님,",
        "Mr. President,",
        "Excellencies,",
        "Dear colleagues and friends,",
    ],
)
def test_salutations(line: str) -> None:
    assert is_salutation(line)


@pytest.mark.parametrize(
    "line", ["교역을 늘리고,", "the ministers of both countries,", "여러분", "Chile and Peru"]
)
def test_no_salutations(line: str) -> None:
    assert not is_salutation(line)
