"""Targets and results set side by side."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.links.figures import measured, measured_in
from yaksok.records.mentions import QuantityMention
from yaksok.records.statement import Statement, TableCell
from yaksok.reference.tables import rows


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("연수생 초청 목표 300명 / 실적 223명", 223 / 300),
        ("연수생 초청: 목표 300명 대비 223명", 223 / 300),
        ("안전여행 교육 이수자 목표(1,200명), 실적(1,500명)", 1.25),
        ("무상원조 집행률은 목표 대비 96.8%", 0.968),
        ("연수생 초청 인원의 목표 달성률은 104.2%로 나타남", 1.042),
        ("방문객 유치 목표 초과 달성", 1.0),
        ("연수생 초청은 목표에 미달", None),
        ("The programme reached 120 of 150 villages", 0.8),
        ("It trained 90 out of a planned 100 officers", 0.9),
        ("Enrolment stood at 97% of the target", 0.97),
        ("The fund exceeded its target", 1.0),
        ("Target: 40 missions, actual: 38", 0.95),
        ("Grants fell short of the target", None),
    ],
)
def test_read_from_words(text: str, share: float | None) -> None:
    found = measured_in(text)
    assert found is not None
    assert found.share == (share if share is None else pytest.approx(share))


@pytest.mark.parametrize(
    "text",
    [
        "연수생 300명 초청을 목표로 준비",
        "목표 대비 12% 증가",
        "2030년까지 300개소 설치 목표",
        "전년 대비 96.8%",
        "members of the group of 20",
        "reached agreement on 3 of the texts",
    ],
)
def test_no_pair(text: str) -> None:
    assert measured_in(text) is None


def row(*columns: tuple[str, str, float]) -> Statement:
    """A table row whose cells hold one number each, under the given heads."""
    cells, amounts, text = [], [], "연수생 초청 인원"
    for column, (head, written, value) in enumerate(columns, 1):
        start = len(text) + 1
        text = f"{text} {written}"
        cells.append(TableCell((start, len(text)), 1, column, ("연수생 초청 인원",), (head,)))
        amounts.append(QuantityMention(written, (start, len(text)), value, "person"))
    span = (0, len(text))
    return Statement(
        n=1, span=span, extent=span, role="item", act="result", marker="", text=text, trail=(),
        parent=None, quantities=tuple(amounts), cells=tuple(cells),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "share"),
    [
        ([("목표", "300", 300), ("실적", "223", 223)], 223 / 300),
        ([("목표치", "300", 300), ("실적치", "330", 330), ("달성률", "110%", 110)], 1.1),
        ([("'22년 실적", "100", 100), ("목표", "200", 200), ("실적", "150", 150)], 0.75),
        ([("목표달성률", "96%", 96)], 0.96),
        ([("Target", "50", 50), ("Actual", "40", 40)], 0.8),
    ],
)
def test_read_from_columns(columns: list[Any], share: float) -> None:
    found = measured(row(*columns))
    assert found is not None
    assert found.share == pytest.approx(share)


def test_columns_of_other_things_tell_nothing() -> None:
    assert measured(row(("2021년", "300", 300), ("2022년", "223", 223))) is None


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    measured_in(text)


def test_every_word_has_a_source() -> None:
    assert all(each["word"] and each["group"] and each["source"] for each in rows("figure_words"))
