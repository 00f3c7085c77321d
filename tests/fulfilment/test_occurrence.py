"""On which day a thing was done."""

from __future__ import annotations

from typing import Any

import pytest

from yaksok.fulfilment.occurrence import done_on


@pytest.mark.parametrize(
    ("text", "days", "done"),
    [
        ("누리 협정 체결(20.6.1)", {"20.6.1": "2020-06-01"}, "2020-06-01"),
        ("누리 협정 체결(20.6.1), 가온 포럼 개최(20.11.2)", {"20.6.1": "2020-06-01", "20.11.2": "2020-11-02"}, "2020-06-01"),
        ("11월 2일 누리 협정을 체결하였다.", {"11월 2일": "2020-11-02"}, "2020-11-02"),
        ("누리 협정 체결", {}, None),
    ],
)  # fmt: skip
def test_each_deed_has_its_own_day(
    stored: Any, line: Any, text: str, days: dict[str, str], done: str | None
) -> None:
    times = [(words, day, day, "occurred") for words, day in days.items()]
    promise = line("commitment", "누리 협정 체결")
    told = line("result", text, times=times)
    statements = stored("both", "2021-01", promise, told).document.statements
    assert done_on(*statements) == done
