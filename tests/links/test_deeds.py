"""What is done to which object."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.links.cues import ends_with
from yaksok.links.deed import met_deed, units
from yaksok.links.deeds import deeds, promised_deeds
from yaksok.reference.tables import rows


@pytest.mark.parametrize(
    ("promised", "done"),
    [
        ("가온 정상회의 개최 추진", "가온 정상회의 개최(24.5월)"),
        ("누리 자유무역협정 체결", "누리와 자유무역협정에 서명"),
        ("해양 안전 위원회 이사국 수임을 위한 교섭", "해양 안전 위원회 이사국 진출"),
        ("한-아세안 관계 격상", "아세안과의 ‘포괄적 전략 동반자 관계’ 수립(24.10월)"),
        (
            "가온 산호 보전 전략을 연내 수립",
            "가온 산호 보전 전략 발표(22.12.28)에 이어 이행계획 수립",
        ),  # drawn up, so announced
        ("제4차 누리 협정 협상 타결", "제4차 누리 협정 발효(24.11.29)"),  # in force, so concluded
        ("가온 등대지기법 제정", "가온 등대지기법 국회 통과(18.12월) 및 공포(19.1.15)"),
        ("누리 구상의 이행과 가온 관계 격상 추진", "가온과의 포괄적 동반자 관계 수립"),  # an act beside it
        ("가온 정상회담 추진", "가온 정상회담이 서울에서 열렸다."),
        ("bring the treaty with Gaon into force", "the treaty with Gaon entered into force"),
        ("가온 국왕 방한 추진", "가온 국왕 국빈 방한(10.30)을 통해 신뢰 회복"),
        ("누리 정상회의 연내 개최", "누리 정상회의(24.5.21) 및 가온 포럼(24.9.9) 개최"),  # one verb for both
        ("차세대 등대신호기 2020년 도입", "차세대 등대신호기를 어민에게 전면 발급한다."),
        ("sign the maritime safety agreement", "signed the maritime safety agreement in May"),
        ("sign a maritime safety agreement by 2020", "The maritime safety agreement was signed in May"),
    ],
)
def test_the_same_deed_is_known_again(promised: str, done: str) -> None:
    assert met_deed(deeds(promised), deeds(done)) is not None


@pytest.mark.parametrize(
    ("promised", "done"),
    [
        ("가온 정상회의 개최", "누리 장관회의 개최"),  # another meeting
        ("가온 정상회의 개최", "가온 정상회의 의장국 수임"),  # another deed
        ("가온 정상회의 개최", "가온 정상회의를 내년에 개최하기로 협의하고 특사 파견"),  # still to come
        ("host the Gaon summit", "The parties agreed to host the Gaon summit"),  # still to come
        (
            "차세대 등대신호기 2020년 도입",
            "차세대 등대신호기 발급 시스템 개발",
        ),  # the word describes a system
        ("가온 정상회의 개최", "가온 정상회의를 계기로 누리 포럼 개최"),  # held on its occasion
        ("누리 협정 체결", "누리 협정 체결 30주년 기념우표 발행"),  # an anniversary
        ("가온 협력 강화", "가온 협력 강화"),  # no end that could be reached
        ("지역별 협력 네트워크 구축", "협력 네트워크 구축"),  # a mere kind of thing
        ("등대 박람회 유치를 위한 인프라 구축", "통상 인프라 구축"),
        ("가온 정상회의 개최", "누리 정상회의 개최"),  # another one of the kind
        ("가온 센터 설립", "가온 센터 설립 준비단 구성"),  # only prepares it
        ("build a lighthouse museum", "prepared a draft of a lighthouse museum"),
        ("가온과 교역 확대", "가온교역면제협정 이행"),  # part of a name
        ("sign the maritime safety agreement", "signed a film treaty"),
    ],
)
def test_other_deeds_are_told_apart(promised: str, done: str) -> None:
    assert met_deed(deeds(promised), deeds(done)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("누리 협정 체결", "named"),
        ("누리 협정 체결을 위한 협상", "to_come"),
        ("누리 정상회의를 개최하기로 합의", "to_come"),
        ("등대신호기가 2020년 도입될 예정이었으나 늦어짐", "to_come"),
        ("누리 정상회의는 연내 개최하지 못함", "failed"),
        ("등대 박람회 유치 추진을 종료하고 다른 나라를 지지", "failed"),
        ("누리 이사회 이사국 낙선", "failed"),
        ("누리와는 이미 협정을 체결한 바 있으며", "past"),
        ("failed to sign the maritime agreement", "failed"),
        ("will sign the maritime agreement", "to_come"),
    ],
)
def test_how_the_words_speak_of_a_deed(text: str, told: str) -> None:
    assert deeds(text)[0].told == told


def test_what_is_over_is_not_promised() -> None:
    assert (
        promised_deeds("누리와는 이미 협정을 체결한 바 있으며 다른 나라와의 관계 격상도 검토")[0].group
        == "relate"
    )
    assert promised_deeds("정전협정 체결 65년이 되는 해") == ()


def test_a_part_is_told() -> None:
    assert deeds("누리 협정 부분 발효")[0].partly
    assert not deeds("누리 협정 발효")[0].partly


def test_a_syllable_before_makes_another_word() -> None:
    assert deeds("내구성을 높인 신호기") == ()


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
