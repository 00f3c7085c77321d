"""Measured series from CSV files, whole and broken."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.errors import NotASeries, ReadingError
from yaksok.read.series import MeasuredSeries, read_series
from yaksok.read.series_cells import read_number, read_period
from yaksok.read.sources import from_bytes


def read(data: str | bytes, *, unit: str = "USD", factor: float = 1) -> MeasuredSeries:
    raw = from_bytes(data.encode() if isinstance(data, str) else data, origin="trade.csv")
    return read_series(raw, indicator="교역량", unit=unit, factor=factor)


def check_tiling(series: MeasuredSeries) -> None:
    """Every character belongs to one statement, and spans give back what was read."""
    text = series.document.text
    ends = [statement.extent for statement in series.document.statements]
    assert ends[0][0] == 0
    assert ends[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in pairwise(ends))
    for statement in series.document.statements:
        assert " ".join(text[slice(*statement.span)].split()) == statement.text
        assert statement.extent[0] <= statement.span[0] <= statement.span[1] <= statement.extent[1]
        for mention in (*statement.times, *statement.quantities):
            assert text[slice(*mention.span)] == mention.text


def test_rows_become_statements_with_time_and_amount() -> None:
    series = read(
        "date,value,source\n2019,291.3,누리무역협회\n2020-Q1,300,누리무역협회\n", factor=100_000_000
    )
    header, first, second = series.document.statements
    assert (header.role, header.act, header.text) == ("heading", "none", "date,value,source")
    assert (first.act, first.text, first.parent, first.trail) == (
        "result",
        "2019,291.3,누리무역협회",
        1,
        ("date,value,source",),
    )
    assert [(each.start, each.end, each.role) for each in second.times] == [
        ("2020-01-01", "2020-03-31", "occurred")
    ]
    assert [(each.text, each.value, each.unit) for each in first.quantities] == [
        ("291.3", 29_130_000_000, "USD")
    ]
    assert [(each.date, each.value, each.source, each.n) for each in series.observations] == [
        ("2019-12-31", 29_130_000_000, "누리무역협회", 2),
        ("2020-03-31", 30_000_000_000, "누리무역협회", 3),
    ]
    assert (series.document.title, series.document.issuer, series.document.genre) == (
        "교역량",
        "누리무역협회",
        "other",
    )
    assert series.source.media_type == "text/csv"
    check_tiling(series)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_encodings(encoding: str) -> None:
    series = read("날짜,값,출처\n2024년 1분기,1200,누리 통계청\n".encode(encoding))
    assert [(each.date, each.value, each.source) for each in series.observations] == [
        ("2024-03-31", 1200, "누리 통계청")
    ]
    check_tiling(series)


@pytest.mark.parametrize(
    "data",
    [
        "source,note,value,date\n협회,x,12,2020\n",
        "date;value;source\n2020;12;협회\n",
        "date\tvalue\tsource\n2020\t12\t협회\n",
        'date,value,source\n"2020","12","협회"\n',
        "\n\n date , value , source \r\n\r\n 2020 , 12 , 협회 \r\n\r\n",
        "Date,Value,Source\n2020,12,협회",
        "date,value,source,,\n2020,12,협회,,,,,,\n",
    ],
)
def test_layouts(data: str) -> None:
    series = read(data)
    assert [(each.date, each.value, each.source) for each in series.observations] == [
        ("2020-12-31", 12, "협회")
    ]
    check_tiling(series)


def test_a_row_that_holds_no_value_is_kept_and_noted() -> None:
    series = read('date,value,source\n2019,n/a,협회\nsoon,3,협회\n2020\n2021,5,"누리 ""협회"""\n')
    assert [statement.act for statement in series.document.statements] == ["none"] * 4 + ["result"]
    assert [(problem.number, problem.message) for problem in series.source.problems] == [
        ("Y160", "Line 2 of the series is no measured value and was passed over: its value is no number."),
        ("Y160", "Line 3 of the series is no measured value and was passed over: its date cannot be read."),
        ("Y160", "Line 4 of the series is no measured value and was passed over: a cell is missing."),
    ]
    assert [each.source for each in series.observations] == ['누리 "협회"']
    check_tiling(series)


def test_several_sources_are_no_issuer() -> None:
    assert read("date,value,source\n2019,1,가\n2020,2,나\n").document.issuer is None
    assert read("date,value\n2019,1\n").document.issuer is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("협정 체결\n", "no column for the date"),
        ("date,source\n2020,협회\n", "no column for the value"),
        ("date,value,source\n", "first line only"),
        ("date,value,source\n2020,many,협회\n", "line 2: its value is no number"),
        ("date,value\n" + "2020,1," + "x" * 20_000 + "\n", "line 2 has more than"),
        ("date,value\n" + "2020,1\n" * 100_001, "more than 100,000 rows"),
        ("x" * 1_000_000, "line 1 has more than"),
    ],
    ids=["prose", "no value", "empty", "no figure", "long line", "too many", "one line"],
)
def test_no_series(data: str, reason: str) -> None:
    with pytest.raises(NotASeries) as caught:
        read(data)
    assert reason in caught.value.message()
    assert caught.value.number == "Y123"


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024년", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024.2.", "2024-02-01", "2024-02-29"),
        ("2024년 2월", "2024-02-01", "2024-02-29"),
        ("2024-02-05", "2024-02-05", "2024-02-05"),
        ("2024/2/5", "2024-02-05", "2024-02-05"),
        ("2024년 2월 5일", "2024-02-05", "2024-02-05"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024q3", "2024-07-01", "2024-09-30"),
        ("Q3 2024", "2024-07-01", "2024-09-30"),
        ("2024년 3분기", "2024-07-01", "2024-09-30"),
        ("2024 3/4분기", "2024-07-01", "2024-09-30"),
        ("2024년 하반기", "2024-07-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
    ],
)
def test_periods(cell: str, first: str, last: str) -> None:
    period = read_period(cell)
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "cell", ["", "24", "2024-13", "2024-02-30", "2024-Q5", "0000", "20240205", "soon", "2024-" * 9, "２"]
)
def test_no_periods(cell: str) -> None:
    assert read_period(cell) is None


@pytest.mark.parametrize(
    ("cell", "factor", "value"),
    [
        ("12", 1, 12),
        ("1,234,567.5", 1, 1_234_567.5),
        ("0.1", 100_000_000, 10_000_000),
        ("△7.5", 1, -7.5),
        ("-3", 1, -3),
        ("+3", 1, 3),
        ("12%", 1, 12),
        ("0.25 %", 1, 0.25),
        ("1.234,5", 1, None),
        ("1,23", 1, None),
        ("", 1, None),
        ("1e9", 1, None),
        ("nan", 1, None),
        ("9" * 90, 1, None),
    ],
)
def test_numbers(cell: str, factor: float, value: float | None) -> None:
    assert read_number(cell, factor) == value


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_by_number(data: bytes) -> None:
    try:
        series = read(b"date,value,source\n2020,1,x\n" + data)
    except ReadingError:
        return
    check_tiling(series)


@given(st.text(alphabet='"",;\t\n 0123456789-년Q월값a', max_size=200))
def test_any_text_tiles(text: str) -> None:
    check_tiling(read("date,value,source\n2020,1,x\n" + text))


@pytest.mark.parametrize("unit", ['"', ",", "\n", "1,", '""', "2020,1\n"])
def test_a_hostile_file_takes_no_time(unit: str) -> None:
    began = time.process_time()
    try:
        read("date,value,source\n2020,1,x\n" + unit * 2_000_000)
    except NotASeries:
        assert unit != "\n"
    assert time.process_time() - began < 10
