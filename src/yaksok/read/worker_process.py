"""The inside of a worker: answers questions from its parent until the parent closes the pipe."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import cast

from yaksok.errors import OutOfMemory, ReaderFailed, UnpacksTooLarge, YaksokError
from yaksok.read.pipes import TooLong, packed, receive, send

Question = tuple[Callable[[object], object], object, str]
"""What to call, with what, and what to name it in errors."""


_GRACE_SECONDS = 10.0
"""The parent stops a late worker; if the parent is gone, the system does so this much later."""


def main() -> None:
    """Serves on standard input and output.

    The arguments are the limits on memory, on the bytes of an answer and on seconds, and the module path.
    """
    memory_bytes, output_bytes, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    sys.path[:] = sys.argv[4].split(os.pathsep)
    # Ctrl-C reaches the whole group; the parent decides when a worker ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(memory_bytes)
    questions = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    _silence()
    while True:
        try:
            function, item, name = cast("Question", receive(questions))
        except EOFError:
            return
        _set_alarm(seconds + _GRACE_SECONDS)
        data = packed_answer(function, item, name, output_bytes)
        _set_alarm(0)
        send(answers, data)


def packed_answer(function: Callable[[object], object], item: object, name: str, output_bytes: int) -> bytes:
    """The answer as it is sent; one that is too long, or is no record, gives way to an error."""
    try:
        return packed(answer(function, item, name), output_bytes)
    except TooLong:
        return packed(
            (None, UnpacksTooLarge(path=name, limit=f"{output_bytes:,} bytes of text and statements"))
        )
    except MemoryError:
        return packed((None, OutOfMemory()))
    except Exception as error:  # noqa: BLE001 - whatever cannot be sent becomes this item's error
        return packed((None, ReaderFailed(path=name, reason=fault(error))))


def answer(
    function: Callable[[object], object], item: object, name: str
) -> tuple[object, YaksokError | None]:
    """The function's value, or the numbered error that stands for what it raised."""
    try:
        return function(item), None
    except YaksokError as error:
        return None, error
    except MemoryError:
        return None, OutOfMemory()
    except Exception as error:  # noqa: BLE001 - whatever it is, it becomes this item's error
        return None, ReaderFailed(path=name, reason=fault(error))


def fault(error: BaseException) -> str:
    """Kind and place of an unforeseen exception, on one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {trace.tb_frame.f_globals.get('__name__')}, line {trace.tb_lineno}" if trace else ""
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{place}{': ' + said if said else ''}"


def limit_memory(memory_bytes: int) -> None:
    """Bounds the address space of this process, and leaves no image of it when it dies, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        memory_bytes = min(memory_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _silence() -> None:
    """Whatever a parser prints neither gets between the answers nor floods a terminal."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _set_alarm(seconds: float) -> None:
    # Left to its default the alarm ends the process even inside native code.
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
