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
from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.standing import standing_links
from yaksok.interfaces.deciding import with_decisions
from yaksok.interfaces.linking import link_ledger
from yaksok.interfaces.shelving import keep_some
from yaksok.ledger.derived_tables import have_derived_tables
from yaksok.ledger.location import Place, location_of
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.ledger.reader import StoredDocument, current_documents
from yaksok.links.linking import is_linked
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link


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
    with promises_of(ledger, as_of=as_of) as shelf:
        return list(shelf.every_verdict(party=party))


@contextmanager
def promises_of(ledger: Place, *, as_of: date) -> Iterator[Shelf]:
    """The promises of a ledger as they stand on a day. Raises LedgerError.

    What is missing of what is kept is made first, so far as that takes no long time and the ledger can be written.
    """
    with reading(ledger):
        pass
    keep_some(ledger)
    with reading(ledger) as connection:
        yield Shelf(connection, as_of=as_of)


@contextmanager
def reading(ledger: Place, *, as_it_is: bool = False) -> Iterator[Connection]:
    """A connection to a ledger that is linked; `as_it_is`: new documents may wait for it. Raises LedgerError."""
    with errors_in_words(ledger):
        engine = open_for_reading(ledger)
        with engine.connect() as connection:
            ready = (as_it_is and have_derived_tables(connection)) or is_linked(connection)
        if not ready:
            _link(ledger)
        with engine.connect() as connection:
            yield connection


def _link(ledger: Place) -> None:
    try:
        deque(link_ledger(ledger), maxlen=0)
    except (LedgerNotWritable, LedgerAccessRefused) as error:
        raise LedgerNotLinked(path=location_of(ledger).shown) from error
