"""When documents speak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import Published, interval, published

Stored = Callable[..., StoredDocument]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-04-04", date(2024, 4, 4), date(2024, 4, 4)),
    ],
)
def test_a_date_means_all_its_days(written: str, first: date, last: date) -> None:
    assert interval(written) == Published(first, last)


def test_an_undated_plan_lies_before_what_it_awaits_and_after_what_it_reports(
    line: Any, stored: Stored
) -> None:
    plan = stored(
        "plan",
        None,
        line("result", "2021년 5월 회담", times=[("2021년 5월", "2021-05-01", "2021-05-31", "occurred")]),
        line(
            "commitment", "2023년 11월까지 유치", times=[("2023년 11월", "2023-11-01", "2023-11-30", "due")]
        ),
    )
    when = published(plan.document)
    assert when == Published(date(2021, 5, 31), date(2023, 10, 31), estimated=True)
    assert interval("2021-05-21").before(when)
    assert when.before(interval("2024-04-04"))


def test_a_forecast_that_reads_like_a_report_does_not_move_a_document_into_the_future(
    line: Any, stored: Stored
) -> None:
    plan = stored(
        "plan",
        None,
        line("result", "2021년 회담", times=[("2021년", "2021-01-01", "2021-12-31", "occurred")]),
        line("context", "2050년 인구", times=[("2050년", "2050-01-01", "2050-12-31", "occurred")]),
        line("commitment", "2022년까지", times=[("2022년", "2022-01-01", "2022-12-31", "due")]),
        line("commitment", "2023년 개최", times=[("2023년", "2023-01-01", "2023-12-31", "planned")]),
    )
    assert published(plan.document).reckoned() == date(2021, 12, 31)


def test_without_any_time_nothing_is_known(line: Any, stored: Stored) -> None:
    when = published(stored("note", None, line("context", "상황 설명")).document)
    assert when == Published(None, None, estimated=True)
    assert not when.before(interval("2024"))
    assert not interval("2024").before(when)
    assert when.by(date(1990, 1, 1))


def test_a_document_counts_from_its_first_possible_day() -> None:
    assert interval("2024").by(date(2024, 1, 1))
    assert not interval("2024-03").by(date(2024, 2, 28))
