"""Deadlines as promises word them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from yaksok.fulfilment.deadlines import deadline
from yaksok.ledger.reader import StoredDocument

Stored = Callable[..., StoredDocument]


@pytest.mark.parametrize(
    ("text", "times", "due"),
    [
        ("2022년까지 확대", [("2022년까지", None, "2022-12-31", "due")], "2022-12-31"),
        ("도입(2020년 하반기부터)", [("2020년 하반기부터", "2020-07-01", None, "planned")], "2020-12-31"),
        ("도입(20.3월부터)", [("20.3월부터", "2020-03-01", None, "planned")], "2020-03-31"),
        ("도입(2020년부터)", [("2020년부터", "2020-01-01", None, "planned")], "2020-12-31"),
        (
            "회의(7월) 및 총회(10월) 개최",
            [("7월", "2024-07-01", "2024-07-31", "planned"), ("10월", "2024-10-01", "2024-10-31", "planned")],
            "2024-10-31",
        ),
        (
            "올해 총회(10월) 개최",
            [
                ("올해", "2024-01-01", "2024-12-31", "planned"),
                ("10월", "2024-10-01", "2024-10-31", "planned"),
            ],
            "2024-10-31",
        ),
        (
            "2050 목표에 맞는 계획을 10월 초순 발표",
            [
                ("2050", "2050-01-01", "2050-12-31", "due"),
                ("10월 초순", "2024-10-01", "2024-10-10", "planned"),
            ],
            "2024-10-10",
        ),
        ("2025년 의장국 수행", [("2025년", "2025-01-01", "2025-12-31", "period")], "2025-12-31"),
        ("향후 5년간 행동계획 수립", [("향후 5년간", "2024-03-01", "2029-03-01", "period")], None),
        ("제2차 기본계획(26-30) 수립", [("26-30", "2026-01-01", "2030-12-31", "period")], "2025-12-31"),
        ("이사국(25-27)으로 논의 선도", [("25-27", "2025-01-01", "2027-12-31", "period")], None),
        ("2020년 30주년 준비", [("2020년", "2020-01-01", "2020-12-31", "reference")], None),
        ("19.2월 방한에 이어 협의", [("19.2월", "2019-02-01", "2019-02-28", "occurred")], None),
        (
            "2023년 11월까지 2030 등대박람회 유치",
            [
                ("2023년 11월까지", None, "2023-11-30", "planned"),
                ("2030", "2030-01-01", "2030-12-31", "planned"),
            ],
            "2023-11-30",
        ),
        ("2030 등대박람회 개최", [("2030", "2030-01-01", "2030-12-31", "planned")], "2030-12-31"),
        ("당초 4월 개최 예정이었으나 조정", [("4월", "2019-04-01", "2019-04-30", "planned")], None),
        ("등대 건립 지원(19-21년)", [("19-21년", "2019-01-01", "2021-12-31", "period")], "2021-12-31"),
        ("12월 21일부터 발급", [("12월 21일부터", "2019-12-21", None, "planned")], "2019-12-21"),
        ("협력 강화", [], None),
    ],
)
def test_own_words(stored: Stored, line: Any, text: str, times: Any, due: str | None) -> None:
    document = stored("plan", "2019-03", line("commitment", text, times=times)).document
    found = deadline(document.statements[0], None, written="2019-03")
    assert (found.date if found else None) == due


def test_what_was_over_before_the_document_is_no_deadline(stored: Stored, line: Any) -> None:
    times = [("2018년", "2018-01-01", "2018-12-31", "planned")]
    statement = stored("plan", "2019-03", line("commitment", "2018년 방식", times=times)).document.statements[
        0
    ]
    assert deadline(statement, None, written="2019-03") is None


@pytest.mark.parametrize(("act", "due"), [("commitment", "2025-12-31"), ("none", None)])
def test_a_heading_counts_if_it_promises_itself(stored: Stored, line: Any, act: Any, due: str | None) -> None:
    times = [("2025년", "2025-01-01", "2025-12-31", "planned")]
    heading, item = stored(
        "plan",
        "2025-01",
        line(act, "2025년 총회 개최", times=times, role="heading"),
        line("commitment", "회의장 준비", under=1),
    ).document.statements
    found = deadline(item, heading, written="2025-01")
    assert (found.date if found else None) == due
    assert found is None or found.inherited
