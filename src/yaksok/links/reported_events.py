"""Events that documents report: what was done, on which day, with whom. A deadline may hang on one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yaksok.ledger.reader import StoredDocument
from yaksok.links.deeds import deeds
from yaksok.records.promise import ToldEvent
from yaksok.records.statement import Statement

_DONE = frozenset({"named", "past"})


class ReportedEvent(NamedTuple):
    """An event with the number of the statement that reports it."""

    n: int
    event: ToldEvent


def reported_events(stored: StoredDocument) -> Iterator[ReportedEvent]:
    """The dated events that the results of a document report."""
    for statement in stored.document.statements:
        event = _event(stored, statement)
        if event is not None:
            yield ReportedEvent(statement.n, event)


def _event(stored: StoredDocument, statement: Statement) -> ToldEvent | None:
    if statement.act != "result" or statement.role in {"meta", "title"}:
        return None
    days = [time.start for time in statement.times if time.role == "occurred" and time.start]
    if len(set(days)) != 1 or not any(deed.told in _DONE for deed in deeds(statement.text)):
        # Of several days it is not known which one is the event's.
        return None
    parties = frozenset(party.id for party in statement.parties)
    return ToldEvent(statement.text, days[0], parties, f"{stored.doc}:{statement.n}")
