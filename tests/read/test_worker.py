"""Workers may die, hang and fill their memory; the rest of the work goes on, in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from yaksok.errors import ReaderDied, ReaderFailed, ReadingTooSlow, SourceNotFound, YaksokError
from yaksok.read import read_source
from yaksok.read.pipes import packed, send
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


@pytest.mark.skipif(not hasattr(signal, "SIGSEGV"), reason="needs POSIX signals")
@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGTERM", "SIGSTOP"])
def test_no_signal_reaches_the_others(name: str) -> None:
    program = f"__import__('os').kill(__import__('os').getpid(), __import__('signal').{name})"
    found = outcomes(exec, ["1", program, "3"], Limits(seconds=1.5, processes=1))
    assert numbers(found) == [None, "Y109" if name == "SIGSTOP" else "Y110", None]


def test_an_answer_that_is_too_long_becomes_an_error() -> None:
    limits = Limits(seconds=30, processes=1, output_bytes=100_000)
    found = outcomes(bytes, [1_000, 1_000_000, 2_000], limits)
    assert numbers(found) == [bytes(1_000), "Y117", bytes(2_000)]
    assert "100,000 bytes" in str(found[1].error)


def test_an_answer_that_is_no_record_becomes_an_error() -> None:
    found = outcomes(eval, ["open", "1"], Limits(seconds=30, processes=1))
    assert numbers(found) == ["Y110", 1]


def test_an_answer_that_cannot_be_sent_becomes_an_error() -> None:
    found = outcomes(eval, ["lambda: 0", "1"], Limits(seconds=30, processes=1))
    assert numbers(found) == ["Y112", 1]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize(
    "garbage",
    [
        "b'garbage on the pipe'",
        "bytes(8)",
        "b'\\xff' * 8",
        "bytes(7) + b'\\x05' + b'\\x80\\x05cos'",
        "bytes(7) + bytes([4]) + b'N.N.'",
        "(1 << 30).to_bytes(8, 'big') + bytes(100)",
    ],
)
def test_garbage_on_the_pipe_is_no_answer(garbage: str) -> None:
    program = (
        "import os\n"
        "for number in range(3, 10):\n"
        "    try:\n"
        "        if 'pipe' in os.readlink(f'/proc/self/fd/{number}'):\n"
        f"            os.write(number, {garbage})\n"
        "    except OSError:\n"
        "        continue\n"
        "os._exit(0)"
    )
    found = outcomes(exec, ["1", program, "3"], Limits(seconds=5, processes=1))
    assert numbers(found) == [None, "Y110", None]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_endless_output_is_cut_off() -> None:
    program = (
        "import os\n"
        "while True:\n"
        "    for number in range(1, 10):\n"
        "        try:\n"
        "            os.write(number, b'\\xff' * 65536)\n"
        "        except OSError:\n"
        "            continue\n"
    )
    start = time.monotonic()
    found = outcomes(exec, [program, "2"], Limits(seconds=5, processes=1))
    assert numbers(found)[0] in {"Y109", "Y110"}
    assert found[1].error is None
    assert time.monotonic() - start < 15


def test_what_a_worker_prints_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    program = "import os, sys; sys.stderr.write('loud'); sys.stderr.flush(); os.write(2, b'loud')"
    assert numbers(outcomes(exec, [program])) == [None]
    assert "loud" not in capfd.readouterr().err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_what_a_worker_started_ends_with_it(tmp_path: Path) -> None:
    marker = tmp_path / "pid"
    program = (
        "import os, time\n"
        "if os.fork() == 0:\n"
        f"    open({str(marker)!r}, 'w').write(str(os.getpid()))\n"
        "time.sleep(60)"
    )
    start = time.monotonic()
    found = outcomes(exec, [program, "2"], Limits(seconds=1, processes=1))
    assert numbers(found) == ["Y109", None]
    assert time.monotonic() - start < 15
    child = int(marker.read_text())
    for _turn in range(50):
        try:
            status = Path(f"/proc/{child}/stat").read_text(encoding="ascii").split()[2]
        except (FileNotFoundError, ProcessLookupError):
            return
        if status == "Z":
            return
        time.sleep(0.1)
    pytest.fail("a process that the worker started is still there")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX timers")
def test_a_worker_ends_by_itself_when_its_parent_is_gone() -> None:
    program = (
        "import signal, sys\n"
        "from yaksok.read import worker_process\n"
        "worker_process._GRACE_SECONDS = 0.2\n"
        "worker_process.main()\n"
    )
    arguments = [str(1 << 32), "1000", "0.3", os.pathsep.join(sys.path)]
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        send(process.stdin, packed((time.sleep, 60, "sleeper")))
        assert process.wait(timeout=15) == -signal.SIGALRM
