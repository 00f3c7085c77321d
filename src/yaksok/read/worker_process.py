"""The inside of a worker: answers questions from its parent until the parent closes the pipe."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import cast

from yaksok.errors import OutOfMemory, ReaderFailed, YaksokError
from yaksok.read.worker import receive, send

Question = tuple[Callable[[object], object], object, str]
"""What to call, with what, and what to name it in errors."""


def main() -> None:
    """Serves on standard input and output; the arguments are the memory limit and the module path."""
    memory_bytes, module_path = int(sys.argv[1]), sys.argv[2]
    sys.path[:] = module_path.split(os.pathsep)
    # Ctrl-C reaches the whole group; the parent decides when a worker ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(memory_bytes)
    questions = sys.stdin.buffer
    # Whatever a parser prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while True:
        try:
            function, item, name = cast("Question", receive(questions))
        except EOFError:
            return
        send(answers, answer(function, item, name))


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
    """Bounds the address space of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        memory_bytes = min(memory_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))
