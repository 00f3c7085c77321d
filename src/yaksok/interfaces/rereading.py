"""Reading the stored sources of a ledger again, in worker processes, for every interface."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yaksok.errors import YaksokError
from yaksok.interfaces.stored_sources import read_copy
from yaksok.interfaces.verifying_ledger import MOST_PROCESSES
from yaksok.ledger.rereading import Rereading
from yaksok.ledger.stored_readings import StoredCopy
from yaksok.read.worker import DEFAULT_LIMITS, Limits, map_guarded


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one stored source: whether its reading is new, how many statements it has, or the error."""

    address: str
    is_new: bool = False
    statements: int = 0
    error: YaksokError | None = None


def reread_all(rereading: Rereading, *, limits: Limits = DEFAULT_LIMITS) -> Iterator[Reread]:
    """What became of each source whose current reading was made by other rules; told once it is stored.

    A source that today's rules cannot read keeps its reading. Raises LedgerError if the ledger fails.
    """
    asked: deque[tuple[str, str]] = deque()

    def tasks() -> Iterator[tuple[StoredCopy, str]]:
        for reading in rereading.outdated():
            if reading.copy is not None:
                asked.append((reading.address, reading.stem))
                yield reading.copy, reading.address

    limits = replace(limits, processes=min(limits.process_count(), MOST_PROCESSES))
    for outcome in map_guarded(read_copy, tasks(), name=_address, limits=limits):
        old = asked.popleft()
        if outcome.error is not None:
            yield Reread(old[0], error=outcome.error)
            continue
        read = outcome.result()
        is_new = rereading.store(old, read.source, read.document)
        yield Reread(old[0], is_new=is_new, statements=len(read.document.statements))


def _address(task: tuple[StoredCopy, str]) -> str:
    return task[1]
