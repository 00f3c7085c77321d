from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.hwp.pieces import utf16
from tests.support.office.hwp_records import control, field_end, tab

from yaksok.read.hwp.paratext import Mark, Run, control_name, plain_text, split_text


def shown(data: bytes) -> str:
    return "".join(token.text for token in split_text(data) if isinstance(token, Run))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (utf16("나무를 심는다.\r"), "나무를 심는다."),
        (utf16("\r"), ""),
        (b"", ""),
        (utf16("끝이 없는 문단"), "끝이 없는 문단"),
        (utf16("a\nb\r"), None),
        (utf16("가\u0018나\r"), None),
        (b"\x00\xd8\r\x00", None),
    ],
)
def test_text_without_controls_is_decoded_at_once(data: bytes, text: str | None) -> None:
    assert plain_text(data) == text


@pytest.mark.parametrize(
    ("unit", "sign"),
    [("\n", "\n"), ("\x18", "-"), ("\x1e", "\u00a0"), ("\x1f", " "), ("\x19", ""), ("\x00", "")],
)
def test_controls_of_one_unit(unit: str, sign: str) -> None:
    assert shown(utf16(f"가{unit}나\r")) == f"가{sign}나"


def test_a_tab_takes_eight_units_and_shows_one_sign() -> None:
    tokens = list(split_text(utf16("가") + tab() + utf16("나\r")))
    assert tokens == [Run(0, 1, "가"), Run(1, 8, "\t"), Run(9, 1, "나")]


@pytest.mark.parametrize("code", [1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23])
def test_extended_controls_have_a_record(code: int) -> None:
    tokens = list(split_text(utf16("가") + control(code, "tbl ") + utf16("나\r")))
    assert tokens == [Run(0, 1, "가"), Mark(1, code, "tbl ", extended=True), Run(9, 1, "나")]


@pytest.mark.parametrize("code", [4, 5, 6, 7, 8, 19, 20])
def test_inline_controls_have_none(code: int) -> None:
    (mark,) = [token for token in split_text(control(code, "%hlk") + utf16("\r")) if isinstance(token, Mark)]
    assert not mark.extended


def test_nothing_is_read_behind_the_end_of_the_paragraph() -> None:
    assert shown(utf16("앞\r뒤")) == "앞"


def test_the_end_of_a_field_is_a_control_too() -> None:
    tokens = list(split_text(field_end("%hlk") + utf16("뒤\r")))
    assert isinstance(tokens[0], Mark)
    assert tokens[1] == Run(8, 1, "뒤")


def test_letters_of_two_units_count_twice() -> None:
    tokens = list(split_text(utf16("가\U0001f333나\n\r")))
    assert tokens == [Run(0, 4, "가\U0001f333나"), Run(4, 1, "\n")]


def test_half_a_letter_becomes_a_replacement_sign() -> None:
    assert shown(utf16("가") + b"\x00\xd8" + utf16("나\r")) == "가\ufffd나"


def test_a_control_at_the_end_may_be_cut_off() -> None:
    assert list(split_text(control(11, "tbl ")[:2])) == [Mark(0, 11, "", extended=True)]


def test_parts_of_a_run_are_counted_in_units() -> None:
    run = Run(10, 4, "가\U0001f333나")
    assert run.part(10, 14) == "가\U0001f333나"
    assert run.part(10, 11) == "가"
    assert run.part(11, 13) == "\U0001f333"
    assert run.part(13, 14) == "나"
    assert Run(3, 8, "\t").part(3, 5) == "\t"
    assert Run(3, 8, "\t").part(5, 11) == ""


def test_names_of_controls_stand_backwards() -> None:
    assert control_name(0x74626C20) == "tbl "


@given(st.binary(max_size=200))
def test_any_bytes_can_be_split(data: bytes) -> None:
    position = 0
    for token in split_text(data):
        start = token.start
        assert start >= position
        position = start + (token.units if isinstance(token, Run) else 8)
        if isinstance(token, Run):
            token.text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], min_codepoint=32), max_size=60))
def test_text_is_read_as_it_was_written(text: str) -> None:
    assert plain_text(utf16(text + "\r")) == text
    assert shown(utf16(f"{text}\n\r")) == f"{text}\n"
