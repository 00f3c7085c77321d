"""Verifying a ledger: its records as they were written, and every reading against its stored source."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from yaksok.interfaces.stored_sources import StoredReport, Task, check_stored
from yaksok.ledger.findings import Finding
from yaksok.ledger.stored_readings import StoredReading, stored_readings
from yaksok.read.worker import DEFAULT_LIMITS, Limits, Outcome, map_guarded
from yaksok.reference.rules import READING, rules_version

MOST_PROCESSES = 2


@dataclass(frozen=True, slots=True)
class CheckedReading:
    """What became of one reading: what does not hold, and the name of what is to be noted ("" for nothing)."""

    version: str
    address: str
    findings: tuple[Finding, ...]
    note: str


def check_readings(connection: Connection, *, limits: Limits = DEFAULT_LIMITS) -> Iterator[CheckedReading]:
    """Every version of the ledger, in the order of writing, each held against its source, which is read again."""
    rules = rules_version(READING)
    asked: deque[tuple[str, str]] = deque()

    def tasks() -> Iterator[Task]:
        for reading in stored_readings(connection):
            asked.append((reading.version, reading.address))
            yield Task(reading, today=reading.rules == rules)

    limits = replace(limits, processes=min(limits.process_count(), MOST_PROCESSES))
    for outcome in map_guarded(check_stored, tasks(), name=_address, limits=limits):
        version, address = asked.popleft()
        yield CheckedReading(version, address, _findings(outcome, version, address), _note(outcome))


def _findings(outcome: Outcome[StoredReport], version: str, address: str) -> tuple[Finding, ...]:
    if outcome.error is not None:
        what = f"its source cannot be read again: {outcome.error.number}: {outcome.error.message()}"
        return (Finding("version", version, address, what),)
    return tuple(
        Finding("version", version, address, difference.line()) for difference in outcome.result().differences
    )


def _note(outcome: Outcome[StoredReport]) -> str:
    return "" if outcome.error is not None else outcome.result().note


def _address(task: Task) -> str:
    reading: StoredReading = task.reading
    return reading.address
