"""Reading in the process of the test instead of a worker's, for tests that are not about workers.

A worker is a fresh process, and needs a third of a second before it has read a first document; this one has read
some before. What goes in and comes out is packed and built again as between processes.
"""

from __future__ import annotations

import contextlib
import importlib
import io
from collections.abc import Callable, Iterable, Iterator
from typing import cast

import pytest

from yaksok.errors import YaksokError
from yaksok.read.pipes import packed, receive, receive_answer, send
from yaksok.read.worker import DEFAULT_LIMITS, Item, Limits, Outcome, Value
from yaksok.read.worker_process import Question, packed_answer

USERS = ("documents", "rereading", "verifying", "verifying_ledger")
"""The modules of `yaksok.interfaces` that have files read by workers."""


@contextlib.contextmanager
def workers_are_near() -> Iterator[None]:
    """As long as the block lasts."""
    with pytest.MonkeyPatch.context() as patching:
        for name in USERS:
            patching.setattr(importlib.import_module(f"yaksok.interfaces.{name}"), "map_guarded", map_near)
        yield


def map_near(
    function: Callable[[Item], Value],
    items: Iterable[Item],
    *,
    name: Callable[[Item], str],
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Outcome[Value]]:
    """What `yaksok.read.worker.map_guarded` gives where no worker dies or is late."""
    for item in items:
        asked = cast("Question", receive(_sent(packed((function, item, name(item))))))
        answer = receive_answer(_sent(packed_answer(*asked, limits.output_bytes)), limits.output_bytes)
        value, error = cast("tuple[Value | None, YaksokError | None]", answer)
        yield Outcome(name(item), value, error)


def _sent(data: bytes) -> io.BytesIO:
    stream = io.BytesIO()
    send(stream, data)
    stream.seek(0)
    return stream
