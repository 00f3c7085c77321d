"""Work on untrusted files in processes of their own, which may die, hang or run out of memory.

`map_guarded` gives the results of a function over many items, in order. Each worker is a fresh Python
process that is fed over its standard input and answers over its standard output: not a fork of this
one, so it is safe beside threads, and needs no guard in the caller's script. A worker that dies, answers
nonsense or exceeds its time is replaced, and its item gets a numbered error. The limit on memory needs POSIX;
elsewhere the limits on time and on the size of answers hold.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import IO, Generic, TypeGuard, TypeVar, cast

from yaksok.errors import ReaderDied, ReadingTooSlow, YaksokError
from yaksok.read.pipes import packed, receive_answer, send

Item = TypeVar("Item")
Value = TypeVar("Value")

_PROGRAM = "from yaksok.read.worker_process import main; main()"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may use, and how many run at once.

    `seconds` are for each item, `memory_bytes` bound the address space, `output_bytes` the answer to one item
    (a document takes about eight for each of its characters).
    """

    seconds: float = 120.0
    memory_bytes: int = 4 * 1024**3
    processes: int = 0
    output_bytes: int = 1024**3

    def process_count(self) -> int:
        """The number of workers: as asked, or one for each processor this process may use."""
        return self.processes or available_processors()


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What became of one item, under its name: a value, or the error that took its place."""

    name: str
    value: Value | None = None
    error: YaksokError | None = None

    def result(self) -> Value:
        """The value; only to be called where there is no error."""
        return cast("Value", self.value)


def available_processors() -> int:
    """How many processors this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def map_guarded(
    function: Callable[[Item], Value],
    items: Iterable[Item],
    *,
    name: Callable[[Item], str],
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Outcome[Value]]:
    """The outcomes of `function` over `items`, in order.

    `function` must be importable by its module and name, and items must be picklable; values are plain ones
    (text, numbers, bytes, tuples, lists) and frozen records of this program. `name` says what an item is called
    in errors. Items are taken only a little ahead of the results, so an endless iterable costs no memory.
    """
    pool = _Pool(limits)
    executor = ThreadPoolExecutor(limits.process_count(), thread_name_prefix="reader")
    waiting: deque[Future[Outcome[Value]]] = deque()
    source = iter(items)
    try:
        while True:
            room = 4 * limits.process_count() - len(waiting)
            waiting.extend(
                executor.submit(pool.ask, function, item, name(item)) for item in islice(source, room)
            )
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        pool.close()
        executor.shutdown(wait=True, cancel_futures=True)


class _Pool:
    """One worker for each thread of the executor, made when first needed and after a death."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._own = threading.local()
        self._lock = threading.Lock()
        self._workers: set[_Worker] = set()
        self._closed = False

    def ask(self, function: Callable[[Item], Value], item: Item, name: str) -> Outcome[Value]:
        worker = self._worker()
        if worker is None:
            return Outcome(name, error=ReaderDied(path=name))
        answer = worker.ask((function, item, name))
        if answer is None or worker.timed_out:
            self._forget(worker)
        if answer is not None:
            value, error = answer
            return Outcome(name, cast("Value | None", value), error)
        if worker.timed_out:
            return Outcome(name, error=ReadingTooSlow(path=name, seconds=f"{self._limits.seconds:g}"))
        return Outcome(name, error=ReaderDied(path=name))

    def close(self) -> None:
        with self._lock:
            self._closed = True
            workers = tuple(self._workers)
        for worker in workers:
            worker.end()

    def _worker(self) -> _Worker | None:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            with self._lock:
                if self._closed:
                    return None
                try:
                    worker = _Worker(self._limits)
                except OSError:
                    # The system has no room for one more process.
                    return None
                self._workers.add(worker)
            self._own.worker = worker
        return worker

    def _forget(self, worker: _Worker) -> None:
        self._own.worker = None
        worker.end()
        with self._lock:
            self._workers.discard(worker)


class _Worker:
    """One process, asked one thing at a time."""

    def __init__(self, limits: Limits) -> None:
        self.timed_out = False
        self._limits = limits
        self._process = subprocess.Popen(  # noqa: S603 - this program, in a new process
            [sys.executable, "-c", _PROGRAM, *_arguments(limits)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # A group of its own, so that nothing it may have started outlives it.
            process_group=0,
        )

    def ask(self, question: object) -> tuple[object, YaksokError | None] | None:
        """The worker's answer, None if it died, was killed for being late, or said something else."""
        timer = threading.Timer(self._limits.seconds, self._kill_late)
        timer.daemon = True
        timer.start()
        try:
            send(cast("IO[bytes]", self._process.stdin), packed(question))
            answer = receive_answer(cast("IO[bytes]", self._process.stdout), self._limits.output_bytes)
        except Exception:  # noqa: BLE001 - bytes that are no answer can raise anything when they are unpacked
            return None
        finally:
            timer.cancel()
        return answer if _is_answer(answer) else None

    def end(self) -> None:
        """Stops the process at once; a worker holds nothing that could be lost."""
        self._kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)

    def _kill_late(self) -> None:
        self.timed_out = True
        self._kill()

    def _kill(self) -> None:
        if self._process.returncode is None and hasattr(os, "killpg"):
            try:
                os.killpg(self._process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                # Not in its group yet, or only its remains are left there.
                self._process.kill()
        self._process.kill()


def _arguments(limits: Limits) -> list[str]:
    return [
        str(limits.memory_bytes),
        str(limits.output_bytes),
        str(limits.seconds),
        os.pathsep.join(sys.path),
    ]


def _is_answer(answer: object) -> TypeGuard[tuple[object, YaksokError | None]]:
    if not isinstance(answer, tuple) or len(answer) != 2:
        return False
    return answer[1] is None or isinstance(answer[1], YaksokError)


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        # The last question was still in the buffer of a pipe that nobody reads any more.
        return
