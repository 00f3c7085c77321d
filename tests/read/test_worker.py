"""Workers may die, hang and fill their memory; the rest of the work goes on, in order."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from yaksok.errors import ReaderDied, ReaderFailed, ReadingTooSlow, SourceNotFound, YaksokError
from yaksok.read import read_source
from yaksok.read.worker import Limits, Outcome, map_guarded

TWO = Limits(seconds=30, processes=2)


def outcomes(function: object, items: list[object], limits: Limits = TWO) -> list[Outcome[object]]:
    return list(map_guarded(function, items, name=str, limits=limits))  # type: ignore[arg-type]


def numbers(found: list[Outcome[object]]) -> list[object]:
    return [outcome.error.number if outcome.error else outcome.value for outcome in found]


def test_results_come_in_order() -> None:
    assert numbers(outcomes(abs, list(range(-50, 0)))) == list(range(50, 0, -1))


def test_nothing_to_do() -> None:
    assert outcomes(abs, []) == []


def test_a_numbered_error_comes_back_as_it_was_raised() -> None:
    (outcome,) = outcomes(read_source, ["no such file"])
    assert isinstance(outcome.error, SourceNotFound)
    assert "no such file" in outcome.error.message()


def test_any_other_fault_becomes_a_numbered_error() -> None:
    (outcome,) = outcomes(int, ["x"])
    assert isinstance(outcome.error, ReaderFailed)
    assert "ValueError" in str(outcome.error)


def test_a_worker_that_dies_is_replaced() -> None:
    found = outcomes(os._exit, [1, 2, 3])
    assert [type(outcome.error) for outcome in found] == [ReaderDied] * 3


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")
def test_the_others_go_on_after_a_death() -> None:
    found = outcomes(eval, ["1", "__import__('os').kill(__import__('os').getpid(), 9)", "3", "4"])
    assert numbers(found) == [1, "Y110", 3, 4]


def test_a_worker_that_hangs_is_stopped() -> None:
    start = time.monotonic()
    found = outcomes(time.sleep, [60, 0], Limits(seconds=0.5, processes=1))
    assert isinstance(found[0].error, ReadingTooSlow)
    assert found[1].error is None
    assert time.monotonic() - start < 10


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is on address space")
def test_memory_is_limited() -> None:
    (outcome,) = outcomes(bytearray, [1 << 31], Limits(seconds=30, memory_bytes=1 << 30, processes=1))
    assert isinstance(outcome.error, YaksokError)
    assert outcome.error.number in {"Y902", "Y110"}


def test_what_a_worker_prints_does_not_get_between(capfd: pytest.CaptureFixture[str]) -> None:
    assert numbers(outcomes(print, ["loud"])) == [None]
    assert capfd.readouterr().out == ""


def test_items_are_taken_only_a_little_ahead() -> None:
    taken = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    results = map_guarded(abs, endless(), name=str, limits=TWO)
    assert [next(results).value for _turn in range(5)] == [0, 1, 2, 3, 4]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 30


def test_no_process_is_left(tmp_path: Path) -> None:
    marker = tmp_path / "pid"
    program = f"open({str(marker)!r}, 'w').write(str(__import__('os').getpid()))"
    assert numbers(outcomes(exec, [program])) == [None]
    with pytest.raises(ProcessLookupError):
        os.kill(int(marker.read_text()), 0)
