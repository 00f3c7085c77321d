"""The text that later stages may trust."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.errors import SourceEmpty
from yaksok.read.cleaning import clean, clean_text
from yaksok.read.decoding import Decoded


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("가\r\n나\r다\n라", "가\n나\n다\n라"),
        ("가\u2028나\u2029다\x0b라\x85마", "가\n나\n다\n라\n마"),
        ("협\x00력\x07", "협 력 "),
        ("약\u202e속\u200b을\ufeff", "약속을"),
        ("□\u00a0협력\u3000확대\t표", "□\u00a0협력\u3000확대\t표"),
        ("\uf06d 사유 영역 글머리", "\uf06d 사유 영역 글머리"),
        ("\ud800 반쪽", "  반쪽"),
    ],
)
def test_characters(raw: str, expected: str) -> None:
    assert clean_text(raw).text == expected


def test_letters_typed_apart_become_syllables() -> None:
    assert clean_text(unicodedata.normalize("NFD", "외교부 값진 약속")).text == "외교부 값진 약속"


@pytest.mark.parametrize(
    ("raw", "text", "breaks"),
    [
        ("첫 쪽\n\f둘째 쪽\n", "첫 쪽\n둘째 쪽\n", (4,)),
        ("첫 쪽\f둘째 쪽", "첫 쪽\n둘째 쪽", (4,)),
        ("첫 쪽\f\n둘째 쪽", "첫 쪽\n둘째 쪽", (3,)),
        ("가\n\f\f나\n\f", "가\n나\n", (2, 4)),
    ],
)
def test_form_feeds_become_page_breaks(raw: str, text: str, breaks: tuple[int, ...]) -> None:
    cleaned = clean_text(raw)
    assert (cleaned.text, cleaned.page_breaks) == (text, breaks)


def test_what_was_mended_is_told() -> None:
    cleaned = clean_text("a\x00b\u202ec\u200fd" + unicodedata.normalize("NFD", "각"))
    assert [problem.number for problem in cleaned.problems] == ["Y151", "Y152", "Y155"]
    assert cleaned.problems[1].message.endswith(": 2.")


def test_faults_point_to_their_first_place() -> None:
    cleaned = clean(Decoded("가\r\n나\ufffd다", "cp949", faults=1), origin="x")
    (problem,) = cleaned.problems
    assert problem.span is not None
    assert cleaned.text[slice(*problem.span)] == "\ufffd"


@pytest.mark.parametrize("text", [" \n\t\n", "\u200b\ufeff", "\x00\x01"])
def test_nothing_but_white_space_is_empty(text: str) -> None:
    with pytest.raises(SourceEmpty):
        clean(Decoded(text, "utf-8"), origin="x")


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    again = clean_text(once.text)
    assert again.text == once.text
    assert all(0 <= place <= len(once.text) for place in once.page_breaks)
    assert not any(
        unicodedata.category(letter) in {"Cc", "Cs"} for letter in once.text if letter not in "\t\n"
    )
