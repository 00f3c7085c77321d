"""Which series measures which target, and what becomes of the promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from yaksok.fulfilment.judging import judge
from yaksok.fulfilment.observed import Observed, Series, measured_links, observed
from yaksok.ledger.reader import StoredDocument
from yaksok.read.series import read_series
from yaksok.read.sources import from_bytes

Stored = Callable[..., StoredDocument]
AS_OF = date(2025, 1, 31)


def series(indicator: str, values: str, *, promise: str = "") -> tuple[StoredDocument, Series]:
    raw = from_bytes(f"date,value,source\n{values}".encode(), origin="trade.csv")
    read = read_series(raw, indicator=indicator, unit="USD", factor=100_000_000)
    stored = StoredDocument(2, "version of series", "trade", "/trade.csv", read.document)
    rows = {statement.n: stored.ref(statement) for statement in read.document.statements}
    return stored, Series(indicator, "억불", promise, stored.version, stored.doc, read.observations, rows)


def plan(stored: Stored, line: Any, text: str = "2020년까지 한-누리 교역량 300억불 달성") -> StoredDocument:
    times = [("2020년까지", None, "2020-12-31", "due")]
    amounts = [("300억불", 30_000_000_000, "USD")]
    return stored("plan", "2019-03-04", line("commitment", text, times=times, amounts=amounts))


def beside(document: StoredDocument, one: Series) -> tuple[Observed, ...]:
    (statement,) = document.document.statements
    ref = document.ref(statement)
    return observed(statement, (), [one], promise=ref.id, written="2019-03-04", as_of=AS_OF)


@pytest.mark.parametrize(
    ("indicator", "measures"),
    [
        ("한-누리 교역량", True),
        ("한·누리 교역량", True),
        ("한-가온 교역량", False),
        ("교역량", False),
        ("누리 관광객", False),
    ],
)
def test_a_series_measures_what_it_names(
    stored: Stored, line: Any, indicator: str, *, measures: bool
) -> None:
    _, one = series(indicator, "2020,310,협회\n")
    assert bool(beside(plan(stored, line), one)) is measures


def test_a_name_may_add_what_the_promise_words(stored: Stored, line: Any) -> None:
    document = plan(stored, line, "누리와 협력하여 2020년까지 교역량 300억불 달성")
    assert beside(document, series("누리 교역량", "2020,310,협회\n")[1])
    assert not beside(document, series("가온 교역량", "2020,310,협회\n")[1])


def test_a_series_for_one_promise_needs_no_name(stored: Stored, line: Any) -> None:
    document = plan(stored, line)
    ref = document.ref(document.document.statements[0])
    assert beside(document, series("양국 무역", "2020,310,협회\n", promise=ref.id)[1])
    assert not beside(document, series("한-누리 교역량", "2020,310,협회\n", promise="another")[1])


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ("2018,250,협회\n2020,310,협회\n", "kept"),
        ("2018,250,협회\n2020,290,협회\n", "partly_kept"),
        ("2018,250,협회\n2020,240,협회\n", "broken"),
        ("2018,250,협회\n", "overdue_no_evidence"),
    ],
)
def test_the_verdict_follows_from_the_values(stored: Stored, line: Any, values: str, status: str) -> None:
    document = plan(stored, line)
    rows, one = series("한-누리 교역량", values)
    links = measured_links(document, document.document.statements[0], (), [one], as_of=AS_OF)
    verdicts = judge([document, rows], links, as_of=AS_OF)
    assert [verdict.status for verdict in verdicts] == [status]
    for link in links:
        value = rows.document.text[slice(*link.target.span)]
        assert value == link.target.text == values.splitlines()[-1]
        assert "measured value" in link.why
