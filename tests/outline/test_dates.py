"""The date of a document."""

from __future__ import annotations

import pytest
from tests.support.reading import outline

from yaksok.outline.dates import parse_date

BODY = "\n\n□ 교역 확대\n ㅇ 항공 노선 2026년 5월 신설\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025. 1. 17.", "2025-01-17"),
        ("2025.1.17(금)", "2025-01-17"),
        ("2025년 1월 17일 금요일", "2025-01-17"),
        ("2025-01-17", "2025-01-17"),
        ("2025. 1.", "2025-01"),
        ("’25.1.17.", "2025-01-17"),
        ("January 17, 2025", "2025-01-17"),
        ("17 January 2025", "2025-01-17"),
        ("January 2025", "2025-01"),
        ("Friday, January 17th, 2025", "2025-01-17"),
        ("2025년", None),
        ("2025. 2. 30.", None),
        ("협력 강화", None),
    ],
)
def test_written_dates(text: str, date: str | None) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("보도자료\n배포일시 2024. 5. 2.(목) 10:00\n\n산림 협정 서명" + BODY, "2024-05-02"),
        ("2025년 누리부 업무계획\n2025. 1. 17." + BODY, "2025-01-17"),
        ("2025년 누리부 업무계획\n\n2025. 1." + BODY, "2025-01"),
        ("2025년 누리부 업무계획" + BODY, "2025"),
        ("산림 협력의 길" + BODY, None),
        ("산림 공동성명\n" + BODY + "\n2024년 6월 3일, 서울\n", "2024-06-03"),
        (
            "Joint Statement on Forests\n\nJune 3, 2024\n\nThe leaders met in Seoul on 1 May 2023.\n",
            "2024-06-03",
        ),
    ],
)
def test_dates_of_documents(text: str, date: str | None) -> None:
    assert outline(text).date == date


OPENING = "한-메아리 산림 협력\n\n{}\n\n□ 교역 확대\n ㅇ 항공 노선 2026년 5월 신설\n"


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("누리부 장관은 2025년 11월 21일(금) 하노이에서 산림 담당 장관을 만나 협력 방안을 논의하고 조림 사업을 함께 하기로 하였다.", "2025-11-21"),
        ("양국 정상은 2025년 10월 29일 경주에서 정상회담을 갖고 산림 협력의 미래에 관하여 폭넓게 의견을 나누었으며 아래와 같이 밝혔다.", "2025-10-29"),
        ("HANOI, 21 November 2025 – The two ministers today agreed to plant trees along the river together over the years.", "2025-11-21"),
        ("현행 제도는 2025년 12월 31일까지 조림 비용을 지원하도록 하고 있으나 회담에서 확인된 수요에 비추어 기한을 늘릴 필요가 있다.", None),
        ("산림기본법(법률 제11868호, 2013. 6. 4. 제정)은 나라 사이의 협력을 정하고 있으며 그에 따라 여러 차례 회담이 개최되었다.", None),
        ("지난 2017년 11월 15일 발생한 산불로 두 나라의 산림이 크게 훼손되었고 이를 계기로 복구 협력이 발표되었다.", None),
        ("1991년 4월 1일 작은 사무실 한 칸에서 시작한 우리의 산림 협력은 이제 서른 나라에 이르는 큰 나무로 자라났습니다, 여러분.", None),
        ("The programme runs until 31 December 2027 and was launched to bring foresters of the two countries together.", None),
    ],
)  # fmt: skip
def test_an_opening_tells_its_own_day_and_not_that_of_a_law_or_a_term(
    sentence: str, date: str | None
) -> None:
    assert outline(OPENING.format(sentence)).date == date
