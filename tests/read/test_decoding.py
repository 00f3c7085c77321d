"""Encodings of Korean official text, whole and damaged."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.errors import NotText, YaksokError
from yaksok.read.decoding import decode

KOREAN = "□ 정부는 올해 하반기까지 협력 사업 3건을 추진할 계획이다.\n ㅇ 관계 부처와 협의해 나가겠습니다.\n"
ENGLISH = "The two sides agreed to hold the next dialogue in Seoul by the end of 2026.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp949"])
@pytest.mark.parametrize(
    "text", [KOREAN, ENGLISH, KOREAN + ENGLISH, "가", "a", "약속\n", "똠방각하 펲시콜라 뷁"]
)
def test_text_comes_back_without_a_mark(encoding: str, text: str) -> None:
    if encoding.startswith("utf-16") and len(text) < 3:
        pytest.skip("two bytes say nothing of their order")
    if encoding == "cp949" and text.startswith("똠"):
        text = KOREAN + text
    assert decode(text.encode(encoding), origin="x").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + KOREAN.encode(encoding), origin="x")
    assert (decoded.text, decoded.encoding, decoded.faults) == (KOREAN, encoding, 0)


def test_a_declared_charset_is_read_as_the_larger_set_that_programs_write() -> None:
    assert decode("펲시와 뷁".encode("cp949"), origin="x", declared="euc-kr").text == "펲시와 뷁"


def test_a_wrong_declaration_does_not_count() -> None:
    assert decode(KOREAN.encode(), origin="x", declared="euc-kr").text == KOREAN
    assert decode((KOREAN * 3).encode("cp949"), origin="x", declared="utf-8").encoding == "cp949"
    assert decode(KOREAN.encode("cp949"), origin="x", declared="no-such-charset").text == KOREAN


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_text_cut_inside_a_letter_is_read_with_a_notice(encoding: str) -> None:
    data = (KOREAN * 5).encode(encoding)
    cut = data[: data.rindex("겠".encode(encoding)) + 1]
    decoded = decode(cut, origin="x")
    assert decoded.encoding == encoding
    assert decoded.faults == 1
    assert decoded.text.startswith(KOREAN * 4)


def test_western_text_is_not_taken_for_korean() -> None:
    text = "The café’s naïve coöperation – “résumé” of the façade. " * 20
    decoded = decode(text.encode("cp1252"), origin="x")
    assert decoded.guessed
    assert "caf" in decoded.text
    assert not any("가" <= letter <= "힣" for letter in decoded.text)


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00" * 1000, b"\x01\x02\x03\x04" * 500])
def test_noise_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data, origin="noise.bin")


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_text_or_a_numbered_error(data: bytes) -> None:
    outcome: str | None = None
    try:
        decode(data, origin="x").text.encode("utf-8")
    except YaksokError as error:
        outcome = error.number
    assert outcome in {None, "Y107", "Y108"}


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=4, max_size=80))
def test_hangul_in_utf8_always_comes_back(text: str) -> None:
    assert decode(f"{text}\n".encode(), origin="x").text == f"{text}\n"
