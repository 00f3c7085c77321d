"""What is new in a ledger since a mark, for every interface."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from sqlalchemy import Connection

from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.standing import Deciding
from yaksok.interfaces.deciding import finder
from yaksok.ledger.decisions import decisions
from yaksok.links.deciding import apply_rulings, ruling_decisions
from yaksok.records.commitment import Status
from yaksok.records.decision import Decision
from yaksok.records.standing import Place, PromiseFilter
from yaksok.views.news import (
    MOST_LISTED,
    MOST_MOVED,
    Mark,
    Moved,
    News,
    new_documents,
    newly_told,
    places_of_decisions,
    statuses_at,
)

_SEARCHED: frozenset[Status] = frozenset({"silent", "overdue_no_evidence"})
"""Statuses that a promise gets because a document came in that does not mention it."""


def news_since(connection: Connection, shelf: Shelf, mark: Mark, *, as_of: date) -> News:
    """What is new since a mark on a day. `shelf` gives the promises as they stand on it.

    A status is compared for promises that new documents tell of, that decisions are about, whose date has passed
    since, and that new documents may leave unmentioned; `MOST_MOVED` of them at most.
    """
    documents, count = new_documents(connection, mark)
    told = newly_told(connection, mark)
    made = decisions(connection)
    new = made[mark.decisions :]
    find = finder(connection, new) if new else None
    decided = places_of_decisions(connection, new, find) if find else []
    around = _passed(shelf, mark, as_of)
    left = _left_out(shelf) if documents else []
    places = _once([*decided, *told, *around, *left], mark)
    looked = list(islice(places, MOST_MOVED + 1))
    rows = shelf.rows(looked[:MOST_MOVED])
    deciding = _deciding(connection, made[: mark.decisions])
    before = statuses_at(connection, [row.key for row in rows], mark, deciding=deciding)
    moved = [
        Moved(row, *before[row.key], told.get(row.key))
        for row in rows
        if row.key in before and before[row.key] != (row.status, row.late)
    ]
    others = told.keys() - {each.now.key for each in moved}
    return News(
        since=mark,
        documents=documents,
        document_count=count,
        decisions=tuple(reversed(new[-MOST_LISTED:])),
        told=tuple(each for place, each in told.items() if place in others)[:MOST_LISTED],
        moved=tuple(moved[:MOST_LISTED]),
        complete=len(looked) <= MOST_MOVED,
    )


def _passed(shelf: Shelf, mark: Mark, as_of: date) -> list[Place]:
    """Promises whose date passed since the mark."""
    if as_of <= mark.day:
        return []
    last = as_of - timedelta(days=1)
    wanted = PromiseFilter(due_from=mark.day.isoformat(), due_until=last.isoformat())
    return [row.key for row in shelf.page(wanted, sort="-due", limit=MOST_MOVED).rows]


def _left_out(shelf: Shelf) -> list[Place]:
    """Promises that stand as they do because nothing was found, newest first."""
    page = shelf.page(PromiseFilter(statuses=_SEARCHED), sort="-day", limit=MOST_MOVED)
    return [row.key for row in page.rows]


def _once(places: Iterable[Place], mark: Mark) -> Iterator[Place]:
    """Places in versions that were there at the mark, each once."""
    return iter(dict.fromkeys(place for place in places if place[0] <= mark.version))


def _deciding(connection: Connection, made: list[Decision]) -> Deciding:
    """What the first decisions of a ledger made of links."""
    if not made:
        return list
    ruling = ruling_decisions(made, find=finder(connection, made))
    return lambda links: apply_rulings(links, ruling)
