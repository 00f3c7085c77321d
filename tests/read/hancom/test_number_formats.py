"""Numbers in the formats of lists and notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.read.hancom.number_formats import FORMATS, format_name, written


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("DIGIT", ["1", "2", "3", "10", "21"]),
        ("CIRCLED_DIGIT", ["①", "②", "③", "⑩", "21"]),
        ("ROMAN_CAPITAL", ["I", "II", "III", "X", "XXI"]),
        ("ROMAN_SMALL", ["i", "ii", "iii", "x", "xxi"]),
        ("LATIN_CAPITAL", ["A", "B", "C", "J", "U"]),
        ("LATIN_SMALL", ["a", "b", "c", "j", "u"]),
        ("CIRCLED_LATIN_CAPITAL", ["Ⓐ", "Ⓑ", "Ⓒ", "Ⓙ", "Ⓤ"]),
        ("CIRCLED_LATIN_SMALL", ["ⓐ", "ⓑ", "ⓒ", "ⓙ", "ⓤ"]),
        ("HANGUL_SYLLABLE", ["가", "나", "다", "차", "서"]),
        ("CIRCLED_HANGUL_SYLLABLE", ["㉮", "㉯", "㉰", "㉷", "21"]),
        ("HANGUL_JAMO", ["ㄱ", "ㄴ", "ㄷ", "ㅊ", "21"]),
        ("CIRCLED_HANGUL_JAMO", ["㉠", "㉡", "㉢", "㉩", "21"]),
        ("HANGUL_PHONETIC", ["일", "이", "삼", "십", "이십일"]),
        ("IDEOGRAPH", ["一", "二", "三", "十", "二十一"]),
        ("CIRCLED_IDEOGRAPH", ["㊀", "㊁", "㊂", "㊉", "21"]),
        ("DECAGON_CIRCLE", ["갑", "을", "병", "계", "갑"]),
        ("DECAGON_CIRCLE_HANJA", ["甲", "乙", "丙", "癸", "甲"]),
        ("SYMBOL", ["*", "†", "‡", "†††", "***"]),
        ("NEVER_HEARD_OF", ["1", "2", "3", "10", "21"]),
    ],
)
def test_written(number_format: str, expected: list[str]) -> None:
    assert [written(number, number_format) for number in (1, 2, 3, 10, 21)] == expected


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (14, "HANGUL_SYLLABLE", "하"),
        (15, "HANGUL_SYLLABLE", "거"),
        (20, "CIRCLED_DIGIT", "⑳"),
        (13, "ROMAN_CAPITAL", "XIII"),
        (1994, "ROMAN_SMALL", "mcmxciv"),
        (4000, "ROMAN_CAPITAL", "4000"),
        (26, "LATIN_CAPITAL", "Z"),
        (27, "LATIN_CAPITAL", "AA"),
        (702, "LATIN_SMALL", "zz"),
        (703, "LATIN_SMALL", "703"),
        (110, "HANGUL_PHONETIC", "백십"),
        (2305, "IDEOGRAPH", "二千三百五"),
        (10000, "IDEOGRAPH", "10000"),
        (0, "ROMAN_CAPITAL", "0"),
        (-5, "HANGUL_SYLLABLE", "0"),
    ],
)
def test_ends_of_tables(number: int, number_format: str, expected: str) -> None:
    assert written(number, number_format) == expected


@given(st.integers(-(2**70), 2**70), st.sampled_from((*FORMATS, "SYMBOL", "USER_CHAR", "")))
def test_no_number_is_long(number: int, number_format: str) -> None:
    assert 1 <= len(written(number, number_format)) <= 20


@given(st.sampled_from(FORMATS), st.integers(1, 9), st.integers(1, 9))
def test_different_numbers_look_different(number_format: str, one: int, other: int) -> None:
    assert (written(one, number_format) == written(other, number_format)) == (one == other)


def test_codes_of_the_older_format() -> None:
    assert [format_name(code) for code in (0, 1, 8, 16, 0x80, 17, -1)] == [
        "DIGIT",
        "CIRCLED_DIGIT",
        "HANGUL_SYLLABLE",
        "DECAGON_CIRCLE_HANJA",
        "SYMBOL",
        "DIGIT",
        "DIGIT",
    ]
