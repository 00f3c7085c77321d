"""Title, genre, language and issuer."""

from __future__ import annotations

import pytest
from tests.support.reading import outline, read, source

from yaksok.outline.head import language_of
from yaksok.outline.outline import outline_of

BODY = "\n\n□ 교역 확대\n ㅇ 항공 노선 2개 신설\n ㅇ 청년 교류 확대\n"
PROSE = "\n\n누리부는 5월 2일 칠레와 산림 협정에 서명하였다고 밝혔다. 두 나라는 산불을 함께 막기로 하였다.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("2025년 누리부 주요업무 추진계획" + BODY, "2025년 누리부 주요업무 추진계획"),
        ("# 2025년 누리부 업무계획" + BODY, "2025년 누리부 업무계획"),
        (
            "2025년 누리부 업무계획\n- 함께 여는 바닷길 -" + BODY,
            "2025년 누리부 업무계획 - 함께 여는 바닷길 -",
        ),
        (
            "보도자료\n배포일시 2024. 5. 2.(목)\n담당 부서 산림협력과\n\n칠레와 산림 협정 서명" + PROSE,
            "칠레와 산림 협정 서명",
        ),
        (
            "보도자료\n\n누리부, 칠레와 산불을 함께 막기 위한\n산림 협정 서명\n\n2024. 5. 2." + PROSE,
            "누리부, 칠레와 산불을 함께 막기 위한 산림 협정 서명",
        ),
        (
            "홈 > 정책 > 산림\n본문 바로가기\n산림 협력 정책\n\n2024. 5. 2." + BODY,
            "산림 협력 정책",
        ),
        ("누리부\n2024. 5. 2.\n\n대한민국-칠레 공동성명" + PROSE, "대한민국-칠레 공동성명"),
        (
            "Joint Statement on Forests\n\nMay 2, 2024\n\nThe leaders met in Seoul.\n",
            "Joint Statement on Forests",
        ),
        ("□ 교역 확대\n ㅇ 항공 노선 신설\n", ""),
        ("누리부는 5월 2일 칠레와 산림 협정에 서명하였다고 밝혔다.\n", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    document = read(text)
    assert document.title == title
    assert [each.text for each in document.statements if each.role == "title"] == ([title] if title else [])


def test_the_title_is_in_no_trail() -> None:
    assert all(
        "업무계획" not in "".join(each.trail) for each in read("2025년 누리부 업무계획" + BODY).statements
    )


def test_the_title_of_a_web_page_decides_between_lines() -> None:
    text = "산림 정보 마당\n\n산림 협력 정책 안내\n\n□ 교역 확대\n ㅇ 항공 노선 신설\n"
    assert outline_of(source(text, title="산림 협력 정책 안내")).title == "산림 협력 정책 안내"


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("2025년 누리부 주요업무 추진계획" + BODY, "work_plan"),
        ("2024년 누리부 자체평가 결과보고서" + BODY, "evaluation"),
        ("대한민국-칠레 공동성명" + PROSE, "joint_statement"),
        ("보도자료\n\n칠레와 산림 협정 서명" + PROSE, "press_release"),
        ("누리부 장관 산림의 날 기념사\n\n안녕하십니까? 오늘 함께해 주셔서 감사합니다.\n", "speech"),
        ("칠레 정상회담 팩트시트" + BODY, "fact_sheet"),
        ("Joint Statement on Forests\n\nThe leaders met in Seoul.\n", "joint_statement"),
        ("Fact Sheet: Forests\n\n- We will plant trees.\n", "fact_sheet"),
        ("Remarks by the Minister at the Forest Forum\n\nGood morning. We will plant trees.\n", "speech"),
    ],
)
def test_genres(text: str, genre: str) -> None:
    assert outline(text).head.genre == genre


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("교역을 확대한다", "ko"),
        ("Trade grows", "en"),
        ("", "en"),
        ("FTA, ODA, RCEP 확대 방안을 논의하였다", "ko"),
        ("The two sides met (서울) in May and agreed to trade more.", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_issuer_is_a_known_body() -> None:
    assert outline("외교부\n2024. 5. 2.\n\n2025년 주요업무 추진계획" + BODY).head.issuer == "외교부"
    assert outline("갈대 모임\n\n2025년 갈대 계획" + BODY).head.issuer is None
