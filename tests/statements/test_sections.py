"""The year that a heading speaks of."""

from __future__ import annotations

import pytest

from yaksok.statements.sections import section_year_of


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2019년 하반기 실적", 2019),
        ("’24년 주요 성과", 2024),
        ("2025년도 업무계획", 2025),
        ("2024~2028년 계획", None),
        ("2030년까지의 목표", None),
        ("2020년대 과제", None),
        ("2024년 성과와 2025년 계획", None),
        ("추진 과제", None),
        ("3개국 순방", None),
    ],
)
def test_years(heading: str, year: int | None) -> None:
    assert section_year_of(heading) == year
