"""Runs `yaksok add` in processes that can be killed, one after another without the start of Python for each.

A first process (`python -m tests.support.killing`) imports the program and reads the documents once; for each order on its standard
input, a line with the ledger, it forks a process that runs the command. That process says its number, a line for
each document that is acknowledged, then "done" and its status. Whatever line comes next, the first process then
waits for its end and says "ended"; until then the number belongs to it alone, so no other process can be killed.
Only the reading is not done again: a fork takes what was read before, since no kill of a reader can touch the ledger.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.support.remembering import statements_are_remembered

from yaksok.interfaces import adding
from yaksok.interfaces.cli.main import main
from yaksok.interfaces.documents import ReadOutcome, Work, read_work


def serve(folder: str) -> None:
    """Answers orders until standard input ends."""
    known: dict[str, ReadOutcome] = {}

    def read_works(works: Iterable[Work], **_limits: Any) -> Iterator[ReadOutcome]:
        for work in works:
            if work[0] not in known:
                known[work[0]] = ReadOutcome(work[0], read=read_work(work))
            yield known[work[0]]

    setattr(adding, "read_works", read_works)  # noqa: B010 - a name that the module imports
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        main(["add", folder, "--ledger", f"{name}/first.db"])
    adding.add_paths = _telling(adding.add_paths)
    gc.freeze()  # what is there already need not be looked through again in every fork
    _say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _run(folder, line.rstrip("\n"))
        sys.stdin.readline()
        os.waitpid(child, 0)
        _say("ended")


def _run(folder: str, ledger: str) -> None:
    """The command, in a process of its own, which ends here."""
    _say(f"started {os.getpid()}")
    with contextlib.redirect_stdout(io.StringIO()):
        status = main(["add", folder, "--ledger", ledger])
    _say(f"done {status}")
    os._exit(0)


def _telling(add_paths: Any) -> Any:
    def telling(*arguments: Any, **named: Any) -> Iterator[Any]:
        for taken in add_paths(*arguments, **named):
            _say(f"taken {taken.outcome} {Path(taken.origin).name}")
            yield taken

    return telling


def _say(line: str) -> None:
    # At once and past every buffer: a kill must not take back what was acknowledged.
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    with statements_are_remembered():  # by the forks too
        serve(sys.argv[1])
