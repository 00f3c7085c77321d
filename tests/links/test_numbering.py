"""Numbers that tell two undertakings of the same name apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.links.numbering import numbers, order


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("제3차 누리 협정 타결", "제3차 누리 협정 서명", "same"),
        ("제3차 누리 협정 타결", "제4차 누리 협정 타결", "apart"),
        ("제3차 누리 협정 타결", "제4차 가온 포럼 개최", "same"),
        ("제3차 누리 협정 타결", "제3차에 이은 제4차 누리 협정 타결", "apart"),
        ("the 11th Special Measures Agreement", "제12차 방위비분담특별협정 타결", "apart"),
        ("host the Seventh Lighthouse Meeting", "held the Eighth Lighthouse Meeting", "apart"),
        ("COP28 유치", "COP33 유치", "apart"),
        ("COP28에서 협의", "COP29 계기 협의", "same"),
        ("2030 등대박람회 유치", "2025 등대박람회 참가", "apart"),
        ("2030년 등대박람회 유치", "2025년 등대박람회 참가", "same"),
        ("누리 이사국(23-25) 진출", "누리 이사국(2025-27년 임기) 진출", "apart"),
        ("누리 이사국(24-25) 진출", "누리 이사국(2024-25년 임기) 진출", "same"),
        ("제1차 등대 기본계획 수립", "제2차 등대 기본계획 수립", "next"),
        ("제2차 등대 기본계획 수립", "제1차 등대 기본계획 수립", "apart"),
        ("1단계 사업 완료", "2단계 사업 착수", "next"),
        ("the 60th anniversary of ties", "the 30th anniversary of ties", "same"),
        ("2019년 10.30-31 회의", "24.5.21-22 회의", "same"),
        ("협력 강화", "협력 강화", "same"),
    ],
)
def test_order(one: str, other: str, told: str) -> None:
    assert order(numbers(one), numbers(other)) == told


@given(st.text(max_size=200))
def test_any_text_is_in_order_with_itself(text: str) -> None:
    found = numbers(text)
    assert order(found, found) == "same"
