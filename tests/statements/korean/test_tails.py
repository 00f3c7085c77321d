"""What stands behind the last word of a line."""

from __future__ import annotations

import time

import pytest

from yaksok.statements.korean.tails import without_signs, without_tail


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("교역 확대(3월).", "교역 확대"),
        ("교역 확대 (3월) (서울)", "교역 확대"),
        ("교역 확대", "교역 확대"),
        ("교역(확대(3월))", "교역(확대(3월))"),
        ("교역(확대", "교역(확대"),
        ("(3월)", ""),
        ("", ""),
    ],
)
def test_brackets_and_signs(text: str, bare: str) -> None:
    assert without_tail(text, ".,") == bare


def test_square_brackets_and_the_word_for_and_so_on() -> None:
    assert without_tail("교역 확대[3월] 등", "", square=True, etc=True) == "교역 확대"
    assert without_tail("교역 확대[3월] 등", "") == "교역 확대[3월] 등"
    assert without_tail("항공 평등", "", etc=True) == "항공 평등"


def test_a_closing_bracket_may_be_a_sign() -> None:
    assert without_tail("교역(확대(3월))", ")") == "교역(확대"


def test_signs_alone() -> None:
    assert without_signs("교역 : ,", ":,") == "교역"
    assert without_signs(" : ", ":") == ""


def test_many_brackets_take_no_time() -> None:
    start = time.perf_counter()
    assert without_tail("교역 " + "(가) " * 20_000, "") == "교역"
    assert time.perf_counter() - start < 1
