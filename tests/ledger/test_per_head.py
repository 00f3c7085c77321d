"""What is kept for a ledger is made again once anything was added to it."""

from __future__ import annotations

from pathlib import Path

from tests.support.linked import document
from tests.support.served import made_ledger

from yaksok import __version__
from yaksok.ledger.opening import open_for_reading, open_for_writing
from yaksok.ledger.per_head import PerHead
from yaksok.ledger.writer import start_run


def test_values_last_until_something_is_written(tmp_path: Path) -> None:
    place = made_ledger(
        tmp_path, {"plan": document(2019, 2, ["페루와 해양안전협정 체결 추진"], review=False)}
    )
    kept: PerHead[object] = PerHead()
    with open_for_reading(place).connect() as connection:
        first = kept.get(connection, object)
        assert kept.get(connection, object) is first
        assert kept.get(connection, object, name="another") is not first
    engine = open_for_writing(place)
    start_run(engine, command="test", program=__version__, rules="test")
    engine.dispose()
    with open_for_reading(place).connect() as connection:
        assert kept.get(connection, object) is not first


def test_the_oldest_go(tmp_path: Path) -> None:
    place = made_ledger(tmp_path, {})
    kept: PerHead[object] = PerHead(1)
    with open_for_reading(place).connect() as connection:
        first = kept.get(connection, object, name="first")
        kept.get(connection, object, name="second")
        assert kept.get(connection, object, name="first") is not first
