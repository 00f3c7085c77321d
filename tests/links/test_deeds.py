"""What is done to which object."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.links.cues import ends_with
from yaksok.links.deeds import deeds, units
from yaksok.links.relations import same_deed
from yaksok.reference.tables import rows


@pytest.mark.parametrize(
    ("promised", "done"),
    [
        ("가온 정상회의 개최 추진", "가온 정상회의 개최(24.5월)"),
        ("누리 자유무역협정 체결", "누리와 자유무역협정에 서명"),
        ("해양 안전 위원회 이사국 수임을 위한 교섭", "해양 안전 위원회 이사국 진출"),
        ("한-아세안 관계 격상", "아세안과의 ‘포괄적 전략 동반자 관계’ 수립(24.10월)"),
        ("sign the maritime safety agreement", "signed the maritime safety agreement in May"),
        ("sign a maritime safety agreement by 2020", "The maritime safety agreement was signed in May"),
    ],
)
def test_the_same_deed_is_known_again(promised: str, done: str) -> None:
    assert same_deed(deeds(promised), deeds(done)) is not None


@pytest.mark.parametrize(
    ("promised", "done"),
    [
        ("가온 정상회의 개최", "누리 장관회의 개최"),  # another meeting
        ("가온 정상회의 개최", "가온 정상회의 의장국 수임"),  # another deed
        ("가온 정상회의 개최", "가온 정상회의를 내년에 개최하기로 협의하고 특사 파견"),  # still to come
        ("host the Gaon summit", "The parties agreed to host the Gaon summit"),  # still to come
        ("가온 협력 강화", "가온 협력 강화"),  # no end that could be reached
        ("sign the maritime safety agreement", "signed a film treaty"),
    ],
)
def test_other_deeds_are_told_apart(promised: str, done: str) -> None:
    assert same_deed(deeds(promised), deeds(done)) is None


def test_the_last_words_tell_how_far_it_got() -> None:
    assert ends_with("누리 정상회의 개최 합의", "halfway")
    assert not ends_with("합의에 따라 누리 정상회의 개최", "halfway")
    assert ends_with("누리 정상회의를 연내 개최하지 못함", "undone")
    assert ends_with("세계박람회 유치 실패(23.11월)", "end")


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    for deed in deeds(text):
        assert 0 <= deed.likeness(units(text)) <= 1


def test_every_word_has_a_source() -> None:
    assert all(row["source"] and row["word"] and row["group"] for row in rows("deed_words"))
