"""What a ledger says of itself: how much it holds, who wrote it by which rules, and the head of its journal."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from yaksok.ledger import tables


@dataclass(frozen=True, slots=True)
class RunsOf:
    """The runs of one command by the same program and rules: how many, from when to when (ISO, UTC)."""

    command: str
    program: str
    rules: str
    number: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class LedgerState:
    """The state of a ledger.

    `versions` are all readings, also those that newer ones replaced. `head` is the id of the last entry of the
    journal, which has `entries`; `newest` is the moment (ISO, UTC) of the last run.
    """

    versions: int
    sources: int
    decisions: int
    links: int
    entries: int
    head: str
    newest: str
    runs: tuple[RunsOf, ...]


def ledger_state(connection: Connection) -> LedgerState:
    """The state of the ledger; costs the more the more it holds, so it is to be kept while nothing changes."""
    journal, runs = tables.journal, tables.runs
    head = connection.execute(select(journal.c.id).order_by(journal.c.key.desc()).limit(1)).scalar()
    counted = (tables.versions, tables.sources, tables.decisions, tables.links, tables.journal)
    versions, sources, decisions, links, entries = (
        int(connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in counted
    )
    return LedgerState(
        versions=versions,
        sources=sources,
        decisions=decisions,
        links=links,
        entries=entries,
        head=head or "",
        newest=str(connection.execute(select(func.max(runs.c.started_at))).scalar() or ""),
        runs=_runs(connection),
    )


def _runs(connection: Connection) -> tuple[RunsOf, ...]:
    """The runs by what they did and by which rules, the newest first."""
    runs = tables.runs
    last = func.max(runs.c.started_at)
    query = (
        select(runs.c.command, runs.c.program, runs.c.rules, func.count(), func.min(runs.c.started_at), last)
        .group_by(runs.c.command, runs.c.program, runs.c.rules)
        .order_by(last.desc())
    )
    return tuple(
        RunsOf(command, program, rules or "", number, first, newest)
        for command, program, rules, number, first, newest in connection.execute(query)
    )
