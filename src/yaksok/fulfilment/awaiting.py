"""Deadlines that hang on an event, with their day as soon as a later statement reports the event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from yaksok.fulfilment.deadline_kinds import deadlines
from yaksok.fulfilment.resolving import resolve
from yaksok.records.commitment import Due
from yaksok.records.promise import Deadline, ToldEvent
from yaksok.records.statement import Statement

EventsFor = Callable[[Deadline, frozenset[str]], Iterable[ToldEvent]]
"""The reported events among which the one that a deadline awaits can be, by the parties of the promise."""


def no_events(_deadline: Deadline, _parties: frozenset[str]) -> tuple[ToldEvent, ...]:
    """What is known of events where nothing is looked up."""
    return ()


def awaited_due(
    statement: Statement,
    above: Sequence[Statement],
    *,
    published: str | None,
    text: str,
    as_of: date,
    parties: frozenset[str],
    events_for: EventsFor,
) -> Due | None:
    """The day of a relative or conditional deadline of a promise; None as long as its event is not reported.

    Several give the earliest day.
    """
    found = []
    for one in deadlines(statement, above, written=published, text=text):
        if one.kind in {"relative", "conditional"} and one.date is None:
            told = events_for(one, parties) if one.event is not None else ()
            resolved = resolve(one, told, published=published, as_of=as_of, parties=parties)
            if resolved.date is not None:
                found.append(Due(resolved.date, one.words, one.inherited, one.span, resolved.why))
    return min(found, key=lambda due: due.date, default=None)
