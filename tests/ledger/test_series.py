"""Measured series in a ledger, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, func, select

from yaksok.ledger import opening, tables, writer
from yaksok.ledger.audit import audit
from yaksok.ledger.location import Location
from yaksok.ledger.series import StoredSeries, add_series, series_address, series_at, series_in
from yaksok.read.series import read_series
from yaksok.read.sources import from_bytes

VALUES = "date,value,source\n2019,290,협회\n2020,310,협회\n"


def give(
    engine: Engine, run: int, values: str = VALUES, *, indicator: str = "교역량", promise: str = ""
) -> writer.Outcome:
    raw = from_bytes(values.encode(), origin="trade.csv")
    read = read_series(raw, indicator=indicator, unit="USD", factor=100_000_000)
    source = writer.Source(
        address=series_address("/trade.csv", indicator, "억불"),
        stem="trade",
        sha256=raw.sha256,
        data=raw.data,
        rules="test",
        media_type=read.source.media_type,
        problems=read.source.problems,
    )
    return add_series(
        engine, source, read.document, indicator=indicator, unit="억불", promise=promise, run=run
    )


def opened(place: Location) -> tuple[Engine, int]:
    engine = opening.open_for_writing(place)
    return engine, writer.start_run(engine, command="observe", program="test", rules="test")


def all_series(engine: Engine) -> list[StoredSeries]:
    with engine.connect() as connection:
        return list(series_in(connection))


def test_what_goes_in_comes_out_with_its_places(ledger_location: Location) -> None:
    engine, run = opened(ledger_location)
    assert give(engine, run) == "added"
    (found,) = all_series(engine)
    assert (found.indicator, found.unit, found.promise) == ("교역량", "억불", "")
    assert [(each.date, each.value, each.unit, each.source) for each in found.observations] == [
        ("2019-12-31", 29_000_000_000, "USD", "협회"),
        ("2020-12-31", 31_000_000_000, "USD", "협회"),
    ]
    text = found.stored.document.text
    assert [text[slice(*each.span)] for each in found.observations] == ["2019,290,협회", "2020,310,협회"]
    engine.dispose()


def test_the_same_again_adds_nothing_and_newer_values_supersede(ledger_location: Location) -> None:
    engine, run = opened(ledger_location)
    assert [give(engine, run), give(engine, run)] == ["added", "unchanged"]
    assert give(engine, run, VALUES + "2021,320,협회\n") == "new version"
    assert [len(found.observations) for found in all_series(engine)] == [3]
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tables.series)).scalar_one() == 2
    engine.dispose()


def test_one_file_may_measure_several_things(ledger_location: Location) -> None:
    engine, run = opened(ledger_location)
    give(engine, run)
    assert give(engine, run, indicator="수출액") == "added"
    assert give(engine, run, promise="a" * 32) == "unchanged"
    assert [(found.indicator, found.promise) for found in all_series(engine)] == [
        ("교역량", "a" * 32),
        ("수출액", ""),
        ("교역량", ""),
    ]
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tables.sources)).scalar_one() == 1
    engine.dispose()


def test_the_journal_names_every_series(ledger_location: Location) -> None:
    engine, run = opened(ledger_location)
    give(engine, run)
    give(engine, run, indicator="수출액")
    with engine.connect() as connection:
        assert list(audit(connection)) == []
    engine.dispose()


@pytest.mark.parametrize("indicator", ["교역량", "ODA (순지출)", "a#b"])
def test_an_address_tells_what_is_measured(indicator: str) -> None:
    assert series_at(series_address("/data/trade.csv", indicator, "억불")) == (indicator, "억불")


@pytest.mark.parametrize("address", ["/data/trade.csv", "/data/#series:", "/data/#series: ()", "stdin:00"])
def test_other_addresses_tell_nothing(address: str) -> None:
    assert series_at(address) is None
