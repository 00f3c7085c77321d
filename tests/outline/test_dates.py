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
