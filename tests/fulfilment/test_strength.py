"""How firmly promises are worded, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.fulfilment.strength import strength

KOREAN = [
    # Deeds: what is said will be done.
    ("누리국과 해양 안전 협정 체결", "deed"),
    ("올해 안에 제3차 고위급 대화를 개최한다.", "deed"),
    ("하반기 중 영사 상담실을 열겠습니다.", "deed"),
    ("양측은 공동 조사단을 구성하기로 하였다.", "deed"),
    ("두 장관은 연락 사무소를 설치하기로 합의했다.", "deed"),
    ("현지 사무소 개소", "deed"),
    ("추가 의정서에 서명하겠다고 밝혔다.", "deed"),
    ("갯벌 보전 지침을 마련하여 배포할 것이다.", "deed"),
    ("구호 인력 30명 파견(6월)", "deed"),
    ("정례 협의체 운영 지속", "deed"),
    ("기본계획 수립 완료", "deed"),
    ("양국은 항공편을 재개해 나가기로 함", "deed"),
    ("새 여권을 발급하도록 하겠습니다.", "deed"),
    ("의장국 수임", "deed"),
    ("조사 결과를 국회에 보고서로 제출함", "deed"),
    ("어업 협정을 맺겠다.", "deed"),
    ("매립할 것이다.", "deed"),
    ("포럼 개최 합의", "deed"),
    # Plans.
    ("해양 안전 협정 체결 추진", "plan"),
    ("내년 초 사무소를 개설할 예정이다.", "plan"),
    ("제2차 대화를 개최할 계획입니다.", "plan"),
    ("협정 체결을 추진해 나가겠습니다.", "plan"),
    ("연내 타결을 목표로 한다.", "plan"),
    ("공동 연구소 설립을 추진하기로 하였다.", "plan"),
    ("장관의 방문을 준비 중이다.", "plan"),
    ("의정서를 개정하고자 한다.", "plan"),
    ("상반기 중 발표할 방침", "plan"),
    ("사절단 파견 예정(9월)", "plan"),
    ("총회 유치 준비", "plan"),
    ("정상 방문 추진중", "plan"),
    ("공관 신설을 지속 추진함", "plan"),
    # Efforts.
    ("국제 공조 강화", "effort"),
    ("신뢰 회복을 위해 노력하겠습니다.", "effort"),
    ("협력 강화 추진", "effort"),
    ("교류를 확대해 나갈 것이다.", "effort"),
    ("협정이 조속히 체결될 수 있도록 노력", "effort"),
    ("협정 체결을 위한 노력 전개", "effort"),
    ("갯벌 보전에 최선을 다하겠다.", "effort"),
    ("북측과의 소통을 지속해 나갈 예정이다.", "effort"),
    ("공급망을 안정적으로 관리한다.", "effort"),
    ("협상 가속화", "effort"),
    ("국민이 편리하게 이용할 수 있도록 하겠습니다.", "effort"),
    ("논의에 적극 기여", "effort"),
    ("규범 논의 주도", "effort"),
    ("관계를 한 단계 높여 나가겠습니다.", "effort"),
    ("국제사회의 노력에 힘을 보태겠습니다.", "effort"),
    ("실질협력 심화·발전", "effort"),
    ("양국 관계 발전을 위해 힘쓰기로 하였다.", "effort"),
    ("우리 기업의 진출을 적극 지원할 계획이다.", "effort"),
    ("안정적 관리 노력 지속", "effort"),
    ("협력 모멘텀 지속", "effort"),
    ("국민 보호 활동을 강화하도록 하겠다.", "effort"),
    # Considerations.
    ("연락 사무소 설치 방안 검토", "consider"),
    ("추가 지원 여부를 검토할 예정이다.", "consider"),
    ("새 협력 사업을 모색해 나가기로 하였다.", "consider"),
    ("협정 개정 문제를 협의하기로 합의하였다.", "consider"),
    ("공동 사업을 확대하는 방안을 검토하겠습니다.", "consider"),
    ("공동 조사 실시 방안 검토 추진", "consider"),
    ("도입 가능성 연구", "consider"),
    ("필요한 조치를 논의한다.", "consider"),
    ("해결책을 찾아 나가겠습니다.", "consider"),
    ("제도 도입의 타당성을 분석함", "consider"),
]
ENGLISH = [
    ("The two ministers will sign the maritime safety accord.", "deed"),
    ("Both sides agreed to establish a liaison office in Noori.", "deed"),
    ("The Ministry pledged to provide 30 fishing boats.", "deed"),
    ("The third dialogue will be held in Gaon next spring.", "deed"),
    ("They decided to resume the ferry service.", "deed"),
    ("Establishment of a joint research centre", "deed"),
    ("Open a consular desk in Noori", "deed"),
    ("The Government is committed to ratifying the protocol.", "deed"),
    ("We shall adopt a joint plan of action.", "deed"),
    ("The partners will review and adopt the guidelines.", "deed"),
    ("The countries will continue to host the annual forum.", "deed"),
    ("The embassy plans to open a second office.", "plan"),
    ("Both sides intend to sign the protocol this year.", "plan"),
    ("The accord is expected to be signed in May.", "plan"),
    ("The two countries aim to conclude the talks by June.", "plan"),
    ("The ministers are scheduled to visit the harbour.", "plan"),
    ("Preparations for the opening of the centre", "plan"),
    ("The two sides will strengthen cooperation on fisheries.", "effort"),
    ("Strengthening of people-to-people ties", "effort"),
    ("They agreed to deepen their partnership.", "effort"),
    ("The Ministry will make every effort to conclude the treaty.", "effort"),
    ("Both sides will work to conclude the agreement.", "effort"),
    ("The Government will seek to establish a fund.", "effort"),
    ("They will continue to strive to reach an accord.", "effort"),
    ("The two ministers reaffirmed that they will continue to support the talks.", "effort"),
    ("Expansion of trade in farm goods", "effort"),
    ("We are ready to cooperate closely.", "effort"),
    ("The partners plan to strengthen the network.", "effort"),
    ("They will take steps to open the border.", "effort"),
    ("The Ministry will consider opening an office in Noori.", "consider"),
    ("Both sides agreed to explore ways to expand trade.", "consider"),
    ("They will discuss the establishment of a fund.", "consider"),
    ("The Government intends to review the visa rules.", "consider"),
    ("They agreed to look into a joint survey.", "consider"),
    ("The two countries will consult on the next steps.", "consider"),
    ("Review of the fisheries agreement", "consider"),
    ("The sides will seek to explore new fields.", "consider"),
]


@pytest.mark.parametrize(("text", "level"), KOREAN)
def test_korean(text: str, level: str) -> None:
    found = strength(text, "ko")
    assert found is not None
    assert found.level == level, found.words
    assert text[slice(*found.span)] == found.words


@pytest.mark.parametrize(("text", "level"), ENGLISH)
def test_english(text: str, level: str) -> None:
    found = strength(text, "en")
    assert found is not None
    assert found.level == level, found.words
    assert text[slice(*found.span)] == found.words


@pytest.mark.parametrize("text", ["", "한·누리 우호 카라반(7월)", "주요 내용", "( )", "제3차 누리 포럼"])
def test_a_label_has_no_strength(text: str) -> None:
    assert strength(text, "ko") is None


def test_an_english_sentence_in_a_korean_document_is_read_as_english() -> None:
    found = strength("Both sides will sign the accord.", "ko")
    assert found is not None
    assert found.level == "deed"


@given(st.text(max_size=300), st.sampled_from(["ko", "en"]))
def test_any_text_gives_words_of_its_own(text: str, language: str) -> None:
    found = strength(text, language)
    assert found is None or text[slice(*found.span)] == found.words


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "하" * 100_000, " 등" * 50_000, "to " * 50_000, "검토 추진 " * 20_000]
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    strength(text, "ko")
    strength(text, "en")
