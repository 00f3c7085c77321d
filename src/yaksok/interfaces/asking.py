"""Asking a ledger, for every interface: links, verdicts, the overview.

A ledger is linked when documents are added. One that was not, because its program was older or was stopped, is
linked when it is asked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection

from yaksok.errors import LedgerAccessRefused, LedgerNotLinked, LedgerNotWritable
from yaksok.fulfilment.judging import verdict_of
from yaksok.fulfilment.standing import Standing, standing_links
from yaksok.interfaces.deciding import deciding_on, with_decisions
from yaksok.interfaces.linking import link_ledger
from yaksok.ledger.location import Place, location_of
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.ledger.reader import StoredDocument, current_documents
from yaksok.links.linking import is_linked
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link
from yaksok.reference.membership import concerns, groups_ever


def documents_in(ledger: Place) -> list[StoredDocument]:
    """The documents of a ledger in their newest versions. Raises LedgerError."""
    engine = open_for_reading(ledger)
    with errors_in_words(ledger), engine.connect() as connection:
        return list(current_documents(connection))


def links_in(ledger: Place) -> list[Link]:
    """The links between the documents of a ledger as people decided on them. Raises LedgerError.

    Best score first; rejected ones are among them.
    """
    with reading(ledger) as connection:
        return with_decisions(connection, standing_links(connection))


def verdicts_in(ledger: Place, *, as_of: date, party: str | None = None) -> list[Verdict]:
    """Every promise published by a day, with its status on that day. Raises LedgerError.

    `party`: only those that name it, or a group that it belonged to when the promise was made.
    """
    with reading(ledger) as connection:
        standing = Standing(connection, as_of=as_of, deciding=deciding_on(connection))
        return list(verdicts_of(standing, party=party))


def verdicts_of(standing: Standing, *, party: str | None = None) -> Iterator[Verdict]:
    """The verdicts on the promises of an opened ledger, by the day of their document."""
    if party is None:
        yield from map(verdict_of, standing.cases(standing.places()))
        return
    for case in standing.cases(standing.places({party, *groups_ever(party)})):
        if concerns(case.parties, party, case.facts.made or None) != "none":
            yield verdict_of(case)


@contextmanager
def reading(ledger: Place) -> Iterator[Connection]:
    """A connection to a ledger that is linked. Raises LedgerError."""
    with errors_in_words(ledger):
        engine = open_for_reading(ledger)
        with engine.connect() as connection:
            linked = is_linked(connection)
        if not linked:
            _link(ledger)
        with engine.connect() as connection:
            yield connection


def _link(ledger: Place) -> None:
    try:
        deque(link_ledger(ledger), maxlen=0)
    except (LedgerNotWritable, LedgerAccessRefused) as error:
        raise LedgerNotLinked(path=location_of(ledger).shown) from error
