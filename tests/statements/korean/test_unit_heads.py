"""Units that labels, header rows and captions give to bare figures."""

from __future__ import annotations

import pytest

from yaksok.statements.context import StatementContext
from yaksok.statements.korean.quantities import find_quantities
from yaksok.statements.korean.times import find_times
from yaksok.statements.korean.unit_heads import HeadUnit, column_units, read_head_unit

PERCENT, PERSON = HeadUnit("percent", 1), HeadUnit("person", 1)


def cells(text: str, *trail: str) -> list[tuple[float, str]]:
    setting = StatementContext(trail=trail)
    found = find_quantities(text, find_times(text, setting), context=setting)
    return [(mention.value, mention.unit) for mention in found]


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("명", PERSON),
        ("단위: 명", PERSON),
        ("단위 : 천 명", HeadUnit("person", 1_000)),
        ("십억 원", HeadUnit("KRW", 1_000_000_000)),
        ("%", PERCENT),
        ("전년 대비", None),
        ("", None),
    ],
)
def test_units_in_brackets(words: str, want: HeadUnit | None) -> None:
    assert read_head_unit(words) == want


@pytest.mark.parametrize(
    ("header", "want"),
    [
        ("지표 ’24년 실적 목표 실적 달성률(%)", [PERCENT, None, None, None, None]),
        ("지표 2023년 2024년 증가율", [PERCENT, None, None, None]),
        ("국가 교민(명) 비중", [PERCENT, PERSON, None]),
        ("지표 목표 실적", []),
        ("통화 기준환율", []),
        ("", []),
    ],
)
def test_columns_from_the_right(header: str, want: list[HeadUnit | None]) -> None:
    assert column_units(header) == want


ROWS = ("성과지표 현황", "성과지표 ’24년 실적 목표 실적 달성률(%)")


@pytest.mark.parametrize(
    ("text", "trail", "want"),
    [
        (
            "연수 수료자(명) 810 900 945 105.0",
            ROWS,
            [(810, "person"), (900, "person"), (945, "person"), (105, "percent")],
        ),
        (
            "발전차관 승인액(백만 달러) 310 420 399 95.0",
            ROWS,
            [(310_000_000, "USD"), (420_000_000, "USD"), (399_000_000, "USD"), (95, "percent")],
        ),
        ("민원 응답률(%) 91.2 92 93.1 101.2", ROWS, [(91.2, "percent"), (92, "percent"), (93.1, "percent"), (101.2, "percent")]),
        ("재외공관 4 5 125.0", ROWS, [(125, "percent")]),
        ("페루 1,204 3.5", ("(단위: 명, %)", "국가 교민 수 비중"), [(1204, "person"), (3.5, "percent")]),
        ("발급 건수(단위: 천 건) : ’23년 41 → ’24년 56", (), [(41_000, "count"), (56_000, "count")]),
        ("호주 12 9", ("국가 파견(명) 귀국(명)",), [(12, "person"), (9, "person")]),
        ("호주 12 9", ("국가 파견 귀국",), []),
    ],
)  # fmt: skip
def test_cells(text: str, trail: tuple[str, ...], want: list[tuple[float, str]]) -> None:
    assert cells(text, *trail) == want
